"""Word documents (.docx) into lines and tables."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Margin, Table

_SKIPPED = {
    qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "drawing", "pict", "object")
} | {qn("w:rt"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARGINS = {"header": "页眉", "footer": "页脚"}
_PASSED_THROUGH = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def blocks(data: bytes, name: str) -> list[Block]:
    """The paragraphs and tables of a document's body in order, then its headers and footers.

    Raises NotUnderstood where the package or its XML is damaged.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        return [*_blocks(document.element.body, [0]), *_margins(document)]
    except Exception as error:  # a damaged package makes zlib, zipfile, lxml and python-docx raise almost anything
        raise NotUnderstood(f"{name} 不是完好的 Word 文档（.docx）。请用 Word 或 WPS 打开并另存后重试。") from error


def _blocks(parent: etree._Element, count: list[int]) -> Iterator[Block]:
    """The blocks below an element; content controls and the like are passed through."""
    for child in parent:
        if child.tag == qn("w:p"):
            count[0] += 1
            yield from _lines(child, f"第{count[0]}段")
            for box in child.iter(qn("w:txbxContent")):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _blocks(box, count)
        elif child.tag == qn("w:tbl"):
            rows = tuple(_rows(child))
            if any(cell for row in rows for cell in row):
                yield Table(rows=rows, where=f"第{count[0]}段后的表格")
        elif child.tag in _PASSED_THROUGH:
            yield from _blocks(child, count)


def _lines(paragraph: etree._Element, where: str) -> Iterator[Line]:
    for line in paragraph_text(paragraph).split("\n"):
        if line.strip():
            yield Line(text=line, where=where)


def _rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    """The rows of a table; a cell that spans columns or rows has its text once, in its first place."""
    for row in table.iter(qn("w:tr")):
        cells: list[str] = []
        for cell in row.iter(qn("w:tc")):
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = merged is not None and merged.get(qn("w:val")) != "restart"
            texts = (paragraph_text(paragraph) for paragraph in cell.iter(qn("w:p")))
            cells.append("" if continued else "\n".join(texts).strip())
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            cells += [""] * (int(span.get(qn("w:val"), "1")) - 1 if span is not None else 0)
        yield tuple(cells)


def _margins(document: Document) -> Iterator[Margin]:
    """The text of all headers and footers, of first and even pages and in tables too, each paragraph once."""
    seen = set()
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in _MARGINS:
            continue
        for paragraph in relation.target_part.element.iter(qn("w:p")):
            text = paragraph_text(paragraph).strip()
            if text and text not in seen:
                seen.add(text)
                yield Margin(text=text, where=_MARGINS[kind])


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph with its tabs and line breaks; deleted text and drawings are not in it."""
    parts: list[str] = []

    def walk(element: etree._Element) -> None:
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == qn("w:t"):
                parts.append(child.text or "")
            elif child.tag == qn("w:tab"):
                parts.append("\t")
            elif child.tag in (qn("w:br"), qn("w:cr")):
                parts.append("\n")
            elif child.tag == qn("w:noBreakHyphen"):
                parts.append("-")
            else:
                walk(child)

    walk(paragraph)
    return "".join(parts)
