"""What reading, suggesting and comparing return: plain values, never exceptions."""

from enum import StrEnum

from drafter.model.base import Value
from drafter.model.notice import Notice


class Problem(Value):
    """A repair made or a doubt met in reading: the slug of the rule broken, the place, the text as printed."""

    code: str
    message: str
    where: str
    printed: str | None = None


class Reading(Value):
    """What a reader made of a file: the notice and everything it repaired or doubted."""

    source: str
    notice: Notice
    problems: tuple[Problem, ...] = ()


class Match(Value):
    """A past clause like the text asked about; `score` runs from 0 to 1."""

    ref: str
    clause: str
    heading: str | None
    issuer: str
    year: int
    score: float
    why: tuple[str, ...]
    units: tuple[str, ...]
    themes: tuple[str, ...]

    @property
    def item(self) -> str:
        """The reference of the item that the clause stands in."""
        return self.ref.rsplit(".", 1)[0]


class ClauseKind(StrEnum):
    """What became of a clause."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class ClauseChange(Value):
    """One clause of a comparison; `old_item` and `new_item` are positions counted from 1."""

    kind: ClauseKind
    old: str | None = None
    new: str | None = None
    old_item: int | None = None
    new_item: int | None = None


class TargetChange(Value):
    """One target of a comparison: raised, lowered, same, added, dropped or redefined."""

    change: str
    old: str | None = None
    new: str | None = None
    object: str | None = None


class UnitChange(Value):
    """Units added to and removed from an item, and whether the first named changed."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lead_changed: bool = False


class FieldChange(Value):
    """A field of head, tail or item that differs, by its Chinese name, with both texts."""

    field: str
    old: str | None = None
    new: str | None = None


class Relation(StrEnum):
    """What became of an item."""

    CONTINUED = "continued"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


class ItemChange(Value):
    """One row of a comparison: old and new positions, how they were matched, and what differs."""

    relation: Relation
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    old_heading: str | None = None
    new_heading: str | None = None
    retitled: bool = False
    moved: bool = False
    matched_by: str | None = None
    certain: bool = True
    clauses: tuple[ClauseChange, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    units: UnitChange = UnitChange()
    fields: tuple[FieldChange, ...] = ()


class Comparison(Value):
    """Two notices side by side."""

    old: str
    new: str
    head: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()


class Element(Value):
    """One row of the ruler: what a rule wants of the page, what was found; `ok` is None where it cannot be judged."""

    rule: str
    name: str
    expected: str
    got: str
    ok: bool | None = None


class Measurement(Value):
    """A document beside the standard. Without a renderer `measured` is false and `reason` says why.

    `stand_ins` are the faces the document names with those that stood in for them.
    """

    measured: bool
    reason: str | None = None
    stand_ins: tuple[tuple[str, str], ...] = ()
    elements: tuple[Element, ...] = ()

    @property
    def red(self) -> tuple[Element, ...]:
        """The rows that do not hold."""
        return tuple(one for one in self.elements if one.ok is False)

    @property
    def score(self) -> tuple[int, int]:
        """How many rows hold, of how many that could be judged."""
        judged = [one for one in self.elements if one.ok is not None]
        return sum(bool(one.ok) for one in judged), len(judged)
