"""Items that promise nothing that can be counted."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import USUAL, WARNING, rule


@rule(
    "no-target",
    name="这一项没有指标",
    severity=WARNING,
    flags="一项实事里没有一个数量、比例，也没有全覆盖一类的词",
    why="实事年底要报完成情况，没有指标就说不清做没做到",
    bad="加强青少年心理健康教育，完善心理健康服务。",
    good="加强青少年心理健康教育，开展心理健康讲座20场。",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def no_target(notice: Context) -> Iterator[Fault]:
    """Items without a target in any clause, told at the beginning of their text."""
    for _, part in notice.items:
        clauses = part.all("clause")
        if not any(notice.targets(part, clause) for clause in clauses):
            start = clauses[0].start if clauses else len(part.text)
            yield part.fault(start, start, f"{part.place}没有数量、比例等可以考核的指标")
