"""What a file that came back changes, as values: each can be taken or refused by its key."""

from enum import StrEnum
from typing import Any

from pydantic import Field

from drafter.model.base import Value
from drafter.model.comparison import Piece
from drafter.model.notice import Item


class ChangeKind(StrEnum):
    """What is changed."""

    HEAD = "head"
    HEADING = "heading"
    CLAUSE = "clause"
    UNITS = "units"
    ENTRY = "entry"
    NEW = "new"
    DROPPED = "dropped"
    ORDER = "order"
    NOTE = "note"


class Change(Value):
    """One change, told with both texts; `place` names the spot, `key` it alone, `notes` what else is to be known.

    `pieces` are the words that differ, as in a comparison; `by` names who made it and when, where the file tells.
    """

    key: str
    kind: ChangeKind
    place: str
    what: str
    old: str | None = None
    new: str | None = None
    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


class Step(Value):
    """A clause of a changed body: the old one at `old` (from 0), its text now, and the key of the change.

    Without `key` it is as it was; without `text` it is gone, to `into` (the id of another item) where it went on;
    without `old` it is new, and `source` (item id, position among all its clauses) tells where it came from.
    """

    old: int | None = None
    text: str | None = None
    key: str | None = None
    source: tuple[str, int] | None = None
    elsewhere: bool = False


class Part(Value):
    """A body or a sub-entry of an item: the steps of its clauses, what else of it differs.

    `entry` is the sub-entry of the draft (from 0), None for a body; `fields` are set when `key` is taken. A sub-entry
    that is gone has no `steps`, a new one has no `old`.
    """

    entry: int | None = None
    steps: tuple[Step, ...] = ()
    fields: dict[str, Any] = Field(default_factory=dict)
    key: str | None = None
    added: bool = False
    gone: bool = False


class ItemPlan(Value):
    """What becomes of an item: `id` in the draft, None for a new one; fields by the key that takes them."""

    id: str | None
    item: Item
    fields: dict[str, dict[str, Any]] = Field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    key: str | None = None
    moved: str | None = None


class AttachmentStep(Value):
    """What becomes of an attachment of the draft, `at` from 0: fields set, or, without fields, taken out.

    Without `at` it is a new one.
    """

    at: int | None
    fields: dict[str, Any] = Field(default_factory=dict)


class Returned(Value):
    """A file that came back: its changes in the order of the notice, what could not be placed, what was repaired.

    `plans` hold the items in the order of the file, `gone` the keys of those that are not in it, `head` the fields
    and `remarks` the item and the note that each key takes; all keys are those of the changes.
    """

    changes: tuple[Change, ...]
    unplaced: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    plans: tuple[ItemPlan, ...] = ()
    gone: dict[str, str] = Field(default_factory=dict)
    head: dict[str, dict[str, Any]] = Field(default_factory=dict)
    attachments: dict[str, AttachmentStep] = Field(default_factory=dict)
    remarks: dict[str, tuple[str, str]] = Field(default_factory=dict)
