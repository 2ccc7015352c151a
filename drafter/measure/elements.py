"""Finds the elements of an official document on its pages by what they say and where they stand, not by styles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from drafter.measure.figures import BOTTOM, CELL, LEFT, LINE, PAIR_LENGTH
from drafter.measure.heads import Head, find_head
from drafter.measure.imprints import Imprint, find_imprint
from drafter.measure.pages import Line, Page, Rule
from drafter.measure.tables import Table, find_tables
from drafter.model.notice import Format

_LARGE = 19.0  # pt; between 3号 and 2号, so that a title somewhat too small is still seen as one
_PAGE_NUMBER = re.compile(r"[^\w]*\d{1,3}[^\w]*|第\d{1,3}页.{0,8}")
_DATE = re.compile(
    r"(?:20\d\d|二[〇○0零][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]*月[\d一二三四五六七八九十]*日"
)
_LABEL = re.compile(r"附件[\d一二三四五六七八九十]{0,2}[:：]?")
_ANNOUNCED = re.compile(r"附件[:：].")
_RECIPIENT_LINES = 8
_ORGAN_LINES = 3
_ADJACENT = 1.45 * LINE  # baselines of lines without an empty line between them lie nearer than this


class Kind(StrEnum):
    """What a line of the text belongs to."""

    TITLE = "title"
    RECIPIENTS = "recipients"
    BODY = "body"
    ANNOUNCED = "announced"  # 附件说明
    ORGAN = "organ"
    DATE = "date"
    NOTE = "note"  # 附注
    LABEL = "label"  # the word 附件 on the attachment
    HEADING = "heading"  # title of the list or of an attachment
    CAPTION = "caption"  # a line beside an attachment's table


@dataclass(frozen=True)
class Placed:
    """A line with the number of its page and what it belongs to."""

    page: int
    line: Line
    kind: Kind = Kind.BODY


@dataclass(frozen=True)
class Found:
    """The elements of a document. `outside` are lines out of the type area that are no page numbers."""

    pages: tuple[Page, ...]
    format: Format
    head: Head
    flow: tuple[Placed, ...]
    tables: tuple[Table, ...]
    imprint: Imprint | None
    numbers: dict[int, Line]
    outside: tuple[Placed, ...]

    def of(self, *kinds: Kind) -> tuple[Placed, ...]:
        """The lines of some kinds, in order."""
        return tuple(one for one in self.flow if one.kind in kinds)

    @cached_property
    def blocks(self) -> tuple[tuple[Placed, ...], ...]:
        """The flow cut where the kind changes."""
        blocks: list[list[Placed]] = []
        for one in self.flow:
            if blocks and blocks[-1][-1].kind is one.kind:
                blocks[-1].append(one)
            else:
                blocks.append([one])
        return tuple(map(tuple, blocks))

    @property
    def last_page(self) -> int:
        """The number of the last page with anything but a number on it."""
        used = {one.page for one in self.flow} | {one.page for one in self.tables}
        return max(used | ({self.imprint.page} if self.imprint else set()), default=1)


def find_elements(pages: Sequence[Page], wanted: Format | None = None) -> Found:
    """The elements of rendered pages; the format is told by the red double rules unless it is given."""
    every = tuple(pages)
    numbers = {page.number: line for page in every if (line := _page_number(page))}
    head = find_head(every[0])
    kept = {one.number: _text_lines(one, numbers.get(one.number), head) for one in every}
    imprint = find_imprint(every, kept)
    tables = tuple(table for page in every for table in find_tables(page, imprint.rules if imprint else ()))
    taken = set(map(id, imprint.lines)) if imprint else set()
    inside = {
        number: [one for one in lines if id(one) not in taken and not _in_table(one, number, tables)]
        for number, lines in kept.items()
    }
    outside = tuple(Placed(number, one) for number, lines in inside.items() for one in lines if _is_outside(one))
    flow = [Placed(number, one) for number, lines in inside.items() for one in lines if not _is_outside(one)]
    return Found(
        every,
        wanted or _format(head.bands),
        head,
        tuple(_classified(flow, tables)),
        tables,
        imprint,
        numbers,
        outside,
    )


def _format(bands: Sequence[Rule]) -> Format:
    """信函格式 where red rules longer than the type area are met, or any low on the page."""
    lettered = any(one.length > PAIR_LENGTH - 6 or one.y > BOTTOM for one in bands)
    return Format.LETTER if lettered else Format.FILE


def _page_number(page: Page) -> Line | None:
    low = [one for one in page.lines if one.ink.y0 > BOTTOM - 6 and _PAGE_NUMBER.fullmatch(one.solid)]
    return low[-1] if low and page.is_upright else None


def _text_lines(page: Page, number: Line | None, head: Head) -> list[Line]:
    """The lines of a page without its number and its head; a page laid sideways is not read."""
    apart = {id(one) for one in (*head.lines, number)}
    return [one for one in page.lines if id(one) not in apart] if page.is_upright else []


def _is_outside(line: Line) -> bool:
    """Whether a line stands in the margin above or below the type area."""
    return line.ink.y1 < LEFT or line.ink.y0 > BOTTOM + 1


def _in_table(line: Line, page: int, tables: Iterable[Table]) -> bool:
    x, y = line.centre, line.baseline
    return any(
        one.page == page and one.box.x0 - 1 <= x <= one.box.x1 + 1 and one.box.y0 <= y <= one.box.y1 for one in tables
    )


def _classified(flow: list[Placed], tables: Sequence[Table]) -> list[Placed]:
    kinds = [_by_looks(one, number, flow) for number, one in enumerate(flow)]
    _name_recipients(flow, kinds)
    _name_signature(flow, kinds)
    _name_announced(flow, kinds)
    if Kind.LABEL in kinds:
        with_tables = {one.page for one in tables}
        for number in range(kinds.index(Kind.LABEL), len(flow)):
            if kinds[number] is Kind.BODY and flow[number].page in with_tables:
                kinds[number] = Kind.CAPTION
    return [Placed(one.page, one.line, kind) for one, kind in zip(flow, kinds, strict=True)]


def _by_looks(one: Placed, number: int, flow: Sequence[Placed]) -> Kind:
    if one.line.size >= _LARGE:
        first = next(at for at, other in enumerate(flow) if other.line.size >= _LARGE)
        own = all(other.line.size >= _LARGE for other in flow[first : number + 1])
        return Kind.TITLE if one.page == 1 and own else Kind.HEADING
    return Kind.LABEL if _LABEL.fullmatch(one.line.solid) else Kind.BODY


def _name_recipients(flow: Sequence[Placed], kinds: list[Kind]) -> None:
    """The lines below the title up to the colon that ends them, if the first is no paragraph of the body."""
    after = max((at + 1 for at, kind in enumerate(kinds) if kind is Kind.TITLE), default=0)
    rest = flow[after : after + _RECIPIENT_LINES]
    if not rest or rest[0].page != 1:
        return
    end = next((at for at, one in enumerate(rest) if one.line.solid.endswith(("：", ":"))), None)
    indented = [at for at, one in enumerate(rest) if at and one.line.left > LEFT + 1.5 * CELL]
    if end is None or (indented and indented[0] <= end):
        if rest[0].line.left > LEFT + CELL:
            return
        end = indented[0] - 1 if indented else 0
    kinds[after : after + end + 1] = [Kind.RECIPIENTS] * (end + 1)


def _name_signature(flow: Sequence[Placed], kinds: list[Kind]) -> None:
    """The first date on a line of its own, the organ right above it, the note in brackets after it."""
    at = next((at for at, one in enumerate(flow) if kinds[at] is Kind.BODY and _is_date(flow, at)), None)
    if at is None:
        return
    kinds[at] = Kind.DATE
    above = at
    while above and kinds[above - 1] is Kind.BODY and _follows(flow[above - 1], flow[above]):
        above -= 1
    own = at - above if at - above <= _ORGAN_LINES else 1
    kinds[at - own : at] = [Kind.ORGAN] * own
    after = at + 1
    if after < len(flow) and flow[after].line.solid.startswith(("（", "(")) and kinds[after] is Kind.BODY:
        kinds[after] = Kind.NOTE


def _is_date(flow: Sequence[Placed], at: int) -> bool:
    return bool(_DATE.fullmatch(flow[at].line.solid)) and flow[at].line.left > LEFT + CELL


def _follows(above: Placed, below: Placed) -> bool:
    """Whether a line stands right below another."""
    return above.page == below.page and below.line.baseline - above.line.baseline < _ADJACENT


def _name_announced(flow: Sequence[Placed], kinds: list[Kind]) -> None:
    """Each 附件：… with the lines right below it."""
    for at, one in enumerate(flow):
        if kinds[at] is not Kind.BODY or not _ANNOUNCED.match(one.line.solid):
            continue
        kinds[at] = Kind.ANNOUNCED
        below = at + 1
        while below < len(flow) and kinds[below] is Kind.BODY and _follows(flow[below - 1], flow[below]):
            kinds[below] = Kind.ANNOUNCED
            below += 1
