"""Names that belong to one place though no place stands in them: towns, functional zones, schools, unknown organs."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.adapt import levels
from drafter.adapt.edits import Edit, Kind
from drafter.adapt.office import Crossing
from drafter.model.registers import Wording
from drafter.text import word_lists

_HAN = "[\u4e00-\u9fff]"
_TOWN = re.compile(
    rf"(?P<stem>(?:(?![的为在对到向和及与等把将由从至或、各个些所]){_HAN}){{2,6}}?)(?:镇(?![级街村办乡区])|街道|"
    r"乡(?=人民政府|政府|中心|党委|卫生院|小学))(?:人民政府|办事处)?"
)
_NO_TOWN = re.compile(r"(?:[镇乡城村集街数小点型名关区级制新]|有|现|建)$")
_PLACE = re.compile(rf"(?:^|(?<=[，。；、（：])|(?<=[在赴]))(?P<stem>{_HAN}{{2,3}})[区县市](?![县区市级域民场])")
_NO_PLACE = re.compile(
    r"[社小园校景地街片城郊牧灾库新厂矿病专辖林农特防疫范发能假税展护区动全我本各该都超夜门集菜县]$|贫困|偏远|边远|重点"
)
_PARTICLES = "的为在对到向和及与等把将由从至或、"
_ORGAN_ENDS = (
    "局|委员会|委|办公室|办事处|中心|联合会|协会|大队|支队|服务站|管委会|院|馆|学校|中学|小学|幼儿园|医院|基地"
)


def edits(text: str, crossing: Crossing) -> Iterator[Edit]:
    """The names that are marked; what our own notices or those above print too is known here."""
    theirs = crossing.theirs.place
    yield from _schools(text, crossing)
    found_places = (*_zones(text, crossing.wording), *_towns(text, crossing.wording), *_other_places(text, crossing))
    for start, end in found_places:
        mark = Edit(text=text[start:end], start=start, reason=f"是{theirs}或别处的地方，请改", kind=Kind.PLACE)
        yield from _unless_known(mark, crossing)
    if crossing.theirs.word != crossing.ours.word:
        for found in _unknown_organ(crossing.theirs.word).finditer(text):
            reason = "登记表中没有它在本级的名称，请改"
            yield Edit(text=found[0], start=found.start(), reason=reason, kind=Kind.UNIT)


def _unless_known(mark: Edit, crossing: Crossing) -> Iterator[Edit]:
    if mark.text not in crossing.known_text:
        yield mark


def _schools(text: str, crossing: Crossing) -> Iterator[Edit]:
    """Schools and hospitals with a name of their own: 双泉小学, but not 中小学 or 公办幼儿园."""
    wording = crossing.wording
    for found in _school(wording.schools).finditer(text):
        stem = found["stem"]
        start = found.start("stem") + _name_begins(stem, wording)
        if not _is_plain(text[start : found.end("stem")], wording.plain):
            reason = f"是{crossing.theirs.place}的单位名称，请改"
            name = text[start : found.end()]
            yield from _unless_known(Edit(text=name, start=start, reason=reason, kind=Kind.NAME), crossing)


@cache
def _school(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<stem>(?:(?![{_PARTICLES}]){_HAN}){{2,12}}?)(?:{'|'.join(endings)})(?![生长教群园周])")


def _name_begins(stem: str, wording: Wording) -> int:
    """Where a name begins in the words before its ending: behind the last verb."""
    found = list(_verb(wording.verbs).finditer(stem))
    return found[-1].end() if found else 0


@cache
def _verb(more: tuple[str, ...]) -> re.Pattern[str]:
    verbs = {word for word in word_lists.load("verbs")[""] if len(word) > 1} | set(more)
    return re.compile("|".join(map(re.escape, sorted(verbs, key=len, reverse=True))))


def _is_plain(stem: str, plain: tuple[str, ...]) -> bool:
    """Whether the words before an ending are all general ones."""
    words = "|".join(map(re.escape, sorted(plain, key=len, reverse=True)))
    return len(re.sub(words, "", stem)) < 2


def _towns(text: str, wording: Wording) -> Iterator[tuple[int, int]]:
    """Single towns: 八陡镇, 城东街道; not 乡镇, 城镇, 各镇 or 实现街道全覆盖."""
    for found in _TOWN.finditer(text):
        start = found.start("stem") + _name_begins(found["stem"], wording)
        stem = text[start : found.end("stem")]
        if len(stem) > 1 and not _NO_TOWN.search(stem):
            yield start, found.end()


def _other_places(text: str, crossing: Crossing) -> Iterator[tuple[int, int]]:
    """Places that nobody registered, where a name begins for certain: behind a mark, 在 or 赴."""
    for found in _PLACE.finditer(text):
        begins = _name_begins(found["stem"], crossing.wording)
        known = text[found.start() : found.end()] in (crossing.ours.place, *crossing.ours.above)
        if not begins and not known and not _NO_PLACE.search(found["stem"]):
            yield found.span()


def _zones(text: str, wording: Wording) -> Iterator[tuple[int, int]]:
    """Functional zones: 高新区, 文昌湖省级旅游度假区; the bare word 开发区 is none."""
    zones = "|".join(map(re.escape, sorted(wording.zones, key=len, reverse=True)))
    for found in re.finditer(rf"(?:(?![{_PARTICLES}各含]){_HAN}){{0,8}}?(?:{zones}|区(?=管委会|管理委员会))", text):
        if found[0] != "开发区":
            yield found.span()


@cache
def _unknown_organ(word: str) -> re.Pattern[str]:
    middle = rf"(?:(?![{_PARTICLES}级直委政]){_HAN}){{1,8}}?"
    return re.compile(rf"(?<![全我本该各]){word}{levels.NOT_BEHIND}{middle}(?:{_ORGAN_ENDS})")
