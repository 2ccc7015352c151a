"""Which item is compared with which, and which clauses are compared where they stand now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.compare.order import longest_rise
from drafter.handover.tracked_changes.segments import Paragraph, Segment
from drafter.model.comparison import ClauseChange, Comparison

Place = tuple[int, int]


def main_pairs(comparison: Comparison, *, strict_order: bool) -> dict[int, int]:
    """For each new item the one old item it is compared with; of several the one that gave it most, if any did.

    In strict order only those that keep the order of the old notice.
    """
    pairs: dict[int, int] = {}
    for change in comparison.items:
        carried: Counter[Place] = Counter({(old, new): 0 for old in change.old for new in change.new})
        for clause in change.clauses:
            if clause.old_item in change.old and clause.new_item in change.new:
                carried[clause.old_item or 0, clause.new_item or 0] += len(clause.new or "")
        for (old, new), _ in sorted(carried.items(), key=lambda one: (-one[1], one[0])):
            alone = len(carried) == 1
            if (alone or carried[old, new]) and new not in pairs and old not in pairs.values():
                pairs[new] = old
    if not strict_order:
        return pairs
    in_order = set(longest_rise([old for _, old in sorted(pairs.items())]))
    return {new: old for new, old in pairs.items() if old in in_order}


@dataclass(frozen=True)
class Links:
    """The clauses that are compared in place: the rows of each new one, in the order of its text; the old ones."""

    rows: Mapping[Place, tuple[ClauseChange, ...]]
    old: frozenset[Place]


def links(
    comparison: Comparison,
    old: Iterable[Paragraph],
    new: Iterable[Paragraph],
    partners: Mapping[Paragraph, Paragraph],
    *,
    strict_order: bool,
) -> Links:
    """The clauses that can be compared in place: whole on both sides, no part of one elsewhere.

    In strict order only between paragraphs that are partners (new to old), and in the old order.
    """
    olds, news = list(old), list(new)
    before = {segment.clause: segment for one in olds for segment in one.clauses}
    after = {segment.clause: segment for one in news for segment in one.clauses}
    rows = [row for row in _linked(comparison) if _old(row) in before and _new(row) in after]
    if strict_order:
        rows = _in_order(rows, news, partners)
    rows = _whole(rows, before, after, [[segment.clause for segment in one.clauses] for one in news])
    by_new: dict[Place, list[ClauseChange]] = defaultdict(list)
    for row in rows:
        by_new[_new(row)].append(row)
    return Links({place: tuple(found) for place, found in by_new.items()}, frozenset(map(_old, rows)))


def _linked(comparison: Comparison) -> list[ClauseChange]:
    """The rows with both sides, in the order of the new text."""
    rows = {
        (_new(row), row.new_part or 0, _old(row), row.old_part or 0): row
        for item in comparison.items
        for row in item.clauses
        if row.old is not None and row.new is not None
    }
    return [rows[key] for key in sorted(rows)]


def _old(row: ClauseChange) -> Place:
    return row.old_item or 0, row.old_position or 0


def _new(row: ClauseChange) -> Place:
    return row.new_item or 0, row.new_position or 0


def _in_order(
    rows: list[ClauseChange], news: list[Paragraph], partners: Mapping[Paragraph, Paragraph]
) -> list[ClauseChange]:
    """The rows inside partners whose old clauses stand in the old order."""
    kept: list[ClauseChange] = []
    for paragraph in news:
        partner = partners.get(paragraph)
        if partner is None:
            continue
        here = {segment.clause for segment in paragraph.clauses}
        there = {segment.clause for segment in partner.clauses}
        own = [row for row in rows if _new(row) in here and _old(row) in there]
        places = [(_old(row), row.old_part or 0) for row in own]
        rising = set(longest_rise(places))
        kept += [row for row, place in zip(own, places, strict=True) if place in rising]
    return kept


def _whole(
    rows: list[ClauseChange],
    before: Mapping[Place, Segment],
    after: Mapping[Place, Segment],
    paragraphs: list[list[Place]],
) -> list[ClauseChange]:
    """The rows of clauses that are whole on both sides, the parts of an old one side by side in the new text."""
    paragraph = {place: number for number, places in enumerate(paragraphs) for place in places}
    while True:
        by_place: dict[Place, list[ClauseChange]] = defaultdict(list)
        for row in rows:
            by_place[_new(row)].append(row)
        order = [row for places in paragraphs for place in places for row in by_place[place]]
        at = {id(row): number for number, row in enumerate(order)}
        of_old, of_new = defaultdict(list), defaultdict(list)
        for row in order:
            of_old[_old(row)].append(row)
            of_new[_new(row)].append(row)
        torn_old = {
            place
            for place, found in of_old.items()
            if "".join(row.old or "" for row in found) != before[place].text
            or at[id(found[-1])] - at[id(found[0])] != len(found) - 1
            or len({paragraph[_new(row)] for row in found}) > 1
        }
        torn_new = {
            place for place, found in of_new.items() if "".join(row.new or "" for row in found) != after[place].text
        }
        sound = [row for row in order if _old(row) not in torn_old and _new(row) not in torn_new]
        if len(sound) == len(rows):
            return sound
        rows = sound
