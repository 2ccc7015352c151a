"""An invisible bookmark on each item, so that a returned file can be matched to the draft."""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from drafter.render.printed import Line

PREFIX = "_item_"  # Word hides bookmarks that begin with an underscore
_FIRST_ID = 100


def mark(lines: Iterable[Line], items: Iterable[tuple[str, str]]) -> None:
    """Set the bookmarks; of each item the id and the text its paragraph begins with, in order."""
    left = iter(lines)
    for number, (item_id, beginning) in enumerate(items):
        found = next((line for line in left if beginning and line.text.startswith(beginning)), None)
        if found is not None:
            _set(found.paragraph._p, _FIRST_ID + number, f"{PREFIX}{item_id}")


def _set(paragraph: etree._Element, number: int, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for one in (start, end):
        one.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)
