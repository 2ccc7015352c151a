"""Approximate figures that contradict themselves."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import ERROR, USUAL, WARNING, rule

_BEFORE = (
    r"大约|将近|接近|不少于|不低于|不小于|不超过|不高于|不多于|至少|最少|至多|最多|超过|逾"
    r"|(?<![签预合节条公履违契邀])约|(?<![附就邻最靠亲])近"
)
_AFTER = r"左右|上下|以上|以下|以内|之内"
_LEVELS = "级称职岁龄"  # 3名中级以上: 以上 belongs to what stands before it, not to the figure
_TWICE = re.compile(
    rf"(?:{_BEFORE})\d[\d.,]*(?P<more>[余多])?(?:[百千万亿]+(?P<behind>[余多])?)?"
    rf"(?:[%％‰]?[^\W\d{_LEVELS}]{{0,3}}?(?P<after>{_AFTER}))?"
)
_DECIMAL = re.compile(r"(?<!\d)(\d+\.\d+[万亿])([余多])")


def doubled_spans(text: str) -> list[tuple[int, int]]:
    """Where figures with two approximating words stand in a text."""
    return [found.span() for found in _TWICE.finditer(text) if found["more"] or found["behind"] or found["after"]]


@rule(
    "approx-twice",
    name="一个数用了两个约数词",
    severity=ERROR,
    flags="约……左右、不少于……以上、近……余这样前后都有约数词的数",
    why="一个数只用一个表示约数或范围的词，两个并用意思重复甚至矛盾",
    bad="培训妇女约500人左右。",
    good="培训妇女约500人。",
    source="约数用法通例，现代汉语语法",
    strength=USUAL,
)
def twice(notice: Context) -> Iterator[Fault]:
    """Figures with an approximating word before and another in or behind them; the latter is taken out."""
    for part, clause, text in notice.clauses:
        for found in _TWICE.finditer(text):
            doubled = [name for name in ("more", "behind", "after") if found[name]]
            if not doubled:
                continue
            new = found[0]
            for name in reversed(doubled):
                new = new[: found.start(name) - found.start()] + new[found.end(name) - found.start() :]
            start = clause.start + found.start()
            message = f"“{found[0]}”有两个约数词，只留一个"
            yield part.fault(start, clause.start + found.end(), message, new=new)


@rule(
    "approx-decimal",
    name="带小数的万后面又加余、多",
    severity=WARNING,
    flags="1.9万余人这样已经精确到小数、又说还有余的数",
    why="1.9万已经取到千位，再说余就自相矛盾",
    bad="免费检查1.9万余人。",
    good="免费检查1.9万人。",
    source="约数用法通例，现代汉语语法",
    strength=USUAL,
)
def decimal(notice: Context) -> Iterator[Fault]:
    """A decimal with 万 or 亿 and 余 or 多."""
    for part, clause, text in notice.clauses:
        for found in _DECIMAL.finditer(text):
            start = clause.start + found.start()
            message = f"“{found[0]}”前后矛盾，去掉“{found[2]}”或者改为整数"
            yield part.fault(start, clause.start + found.end(), message, new=found[1])
