"""Taking, dropping and moving items and single clauses of a draft."""

from drafter.drafting import places
from drafter.drafting.announced import recount
from drafter.drafting.begin import Mover, draft_item
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftItem, Dropped
from drafter.model.references import Reference


def take(
    draft: Draft,
    reference: str | Reference,
    *,
    library: Library,
    at: int | None = None,
    into: int | None = None,
    reason: str | None = None,
) -> Draft:
    """Take a past item (as item `at`, or its clauses into item `into`) or a past clause (into an item).

    Only the year is moved; names and figures stay as they were and are to be adapted by hand.
    Raises UnknownReference, OutOfRange, UnfitValue.
    """
    place = reference if isinstance(reference, Reference) else Reference.parse(reference)
    if place.item is None:
        raise UnfitValue(f"“{place}”是整份通知。请指定其中一项，如 {place}#3，或一条措施，如 {place}#3.2。")
    if place.clause is not None and into is None:
        raise UnfitValue(f"“{place}”是一条措施，请用 --into 指定并入草稿的第几项。")
    move = Mover(library.notice(place.notice).year, draft.year)
    source = library.item(place)
    taken = draft_item(source, places.next_id(draft), f"{place.notice}#{place.item}", move, str(place))
    if place.clause is not None:
        library.clause(place)
        taken = taken.model_copy(update={"clauses": (taken.all_clauses[place.clause - 1],), "entries": ()})
    if into is None:
        result = _insert(draft, taken, at, reason)
    else:
        result = _append(draft, taken, into, at, reason, whole=place.clause is None)
    notes = [f"已采用 {place}" + (f"，并入第{into}项" if into else ""), *move.notes, *result.notes]
    return result.model_copy(update={"notes": tuple(notes)})


def _insert(draft: Draft, item: DraftItem, at: int | None, reason: str | None) -> Draft:
    index = places.insertion_point(at, len(draft.items), "草稿")
    items = list(draft.items)
    items.insert(index, item.model_copy(update={"reason": reason}))
    return recount(draft, draft.model_copy(update={"items": tuple(items), "notes": ()}))


def _append(draft: Draft, taken: DraftItem, into: int, at: int | None, reason: str | None, *, whole: bool) -> Draft:
    target = places.item_at(draft, into)
    clauses = list(target.clauses)
    index = places.insertion_point(at, len(clauses), f"第{into}项")
    clauses[index:index] = taken.clauses
    changes: dict[str, object] = {"clauses": tuple(clauses), "reason": _joined(target.reason, reason)}
    notes: tuple[str, ...] = ()
    if whole:
        added = tuple(unit for unit in taken.units if unit not in target.units)
        changes |= {"units": target.units + added, "entries": target.entries + taken.entries}
        if added:
            changes["units_as_printed"] = None
            notes = (f"第{into}项责任单位增加：{'、'.join(added)}",)
    result = places.with_item(draft, into, target.model_copy(update=changes))
    return result.model_copy(update={"notes": notes})


def drop(draft: Draft, item: int, clause: int | None = None, *, reason: str | None = None) -> Draft:
    """Take an item or one of its clauses out; what was taken out is kept in `dropped` with the reason."""
    found = places.item_at(draft, item)
    if clause is None:
        gone = Dropped(id=found.id, text=(found.heading or "") + "。" + found.body, origin=found.origin, reason=reason)
        rest = tuple(one for number, one in enumerate(draft.items, start=1) if number != item)
        result = draft.model_copy(update={"items": rest, "dropped": (*draft.dropped, gone), "notes": ()})
        result = recount(draft, result)
        first = f"已删去第{item}项“{found.heading or ''}”"
        return result.model_copy(update={"notes": (first, *result.notes)})
    removed = places.clause_at(draft, item, clause)
    gone = Dropped(id=found.id, text=removed.text, origin=removed.origin, reason=reason)
    left = places.with_clause(found, clause, [])
    result = places.with_item(draft, item, left)
    notes = [f"已删去第{item}项第{clause}条措施“{removed.text}”"]
    if not left.all_clauses:
        notes.append(f"第{item}项已没有措施，请补充或删去该项")
    return result.model_copy(update={"dropped": (*draft.dropped, gone), "notes": tuple(notes)})


def move(
    draft: Draft,
    item: int,
    clause: int | None = None,
    *,
    at: int | None = None,
    into: int | None = None,
    reason: str | None = None,
) -> Draft:
    """Move an item to position `at` or its clauses into another item; move a clause within or into another item."""
    if at is None and into is None:
        raise UnfitValue("请用 --at 指定新位置，或用 --into 指定并入第几项。")
    found = places.item_at(draft, item)
    if clause is None and into is None:
        rest = [one for one in draft.items if one.id != found.id]
        index = places.insertion_point(at, len(rest), "草稿")
        rest.insert(index, found.model_copy(update={"reason": _joined(found.reason, reason)}))
        note = f"第{item}项移到第{index + 1}项"
        return draft.model_copy(update={"items": tuple(rest), "notes": (note,)})
    target = item if into is None else into
    if clause is None and target == item:
        raise UnfitValue(f"第{item}项不能并入自己。")
    if clause is None:
        return _merge(draft, item, target, reason)
    return _move_clause(draft, item, clause, target, at=at, reason=reason)


def _move_clause(draft: Draft, item: int, clause: int, target: int, *, at: int | None, reason: str | None) -> Draft:
    """Take one clause out of its item and put it into the body of the target, which may be the same item."""
    moved = places.clause_at(draft, item, clause)
    left = places.with_clause(places.item_at(draft, item), clause, [])
    result = places.with_item(draft, item, left)
    into = places.item_at(result, target)
    index = places.insertion_point(at, len(into.clauses), f"第{target}项")
    clauses = (*into.clauses[:index], moved, *into.clauses[index:])
    changed = into.model_copy(update={"clauses": clauses, "reason": _joined(into.reason, reason)})
    result = places.with_item(result, target, changed)
    if target == item:
        return result.model_copy(update={"notes": (f"第{item}项的措施已调整次序",)})
    notes = [f"第{item}项的一条措施移入第{target}项"]
    if not left.all_clauses:
        notes.append(f"第{item}项已没有措施，请补充或删去该项")
    return result.model_copy(update={"notes": tuple(notes)})


def _merge(draft: Draft, item: int, target: int, reason: str | None) -> Draft:
    """Put a whole item into another: its clauses, sub-entries and units behind those of the target."""
    found, into = places.item_at(draft, item), places.item_at(draft, target)
    added = tuple(unit for unit in found.units if unit not in into.units)
    changed = into.model_copy(
        update={
            "clauses": into.clauses + found.clauses,
            "entries": into.entries + found.entries,
            "units": into.units + added,
            "units_as_printed": None if added else into.units_as_printed,
            "reason": _joined(into.reason, reason),
        }
    )
    why = f"并入“{into.heading or ''}”"
    gone = Dropped(id=found.id, text=found.heading or "", origin=found.origin, reason=why)
    result = places.with_item(draft, target, changed)
    items = tuple(one for one in result.items if one.id != found.id)
    result = result.model_copy(update={"items": items, "dropped": (*draft.dropped, gone), "notes": ()})
    result = recount(draft, result)
    return result.model_copy(update={"notes": (f"第{item}项已并入第{target}项", *result.notes)})


def _joined(old: str | None, new: str | None) -> str | None:
    """Both reasons, the newer behind the older."""
    return "；".join(part for part in (old, new) if part) or None
