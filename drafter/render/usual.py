"""The official format that a notice is usually printed in."""

from drafter.library import Library
from drafter.model.notice import Format, Notice


def usual_format(notice: Notice, library: Library) -> Format:
    """The official format of a notice: its own, else the usual one of its issuer."""
    if notice.format:
        return notice.format
    issuer = library.issuers.find(notice.issuer)
    return issuer.format if issuer else Format.LETTER
