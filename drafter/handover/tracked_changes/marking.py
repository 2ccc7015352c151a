"""The new notice's document with every change marked, and what is to be said of its parts."""

import datetime
import io
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn

from drafter.compare import wording
from drafter.handover.tracked_changes import differing, remarks
from drafter.handover.tracked_changes.aligning import BlockRow, aligned
from drafter.handover.tracked_changes.blocks import P_PROPERTIES, PARAGRAPH, Body, Element, body, style_of, text_of
from drafter.handover.tracked_changes.item_rows import Paragraphs, item_rows
from drafter.handover.tracked_changes.links import main_pairs
from drafter.handover.tracked_changes.pages import Pages, Printed
from drafter.handover.tracked_changes.revisions import Revisions
from drafter.handover.tracked_changes.segments import length, of_item
from drafter.handover.tracked_changes.writing import Writer
from drafter.model.comparison import Comparison
from drafter.render import named_styles

_SIGNATURE = ("署名", "成文日期", "附注")
_KEPT = (qn("w:keepNext"), qn("w:pageBreakBefore"))


@dataclass(frozen=True)
class Marked:
    """A document with its marks; `remarks` are on the first paragraphs of items, `title` is that of the notice."""

    document: Document
    title: Element | None
    remarks: tuple[tuple[Element, str], ...]


def marked(
    pages: Pages, comparison: Comparison, *, author: str, date: datetime.datetime | None, strict_order: bool
) -> Marked:
    """Mark in the new document what became of the old one."""
    old = docx.Document(io.BytesIO(pages.old.document.data))
    new = docx.Document(io.BytesIO(pages.new.document.data))
    before, after = _body(old, pages.old), _body(new, pages.new)
    mains = main_pairs(comparison, strict_order=strict_order)
    items, placed = item_rows(
        comparison, _paragraphs(before, pages.old), _paragraphs(after, pages.new), mains, strict_order=strict_order
    )
    known = differing.told(comparison)
    head, tail = aligned(before.head, after.head, known), aligned(before.tail, after.tail, known)
    title = _title(head, pages.new)
    words = wording.of(pages.old.notice, pages.new.notice)
    told = remarks.on_items(comparison, words, mains, placed, strict_order=strict_order)
    if any(row.new is None for row in head):
        _run_on(head, new)
    writer = Writer(Revisions(new.element, author, date), mains, strict_order)
    writer.write(new.element.body, [*head, *(one.row for one in items), *tail])
    said = [
        (one.row.new, "；".join(told[one.begins])) for one in items if one.begins in told and one.row.new is not None
    ]
    return Marked(new, title, tuple(said))


def _body(document: Document, page: Printed) -> Body:
    return body(document.element.body, page.ids, [length(item) for item in page.notice.items])


def _paragraphs(found: Body, page: Printed) -> Paragraphs:
    return {number: of_item(number, page.notice.items[number - 1], found.items[number]) for number in found.items}


def _run_on(head: list[BlockRow], document: Document) -> None:
    """Let the text before the signature run on over pages.

    What was deleted beside it makes the first page longer than that of the clean copy; a text kept whole with the
    signature, or parted where the clean page ends, would leave the page half empty.
    """
    styles = named_styles.of(document)
    ends = {style.get(qn("w:styleId")) for name in _SIGNATURE if (style := styles.get(name)) is not None}
    for row in head:
        properties = None if row.new is None or row.new.tag != PARAGRAPH else row.new.find(P_PROPERTIES)
        if row.new is not None and properties is not None and style_of(row.new) not in ends and text_of(row.new):
            for found in list(properties.iterchildren(*_KEPT)):
                properties.remove(found)


def _title(head: list[BlockRow], page: Printed) -> Element | None:
    """The paragraph of the notice's title."""
    blocks = (row.new for row in head if row.new is not None)
    return next((one for one in blocks if text_of(one).replace("\n", "") == page.notice.title), None)
