"""A draft 草稿: next year's notice in the making, with the origin and reason of everything in it."""

from pydantic import Field, model_validator

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
    """A whole item, or one clause of the item `id`, that was taken out, as it was, and why.

    `into` is the id of the item that took its content over, where one did.
    """

    id: str
    item: DraftItem | None = None
    clause: DraftClause | None = None
    into: str | None = None
    reason: str | None = None

    @property
    def text(self) -> str:
        """What was taken out, as text."""
        if self.clause:
            return self.clause.text
        return f"{self.item.heading or ''}。{''.join(c.text for c in self.item.all_clauses)}" if self.item else ""

    @property
    def origin(self) -> str | None:
        """Where it had come from."""
        kept = self.clause or self.item
        return kept.origin if kept else None


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

    @model_validator(mode="after")
    def _ids_differ(self) -> "Draft":
        ids = [item.id for item in self.items]
        twice = {one for one in ids if ids.count(one) > 1}
        if twice:
            raise ValueError(f"两项实事的 id 相同（{'、'.join(sorted(twice))}），请给其中一项换一个没用过的 id")
        return self
