"""Targets beside last year's: lowered, given up, leaping, counted otherwise."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, INFO, WARNING, Need, rule
from drafter.check.rules.years.places import clause_at, item_place
from drafter.model.comparison import ItemChange, Relation, TargetChange, TargetKind

_SOURCE = "为妇女儿童办实事通知的逐年比对"
_LEAP = 3
_KEPT = (Relation.CONTINUED, Relation.SPLIT, Relation.MERGED)
_INNER = str.maketrans("“”", "‘’")
_RATE = re.compile(r"[\u4e00-\u9fff]{1,4}率$")
_KIND = 3  # the last characters of a rate's name, which say what is rated: 检查覆盖率 is a 覆盖率


def _changes(notice: Context, *kinds: TargetKind) -> Iterator[tuple[ItemChange, TargetChange]]:
    """The certain changes of some kinds in items that live on."""
    for item in notice.changes.items:
        if item.relation in _KEPT:
            for target in item.targets:
                if target.change in kinds and target.certain:
                    yield item, target


def _told(notice: Context, item: ItemChange, target: TargetChange, message: str) -> Fault:
    """A fault at the new figure, else at the beginning of the item."""
    place = clause_at(notice, target.new_item, target.new_position)
    if place and target.new:
        part, clause = place
        at = part.said(clause).find(target.new)
        if at >= 0:
            return part.fault(clause.start + at, clause.start + at + len(target.new), message)
    part, start = item_place(notice, item.new)
    return part.fault(start, start, message)


def _named(target: TargetChange) -> str:
    name = target.object or ""
    inner = name.translate(_INNER) if name.count("“") == name.count("”") else name.strip("“”")
    return f"“{inner}”的指标" if inner else "指标"


@rule(
    "yoy-target-lowered",
    name="指标比上年低",
    severity=WARNING,
    flags="同一项指标今年的数比上年小",
    why="指标下调要说得出理由，报领导时会问到",
    bad="上年：开展戏曲进校园活动10场｜今年：开展戏曲进校园活动6场",
    good="上年：开展戏曲进校园活动10场｜今年：开展戏曲进校园活动10场",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def lowered(notice: Context) -> Iterator[Fault]:
    """Lowered targets, at the new figure."""
    for item, target in _changes(notice, TargetKind.LOWERED):
        yield _told(notice, item, target, f"{_named(target)}由上年的“{target.old}”降为“{target.new}”，请说明理由")


@rule(
    "yoy-target-dropped",
    name="上年的指标今年没有了",
    severity=WARNING,
    flags="同一项实事上年有数量，今年没有了，草稿里也没有写删去那条措施的理由",
    why="只写做什么、不写做多少，容易被认为是缩水",
    bad="上年：为全区200名有康复需求的残疾儿童提供康复救助｜今年：为全区有康复需求的残疾儿童提供康复救助",
    good="上年：为全区200名有康复需求的残疾儿童提供康复救助｜今年：为全区210名有康复需求的残疾儿童提供康复救助",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def target_dropped(notice: Context) -> Iterator[Fault]:
    """Targets of last year that nothing answers to in an item that lives on, nor a reason why their clause went."""
    for item, target in _changes(notice, TargetKind.DROPPED):
        places = {(one.old_item, one.old_position) for one in item.clauses if one.reason}
        if (target.old_item, target.old_position) in places:
            continue
        yield _told(notice, item, target, f"上年有{_named(target)}“{target.old}”，今年没有了，请说明理由")


@rule(
    "yoy-target-jump",
    name="指标变动过大",
    severity=WARNING,
    flags="同一项指标今年超过上年的三倍，或者不到三分之一",
    why="成倍变动多半是单位、口径或者小数点写错了",
    bad="上年：开展戏曲进校园活动10场｜今年：开展戏曲进校园活动100场",
    good="上年：开展戏曲进校园活动10场｜今年：开展戏曲进校园活动12场",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def jump(notice: Context) -> Iterator[Fault]:
    """Targets that are more than three times as high or low as last year's."""
    for item, target in _changes(notice, TargetKind.RAISED, TargetKind.LOWERED):
        old, new = target.old_value or Decimal(), target.new_value or Decimal()
        if old and new and (new > _LEAP * old or old > _LEAP * new):
            message = f"{_named(target)}由上年的“{target.old}”变为“{target.new}”，相差三倍以上，请核对"
            yield _told(notice, item, target, message)


@rule(
    "yoy-metric-renamed",
    name="指标的口径变了",
    severity=INFO,
    flags="同一件事，今年换了统计口径或者量词，如筛查率换成了覆盖率",
    why="口径变了，两年的数不能直接比较，说明里要交代",
    bad="上年：开展家庭教育讲座覆盖家长500人｜今年：开展家庭教育讲座20场",
    good="上年：开展家庭教育讲座20场｜今年：开展家庭教育讲座25场",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def redefined(notice: Context) -> Iterator[Fault]:
    """Targets that count another thing than last year's, and rates of another name."""
    for item, target in _changes(notice, TargetKind.REDEFINED):
        message = f"{_named(target)}上年是“{target.old}”，今年是“{target.new}”，口径不同"
        yield _told(notice, item, target, message)
    for item, target in _changes(notice, TargetKind.RAISED, TargetKind.LOWERED, TargetKind.SAME):
        old, new = _rates(notice, target)
        if old and new and old[-_KIND:] != new[-_KIND:]:
            yield _told(notice, item, target, f"上年说的是“{old}”，今年说的是“{new}”，请核对口径")


def _rates(notice: Context, target: TargetChange) -> tuple[str, str]:
    """The names of the rates before the old and the new figure, "" where there is none."""
    last, now = notice.against.items, clause_at(notice, target.new_item, target.new_position)
    if target.old_item is None or target.old_position is None or not now:
        return "", ""
    clauses = last[target.old_item - 1].all_clauses
    before = clauses[target.old_position - 1].text if target.old_position <= len(clauses) else ""
    return _rate(before, target.old), _rate(now[0].said(now[1]), target.new)


def _rate(text: str, figure: str | None) -> str:
    found = _RATE.search(text.partition(figure)[0]) if figure and figure in text else None
    return found[0] if found else ""
