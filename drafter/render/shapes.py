"""The shapes of a document by name: moved and resized in both ways they are written (twips)."""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

_EMU = 635
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_VML_RECT = "{urn:schemas-microsoft-com:vml}rect"


def move(document: Document, name: str, *, top: int) -> None:
    """Put a shape at a distance from the top of the sheet."""
    for anchor in _anchors(document, name):
        for position in anchor.iterchildren(qn("wp:positionV")):
            position.set("relativeFrom", "page")
            for old in list(position):
                position.remove(old)
            etree.SubElement(position, qn("wp:posOffset")).text = str(top * _EMU)
        _restyle(anchor, "margin-top", f"{top / 20:.2f}pt")
        _restyle(anchor, "mso-position-vertical-relative", "page")
        _restyle(anchor, "mso-position-vertical", "absolute")


def resize(document: Document, name: str, *, height: int) -> None:
    """Give a shape a height."""
    for anchor in _anchors(document, name):
        for extent in (*anchor.iter(qn("wp:extent")), *anchor.iter(qn("a:ext"))):
            extent.set("cy", str(height * _EMU))
        _restyle(anchor, "height", f"{height / 20:.2f}pt")


def _anchors(document: Document, name: str) -> Iterator[etree._Element]:
    """The anchors of a shape in the text and in all headers and footers."""
    parts = [one.target_part for one in document.part.rels.values() if one.reltype.endswith(("/header", "/footer"))]
    for part in (document.part, *parts):
        for properties in part.element.iter(qn("wp:docPr")):
            if properties.get("name") == name:
                yield properties.getparent()


def _restyle(anchor: etree._Element, measure: str, value: str) -> None:
    """Set a measure that the shape's older form has."""
    for above in anchor.iterancestors(_ALTERNATE):
        for old in above.iter(_VML_RECT):
            style = re.sub(rf"(?<![-\w]){measure}:[^;]+", f"{measure}:{value}", old.get("style", ""))
            old.set("style", style)
