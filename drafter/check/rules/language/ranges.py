"""Ranges of numbers: the mark between their ends, and one mark throughout."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, CLOSING, ITEM, OPENING
from drafter.check.rule import ERROR, REQUIRED, USUAL, WARNING, rule

_WHERE = (OPENING, ITEM, CLOSING, ATTACHMENT)
_END = r"\d+(?:\.\d+)?[%％万亿]?(?:周岁|岁|年|月|日|时|个月|人|名|场|元|处|个|次)?"
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z_./—～~–－-])(?<![A-Za-z] )({_END})(--?|~|–|－|‐)"
    rf"(?={_END}(?![0-9A-Za-z_./—～~–－-]|室|号|单元|房间))"
)
_PHONE = re.compile(r"0\d{2,3}")
_RIGHT = re.compile(r"(?<=[\d%万岁年月日])([—～])(?=\d)")


@rule(
    "range-hyphen",
    name="起止范围用了短横线",
    severity=ERROR,
    flags="数字之间表示起止的半角连字符、半角或小号波浪线",
    why="表示数值起止用一字线“—”或者浪纹线“～”，短横线只用于编号和复合词",
    bad="年内完成2万名35-64岁",
    good="年内完成2万名35—64岁",
    source="GB/T 15834-2011 4.13",
    strength=REQUIRED,
)
def range_hyphen(notice: Context) -> Iterator[Fault]:
    """A hyphen or tilde between two numbers; phone numbers, addresses, dates and codes have more or other parts."""
    mark = _usual_mark(notice)
    for part in notice.named(*_WHERE):
        for found in _RANGE.finditer(part.text):
            if not _PHONE.fullmatch(found[1]):
                message = f"起止范围用“{mark}”，不用“{found[2]}”"
                yield part.fault(found.start(2), found.end(2), message, new=mark, safe=True)


@rule(
    "range-mix",
    name="起止范围的写法不统一",
    severity=WARNING,
    flags="同一份通知里表示起止有的用“—”，有的用“～”",
    why="同一份公文里同类的写法应当一致",
    bad="为35～64岁妇女投保，为35—64岁妇女检查",
    good="为35—64岁妇女投保，为35—64岁妇女检查",
    source="GB/T 15834-2011 4.13，GB/T 15835-2011 5.1.3",
    strength=USUAL,
)
def range_mix(notice: Context) -> Iterator[Fault]:
    """The rarer of both marks, everywhere it stands."""
    usual = _usual_mark(notice)
    for part in notice.named(*_WHERE):
        for found in _RIGHT.finditer(part.text):
            if found[1] != usual:
                yield part.fault(
                    found.start(), found.end(), f"别处用“{usual}”表示起止，这里用了“{found[1]}”", new=usual, safe=True
                )


def _usual_mark(notice: Context) -> str:
    """The mark that most ranges of the notice have; — where there is none or as many of either."""
    marks = Counter(found[1] for part in notice.named(*_WHERE) for found in _RIGHT.finditer(part.text))
    return "～" if marks["～"] > marks["—"] else "—"
