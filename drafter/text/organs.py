"""Names of organs: how one is told from other words, and how a list of them is taken apart and printed."""

import re

from drafter.text import brackets

_ENDINGS = (
    "政府|办公室|办事处|管委会|委员会|管理中心|服务中心|中心|联合会|总工会|工会|妇联|残联|科协|文联|侨联"
    "|工商联|红十字会|公安分局|分局|支局|总局|局|法院|检察院|委|厅|部|办|院|校|台|站|队|处|所|社|会|司|集团"
)
_ORGAN = rf"[^，。；：！？]{{1,30}}(?:{_ENDINGS})(?:（[^）]*）)?"
_GROUP = r"(?:各|有关|相关|其他|团).{1,20}|.{2,20}(?:部门|单位|企业|街道|院校)"
_ISSUER = (
    r"[\u4e00-\u9fff]{2,24}?"
    r"(?:人民政府办公(?:室|厅)|人民政府|政府办公(?:室|厅)|委员会(?:办公室)?|妇女联合会|办公(?:室|厅))"
)


_ISSUER_ENDINGS = "人民政府|办公室|办公厅|委员会|联合会|妇联|局|委|厅"


def is_organ(text: str) -> bool:
    """Whether the text reads as one organ or group of organs."""
    return bool(re.fullmatch(_ORGAN, text) or re.fullmatch(_GROUP, text))


def issuer_at_start(text: str) -> str | None:
    """The issuing organ that the text begins with, e.g. of a title; None where there is none."""
    if text.startswith("关于"):
        return None
    name = text.partition("关于")[0] if "关于" in text else ""
    if name and len(name) <= 40 and re.fullmatch(rf"[\u4e00-\u9fff]+(?:{_ISSUER_ENDINGS})", name):
        return name
    found = re.match(_ISSUER, text)
    return found[0] if found else None


def is_issuer(text: str) -> bool:
    """Whether the text is the name of an issuing organ and nothing else."""
    return bool(re.fullmatch(_ISSUER, text))


def place_of(issuer: str) -> str:
    """The place an issuer's name begins with: 博山区人民政府办公室 → 博山区."""
    found = re.match(
        r"[\u4e00-\u9fff]{1,12}?(?:自治[区州县]|[省市区县州盟旗])(?=人民政府|政府|委|妇|办|人大|政协)", issuer
    )
    return (
        found[0] if found else re.split(r"人民政府|管理委员会|政府办公|办公室|委员会", issuer, maxsplit=1)[0] or issuer
    )


def split_units(text: str) -> list[str]:
    """The units of a list in order; 、 ， 及 和 and blanks part them, 和 inside a name does not."""
    units = []
    for part in brackets.split_outside(text, "、，,；\n\t \u3000"):
        units.extend(_split_at_joints(part.strip()))
    return [unit for unit in units if unit]


def _split_at_joints(part: str) -> list[str]:
    """Cut at 及, 以及, 和, 与 only where an organ ends before and another follows."""
    for found in re.finditer(r"以及|及|和(?!平|田|顺|静|县|硕|龙|布克)|与", part):
        before, after = part[: found.start()], part[found.end() :]
        if is_organ(before) and is_organ(after) and not re.fullmatch(r"(?:同级|其)?.{0,1}", after):
            return [*_split_at_joints(before), *_split_at_joints(after)]
    return [part]
