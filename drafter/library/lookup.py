"""Looking things up in the library: items by theme, unit, issuer, year and words; themes against units."""

from collections import Counter

from drafter.errors import UnknownReference
from drafter.library.registers import nearest
from drafter.library.store import Library
from drafter.model.base import Value
from drafter.model.notice import Item


class Found(Value):
    """An item of the library with its reference."""

    ref: str
    issuer: str
    year: int
    item: Item


def items(
    library: Library,
    *,
    theme: str | None = None,
    unit: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    text: str | None = None,
) -> list[Found]:
    """The items that fit all that is asked, in order of reference.

    A unit is found by any of its names, an issuer by place or name, words in heading or text with blanks ignored.
    Raises UnknownReference for a theme, unit or issuer that occurs nowhere.
    """
    name = library.themes.require(theme).name if theme else None
    place = _place(library, issuer) if issuer else None
    found = []
    for reference, notice in library.notices():
        if (place and library.place_of(notice.issuer) != place) or (year and notice.year != year):
            continue
        for number, item in enumerate(notice.items, start=1):
            if name and name not in item.themes:
                continue
            if unit and not _has_unit(library, item, unit):
                continue
            if text and _plain(text) not in _plain((item.heading or "") + _text(item)):
                continue
            found.append(Found(ref=f"{reference}#{number}", issuer=notice.issuer, year=notice.year, item=item))
    if unit and not found:
        _require_unit(library, unit)
    return found


def _text(item: Item) -> str:
    return "".join(clause.text for clause in item.all_clauses)


def _plain(text: str) -> str:
    return "".join(text.split()).lower()


def _place(library: Library, issuer: str) -> str:
    entry = library.issuers.find(issuer)
    if entry:
        return entry.place
    places = [library.place_of(notice.issuer) for _, notice in library.notices()]
    place = library.place_of(issuer)
    if place not in places:
        known = [one.place for one in library.issuers.entries] + places
        raise UnknownReference("发文机关", issuer, nearest(issuer, known))
    return place


def _has_unit(library: Library, item: Item, name: str) -> bool:
    wanted = library.units.find(name)
    if wanted is None:
        return any(name in unit for unit in item.all_units)
    return any(unit == name or library.units.find(unit) == wanted for unit in item.all_units)


def _require_unit(library: Library, name: str) -> None:
    """Raise UnknownReference where a name is neither registered nor part of a unit in the library."""
    if library.units.find(name) is None:
        known = [unit for _, notice in library.notices() for item in notice.items for unit in item.all_units]
        raise UnknownReference("责任单位", name, nearest(name, [*known, *library.units.names()]))


class Matrix(Value):
    """Themes × units with the number of items; both in order of frequency, units under their register name."""

    themes: tuple[str, ...]
    units: tuple[str, ...]
    counts: dict[str, dict[str, int]]


def matrix(library: Library) -> Matrix:
    """How many items each theme has with each unit."""
    cells: Counter[tuple[str, str]] = Counter()
    for _, notice in library.notices():
        for item in notice.items:
            for theme in item.themes:
                for unit in {_unit_name(library, name) for name in item.all_units}:
                    cells[theme, unit] += 1
    by_theme: Counter[str] = Counter()
    by_unit: Counter[str] = Counter()
    for (theme, unit), count in cells.items():
        by_theme[theme] += count
        by_unit[unit] += count
    themes = sorted(by_theme, key=lambda name: (-by_theme[name], name))
    units = sorted(by_unit, key=lambda name: (-by_unit[name], name))
    counts = {theme: {unit: cells[theme, unit] for unit in units if cells[theme, unit]} for theme in themes}
    return Matrix(themes=tuple(themes), units=tuple(units), counts=counts)


def _unit_name(library: Library, name: str) -> str:
    entry = library.units.find(name)
    return entry.name if entry else name


def unit_use(library: Library) -> Counter[str]:
    """How many items name each unit, under its register name."""
    return Counter(
        unit
        for _, notice in library.notices()
        for item in notice.items
        for unit in {_unit_name(library, name) for name in item.all_units}
    )


def theme_use(library: Library) -> Counter[str]:
    """How many items each theme has."""
    return Counter(theme for _, notice in library.notices() for item in notice.items for theme in item.themes)
