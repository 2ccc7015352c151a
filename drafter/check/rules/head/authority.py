"""The phrase by which the notice says who approved it."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import OPENING
from drafter.check.rule import ERROR, REQUIRED, rule

_GOVERNMENT = (
    r"(?:[省市县区州旗]委[、和])?[\u4e00-\u9fff]{0,4}?(?P<level>[省市县区州旗])(?:人民)?政府[\u4e00-\u9fff第\d]{0,14}?"
)
_APPROVED = r"(?:研究)?(?:同意|批准|决定|审议|审定|通过|审核同意)"
_DECIDING = _GOVERNMENT.replace("level", "of")
_PHRASE = re.compile(
    rf"经(?P<organ>{_GOVERNMENT})(?:研究，?)?{_APPROVED}|(?<![\u4e00-\u9fff])(?P<deciding>{_DECIDING})决定"
)
_BY_OFFICE = re.compile(r"政府办公[室厅]$")
_LEVELS = "省市县区州旗"


@rule(
    "authority-phrase",
    name="没有写明经政府同意，或级别不对",
    severity=ERROR,
    flags="政府办公室的通知，开头没有“经区政府同意”一类的话，或写的是别一级的政府",
    why="办公室向镇、街道和各部门布置工作，依据是本级政府同意，文中要注明；照抄上级的通知容易留下上级的说法",
    bad="《2026年为全区妇女儿童办实事项目清单》已经市政府同意",
    good="《2026年为全区妇女儿童办实事项目清单》已经区政府同意",
    source="《党政机关公文处理工作条例》第十六条（二）",
    strength=REQUIRED,
)
def phrase(notice: Context) -> Iterator[Fault]:
    """No phrase of approval in the opening of a government office, or one of another level than the issuer's."""
    opening = notice.named(OPENING)
    own = notice.place[-1:]
    found = [(part, one) for part in opening for one in _PHRASE.finditer(part.text)]
    for part, one in found:
        organ, level = ("organ", "level") if one["organ"] else ("deciding", "of")
        if own in _LEVELS and one[level] != own:
            start, end = one.span(organ)
            yield part.fault(start, end, f"本通知是{notice.place}的，这里写的是“{one[organ]}”，请核对")
    if opening and not found and _BY_OFFICE.search(notice.notice.issuer):
        at = len(opening[0].text)
        yield opening[0].fault(at, at, "开头没有写明经政府同意（研究决定）")
