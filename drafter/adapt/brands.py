"""Names in quotes and titles: brands of another office and laws of another place are marked, never changed."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.adapt.edits import Edit, Kind
from drafter.adapt.office import Crossing
from drafter.text import brackets

_HAN = "[\u4e00-\u9fff]"
_NAME = re.compile(rf"(?![百千万一二三四五六七八九十]){_HAN}(?:{_HAN}|·){{1,9}}")
_QUOTED = re.compile(r"(?:[“][^”]*[”])*(?P<behind>[^，。；：、（“”？！]*)")
_NEAR = 16


def edits(text: str, crossing: Crossing) -> Iterator[Edit]:
    """The names in quotes and the titles of a text that are marked."""
    for start, end in brackets.spans(text, "“"):
        reason = _reason(text, start, end, crossing)
        if reason:
            yield Edit(text=text[start:end], start=start, reason=reason, kind=Kind.NAME)
    for start, end in closed_titles(text):
        foreign = _foreign_place(text[start:end], crossing)
        if foreign and not any(place.startswith(foreign) for place in crossing.ours.above):
            reason = f"文件名称里有“{foreign}”，请核对本地是否适用"
            yield Edit(text=text[start:end], start=start, reason=reason, kind=Kind.NAME)


def closed_titles(text: str) -> Iterator[tuple[int, int]]:
    """The titles in 《》 whose words are not ours to change; that of the list itself is."""
    return ((start, end) for start, end in brackets.spans(text, "《") if "实事" not in text[start:end])


def closed(text: str) -> list[tuple[int, int]]:
    """The spans in which nothing is changed: names in quotes and titles."""
    return [*brackets.spans(text, "“"), *closed_titles(text)]


def _reason(text: str, start: int, end: int, crossing: Crossing) -> str | None:
    name, theirs = text[start:end], crossing.theirs.place
    place = _foreign_place(name, crossing)
    if place:
        return f"名称里有“{place}”，像是{theirs}的品牌或活动，请核对"
    if f"“{name}”" in crossing.known_text:
        return None
    known = [one for one in crossing.wording.known if _matches(one.name, name)]
    if known:
        scopes = [one.place for one in known]
        here = (crossing.ours.place, *crossing.ours.above)
        if None in scopes or any(place in here for place in scopes):
            return None
        return f"是{scopes[0]}的项目名称，请核对本地是否适用"
    behind = _QUOTED.match(text, end + 1)
    near = behind["behind"][:_NEAR] if behind else ""
    is_brand = _NAME.fullmatch(name) and any(word in near for word in crossing.wording.brand_words)
    return f"像是{theirs}的品牌或活动名称，请核对" if is_brand else None


def _foreign_place(name: str, crossing: Crossing) -> str | None:
    """A place in a name that is neither ours nor one above us, or the office's that the text comes from."""
    ours = {crossing.ours.place, crossing.ours.stem}
    own_place, own_stem = crossing.theirs.place, crossing.theirs.stem
    known = sorted({*crossing.places, own_place, own_stem}, key=len, reverse=True)
    for place in known:
        entry = crossing.places.get(place)
        full = entry.place if entry else own_place
        if place in name and place not in ours and full != crossing.ours.place and not crossing.is_above_us(full):
            return place
    return None


@cache
def _matches_pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", ".*"))


def _matches(pattern: str, name: str) -> bool:
    return bool(_matches_pattern(pattern).fullmatch(name))
