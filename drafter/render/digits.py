"""The face of digits and Latin letters (spec P-46)."""

from docx.document import Document
from docx.oxml.ns import qn

_TIMES = "Times New Roman"
_PAGE_NUMBER = "公文页码"


def in_times(document: Document) -> None:
    """Set digits and Latin letters in Times New Roman in all styles but that of the page number (spec N-01)."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        style = next(fonts.iterancestors(qn("w:style")), None)
        name = None if style is None else style.find(qn("w:name"))
        if name is None or name.get(qn("w:val")) != _PAGE_NUMBER:
            fonts.set(qn("w:ascii"), _TIMES)
            fonts.set(qn("w:hAnsi"), _TIMES)
