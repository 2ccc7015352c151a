"""The paragraphs of the items side by side: each with the words that differ, moved text where it stands now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.compare import pieces as compared
from drafter.handover.tracked_changes import differing
from drafter.handover.tracked_changes.aligning import BlockRow
from drafter.handover.tracked_changes.differing import Told
from drafter.handover.tracked_changes.links import Links, Place, links
from drafter.handover.tracked_changes.segments import Kind, Paragraph, Segment
from drafter.model.comparison import ClauseChange, Comparison, Piece, PieceKind

Paragraphs = dict[int, list[Paragraph]]
_KEPT, _DELETED, _INSERTED = PieceKind.KEPT, PieceKind.DELETED, PieceKind.INSERTED
_Pair = tuple[Paragraph | None, Paragraph | None]


@dataclass(frozen=True)
class ItemRow:
    """A row of blocks, and the new item that begins with it (0 where none does)."""

    row: BlockRow
    begins: int = 0


def item_rows(
    comparison: Comparison, old: Paragraphs, new: Paragraphs, mains: Mapping[int, int], *, strict_order: bool
) -> tuple[list[ItemRow], Links]:
    """The rows in the order of the new list; an old item that ended follows the one it stood behind.

    Also the clauses that are compared in place.
    """
    pairs = {number: _pairs(old.get(mains.get(number, 0), []), paragraphs) for number, paragraphs in new.items()}
    partners = {after: before for row in pairs.values() for before, after in row if before and after}
    all_old = [one for number in sorted(old) for one in old[number]]
    all_new = [one for number in sorted(new) for one in new[number]]
    otherwise = any(one.first(Kind.WHOLE) for one in all_old + all_new)
    sides = ([], []) if otherwise else (all_old, all_new)
    placed = links(comparison, *sides, partners, strict_order=strict_order)
    known = differing.told(comparison)
    ended = _ended(old, mains)
    found = [ItemRow(_row(pair, placed, known)) for number in ended[0] for pair in _gone(old[number])]
    for number in sorted(new):
        for at, pair in enumerate(pairs[number]):
            found.append(ItemRow(_row(pair, placed, known), 0 if at else number))
        found += [ItemRow(_row(pair, placed, known)) for gone in ended[number] for pair in _gone(old[gone])]
    return found, placed


def _gone(paragraphs: list[Paragraph]) -> list[_Pair]:
    return [(paragraph, None) for paragraph in paragraphs]


def _ended(old: Paragraphs, mains: Mapping[int, int]) -> dict[int, list[int]]:
    """The old items that no new one is compared with, by the new item (0: the beginning) they are shown behind."""
    became = {before: after for after, before in mains.items()}
    found: defaultdict[int, list[int]] = defaultdict(list)
    behind = 0
    for number in sorted(old):
        if number in became:
            behind = became[number]
        else:
            found[behind].append(number)
    return found


def _pairs(old: list[Paragraph], new: list[Paragraph]) -> list[_Pair]:
    """The paragraphs of two items side by side; the first ones always belong together."""
    if not old:
        return [(None, paragraph) for paragraph in new]
    rest = compared.line_pairs([one.text for one in old[1:]], [one.text for one in new[1:]])
    return [
        (old[0], new[0]),
        *(
            (None if first is None else old[first + 1], None if second is None else new[second + 1])
            for first, second in rest
        ),
    ]


def _row(pair: _Pair, placed: Links, known: Told) -> BlockRow:
    old, new = pair
    return BlockRow(
        None if old is None else old.element,
        None if new is None else new.element,
        differing.joined(_pieces(old, new, placed, known)),
    )


def _pieces(old: Paragraph | None, new: Paragraph | None, placed: Links, known: Told) -> Iterator[Piece]:
    if old and new and (old.first(Kind.WHOLE) or new.first(Kind.WHOLE)):
        yield from differing.of_printed(old.text, new.text, known) or _all(_KEPT, new.segments)
    elif old and new:
        yield from _both(old, new, placed, known)
    elif old:
        for segment in old.segments:
            yield Piece(kind=_KEPT if segment.clause in placed.old else _DELETED, text=segment.text)
    elif new:
        for segment in new.segments:
            yield from _segment(segment, placed)


def _all(kind: PieceKind, segments: list[Segment] | tuple[Segment, ...]) -> Iterator[Piece]:
    for segment in segments:
        yield Piece(kind=kind, text=segment.text)


def _segment(segment: Segment, placed: Links) -> Iterator[Piece]:
    """A segment of the new text: a clause that came from somewhere with what differs, another inserted."""
    rows = placed.rows.get(segment.clause, ())
    for row in rows:
        yield from clause_pieces(row)
    if not rows:
        yield Piece(kind=_INSERTED, text=segment.text)


def clause_pieces(row: ClauseChange) -> tuple[Piece, ...]:
    """The words that differ in a clause."""
    return row.pieces or compared.of_texts(row.old, row.new)


def _both(old: Paragraph, new: Paragraph, placed: Links, known: Told) -> Iterator[Piece]:
    """Ordinal, heading, clauses and units; an old clause that ended follows the one it stood behind."""
    yield from differing.whole(old.first(Kind.ORDINAL), new.first(Kind.ORDINAL))
    yield from differing.of_field(old.first(Kind.HEADING), new.first(Kind.HEADING), known)
    left = _left(old, new, placed)
    yield from _all(_DELETED, left.get((0, 0), []))
    for segment in new.clauses:
        rows = placed.rows.get(segment.clause, ())
        yield from _segment(segment, placed)
        for place in dict.fromkeys(_old_place(row) for row in rows):
            yield from _all(_DELETED, left.pop(place, []))
    yield from differing.of_units(old.first(Kind.UNITS), new.first(Kind.UNITS))


def _left(old: Paragraph, new: Paragraph, placed: Links) -> dict[Place, list[Segment]]:
    """The clauses of an old paragraph that ended, by the clause, still here, that they stood behind."""
    here = {_old_place(row) for segment in new.clauses for row in placed.rows.get(segment.clause, ())}
    left: dict[Place, list[Segment]] = {}
    behind = (0, 0)
    for segment in old.clauses:
        if segment.clause in here:
            behind = segment.clause
        elif segment.clause not in placed.old:
            left.setdefault(behind, []).append(segment)
    return left


def _old_place(row: ClauseChange) -> Place:
    return row.old_item or 0, row.old_position or 0
