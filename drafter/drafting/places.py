"""Finding items and clauses of a draft by position, and putting changed ones back."""

from drafter.errors import OutOfRange
from drafter.model.draft import Draft, DraftClause, DraftItem


def item_at(draft: Draft, number: int) -> DraftItem:
    """The item at a position counted from 1. Raises OutOfRange."""
    if not 1 <= number <= len(draft.items):
        raise OutOfRange("草稿的实事", number, len(draft.items))
    return draft.items[number - 1]


def clause_at(draft: Draft, number: int, clause: int) -> DraftClause:
    """The clause at a position counted from 1. Raises OutOfRange."""
    clauses = item_at(draft, number).all_clauses
    if not 1 <= clause <= len(clauses):
        raise OutOfRange(f"草稿第{number}项的措施", clause, len(clauses))
    return clauses[clause - 1]


def with_item(draft: Draft, number: int, item: DraftItem) -> Draft:
    """The draft with the item at a position replaced."""
    items = list(draft.items)
    items[number - 1] = item
    return draft.replaced(items=tuple(items))


def with_clause(item: DraftItem, number: int, changed: list[DraftClause]) -> DraftItem:
    """The item with its clause at a position (counted from 1, sub-entries included) replaced by others or none."""
    index = number - 1
    if index < len(item.clauses):
        return item.replaced(clauses=_spliced(item.clauses, index, changed))
    index -= len(item.clauses)
    entries = []
    for entry in item.entries:
        if 0 <= index < len(entry.clauses):
            entries.append(entry.replaced(clauses=_spliced(entry.clauses, index, changed)))
        else:
            entries.append(entry)
        index -= len(entry.clauses)
    return item.replaced(entries=tuple(entries))


def _spliced(clauses: tuple[DraftClause, ...], index: int, new: list[DraftClause]) -> tuple[DraftClause, ...]:
    return (*clauses[:index], *new, *clauses[index + 1 :])


def insertion_point(at: int | None, count: int, what: str) -> int:
    """The index for a position counted from 1 (None: behind the last). Raises OutOfRange."""
    if at is None:
        return count
    if not 1 <= at <= count + 1:
        raise OutOfRange(f"{what}的插入位置", at, count + 1)
    return at - 1


def next_id(draft: Draft) -> str:
    """An item id that no item of the draft has or had."""
    used = [item.id for item in draft.items] + [one.id for one in draft.dropped]
    numbers = [int(name[1:]) for name in used if name[1:].isdigit()]
    return f"i{max(numbers, default=0) + 1}"
