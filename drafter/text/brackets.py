"""Pairs of brackets and quotes: finding the partner, cutting at separators outside of them."""

import re
from collections.abc import Iterator

_PARTNERS = {"（": "）", "〔": "〕", "(": ")", "“": "”", "‘": "’", "《": "》", "［": "］", "[": "]", "【": "】"}
_ANY = re.compile(f"[{re.escape(''.join((*_PARTNERS, *_PARTNERS.values())))}]")


def closing_at(text: str, opening: int) -> int | None:
    """Where the bracket that opens at `opening` closes, nested ones of any kind passed over; None if never."""
    depth = 0
    for found in _ANY.finditer(text, opening):
        depth += 1 if found[0] in _PARTNERS else -1
        if depth == 0:
            return found.start()
    return None


def closings(text: str, start: int = 0) -> dict[int, int]:
    """Where each bracket from `start` on closes, by where it opens; one that never does is left out."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for bracket in _ANY.finditer(text, start):
        if bracket[0] in _PARTNERS:
            opened.append(bracket.start())
        elif opened:
            found[opened.pop()] = bracket.start()
    return found


def split_outside(text: str, separators: str) -> list[str]:
    """The parts of the text between separators, those inside brackets or quotes left alone."""
    parts, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char in _PARTNERS:
            depth += 1
        elif char in _PARTNERS.values():
            depth = max(0, depth - 1)
        elif char in separators and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return parts


def spans(text: str, opening: str) -> Iterator[tuple[int, int]]:
    """The spans inside each pair that begins with `opening`, without the marks."""
    at = text.find(opening)
    while at >= 0:
        end = text.find(_PARTNERS[opening], at + 1)
        if end < 0:
            return
        yield at + 1, end
        at = text.find(opening, end + 1)


def without_outer(text: str) -> str:
    """The text without the one pair of brackets that holds all of it, if there is one."""
    whole = len(text) > 1 and text[0] in _PARTNERS and closing_at(text, 0) == len(text) - 1
    return text[1:-1] if whole else text
