"""Faults of a template that stand in its Word text: tracked changes, comments, tags torn or in the wrong place."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from drafter.render.findings import Finding, Place, Severity, found
from drafter.render.template_parts import TAG, Paragraph, Part, Tag, holder

_TRACKED = tuple(
    qn(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
    )
)  # fmt: skip
_COMMENTS = (qn("w:commentReference"), qn("w:commentRangeStart"))
_LOADING = re.compile(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|RD)\b", re.IGNORECASE)
_TORN = re.compile(r"\{[{%#]|[}%#]\}")
_MISTYPED = re.compile(r"[{｛][{｛%％ ]*[A-Za-z_][^{}｛｝]*[}｝%％ ]*[}｝]|[｛｝]")
_LEVELS = {"p": ("p", "段"), "tr": ("tr", "行"), "tc": ("tc", "格"), "r": ("r", "片段")}


def faults(part: Part) -> Iterator[Finding]:
    """The faults of a part in the order of its text."""
    for paragraph in part.paragraphs:
        yield from _review_marks(paragraph)
        yield from _torn(paragraph)
        yield from _loading(paragraph)
        for tag, holders in paragraph.tags():
            yield from _misplaced(paragraph, tag, holders)
    page = part.root.find(f"{qn('w:sectPr')}/{qn('w:sectPrChange')}")
    if page is not None:
        yield _tracked(Place(part=part.name, where=f"{part.name}的页面设置"))


def _review_marks(paragraph: Paragraph) -> Iterator[Finding]:
    own = [one for one in paragraph.element.iter(*_TRACKED, *_COMMENTS) if holder(one, "p") is paragraph.element]
    around = list(paragraph.element.iterancestors(*_TRACKED))
    row = holder(paragraph.element, "tr")
    if row is not None and next(row.iter(qn("w:p")), None) is paragraph.element:
        around += [one for one in row.iterfind(f"{qn('w:trPr')}/*") if one.tag in _TRACKED]
    if around or any(one.tag in _TRACKED for one in own):
        yield _tracked(paragraph.place)
    if any(one.tag in _COMMENTS for one in own):
        yield found("comment", Severity.ERROR, paragraph.place, "留有批注，会印进每一份文件。请删去批注。")


def _tracked(place: Place) -> Finding:
    message = "留有修订痕迹，会带进每一份文件。请在“审阅”中接受或拒绝全部修订。"
    return found("tracked-change", Severity.ERROR, place, message)


def _loading(paragraph: Paragraph) -> Iterator[Finding]:
    """Fields that load a file or run a program."""
    fields = [one.text or "" for one in paragraph.element.iter(qn("w:instrText"))]
    fields += [one.get(qn("w:instr"), "") for one in paragraph.element.iter(qn("w:fldSimple"))]
    loading = _LOADING.search(" ".join(fields))
    if loading:
        message = f"域 {loading[0].upper()} 会读取别的文件或程序。请删去这个域，或改成文字。"
        yield found("external-link", Severity.ERROR, paragraph.place, message)


def _torn(paragraph: Paragraph) -> Iterator[Finding]:
    """Brackets that are left when all complete tags are taken out."""
    rest = TAG.sub("\0", paragraph.text)
    torn = _TORN.search(rest)
    if torn:
        message = f"标记没有写完整：“{torn[0]}”在同一段里没有配对。{{{{ }}}}、{{% %}} 要在一段里写完，不能分到两段。"
        yield found("split-tag", Severity.ERROR, paragraph.place, message, torn[0])
        return
    mistyped = _MISTYPED.search(rest)
    if mistyped:
        message = f"“{mistyped[0]}”不是标记，会照样印出。占位符要用两个半角花括号，如 {{{{ title }}}}。"
        yield found("split-tag", Severity.ERROR, paragraph.place, message, mistyped[0])


def _misplaced(paragraph: Paragraph, tag: Tag, holders: list[etree._Element]) -> Iterator[Finding]:
    """A tag torn by a hyperlink or the like, or one that takes text with it, or outside of what it names."""
    if len({_above_run(one) for one in holders}) > 1:
        message = f"标记 {tag.written} 被超链接、修订或控件隔断。请删去，重新在一处打完整。"
        yield found("split-tag", Severity.ERROR, paragraph.place, message, tag.written)
    if not tag.level or not holders:
        return
    name, word = _LEVELS[tag.level]
    around = holder(holders[0], name)
    if around is None:
        message = f"{tag.written} 只能写在表格里。"
        yield found("misplaced-tag", Severity.ERROR, paragraph.place, message, tag.written)
        return
    whole = "".join(one.text or "" for one in around.iter(qn("w:t")))
    rest = whole.replace(tag.written, "", 1).strip()
    if rest:
        message = f"{tag.written} 所在的{word}会整个去掉，同在一{word}的“{rest[:30]}”不会印出。请让标记单独占一{word}。"
        yield found("swallowed-text", Severity.ERROR, paragraph.place, message, tag.written)


def _above_run(piece: etree._Element) -> etree._Element | None:
    run = holder(piece, "r")
    return None if run is None else run.getparent()
