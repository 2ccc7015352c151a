"""A comparison 比对 of two notices as plain values; every view is made from these alone.

Items, clauses and rows are counted from 1, as everywhere. Numbering is generated and never compared.
"""

from decimal import Decimal
from enum import StrEnum

from drafter.model.base import Value


class ClauseKind(StrEnum):
    """What became of a clause (or of a row of a table).

    `moved` is a clause that stands at another place: in another item than the one its own became, or, with equal
    text, in another order. Of one in another item the words may differ too.
    """

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

    A deletion stands before the insertion that takes its place. In a text of several lines each line feed is a
    piece of its own.
    """

    kind: PieceKind
    text: str


class ClauseChange(Value):
    """One clause of a comparison.

    `old_item`, `new_item` and the clauses' places in them (`old_position`, `new_position`) count from 1.
    `pieces` holds the words that differ; a clause that was added or removed is one piece.
    `certain` is False for a weak link, 疑似沿用, which is never stated as fact; `by` says how it was found.
    A clause that lives on in several new ones has a row for each: `old` is then only the part of it that went
    there and `old_part` the number of that part, in the order of the old text; `new` and `new_part` are the same
    for a clause made from several old ones. The parts of a clause, in order, are the clause.
    `moved` is True wherever it stands at another place, its words changed or not.
    `origin` is where a draft's clause that came was taken from, where that is a third notice; `reason` is the
    drafter's, where the draft tells why a clause was taken out.
    """

    kind: ClauseKind
    old: str | None = None
    new: str | None = None
    old_item: int | None = None
    old_position: int | None = None
    new_item: int | None = None
    new_position: int | None = None
    old_part: int | None = None
    new_part: int | None = None
    by: str | None = None
    certain: bool = True
    likeness: float | None = None
    pieces: tuple[Piece, ...] = ()
    moved: bool = False
    origin: str | None = None
    reason: str | None = None

    @property
    def changed(self) -> bool:
        """Whether it lives on in other words, wherever it stands."""
        return self.old is not None and self.new is not None and self.old != self.new


class TargetKind(StrEnum):
    """What became of a target: 上调, 下调, 持平, 新增指标, 取消指标, 口径变化."""

    RAISED = "raised"
    LOWERED = "lowered"
    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"
    REDEFINED = "redefined"


class TargetChange(Value):
    """One target of a comparison.

    `old` and `new` are verbatim; values are in base units, None for a coverage word, the upper end for a range.
    `difference` is new less old where both count the same thing (percentage points for shares); `percentage` is
    that in percent of the old value to one decimal, None for shares and where the old value is zero.
    The places say which clause each stands in. `certain` is False where the clauses are only weakly linked.
    """

    change: TargetKind
    old: str | None = None
    new: str | None = None
    object: str | None = None
    old_value: Decimal | None = None
    new_value: Decimal | None = None
    measure: str | None = None
    difference: Decimal | None = None
    percentage: Decimal | None = None
    old_item: int | None = None
    old_position: int | None = None
    new_item: int | None = None
    new_position: int | None = None
    certain: bool = True


class RenamedUnit(Value):
    """One organ under two names: an old and a new one, a full and a short one, or one of each level."""

    old: str
    new: str


class UnitChange(Value):
    """The units of an item, as sets of whole names.

    `old` and `new` are all of them as printed, in order. A unit whose name alone differs is in `renamed` and
    neither added nor removed. The leads are those told apart, else the first named; `lead_changed` is about the
    organ, not its name. `reordered` is true where nothing but the order differs.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lead_changed: bool = False
    renamed: tuple[RenamedUnit, ...] = ()
    old_lead: tuple[str, ...] = ()
    new_lead: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    reordered: bool = False


class FieldChange(Value):
    """A field of head, tail or item that differs, by its Chinese name, with both texts and the words that differ.

    `key` is the field's name in the model. Several lines are parted by line feeds.
    """

    field: str
    old: str | None = None
    new: str | None = None
    pieces: tuple[Piece, ...] = ()
    key: str = ""


class RowChange(Value):
    """One row of an attachment's table: its cells in both versions, and the words that differ cell by cell.

    Rows of a progress table are paired as their items are. `cells` has the pieces of each column of the new table
    (of the old one where the row was removed).
    """

    kind: ClauseKind
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    old_position: int | None = None
    new_position: int | None = None
    cells: tuple[tuple[Piece, ...], ...] = ()


class AttachmentChange(Value):
    """One attachment that differs; positions count from 1, None where it stands on one side only.

    `progress` tells that its rows are the items: what differs there is told by the items already.
    `rows` is empty where the tables are equal; where the columns differ, every old row is removed and every new added.
    """

    old_title: str | None = None
    new_title: str | None = None
    old_position: int | None = None
    new_position: int | None = None
    progress: bool = False
    title: tuple[Piece, ...] = ()
    paragraphs: tuple[Piece, ...] = ()
    old_columns: tuple[str, ...] = ()
    new_columns: tuple[str, ...] = ()
    rows: tuple[RowChange, ...] = ()


class Relation(StrEnum):
    """What became of an item."""

    CONTINUED = "continued"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


class ItemChange(Value):
    """One row of a comparison: old and new positions, how they were matched, and what differs.

    `moved` is 移位: out of the order that most items keep. `received` are the old items, beside its own, that a clause
    came in from (措施移入), and `given` the new ones, beside its own, that a clause of it went to. `carried` is the
    share of the old text (0 to 1) whose clauses live on in these new items. `heading` holds the words of the headings
    that differ. Targets that were lowered or dropped stand first. `origin` is where a draft's item was taken from and
    `reason` what the drafter gave for taking or dropping it.
    """

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
    heading: tuple[Piece, ...] = ()
    received: tuple[int, ...] = ()
    given: tuple[int, ...] = ()
    carried: float | None = None
    origin: str | None = None
    reason: str | None = None


class Comparison(Value):
    """Two notices side by side.

    `head` are the fields of head and tail that differ; those that differ as a matter of course (文号, dates, and
    texts in which only the year moved) stand in `yearly` and make no difference.
    `items` follow the new notice; items that ended stand behind, in their old order.
    """

    old: str
    new: str
    head: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    yearly: tuple[FieldChange, ...] = ()
    attachments: tuple[AttachmentChange, ...] = ()

    @property
    def doubtful(self) -> tuple[ClauseChange, ...]:
        """The weak links, 疑似沿用, that a person is asked about; each once."""
        found = [clause for item in self.items for clause in item.clauses if not clause.certain]
        return tuple({(c.old_item, c.old_position, c.new_item, c.new_position): c for c in found}.values())

    @property
    def doubtful_by_heading(self) -> tuple[ItemChange, ...]:
        """The items that only their like headings make one: no clause of theirs is linked."""
        return tuple(
            item
            for item in self.items
            if not item.certain and not any(c.old_item in item.old and c.new_item in item.new for c in item.clauses)
        )
