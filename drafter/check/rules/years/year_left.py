"""Years that stayed as they were in text taken over from last year's notice."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, WARNING, Need, rule
from drafter.check.rules.items import years
from drafter.check.rules.years.places import clause_at

_YEAR = re.compile(r"(?<![\d—～-])(20\d\d)年(?!\d*—)")
_NAMED = re.compile(r"《[^》]*》|〔[^〕]*〕|“[^”]*”|（[^）]*）")
_BACK = 1  # years before last year's list that it may have looked back on


@rule(
    "yoy-year-left",
    name="照抄的措施里年份没有改",
    severity=WARNING,
    flags="沿用上年的措施，里面写的年份与上年一样，没有顺延",
    why="“对2024年建成的回访一遍”这样的话，到了今年一般应当说2025年",
    bad="上年：对2024年建成的“希望小屋”开展回访100间｜今年：对2024年建成的“希望小屋”开展回访100间",
    good="上年：对2024年建成的“希望小屋”开展回访100间｜今年：对2025年建成的“希望小屋”开展回访120间",
    source="为妇女儿童办实事通知的逐年比对",
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def year_left(notice: Context) -> Iterator[Fault]:
    """Years near that of last year's list which the clause had then too; names of documents and births do not count.

    What is a stale year by itself is told as that.
    """
    last = notice.against.year
    told = {(fault.part.ordinal, fault.start) for fault in years.stale.find(notice) if fault.part.name == "item"}
    for item in notice.changes.items:
        for change in item.clauses:
            place = clause_at(notice, change.new_item, change.new_position)
            if not place or not change.old or not change.certain:
                continue
            part, clause = place
            text = part.said(clause)
            named = [found.span() for found in _NAMED.finditer(text)]
            for found in _YEAR.finditer(text):
                start = clause.start + found.start()
                inside = any(first <= found.start() < end for first, end in named)
                near = last - _BACK <= int(found[1]) <= last
                if near and found[0] in change.old and not inside and (part.ordinal, start) not in told:
                    message = f"上年这里也是{found[0]}，请核对要不要顺延"
                    yield part.fault(start, start + len(found[0]), message)
