"""Places: theirs becomes ours in plain words; a place above ours stays; all others, and institutions, are marked."""

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.adapt.edits import Edit, Kind
from drafter.adapt.office import LEVEL_CHARS, Crossing, Office
from drafter.adapt.units import REASON, UnitNames, levelled_names
from drafter.library.registers import Units
from drafter.text import word_lists

_HAN = "[\u4e00-\u9fff]"
_MIDDLE = r"的和及与为在对将把等"


def edits(text: str, crossing: Crossing, units: UnitNames) -> Iterator[Edit]:
    """The places of a text that are changed or marked."""
    for found in _pattern(*_names(crossing)).finditer(text):
        place = found["place"]
        if found.start() and place in _stems(crossing) and text[found.end() : found.end() + 1] in ("路", "街"):
            yield _mark(text, found.start(), found.end() + 1, "是一条路的名称，请核对")
            continue
        yield from _of_place(text, found, place, crossing, units)


def _of_place(text: str, found: re.Match[str], place: str, crossing: Crossing, units: UnitNames) -> Iterator[Edit]:
    start, end = found.span()
    ours, theirs = crossing.ours, crossing.theirs
    institution = _institution(text, end, crossing)
    if place in (theirs.place, theirs.stem):
        unit = _unit_behind(text, end, crossing)
        if unit:
            yield _unit_of_theirs(text, found, unit, crossing, units)
        elif institution:
            yield _mark(text, start, institution, f"是{theirs.place}的单位、场所或活动名称，请核对")
        else:
            yield _edit(text, start, end, _own(found, place, ours, theirs))
    elif place in (ours.place, ours.stem):
        return
    elif any(place in (one, _stem(one)) and crossing.is_above_us(one) for one in ours.above):
        if place[-1] not in LEVEL_CHARS and institution:
            yield _mark(text, start, institution, f"名称里有上级的地名，可能是{theirs.place}的单位，请核对")
    else:
        entry = crossing.places.get(place)
        below = entry is not None and entry.superior == ours.place
        reason = f"是{ours.place}下辖的地方，请核对" if below else f"不是{ours.place}的地名，请核对"
        yield _mark(text, start, _unit_behind(text, end, crossing) or institution or end, reason)


def _own(found: re.Match[str], place: str, ours: Office, theirs: Office) -> str:
    """Our place in the form in which theirs stood: with the place above, in full or by its stem."""
    above = found["above"] or ""
    if above and ours.above:
        above = ours.above[0] if ours.level == theirs.level else ""
    return above + (ours.place if place == theirs.place else ours.stem)


def _unit_behind(text: str, end: int, crossing: Crossing) -> int | None:
    """Where a unit named behind a place ends: 博山区|妇联, 临淄|公安分局; None where none follows."""
    found = _tails(crossing.library.units).match(text, end)
    return found.end() if found else None


def _unit_of_theirs(text: str, found: re.Match[str], end: int, crossing: Crossing, units: UnitNames) -> Edit:
    theirs, ours = crossing.theirs, crossing.ours
    tail = text[found.end() : end]
    new = units.in_running_text(theirs.word + tail)
    if new is None or new[:1] != ours.word:
        return _mark(text, found.start(), end, f"是{theirs.place}的单位，登记表中没有它在本级的名称，请核对")
    place = theirs.stem if found["place"] == theirs.stem and ours.word == theirs.word else theirs.place
    name = _own(found, place, ours, theirs) + new[1:]
    return Edit(text=text[found.start() : end], start=found.start(), new=name, reason=REASON, kind=Kind.UNIT)


@lru_cache(maxsize=4)
def _tails(register: Units) -> re.Pattern[str]:
    """What is left of the names of units behind their level word or place."""
    tails = {name[1:] for name in levelled_names(register) if name[0] in LEVEL_CHARS and len(name) > 2}
    return re.compile("|".join(map(re.escape, sorted(tails, key=len, reverse=True))))


def _institution(text: str, end: int, crossing: Crossing) -> int | None:
    """Where the name of an institution that goes on behind a place ends; None where plain words follow."""
    endings = "|".join(crossing.wording.institutions)
    found = re.compile(rf"(?:(?![{_MIDDLE}]){_HAN}){{0,10}}?(?:{endings})").match(text, end)
    if found is None:
        return None
    middle = re.sub(rf"(?:{endings})$", "", found[0])
    verbs = [word for word in word_lists.load("verbs")[""] if len(word) > 1]
    return None if any(verb in middle for verb in verbs) else found.end()


def _names(crossing: Crossing) -> tuple[frozenset[str], frozenset[str]]:
    """All names of places to look for, and those that may stand before another (淄博市博山区)."""
    offices = (crossing.ours, crossing.theirs)
    named = {name for one in offices for name in (one.place, one.stem) if len(name) > 1}
    named |= {name for one in offices for place in one.above for name in (place, _stem(place))}
    named |= set(crossing.places)
    return frozenset(named), frozenset(name for name in named if name[-1] in "省市州")


def _stems(crossing: Crossing) -> set[str]:
    return {name for name in _names(crossing)[0] if name[-1] not in LEVEL_CHARS}


@lru_cache(maxsize=16)
def _pattern(named: frozenset[str], above: frozenset[str]) -> re.Pattern[str]:
    def one_of(names: frozenset[str]) -> str:
        return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

    return re.compile(rf"(?P<above>(?:{one_of(above)})+(?=(?:{one_of(named)})))?(?P<place>{one_of(named)})")


def _stem(place: str) -> str:
    return place[:-1] if len(place) > 2 else place


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    return Edit(text=text[start:end], start=start, new=new, reason="地名改为本地的", kind=Kind.PLACE)


def _mark(text: str, start: int, end: int, reason: str) -> Edit:
    return Edit(text=text[start:end], start=start, reason=reason, kind=Kind.PLACE)
