"""The names in the unit clauses of the items, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.check.parts import Part, Segment
from drafter.model.notice import Entry, Item
from drafter.model.registers import Level, Unit

if TYPE_CHECKING:
    from drafter.library import Library


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name in a unit clause: its part, its place there, the item it stands in, the unit it names.

    `segment` is the unit clause; `unit` is None where the register does not know the name, or there is none.
    `leads` tells that the text calls it 牵头单位.
    """

    part: Part
    segment: Segment
    start: int
    end: int
    name: str
    item: Item
    unit: Unit | None
    leads: bool


def unit_names(items: tuple[tuple[Item, Part], ...], library: "Library | None") -> Iterator[UnitName]:
    """Every name of every unit clause, in the order of the text."""
    known: dict[str, Unit | None] = {}
    for item, part in items:
        for segment in part.all("units"):
            of = _owner(item, segment)
            for name, start in _placed(part, segment, of.units):
                if library and name not in known:
                    known[name] = library.units.find(name)
                leads = name in (of.lead_units or ())
                yield UnitName(part, segment, start, start + len(name), name, item, known.get(name), leads)


def _owner(item: Item, segment: Segment) -> Item | Entry:
    """The item or the entry that a unit clause belongs to."""
    if "entries" in segment.path:
        at = segment.path[segment.path.index("entries") + 1]
        return item.entries[int(at)]
    return item


def _placed(part: Part, segment: Segment, names: tuple[str, ...]) -> list[tuple[str, int]]:
    """Each time that one of the names stands in the clause as a whole, in the order of the text."""
    text = part.said(segment)
    longest_first = "|".join(map(re.escape, sorted(set(names), key=len, reverse=True)))
    return [(match[0], segment.start + match.start()) for match in re.finditer(longest_first, text)] if names else []


def name_at_level(unit: Unit, level: Level, place: str) -> str | None:
    """The usual name of a unit at a level; a 县 reads the names of a 区. None where the register has none there."""
    name = {Level.PROVINCE: unit.province, Level.CITY: unit.city, Level.COUNTY: unit.county}[level]
    return name.replace("区", "县", 1) if name and place.endswith("县") and level is Level.COUNTY else name
