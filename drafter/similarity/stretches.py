"""The words that two texts share, for the reason shown to people."""

import re

_BETWEEN = re.compile(r"[\W\d_]+")
_SHORTEST = 2


def shared_words(one: str, other: str, *, most: int = 4) -> list[str]:
    """The longest stretches of two characters and more that both texts hold, at most `most`.

    None reaches over a mark or a figure, and no two overlap in the first text; the longest stand first.
    """
    there = "\n".join(_BETWEEN.split(other.lower()))
    left = [part for part in _BETWEEN.split(one.lower()) if len(part) >= _SHORTEST]
    found: list[str] = []
    while len(found) < most:
        best, at = max(((_longest(part, there), at) for at, part in enumerate(left)), key=_by_length, default=("", 0))
        if not best:
            break
        if not any(best in known for known in found):
            found.append(best)
        before, _, behind = left[at].partition(best)
        left[at : at + 1] = [before, behind]
    return found


def _by_length(found: tuple[str, int]) -> tuple[int, int]:
    return len(found[0]), -found[1]


def _longest(part: str, text: str) -> str:
    """The longest stretch of a part that a text holds; nothing where none is long enough."""
    best = ""
    for start in range(len(part)):
        end = start + max(len(best) + 1, _SHORTEST)
        while end <= len(part) and part[start:end] in text:
            best = part[start:end]
            end += 1
    return best
