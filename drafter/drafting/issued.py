"""The notice that was issued in the end, with the themes its draft had given to the items."""

from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.similarity import assigned

_SAME_ITEM = 0.5


def with_lineage(notice: Notice, draft: Draft) -> Notice:
    """The issued notice, each item with the themes and origin of the draft's item it is."""
    pairs = assigned(
        [(item.heading or "") + item.body for item in draft.items],
        [(item.heading or "") + item.body for item in notice.items],
        least=_SAME_ITEM,
    )
    by_new = {new: draft.items[old] for old, new, _ in pairs}
    items = tuple(
        item.replaced(themes=by_new[number].themes, origin=by_new[number].origin) if number in by_new else item
        for number, item in enumerate(notice.items)
    )
    return notice.replaced(items=items)
