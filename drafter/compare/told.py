"""A comparison put into Chinese, as rows: all that a view prints."""

from drafter.compare.wording import Wording
from drafter.model.base import Value
from drafter.model.comparison import ClauseKind, Piece, Relation, TargetKind


class Line(Value):
    """A text in both versions: what became of it, in a word and as a kind, the words that differ, what is to be known.

    `pieces` make up both texts. `name` is what the text is: 标题, 主送机关, empty for a clause. `kinds` are all that
    became of it, a clause may be moved and changed; `origin` is where one that came was taken from, `reason` why one
    that went was taken out.
    """

    kind: ClauseKind
    label: str
    kinds: tuple[ClauseKind, ...] = ()
    name: str = ""
    old: str | None = None
    new: str | None = None
    pieces: tuple[Piece, ...] = ()
    note: str = ""
    origin: str = ""
    reason: str = ""
    certain: bool = True


class Row(Value):
    """An item: what became of it, its places in both lists, heading and clauses, and what is to be known of it.

    Of an item that came or ended the units stand behind its clauses; of one that lives on they are told by UnitRow.
    `elsewhere` tells that it stands at another place in the list.
    """

    relation: Relation
    label: str
    marks: tuple[str, ...] = ()
    certain: bool = True
    elsewhere: bool = False
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    place: str
    heading: Line
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def labels(self) -> str:
        """All that became of it in one text: 调整·移位."""
        return "·".join((self.label, *self.marks))

    @property
    def is_same(self) -> bool:
        """Whether neither heading nor any other text of it differs."""
        return all(line.kind is ClauseKind.SAME for line in (self.heading, *self.lines))


class TargetRow(Value):
    """A target: what became of it, where it stands, and by how much it moved."""

    kind: TargetKind
    label: str
    place: str
    object: str
    old: str
    new: str
    note: str
    certain: bool


class UnitRow(Value):
    """The units of an item that differ: joined, left, under another name, leading."""

    place: str
    heading: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    notes: tuple[str, ...]


class Told(Value):
    """A comparison as rows. `summary` has sentences of counts, `yearly` what differs each year as a matter of course.

    `old` and `new` are the names of the two notices, the titles those of their lists.
    """

    wording: Wording
    old: str
    new: str
    old_title: str
    title: str
    summary: tuple[str, ...]
    yearly: tuple[str, ...]
    head: tuple[Line, ...]
    items: tuple[Row, ...]
    targets: tuple[TargetRow, ...]
    units: tuple[UnitRow, ...]
    different: bool
