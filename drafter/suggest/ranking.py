"""The order of past clauses: by likeness alone for a bare text; where it is known who asks, who promised weighs in."""

import heapq
from collections.abc import Iterable, Iterator
from itertools import pairwise

from drafter import similarity
from drafter.index import Hit
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.notice import Item
from drafter.model.references import Reference
from drafter.model.results import Match
from drafter.similarity.folding import MASK
from drafter.suggest.shelf import Shelf, place_and_year

# What is added to a likeness (0 to 1) for the order alone, never to the score shown: enough to turn near ties round,
# not enough to bring a far clause before a near one.
_OWN, _SUPERIOR = 0.06, 0.03
_SAME_THEME, _SAME_UNIT, _RECENT = 0.03, 0.02, 0.01
_RECENT_YEARS = 2

_POOL = 60  # hits weighed for one answer
_DEEP = 2000  # the same where only some of them are wanted
_FEW_WORDS, _FEW_MEANINGS = 3, 2


class Context(Value):
    """Who asks and what for: the place of the office, its superior's, the year drafted, themes and units at hand."""

    place: str | None = None
    superior: str | None = None
    year: int | None = None
    themes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @classmethod
    def of_place(cls, library: Library, name: str, **more: object) -> "Context":
        """The context of an office. Raises UnknownReference for one that is not registered."""
        entry = library.issuers.require(name)
        return cls.model_validate({"place": entry.place, "superior": entry.superior, **more})


class Wanted(Value):
    """What alone is asked for: of a place, of a year, of a theme, of a unit by any of its names."""

    place: str | None = None
    year: int | None = None
    theme: str | None = None
    unit: str | None = None

    @property
    def anything(self) -> bool:
        """Whether nothing in particular is asked for."""
        return not any((self.place, self.year, self.theme, self.unit))


def similar(
    text: str, library: Library | Shelf, *, limit: int = 5, leave_out: frozenset[str] = frozenset()
) -> list[Match]:
    """The past clauses most like the text, at most `limit`; none is far better than a far-fetched one.

    `leave_out` holds references of notices, items or clauses that are not wanted.
    """
    shelf = Shelf.of(library)
    return [match_of(hit, text, Context(), shelf) for hit in shelf.search(text, limit, leave_out)]


def ranked(
    text: str, shelf: Shelf, *, context: Context, wanted: Wanted, leave_out: frozenset[str], least: float
) -> Iterator[tuple[float, Hit]]:
    """The hits for a text in the order in which they are to be shown, each behind the value that decided.

    A hit is weighed when it may be the next: weighing reads its notice, and of most answers only a few hits are shown.
    Until then it waits with the most that it may reach.
    """
    hits = shelf.search(text, _POOL if wanted.anything else _DEEP, leave_out, least)
    most = _SAME_THEME * bool(context.themes) + _SAME_UNIT * bool(context.units)
    waiting = [(-hit.score - _by_reference(hit, context) - most, at, False, hit) for at, hit in enumerate(hits)]
    heapq.heapify(waiting)
    while waiting:
        less, at, is_weighed, hit = heapq.heappop(waiting)
        if is_weighed:
            yield -less, hit
        elif _is_wanted(hit, wanted, shelf):
            value = hit.score + _by_reference(hit, context) + _by_item(hit, context, shelf)
            heapq.heappush(waiting, (-value, at, True, hit))


def _by_reference(hit: Hit, context: Context) -> float:
    """What who promised it and when adds to the likeness of a hit."""
    if not context.place and not context.year:
        return 0.0
    office, year = place_and_year(Reference.parse(hit.ref).notice)
    weight = {context.place: _OWN, context.superior: _SUPERIOR}.get(office, 0.0)
    return weight + _RECENT * bool(context.year and 0 < context.year - year <= _RECENT_YEARS)


def _by_item(hit: Hit, context: Context, shelf: Shelf) -> float:
    """What the theme and the units of its item add to the likeness of a hit."""
    if not context.themes and not context.units:
        return 0.0
    item = shelf.item(Reference.parse(hit.ref))
    same_theme = bool(set(item.themes) & set(context.themes))
    return _SAME_THEME * same_theme + _SAME_UNIT * bool(same_units(item, context.units, shelf.library))


def same_units(item: Item, units: Iterable[str], library: Library) -> list[str]:
    """The units of an item that are among others, whatever they are called there."""
    wanted = {_organ(unit, library) for unit in units}
    return [unit for unit in item.all_units if _organ(unit, library) in wanted]


def _organ(unit: str, library: Library) -> str:
    entry = library.units.find(unit)
    return entry.name if entry else unit


def _is_wanted(hit: Hit, wanted: Wanted, shelf: Shelf) -> bool:
    if wanted.anything:
        return True
    place = Reference.parse(hit.ref)
    office, year = place_and_year(place.notice)
    if (wanted.place and office != wanted.place) or (wanted.year and year != wanted.year):
        return False
    item = shelf.item(place)
    if wanted.theme and wanted.theme not in item.themes:
        return False
    return not wanted.unit or bool(same_units(item, [wanted.unit], shelf.library))


def match_of(hit: Hit, text: str, context: Context, shelf: Shelf) -> Match:
    """A hit with everything a drafter wants to know about it, and why it was found."""
    place = Reference.parse(hit.ref)
    notice, item = shelf.notice(place.notice), shelf.item(place)
    return Match(
        ref=hit.ref,
        clause=hit.text,
        heading=item.heading,
        issuer=notice.issuer,
        year=notice.year,
        score=round(hit.score, 3),
        why=tuple(_why(hit, text, item, context, shelf)),
        units=item.all_units,
        themes=item.themes,
        source=str(notice.doc_number) if notice.doc_number else None,
    )


def _why(hit: Hit, text: str, item: Item, context: Context, shelf: Shelf) -> list[str]:
    why = []
    words = _telling_words(text, hit.text, shelf)
    in_heading = similarity.shared_words(text, item.heading or "", most=1)
    if words:
        why.append("同有" + "".join(f"“{word}”" for word in words))
    elif in_heading:
        why.append(f"标题同有“{in_heading[0]}”")
    why += [f"“{asked}”近“{said}”" for asked, said in _meanings(text, hit.text, shelf)]
    about = set(context.themes) or set(shelf.library.themes.of_item(Item(heading=text)))
    themes = [theme for theme in item.themes if theme in about]
    if themes:
        why.append(f"主题同为{'、'.join(themes)}")
    units = same_units(item, context.units, shelf.library)
    if units:
        why.append(f"同一责任单位（{'、'.join(units)}）")
    return why or ["用字相近"]


def _telling_words(text: str, clause: str, shelf: Shelf) -> list[str]:
    """The words that both texts hold, those that stand in every notice only where there are no others."""
    shared = similarity.shared_words(text, clause, most=2 * _FEW_WORDS)
    telling = [word for word in shared if not all(map(shelf.lexicon.is_light, map("".join, pairwise(word))))]
    return telling[:_FEW_WORDS] or shared[:1]


def _meanings(text: str, clause: str, shelf: Shelf) -> list[tuple[str, str]]:
    """Words of what is asked with those of a clause that mean the same by the register and are written otherwise."""
    plain, other = similarity.folded(text), similarity.folded(clause)
    said = {sign: other[start:end] for start, end, signs in shelf.lexicon.words(other) for sign in signs}
    found: dict[str, str] = {}
    behind = 0
    for start, end, signs in shelf.lexicon.words(plain, asked=True):
        word = plain[start:end]
        same = next((said[sign] for sign in signs if sign in said and sign not in shelf.lexicon.common), None)
        plainly = same and MASK not in word + same and word not in other and same not in word
        if same and plainly and start >= behind and len(word) > 1:
            found[word] = same
            behind = end
    return list(found.items())[:_FEW_MEANINGS]
