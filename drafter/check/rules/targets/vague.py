"""Words that promise an amount nobody can check."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, Part
from drafter.check.rule import USUAL, WARNING, Need, part_rule
from drafter.check.rules.targets.approximate import doubled_spans


@part_rule(
    "vague-target",
    ITEM,
    name="指标含糊",
    severity=WARNING,
    flags="若干、一批、左右等不能考核的数量",
    why="实事要能检查完成没有，数量含糊就无从考核",
    bad="新建托育机构5个左右。",
    good="新建托育机构5个。",
    source="为妇女儿童办实事通知的写法；词表 words/vague.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def vague(part: Part, notice: Context) -> Iterator[Fault]:
    """Words of the list in the clauses of an item; one that doubles another approximating word is told as such."""
    for clause in part.all("clause"):
        doubled = doubled_spans(part.said(clause))
        for found in notice.words("vague").find(part.said(clause)):
            if any(first <= found.start < last for first, last in doubled):
                continue
            start = clause.start + found.start
            advice = found.word.why or "请写明数量"
            yield part.fault(start, clause.start + found.end, f"“{found.word.word}”含糊，{advice}")
