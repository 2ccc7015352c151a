"""花脸稿: the new notice as it is printed, what went struck out in red, what came boxed in blue.

    made = marked_copy.document(pages, comparison)   # pages from tracked_changes.printed, -> Rendered

The marks are those of the tracked document as ordinary faces, which survive every program, print and PDF; a line
through and a box tell them apart without colour. Remarks on moved text stand in brackets behind the item. The
发文机关标志 has room for one name: the new one stands in it, the old one in a remark behind the title.
"""

import io

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.handover.tracked_changes import AUTHOR
from drafter.handover.tracked_changes.blocks import BOX, PARAGRAPH, R_PROPERTIES, RUN, TEXT, Element, atoms, style_of
from drafter.handover.tracked_changes.marking import marked
from drafter.handover.tracked_changes.pages import Pages
from drafter.handover.tracked_changes.revisions import DELETED, INSERTED, run_like, text_element
from drafter.model.comparison import Comparison
from drafter.render import Rendered, named_styles
from drafter.render.repacking import repacked

CATEGORY = "花脸稿"  # of the file, by which it is told from a clean copy that came back
_MARK_STYLE = "发文机关标志"
_RED, _BLUE, _GREY = "C00000", "0000FF", "D9D9D9"
_MARKS = (qn(DELETED), qn(INSERTED))
_ORDER = tuple(
    qn(f"w:{name}")
    for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
        "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
        "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    )
)  # fmt: skip


def document(pages: Pages, comparison: Comparison) -> Rendered:
    """The marked copy of a comparison."""
    made = marked(pages, comparison, author=AUTHOR, date=None, strict_order=False)
    former = _without_former_names(made.document)
    if former and made.title is not None:
        _remark(made.title, f"发文机关标志原为“{former}”")
    for paragraph, text in made.remarks:
        _remark(paragraph, text)
    for mark in list(made.document.element.iter(*_MARKS)):
        _as_faces(mark)
    made.document.core_properties.category = CATEGORY
    out = io.BytesIO()
    made.document.save(out)
    return Rendered(repacked(out.getvalue()), pages.new.document.notes)


def _without_former_names(document: Document) -> str:
    """Take the deletions out of the 发文机关标志 in a box; returns what it was, nothing where it is the same."""
    style = named_styles.of(document).get(_MARK_STYLE)
    former = ""
    for box in document.element.iter(BOX):
        for paragraph in box.iterchildren(PARAGRAPH):
            gone = list(paragraph.iterchildren(qn(DELETED)))
            if style is None or style_of(paragraph) != style.get(qn("w:styleId")) or not gone:
                continue
            kept = (child for child in paragraph if child.tag != qn(INSERTED))
            former = "".join(text.text or "" for child in kept for text in child.iter(TEXT, qn("w:delText")))
            for mark in gone:
                paragraph.remove(mark)
    return former


def _remark(paragraph: Element, text: str) -> None:
    """Put a remark behind a paragraph, in the face of its text on grey ground."""
    body = next((atom.run for atom in reversed(list(atoms(paragraph))) if atom.text), None)
    run = run_like(body)
    _set(run, "shd", val="clear", color="auto", fill=_GREY)
    run.append(text_element(f"［{text}］", deleted=False))
    paragraph.append(run)


def _as_faces(mark: Element) -> None:
    """Take a mark away and give the runs in it, if it has any, the face that says the same."""
    parent = mark.getparent()
    if parent is None:
        return
    for run in list(mark.iterchildren(RUN)):
        if mark.tag == qn(DELETED):
            _set(run, "strike")
            _set(run, "color", val=_RED)
            for text in run.iterchildren(qn("w:delText")):
                text.tag = TEXT
        else:
            _set(run, "color", val=_BLUE)
            _set(run, "bdr", val="single", sz="4", space="0", color=_BLUE)
        mark.addprevious(run)
    parent.remove(mark)


def _set(run: Element, name: str, **values: str) -> None:
    """Set a property of a run at its place among the others."""
    face = run.find(R_PROPERTIES)
    if face is None:
        face = OxmlElement("w:rPr")
        run.insert(0, face)
    for former in face.findall(qn(f"w:{name}")):
        face.remove(former)
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    before = _ORDER[: _ORDER.index(made.tag)]
    face.insert(sum(child.tag in before for child in face), made)
