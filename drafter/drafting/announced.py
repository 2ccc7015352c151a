"""Keeping the announced count (八件实事) true when items come and go."""

from typing import Any

from drafter.model.draft import Draft
from drafter.text import counts

_FIELDS = {"title": "标题", "list_title": "清单标题", "opening": "开头", "closing": "结尾"}


def recount(before: Draft, after: Draft) -> Draft:
    """Where the text announced the old number of items, let it announce the new one; each change is noted.

    A count that did not fit before is left alone and noted.
    """
    old, new = len(before.items), len(after.items)
    changes: dict[str, Any] = {}
    notes = list(after.notes)
    for field, place in _FIELDS.items():
        value = getattr(after, field)
        texts = value if isinstance(value, tuple) else (value or "",)
        replaced = tuple(counts.replace(text, old, new) for text in texts)
        for text in texts:
            notes += [f"{place}：{note}" for note in _notes(text, old, new)]
        if replaced != texts:
            changes[field] = replaced if isinstance(value, tuple) else replaced[0]
    return after.replaced(**changes, notes=tuple(notes))


def _notes(text: str, old: int, new: int) -> list[str]:
    """What becomes of each count that a text announces."""
    notes = []
    for count in counts.find(text, old):
        if count.number != old:
            notes.append(f"“{count.text}”与项数不符，没有改，请核对")
        elif old != new:
            notes.append(f"“{count.text}”已随项数改为“{counts.replace(count.text, old, new)}”")
    return notes
