"""Colour: red for the mark and the rules of page 1, black for all else (P-09, L-13)."""

from drafter.measure.elements import Found
from drafter.measure.pages import Page
from drafter.measure.rows import holds, listed, on_page, present, without_fault
from drafter.model.notice import Format
from drafter.model.results import Element


def judge(found: Found) -> list[Element]:
    """The rows about colour."""
    return present([_colours(found), _red_later(found) if found.format is Format.LETTER else None])


def _colours(found: Found) -> Element:
    head = {id(one) for one in found.head.mark}
    faults = [
        on_page(page.number, line.text) + "不是黑色"
        for page in found.pages
        for line in page.lines
        if id(line) not in head and not all(one.colour.is_black for one in line.inked)
    ]
    faults += [
        f"第{page.number}页有彩色线条"
        for page in found.pages
        for rule in page.rules
        if rule not in found.head.bands and not rule.colour.is_black and not rule.colour.is_red
    ]
    if not all(one.colour.is_red for one in found.head.mark):
        faults.append("发文机关标志不是红色")
    if not all(one.colour.is_red for one in found.head.bands):
        faults.append("红头下的分隔线不是红色")
    return without_fault("P-09", "印出的颜色", "标志和红线为红色，其余为黑色", faults, "相符")


def _red_later(found: Found) -> Element | None:
    """L-13: nothing red after page 1; None for a document of one page."""
    if len(found.pages) < 2:
        return None
    pages = [f"第{page.number}页" for page in found.pages[1:] if _has_red(page)]
    return holds("L-13", "红色只在首页", "第2页起没有红色", listed(pages) or "没有", ok=not pages)


def _has_red(page: Page) -> bool:
    glyphs = (glyph for line in page.lines for glyph in line.inked)
    return any(one.colour.is_red for one in glyphs) or any(one.colour.is_red for one in page.rules)
