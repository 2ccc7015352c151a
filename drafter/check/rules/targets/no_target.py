"""Items that promise nothing that can be counted."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import USUAL, WARNING, rule

_MILESTONE = re.compile(
    r"(?:年内|[上下]半年|(?:年?底|\d{1,2}月(?:底|末|份|\d{1,2}日)?|[一二三四]季度)之?前)[^。；]{0,24}?"
    r"(?:完成|建成|竣工|封顶|开工|交付|投用|投入使用|启用|开诊|开园|开学|开放|挂牌|上线|运行)"
)


@rule(
    "no-target",
    name="这一项没有指标",
    severity=WARNING,
    flags="一项实事里没有一个数量、比例，没有全覆盖一类的词，也没有哪一天前建成、投用这样的节点",
    why="实事年底要报完成情况，没有指标就说不清做没做到",
    bad="加强青少年心理健康教育，完善心理健康服务。",
    good="加强青少年心理健康教育，开展心理健康讲座20场。",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def no_target(notice: Context) -> Iterator[Fault]:
    """Items without a target or a dated milestone in any clause, told at the beginning of their text."""
    for _, part in notice.items:
        clauses = part.all("clause")
        if not any(notice.targets(part, one) or _MILESTONE.search(part.said(one)) for one in clauses):
            start = clauses[0].start if clauses else len(part.text)
            yield part.fault(start, start, f"{part.place}没有数量、比例等可以考核的指标")
