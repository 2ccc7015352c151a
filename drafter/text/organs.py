"""Names of organs: how one is told from other words, and how a list of them is taken apart and printed."""

import re

from drafter.text import brackets, word_lists

_WORDS = word_lists.load("organ_words")
_ENDINGS = "|".join(_WORDS["endings"])
_LEVELS = "|".join(_WORDS["levels"])
_SURNAMES = "".join(_WORDS["surnames"])
_ORGAN = rf"[^，。；：！？]{{0,30}}(?:{_ENDINGS})(?:（[^）]*）)?"
_GROUP = r"(?:各|有关|相关|其他|团).{1,20}|.{2,20}(?:部门|单位|企业|街道|院校)"
_NAMED = (
    r"(?:各|有关|相关|省|市|县|区|旗|州|团[省市区县州]?委|国网|共青团|国家税务总局|街道|乡镇|开发区|高新区"
    r"|[\u4e00-\u9fff]{2,4}(?:省|市|县|区|旗|州|镇|乡|街道)).*"
)
_STRONG = re.compile(r"(?:局|委|妇联|残联|总工会|政府|检察院|法院|办|部|街道|管委会|各镇|各乡镇)(?:（[^）]*）)?$")
_FRAME_END = "|".join(_WORDS["group endings"])
_FRAMED = re.compile(
    rf"(?<![\u4e00-\u9fff])各(?:{_LEVELS})(?:、(?:{_LEVELS}))*、(?:{_LEVELS})(?:{_FRAME_END})?(?![\u4e00-\u9fff])"
)
_ISSUER = (
    r"[\u4e00-\u9fff]{2,24}?"
    r"(?:人民政府办公(?:室|厅)|人民政府|政府办公(?:室|厅)|委员会(?:办公室)?|妇女联合会|办公(?:室|厅))"
)
_ISSUER_ENDINGS = "人民政府|办公室|办公厅|委员会|联合会|妇联|局|委|厅"
_OPEN_END = re.compile(r"等(?:部门|单位|有关部门|有关单位|相关部门|相关单位|部门单位|部门和单位)?$")


def is_organ(text: str) -> bool:
    """Whether the text reads as one organ or group of organs."""
    return bool(re.fullmatch(_ORGAN, text) or re.fullmatch(_GROUP, text))


def is_named_organ(text: str) -> bool:
    """Whether the text is surely an organ: it begins as organs do (市…, 各…, a place) and holds no figure or verb."""
    plain = re.sub(r"（[^）]*）", "", text)
    return is_organ(text) and bool(re.fullmatch(_NAMED, plain)) and not re.search(r"\d|[级以]", plain)


def are_organs(names: list[str]) -> bool:
    """Whether names are surely a list of organs: the first surely one, all others built like one."""
    return (
        bool(names)
        and is_named_organ(names[0])
        and all(is_organ(name) and not re.search(r"\d", name) for name in names)
    )


def is_strong_organ(text: str) -> bool:
    """Whether the text is an organ by its last word too, and no house that also bears a name (图书馆, 医院)."""
    return is_named_organ(text) and bool(_STRONG.search(text))


def is_level(text: str) -> bool:
    """Whether the text is only the word for a level of organs: 街道, 镇, 市."""
    return bool(re.fullmatch(_LEVELS, text))


def is_person(text: str) -> bool:
    """Whether the text is built like a person's name and not like an organ's."""
    built = re.fullmatch(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}", text)
    return bool(built) and text[-1] not in "镇乡村街区县市旗州" and not is_organ(text)


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


def issuers_in(text: str) -> list[str]:
    """The issuing organs that make up the whole text, parted by blanks; nothing when any part is none."""
    parts = text.split()
    full = rf"{_ISSUER}|[\u4e00-\u9fff]{{2,8}}[省市县区旗州][\u4e00-\u9fff]{{1,16}}(?:{_ISSUER_ENDINGS})"
    return parts if parts and all(re.fullmatch(full, part) for part in parts) else []


def place_of(issuer: str) -> str:
    """The place an issuer's name begins with: 博山区人民政府办公室 → 博山区."""
    found = re.match(
        r"[\u4e00-\u9fff]{1,12}?(?:自治[区州县]|[省市区县州盟旗])(?=人民政府|政府|委|妇|办|人大|政协)", issuer
    )
    return (
        found[0] if found else re.split(r"人民政府|管理委员会|政府办公|办公室|委员会", issuer, maxsplit=1)[0] or issuer
    )


def without_open_end(text: str) -> str:
    """The list without the 等 (等部门) that it trails off in."""
    return _OPEN_END.sub("", text)


def split_units(text: str) -> list[str]:
    """The units of a list in order; 、 ， 及 和 and blanks part them, 和 inside a name does not.

    Levels that share one frame (各县、市、区政府) are one unit.
    """
    units: list[str] = []
    start = 0
    for framed in _FRAMED.finditer(text):
        units += [*_parts(text[start : framed.start()]), framed[0]]
        start = framed.end()
    return units + _parts(text[start:])


def _parts(text: str) -> list[str]:
    parts = brackets.split_outside(text, "、，,；;/\n\t \u3000")
    return [unit for part in parts for unit in _split_at_joints(part.strip()) if unit]


def _split_at_joints(part: str) -> list[str]:
    """Cut at 及, 以及, 和, 与 only where an organ ends before and another follows."""
    for found in re.finditer(r"以及|及|和(?!平|田|顺|静|硕|龙|布克)|与", part):
        before, after = part[: found.start()], part[found.end() :]
        if is_organ(before) and is_organ(after) and not re.fullmatch(r"(?:同级|其)?.{0,1}", after):
            return [*_split_at_joints(before), *_split_at_joints(after)]
    return [part]
