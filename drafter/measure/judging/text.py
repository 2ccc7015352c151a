"""Addressees, paragraphs, leads of items, 附件说明 (M-10…M-22)."""

import re
from collections.abc import Iterator, Sequence

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind, Placed
from drafter.measure.pages import most_common
from drafter.measure.paragraphs import Paragraph, paragraphs
from drafter.measure.rows import absent, emptied, empty_lines, holds, is_near, length, on_page, unjudged, without_fault
from drafter.model.results import Element
from drafter.text import levels

_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECOND_LEVEL = re.compile(r"（[一二三四五六七八九十]{1,3}）")
_INDENT = 2 * of.CELL
_MOST = 0.95  # a rare character comes from another face
_NAME_FROM, _ENTRY_FROM = 5 * of.CELL, 6.5 * of.CELL  # M-22: where a wrapped name goes on, without and with a number
_SENTENCE_ENDS = "。！？：；）〕"
_END_MARKS = tuple("。；，、》")


def judge(found: Found) -> list[Element]:
    """The rows of the text between title and signature, and of the list."""
    body = list(paragraphs(block for block in found.blocks if block[0].kind is Kind.BODY))
    return [*_recipients(found), *_indents(body), *_faces(body), *_announced(found)]


def _recipients(found: Found) -> Iterator[Element]:
    lines, title = found.of(Kind.RECIPIENTS), found.of(Kind.TITLE)
    below = found.imprint and any(one.solid.startswith("主送") for one in found.imprint.lines)
    if not lines and below:  # M-11: there was no room on the first page
        return
    if not lines:
        yield absent("M-10", "主送机关", "标题下空 1 行，顶格，以全角冒号结尾")
        return
    if title:
        yield emptied("M-10", "标题与主送机关之间", 1, empty_lines(title[-1].line.ink.y1, lines[0].line.ink.y0))
    worst = max((one.line.left for one in lines), key=lambda left: abs(left - of.LEFT))
    yield length("M-10", "主送机关顶格，回行也顶格", of.LEFT, worst, of.NEAR_INDENT)
    end = lines[-1].line.solid[-1]
    yield holds("M-10", "主送机关末尾", "全角冒号", f"“{end}”", ok=end == "：")


def _indents(body: Sequence[Paragraph]) -> Iterator[Element]:
    if not body:
        return
    starts, rest = [], []
    for before, one in zip((None, *body), body, strict=False):
        if before and _goes_on(before, one):
            continue
        if not is_near(one.indent, _INDENT, of.NEAR_INDENT):
            starts.append(on_page(one.first.page, one.text) + f"空 {one.indent / of.CELL:.1f} 字")
        rest += [
            on_page(line.page, line.line.text)
            for line in one.lines[1:]
            if not is_near(line.line.left, of.LEFT, of.NEAR_INDENT)
        ]
    yield without_fault("M-13", "段首", "空 2 字", starts, f"{len(body)} 段均空 2 字")
    yield without_fault("M-13", "回行", "顶格", rest, "均顶格")


def _goes_on(before: Paragraph, one: Paragraph) -> bool:
    """Whether a sentence goes on at the top of a page: a paragraph parted to keep the signature with text (M-26)."""
    turns = one.first.page == before.lines[-1].page + 1
    return turns and before.text[-1] not in _SENTENCE_ENDS and is_near(one.first.line.left, of.LEFT, of.NEAR_INDENT)


def _faces(body: Sequence[Paragraph]) -> Iterator[Element]:
    """M-15, M-16: the lead of an item is in a face of its own, what follows it in that of the body."""
    if not body:
        return
    plain = _plain_face(body)
    items = [one for one in body if _FIRST_LEVEL.match(one.text)]
    if items:
        leads = [one for one in items if _lead_face(one) == plain]
        yield without_fault("M-16", "“一、”句首的字体", "与正文不同（黑体）", _named(leads), f"{len(items)} 项均不同")
        wholly = [one for one in items if not _goes_on_in(one, plain)]
        yield without_fault("M-16", "“一、”句后的字体", "与正文相同（仿宋）", _named(wholly), "均相同")
    entries = [one for one in body if _SECOND_LEVEL.match(one.text) and levels.lead(one.text)]
    if entries:
        alike = [one for one in entries if _lead_face(one) == plain]
        yield without_fault(
            "M-15", "“（一）”句首的字体", "与正文不同（楷体）", _named(alike), f"{len(entries)} 处均不同"
        )


def _plain_face(body: Sequence[Paragraph]) -> str:
    return most_common(glyph.font for one in body for glyph in one.glyphs)


def _named(wrong: Sequence[Paragraph]) -> list[str]:
    return [on_page(one.first.page, one.text) for one in wrong]


def _lead_face(paragraph: Paragraph) -> str:
    """The face of the number and of the words up to the first full stop."""
    glyphs = list(paragraph.glyphs)
    end = next((at for at, one in enumerate(glyphs) if one.char == "。"), len(glyphs))
    return most_common(one.font for one in glyphs[: max(end, 1)])


def _goes_on_in(paragraph: Paragraph, plain: str) -> bool:
    """Whether the 汉字 after the first full stop are in the body's face; digits may have a face of their own."""
    glyphs = list(paragraph.glyphs)
    end = next((at for at, one in enumerate(glyphs) if one.char == "。"), len(glyphs))
    rest = [one.font == plain for one in glyphs[end + 1 :] if "\u4e00" <= one.char <= "\u9fff"]
    return sum(rest) >= _MOST * len(rest)


def _announced(found: Found) -> Iterator[Element]:
    for block in (one for one in found.blocks if one[0].kind is Kind.ANNOUNCED):
        above = _above(found, block[0])
        if above is None:
            yield unjudged("M-20", "附件说明与正文之间", "空 1 行", "在页首，量不出")
        else:
            yield emptied("M-20", "附件说明与正文之间", 1, empty_lines(above.line.ink.y1, block[0].line.ink.y0))
        yield length("M-20", "附件说明左空 2 字", of.LEFT + _INDENT, block[0].line.left, of.NEAR_INDENT)
        yield _ends(block)
        if len(block) > 1:
            yield _hanging(block)


def _above(found: Found, line: Placed) -> Placed | None:
    """The line before one in the flow, None where that stands on another page."""
    at = found.flow.index(line)
    before = found.flow[at - 1] if at else None
    return before if before and before.page == line.page else None


def _ends(block: Sequence[Placed]) -> Element:
    text = "".join(one.line.solid for one in block)
    faults = [f"“{text[-1]}”"] if text.endswith(_END_MARKS) else []
    if "：《" in text:
        faults.append("用了书名号")
    return without_fault("M-20", "附件名称写法", "不加书名号，末尾不加标点", faults, "相符")


def _hanging(block: Sequence[Placed]) -> Element:
    """M-20, M-22: wrapped names and further numbers are aligned."""
    faults = [
        on_page(one.page, one.line.text)
        for one in block[1:]
        if not any(is_near(one.line.left - of.LEFT, place, of.NEAR_INDENT) for place in (_NAME_FROM, _ENTRY_FROM))
    ]
    return without_fault("M-22", "附件说明回行对齐", "与名称首字或序号对齐", faults, "对齐")
