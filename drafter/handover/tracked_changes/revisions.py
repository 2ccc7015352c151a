"""The marks of a tracked change in WordprocessingML, each with an id of its own."""

import datetime
import itertools
from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.handover.tracked_changes.blocks import P_PROPERTIES, R_PROPERTIES, Element

INSERTED, DELETED = "w:ins", "w:del"
_ID = qn("w:id")
_FIRST = 1000
_BEFORE_TRACKING = frozenset(
    qn(f"w:{name}")
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
        "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors",
        "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
        "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
    )
)  # fmt: skip


def record_changes(settings: Element) -> None:
    """Let Word record what is changed from now on."""
    switch = OxmlElement("w:trackRevisions")
    before = [child for child in settings if child.tag in _BEFORE_TRACKING]
    settings.insert(settings.index(before[-1]) + 1 if before else 0, switch)


def stamp(date: datetime.datetime) -> str:
    """A time as Word writes it into marks and comments."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


class Revisions:
    """Makes the marks, by one author; `date` is left out where it is None."""

    def __init__(self, root: Element, author: str, date: datetime.datetime | None) -> None:
        used = (int(number) for one in root.iter() if (number := one.get(_ID, "")).isdigit())
        self._ids = itertools.count(max(_FIRST, *used, _FIRST) + 1)
        self._author = author
        self._date = None if date is None else stamp(date)

    def mark(self, kind: str) -> Element:
        """An empty mark, to be put round runs or into properties."""
        made: Element = OxmlElement(kind)
        made.set(_ID, str(next(self._ids)))
        made.set(qn("w:author"), self._author)
        if self._date:
            made.set(qn("w:date"), self._date)
        return made

    def mark_paragraph(self, paragraph: Element, kind: str) -> None:
        """Mark the end of a paragraph, so that the line goes or comes with its text."""
        properties = paragraph.find(P_PROPERTIES)
        if properties is None:
            properties = OxmlElement("w:pPr")
            paragraph.insert(0, properties)
        face = properties.find(R_PROPERTIES)
        if face is None:
            face = OxmlElement("w:rPr")
            behind = [child for child in properties if child.tag in (qn("w:sectPr"), qn("w:pPrChange"))]
            properties.insert(properties.index(behind[0]) if behind else len(properties), face)
        face.insert(0, self.mark(kind))

    def mark_row(self, row: Element, kind: str) -> None:
        """Mark a table row."""
        properties = row.find(qn("w:trPr"))
        if properties is None:
            properties = OxmlElement("w:trPr")
            exceptions = row.find(qn("w:tblPrEx"))
            row.insert(0 if exceptions is None else 1, properties)
        properties.append(self.mark(kind))


def run_like(run: Element | None) -> Element:
    """An empty run with the properties of another."""
    made: Element = OxmlElement("w:r")
    face = None if run is None else run.find(R_PROPERTIES)
    if face is not None:
        made.append(deepcopy(face))
    return made


def text_element(text: str, *, deleted: bool) -> Element:
    """The text of a run, as Word wants it inside a deletion or elsewhere."""
    made: Element = OxmlElement("w:delText" if deleted else "w:t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
