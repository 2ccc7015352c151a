"""The 版记 on an even page of its own, for an office that prints on both sides (spec B-10, B-13)."""

import copy
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.render.printed import Line

if TYPE_CHECKING:
    from lxml import etree

_PLACE, _NUMBER = "版记位置", "公文页码"


def onto_even_page(document: Document, lines: list[Line]) -> None:
    """Let a section that begins on an even page hold the 版记, without page number, head and foot (spec B-11)."""
    place = next((line for line in reversed(lines) if line.style == _PLACE), None)
    before: etree._Element | None = None if place is None else place.paragraph._p.getprevious()
    if place is None or before is None or before.tag != qn("w:p"):
        return
    end: etree._Element = document.sections[-1]._sectPr
    properties = before.find(qn("w:pPr"))
    if properties is None:
        return
    properties.append(copy.deepcopy(end))
    for name in ("w:headerReference", "w:footerReference", "w:titlePg"):
        for one in list(end.iterchildren(qn(name))):
            end.remove(one)
    kind = OxmlElement("w:type")
    kind.set(qn("w:val"), "evenPage")
    end.insert(0, kind)
    section = document.sections[-1]
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        footer.paragraphs[0].style = _NUMBER
