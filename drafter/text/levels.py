"""Levels of running text: 一、 and （一）, and how far the sentence goes that is set apart (spec M-14…M-17)."""

import re

FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、[^。]*。?")
SECOND = re.compile(r"（[一二三四五六七八九十]{1,3}）[^。]*。?")
_LONGEST_HEADING = 25  # a longer first sentence behind （一） is text, not a heading


def lead(text: str) -> tuple[int, int] | None:
    """The level of a paragraph, 1 or 2, and where its heading ends; None where it has none."""
    first = FIRST.match(text)
    if first:
        return 1, first.end()
    second = SECOND.match(text)
    if second and second.end() <= _LONGEST_HEADING:
        return 2, second.end()
    return None
