"""Cards: past commitments as they are suggested, copies of one through the years as one card."""

import heapq
from collections.abc import Iterator, Sequence

from drafter.index import NEAR_ENOUGH, Hit
from drafter.library import Library
from drafter.model.suggestion import Card
from drafter.suggest import cautions
from drafter.suggest.history import History
from drafter.suggest.ranking import Context, Wanted, match_of, ranked
from drafter.suggest.shelf import Shelf

_NO_CONTEXT, _ANYTHING = Context(), Wanted()


class Cards:
    """Makes cards from a library; what was worked out for one serves the next, also of another question."""

    def __init__(self, library: Library | Shelf) -> None:
        self.shelf = Shelf.of(library)
        self.histories = self.shelf.histories

    def of(
        self,
        texts: Sequence[str],
        *,
        limit: int,
        context: Context = _NO_CONTEXT,
        wanted: Wanted = _ANYTHING,
        leave_out: frozenset[str] = frozenset(),
        least: float = NEAR_ENOUGH,
    ) -> list[Card]:
        """The best cards for one text or several that belong together; none where nothing is near enough.

        What is near enough is told by the least likeness, 0 to 1.
        """

        def hits(text: str) -> Iterator[tuple[float, Hit, str]]:
            found = ranked(text, self.shelf, context=context, wanted=wanted, leave_out=leave_out, least=least)
            return ((value, hit, text) for value, hit in found)

        found: list[Card] = []
        told: set[str] = set()
        for _, hit, text in heapq.merge(*map(hits, texts), key=lambda one: -one[0]):
            if len(found) == limit:
                break
            if hit.ref not in told:
                found.append(self._card(hit, text, context))
                told |= found[-1].origins
        return found

    def _card(self, hit: Hit, text: str, context: Context) -> Card:
        match = match_of(hit, text, context, self.shelf)
        past: History = self.histories.of(hit.ref)
        warnings = cautions.of_match(match, past.series, context.place, self.shelf.library)
        return Card(**dict(match), years=past.years, history=past.series, warnings=warnings)


def cards(
    text: str,
    library: Library | Shelf,
    *,
    limit: int = 5,
    context: Context = _NO_CONTEXT,
    wanted: Wanted = _ANYTHING,
    leave_out: frozenset[str] = frozenset(),
) -> list[Card]:
    """The past commitments most like a text, at most `limit`, the best first.

    Without a context the order is that of likeness alone; with one, own office, superior, theme, unit and year weigh
    in a little. `leave_out` holds references of notices, items or clauses that are not wanted.
    """
    return Cards(library).of([text], limit=limit, context=context, wanted=wanted, leave_out=leave_out)
