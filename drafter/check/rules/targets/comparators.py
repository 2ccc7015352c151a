"""Comparing words and measure words that do not fit or are mixed."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, INFO, USUAL, rule
from drafter.model.target import Target

_COUNTED = {
    "人",
    "名",
    "人次",
    "场",
    "场次",
    "次",
    "个",
    "件",
    "处",
    "户",
    "批次",
    "所",
    "家",
    "期",
    "班次",
    "份",
    "条",
    "对",
    "支",
}
_KIND = 2  # the last characters of an object say what kind of thing it is: 困境儿童, 留守儿童
_PERSONS = re.compile("[童女人员生师者民工孩亲长]$")
_LIKE = (("人", "名"), ("场", "场次"))


@rule(
    "comparator-noun",
    name="不少于和不低于用反了",
    severity=INFO,
    flags="数量用了“不低于”，比例用了“不少于”",
    why="人数、场次等数量说多少，用“不少于”；比例、标准说高低，用“不低于”",
    bad="其中女性群体不低于400人。",
    good="其中女性群体不少于400人。",
    source="现代汉语用法",
    strength=USUAL,
)
def comparator(notice: Context) -> Iterator[Fault]:
    """不低于 before a count, 不少于 before a ratio."""
    for part, clause, _ in notice.clauses:
        for target in notice.targets(part, clause):
            wrong = "不低于" if target.measure in _COUNTED else "不少于" if target.measure in ("%", "‰") else None
            if wrong and target.text.startswith(wrong):
                new = "不少于" if wrong == "不低于" else "不低于"
                start = clause.start + target.start
                yield part.fault(start, start + len(wrong), f"“{target.text}”宜用“{new}”", new=new)


@rule(
    "measure-word-mix",
    name="同类指标的量词不一致",
    severity=INFO,
    flags="一项实事里同一种对象人和名混用，场和场次混用",
    why="同一项里同类的指标用同一个量词，便于汇总",
    bad="资助困境儿童68名，结对留守儿童100人。",
    good="资助困境儿童68名，结对留守儿童100名。",
    source="公文用语统一的要求",
    strength=CUSTOM,
)
def mixed_measures(notice: Context) -> Iterator[Fault]:
    """The first target of an item whose measure differs from that of an earlier one of the same kind of thing."""
    for _, part in notice.items:
        told = [(clause, target) for clause in part.all("clause") for target in notice.targets(part, clause)]
        for like in _LIKE:
            first: dict[str, str] = {}
            alike = [(clause, target) for clause, target in told if target.measure in like and target.object]
            for clause, target in alike:
                kind, measure = _kind(target), target.measure or ""
                if first.setdefault(kind, measure) != measure:
                    start = clause.start + target.start
                    message = f"同样是“{kind}”，这一项前面用“{first[kind]}”，这里用“{measure}”"
                    yield part.fault(start, clause.start + target.end, message)
                    break


def _kind(target: Target) -> str:
    """What kind of thing is counted: the end of its name; those who take part in what is counted by heads."""
    name = (target.object or "").rstrip("”’》）")
    return "参加人员" if target.measure in _LIKE[0] and not _PERSONS.search(name) else name[-_KIND:]
