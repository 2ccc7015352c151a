"""Characters that the usual faces of official documents lack."""

from collections.abc import Iterator
from functools import cache

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import HEAD, SIGNATURE, TEXT, Part
from drafter.check.rule import USUAL, WARNING, part_rule


@part_rule(
    "rare-glyph",
    HEAD,
    *TEXT,
    SIGNATURE,
    name="仿宋_GB2312里没有的字",
    severity=WARNING,
    flags="GB 2312 字符集以外的汉字，如人名、地名里的生僻字",
    why="公文常用的仿宋_GB2312、楷体_GB2312里没有这些字，会换成别的字体，或者印成空白，要在打印前核对",
    bad="镕村新建儿童之家1处。",
    good="荣村新建儿童之家1处。",
    source="GB/T 9704-2012 5.2.2 字体要求，GB/T 2312-1980",
    strength=USUAL,
)
def rare(part: Part, _notice: Context) -> Iterator[Fault]:
    """Chinese characters outside of GB 2312, a stretch at a time."""
    strange = {char for char in set(part.text) - _usual() if _is_chinese(char)}
    if not strange:
        return
    start = None
    for at, char in enumerate(part.text + "\n"):
        if char in strange:
            start = at if start is None else start
        elif start is not None:
            said = part.text[start:at]
            yield part.fault(start, at, f"“{said}”不在仿宋_GB2312里，打印前请核对字形")
            start = None


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


@cache
def _usual() -> frozenset[str]:
    """The characters of GB 2312."""
    rows = range(0xA1, 0xFF)
    return frozenset(bytes(pair for row in rows for cell in rows for pair in (row, cell)).decode("gb2312", "ignore"))
