"""A draft 草稿: next year's notice in the making, with the origin and reason of everything in it."""

from pydantic import Field

from drafter.model.base import Value
from drafter.model.notice import Clause, Entry, Head, Item


class DraftClause(Clause):
    """A clause that remembers where it came from and which of its figures were confirmed (verbatim)."""

    origin: str | None = None
    confirmed: tuple[str, ...] = ()


class DraftEntry(Entry):
    """A sub-entry whose clauses remember where they came from."""

    clauses: tuple[DraftClause, ...] = ()


class DraftItem(Item):
    """An item with a stable id and the reason why it was taken or changed.

    A draft's ordinals are generated, so `ordinal` stays empty here.
    """

    id: str
    reason: str | None = None
    notes: tuple[str, ...] = ()
    clauses: tuple[DraftClause, ...] = ()
    entries: tuple[DraftEntry, ...] = ()

    @property
    def all_clauses(self) -> tuple[DraftClause, ...]:
        """The clauses of the body, then those of the sub-entries: what #N.C counts."""
        return self.clauses + tuple(clause for entry in self.entries for clause in entry.clauses)


class Dropped(Value):
    """An item or clause that was taken out, with its text, where it had come from, and why."""

    id: str
    text: str
    origin: str | None = None
    reason: str | None = None


class ConfirmedPair(Value):
    """A weak link of a comparison that the drafter has judged, never to be asked again."""

    old: str
    new: str
    linked: bool


class Allowed(Value):
    """A check that the drafter has waived at one place, with the reason."""

    rule: str
    place: str
    reason: str


class Draft(Head):
    """The notice as far as it is known, and the decisions taken on the way.

    `place` is the issuer's place, `source` the reference of the notice it started from,
    `unit_separator` what parts the units in the progress table (、 or a line feed).
    `notes` tells what the last step changed, left or doubted; it is not stored.
    """

    place: str
    source: str | None = None
    unit_separator: str = "、"
    items: tuple[DraftItem, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    pairs: tuple[ConfirmedPair, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    notes: tuple[str, ...] = Field(default=(), exclude=True)
