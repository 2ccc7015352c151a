"""Marks in a title that do not belong there."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TITLE, Part
from drafter.check.rule import USUAL, WARNING, part_rule

_STRAY = re.compile(r"[。；：！，.;:!,]+$|[。；！]")


@part_rule(
    "title-punct",
    TITLE,
    name="标题里有多余的标点",
    severity=WARNING,
    flags="标题末尾的标点，标题中间的句号、分号、叹号",
    why="公文标题除书名号和必要的引号外一般不加标点，末尾不用标点",
    bad="关于印发2026年为全区妇女儿童办实事项目清单的通知。",
    good="关于印发2026年为全区妇女儿童办实事项目清单的通知",
    source="GB/T 9704-2012 7.3.1，公文标题写法通例",
    strength=USUAL,
)
def title_punctuation(part: Part, _notice: Context) -> Iterator[Fault]:
    """Stray marks; quotes and book-title marks are not among them."""
    for found in _STRAY.finditer(part.text):
        yield part.fault(found.start(), found.end(), f"{part.place}里的“{found[0]}”应去掉", new="", safe=True)
