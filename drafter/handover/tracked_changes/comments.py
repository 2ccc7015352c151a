"""Comments of Word on paragraphs; the initials tell those of the comparison from a reader's own."""

import datetime

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.handover.tracked_changes.blocks import P_PROPERTIES, Element
from drafter.handover.tracked_changes.revisions import stamp

INITIALS = "比对"


def attach(document: Document, paragraph: Element, text: str, author: str, date: datetime.datetime | None) -> None:
    """Put a comment on a whole paragraph."""
    comment = document.comments.add_comment(text=text, author=author, initials=INITIALS)
    made = comment._comment_elm
    made.attrib.pop(qn("w:date"), None)
    if date is not None:
        made.set(qn("w:date"), stamp(date))
    for name in ("w:pStyle", "w:rStyle"):  # styles that the document has not
        for one in list(made.iter(qn(name))):
            parent = one.getparent()
            if parent is not None:
                parent.remove(one)
    _range(paragraph, str(comment.comment_id))


def _range(paragraph: Element, number: str) -> None:
    start, end = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")
    mark = OxmlElement("w:commentReference")
    for one in (start, end, mark):
        one.set(qn("w:id"), number)
    run = OxmlElement("w:r")
    run.append(mark)
    properties = paragraph.find(P_PROPERTIES)
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.extend([end, run])
