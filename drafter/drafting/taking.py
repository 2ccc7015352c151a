"""Taking a past item or clause into a draft, in the words of the own office."""

from drafter import adapt
from drafter.adapt import Edit, figures
from drafter.drafting import foreign, places, steps
from drafter.drafting.begin import draft_item
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Item
from drafter.model.references import Reference


class Taking(Value):
    """A draft after an item was taken, what was changed in it, and what was left to be judged."""

    draft: Draft
    changes: tuple[Edit, ...] = ()
    marks: tuple[Edit, ...] = ()


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

    Level words, places and names of units are made ours, the year is moved; figures stay and are to be confirmed.
    Of an own item only the year moves. Raises UnknownReference, OutOfRange, UnfitValue.
    """
    return take_with_edits(draft, reference, library=library, at=at, into=into, reason=reason).draft


def take_with_edits(
    draft: Draft,
    reference: str | Reference,
    *,
    library: Library,
    at: int | None = None,
    into: int | None = None,
    reason: str | None = None,
) -> Taking:
    """As take, with every change and every mark as a value."""
    place = _checked(reference, into)
    source = library.notice(place.notice)
    drafted = tuple(dict.fromkeys(unit for item in draft.items for unit in item.all_units))
    crossing = adapt.Crossing(library, draft.place, source, drafted)
    ours = adapt.Rewriting(crossing, source.year, draft.year)
    taken = _taken(draft, place, library, ours)
    notes = [f"已采用 {place}" + (f"，并入第{into}项" if into else "")]
    known = {clause.origin for item in draft.items for clause in item.all_clauses}
    if any(clause.origin in known for clause in taken.all_clauses):
        notes.append("注意：草稿里已有来源相同的措施，请核对是否重复")
    if into is None:
        result = steps.insert(draft, taken.replaced(reason=reason), at)
    elif place.clause is None:
        result = steps.item_into(draft, taken, into, reason, at=at)
    else:
        result = steps.clauses_into(draft, taken, into, reason, at=at)
    texts = tuple(clause.text for clause in taken.all_clauses)
    found = figures.to_confirm(texts, crossing, but=(library.place_of(source.issuer), source.year))
    told = [*foreign.notes(ours.changes, ours.marks), *foreign.figure_notes(found), *result.notes]
    changed = result.replaced(notes=(*notes, *told))
    return Taking(draft=changed, changes=tuple(ours.changes), marks=tuple(ours.marks))


def _checked(reference: str | Reference, into: int | None) -> Reference:
    """The reference, where it names what can be taken. Raises UnfitValue."""
    place = reference if isinstance(reference, Reference) else Reference.parse(reference)
    if place.item is None:
        raise UnfitValue(f"“{place}”是整份通知。请指定其中一项，如 {place}#3，或一条措施，如 {place}#3.2。")
    if place.clause is not None and into is None:
        raise UnfitValue(f"“{place}”是一条措施，请指定并入草稿的第几项。", by_command="--into")
    return place


def _taken(draft: Draft, place: Reference, library: Library, ours: adapt.Rewriting) -> DraftItem:
    """The item or the one clause in our words, not yet in the draft."""
    item = library.item(place)
    origin = f"{place.notice}#{place.item}"
    if place.clause is None:
        return draft_item(item, places.next_id(draft), origin, ours)
    alone = draft_item(Item(clauses=(library.clause(place),)), places.next_id(draft), origin, ours)
    return alone.replaced(clauses=(alone.clauses[0].replaced(origin=str(place)),))
