"""The head of page 1: mark, 文号, 份号 and the like, red rules; found by colour, size, wording and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.measure.pages import MM, Box, Line, Page, Rule, around

_LARGE, _HUGE = 19.0, 24.5  # pt: what a red mark without a 文号 below it has at least; what no title is as large as
_SHARE = 0.45  # the head stands in the upper part of page 1
_SHORT_BAND, _LONG_BAND = 20.0, 140.0  # mm
_BELOW_NUMBER = 15.0  # mm; the red rule is looked for so far below the 文号
_APART = 2.0  # characters; words so far apart on one baseline are two elements
_DOC_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[［【（(﹝〈]20\d\d[〕\]］】）)﹞〉]第?\d{0,4}号")
_CLASSED = re.compile(r"\d{6}|(?:(?:绝密|机密|秘密)(?:★.{1,6})?)?(?:特急|加急|平急)?")


@dataclass(frozen=True)
class Head:
    """What stands above the title on page 1.

    `classed` are 份号, 密级 and 紧急程度; `bands` the red rules of the whole page; `lines` the lines of the page
    that all these were found on.
    """

    mark: tuple[Line, ...] = ()
    number: Line | None = None
    classed: tuple[Line, ...] = ()
    bands: tuple[Rule, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def mark_ink(self) -> Box | None:
        """The rectangle around the mark's ink."""
        return around(one.ink for one in self.mark) if self.mark else None


def find_head(page: Page) -> Head:
    """Red lines, else the largest ones at the top, are the mark; the 文号 and what classifies go by their wording."""
    upper = [one for one in page.lines if one.ink.y1 < page.height * _SHARE]
    pieces = [(piece, one) for one in upper for piece in _pieces(one)]
    number, source = next((both for both in pieces if _DOC_NUMBER.fullmatch(both[0].solid)), (None, None))
    mark = _mark(upper, number)
    classed = [(piece, one) for piece, one in pieces if _CLASSED.fullmatch(piece.solid)]
    own = [*mark, *(one for _, one in classed), *([source] if source else [])]
    return Head(
        tuple(mark),
        number,
        tuple(piece for piece, _ in classed),
        tuple(one for one in page.rules if _is_band(one, number)),
        tuple(own),
    )


def _pieces(line: Line) -> Iterator[Line]:
    """A line cut where its words stand far apart."""
    piece = [line.inked[0]]
    for glyph in line.glyphs[line.glyphs.index(piece[0]) + 1 :]:
        if glyph.ink and glyph.x - (piece[-1].x + piece[-1].advance) > _APART * glyph.size * MM:
            yield Line(tuple(piece))
            piece = []
        piece.append(glyph)
    yield Line(tuple(piece))


def _mark(upper: Sequence[Line], number: Line | None) -> list[Line]:
    above = [one for one in upper if number is None or one.ink.y1 <= number.ink.y0]
    red = [one for one in above if one.colour.is_red and (number or one.size > _LARGE)]
    return red or [one for one in above if one.size > _HUGE]


def _is_band(rule: Rule, number: Line | None) -> bool:
    """Whether a bar is red, or would be the red rule below the 文号 had it not lost its colour."""
    if not rule.lies or rule.length < _SHORT_BAND:
        return False
    below = number is not None and number.ink.y1 < rule.y < number.ink.y1 + _BELOW_NUMBER
    return rule.colour.is_red or (below and rule.length > _LONG_BAND)
