"""Signs placed on pages (PDF, OFD) made lines again, lines the paragraphs they were cut from; what repeats once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.grids import Stroke, grids

_BAND = 0.5  # of a sign's height: how far the feet of one line may lie apart
_GAP = 0.6  # of an em: a hole this wide between signs was a blank
_WORD_GAP = 0.15  # the same between two Latin letters
_WIDE_GAP = 1.6  # a hole this wide was a tab, or the border of a column
_TWICE = 0.2  # of an em: signs this near to each other are one, printed twice to look bold
_SLACK = 0.4  # of an em: what justified setting may leave open at the end of a line
_INDENT = 0.8  # of an em: what begins further right than this begins a paragraph
_BIN = 3.0  # points within which edges count as the same
_EDGE = 0.12  # of the height of a page: where running headers and page numbers stand
_WIDE_SIGN = re.compile(r"[\u2014-\u201d\u2026\u25cf\u3000-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
_PAGE_NUMBER = re.compile(
    r"[-—－–·.\s\u3000]*\d{1,3}[-—－–·.\s\u3000]*|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?"
)
# what a program never breaks: brackets with their first sign, a sign with the marks behind it, figures and words
_UNIT = re.compile(r"[（〔《“‘]*(?:[!-~]+|.(?:[,.:;!?)][!-~]*)?)[，。；：！？、）〕》”’]*")
_HANGING = re.compile(r"[，。；：！？、）〕》”’,.;:)]+$")
_OPENS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|附件|抄送|联系"
)
_CLOSES = re.compile(r"[。：；！？）〕”]$")


@dataclass(frozen=True)
class Sign:
    """One printed sign: where it stands in points, from the top left corner of the page; `base` is its foot."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """One page: its signs in the order of the file, and the strokes drawn on it."""

    width: float
    height: float
    signs: tuple[Sign, ...]
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True)
class _Row:
    """One printed line."""

    text: str
    left: float
    right: float
    full: float  # its right edge without the marks at its end, which may hang over the margin
    base: float
    em: float
    page: int
    number: int = 0

    @property
    def where(self) -> str:
        return f"第{self.page}页第{self.number}行"


@dataclass
class _Area:
    """The edges between which the text of pages of one width runs."""

    left: float = 0.0
    right: float = 0.0
    indented: bool = False  # whether paragraphs begin with an indent, as they should
    rows: list[_Row] = field(default_factory=list)


def blocks_of(sheets: Iterable[Sheet]) -> list[Block]:
    """The paragraphs and tables of all pages in order, then once what repeats on them."""
    pages = [_page(sheet, number) for number, sheet in enumerate(sheets, start=1)]
    running = _running(pages)
    areas = _areas(pages, running)
    found: list[Block] = []
    last: _Row | None = None
    for sheet, parts in pages:
        area = areas[round(sheet.width)]
        for part in parts:
            if isinstance(part, Table):
                _add_table(found, part)
                last = None
            elif part not in running:
                _add_row(found, part, last, area)
                last = part
    margins = dict.fromkeys(row.text.strip() for row in running)
    seen = [text for text in margins if text and not _PAGE_NUMBER.fullmatch(text)]
    return [*found, *(Margin(text=text, where=f"页眉页脚第{at}行") for at, text in enumerate(seen, start=1))]


def _page(sheet: Sheet, number: int) -> tuple[Sheet, list[_Row | Table]]:
    """The lines and tables of a page from top to bottom."""
    outside = list(sheet.signs)
    placed: list[tuple[float, _Row | Table]] = []
    for grid in grids(sheet.strokes):
        inside = [sign for sign in outside if grid.holds(sign.left, sign.right, sign.base - sign.height / 3)]
        if not inside:
            continue
        outside = [sign for sign in outside if sign not in set(inside)]
        cells: dict[tuple[int, int], list[Sign]] = {}
        for sign in inside:
            at = grid.cell((sign.left + sign.right) / 2, sign.base - sign.height / 3)
            cells.setdefault(at, []).append(sign)
        rows = tuple(tuple(_cell(cells.get(at, []), *grid.sides(at)) for at in row) for row in grid.places())
        placed.append((grid.top, Table(rows=rows, where=f"第{number}页的表格")))
    placed += [(row.base, row) for row in _rows(outside, number)]
    placed.sort(key=lambda one: one[0])
    parts: list[_Row | Table] = []
    count = 0
    for _, part in placed:
        count += isinstance(part, _Row)
        parts.append(replace(part, number=count) if isinstance(part, _Row) else part)
    return sheet, parts


def _rows(signs: Iterable[Sign], page: int) -> Iterator[_Row]:
    """Signs whose feet stand on one line, from left to right."""
    lines: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda one: one.base):
        if lines and sign.base - lines[-1][-1].base <= _BAND * min(sign.height, lines[-1][-1].height):
            lines[-1].append(sign)
        else:
            lines.append([sign])
    for line in lines:
        line.sort(key=lambda one: one.left)
        shown = [sign for sign in line if not sign.text.isspace()]
        if shown:
            em = _em(shown)
            text = _joined(line, em)
            full = next((one.right for one in reversed(shown) if not _HANGING.match(one.text)), shown[-1].right)
            base = median(one.base for one in shown)
            yield _Row(text.strip(), shown[0].left, shown[-1].right, full, base, em, page)


def _em(signs: list[Sign]) -> float:
    wide = [sign.right - sign.left for sign in signs if _WIDE_SIGN.match(sign.text)]
    return max(1.0, median(wide) if wide else median(sign.height for sign in signs))


def _joined(line: list[Sign], em: float) -> str:
    """The text of a line: holes become blanks, signs printed twice are taken once."""
    text, blank = "", False
    last: Sign | None = None
    for sign in line:
        if sign.text.isspace():
            blank = True
            continue
        if last is not None:
            if sign.text == last.text and abs(sign.left - last.left) < _TWICE * em:
                continue
            text += _between(last, sign, em, blank=blank)
        text += sign.text
        last, blank = sign, False
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _between(last: Sign, sign: Sign, em: float, *, blank: bool) -> str:
    """What stands between two signs of a line: a blank printed may have any width, so the hole decides."""
    hole = sign.left - last.right
    if hole > _WIDE_GAP * em and not blank:
        return "\t"
    latin = f"{last.text}{sign.text}"
    if hole > _GAP * em and not re.search(r"[0-9A-Za-z]", latin):
        return "\u3000"
    apart = hole > (_WORD_GAP if latin.isascii() and latin.isalpha() else _GAP) * em
    return " " if blank or apart else ""


def _cell(signs: list[Sign], left: float, right: float) -> str:
    """The text of a table cell between its sides: lines that fill it go on, others end.

    Where one line ends early and there are no sentences, the cell is a list, and a full line ends too.
    """
    rows = [*_rows(signs, 0)]
    if not rows:
        return ""
    edge = right - max(0.0, min(row.left for row in rows) - left)
    ends = [edge - before.right >= _first_unit(row) + _SLACK * row.em for before, row in pairwise(rows)]
    is_list = any(ends) and not any(re.search("[，。；、]", row.text) for row in rows)
    return rows[0].text + "".join(
        f"\n{row.text}" if end or is_list else row.text for end, row in zip(ends, rows[1:], strict=True)
    )


def _running(pages: list[tuple[Sheet, list[_Row | Table]]]) -> set[_Row]:
    """The lines at the edges of pages that are page numbers, or the same on several pages."""
    edges: list[_Row] = []
    for sheet, parts in pages:
        rows = [part for part in parts if isinstance(part, _Row)]
        top, bottom = sheet.height * _EDGE, sheet.height * (1 - _EDGE)
        edges += [row for row in rows if row.base < top or row.base > bottom]
    counted = Counter((re.sub(r"\d+", "#", row.text), round(row.base / _BIN)) for row in edges)
    return {
        row
        for row in edges
        if _PAGE_NUMBER.fullmatch(row.text) or counted[re.sub(r"\d+", "#", row.text), round(row.base / _BIN)] > 1
    }


def _areas(pages: list[tuple[Sheet, list[_Row | Table]]], running: set[_Row]) -> dict[int, _Area]:
    """The text edges for each width of page."""
    areas: dict[int, _Area] = {}
    for sheet, parts in pages:
        area = areas.setdefault(round(sheet.width), _Area())
        area.rows += [part for part in parts if isinstance(part, _Row) and part not in running]
    for area in areas.values():
        if area.rows:
            lefts = Counter(round(row.left / _BIN) for row in area.rows)
            enough = max(2, len(area.rows) // 12)
            common = [edge for edge, count in lefts.items() if count + lefts[edge + 1] >= enough]
            area.left = min(common, default=min(lefts)) * _BIN
            inside = [row.full for row in area.rows if abs(row.left - area.left) < 5 * row.em]
            area.right = max(inside, default=max(row.full for row in area.rows))
            starts = [row for row in area.rows if 1.5 < (row.left - area.left) / row.em < 2.5]
            area.indented = len(starts) > len(area.rows) / 10
    return areas


def _add_row(found: list[Block], row: _Row, last: _Row | None, area: _Area) -> None:
    """Take a line in as a paragraph of its own or as the rest of the one before."""
    before = found[-1] if found else None
    if isinstance(before, Line) and last is not None and _goes_on(last, row, area):
        latin = (
            before.text[-1].isascii() and before.text[-1].isalpha() and row.text[0].isascii() and row.text[0].isalpha()
        )
        found[-1] = Line(text=before.text + (" " if latin else "") + row.text, where=before.where)
    else:
        found.append(Line(text=row.text, where=row.where))


def _goes_on(last: _Row, row: _Row, area: _Area) -> bool:
    """Whether a line was cut from the one before: it is not indented, and its first word had no room there."""
    if row.left > area.left + _INDENT * row.em or abs(row.em - last.em) > _SLACK * row.em:
        return False
    if "\t" in row.text or "\t" in last.text:
        return False
    if not area.indented and (_is_address(last.text) or (_OPENS.match(row.text) and _CLOSES.search(last.text))):
        return False
    return area.right - last.right < _first_unit(row) + _SLACK * row.em


def _is_address(text: str) -> bool:
    """Whether a line ends in a colon outside brackets, as the addressees do."""
    return text.endswith("：") and text.count("（") <= text.count("）")


def _first_unit(row: _Row) -> float:
    """How much room the first thing that must not be broken takes."""
    found = _UNIT.match(row.text)
    unit = found[0] if found else row.text[:1]
    return sum(row.em if _WIDE_SIGN.match(sign) else row.em / 2 for sign in unit)


def _add_table(found: list[Block], table: Table) -> None:
    """Take a table in; on a new page it goes on, without the heading that is repeated there."""
    before = found[-1] if found else None
    if not isinstance(before, Table) or len(before.rows[0]) != len(table.rows[0]) or before.where == table.where:
        found.append(table)
        return
    rows = table.rows[1:] if table.rows[0] == before.rows[0] else table.rows
    if rows and before.rows[-1][0] and not rows[0][0]:  # a row that the end of the page has cut in two
        joints = ["\n" if any("\n" in row[at] for row in before.rows) else "" for at in range(len(rows[0]))]
        pairs = zip(before.rows[-1], joints, rows[0], strict=True)
        whole = tuple(above + (joint if above and below else "") + below for above, joint, below in pairs)
        rows = (whole, *rows[1:])
        before = Table(rows=before.rows[:-1], where=before.where)
    found[-1] = Table(rows=(*before.rows, *rows), where=before.where)
