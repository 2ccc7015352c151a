"""Names of units: resolved through the register to the name they bear in our office, in its own style."""

import re
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple

from drafter.adapt import levels
from drafter.adapt.edits import Edit, Kind
from drafter.adapt.office import LEVEL_CHARS, Crossing, Office, units_of
from drafter.library.registers import Units, names_of
from drafter.model.registers import Level, Unit

_LEAGUE = r"共青团|团"
_LEVELLED = re.compile(rf"(?P<league>{_LEAGUE})?(?P<char>[{LEVEL_CHARS}])(?P<tail>.+)")
_TOWN = re.compile(r"(?!各|有关|相关).{1,8}?(?:镇|乡|街道)(?:人民政府|政府|办事处|党委|党工委)?")
FULL, SHORT = "full", "short"
REASON = "单位名称按登记表和本机关的写法"
_MOSTLY = 0.8
_ABOVE = "是上级或别的层级的单位，请核对"
_UNKNOWN = "责任单位登记表中没有，请核对名称"
_NAMELESS = "登记表中没有它在本级的名称，请核对"


class Named(NamedTuple):
    """What became of a unit's name: the names it has with us, and the reason why it is marked, where it is."""

    names: tuple[str, ...]
    mark: str | None = None


class _Owner(Enum):
    THEIRS, ABOVE, OTHER = range(3)


class UnitNames:
    """Gives units of another office the names that they bear in ours."""

    def __init__(self, crossing: Crossing) -> None:
        self.crossing = crossing
        self.register = crossing.library.units

    def ours(self, name: str) -> Named:
        """Our name of a unit; the same name with a mark where it cannot be told."""
        groups = levels.own_groups(name, self.crossing)
        if groups:
            return Named(groups)
        plain, owner = self._without_place(name)
        entry = self.register.find(plain)
        if entry is None or not (entry.county or entry.city or entry.province):
            return self._of_no_level(name, known=entry is not None)
        if owner == _Owner.OTHER:
            return Named((name,), "是别处的单位，请核对")
        if owner == _Owner.ABOVE:
            return self._of_the_places_above(name, plain, entry)
        return self._named(name, plain, entry)

    def _without_place(self, name: str) -> tuple[str, "_Owner"]:
        """The name as written without a place before it, and whose unit it is."""
        theirs = self.crossing.theirs
        for place in (theirs.place, *theirs.above):
            if name.startswith(place) and len(name) > len(place):
                owner = _Owner.THEIRS if place == theirs.place else _Owner.ABOVE
                return place[-1] + name[len(place) :], owner
        char = _char_of(name)
        if char:
            return name, _Owner.THEIRS if char == theirs.word else _Owner.ABOVE
        if theirs.stem in name:
            return name, _Owner.THEIRS
        placed = re.match(rf"[\u4e00-\u9fff]{{2,6}}?(?=[{LEVEL_CHARS}])", name)
        if placed and self.register.find(name[placed.end() :]):
            return name, _Owner.OTHER
        known = [one for one in self.crossing.places if one in name]
        return name, _Owner.OTHER if known else _Owner.THEIRS

    def _of_no_level(self, name: str, *, known: bool) -> Named:
        """A unit without a level of its own: a single town, a general name, or one that nobody registered."""
        if _TOWN.fullmatch(name) and not re.match(r"(?:各|有关|相关|街道)", name):
            return Named((name,), f"是{self.crossing.theirs.place}的镇或街道，请改")
        if known:
            return self._general(name)
        if name in self.crossing.known_text:
            return Named((name,))
        return Named((name,), _UNKNOWN)

    def _general(self, name: str) -> Named:
        """有关部门单位 stays; 区有关部门 changes its level word; what only other levels have is marked."""
        theirs, ours = self.crossing.theirs, self.crossing.ours
        if name.startswith(theirs.word) and len(name) > 1 and name[1] not in LEVEL_CHARS:
            return Named((ours.word + name[1:],))
        zone = (
            re.search(r"(?<!^开发)(?<!各开发)区(?:管委会|管理委员会)?$", name) and name not in self.crossing.known_text
        )
        below = ours.level != theirs.level and re.search(r"镇|乡|街道|社区|村|区县|县", name)
        return Named((name,), "是别的层级或别处的统称，请核对") if zone or below else Named((name,))

    def _of_the_places_above(self, name: str, plain: str, entry: Unit) -> Named:
        """A unit of a place above theirs: ours where that place is us, else it stays and is marked."""
        char = _char_of(plain)
        if char and self.crossing.means_ours(char):
            return Named((self.own_name(entry, plain) or name,))
        return Named((name,), _ABOVE)

    def _named(self, name: str, plain: str, entry: Unit) -> Named:
        theirs, ours = self.crossing.theirs, self.crossing.ours
        printed = self._printed.get(entry.name)
        if printed:
            return Named((printed,))
        if _char_of(plain) is None and theirs.stem not in plain:
            return Named((name,))
        if theirs.word == ours.word == "区" and theirs.above[:1] == ours.above[:1] and self._own_style is None:
            return Named((name.replace(theirs.place, ours.place).replace(theirs.stem, ours.stem),))
        if theirs.word == ours.word and theirs.level == ours.level and self._own_style is None and name == plain:
            stays = theirs.stem not in name
            new = name if stays else self.own_name(entry, plain)
        else:
            new = self.own_name(entry, plain)
        return Named((new,)) if new else Named((name,), _NAMELESS)

    def own_name(self, entry: Unit, printed: str) -> str | None:
        """The name of a unit at our level, as our notices print it, else in their style, else in that of `printed`."""
        known = self._printed.get(entry.name)
        if known:
            return known
        full, shorts = _names_at(entry, self.crossing.ours)
        short = _is_short(entry, printed) if self._style is None else self._style == SHORT
        if not (short and shorts) or full is None:
            return full
        tail = printed[1:] if _char_of(printed) else printed
        return next((one for one in shorts if one[1:] == tail), min(shorts, key=len))

    @cached_property
    def _printed(self) -> dict[str, str]:
        """The name of each unit as our draft prints it, else our newest notice that names it."""
        found: dict[str, str] = {}
        for name in (unit for units in self.crossing.own_units for unit in units):
            entry = self.register.find(name)
            if entry and (entry.county or entry.city or entry.province) and _is_of(name, self.crossing.ours):
                found.setdefault(entry.name, name)
        return found

    @cached_property
    def _own_style(self) -> str | None:
        """Whether our draft or our newest notice writes full or short names; None where none of them shows it."""
        shown = (self._style_of(units, self.crossing.ours) for units in self.crossing.own_units)
        return next((style for style in shown if style), None)

    @cached_property
    def _style(self) -> str | None:
        """Our style, else that of the notice that the text comes from, so that one document keeps to one."""
        return self._own_style or self._style_of(units_of(self.crossing.source), self.crossing.theirs)

    def _style_of(self, units: tuple[str, ...], office: Office) -> str | None:
        shown = []
        for name in units:
            entry = self.register.find(name)
            full, shorts = _names_at(entry, office) if entry else (None, [])
            if full and shorts and _is_of(name, office):
                shown.append(name != full)
        if not shown:
            return None
        return SHORT if sum(shown) >= _MOSTLY * len(shown) else FULL

    def edits(self, text: str) -> list[Edit]:
        """The units named in running text that are changed or marked."""
        found = (
            self._edit(match[0], match.start())
            for match in _names_in_text(self.register).finditer(text)
            if _is_level_word(text, match.start())
        )
        return [edit for edit in found if edit]

    def _edit(self, name: str, start: int) -> Edit | None:
        char, theirs, ours = _char_of(name) or "", self.crossing.theirs, self.crossing.ours
        if char != theirs.word:
            right = self.crossing.is_right_here(char)
            return None if right else Edit(text=name, start=start, reason=_ABOVE, kind=Kind.UNIT)
        if (theirs.word, theirs.level) == (ours.word, ours.level):
            return None
        new = self.in_running_text(name)
        if new is None:
            return Edit(text=name, start=start, reason=_NAMELESS, kind=Kind.UNIT)
        return Edit(text=name, start=start, new=new, reason=REASON, kind=Kind.UNIT) if new != name else None

    def in_running_text(self, name: str) -> str | None:
        """A unit of theirs at our level in the form that the text has, full or short; None where it has no name."""
        entry = self.register.find(name)
        if entry is None:
            return None
        printed = self._printed.get(entry.name)
        if printed and _char_of(printed) and self.crossing.ours.level != self.crossing.theirs.level:
            return printed
        alike = _with_char(name, self.crossing.ours.word)
        return alike if alike in _all_names_at(entry, self.crossing.ours) else self.own_name(entry, name)


@lru_cache(maxsize=4)
def levelled_names(register: Units) -> frozenset[str]:
    """The names of registered units that begin with a level word or a league's, as registered."""
    levelled = re.compile(rf"(?:{_LEAGUE})?[{LEVEL_CHARS}].")
    names = (name for name in register.names() if levelled.match(name))
    return frozenset(
        name for name in names if (one := register.find(name)) and (one.county or one.city or one.province)
    )


@lru_cache(maxsize=4)
def _names_in_text(register: Units) -> re.Pattern[str]:
    """The names of registered units with each level word, the longest first."""
    every = {_with_char(name, char) for name in levelled_names(register) for char in "省市区县"}
    return re.compile("|".join(map(re.escape, sorted(every, key=len, reverse=True))))


def _is_level_word(text: str, start: int) -> bool:
    """Whether a name at `start` begins with a level word rather than with the end of another word (城市妇联)."""
    if text[start] not in LEVEL_CHARS:
        return True
    return bool(re.compile(rf"[{LEVEL_CHARS}]{levels.NOT_BEHIND}").match(text, start))


def _is_of(name: str, office: Office) -> bool:
    """Whether a name is that of a unit of an office's own level."""
    char = _char_of(name)
    return char == office.word if char else office.stem in name


def _char_of(name: str) -> str | None:
    found = _LEVELLED.fullmatch(name)
    return found["char"] if found else None


def _with_char(name: str, char: str) -> str:
    """The same name with another level word."""
    return re.sub(rf"^((?:{_LEAGUE})?)[{LEVEL_CHARS}]", rf"\g<1>{char}", name)


def _names_at(entry: Unit, office: Office) -> tuple[str | None, list[str]]:
    """The full name of a unit at a level, and its current short ones."""
    word = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区"}[office.level]
    full = {Level.PROVINCE: entry.province, Level.CITY: entry.city, Level.COUNTY: entry.county}[office.level]
    proper = office.level == Level.COUNTY and office.word != "区"
    if proper and entry.county_proper:
        full = entry.county_proper
    shorts = [one for one in entry.short if "*" not in one and _char_of(one) == word]
    if full:
        shorts = [one for one in shorts if len(one) < len(full) and not (proper and "分局" in one)]
    if office.level == Level.COUNTY:
        full = _with_char(full, office.word) if full else None
        shorts = [_with_char(one, office.word) for one in shorts]
    return full, shorts


def _all_names_at(entry: Unit, office: Office) -> set[str]:
    """Every current name of a unit at a level, long and short."""
    full, shorts = _names_at(entry, office)
    word = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区"}[office.level]
    others = {_with_char(one, office.word) for one in entry.short if "*" not in one and _char_of(one) == word}
    proper = office.level == Level.COUNTY and office.word != "区"
    return {one for one in (full, *shorts, *others) if one and not (proper and "分局" in one and one != full)}


def _is_short(entry: Unit, printed: str) -> bool:
    """Whether a name is not the full one of its level."""
    plain = _with_char(printed, "区")
    fulls = [one for one in (entry.county, entry.county_proper, entry.city, entry.province) if one]
    return plain not in {_with_char(one, "区") for one in fulls} and any(
        plain == _with_char(one, "区") or "*" in one for one in names_of(entry)
    )
