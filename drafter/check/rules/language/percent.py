"""The full-width percent sign."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TEXT, Part
from drafter.check.rule import USUAL, WARNING, part_rule


@part_rule(
    "percent-fullwidth",
    *TEXT,
    name="百分号是全角的",
    severity=WARNING,
    flags="全角百分号“％”",
    why="百分号同阿拉伯数字一样用半角，一份公文里只用一种",
    bad="“美在家庭”建成率达到43％",
    good="“美在家庭”建成率达到43%",
    source="公文数字用法通例，参照 GB/T 15835-2011 5.1",
    strength=USUAL,
)
def percent(part: Part, _notice: Context) -> Iterator[Fault]:
    """Every full-width percent sign."""
    for at, char in enumerate(part.text):
        if char == "％":
            yield part.fault(at, at + 1, "百分号应为半角“%”", new="%", safe=True)
