"""Rows on pages: sheet, margins, grid, page numbers, headers (spec P-10, P-20…P-28, N-01, N-04, N-05, L-10)."""

import re
from collections.abc import Iterable, Iterator

from drafter.measure import formatting
from drafter.measure.formatting import Section
from drafter.measure.xml_rules_package import W
from drafter.measure.xml_rules_roles import RUNNING, Roles
from drafter.measure.xml_rules_rows import row, unjudged
from drafter.measure.xml_rules_text import Document, Margins
from drafter.model.notice import Format
from drafter.model.results import Element

SHEET = (11906, 16838)  # P-20, twips
SHEET_TOLERANCE = 20  # P-20: programs round A4 differently
TOP, LEFT = 2098, 1587  # P-21
TYPE_AREA = (8845, 12756)  # P-21
TOLERANCE = 57  # P-22: 1 mm
LINE_PITCH = 579  # P-23
WORD_CHAR_SPACE = (-842, -849)  # P-27
CONDENSED = range(-13, -4)  # P-28: run spacing that gives 28 characters a line
BODY_SIZE = 16.0  # P-27: points
_PAGE_NUMBER = re.compile(r"—[ \u00a0\u2002-\u2009\u3000]?\{PAGE\}[ \u00a0\u2002-\u2009\u3000]?—")  # N-01
_MILLIMETRE = 56.6929


def rows(document: Document, roles: Roles, wanted: Format) -> Iterator[Element]:
    """The rows on pages."""
    upright = [(number, one) for number, one in enumerate(document.sections, start=1) if not one.landscape]
    yield row("P-20", "纸张", "A4（210×297毫米）", _sheets(document.sections), f"共{len(document.sections)}节，都是A4")
    yield row("P-21", "页边距", "上37毫米、左28毫米（含装订线），误差不超过1毫米", _margins(upright))
    yield row("P-22", "版心", "156×225毫米，误差不超过1毫米", _type_areas(upright))
    yield row("P-23", "文档网格", "只指定行网格，行距28.95磅（579），不调字距（-842的字符网格也可）", _grids(upright))
    yield from _condensed(document, roles)
    yield row("P-10", "对称页边距", "不设对称页边距", _mirrored(document), "没有设")
    yield from _numbers(document, wanted)
    yield row("N-05", "页眉", "没有页眉文字，没有总页数", _headers(document), "没有页眉文字和总页数")
    if wanted is Format.LETTER:
        yield row("L-10", "首页页码", "首页不同，首页页脚为空", _letter_first(document), "首页没有页码")


def _millimetres(length: int | None) -> str:
    return "没有写明" if length is None else f"{length / _MILLIMETRE:.1f}毫米"


def _off(length: int | None, wanted: int, tolerance: int = TOLERANCE) -> bool:
    return length is None or abs(length - wanted) > tolerance


def _sheets(sections: Iterable[Section]) -> Iterator[str]:
    for number, one in enumerate(sections, start=1):
        sizes = (one.height, one.width) if one.landscape else (one.width, one.height)
        if any(_off(size, wanted, SHEET_TOLERANCE) for size, wanted in zip(sizes, SHEET, strict=True)):
            yield f"第{number}节：宽{_millimetres(one.width)}、高{_millimetres(one.height)}"


def _margins(sections: Iterable[tuple[int, Section]]) -> Iterator[str]:
    for number, one in sections:
        for name, length, wanted in (("上", one.top, TOP), ("左", one.left, LEFT)):
            if _off(length, wanted):
                yield f"第{number}节：{name}边距{_millimetres(length)}，应为{_millimetres(wanted)}"


def _type_areas(sections: Iterable[tuple[int, Section]]) -> Iterator[str]:
    for number, one in sections:
        if _off(one.text_width, TYPE_AREA[0]) or _off(one.text_height, TYPE_AREA[1]):
            yield f"第{number}节：宽{_millimetres(one.text_width)}、高{_millimetres(one.text_height)}"


def _grids(sections: Iterable[tuple[int, Section]]) -> Iterator[str]:
    for number, one in sections:
        if one.grid not in ("lines", "linesAndChars"):
            yield f"第{number}节：没有指定行网格"
        elif one.pitch != LINE_PITCH:
            yield f"第{number}节：网格行距{one.pitch}，应为{LINE_PITCH}"
        elif one.grid == "lines" and one.char_space:
            yield f"第{number}节：行网格带有字距{one.char_space}"
        elif one.grid == "linesAndChars" and one.char_space not in WORD_CHAR_SPACE:
            yield f"第{number}节：字符网格的字距{one.char_space}，应为{WORD_CHAR_SPACE[0]}"


def _condensed(document: Document, roles: Roles) -> Iterator[Element]:
    """28 characters a line come from the grid (P-27) or from the spacing of the runs (P-28)."""
    expected = "3号字间距紧缩0.25磅（-5），每行28字"
    body = roles.of(*RUNNING)
    if not body:
        yield unjudged("P-28", "字间距", expected, "没有找到正文")
        return
    by_grid = {number for number, one in enumerate(document.sections) if one.grid == "linesAndChars" or one.landscape}
    faults = (
        f"{paragraph}：字间距{_spacing(run.format)}"
        for paragraph in body
        if paragraph.section not in by_grid
        for run in paragraph.runs
        if formatting.points(run.format.get("sz")) == BODY_SIZE and _spacing(run.format) not in CONDENSED
    )
    yield row("P-28", "字间距", expected, faults, f"正文{len(body)}段，都符合")


def _spacing(properties: formatting.Properties) -> int:
    return formatting.twips(properties.get("spacing")) or 0


def _switched_on(document: Document, name: str) -> bool:
    setting = document.settings.find(f"{W}{name}") if document.settings is not None else None
    return setting is not None and setting.get(f"{W}val") not in ("0", "false", "off")


def _mirrored(document: Document) -> Iterator[str]:
    if _switched_on(document, "mirrorMargins"):
        yield "设了对称页边距"


def _numbers(document: Document, wanted: Format) -> Iterator[Element]:
    form = "一字线夹页码：— 1 —"
    printed = [footer for footer in document.footers if footer.text]
    if printed:
        faults = (f"第{one.section + 1}节页脚：“{one.text}”" for one in printed if not _PAGE_NUMBER.fullmatch(one.text))
        yield row("N-01", "页码形式", form, faults, "— 页码 —")
    else:
        yield row("N-01", "页码形式", form, ["没有页码"])
    yield row(
        "N-04", "页码设置", "页码是PAGE域，奇偶页页脚不同", _number_set_up(document, wanted), "PAGE域，奇偶页不同"
    )


def _number_set_up(document: Document, wanted: Format) -> Iterator[str]:
    if not _switched_on(document, "evenAndOddHeaders"):
        yield "没有设奇偶页不同"
    own = [footer for footer in document.footers if footer.section == 0]
    kinds = ["default", "even"]
    if wanted is Format.FILE and document.sections[0].first_page_differs:
        kinds.append("first")
    names = {"default": "奇数页", "even": "偶数页", "first": "首页"}
    for kind in kinds:
        if not any("{PAGE}" in footer.text for footer in own if footer.kind == kind):
            yield f"{names[kind]}页脚没有PAGE域"


def _headers(document: Document) -> Iterator[str]:
    for header in document.headers:
        if header.text and _prints_behind_page_one(document, header):
            yield f"第{header.section + 1}节页眉：“{header.text[:20]}”"
    for footer in document.footers:
        if re.search(r"\{(?:NUMPAGES|SECTIONPAGES)\}|[共第][^—]*页", footer.text):
            yield f"第{footer.section + 1}节页脚：“{footer.text[:20]}”"


def _prints_behind_page_one(document: Document, header: Margins) -> bool:
    """Whether it can print on a page where a letter may not keep its mark and rules."""
    if header.kind == "first":
        return header.section > 0 and document.sections[header.section].first_page_differs
    return header.kind != "even" or _switched_on(document, "evenAndOddHeaders")


def _letter_first(document: Document) -> Iterator[str]:
    if not document.sections[0].first_page_differs:
        yield "没有设首页不同"
    for footer in document.footers:
        if footer.section == 0 and footer.kind == "first" and footer.text:
            yield f"首页页脚：“{footer.text}”"
