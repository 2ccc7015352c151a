"""Who answers for what in a draft: each unit once, however it is spelt, with its items and its part in them."""

import re
from collections.abc import Iterator

from drafter.library import Library
from drafter.library.registers import names_of
from drafter.model.base import Value
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Entry, Item
from drafter.model.registers import Unit

LEADS, HELPS = "牵头", "配合"
_LEVEL = re.compile(r"(?:共青团|团)?([区市省])")


class Duty(Value):
    """A unit's part in an item, or in the sub-entry named by its ordinal, and who leads there."""

    number: int
    entry: str = ""
    is_lead: bool
    leads: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it is: 第3项, 第3项（一）."""
        return f"第{self.number}项{self.entry}"


class Responsible(Value):
    """A unit that a draft names, under the name that it uses first, with what it takes part in."""

    name: str
    spellings: tuple[str, ...]
    registered: bool
    duties: tuple[Duty, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The positions of its items, counted from 1."""
        return tuple(dict.fromkeys(duty.number for duty in self.duties))

    def role_in(self, number: int) -> str:
        """Its part in an item: 牵头, 配合, or those of the sub-entries."""
        own = [duty for duty in self.duties if duty.number == number]
        return "；".join(f"{duty.entry}{LEADS if duty.is_lead else HELPS}" for duty in own)


class Responsibilities(Value):
    """The units of a draft in the order in which they are named, and what a drafter is to know of them."""

    units: tuple[Responsible, ...]
    notes: tuple[str, ...]


class _Group(Value):
    """The units that share an item or a sub-entry; `told` where the draft itself says who leads."""

    number: int
    entry: str
    units: tuple[str, ...]
    leads: tuple[str, ...]
    told: bool


def responsibilities(draft: Draft, library: Library) -> Responsibilities:
    """The units of a draft; where it does not say who leads, the unit named first does (spec G-33)."""
    names = _Names(draft, library)
    groups = [group for number, item in enumerate(draft.items, start=1) for group in _groups(number, item)]
    spellings: dict[str, list[str]] = {}
    duties: dict[str, list[Duty]] = {}
    for group in groups:
        leads = {names.key(unit) for unit in group.leads}
        for key in dict.fromkeys(map(names.key, group.units)):
            duty = Duty(number=group.number, entry=group.entry, is_lead=key in leads, leads=group.leads)
            duties.setdefault(key, []).append(duty)
        for name in group.units:
            known = spellings.setdefault(names.key(name), [])
            known += [name] * (name not in known)
    units = tuple(
        Responsible(
            name=found[0],
            spellings=tuple(found),
            registered=library.units.find(found[0]) is not None,
            duties=tuple(duties[key]),
        )
        for key, found in spellings.items()
    )
    return Responsibilities(units=units, notes=(*_notes_on_units(units), *_notes_on_items(draft, groups)))


def _groups(number: int, item: DraftItem) -> Iterator[_Group]:
    """The groups of units of an item: its own, then those of its sub-entries."""
    parts: list[tuple[str, Item | Entry]] = [("", item)]
    parts += [(entry.ordinal or f"第{at}分项", entry) for at, entry in enumerate(item.entries, start=1)]
    for ordinal, part in parts:
        leads = tuple(filter(str.strip, part.lead_units or ()))
        units = tuple(dict.fromkeys(filter(str.strip, (*part.units, *leads))))
        if units:
            yield _Group(number=number, entry=ordinal, units=units, leads=leads or units[:1], told=bool(leads))


class _Names:
    """Tells which names are those of one unit: the same entry of the register at the same level and place.

    A name with a foreign place, of a single 镇, or for a group of units (各镇（街道）) stands for itself.
    """

    def __init__(self, draft: Draft, library: Library) -> None:
        self._units = library.units
        ours = library.issuers.find(draft.place)
        above = library.issuers.find(ours.superior) if ours and ours.superior else None
        stem = ours.stem if ours else draft.place[:-1]
        self._places = [(draft.place, stem)] + ([(above.place, above.stem)] if above else [])

    def key(self, name: str) -> str:
        """What is equal for two names of one unit."""
        plain = "".join(name.split())
        entry = self._units.find(plain)
        if entry is None or not (entry.county or entry.city or entry.province):
            return plain
        level = self._level(plain, entry)
        return f"{level}|{entry.name}" if level else plain

    def _level(self, name: str, entry: Unit) -> str:
        """The level word of the unit that a name means, "" where it may be one of another place."""
        known = {_read(one) for one in names_of(entry)}
        known |= {one[1:] for one in known if one[0] in "区市省"}
        own = self._places[0][0][-1:]
        for place, _ in self._places:
            if name.startswith(place):
                name = place[-1] + name[len(place) :]
        if _read(name) in known:
            found = _LEVEL.match(_read(name))
            return found[1] if found else _read(own)
        starred = name
        level = ""
        for place, stem in reversed(self._places):
            if stem and stem in starred:
                starred, level = starred.replace(stem, "*", 1), place[-1]
        return _read(level) if _read(starred) in known else ""


def _read(name: str) -> str:
    """A name as the register writes it: 县 as 区."""
    return name.replace("县", "区", 1)


def _notes_on_units(units: tuple[Responsible, ...]) -> list[str]:
    notes = [
        f"{'、'.join(f'“{one}”' for one in unit.spellings)}按责任单位登记表是同一个单位，合为一份，用“{unit.name}”"
        for unit in units
        if len(unit.spellings) > 1
    ]
    unknown = [unit.name for unit in units if not unit.registered]
    if unknown:
        notes.append(f"责任单位登记表中没有：{'、'.join(unknown)}，请核对名称")
    return notes


def _notes_on_items(draft: Draft, groups: list[_Group]) -> list[str]:
    with_units = {group.number for group in groups}
    without = [f"第{number}项" for number in range(1, len(draft.items) + 1) if number not in with_units]
    by_custom = list(dict.fromkeys(f"第{group.number}项" for group in groups if not group.told and group.units[1:]))
    notes = [f"{'、'.join(without)}没有写责任单位，不在任何单位的表里"] if without else []
    if by_custom:
        notes.append(f"没有写明牵头单位的，按惯例以排在第一位的为牵头单位，请核对：{'、'.join(by_custom)}")
    return notes
