"""Rows on paragraphs: alignment, indents, blank lines, titles, numbers (spec P-30…P-32, P-35, M-07, M-14, M-16)."""

import itertools
import re
from collections.abc import Iterable, Iterator

from drafter.measure.formatting import is_on, twips
from drafter.measure.xml_rules_roles import IN_LINES, LEVELS, RUNNING, Role, Roles
from drafter.measure.xml_rules_rows import row, unjudged
from drafter.measure.xml_rules_text import Document, Paragraph, Place
from drafter.model.results import Element

INDENT_CHARS = 200  # P-31: two characters
INDENT = range(600, 661)  # P-31: the same for programs that do not know characters
MOST_BLANKS = 3  # M-37, H-17
_SENTENCE_ENDS = ("。", "：", "；", "！", "？", "）", "〕")


def rows(document: Document, roles: Roles) -> Iterator[Element]:
    """The rows on paragraphs."""
    body, indented = roles.of(*RUNNING), roles.of(*RUNNING, Role.CONTACT, Role.DISCLOSURE)
    rests = _rests(roles)
    for rule, name, expected, faults in (
        ("P-30", "正文对齐", "两端对齐", (_alignment_fault(one) for one in body)),
        (
            "P-31",
            "首行缩进",
            "首行缩进2字符（按字符设，并有相当的磅值），不用空格",
            (_indent_fault(one) for one in indented if id(one) not in rests),
        ),
        (
            "P-35",
            "中西文间距",
            "不自动调整中文与西文、数字的间距",
            (_auto_space_fault(one) for one in roles.of(*IN_LINES)),
        ),
    ):
        if body:
            yield row(rule, name, expected, _told(faults), f"{len(body)}段正文，都符合")
        else:
            yield unjudged(rule, name, expected, "没有找到正文")
    yield row("P-32", "孤行控制和空段", f"不设孤行控制，连续空段不超过{MOST_BLANKS}个", _blank_faults(document, roles))
    yield from _titles(roles)
    yield row("M-14", "序号", "序号直接录入，不用自动编号", _told(_numbering_fault(one) for one in roles.of(*IN_LINES)))
    items = roles.of(*LEVELS)
    if items:
        yield row(
            "M-16", "条目段落", "条目是正文：不设与下段同页，没有大纲级别", _heading_faults(roles), f"{len(items)}条"
        )


def _told(faults: Iterable[str | None]) -> Iterator[str]:
    return (fault for fault in faults if fault)


def _rests(roles: Roles) -> set[int]:
    """The rests of body paragraphs parted so that the signature has text on its page (M-26).

    The first part does not end a sentence, and the rest begins a page flush left.
    """
    pairs = itertools.pairwise(roles.of(*RUNNING))
    return {
        id(second)
        for first, second in pairs
        if not first.line.endswith(_SENTENCE_ENDS) and is_on(second.format, "pageBreakBefore")
    }


def _alignment_fault(paragraph: Paragraph) -> str | None:
    names = {"left": "左对齐", "start": "左对齐", "center": "居中", "right": "右对齐", "distribute": "分散对齐"}
    alignment = paragraph.format.get("jc", "left")
    return None if alignment == "both" else f"{paragraph}：{names.get(alignment, alignment)}"


def _indent_fault(paragraph: Paragraph) -> str | None:
    if paragraph.text[:1] in (" ", "\u3000", "\t", "\u00a0"):
        return f"{paragraph}：段首用了空格"
    chars = paragraph.format.get("ind@firstLineChars")
    if chars is None or twips(chars) != INDENT_CHARS:
        return f"{paragraph}：没有按字符缩进2字"
    if twips(paragraph.format.get("ind@firstLine")) not in INDENT:
        return f"{paragraph}：缺少首行缩进的磅值（32磅左右）"
    return None


def _auto_space_fault(paragraph: Paragraph) -> str | None:
    on = [name for name in ("autoSpaceDE", "autoSpaceDN") if is_on(paragraph.format, name, default=True)]
    return f"{paragraph}：自动调整间距没有关" if on else None


def _blank_faults(document: Document, roles: Roles) -> Iterator[str]:
    for paragraph in roles.of(*RUNNING):
        if is_on(paragraph.format, "widowControl", default=True):
            yield f"{paragraph}：设了孤行控制"
    run = 0
    for paragraph in document.flow:
        if paragraph.place is Place.BOX:
            continue
        blank = paragraph.place is Place.BODY and paragraph.is_blank
        run = run + 1 if blank else 0
        if run == MOST_BLANKS + 1:
            yield f"{paragraph}：连续空段超过{MOST_BLANKS}个"


def _titles(roles: Roles) -> Iterator[Element]:
    name, expected = "标题段落", "一个标题是一个段落，分行用换行符"
    groups = list(roles.title_groups())
    if groups:
        split = (f"{group[0]}：分成了{len(group)}个段落" for group in groups if len(group) > 1)
        yield row("M-07", name, expected, split)
    else:
        yield unjudged("M-07", name, expected, "没有找到标题（18磅以上的段落）")


def _numbering_fault(paragraph: Paragraph) -> str | None:
    return f"{paragraph}：用了自动编号" if paragraph.format.get("numPr/numId", "0") != "0" else None


def _heading_faults(roles: Roles) -> Iterator[str]:
    """Items that hold on to the next paragraph leave half pages empty; the last may hold on to the signature."""
    printed = [part for part in roles.parts if part.role is not Role.BLANK]
    for part, following in zip(printed, [*printed[1:], None], strict=True):
        if part.role not in LEVELS:
            continue
        ends = following is None or following.role not in RUNNING
        if is_on(part.paragraph.format, "keepNext") and not ends:
            yield f"{part.paragraph}：设了与下段同页"
        level = part.paragraph.format.get("outlineLvl")
        if level is not None and re.fullmatch("[0-8]", level):
            yield f"{part.paragraph}：设了大纲级别"
