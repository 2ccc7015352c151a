"""Level words: 全市 becomes 全区, 市级 区级, 各区县 各镇（街道）; what is of yet another level is marked."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.adapt.edits import Edit, Kind
from drafter.adapt.office import LEVEL_CHARS, Crossing
from drafter.model.registers import Level, Wording

# A level character is no level word in 城市, 小区, 开发区, 节省: it ends another word. Before 级, 委 or a unit's name
# it nearly always is one (推动区级, 创新区级); alone it may end many more words (活动区, 新区).
NOT_BEHIND = (
    r"(?<![城都超夜菜花闹]市)(?<![社小园校景地街片城郊牧灾库厂矿病禁误辖林灌疫]区)(?<![节俭]省)(?<![区郡各]县)(?<!各[市区省])"
    r"(?<![市县]区)(?<!开发区)(?<!高新区)(?<!示范区)(?<!度假区)(?<!保税区)(?<!功能区)(?<!保护区)(?<!居住区)"
)
_ALONE = (
    rf"{NOT_BEHIND}(?<![上门股集楼县大]市)(?<![山湖新专农特战防范发能假税护居管功雷险名分展港保风盲赛考营老水海半活动乐读息"
    r"验戏候作行试导心角景洼滩]区)(?<!反省)"
)
# … nor in 市场, 市民, 区域, 县域, 省时: it begins another word.
_NOT_BEFORE = r"(?![场民容值面集井井镇域间别分块心力时事])"
# 安全, 健全, 促成 …: the character before ends another word; 完成全市 and the like do not.
_OTHER_WORD = r"(?<![安健完齐保周顾根基])(?<![^完建做形达组造]成)"
SCOPE = re.compile(rf"{_OTHER_WORD}([全我本该])([{LEVEL_CHARS}])(?!政(?!府|协)|委员会){_NOT_BEFORE}")
_GRADE_ENDS = "本级|级|有关|相关|各部门|直|属|委|政府|人民政府|人大|政协|纪委|内|外|里|辖"
_LOWER_GRADE = re.compile(r"(?<![\u4e00-\u9fff][乡城])[镇乡]级|乡镇级|街道级")
_GROUPED = re.compile(rf"[{LEVEL_CHARS}镇乡村](?:、[{LEVEL_CHARS}镇乡村])+(?=[两三四各多]级)")
_ANY = re.compile(rf"([{LEVEL_CHARS}]){_ALONE}{_NOT_BEFORE}(?!政(?!府|协))[\u4e00-\u9fff]{{0,2}}")
_LEAVE = "是{theirs}的上级或别的层级的说法，请核对"


def edits(text: str, crossing: Crossing) -> Iterator[Edit]:
    """The level words of a text that are changed or marked."""
    yield from _groups(text, crossing)
    for found in SCOPE.finditer(text):
        yield from _scope(found, crossing)
    for found in _grades(crossing.wording.bodies).finditer(text):
        yield from _grade(found, crossing)
    for found in _GROUPED.finditer(text):
        if not set(found[0].replace("、", "")) <= {crossing.ours.word, *crossing.ours.words_above, *"镇乡村"}:
            yield _mark(found, 0, "几级并列，请按本地层级改写")
    if crossing.ours.level != Level.COUNTY:
        for found in _LOWER_GRADE.finditer(text):
            yield _mark(found, 0, f"是{crossing.theirs.place}下级的说法，请核对本{crossing.ours.word}是否适用")


@cache
def _grades(bodies: tuple[str, ...]) -> re.Pattern[str]:
    ends = "|".join((*sorted(map(re.escape, bodies), key=len, reverse=True), _GRADE_ENDS))
    return re.compile(rf"([{LEVEL_CHARS}]){NOT_BEHIND}(?:{ends})(?!员)")


def leftovers(text: str, crossing: Crossing) -> Iterator[Edit]:
    """Level characters that none of the known forms explains (区财政, 16市, 县城): marked, to be looked at."""
    ours, theirs = crossing.ours.word, crossing.theirs.word
    for found in _ANY.finditer(text):
        foreign = found[1] != ours and (found[1] == theirs or not crossing.is_right_here(found[1]))
        if foreign and not crossing.ends_a_place(text[: found.end(1)]):
            yield _mark(found, 0, "像是层级用语，请核对")


def _scope(found: re.Match[str], crossing: Crossing) -> Iterator[Edit]:
    char, ours = found[2], crossing.ours.word
    if char == crossing.theirs.word:
        if char != ours:
            yield _edit(found[0], found.start(), found[1] + ours, "范围用语改为本级的")
    elif not crossing.means_ours(char):
        yield _mark(found, 0, f"{crossing.theirs.place}的原文里就是别级的范围，请核对")


def _grade(found: re.Match[str], crossing: Crossing) -> Iterator[Edit]:
    char, ours = found[1], crossing.ours.word
    if char == crossing.theirs.word:
        if char != ours:
            yield _edit(found[0], found.start(), ours + found[0][1:], "层级用语改为本级的")
    elif not crossing.is_right_here(char):
        yield _mark(found, 0, _LEAVE.format(theirs=crossing.theirs.place))


def _groups(text: str, crossing: Crossing) -> Iterator[Edit]:
    """各区县, 有关区县人民政府 and the like: all places of the level below."""
    theirs, ours = crossing.theirs.level, crossing.ours.level
    for found in _group_words(crossing.wording, theirs).finditer(text):
        new = _own_group(found, crossing)
        if new != found[0]:
            yield _edit(found[0], found.start(), new, "下一级的统称改为本级的")
    if theirs != ours and ours == Level.COUNTY:
        for level in (Level.CITY, Level.PROVINCE):
            for found in _bare_groups(crossing.wording, level).finditer(text):
                yield _mark(found, 0, f"{crossing.ours.place}没有这样的下级，请改写")
    elif theirs == Level.PROVINCE and ours == Level.CITY:
        for found in _bare_groups(crossing.wording, Level.PROVINCE).finditer(text):
            yield _mark(found, 0, f"{crossing.ours.place}没有这样的下级，请改写")


def own_groups(name: str, crossing: Crossing) -> tuple[str, ...] | None:
    """A unit that stands for all places of the level below, as our office names them; None for any other unit."""
    found = _group_words(crossing.wording, crossing.theirs.level).fullmatch(name)
    return tuple(re.split("、(?=各)", _own_group(found, crossing))) if found else None


def _own_group(found: re.Match[str], crossing: Crossing) -> str:
    """The same group in our words: as our newest notice has it, else the usual one; kept where levels are alike."""
    ours, theirs = crossing.ours.level, crossing.theirs.level
    own = _group_of_notices(crossing)
    if ours == theirs:
        shown = own and not found["government"] and found["body"] != own
        return f"{found['each']}{own}" if shown else found[0]
    if not found["government"]:
        return f"{found['each']}{own or _usual_group(crossing)}"
    if ours == Level.COUNTY:
        return f"{found['each']}镇人民政府、{found['each']}街道办事处"
    body = own or _usual_group(crossing)
    return f"{found['each']}{body}{crossing.wording.governments[ours][0]}"


def _group_of_notices(crossing: Crossing) -> str | None:
    """How our own newest notice calls the level below; None where it does not."""
    words = _group_words(crossing.wording, crossing.ours.level)
    for notice in crossing.own_notices:
        items = (text for item in notice.items for text in (*(c.text for c in item.all_clauses), *item.all_units))
        for text in (*notice.closing, *items, notice.recipients or ""):
            for found in words.finditer(text):
                if found["body"] not in ("镇", "街道", "乡镇") and found["each"] == "各":
                    return found["body"]
    return None


def _usual_group(crossing: Crossing) -> str:
    """The usual word; a city with 县级市 below it says 县（市、区）."""
    usual = crossing.wording.children[crossing.ours.level]
    if crossing.ours.level == Level.CITY:
        below = [one.place for one in crossing.library.issuers.entries if one.superior == crossing.ours.place]
        if any(place.endswith("市") for place in below):
            return next((word for word in usual if "市" in word), usual[0])
    return usual[0]


@cache
def _words_of(bodies: tuple[str, ...], governments: tuple[str, ...]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(bodies, key=len, reverse=True)))
    government = "|".join(map(re.escape, sorted(governments, key=len, reverse=True)))
    return re.compile(
        rf"(?P<each>各|有关|相关)(?P<body>{body})(?![级域场民直属市区县镇乡村])(?P<government>{government})?"
    )


def _group_words(wording: Wording, level: Level) -> re.Pattern[str]:
    return _words_of(wording.children[level], wording.governments[level])


@cache
def _bare_words(bodies: tuple[str, ...]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted((one for one in bodies if len(one) > 1), key=len, reverse=True)))
    return re.compile(rf"(?<![各校社小园关])(?:示范)?(?:{body})(?![域内])")


def _bare_groups(wording: Wording, level: Level) -> re.Pattern[str]:
    return _bare_words(wording.children[level])


def _edit(text: str, start: int, new: str, reason: str) -> Edit:
    return Edit(text=text, start=start, new=new, reason=reason, kind=Kind.LEVEL)


def _mark(found: re.Match[str], group: int, reason: str) -> Edit:
    return Edit(text=found[group], start=found.start(group), reason=reason, kind=Kind.LEVEL)
