"""Weak links that the drafter has judged: how they are kept in a draft, and how they are found again.

The old clause is kept as a reference, the new one by its text: both stay right when items and clauses are moved.
A clause whose text was changed afterwards is another question, and may be asked about again. The same with items
that only their like headings make one: the old item's reference, the new one's heading.
"""

from collections import defaultdict
from collections.abc import Iterable

from drafter.model.comparison import ClauseChange, ItemChange
from drafter.model.draft import ConfirmedPair, Draft
from drafter.model.notice import Notice
from drafter.model.references import Reference

_Place = tuple[int, int]


def pair(old_name: str, link: ClauseChange, *, linked: bool) -> ConfirmedPair:
    """What is kept of an answer on a weak link to the notice of a name."""
    old = Reference(notice=old_name, item=link.old_item, clause=link.old_position)
    return ConfirmedPair(old=str(old), new=link.new or "", linked=linked)


def pair_of_items(old_name: str, change: ItemChange, *, linked: bool) -> ConfirmedPair:
    """What is kept of an answer on two items with like headings."""
    old = Reference(notice=old_name, item=change.old[0])
    return ConfirmedPair(old=str(old), new=change.new_heading or "", linked=linked)


def items(new: Draft | Notice, old_name: str, pairs: Iterable[ConfirmedPair] = ()) -> dict[tuple[int, int], bool]:
    """The items judged so far, by their numbers; False was refused."""
    found = {}
    for one in (*(new.pairs if isinstance(new, Draft) else ()), *pairs):
        old = Reference.of(one.old)
        if old and old.notice == old_name and old.item and not old.clause:
            for number, item in enumerate(new.items, start=1):
                if item.heading == one.new:
                    found[old.item, number] = one.linked
    return found


def places(
    new: Draft | Notice, old_name: str, pairs: Iterable[ConfirmedPair] = ()
) -> dict[tuple[_Place, _Place], bool]:
    """The links judged so far, by the places (item, clause) of the old and the new clause; False was refused.

    Those that a draft keeps, and the `pairs` given beside; the new clause may be named by a reference too.
    """
    kept = (*(new.pairs if isinstance(new, Draft) else ()), *pairs)
    by_text: dict[str, list[_Place]] = defaultdict(list)
    for number, item in enumerate(new.items, start=1):
        for position, clause in enumerate(item.all_clauses, start=1):
            by_text[clause.text].append((number, position))
    found = {}
    for one in kept:
        old = Reference.of(one.old)
        if old and old.notice == old_name and old.item and old.clause:
            for place in by_text.get(one.new) or _named(one.new):
                found[(old.item, old.clause), place] = one.linked
    return found


def _named(text: str) -> list[_Place]:
    reference = Reference.of(text)
    return [(reference.item, reference.clause)] if reference and reference.item and reference.clause else []
