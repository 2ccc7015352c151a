"""Word documents (.docx) into lines and tables."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from lxml import etree

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Table

_SKIPPED = {qn("w:del"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:drawing"), qn("w:pict")}


def blocks(data: bytes, name: str) -> list[Block]:
    """The paragraphs and tables of a document's body, in order.

    Raises NotUnderstood where the package or its XML is damaged.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        return list(_blocks(document.iter_inner_content()))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise NotUnderstood(f"{name} 不是完好的 Word 文档（.docx）。请用 Word 或 WPS 打开并另存后重试。") from error


def _blocks(content: Iterator[Paragraph | WordTable]) -> Iterator[Block]:
    count = 0
    for block in content:
        if isinstance(block, WordTable):
            yield Table(rows=tuple(_rows(block)), where=f"第{count}段后的表格")
            continue
        count += 1
        for line in paragraph_text(block._p).split("\n"):
            if line.strip():
                yield Line(text=line, where=f"第{count}段")


def _rows(table: WordTable) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        yield tuple("\n".join(paragraph_text(p._p) for p in cell.paragraphs).strip() for cell in row.cells)


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
