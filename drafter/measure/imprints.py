"""The 版记 found on the pages: 抄送 and 印发 lines, and the long black rules about them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.measure.figures import LINE
from drafter.measure.pages import Box, Line, Page, Rule, around

_COPIES = re.compile(r"(?:抄送|主送)[:：]")
_ISSUED = re.compile(r".*年\d{0,2}月\d{0,2}日印发")
_LONG = 140.0  # mm; a rule of the 版记 somewhat too short is still one
_FEWEST_RULES = 2
_TO_FIRST_RULE = 1.6 * LINE


@dataclass(frozen=True)
class Imprint:
    """The 版记: its page, its lines from top to bottom, its rules from top to bottom."""

    page: int
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def issued(self) -> Line | None:
        """The line with 印发机关 and 印发日期."""
        return next((one for one in self.lines if _ISSUED.fullmatch(one.solid)), None)

    @property
    def copies(self) -> tuple[Line, ...]:
        """The lines of 抄送 (and 主送)."""
        return tuple(one for one in self.lines if one is not self.issued)

    @property
    def ink(self) -> Box:
        """The rectangle around its text."""
        return around(one.ink for one in self.lines)


def find_imprint(pages: Sequence[Page], kept: Mapping[int, Sequence[Line]]) -> Imprint | None:
    """The 版记 on the last page that has one; `kept` are the lines of each page without its number."""
    for page in reversed(pages):
        lines = kept[page.number]
        start = next((at for at, one in enumerate(lines) if _begins(one)), None)
        if start is not None:
            own = tuple(lines[start:])
            return Imprint(page.number, own, _rules(page, around(one.ink for one in own)))
    return _between_rules(pages[-1], kept[pages[-1].number]) if pages else None


def _between_rules(page: Page, lines: Sequence[Line]) -> Imprint | None:
    """A 版记 whose words are not the usual ones: what stands between the long rules of the last page."""
    rules = sorted(_rules(page, Box(0, 0, page.width, page.height)), key=lambda one: one.y)
    if len(rules) < _FEWEST_RULES:
        return None
    own = tuple(one for one in lines if rules[0].y < one.ink.y0 and one.ink.y1 < rules[-1].y)
    return Imprint(page.number, own, tuple(rules)) if own else None


def _begins(line: Line) -> bool:
    return bool(_COPIES.match(line.solid) or _ISSUED.fullmatch(line.solid))


def _rules(page: Page, ink: Box) -> tuple[Rule, ...]:
    standing = [one for one in page.rules if not one.lies and one.colour.is_black]
    return tuple(
        one
        for one in page.rules
        if one.lies
        and not one.colour.is_red
        and one.length > _LONG
        and ink.y0 - _TO_FIRST_RULE < one.y < ink.y1 + _TO_FIRST_RULE
        and not any(other.box.y0 - 1 < one.y < other.box.y1 + 1 for other in standing)
    )
