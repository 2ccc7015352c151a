"""The parts of a template that are filled: paragraphs with their places, tags as written and as docxtpl reads them."""

import difflib
import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from drafter.errors import TemplateTrouble
from drafter.model.base import Value
from drafter.render import named_styles
from drafter.render.findings import Place

TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_LEVEL = re.compile(r"(\{[{%#])(tr|tc|p|r)\s")
_CELL_MARKS = re.compile(r"\{%\s*(?:vm|hm|colspan|cellbg)\b")  # docxtpl's own, rewritten before jinja sees them
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_KINDS = {"header": "页眉", "footer": "页脚"}
_PAGES = {"first": "首页", "even": "偶数页"}
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_LARGEST = 50_000_000


class Tag(Value):
    """A template tag: `code` without the level p, tr, tc or r that docxtpl takes off, `written` as it stands."""

    code: str
    written: str
    level: str
    place: Place


class Paragraph:
    """A paragraph of a part: its element, the text elements of its own, its place."""

    def __init__(self, element: etree._Element, pieces: list[etree._Element], place: Place) -> None:
        self.element, self.pieces, self.place = element, pieces, place

    @property
    def text(self) -> str:
        """Its text, that of text boxes inside it left out."""
        return self.place.text

    def tags(self) -> Iterator[tuple[Tag, list[etree._Element]]]:
        """Its complete tags, each with the text elements that it stands in."""
        ends = [0]
        for piece in self.pieces:
            ends.append(ends[-1] + len(piece.text or ""))
        for found in TAG.finditer(self.text):
            holders = [
                piece
                for piece, start, end in zip(self.pieces, ends, ends[1:], strict=False)
                if start < found.end() and found.start() < end
            ]
            yield _tag(found[0], self.place), holders


class Part:
    """A part of a template: its XML, and the same as docxtpl gives it to jinja."""

    def __init__(self, name: str, root: etree._Element, patched: str, *, is_xml: bool = True) -> None:
        self.name, self.root, self.patched, self.is_xml = name, root, patched, is_xml
        self.paragraphs = tuple(_paragraphs(name, root))
        written = [tag for one in self.paragraphs for tag, _ in one.tags()]
        self.tags, self.lost = _matched([tag for tag in written if not _CELL_MARKS.match(tag.code)], patched, name)


class Template:
    """A template file, opened for checking: parts, styles, and the outside files that it would load."""

    def __init__(self, parts: tuple[Part, ...], styles: frozenset[str], links: frozenset[str]) -> None:
        self.parts, self.styles, self.links = parts, styles, links

    @property
    def shapes(self) -> frozenset[str]:
        """The names of its text boxes and shapes."""
        return frozenset(one.get("name", "") for part in self.parts for one in part.root.iter(qn("wp:docPr")))


def read(path: Path) -> Template:
    """The template of a file. Raises TemplateTrouble where it is no Word document."""
    try:
        with zipfile.ZipFile(path) as package:
            too_large = sum(entry.file_size for entry in package.infolist()) > _LARGEST
        if too_large:
            raise TemplateTrouble(f"{path} 展开后太大（超过{_LARGEST // 1_000_000}MB），不是文字模板。请换一个文件。")
        return _read(path)
    except FileNotFoundError:
        raise TemplateTrouble(f"找不到模板文件 {path}。请核对文件名。") from None
    except TemplateTrouble:
        raise
    except Exception as error:  # a package from anywhere may be torn in any way
        raise TemplateTrouble(
            f"{path} 不是完好的 Word 文档（.docx），无法检查。请用 Word 另存为 .docx 再试。"
        ) from error


def _read(path: Path) -> Template:
    opened = DocxTemplate(str(path))
    document = opened.get_docx()
    body = document.element.body
    parts = [Part("正文", body, opened.patch_xml(opened.get_xml()))]
    pages = {
        one.get(qn("r:id")): _PAGES.get(one.get(qn("w:type"), ""), "")
        for kind in _KINDS
        for one in body.iter(qn(f"w:{kind}Reference"))
    }
    for uri, kind in ((opened.HEADER_URI, "header"), (opened.FOOTER_URI, "footer")):
        for key, part in opened.get_headers_footers(uri):
            name = pages.get(key, "") + _KINDS[kind]
            parts.append(Part(name, parse_xml(part.blob), opened.patch_xml(opened.get_part_xml(part))))
    for part in document.part.package.parts:
        if part.content_type.endswith(".footnotes+xml"):
            root = parse_xml(part.blob)
            parts.append(Part("脚注", root, opened.patch_xml(opened.xml_to_string(root))))
    parts.extend(_properties(document.core_properties))
    return Template(tuple(parts), frozenset(named_styles.of(document)), _links(document))


def _links(document: Document) -> frozenset[str]:
    """What outside of the package Word loads by itself; a hyperlink waits to be clicked."""
    return frozenset(
        str(relation.target_ref)
        for part in document.part.package.iter_parts()
        for relation in part.rels.values()
        if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK
    )


def _properties(properties: object) -> Iterator[Part]:
    """The properties of the file that docxtpl fills too, each as a paragraph."""
    for name in _PROPERTIES:
        text = getattr(properties, name)
        if TAG.search(text):
            root = etree.Element(qn("w:body"))
            piece = etree.SubElement(etree.SubElement(etree.SubElement(root, qn("w:p")), qn("w:r")), qn("w:t"))
            piece.text = text
            yield Part("文件属性", root, text, is_xml=False)


def _paragraphs(part: str, root: etree._Element) -> Iterator[Paragraph]:
    tables = {table: number for number, table in enumerate(root.iter(qn("w:tbl")), start=1)}
    number = 0
    for element in root.iter(qn("w:p")):
        outside = next(element.iterancestors(qn("w:tc"), qn("w:txbxContent")), None) is None
        number += outside
        where = f"{part}第{number}段" if outside else part + _inside(element, tables)
        pieces = [one for one in element.iter(qn("w:t"), qn("w:delText")) if holder(one, "p") is element]
        text = "".join(one.text or "" for one in pieces)
        yield Paragraph(element, pieces, Place(part=part, where=where, text=text))


def holder(element: etree._Element, name: str) -> etree._Element | None:
    """The nearest element of a name that holds an element."""
    return next(element.iterancestors(qn(f"w:{name}")), None)


def _inside(element: etree._Element, tables: dict[etree._Element, int]) -> str:
    """The table's row or the text box that a paragraph stands in."""
    row = holder(element, "tr")
    box = holder(element, "txbxContent")
    if row is not None and (box is None or box in row.iterancestors()):
        table = holder(row, "tbl")
        assert table is not None
        return f"表格{tables[table]}第{1 + list(table.iterchildren(qn('w:tr'))).index(row)}行"
    shape = next(element.iterancestors(_ALTERNATE), None)
    names = [] if shape is None else [one.get("name", "") for one in shape.iter(qn("wp:docPr"))]
    return f"文本框“{names[0]}”" if names else "文本框"


def _tag(written: str, place: Place) -> Tag:
    level = _LEVEL.match(written)
    code = f"{level[1]} {written[level.end() :]}" if level else written
    return Tag(code=_plain(code), written=written, level=level[2] if level else "", place=place)


def _plain(code: str) -> str:
    return " ".join(html.unescape(code).translate(_QUOTES).split())


def _matched(written: list[Tag], patched: str, part: str) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """The tags that jinja gets, with their places, and those that docxtpl has swallowed before."""
    codes = [_plain(one) for one in TAG.findall(patched)]
    keys, got = [_key(tag.code) for tag in written], [_key(code) for code in codes]
    blocks = difflib.SequenceMatcher(None, keys, got, autojunk=False).get_matching_blocks()
    pairs = {block.b + step: block.a + step for block in blocks for step in range(block.size)}
    kept = set(pairs.values())
    place = Place(part=part, where=part)
    seen = []
    for number, code in enumerate(codes):
        if number in pairs:
            seen.append(written[pairs[number]])
            place = seen[-1].place
        else:
            seen.append(Tag(code=code, written=code, level="", place=place))
    return tuple(seen), tuple(tag for at, tag in enumerate(written) if at not in kept)


def _key(code: str) -> str:
    return re.sub(r"\s", "", code)


def sources(tags: Iterable[Tag]) -> str:
    """The tags alone as a template, a line each, so that a line's number tells the tag."""
    return "\n".join(tag.code for tag in tags)
