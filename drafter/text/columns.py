"""Text in the columns of a terminal, where a Chinese character takes two: its width, and lines that fit.

A span is a text with the name of its style. Characters that could steer the terminal are shown by their number.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_WIDE = ("W", "F", "A")  # A: quotes and dashes, which Chinese terminals print wide
_NO_WIDTH = ("Mn", "Me")
_STEERING = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_NEVER_FIRST = r"-\]|\+\}|[、，。；：？！”’）〕》〉】％…—)\]},.;:?!%]"
_NEVER_LAST = r"\[-|\{\+|[“‘（〔《〈【([{]"
_ATOM = re.compile(rf"(?:{_NEVER_LAST})*(?:[0-9A-Za-z.,@_/+-]+|.)(?:{_NEVER_FIRST})*", re.DOTALL)
_LONGEST = 24  # columns of what is kept together

Span = tuple[str, str]


def width(text: str) -> int:
    """The columns that a text takes; those of uncertain width are counted as two."""
    return sum(
        2 if unicodedata.east_asian_width(char) in _WIDE else unicodedata.category(char) not in _NO_WIDTH
        for char in text
    )


def harmless(text: str) -> str:
    """A text in which nothing steers the terminal or turns the direction of writing; line feeds stay."""
    return "".join(
        f"<U+{ord(char):04X}>" if char != "\n" and unicodedata.category(char) in _STEERING else char for char in text
    )


def wrap(spans: Iterable[Span], columns: int, hanging: int = 0) -> list[list[Span]]:
    """The spans in lines of at most `columns`, all but the first set in by `hanging`.

    No mark of punctuation begins a line where it can stand on the one before.
    """
    listed = list(spans)
    styles = [style for text, style in listed for _ in text]
    lines: list[list[Span]] = [[]]
    used = at = 0
    for atom in _atoms(plain(listed), min(_LONGEST, columns - hanging)):
        wide = width(atom)
        if atom == "\n" or (used > hanging and used + wide > columns):
            lines.append([(" " * hanging, "")])
            used = hanging
        if atom != "\n":
            used += wide
            for char, style in zip(atom, styles[at:], strict=False):
                _append(lines[-1], char, style)
        at += len(atom)
    return lines


def _atoms(text: str, longest: int) -> Iterator[str]:
    """A text in what is best kept on one line, line feeds alone; what is too wide for that falls into characters."""
    for line in re.split(r"(\n)", text):
        for atom in _ATOM.findall(line):
            yield from [atom] if width(atom) <= longest else atom


def _append(line: list[Span], text: str, style: str) -> None:
    if line and line[-1][1] == style:
        line[-1] = (line[-1][0] + text, style)
    else:
        line.append((text, style))


def plain(spans: Iterable[Span]) -> str:
    """The text of spans."""
    return "".join(text for text, _ in spans)
