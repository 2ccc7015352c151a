"""Items, units, clauses and contacts beside last year's."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING
from drafter.check.rule import CUSTOM, INFO, WARNING, Need, rule
from drafter.check.rules.years.places import clause_at, item_place
from drafter.model.comparison import ClauseKind, ItemChange, Relation, TargetChange, TargetKind
from drafter.model.notice import Notice
from drafter.text import contacts

_SOURCE = "为妇女儿童办实事通知的逐年比对"


@rule(
    "yoy-item-new",
    name="今年新增的实事",
    severity=INFO,
    flags="今年的一项实事，上年没有一项与它对应",
    why="新增的要说得出为什么增，责任单位也要事先征求意见",
    bad="上年：实施巾帼就业创业行动｜今年：实施儿童友好医院建设行动",
    good="上年：实施巾帼就业创业行动｜今年：实施巾帼就业创业行动",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def new_item(notice: Context) -> Iterator[Fault]:
    """Items without a counterpart last year, at their heading."""
    for change in notice.changes.items:
        if change.relation is Relation.NEW:
            part, start = item_place(notice, change.new)
            heading = part.first("heading")
            yield part.fault(start, heading.end if heading else start, f"{part.place}上年没有，是今年新增的")


def _kept(notice: Context) -> Iterator[ItemChange]:
    return (one for one in notice.changes.items if one.relation is Relation.CONTINUED and one.certain)


@rule(
    "yoy-unit-missing",
    name="上年的责任单位今年没有了",
    severity=WARNING,
    flags="同一项实事上年的责任单位，今年没有列",
    why="漏列单位，工作就没有人承担",
    bad="上年：区卫生健康局、区妇联、区财政局｜今年：区卫生健康局、区妇联",
    good="上年：区卫生健康局、区妇联、区财政局｜今年：区卫生健康局、区妇联、区财政局",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def unit_missing(notice: Context) -> Iterator[Fault]:
    """Units that left an item which lives on, at its unit clause."""
    for change in _kept(notice):
        if change.units.removed:
            part, start = item_place(notice, change.new)
            units = part.first("units")
            gone = "、".join(change.units.removed)
            start, end = (units.start, units.end) if units else (start, start)
            yield part.fault(start, end, f"上年这一项还有{gone}，今年没有列，请核对")


@rule(
    "yoy-unit-renamed",
    name="责任单位的名称与上年不同",
    severity=INFO,
    flags="同一个责任单位，今年的写法与上年不同",
    why="可能是机构改名，也可能是一年用全称、一年用简称",
    bad="上年：区教育和体育局｜今年：区教体局",
    good="上年：区教育和体育局｜今年：区教育和体育局",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST, Need.LIBRARY),
)
def unit_renamed(notice: Context) -> Iterator[Fault]:
    """Units under another name than last year, at their name."""
    for change in _kept(notice):
        part, _ = item_place(notice, change.new)
        units = part.first("units")
        for pair in change.units.renamed:
            at = part.text.find(pair.new, units.start if units else 0)
            if at >= 0:
                yield part.fault(at, at + len(pair.new), f"上年写作“{pair.old}”，今年写作“{pair.new}”")


@rule(
    "yoy-stale-copy",
    name="指标与上年一样",
    severity=INFO,
    flags="带数量的一条措施与上年完全相同，或者措施改了、数没有变",
    why="指标是不是还合适，应当向责任单位再核实一次",
    bad="上年：培训家庭服务业从业人员500人次以上｜今年：培训家庭服务业从业人员500人次以上",
    good="上年：培训家庭服务业从业人员500人次以上｜今年：培训家庭服务业从业人员600人次以上",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def stale_copy(notice: Context) -> Iterator[Fault]:
    """Clauses with a target that are last year's letter for letter, and figures that stayed in changed clauses."""
    copied: set[tuple[int | None, int | None]] = set()
    for change in notice.changes.items:
        for one in change.clauses:
            place = clause_at(notice, one.new_item, one.new_position)
            if one.old != one.new or one.kind not in (ClauseKind.SAME, ClauseKind.MOVED) or not place:
                continue
            part, clause = place
            if any(target.value is not None for target in notice.targets(part, clause)):
                copied.add((one.new_item, one.new_position))
                yield part.fault(clause.start, clause.end, "这条措施连同指标与上年一字不差，请向责任单位核实")
    for change in notice.changes.items:
        for target in change.targets:
            at = (target.new_item, target.new_position)
            if (
                target.change is TargetKind.SAME
                and target.certain
                and target.new_value is not None
                and at not in copied
            ):
                yield from _unchanged(notice, target)


def _unchanged(notice: Context, target: TargetChange) -> Iterator[Fault]:
    """A figure that is last year's, where it stands."""
    place = clause_at(notice, target.new_item, target.new_position)
    figure = target.new or ""
    at = place[0].said(place[1]).find(figure) if place else -1
    if place and at >= 0:
        start = place[1].start + at
        yield place[0].fault(start, start + len(figure), f"“{figure}”与上年相同，请向责任单位核实")


@rule(
    "yoy-contact-changed",
    name="联系方式与上年不同",
    severity=INFO,
    flags="结尾的联系电话、邮箱与上年不同",
    why="可能是换了承办单位，也可能是抄错了一位",
    bad="上年：联系电话：4110000｜今年：联系电话：4110001",
    good="上年：联系电话：4110000｜今年：联系电话：4110000",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.AGAINST,),
)
def contact_changed(notice: Context) -> Iterator[Fault]:
    """Phones and mailboxes that last year's closing does not have, where it has some."""
    old, new = _contacts(notice.against), _contacts(notice.notice)
    if not old:
        return
    before = "、".join(old)
    for part in notice.named(CLOSING):
        for text in new:
            at = part.text.find(text)
            if at >= 0 and text not in old:
                yield part.fault(at, at + len(text), f"上年的联系方式是{before}，今年是{text}，请核对")


def _contacts(notice: Notice) -> tuple[str, ...]:
    found = contacts.find((*notice.closing, notice.contact_line or ""))
    return (*found.phones, *found.mailboxes, *found.emails)
