"""Keeping the announced count (八件实事) true when items come and go."""

from drafter.model.draft import Draft
from drafter.text import counts

_FIELDS = {"title": "标题", "list_title": "清单标题", "opening": "开头", "closing": "结尾"}


def recount(before: Draft, after: Draft) -> Draft:
    """Where the text announced the old number of items, let it announce the new one; each change is noted.

    A count that did not fit before is left alone and noted.
    """
    old, new = len(before.items), len(after.items)
    changes: dict[str, object] = {}
    notes = list(after.notes)
    for field, place in _FIELDS.items():
        value = getattr(after, field)
        texts = value if isinstance(value, tuple) else (value or "",)
        replaced = tuple(counts.replace(text, old, new) for text in texts)
        for text in texts:
            for count in counts.find(text):
                if count.number == old and old != new:
                    notes.append(f"{place}：“{count.text}”已随项数改为{new}件")
                elif count.number != old:
                    notes.append(f"{place}：“{count.text}”与项数不符，没有改，请核对")
        if replaced != texts:
            changes[field] = replaced if isinstance(value, tuple) else replaced[0]
    return after.model_copy(update=changes | {"notes": tuple(notes)})
