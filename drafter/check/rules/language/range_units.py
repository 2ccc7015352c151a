"""Ranges that name the percent sign, 万 or 亿 only once."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import PROSE, Part
from drafter.check.rule import REQUIRED, WARNING, part_rule

_ONCE = re.compile(
    r"(?<![\d.%％A-Za-z—～~-])(?P<low>\d+(?:\.\d+)?)(?P<mark>[—～])(?P<high>\d+(?:\.\d+)?)(?P<sign>[%％‰]|[万亿])"
)


@part_rule(
    "range-unit-once",
    *PROSE,
    name="范围里省了百分号或万、亿",
    severity=WARNING,
    flags="80—90%、3—5万元这样前一个数省了百分号或万、亿的范围",
    why="省了以后前一个数可以当成另外一个数，3—5万元会读成3元到5万元",
    bad="参训率达到80—90%",
    good="参训率达到80%—90%",
    source="GB/T 15835-2011 5.1.3",
    strength=REQUIRED,
)
def once(part: Part, _notice: Context) -> Iterator[Fault]:
    """Ranges whose first number lacks the sign or multiple of the second."""
    for found in _ONCE.finditer(part.text):
        new = f"{found['low']}{found['sign']}{found['mark']}{found['high']}{found['sign']}"
        yield part.fault(found.start(), found.end(), f"“{found[0]}”应写作“{new}”", new=new)
