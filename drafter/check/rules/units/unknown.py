"""Names that the register of units does not know, or knows as abolished."""

import difflib
import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import ERROR, INFO, USUAL, WARNING, Need, rule
from drafter.check.units import UnitName, name_at_level
from drafter.library.registers import nearest

_SLIP, _SHORTEST = 0.75, 6  # names so alike are one mistyped; in a shorter one a character makes another organ
_FULL = re.compile(r"[\u4e00-\u9fff]{2,}市[\u4e00-\u9fff]+局[\u4e00-\u9fff]+分局")


@rule(
    "units-unknown",
    name="责任单位不在登记表里",
    severity=ERROR,
    flags="责任单位的名称在单位登记表里查不到；与登记的名称只差一两个字的是错误，其余是警告，本机关没有登记的只提示",
    why="单位名称写错就没有人承办；确有这个单位的，在登记表里加上即可",
    bad="（责任单位：区卫生建康局）",
    good="（责任单位：区卫生健康局）",
    source="《党政机关公文处理工作条例》第二十条（审核内容是否准确）；单位登记表 units.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def unknown(notice: Context) -> Iterator[Fault]:
    """Names of no registered unit; one that differs by a slip from a registered name is proposed.

    The register holds the names of the places in issuers.yaml: of another place's it says nothing for certain.
    """
    for one in notice.units:
        if one.unit is None and notice.issuer is None:
            message = f"登记表里没有“{one.name}”，{notice.place or '本机关'}也没有登记，名称请自行核对"
            yield one.part.fault(one.start, one.end, message, severity=INFO)
        elif one.unit is None:
            near = next(iter(nearest(one.name, notice.library.units.names())), "")
            likeness = difflib.SequenceMatcher(None, one.name, near).ratio()
            if likeness >= _SLIP and len(one.name) >= _SHORTEST and near[:1] == one.name[:1]:
                yield _fault(one, f"登记表里没有“{one.name}”，是否应为“{near}”", near)
            else:
                message = f"登记表里没有“{one.name}”，名称不错的请登记到单位登记表 units.yaml"
                yield one.part.fault(one.start, one.end, message, severity=WARNING)


@rule(
    "units-renamed",
    name="责任单位用了旧名称",
    severity=ERROR,
    flags="责任单位写的是已经停用的名称",
    why="机构改革后名称已变，旧名称的机关已不存在",
    bad="（责任单位：区卫生和计划生育局）",
    good="（责任单位：区卫生健康局）",
    source="《党政机关公文处理工作条例》第二十条（审核内容是否准确）；单位登记表 units.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def renamed(notice: Context) -> Iterator[Fault]:
    """Former names of registered units, with the present one."""
    for one in notice.units:
        if one.unit and one.name in one.unit.former:
            now = name_at_level(one.unit, notice.level, notice.place)
            yield _fault(one, f"“{one.name}”已停用{f'，现为“{now}”' if now else ''}", now)


@rule(
    "units-vertical",
    name="垂直管理的分局请核对全称",
    severity=INFO,
    flags="责任单位是上级派驻的分局，没有写全称",
    why="分局的名称各地写法不一，以本单位印章上的全称为准",
    bad="（责任单位：临淄公安分局）",
    good="（责任单位：淄博市公安局临淄分局）",
    source="机关名称的惯例；单位登记表 units.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def vertical(notice: Context) -> Iterator[Fault]:
    """Branch offices, each name once."""
    told: set[str] = set()
    for one in notice.units:
        if one.name.endswith("分局") and not _FULL.fullmatch(one.name) and one.name not in told:
            told.add(one.name)
            yield one.part.fault(one.start, one.end, f"“{one.name}”是派驻的分局，请核对全称")


def _fault(one: UnitName, message: str, new: str | None) -> Fault:
    return one.part.fault(one.start, one.end, message, new=new or None)
