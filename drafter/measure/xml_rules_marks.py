"""Rows on weight, colour and what is left over from drafting (spec P-42, P-09, H-16, C-175)."""

import re
from collections.abc import Iterator

from lxml import etree

from drafter.measure.formatting import Properties, is_on
from drafter.measure.xml_rules_package import A, W
from drafter.measure.xml_rules_roles import RED, Role, Roles
from drafter.measure.xml_rules_rows import printed_runs, row
from drafter.measure.xml_rules_text import Document
from drafter.model.notice import Format
from drafter.model.results import Element

_BLACK = {"", "auto", "000000"}
_PAPER = {"", "auto", "FFFFFF"}
_RULES = {RED, "000000", "FFFFFF"}  # P-09: rules are red or black, boxes white
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange")
_COMMENTS = ("commentRangeStart", "commentReference")
_CELL_CHANGES = ("cellIns", "cellDel", "cellMerge", "tcPrChange", "numberingChange")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|×{2,}|Ｘ{2,}|(?<![A-Za-z])(?:X{2,}|x{2,})(?![A-Za-z])")
_NAMES = {"creator": "作者", "lastModifiedBy": "最后修改者", "Company": "单位", "Manager": "主管"}


def rows(document: Document, roles: Roles, wanted: Format) -> Iterator[Element]:
    """The rows on weight, colour and residue."""
    yield row("P-42", "加粗、倾斜、下划线", "都不用，层次以字体区别", _weights(document))
    yield row("P-09", "颜色", "发文机关标志和红线用FF0000，其余黑色，无底纹", _colours(document, roles))
    if wanted is Format.FILE:
        yield row("H-16", "红线中的五角星", "没有五角星", _stars(document), "没有")
    yield row("C-175", "修订痕迹", "没有未接受的修订", _left(document, (*_CHANGES, *_CELL_CHANGES), "修订"), "没有")
    yield row("C-175", "批注", "没有批注", _left(document, _COMMENTS, "批注"), "没有")
    yield row("C-175", "突出显示", "没有突出显示的文字", _highlights(document), "没有")
    yield row("C-175", "隐藏文字", "没有隐藏的文字", _hidden(document), "没有")
    yield row("C-175", "占位符", "没有{{ }}、{% %}、××等占位符", _placeholders(document), "没有")
    yield row("C-175", "文件属性", "不带作者、修改者和单位名称", _metadata(document), "没有")


def _weights(document: Document) -> Iterator[str]:
    for paragraph, run in printed_runs(document):
        marks = [name for key, name in (("b", "加粗"), ("i", "倾斜")) if is_on(run.format, key)]
        if run.format.get("u", "none") != "none":
            marks.append("下划线")
        if marks and run.text.strip():
            yield f"{paragraph}：{'、'.join(marks)}"


def _colours(document: Document, roles: Roles) -> Iterator[str]:
    marks = {id(paragraph) for paragraph in roles.of(Role.MARK)}
    for paragraph, run in printed_runs(document):
        colour = _colour(run.format)
        if id(paragraph) in marks:
            if colour != RED:
                yield f"{paragraph}：发文机关标志不是红色（{colour or '没有指定'}）"
        elif colour not in _BLACK:
            yield f"{paragraph}：文字颜色{colour}"
        if _shaded(run.format):
            yield f"{paragraph}：文字有底纹"
    for paragraph in document.flow:
        if _shaded(paragraph.format):
            yield f"{paragraph}：段落有底纹"
    yield from _border_colours(document)
    for fill in document.package.document.iter(f"{A}srgbClr"):
        if fill.get("val", "").upper() not in _RULES:
            yield f"图形颜色{fill.get('val')}"


def _colour(properties: Properties) -> str:
    """The colour of text; a theme colour counts as what the document notes beside it."""
    return properties.get("color", "").upper().replace("AUTO", "auto")


def _shaded(properties: Properties) -> bool:
    fill = properties.get("shd@fill", "").upper().replace("AUTO", "auto")
    return fill not in _PAPER or properties.get("shd", "clear") not in ("clear", "nil")


def _border_colours(document: Document) -> Iterator[str]:
    def wrong(colour: str) -> bool:
        return colour.upper().replace("AUTO", "auto") not in {*_BLACK, RED}

    for paragraph in document.flow:
        for key, value in paragraph.format.items():
            if key.startswith("pBdr/") and key.endswith("@color") and wrong(value):
                yield f"{paragraph}：边框颜色{value}"
    for name in ("tblBorders", "tcBorders"):
        for borders in document.package.document.iter(f"{W}{name}"):
            for border in borders:
                if wrong(border.get(f"{W}color", "")):
                    yield f"表格：边框颜色{border.get(f'{W}color')}"


def _stars(document: Document) -> Iterator[str]:
    for shape in document.package.document.iter(f"{A}prstGeom"):
        if shape.get("prst", "").startswith("star"):
            yield "有五角星图形"
    for paragraph, run in printed_runs(document):
        if "★" in run.text and _colour(run.format) == RED:
            yield f"{paragraph}：有红色五角星"


def _printed_parts(document: Document) -> Iterator[etree._Element]:
    kinds = ("header", "footer", "footnotes", "endnotes")
    yield document.package.document
    for relation in document.package.relations().values():
        if relation.kind in kinds and relation.target in document.package.parts:
            yield document.package.parts[relation.target]


def _left(document: Document, names: tuple[str, ...], what: str) -> Iterator[str]:
    for part in _printed_parts(document):
        for number, element in enumerate(part.iter(*(f"{W}{name}" for name in names)), start=1):
            text = "".join(one.text or "" for one in element.iter(f"{W}t", f"{W}delText"))
            yield f"{what}第{number}处“{text[:12]}”"


def _highlights(document: Document) -> Iterator[str]:
    for paragraph, run in printed_runs(document):
        if run.format.get("highlight", "none") not in ("none", "white"):
            yield f"{paragraph}：突出显示为{run.format['highlight']}"


def _hidden(document: Document) -> Iterator[str]:
    for paragraph, run in printed_runs(document):
        if is_on(run.format, "vanish"):
            yield f"{paragraph}：隐藏了“{run.text[:12]}”"


def _placeholders(document: Document) -> Iterator[str]:
    margins = (paragraph for margin in (*document.headers, *document.footers) for paragraph in margin.paragraphs)
    for paragraph in (*document.flow, *margins):
        for found in _PLACEHOLDER.finditer(paragraph.text):
            yield f"{paragraph}：占位符“{found[0][:20]}”"


def _metadata(document: Document) -> Iterator[str]:
    for name, part in document.package.parts.items():
        if not name.startswith("docProps/"):
            continue
        for element in part.iter(etree.Element):
            label = _NAMES.get(etree.QName(element).localname)
            if label and (element.text or "").strip():
                yield f"{label}“{(element.text or '').strip()}”"
