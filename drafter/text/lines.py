"""How a text falls into lines of a given width, by the rules of Chinese line breaking.

An estimate of what a word processor does that hangs no mark at a line's end: good for counting lines, not for
placing characters.
"""

import re

_NEVER_FIRST = "、，。；：？！”’）〕》〉】％%…—"
_NEVER_LAST = "“‘（〔《〈【"
_HALF = re.compile(r"[\x20-\x7e·]")
_UNIT = re.compile(r"[0-9A-Za-z.,%@_+/-]+|.", re.DOTALL)


def width(text: str) -> float:
    """Width in Chinese characters: half for Latin letters, digits and blanks."""
    return len(text) - len(_HALF.findall(text)) / 2


def wrap(text: str, first: float, further: float) -> list[str]:
    """The lines of a paragraph whose first line holds `first` characters and every other `further`."""
    lines, room = [""], first
    for unit in _UNIT.findall(text):
        if unit == "\n":
            lines.append("")
            room = further
            continue
        wide = width(unit)
        if wide > room and lines[-1]:
            carried = _carried(lines[-1], unit)
            lines[-1] = lines[-1][: len(lines[-1]) - len(carried)]
            lines.append(carried)
            room = further - width(carried)
        lines[-1] += unit
        room -= wide
    return lines


def _carried(line: str, unit: str) -> str:
    """What goes to the next line with a unit: what may not end a line, and a character before a mark."""
    kept = line
    if unit in _NEVER_FIRST:
        kept = line.rstrip(_NEVER_FIRST)[:-1]
    kept = kept.rstrip(_NEVER_LAST)
    return line[len(kept) :] if kept else ""
