"""What is suggested 荐 as plain values: cards with their history, what a draft leaves out, advice on wishes."""

from decimal import Decimal
from enum import StrEnum

from drafter.model.base import Value
from drafter.model.results import Match


class Sighting(Value):
    """A year in which an office's notice held a commitment, with the clause that did."""

    year: int
    ref: str


class Point(Value):
    """A figure of one year, verbatim; `value` in base units, None for a coverage word, the upper end for a range."""

    year: int
    ref: str
    text: str
    value: Decimal | None = None


class Series(Value):
    """One figure of a commitment through the years: the same object in the same measure, two points at least."""

    object: str | None
    measure: str | None
    points: tuple[Point, ...]


class Card(Match):
    """A past commitment as it is suggested: its best clause, the years it was promised in, what to look out for.

    `years` and `history` are those of the same office, in order of year. `origins` are the references of all clauses
    that the card stands for.
    """

    years: tuple[Sighting, ...] = ()
    history: tuple[Series, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def origins(self) -> frozenset[str]:
        """The references of all clauses that the card stands for."""
        return frozenset({self.ref, *(one.ref for one in self.years)})


class Omitted(Value):
    """An item, or a clause, of last year's notice that nothing in the draft continues.

    `reason` is what the drafter gave for dropping it, None where nothing tells why.
    """

    ref: str
    text: str
    reason: str | None = None


class MissingTheme(Value):
    """A theme that the superior's list has and the draft has not, with the superior's items of it."""

    theme: str
    items: tuple[Omitted, ...]


class Field(Value):
    """A field of a national outline and the positions of the draft's items that touch it, counted from 1."""

    outline: str
    name: str
    items: tuple[int, ...]


class ItemCards(Value):
    """An item of a draft by its position, with the best commitments that the draft does not use."""

    item: int
    heading: str | None
    cards: tuple[Card, ...]


class Survey(Value):
    """A draft beside the library: cards for each item, what it leaves out, which fields it touches.

    `last` and `superior` are the notices it was held against, None where the library has none.
    """

    items: tuple[ItemCards, ...]
    last: str | None
    omitted_items: tuple[Omitted, ...]
    omitted_clauses: tuple[Omitted, ...]
    superior: str | None
    missing_themes: tuple[MissingTheme, ...]
    fields: tuple[Field, ...]


class Wish(Value):
    """征集事项: a wish as it was sent in, the unit that sent it where told, and where it stands in the file."""

    text: str
    unit: str | None = None
    where: str


class WishList(Value):
    """The wishes of a file, and in words every line and column of it that was not taken as one."""

    source: str
    wishes: tuple[Wish, ...]
    left_out: tuple[str, ...] = ()


class Advice(StrEnum):
    """What a wish is, held against the library; `found` where it is not known whose wishes they are."""

    NEW = "new"
    LAST_YEAR = "last_year"
    EARLIER = "earlier"
    ELSEWHERE = "elsewhere"
    FOUND = "found"


class Advised(Value):
    """A wish with the past commitment nearest to it, the advice in words, and the reason for it."""

    wish: Wish
    kind: Advice
    advice: str
    reason: str
    card: Card | None = None
