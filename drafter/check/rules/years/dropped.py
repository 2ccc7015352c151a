"""Items of last year that this year has none for."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TITLE
from drafter.check.rule import CUSTOM, WARNING, Need, rule
from drafter.model.comparison import Relation


@rule(
    "yoy-item-dropped",
    name="上年的实事今年没有了",
    severity=WARNING,
    flags="上年清单里的一项，今年没有一项与它对应，草稿里也没有写删去的理由",
    why="实事讲究连续，不再做的要说得出理由",
    bad="上年：实施儿童友好城市建设行动｜今年：实施普惠托育服务提质行动",
    good="上年：实施儿童友好城市建设行动｜今年：实施儿童友好城市建设行动",
    source="为妇女儿童办实事通知的逐年比对",
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def dropped(notice: Context) -> Iterator[Fault]:
    """Items dropped without a reason, told at the title, since they stand nowhere."""
    title = notice.named(TITLE)[-1]
    for change in notice.changes.items:
        if change.relation is Relation.DROPPED and not change.reason:
            yield title.fault(0, 0, f"上年第{change.old[0]}项“{change.old_heading or ''}”今年没有对应的实事")
