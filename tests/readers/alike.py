"""How a file in another format reads beside the text as received."""

import functools

from drafter.model.notice import Notice
from drafter.model.results import Reading
from drafter.readers import read
from tests.readers.five import codes, differences, path_of

OF_CONVERSION = {"converted", "page-furniture"}


@functools.cache
def plain(reference: str) -> Reading:
    """The text as received."""
    return read(path_of(reference))


def alike(reading: Reading, reference: str, *, without_tables: bool = False) -> list[str]:
    """Where a reading differs from that of the text as received."""
    one, other = reading.notice, plain(reference).notice
    if without_tables:
        one, other = _without_tables(one), _without_tables(other)
    return differences(_with_plain_blanks(one), _with_plain_blanks(other))


def _without_tables(notice: Notice) -> Notice:
    return notice.replaced(attachments=())


def _with_plain_blanks(notice: Notice) -> Notice:
    """LibreOffice itself turns the wide blanks of a contact line into plain ones in HTML."""
    line = notice.contact_line
    return notice.replaced(contact_line=line and line.replace("\u3000", " "))


def added(reading: Reading, reference: str) -> set[str]:
    """The codes told of this file that are not told of the text."""
    return set(codes(reading)) - set(codes(plain(reference)))
