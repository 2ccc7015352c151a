"""Quotes: straight, unpaired, nested, parted by 、."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TEXT, Part
from drafter.check.rule import CUSTOM, ERROR, REQUIRED, WARNING, part_rule

_STRAIGHT = re.compile(r"\"|(?<![A-Za-z])'|'(?![A-Za-z])")
_SEPARATED = re.compile(r"(?<=[”》])、(?=[“《])")
_KINDS = {"“": "双引号", "”": "双引号", "‘": "单引号", "’": "单引号"}
_PAIRS = {"”": "“", "’": "‘"}


@part_rule(
    "quotes-straight-or-unpaired",
    *TEXT,
    name="引号是直的或者不成对",
    severity=ERROR,
    flags="直引号，缺一半的引号，方向反了的引号",
    why="中文引号成对使用，左右有别",
    bad='开展"春风行动"招聘活动',
    good="开展“春风行动”招聘活动",
    source="GB/T 15834-2011 4.8",
    strength=REQUIRED,
)
def straight_or_unpaired(part: Part, _notice: Context) -> Iterator[Fault]:
    """Straight quotes, with the curved one that fits the place; curved ones without a partner."""
    opening = True
    for found in _STRAIGHT.finditer(part.text):
        new = ("“”" if found[0] == '"' else "‘’")[0 if opening else 1]
        side = "左" if opening else "右"
        yield part.fault(found.start(), found.end(), f"直引号应改为弯的{side}{_KINDS[new]}", new=new)
        opening = not opening
    for at in _unpaired(part.text):
        side, other = ("左", "右") if part.text[at] in "“‘" else ("右", "左")
        kind = _KINDS[part.text[at]]
        yield part.fault(at, at + 1, f"这个{side}{kind}没有配对的{other}{kind}，请补上或删去")


@part_rule(
    "quotes-nesting",
    *TEXT,
    name="引号里又用了双引号",
    severity=WARNING,
    flags="双引号里面的双引号，双引号外面单独用的单引号",
    why="引号里还要用引号时，外面用双引号，里面用单引号",
    bad="实施““雏凤”助飞、岗位建功”促就业计划",
    good="实施“‘雏凤’助飞、岗位建功”促就业计划",
    source="GB/T 15834-2011 4.8.3",
    strength=REQUIRED,
)
def nesting(part: Part, _notice: Context) -> Iterator[Fault]:
    """Pairs of the wrong kind for their depth; only where all quotes have partners."""
    text = part.text
    if any(True for _ in _unpaired(text)):
        return
    stack: list[int] = []
    for at, char in enumerate(text):
        if char in "“‘":
            stack.append(at)
        elif char in _PAIRS and stack:
            start = stack.pop()
            wanted = "“‘"[len(stack) % 2]
            if text[start] != wanted:
                new = wanted + text[start + 1 : at] + "”’"["“‘".index(wanted)]
                where = "引号里面的引号用" if wanted == "‘" else "外层的引号用"
                yield part.fault(start, at + 1, f"{where}{_KINDS[wanted]}", new=new)


@part_rule(
    "quotes-separator",
    *TEXT,
    name="并列的引号或书名号之间有顿号",
    severity=WARNING,
    flags="两个引号或书名号紧挨着并列时，中间的顿号",
    why="标有引号或书名号的并列成分之间通常不用顿号；中间插有括注时可以用",
    bad="实施“孤儿助学工程”、“慈善助学工程”",
    good="实施“孤儿助学工程”“慈善助学工程”",
    source="GB/T 15834-2011 4.5.3.5",
    strength=CUSTOM,
)
def separator(part: Part, _notice: Context) -> Iterator[Fault]:
    """、 between a closing and an opening mark."""
    for found in _SEPARATED.finditer(part.text):
        yield part.fault(found.start(), found.end(), "引号、书名号之间的顿号应去掉", new="", safe=True)


def _unpaired(text: str) -> Iterator[int]:
    """Where quotes stand that have no partner."""
    stack: list[int] = []
    for at, char in enumerate(text):
        if char in "“‘":
            stack.append(at)
        elif char in _PAIRS:
            if stack and text[stack[-1]] == _PAIRS[char]:
                stack.pop()
            else:
                yield at
    yield from stack
