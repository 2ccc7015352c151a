"""Names of units that a few letters may mean: current ones, those of the own level first."""

from collections.abc import Iterator

from drafter.library import Library
from drafter.library.registers import names_of
from drafter.model.registers import Level, Unit

_MOST = 12
_OTHER_LEVELS = "省市县区"


def beginning_with(typed: str, place: str, library: Library) -> list[str]:
    """The names of all units that the letters occur in a name of, at most twelve; none for no letters.

    A unit is found by its former names too, but offered by its current ones. In a 县 or 县级市 the names at county
    level are read as its own.
    """
    issuer = library.issuers.find(place) if place else None
    word = place[-1:] if issuer and issuer.level == Level.COUNTY else {"省": "省"}.get(place[-1:], "市")
    units = [unit for unit in library.units.entries if typed and any(typed in name for name in names_of(unit))]
    names = {name for unit in units for name in _current(unit, word)}
    return sorted(names, key=lambda name: (_distance(name, word), typed not in name, len(name), name))[:_MOST]


def _current(unit: Unit, word: str) -> Iterator[str]:
    full = (unit.county, unit.county_proper if word != "区" else None, unit.city, unit.province)
    for name in (*full, *unit.short, *unit.aliases):
        if name and "*" not in name:
            yield word + name[1:] if name[0] == "区" and word in "县市" else name


def _distance(name: str, word: str) -> int:
    """0 for a name of the own level, 1 for one without a level, 2 for one of another."""
    return 0 if name[0] == word else 2 if name[0] in _OTHER_LEVELS else 1
