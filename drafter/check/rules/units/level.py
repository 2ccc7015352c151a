"""Units of another level or place than the issuer's, and such as are not named at all."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, RECIPIENTS
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, USUAL, WARNING, Need, rule, told
from drafter.check.units import name_at_level
from drafter.model.registers import Level
from drafter.text import word_lists

_LEVEL_CHARS = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区县市旗"}
_NO_LEVELS = "|".join(word_lists.load("organ_words")["no_levels"])
_LEVEL_AT = re.compile(rf"^(?!{_NO_LEVELS})(?:团|共青团)?(?P<level>[省市区县旗])(?![\u4e00-\u9fff]*[区县旗市]分局)")
_VAGUE = re.compile(r"相关|有关|其他|等")
_EVERYBODY = re.compile(r"^各")
_PARTY = re.compile(r"^(?:[省市区县旗]委|[省市区县旗](?:人民)?(?:法院|检察院))")
_ALL_UNITS = re.compile(r"[省市区县旗]委|(?<!企事业)(?<!事业)单位|法院|检察院|人民团体|群团")


@rule(
    "units-level",
    name="责任单位是别一级或别处的",
    severity=ERROR,
    flags="区里的清单写了市里的局，或写了别的区县的单位",
    why="上级和外地的单位不归本级政府布置，多半是照抄时留下的",
    bad="（责任单位：市教育局、区妇联）",
    good="（责任单位：区教育和体育局、区妇联）",
    source="行文规则：《党政机关公文处理工作条例》第十四、十七条；单位登记表 units.yaml",
    strength=REQUIRED,
    needs=(Need.LIBRARY,),
)
def level(notice: Context) -> Iterator[Fault]:
    """Units that begin with another level than the issuer's, or with the name of another registered place."""
    own = notice.place[-1:] if notice.place[-1:] in "省市区县旗" else _LEVEL_CHARS[notice.level]
    others = [one for one in notice.library.issuers.entries if one.place != notice.place]
    family = {notice.issuer.superior} if notice.issuer else set()
    foreign = [one.place for one in others if one.place not in family and one.superior != notice.place]
    for one in notice.units:
        if one.name.endswith("分局"):
            continue
        found = _LEVEL_AT.match(one.name)
        place = next((place for place in foreign if one.name.startswith(place)), None)
        right = name_at_level(one.unit, notice.level, notice.place) if one.unit else None
        if place:
            yield one.part.fault(one.start, one.end, f"“{one.name}”是{place}的，本通知是{notice.place}的", new=right)
        elif found and found["level"] not in own:
            message = f"“{one.name}”不是本级的单位（本通知是{notice.place}的）"
            yield one.part.fault(one.start, one.end, message, new=right)


@rule(
    "units-vague",
    name="责任单位不具体",
    severity=WARNING,
    flags="相关、有关、其他单位一类说不清是谁的责任单位；“各镇（街道）”只作提示",
    why="责任单位要点到名，说不清是谁就没有人认领",
    bad="（责任单位：区妇联、相关镇人民政府）",
    good="（责任单位：区妇联、源泉镇人民政府）",
    source="本类通知的写法（责任到单位）",
    strength=USUAL,
)
def vague(notice: Context) -> Iterator[Fault]:
    """Names that leave open who is meant."""
    for one in notice.units:
        if _VAGUE.search(one.name):
            yield one.part.fault(one.start, one.end, f"“{one.name}”没有点明是哪个单位")
        elif _EVERYBODY.match(one.name):
            message = f"“{one.name}”是泛指，请核对是不是每一个都有任务"
            yield one.part.fault(one.start, one.end, message, severity=INFO)


UNITS_OPEN = told(
    "units-open",
    ITEM,
    name="责任单位以“等”结尾",
    severity=WARNING,
    flags="责任单位列了几个以后用“等”“等部门”结尾",
    why="责任单位要列全，“等”里的单位不会认领",
    bad="（责任单位：区卫生健康局、区妇联等部门）",
    good="（责任单位：区卫生健康局、区妇联）",
    source="本类通知的写法（责任到单位）",
    strength=USUAL,
)


@rule(
    "units-never-addressed",
    name="责任单位不在主送范围里",
    severity=INFO,
    flags="党委部门、法院、检察院有任务，主送机关里却没有包括它们",
    why="办公室的通知管不到党委部门和法检两院，主送、抄送都没有，就收不到",
    bad="（责任单位：区委宣传部、区妇联）",
    good="（责任单位：区卫生健康局、区妇联）",
    source="行文规则：《党政机关公文处理工作条例》第十四条；本类通知的惯例",
    strength=CUSTOM,
)
def never_addressed(notice: Context) -> Iterator[Fault]:
    """Organs of the party and the courts that neither recipients nor copies cover; each name once."""
    recipients = notice.part(RECIPIENTS)
    reached = (recipients.text if recipients else "") + "".join(notice.notice.copies_to)
    if not recipients or _ALL_UNITS.search(reached):
        return
    seen: set[str] = set()
    for one in notice.units:
        if _PARTY.match(one.name) and one.name not in seen:
            seen.add(one.name)
            yield one.part.fault(one.start, one.end, f"主送、抄送里没有包括“{one.name}”，请核对怎样送达")
