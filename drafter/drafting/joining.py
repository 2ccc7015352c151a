"""Making one clause of two that stand one behind the other."""

from drafter.drafting import places
from drafter.errors import UnfitValue
from drafter.model.draft import Draft, DraftItem


def join(draft: Draft, number: int, clause: int) -> Draft:
    """Put a clause, by its position counted from 1, behind the words of the one before it.

    The joined clause has the origin of the first, and the confirmations of both. Raises OutOfRange; UnfitValue where
    no clause of the same paragraph stands before it.
    """
    item = places.item_at(draft, number)
    second = places.clause_at(draft, number, clause)
    if clause - 1 in _starts(item):
        raise UnfitValue(f"第{number}项第{clause}条是一段的第一条，前面没有可以相连的措施。")
    first = places.clause_at(draft, number, clause - 1)
    joined = first.replaced(
        text=first.text + second.text,
        origin=first.origin or second.origin,
        confirmed=first.confirmed + second.confirmed,
    )
    changed = places.with_clause(places.with_clause(item, clause, []), clause - 1, [joined])
    notes = (f"第{number}项第{clause}条与上一条连成一条",)
    return places.with_item(draft, number, changed).replaced(notes=notes)


def _starts(item: DraftItem) -> set[int]:
    """The positions, counted from 0, at which the body and each entry begin."""
    starts = {0}
    count = len(item.clauses)
    for entry in item.entries:
        starts.add(count)
        count += len(entry.clauses)
    return starts
