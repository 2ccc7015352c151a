"""Looking things up in the library: items by theme, unit, issuer, year and words; themes against units."""

import functools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from drafter.errors import UnknownReference
from drafter.library.registers import nearest
from drafter.library.store import Library
from drafter.model.base import Value
from drafter.model.notice import Item, Notice

Held = Sequence[tuple[str, Notice]]  # notices with their references


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
    among: Held | None = None,
    plain: Mapping[str, Sequence[str]] | None = None,
) -> list[Found]:
    """The items that fit all that is asked, in order of reference.

    A unit is found by any of its names, an issuer by place or name, words in heading or text with blanks ignored.
    `among` are the library's notices where they have been read already, `plain` what plain_texts makes of each.
    Raises UnknownReference for a theme, unit or issuer that occurs nowhere.
    """
    name = library.themes.require(theme).name if theme else None
    held = list(library.notices()) if among is None else among
    place = _place(library, issuer, held) if issuer else None
    words, fits = _plain(text or ""), _fits(library, unit) if unit else None
    found = []
    for reference, notice in held:
        if (place and library.place_of(notice.issuer) != place) or (year and notice.year != year):
            continue
        said = (plain[reference] if plain else plain_texts(notice)) if words else ()
        for number, item in enumerate(notice.items, start=1):
            if name and name not in item.themes:
                continue
            if words and words not in said[number - 1]:
                continue
            if fits and not any(map(fits, item.all_units)):
                continue
            found.append(Found(ref=f"{reference}#{number}", issuer=notice.issuer, year=notice.year, item=item))
    if unit and not found:
        _require_unit(library, unit, held)
    return found


def plain_texts(notice: Notice) -> tuple[str, ...]:
    """Heading and text of each item as they are searched: without blanks, in small letters."""
    return tuple(
        _plain((item.heading or "") + "".join(clause.text for clause in item.all_clauses)) for item in notice.items
    )


def _plain(text: str) -> str:
    return "".join(text.split()).lower()


def _place(library: Library, issuer: str, held: Held) -> str:
    entry = library.issuers.find(issuer)
    if entry:
        return entry.place
    places = [library.place_of(notice.issuer) for _, notice in held]
    place = library.place_of(issuer)
    if place not in places:
        known = [one.place for one in library.issuers.entries] + places
        raise UnknownReference("发文机关", issuer, nearest(issuer, known))
    return place


def _fits(library: Library, name: str) -> Callable[[str], bool]:
    """Whether a unit is the one of a name; where the register has none such, whether its name holds this one."""
    wanted = library.units.find(name)

    @functools.cache
    def fits(unit: str) -> bool:
        return name in unit if wanted is None else unit == name or library.units.find(unit) == wanted

    return fits


def _require_unit(library: Library, name: str, held: Held) -> None:
    """Raise UnknownReference where a name is neither registered nor part of a unit in the library."""
    if library.units.find(name) is None:
        known = [unit for _, notice in held for item in notice.items for unit in item.all_units]
        raise UnknownReference("责任单位", name, nearest(name, [*known, *library.units.names()]))


class Matrix(Value):
    """Themes × units with the number of items; both in order of frequency, units under their register name."""

    themes: tuple[str, ...]
    units: tuple[str, ...]
    counts: dict[str, dict[str, int]]


def matrix(library: Library, among: Held | None = None) -> Matrix:
    """How many items each theme has with each unit; `among` as in items."""
    cells: Counter[tuple[str, str]] = Counter()
    named = _register_names(library)
    for _, notice in library.notices() if among is None else among:
        for item in notice.items:
            for theme in item.themes:
                for unit in set(map(named, item.all_units)):
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


def cell(library: Library, theme: str, unit: str, among: Held | None = None) -> list[Found]:
    """The items that a cell of the matrix counts, in order of reference; `among` as in items."""
    named = _register_names(library)
    return [
        Found(ref=f"{reference}#{number}", issuer=notice.issuer, year=notice.year, item=item)
        for reference, notice in (library.notices() if among is None else among)
        for number, item in enumerate(notice.items, start=1)
        if theme in item.themes and unit in map(named, item.all_units)
    ]


def _register_names(library: Library) -> Callable[[str], str]:
    """What the register calls a unit; a unit it does not know keeps its name."""

    @functools.cache
    def named(name: str) -> str:
        entry = library.units.find(name)
        return entry.name if entry else name

    return named


def unit_use(library: Library) -> Counter[str]:
    """How many items name each unit, under its register name."""
    named = _register_names(library)
    return Counter(
        unit for _, notice in library.notices() for item in notice.items for unit in set(map(named, item.all_units))
    )


def theme_use(library: Library, among: Held | None = None) -> Counter[str]:
    """How many items each theme has; `among` as in items."""
    held = library.notices() if among is None else among
    return Counter(theme for _, notice in held for item in notice.items for theme in item.themes)
