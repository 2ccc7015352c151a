"""Units beside what they are to do: who leads, who is wanting."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import Part
from drafter.check.rule import CUSTOM, WARNING, Need, rule
from drafter.check.units import UnitName
from drafter.model.notice import Item

_FIRST_MATTER = re.compile("[和与及、]")


@rule(
    "units-lead-order",
    name="牵头单位没有排在第一",
    severity=WARNING,
    flags="按标题说的事，通常牵头的单位排在后面",
    why="责任单位里第一个就是牵头单位，排错了就牵错了头",
    bad="（责任单位：区妇联、区财政局、区卫健局）",
    good="（责任单位：区卫健局、区妇联、区财政局）",
    source="本类通知的惯例（首位牵头）；分工表 words/duties.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def lead(notice: Context) -> Iterator[Fault]:
    """Items whose heading names a task, with the usual unit among the others but not first; told leads are right.

    Of several tasks (教育和托育) the first decides, as the first unit leads.
    """
    for item, _, units in _by_item(notice):
        matter = _FIRST_MATTER.split(item.heading or "", maxsplit=1)[0]
        usual = {
            unit
            for duty in notice.library.duties.duties
            if duty.leads and any(word in matter for word in duty.words)
            for unit in duty.units
        }
        if not usual or item.lead_units or not units or _name(units[0]) in usual:
            continue
        later = next((one for one in units if _name(one) in usual), None)
        if later:
            message = f"按标题说的事，通常由“{later.name}”牵头，这里排在第一的是“{units[0].name}”"
            yield later.part.fault(later.start, later.end, message)


@rule(
    "units-theme-missing",
    name="少了通常的责任单位",
    severity=WARNING,
    flags="措施说的事通常由某个单位办，责任单位里却没有它",
    why="具体办事的单位不在责任单位里，任务落不下去",
    bad="实施“幸福护航”婚姻家庭辅导项目。（责任单位：区总工会、区妇联）",
    good="实施“幸福护航”婚姻家庭辅导项目。（责任单位：区民政局、区妇联）",
    source="部门职责分工的惯例；分工表 words/duties.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def wanting(notice: Context) -> Iterator[Fault]:
    """Tasks in the clauses of an item none of whose usual units is among its units."""
    duties = [duty for duty in notice.library.duties.duties if duty.needed]
    for _, part, units in _by_item(notice):
        names = {_name(one) for one in units}
        for duty in duties if units else ():
            if names & set(duty.units):
                continue
            word, start = next(_said(part, duty.words), ("", 0))
            if word:
                who = "或".join(duty.units)
                yield part.fault(start, start + len(word), f"“{word}”通常由{who}办，责任单位里没有")


def _said(part: Part, words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The words that the clauses of an item say, each with its place."""
    for clause in part.all("clause"):
        text = part.said(clause)
        for word in words:
            if word in text:
                yield word, clause.start + text.index(word)


def _by_item(notice: Context) -> Iterator[tuple[Item, Part, list[UnitName]]]:
    """Each item with its part and the names in its own unit clause and those of its entries."""
    names: defaultdict[int | None, list[UnitName]] = defaultdict(list)
    for one in notice.units:
        names[one.part.ordinal].append(one)
    for item, part in notice.items:
        yield item, part, names[part.ordinal]


def _name(one: UnitName) -> str:
    return one.unit.name if one.unit else one.name
