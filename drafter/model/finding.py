"""A finding 核稿意见: what a check found, where, and what would put it right."""

from enum import StrEnum

from drafter.model.base import Value


class Severity(StrEnum):
    """How grave: an error blocks 送签, a warning is to be looked at, an info to be known."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Where(Value):
    """A place: the part, its position counted from 1 where there are several, and the characters in its text.

    `span` is (start, end) within that part's text as drafter.check.parts defines it; an empty span stands where
    something is wanting; None for what has no text (layout, the file itself).
    """

    part: str
    ordinal: int | None = None
    span: tuple[int, int] | None = None


class Fix(Value):
    """What is to be put in the place of the text under the span; a safe one changes nothing but form."""

    old: str
    new: str
    safe: bool


class Finding(Value):
    """One fault: the rule that it broke, its name, where, what to do about it, and the rule's source.

    `excerpt` is the text around the span, as printed in the file where reading has already repaired it.
    """

    rule: str
    name: str
    severity: Severity
    where: Where
    message: str
    excerpt: str
    fix: Fix | None = None
    source: str
