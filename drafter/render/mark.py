"""The 发文机关标志: its words and its size (spec H-06…H-08, L-01)."""

from drafter.model.base import Value
from drafter.model.notice import Format
from drafter.text.lines import width

_TEXT_POINTS = 442
_LARGEST, _GOOD = 62, 36
_LEAST_SCALE = 60
_UNSCALED = 14  # names up to this many characters keep their natural width


class Mark(Value):
    """Points of type and width of a character in percent."""

    points: float
    scale: int = 100


def words(issuer: str, layout: Format) -> str:
    """What the mark says: 文件 is added in 文件格式 only."""
    return issuer + "文件" if layout is Format.FILE else issuer


def size(text: str, points: int | None = None) -> Mark:
    """The size that keeps the mark in one line of the text area; `points` is the office's own wish."""
    count = max(width(text), 1)
    if points is None and count <= _UNSCALED:
        return Mark(points=min(_LARGEST, int(_TEXT_POINTS / count)))
    wanted = points or _GOOD
    scale = max(_LEAST_SCALE, min(100, int(100 * _TEXT_POINTS / (count * wanted))))
    fitting = int(2 * 100 * _TEXT_POINTS / (count * scale)) / 2
    return Mark(points=min(wanted, fitting), scale=scale)
