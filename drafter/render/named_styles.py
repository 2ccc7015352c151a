"""The styles of a document by the name a drafter sees, and the measures set in them (twips)."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Style = etree._Element


def of(document: Document) -> dict[str, Style]:
    """Every style by its name."""
    found = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[name.get(qn("w:val"), "")] = style
    return found


def set_paragraph(style: Style, name: str, **values: int | str) -> None:
    """Set attributes of a paragraph property that the style has, such as spacing or ind; one it lacks is left."""
    found = style.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
    if found is not None:
        for key, value in values.items():
            found.set(qn(f"w:{key}"), str(value))


def set_size(style: Style, half_points: int, scale: int) -> None:
    """Set the type size, and the width of characters in percent, of a style that has a size."""
    run = style.find(qn("w:rPr"))
    if run is None:
        return
    for name in ("w:sz", "w:szCs"):
        found = run.find(qn(name))
        if found is not None:
            found.set(qn("w:val"), str(half_points))
    spacing = run.find(qn("w:spacing"))
    if scale != 100 and spacing is not None:
        width = OxmlElement("w:w")
        width.set(qn("w:val"), str(scale))
        spacing.addnext(width)
