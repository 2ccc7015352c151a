"""A comparison 比对 of two notices as plain values; every view is made from these alone."""

from enum import StrEnum

from drafter.model.base import Value


class ClauseKind(StrEnum):
    """What became of a clause."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class PieceKind(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(Value):
    """A stretch of a text in two versions: kept and deleted ones make up the old, kept and inserted ones the new.

    A deletion stands before the insertion that takes its place.
    """

    kind: PieceKind
    text: str


class ClauseChange(Value):
    """One clause of a comparison.

    `old_item`, `new_item` and the clauses' places in them (`old_position`, `new_position`) count from 1.
    `pieces` holds the words that differ; a clause that was added or removed is one piece.
    `certain` is False for a weak link, 疑似沿用, which is never stated as fact; `by` says how it was found.
    """

    kind: ClauseKind
    old: str | None = None
    new: str | None = None
    old_item: int | None = None
    old_position: int | None = None
    new_item: int | None = None
    new_position: int | None = None
    by: str | None = None
    certain: bool = True
    likeness: float | None = None
    pieces: tuple[Piece, ...] = ()


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
    """A field of head, tail or item that differs, by its Chinese name, with both texts and the words that differ."""

    field: str
    old: str | None = None
    new: str | None = None
    pieces: tuple[Piece, ...] = ()


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
