"""Words of scope and names of places that are not the issuer's."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.adapt.levels import SCOPE
from drafter.adapt.office import LEVEL_CHARS
from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, CLOSING, ITEM, PROSE, TITLE, Part
from drafter.check.rule import ERROR, INFO, REQUIRED, USUAL, WARNING, Need, rule
from drafter.model.registers import Issuer

_OWN = ("全", "我")
# an organ of the place that the closing gives something to do, as closings taken over from a superior still name
_ORGAN = re.compile(
    r"(?:^|(?<=[，。；、（：报由请向给至送]))(?P<level>[省市区县旗])(?:妇联|妇儿工委(?:办公室|办)?|妇儿办|妇女儿童工作委员会|政府(?:督查室|办公室)?)"
)
_RANKS = "县旗区市省"
_CITY = _RANKS.index("市")
# of a level above one may say that one is among its best or takes part in what it holds
_AMONG_BEFORE = re.compile(
    r"(?:走在|位居|位列|居于|争创|争当|高于|低于|优于|参加|参与|承办|承接|代表|列入|纳入|荣获|获得|获评|按照|参照|对标)$"
)
_AMONG_BEHIND = re.compile(r"率先|领先|前列|首|第一|一流|先进|平均|统一")
# a road or a village may be called after a far place; with bodies of a far place one works together
_LOCAL = re.compile(r"[村街路巷镇乡屯庄]|社区|大道")
_BODY = re.compile(
    r"[市省]?[\u4e00-\u9fff]{0,8}?(?:医院|大学|学院|学校|研究院|研究所|保健院|公司|出版社|博物馆|科技馆|铁路|高铁|机场)"
)
_AS_PLACE = re.compile(r"行|籍|户籍|户口|全|各|境内|本地|人民|[妇儿]")
_TOGETHER = re.compile(r"(?:与|同|联合|会同|协同|携手|赴)$")


@rule(
    "scope-word",
    name="范围的说法不对",
    severity=ERROR,
    flags="区的通知里写全市、我市，市的通知里写全区、全县；结尾布置的是别一级的妇联、妇儿工委（警告）；全区和我区混用（提示）",
    why="范围写错，任务就不是本级的了；多半是照上级文件改漏的",
    bad="建立完善全市儿童视力健康档案",
    good="建立完善全区儿童视力健康档案",
    source="《党政机关公文处理工作条例》第二十条（地名等是否准确）",
    strength=REQUIRED,
)
def scope(notice: Context) -> Iterator[Fault]:
    """全市 and the like of another level than the issuer's, organs of it in the closing; the rarer of 全区 and 我区."""
    own = notice.place[-1:] if notice.place[-1:] in "省市区县旗" else ""
    said: list[tuple[Part, re.Match[str]]] = []
    for part in notice.named(TITLE, *PROSE, ATTACHMENT):
        for found in SCOPE.finditer(part.text):
            if found[1] not in "全我本" or not own:
                continue
            if found[2] == own:
                said.append((part, found))
            elif not _is_among(part.text, found, own):
                new = found[1] + own
                message = f"发文机关是{notice.place}的，“{found[0]}”应为“{new}”"
                far = found[2] == "省" and own in _RANKS[:_CITY]
                yield part.fault(found.start(), found.end(), message, new=new, severity=INFO if far else None)
    yield from _organs(notice, own)
    in_items = [(part, found) for part, found in said if part.name == ITEM and found[1] in _OWN]
    counts = Counter(found[1] for _, found in in_items)
    if len(counts) > 1:
        usual = max(_OWN, key=lambda word: counts[word])
        part, found = next((part, found) for part, found in in_items if found[1] != usual)
        message = f"别处写作“{usual}{own}”，这里写作“{found[0]}”，宜统一"
        yield part.fault(found.start(), found.end(), message, severity=INFO)


def _organs(notice: Context, own: str) -> Iterator[Fault]:
    """Organs of another level that the closing names; each name once."""
    seen: set[str] = set()
    for part in notice.named(CLOSING):
        for found in _ORGAN.finditer(part.text):
            if own and found["level"] != own and found[0] not in seen:
                seen.add(found[0])
                new = own + found[0][1:]
                message = f"发文机关是{notice.place}的，结尾写的是“{found[0]}”，请核对是不是“{new}”"
                yield part.fault(found.start(), found.end(), message, new=new, severity=WARNING)


def _is_among(text: str, found: re.Match[str], own: str) -> bool:
    """Whether a word of a level above tells where the own place stands in it, not whom a deed is for."""
    above = found[1] == "全" and own in _RANKS and _RANKS.find(found[2]) > _RANKS.index(own)
    before = _AMONG_BEFORE.search(text, max(0, found.start() - 4), found.start())
    return above and bool(before or _AMONG_BEHIND.match(text, found.end()))


@rule(
    "place-leak",
    name="出现了别处的地名",
    severity=ERROR,
    flags="登记过的别的地方的名称，不是本地、上级，也不是下级",
    why="多半是借用别处的文稿没有改净",
    bad="开展流动科技馆“临淄行”活动5场。",
    good="开展流动科技馆“博山行”活动5场。",
    source="《党政机关公文处理工作条例》第二十条（地名等是否准确）",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def place_leak(notice: Context) -> Iterator[Fault]:
    """Places of the register that are neither ours nor above or below us, outside of the unit clauses and of titles.

    A hospital or a school of a neighbour may have been left in; one of a far place is one that works with us.
    """
    foreign = _foreign(notice)
    if not foreign:
        return
    superior = notice.issuer.superior if notice.issuer else None
    pattern = re.compile("|".join(map(re.escape, sorted(foreign, key=len, reverse=True))))
    for part in notice.named(*PROSE):
        units = part.all("units")
        for found in pattern.finditer(part.text):
            if _is_in_title(part.text, found.start()) or any(one.start <= found.start() < one.end for one in units):
                continue
            near = foreign[found[0]].superior == superior
            if _is_other_word(part.text, found, notice) or not (near or _is_left_over(part.text, found)):
                continue
            together = _TOGETHER.search(part.text, max(0, found.start() - 2), found.start())
            message = f"“{found[0]}”不是{notice.place}的地名，请核对"
            yield part.fault(found.start(), found.end(), message, severity=INFO if together else None)


def _is_other_word(text: str, found: re.Match[str], notice: Context) -> bool:
    """Whether a stem is part of another word, or names a road or a village."""
    stem, words = found[0][-1] not in LEVEL_CHARS, notice.words("places")
    mixed = found[0] in words and not any(one.start == found.start() for one in words.find(text))
    return stem and (mixed or _LOCAL.match(text, found.end()) is not None)


def _is_left_over(text: str, found: re.Match[str]) -> bool:
    """Whether the name of a far place stands as that of one's own does: with its level or people, not with a body."""
    if _BODY.match(text, found.end()):
        return False
    return found[0][-1] in LEVEL_CHARS or _AS_PLACE.match(text, found.end()) is not None


def _foreign(notice: Context) -> dict[str, Issuer]:
    """The names and stems of registered places that are not ours, above or below us, with their entries."""
    entries = {one.place: one for one in notice.library.issuers.entries}
    near = {notice.place}
    above = notice.issuer.superior if notice.issuer else None
    while above and above not in near:
        near.add(above)
        above = entries[above].superior if above in entries else None
    own = {one.stem for place, one in entries.items() if place in near} | near
    foreign = {
        name: one for place, one in entries.items() if not _is_near(one, near, notice) for name in (place, one.stem)
    }
    return {name: one for name, one in foreign.items() if name not in own and len(name) > 1}


def _is_near(one: Issuer, near: set[str], notice: Context) -> bool:
    return one.place in near or one.superior == notice.place


def _is_in_title(text: str, at: int) -> bool:
    return text.count("《", 0, at) > text.count("》", 0, at)
