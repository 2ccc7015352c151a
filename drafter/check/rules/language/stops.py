"""The 。 before the unit clause."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import USUAL, WARNING, rule

_CLOSING = "”’）》〕"
_STOPS = "。！？；…"
_COMMA = "，、,：:"


@rule(
    "stop-before-units",
    name="责任单位前面没有句号",
    severity=WARNING,
    flags="措施写完没有句号，直接接责任单位",
    why="措施是一句话，责任单位另起，中间要断开",
    bad="开设讲座20场（责任单位：区妇联）",
    good="开设讲座20场。（责任单位：区妇联）",
    source="GB/T 15834-2011 4.1，为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def stop_before_units(notice: Context) -> Iterator[Fault]:
    """Clauses without a stop right before a unit clause, told at their end."""
    for _, part in notice.items:
        for clause, units in zip(part.segments, part.segments[1:], strict=False):
            if clause.name != "clause" or units.name != "units":
                continue
            said = part.said(clause).rstrip()
            bare = said.rstrip(_CLOSING)
            if bare and bare[-1] not in _STOPS:
                at = clause.start + len(said)
                start = at - (said[-1] in _COMMA)
                yield part.fault(start, at, "措施末尾没有句号，后面就是责任单位", new="。")
