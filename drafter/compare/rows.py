"""The clauses of an item side by side: one row each, those of the new items first, then what nothing continues."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from drafter.compare import dividing, pieces
from drafter.compare.links import Link
from drafter.compare.order import longest_rise
from drafter.compare.relations import Pair
from drafter.compare.sides import Place, Side
from drafter.compare.tokens import NONE, Words
from drafter.model.comparison import ClauseChange, ClauseKind

_PartPlace = tuple[Place, int]


@dataclass(frozen=True)
class Half:
    """One side of a link: its place and text, or the part of it that the link is about."""

    place: Place
    text: str
    part: int | None = None


@dataclass(frozen=True)
class Row:
    """A link with what it links."""

    link: Link
    old: Half
    new: Half


def of_links(old: Side, new: Side, links: Sequence[Link]) -> list[Row]:
    """The links with their texts; a clause that was divided or joined is cut into its parts."""
    rows = [Row(link, Half(link.old, old.clauses[link.old]), Half(link.new, new.clauses[link.new])) for link in links]
    by_old, by_new = defaultdict(list), defaultdict(list)
    for row in rows:
        by_old[row.old.place].append(row)
        by_new[row.new.place].append(row)
    cut: dict[tuple[Place, Place], Row] = {}
    for together in by_old.values():
        texts = dividing.parts(together[0].old.text, [row.new.text for row in together]) if len(together) > 1 else ()
        for row, (part, text) in zip(together, texts, strict=False):
            cut[row.link.old, row.link.new] = replace(row, old=replace(row.old, text=text, part=part))
    for together in by_new.values():
        texts = dividing.parts(together[0].new.text, [row.old.text for row in together]) if len(together) > 1 else ()
        for row, (part, text) in zip(together, texts, strict=False):
            cut[row.link.old, row.link.new] = replace(row, new=replace(row.new, text=text, part=part))
    return [cut.get((row.link.old, row.link.new), row) for row in rows]


def changes(
    old: Side,
    new: Side,
    pair: Pair,
    rows: Sequence[Row],
    *,
    names: Words = NONE,
    origins: Mapping[Place, str | None],
    reasons: Mapping[Place, str | None],
) -> list[ClauseChange]:
    """The clauses of linked items: the new items' in order, then the old ones that nothing continues.

    A clause that went to another item stands there. `names` are never cut; `origins` are those of clauses taken from
    a third notice, `reasons` those of clauses taken out.
    """
    before, after = pair
    by_new: dict[Place, list[Row]] = defaultdict(list)
    for row in rows:
        by_new[row.new.place].append(row)
    in_order = _in_order([row for row in rows if row.old.place[0] in before and row.new.place[0] in after])
    found = []
    for place, text in new.clauses.items():
        if place[0] not in after:
            continue
        parts = sorted(by_new[place], key=lambda row: row.new.part or 0)
        found += [_linked(row, before, in_order, names) for row in parts]
        if not by_new[place]:
            found.append(_alone(ClauseKind.ADDED, "new", place, text, origin=origins.get(place)))
    continued = {row.old.place for row in rows}
    for place, text in old.clauses.items():
        if place[0] in before and place not in continued:
            found.append(_alone(ClauseKind.REMOVED, "old", place, text, reason=reasons.get(place)))
    return found


def _in_order(rows: list[Row]) -> set[_PartPlace]:
    """The old places (and parts) that stand in their old order in the new items; each old item is looked at alone."""
    rows = sorted(rows, key=lambda row: (row.new.place, row.new.part or 0))
    numbers = {row.old.place[0] for row in rows}
    return {
        place
        for number in numbers
        for place in longest_rise([_part_place(row) for row in rows if row.old.place[0] == number])
    }


def _part_place(row: Row) -> _PartPlace:
    return row.old.place, row.old.part or 0


def _linked(row: Row, before: tuple[int, ...], in_order: set[_PartPlace], names: Words) -> ClauseChange:
    link, same = row.link, row.old.text == row.new.text
    elsewhere = link.old[0] not in before
    moved = elsewhere or _part_place(row) not in in_order
    kind = ClauseKind.SAME if same else ClauseKind.CHANGED
    if elsewhere or (same and moved):
        kind = ClauseKind.MOVED
    return ClauseChange(
        kind=kind,
        old=row.old.text,
        new=row.new.text,
        old_item=link.old[0],
        old_position=link.old[1],
        old_part=row.old.part,
        new_item=link.new[0],
        new_position=link.new[1],
        new_part=row.new.part,
        by=link.by,
        certain=link.certain,
        likeness=link.likeness,
        pieces=pieces.of_texts(row.old.text, row.new.text, names),
        moved=moved,
    )


def _alone(kind: ClauseKind, side: str, place: Place, text: str, **told: str | None) -> ClauseChange:
    fields: dict[str, Any] = {side: text, f"{side}_item": place[0], f"{side}_position": place[1]}
    old, new = (text, None) if side == "old" else (None, text)
    return ClauseChange(kind=kind, pieces=pieces.of_texts(old, new), **told, **fields)
