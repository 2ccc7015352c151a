"""The phrase by which the notice says who approved it."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import OPENING
from drafter.check.rule import CUSTOM, ERROR, WARNING, rule

_PHRASE = re.compile(
    r"经(?P<organ>(?:[省市县区州旗]委[、和])?[\u4e00-\u9fff]{0,4}?(?P<level>[省市县区州旗])(?:人民)?政府[\u4e00-\u9fff第\d]{0,14}?)"
    r"(?:研究)?(?:同意|批准|决定|审议通过|审定|审核同意)"
)
_LEVELS = "省市县区州旗"


@rule(
    "authority-phrase",
    name="没有写明经政府同意，或级别不对",
    severity=WARNING,
    flags="开头没有“经区政府同意”一类的话；写的是别一级的政府时作为错误",
    why="办公室发文布置各部门的工作，依据是政府同意，照抄上级的通知容易留下上级的说法",
    bad="《2026年为全区妇女儿童办实事项目清单》已经市政府同意",
    good="《2026年为全区妇女儿童办实事项目清单》已经区政府同意",
    source="办公室经授权发文的惯例",
    strength=CUSTOM,
)
def phrase(notice: Context) -> Iterator[Fault]:
    """No phrase of approval in the opening, or one of a government of another level than the issuer's."""
    opening = notice.named(OPENING)
    own = notice.place[-1:]
    found = [(part, one) for part in opening for one in _PHRASE.finditer(part.text)]
    for part, one in found:
        if own in _LEVELS and one["level"] != own:
            start, end = one.span("organ")
            yield part.fault(
                start, end, f"本通知是{notice.place}的，这里写的是“{one['organ']}”，请核对", severity=ERROR
            )
    if opening and not found:
        at = len(opening[0].text)
        yield opening[0].fault(at, at, "开头没有写明经政府同意（研究决定）")
