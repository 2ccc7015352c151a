"""The library as it is searched: its index, and each notice read once."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.index import NEAR_ENOUGH, Hit, Index
from drafter.index.index import lexicon_of
from drafter.library import Library
from drafter.model.notice import Item, Notice
from drafter.model.references import Reference
from drafter.similarity import Lexicon

if TYPE_CHECKING:
    from drafter.suggest.history import Histories

_MOST_NOTICES = 1_000  # kept as they were read


class Shelf:
    """A library opened for many questions in a row."""

    def __init__(self, library: Library, progress: Callable[[int, int], None] | None = None) -> None:
        """Open a library; `progress` hears files done and files to do where the index is out of date."""
        self.library = library
        self.index = Index.open(library, progress)
        self._notices: dict[str, Notice] = {}

    @classmethod
    def of(cls, library: "Library | Shelf") -> "Shelf":
        """The shelf itself, or a library opened."""
        return library if isinstance(library, Shelf) else cls(library)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that mean the same."""
        return lexicon_of(self.library)

    @cached_property
    def histories(self) -> "Histories":
        """The histories of its commitments; what was worked out for one question serves the next."""
        from drafter.suggest.history import Histories  # noqa: PLC0415 - histories are made from a shelf

        return Histories(self)

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """Notices that could not be read and were not searched: reference and reason."""
        return self.index.faults

    def search(
        self, text: str, limit: int, leave_out: frozenset[str] = frozenset(), least: float = NEAR_ENOUGH
    ) -> list[Hit]:
        """The clauses near enough to a text to be worth showing, the likest first."""
        return [hit for hit in self.nearest(text, limit, leave_out) if hit.near >= least]

    def nearest(self, text: str, limit: int, leave_out: frozenset[str] = frozenset()) -> list[Hit]:
        """The clauses nearest to a text, however far."""
        return self.index.search(text, limit, leave_out=leave_out)

    def notice(self, name: str) -> Notice:
        """The notice of a reference's first part."""
        if name not in self._notices:
            if len(self._notices) >= _MOST_NOTICES:
                self._notices.clear()
            self._notices[name] = self.library.with_themes(self.index.notice(name) or self.library.notice(name))
        return self._notices[name]

    def item(self, place: Reference) -> Item:
        """The item that a reference of a hit names."""
        return self.notice(place.notice).items[(place.item or 1) - 1]

    def clause(self, ref: str) -> str:
        """The text of a clause by its reference."""
        place = Reference.parse(ref)
        return self.item(place).all_clauses[(place.clause or 1) - 1].text

    def holds(self, place: Reference) -> bool:
        """Whether a reference names a clause that is there."""
        if place.item is None or place.clause is None or not self.library.holds(place.notice):
            return False
        items = self.notice(place.notice).items
        return 0 < place.item <= len(items) and 0 < place.clause <= len(items[place.item - 1].all_clauses)

    def of_place(self, place: str) -> list[str]:
        """The references of all notices of a place, the oldest first."""
        return self._by_place.get(place, [])

    @cached_property
    def _by_place(self) -> dict[str, list[str]]:
        faulty = {name for name, _ in self.faults}
        found: dict[str, list[str]] = {}
        for name in self.library.references():
            place, year = place_and_year(name)
            if year and name not in faulty:
                found.setdefault(place, []).append(name)
        return found


def place_and_year(name: str) -> tuple[str, int]:
    """The two parts of a notice's reference: 博山区-2025 is 博山区 and 2025; a file of another name has no year, 0."""
    found = re.fullmatch(r"(.+)-(\d{4})", name)
    return (found[1], int(found[2])) if found else (name, 0)
