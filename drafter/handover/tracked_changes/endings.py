"""How a body, a box or a cell ends when paragraphs at its end come or go: its last paragraph mark can do neither."""

from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.handover.tracked_changes.blocks import P_PROPERTIES, PARAGRAPH, R_PROPERTIES, TABLE, Element
from drafter.handover.tracked_changes.revisions import DELETED


def may_be_marked(paragraph: Element) -> bool:
    """Whether the end of a paragraph may be marked: not that of a section, nor the last of its body, box or cell."""
    following = (one for one in paragraph.itersiblings() if one.tag in (PARAGRAPH, TABLE))
    return paragraph.find(f"{P_PROPERTIES}/{qn('w:sectPr')}") is None and next(following, None) is not None


def close(container: Element) -> None:
    """A body, box or cell ends with a paragraph whose end is not marked.

    Where deleted paragraphs end it, the end of the last new one goes instead of theirs, as in Word; where a deleted
    table is among them, a line without height follows.
    """
    found = [child for child in container if child.tag in (PARAGRAPH, TABLE)]
    if not found or not _ends_deleted(found[-1]):
        return
    kept = next((one for one in reversed(found) if not _ends_deleted(one)), None)
    if kept is not None and all(one.tag == PARAGRAPH for one in found[found.index(kept) :]):
        _swap_ends(kept, found[-1])
    else:
        found[-1].addnext(_without_height())


def _ends_deleted(block: Element) -> bool:
    return block.tag == TABLE or _end_mark(block) is not None


def _end_mark(paragraph: Element) -> Element | None:
    return paragraph.find(f"{P_PROPERTIES}/{R_PROPERTIES}/{qn(DELETED)}")


def _swap_ends(kept: Element, gone: Element) -> None:
    """Mark the end of a kept paragraph as deleted instead of that of the last deleted one, which takes its layout."""
    mark = _end_mark(gone)
    former, layout = gone.find(P_PROPERTIES), kept.find(P_PROPERTIES)
    if mark is None or former is None:
        return
    gone.remove(former)
    if layout is None:
        layout = OxmlElement("w:pPr")
        kept.insert(0, layout)
    else:
        gone.insert(0, deepcopy(layout))
    face = layout.find(R_PROPERTIES)
    if face is None:
        face = OxmlElement("w:rPr")
        layout.append(face)
    face.insert(0, mark)


def _without_height() -> Element:
    """An empty line that takes no room."""
    end: Element = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    spacing = OxmlElement("w:spacing")
    for name, value in {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}.items():
        spacing.set(qn(f"w:{name}"), value)
    properties.append(spacing)
    end.append(properties)
    return end
