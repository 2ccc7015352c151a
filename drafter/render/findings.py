"""What checking a template finds: plain values."""

from enum import StrEnum

from drafter.model.base import Value


class Severity(StrEnum):
    """An error stops rendering or loses text, a warning leaves something out, an info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Value):
    """Where something stands in a template: 正文, 页眉 …, the place in it, the text of its paragraph."""

    part: str
    where: str
    text: str = ""


class Finding(Value):
    """One thing found in a template; `excerpt` is the text around it."""

    rule: str
    severity: Severity
    part: str
    where: str
    message: str
    excerpt: str = ""


_AROUND = 24


def found(rule: str, severity: Severity, place: Place, message: str, code: str = "") -> Finding:
    """A finding at a place, with the text around `code` where that is given."""
    at = max(place.text.find(code), 0)
    excerpt = place.text[max(0, at - _AROUND) : at + len(code) + _AROUND]
    return Finding(
        rule=rule, severity=severity, part=place.part, where=place.where, message=message, excerpt=excerpt.strip()
    )
