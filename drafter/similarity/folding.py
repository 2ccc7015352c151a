"""What of a text counts when texts are compared: figures masked, blanks and punctuation taken out."""

import operator
import re
from collections.abc import Iterator

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NOISE = re.compile(r"[\W_]+")
MASK = "#"


def folded(text: str) -> str:
    """The text with each figure as #, letters small, and blanks and punctuation taken out."""
    if text.isalpha():
        return text.lower()
    return MASK.join(_NOISE.sub("", part) for part in _FIGURE.split(text)).lower()


def pairs(plain: str) -> Iterator[str]:
    """The pairs of neighbouring characters of a folded text, in order."""
    return map(operator.add, plain, plain[1:])


def features(plain: str) -> set[str]:
    """The characters and pairs of neighbouring characters of a folded text."""
    return {*plain, *pairs(plain)}
