"""One unit under one name, and one way of shortening names in a document."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import ERROR, USUAL, WARNING, Need, rule
from drafter.check.units import UnitName, name_at_level

_LEVELS = "省市区县旗团"  # names of towns and of groups of organs are their own
_FULL = 0.75  # a name of at least this share of the full one's length is not clipped (卫生健康委 beside 卫生健康委员会)


@rule(
    "units-style-mix",
    name="责任单位的全称、简称混用",
    severity=WARNING,
    flags="同一个单位前后用了两个名称，或有的单位用全称、有的用简称",
    why="同一份文件里单位名称的写法要一律",
    bad="（责任单位：区卫健局、区教育和体育局）",
    good="（责任单位：区卫生健康局、区教育和体育局）",
    source="公文写作惯例（名称前后一致）；单位登记表 units.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def mixed(notice: Context) -> Iterator[Fault]:
    """Names of a unit beside its usual one in the document, and clipped names among full ones or the reverse."""
    named = [one for one in notice.units if one.unit and one.name[0] in _LEVELS]
    clipped = Counter(kind for one in named if (kind := _is_clipped(one, notice)) is not None)
    usual = clipped.most_common(1)[0][0] if clipped else None
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in named:
        names[one.unit.name if one.unit else ""][one.name] += 2 if _is_clipped(one, notice) is usual else 1
    for one in named:
        best = names[one.unit.name if one.unit else ""].most_common(1)[0][0]
        kind = _is_clipped(one, notice)
        if one.name != best:
            message = f"这里写作“{one.name}”，别处写作“{best}”，应一致"
            yield one.part.fault(one.start, one.end, message, new=best)
        elif kind is not None and kind is not usual:
            full = name_at_level(one.unit, notice.level, notice.place) if one.unit and kind else None
            words = ("全称", "简称") if kind else ("简称", "全称")
            message = f"多数单位用{words[0]}，这里用{words[1]}，应一律"
            yield one.part.fault(one.start, one.end, message, new=full)


def _is_clipped(one: UnitName, notice: Context) -> bool | None:
    """Whether a name is clipped; None for a unit that has no full name of its own, or no clipped one."""
    unit = one.unit
    full = name_at_level(unit, notice.level, notice.place) if unit else None
    if unit is None or not full:
        return None
    others = [name for name in unit.short if name[0] == full[0] and not name.endswith("分局")]
    if not others or max(map(len, others)) > len(full) or min(map(len, others)) >= _FULL * len(full):
        return None
    return len(one.name) < _FULL * len(full)


@rule(
    "units-duplicate",
    name="同一项里责任单位重复",
    severity=ERROR,
    flags="一项的责任单位里同一个单位写了两次",
    why="重复说明粘贴时出了错，可能还漏了别的单位",
    bad="（责任单位：区妇联、区民政局、区妇联）",
    good="（责任单位：区妇联、区民政局）",
    source="公文审核的通常要求（不重复）",
    strength=USUAL,
)
def duplicate(notice: Context) -> Iterator[Fault]:
    """Names that stand twice in one unit clause, whether as leading units or not."""
    seen: set[tuple[int | None, int, str]] = set()
    for one in notice.units:
        key = (one.part.ordinal, one.segment.start, one.name)
        if key in seen:
            before = one.part.text[one.start - 1]
            start = one.start - 1 if before in "、，" else one.start
            yield one.part.fault(start, one.end, f"“{one.name}”写了两次", new="", safe=before in "、，")
        seen.add(key)
