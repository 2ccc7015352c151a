"""Adding what no past notice holds: a newly written item, a newly written clause."""

from drafter.drafting import places, steps
from drafter.drafting.edit import edit_item, rewritten
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftItem
from drafter.text.printable import require_printable


def add_item(
    draft: Draft,
    heading: str,
    *,
    library: Library,
    text: str = "",
    units: str = "",
    at: int | None = None,
    reason: str | None = None,
) -> Draft:
    """Put a newly written item at a position counted from 1, or behind the last. Raises OutOfRange, UnfitValue."""
    if not heading.strip():
        raise UnfitValue("新的一项要有标题。请给出标题，如 实施婴幼儿照护服务提升工程。")
    begun = steps.insert(draft, DraftItem(id=places.next_id(draft), reason=reason), at)
    number = at or len(begun.items)
    written = edit_item(
        begun, number, library=library, heading=heading, text=text.strip() or None, units=units.strip() or None
    )
    notes = (f"已新增第{number}项", *written.notes[1:], *begun.notes)
    return written.replaced(notes=notes)


def add_clause(draft: Draft, number: int, text: str, *, at: int | None = None, reason: str | None = None) -> Draft:
    """Put a newly written clause into the body of an item, at a position counted from 1, or behind its last.

    Several sentences become several clauses. Raises OutOfRange, UnfitValue.
    """
    added = tuple(rewritten((), text))
    if not added:
        raise UnfitValue("措施不能为空。请写出这条措施。")
    item = places.item_at(draft, number)
    carrier = item.replaced(clauses=added, entries=(), notes=())
    result = steps.clauses_into(draft, carrier, number, reason, at=at)
    require_printable(places.item_at(result, number), f"第{number}项")
    return result.replaced(notes=(f"第{number}项增加了{len(added)}条措施",))
