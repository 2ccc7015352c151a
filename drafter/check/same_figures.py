"""Whether two texts say the same figures, so that one may stand for the other: a fix never changes a figure."""

import re
import unicodedata
from decimal import Decimal

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_TENS = {"": 1, "十": 10, "百": 100, "千": 1000}
_WITH_TENS = re.compile(rf"({_FIGURE.pattern})([十百千])?")
_COMPOUND = re.compile(rf"(?<!\d){_FIGURE.pattern}(?:[十百千万亿]+零?{_FIGURE.pattern})+[十百千万亿]*")
_TAIL = re.compile(r"(?<![0-9０-９.,十百千万亿])[0-9０-９.,十百千万亿]*$")
_HEAD = re.compile(r"[0-9０-９.,十百千万亿]*")
_NUMERALS = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")


def same_figures(old: str, new: str) -> bool:
    """Whether both hold the same figures in the same order, whatever their width; 3千 is 3000.

    A number of several groups (3千5百) is one figure, and the same as itself alone: 3千500 is another.
    """
    return _figures(old) == _figures(new)


def _figures(text: str) -> list[Decimal | str]:
    plain = unicodedata.normalize("NFKC", text)
    compounds = _COMPOUND.findall(plain)
    plain = _COMPOUND.sub("", plain)
    arabic = [Decimal(found[1].replace(",", "")) * _TENS[found[2] or ""] for found in _WITH_TENS.finditer(plain)]
    return [*compounds, *arabic, *_NUMERALS.findall(_WITH_TENS.sub("", plain))]


def keeps_figures(text: str, start: int, end: int, new: str) -> bool:
    """Whether putting `new` in the place of a stretch leaves the figures that begin or end at its edges as they are."""
    before, behind = _TAIL.search(text[:start]), _HEAD.match(text, end)
    first, last = (before[0] if before else ""), (behind[0] if behind else "")
    return same_figures(first + text[start:end] + last, first + new + last)
