"""What the standard wants of each part of the page: one module a part, each returns rows."""

from drafter.measure.elements import Found
from drafter.measure.judging import (
    attachments,
    colours,
    imprint,
    letterhead,
    page_numbers,
    signature,
    sizes,
    text,
    title,
    type_area,
)
from drafter.model.results import Element

_PARTS = (type_area, sizes, colours, letterhead, title, text, signature, attachments, imprint, page_numbers)


def judge(found: Found) -> list[Element]:
    """Every row that applies to a document, in the order of the page."""
    return [row for part in _PARTS for row in part.judge(found)]
