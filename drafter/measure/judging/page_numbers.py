"""Page numbers: form, place, order (N-*, M-53)."""

import re
from collections.abc import Iterator

from drafter.measure import figures as of
from drafter.measure.elements import Found
from drafter.measure.pages import Glyph, Line, Page
from drafter.measure.rows import holds, is_near, listed, without_fault
from drafter.model.notice import Format
from drafter.model.results import Element

_FORM = re.compile(r"— ?\d+ ?—")
_ODD_RIGHT, _EVEN_LEFT = of.RIGHT - of.SMALL_CELL, of.LEFT + of.SMALL_CELL
_TWO = 2  # L-11: a letter of two pages may leave the second unnumbered


def judge(found: Found) -> list[Element]:
    """The rows of the page numbers that the document has, and whether one is missing."""
    numbers = found.numbers
    return [*_there(found), *(_rows(found) if numbers else [])]


def _there(found: Found) -> Iterator[Element]:
    """Each page has a number, but for page 1 of a letter, blank pages, and a page of the 版记 alone (B-11)."""
    letter = found.format is Format.LETTER
    if letter and len(found.pages) <= _TWO:
        return
    with_text = {one.page for one in found.flow} | {one.page for one in found.tables}
    faults = [
        f"第{page.number}页"
        for page in found.pages
        if _wants_number(page) and page.number in with_text | {1} and page.number not in found.numbers
        if not (letter and page.number == 1)
    ]
    yield holds("N-01", "各页有页码", "有", f"没有页码：{listed(faults)}" if faults else "有", ok=not faults)


def _wants_number(page: Page) -> bool:
    return page.is_upright and not page.is_blank


def _rows(found: Found) -> Iterator[Element]:
    numbers = found.numbers
    wrong = [
        f"第{page}页“{line.text.strip()}”" for page, line in numbers.items() if not _FORM.fullmatch(line.text.strip())
    ]
    yield without_fault("N-01", "页码写法", "— 1 —（一字线、半角数字）", wrong, "相符")
    if not wrong:
        low = [
            f"第{page}页 {_dash_y(line):.1f} 毫米"
            for page, line in numbers.items()
            if not is_near(_dash_y(line), of.DASH, of.NEAR_FOOT)
        ]
        first = _dash_y(next(iter(numbers.values())))
        yield without_fault("N-02", "页码一字线位置", f"{of.DASH:.1f}±{of.NEAR_FOOT:g} 毫米", low, f"{first:.1f} 毫米")
    yield from _sides(numbers)
    shown = {page: int("".join(re.findall(r"\d", line.text)) or 0) for page, line in numbers.items()}
    skipped = [f"第{page}页印作 {number}" for page, number in shown.items() if number != page]
    yield without_fault("M-53", "页码连续", "从 1 起逐页编", skipped, "连续")


def _dash_y(line: Line) -> float:
    dashes = [one for one in line.inked if not one.char.isdigit()]
    return _middle(dashes[0] if dashes else line.inked[0])


def _middle(glyph: Glyph) -> float:
    return glyph.ink.middle[1] if glyph.ink else glyph.baseline


def _sides(numbers: dict[int, Line]) -> Iterator[Element]:
    odd = {page: line.right for page, line in numbers.items() if page % 2}
    even = {page: line.left for page, line in numbers.items() if not page % 2}
    for name, places, wanted in (("单页码居右空 1 字", odd, _ODD_RIGHT), ("双页码居左空 1 字", even, _EVEN_LEFT)):
        faults = [
            f"第{page}页 {place:.1f} 毫米" for page, place in places.items() if not is_near(place, wanted, of.NEAR)
        ]
        if places:
            fine = f"{next(iter(places.values())):.1f} 毫米"
            yield without_fault("N-03", name, f"{wanted:.1f}±{of.NEAR:g} 毫米", faults, fine)
