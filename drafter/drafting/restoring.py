"""Putting back what was taken out of a draft, as it was."""

from drafter.drafting import places, steps
from drafter.errors import OutOfRange, UnfitValue
from drafter.model.draft import Draft, DraftItem
from drafter.model.references import Reference


def restore(draft: Draft, number: int) -> Draft:
    """Put back what stands at a position, counted from 1, among what was taken out, with the words it had.

    An item comes to where its source had it, a clause behind the last of its item's body.
    Raises OutOfRange, UnfitValue.
    """
    if not 1 <= number <= len(draft.dropped):
        raise OutOfRange("草稿里删去的内容", number, len(draft.dropped))
    gone = draft.dropped[number - 1]
    if gone.into:
        told = "这一项的内容已并入别的一项，放回来就重复了。要分开，请撤销合并那一步。"
        raise UnfitValue(told, by_command="drafter undo")
    left = draft.replaced(dropped=(*draft.dropped[: number - 1], *draft.dropped[number:]))
    if gone.item:
        at = _place_of(gone.item, left)
        result = steps.insert(left, gone.item, at)
        return result.replaced(notes=(f"已放回第{at}项“{gone.item.heading or ''}”，文字和删去前一样", *result.notes))
    into = next((at for at, item in enumerate(left.items, start=1) if item.id == gone.id), None)
    if into is None or gone.clause is None:
        raise UnfitValue("这条措施所在的一项已经不在草稿里。请先放回那一项，再放回这条措施。")
    item = places.item_at(left, into)
    result = places.with_item(left, into, item.replaced(clauses=(*item.clauses, gone.clause)))
    return result.replaced(notes=(f"已放回第{into}项的措施“{gone.clause.text}”，排在末尾",))


def _place_of(item: DraftItem, draft: Draft) -> int:
    """Behind the item whose source stands nearest before its own; last where nothing tells."""
    own = Reference.of(item.origin)
    if own is None or own.item is None:
        return len(draft.items) + 1
    before = [
        (known.item, at)
        for at, one in enumerate(draft.items, start=1)
        if (known := Reference.of(one.origin)) and known.notice == own.notice and known.item and known.item < own.item
    ]
    return max(before)[1] + 1 if before else 1
