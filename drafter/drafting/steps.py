"""Putting items and clauses into a draft, dropping and moving them."""

from typing import Any

from drafter.drafting import foreign, places
from drafter.drafting.announced import recount
from drafter.errors import UnfitValue
from drafter.model.draft import Draft, DraftItem, Dropped

_MOST_THEMES = 3


def insert(draft: Draft, item: DraftItem, at: int | None) -> Draft:
    """Put a new item at a position counted from 1, or behind the last. Raises OutOfRange."""
    index = places.insertion_point(at, len(draft.items), "草稿")
    items = list(draft.items)
    items.insert(index, item)
    return recount(draft, draft.replaced(items=tuple(items), notes=()))


def clauses_into(draft: Draft, taken: DraftItem, into: int, reason: str | None, *, at: int | None) -> Draft:
    """Put the clauses of `taken` into the body of an item; everything else of the item stays."""
    target = places.item_at(draft, into)
    index = places.insertion_point(at, len(target.clauses), f"第{into}项")
    clauses = (*target.clauses[:index], *taken.clauses, *target.clauses[index:])
    changed = target.replaced(
        clauses=clauses,
        reason=_joined(target.reason, reason),
        notes=tuple(dict.fromkeys((*target.notes, *taken.notes))),
    )
    return places.with_item(draft, into, changed).replaced(notes=())


def item_into(draft: Draft, taken: DraftItem, into: int, reason: str | None, *, at: int | None) -> Draft:
    """Put a whole item into another: clauses, sub-entries, units, leads, deadline, leader and themes."""
    result = clauses_into(draft, taken, into, reason, at=at)
    target = places.item_at(result, into)
    added = tuple(unit for unit in taken.units if unit not in target.units)
    leads = tuple(dict.fromkeys((*(target.lead_units or ()), *(taken.lead_units or ())))) or None
    changes: dict[str, Any] = {
        "entries": target.entries + taken.entries,
        "units": target.units + added,
        "lead_units": leads,
        "leader": _joined(target.leader, taken.leader),
        "deadline": _joined(target.deadline, taken.deadline),
        "themes": tuple(dict.fromkeys(target.themes + taken.themes))[:_MOST_THEMES],
    }
    unit_part = ("units", "lead_units", "leader", "deadline")
    notes = [f"第{into}项责任单位增加：{'、'.join(added)}"] if added else []
    if any(changes[name] != getattr(target, name) for name in unit_part):
        changes["units_as_printed"] = None
    if taken.deadline and target.deadline and taken.deadline != target.deadline:
        notes.append(f"第{into}项现有两个完成时限：{changes['deadline']}，请核对")
    return places.with_item(result, into, target.replaced(**changes)).replaced(notes=tuple(notes))


def drop(draft: Draft, item: int, clause: int | None = None, *, reason: str | None = None) -> Draft:
    """Take an item or one of its clauses out; what was taken out is kept whole in `dropped` with the reason."""
    found = places.item_at(draft, item)
    if clause is None:
        gone = Dropped(id=found.id, item=found, reason=reason)
        result = _without_item(draft, item, gone)
        return result.replaced(notes=(f"已删去第{item}项“{found.heading or ''}”", *result.notes))
    removed = places.clause_at(draft, item, clause)
    left = places.with_clause(found, clause, [])
    result = places.with_item(draft, item, left)
    gone = Dropped(id=found.id, clause=removed, reason=reason)
    notes = (f"已删去第{item}项第{clause}条措施“{removed.text}”", *_emptied(left, item))
    return result.replaced(dropped=(*draft.dropped, gone), notes=notes)


def _without_item(draft: Draft, number: int, gone: Dropped) -> Draft:
    items = tuple(one for position, one in enumerate(draft.items, start=1) if position != number)
    return recount(draft, draft.replaced(items=items, dropped=(*draft.dropped, gone), notes=()))


def _emptied(item: DraftItem, number: int) -> tuple[str, ...]:
    return () if item.all_clauses else (f"第{number}项已没有措施，请补充或删去该项",)


def move(
    draft: Draft,
    item: int,
    clause: int | None = None,
    *,
    at: int | None = None,
    into: int | None = None,
    reason: str | None = None,
) -> Draft:
    """Move an item to position `at` or its content into another item; a clause within its item or into another."""
    if at is None and into is None:
        raise UnfitValue("请指定新位置，或并入第几项。", by_command="--at、--into")
    found = places.item_at(draft, item)
    if clause is not None:
        return _move_clause(draft, item, clause, item if into is None else into, at=at, reason=reason)
    if into is not None:
        return _merge(draft, item, into, at=at, reason=reason)
    rest = [one for position, one in enumerate(draft.items, start=1) if position != item]
    index = places.insertion_point(at, len(rest), "草稿")
    rest.insert(index, found.replaced(reason=_joined(found.reason, reason)))
    return draft.replaced(items=tuple(rest), notes=(f"第{item}项移到第{index + 1}项",))


def _move_clause(draft: Draft, item: int, clause: int, target: int, *, at: int | None, reason: str | None) -> Draft:
    """Take one clause out of its item and put it into the body of the target, which may be the same item."""
    moved = places.clause_at(draft, item, clause)
    left = places.with_clause(places.item_at(draft, item), clause, [])
    result = places.with_item(draft, item, left)
    carrier = left.replaced(clauses=(moved,), entries=(), notes=foreign.about(left.notes, moved.text))
    result = clauses_into(result, carrier, target, reason, at=at)
    if target == item:
        return result.replaced(notes=(f"第{item}项的措施已调整次序",))
    return result.replaced(notes=(f"第{item}项的一条措施移入第{target}项", *_emptied(left, item)))


def _merge(draft: Draft, item: int, target: int, *, at: int | None, reason: str | None) -> Draft:
    """Put a whole item into another one and take it out of the list; it is kept in `dropped` as it was."""
    if target == item:
        raise UnfitValue(f"第{item}项不能并入自己。")
    found, into = places.item_at(draft, item), places.item_at(draft, target)
    result = item_into(draft, found, target, reason, at=at)
    notes = (f"第{item}项已并入第{target}项", *result.notes)
    gone = Dropped(id=found.id, item=found, into=into.id, reason=reason)
    result = _without_item(result, item, gone)
    return result.replaced(notes=(*notes, *result.notes))


def _joined(old: str | None, new: str | None) -> str | None:
    """Both texts, the newer behind the older, equal ones once."""
    return "；".join(dict.fromkeys(part for part in (old, new) if part)) or None
