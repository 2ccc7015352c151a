"""The paragraphs of a filled document with the names of their styles.

Found by one pass over the XML: a paragraph of python-docx searches all styles each time it is asked for its own.
"""

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_P, _T, _BR, _R = qn("w:p"), qn("w:t"), qn("w:br"), qn("w:r")
_STYLE, _VAL = f"{qn('w:pPr')}/{qn('w:pStyle')}", qn("w:val")


@dataclass(frozen=True)
class Line:
    """A paragraph of the text, not of a table, and the name of its style."""

    paragraph: Paragraph
    style: str

    @property
    def text(self) -> str:
        """Its text, a line feed for each line break."""
        return "".join(
            one.text or "" if one.tag == _T else "\n"
            for run in self.paragraph._p.iterchildren(_R)
            for one in run.iterchildren(_T, _BR)
        )


def lines(document: Document) -> list[Line]:
    """The paragraphs of the body in their order."""
    names = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            names[style.get(qn("w:styleId"))] = name.get(_VAL, "")
    found = []
    for element in document.element.body.iterchildren(_P):
        style = element.find(_STYLE)
        name = "" if style is None else names.get(style.get(_VAL), "")
        found.append(Line(Paragraph(element, document._body), name))
    return found
