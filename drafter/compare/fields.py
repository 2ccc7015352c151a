"""Fields of head, tail and items that differ, by their Chinese names."""

import datetime
from collections.abc import Sequence

from drafter.compare import pieces
from drafter.compare.tokens import NONE, Words
from drafter.model.comparison import FieldChange
from drafter.model.notice import Head, Item
from drafter.text import dates

_Changes = tuple[FieldChange, ...]

_HEAD = {
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "list_title": "清单标题",
    "closing": "结尾",
    "contact_line": "联系方式",
    "signature": "署名",
    "disclosure": "附注",
    "attachments": "附件",
    "copies_to": "抄送",
    "imprint_organ": "印发机关",
}
_EACH_TIME = {"doc_number": "文号", "date": "成文日期", "imprint_date": "印发日期"}
_ITEM = {"leader": "责任领导", "deadline": "完成时限"}


def head_changes(old: Head, new: Head, names: Words = NONE) -> tuple[_Changes, _Changes]:
    """The fields of head and tail that differ: those in which more than the year moved, and those of every year.

    文号 and dates differ as a matter of course, and so does a text in which only the year of the list moved.
    """
    changes = [_change(key, label, _of(old, key), _of(new, key), names) for key, label in _HEAD.items()]
    changes = [change for change in changes if change.old != change.new]
    moved = [change for change in changes if _without_year(change.old, old) == _without_year(change.new, new)]
    each_time = [
        _change(key, label, _printed(getattr(old, key)), _printed(getattr(new, key)), names)
        for key, label in _EACH_TIME.items()
    ]
    yearly = (*moved, *(change for change in each_time if change.old != change.new))
    return tuple(change for change in changes if change not in moved), yearly


def item_changes(olds: Sequence[Item], news: Sequence[Item], names: Words = NONE) -> tuple[FieldChange, ...]:
    """The fields of linked items that differ beside heading, clauses and units."""
    changes = [
        _change(
            key, label, _text([getattr(one, key) for one in olds]), _text([getattr(one, key) for one in news]), names
        )
        for key, label in _ITEM.items()
    ]
    return tuple(change for change in changes if change.old != change.new)


def _without_year(text: str | None, head: Head) -> str | None:
    return None if text is None else text.replace(f"{head.year}年", "年")


def _change(key: str, label: str, old: str | None, new: str | None, names: Words) -> FieldChange:
    made = pieces.of_lines(old, new, names) if old != new else ()
    return FieldChange(field=label, key=key, old=old, new=new, pieces=made)


def _of(head: Head, key: str) -> str | None:
    if key == "attachments":
        return _text([one.title for one in head.attachments])
    if key == "copies_to":
        return "，".join(head.copies_to) or None
    return _text(getattr(head, key))


def _printed(value: object) -> str | None:
    """文号 or a date as it is printed."""
    if value is None:
        return None
    return dates.to_chinese(value) if isinstance(value, datetime.date) else str(value)


def _text(value: str | Sequence[str | None] | None) -> str | None:
    """A field as one text; nothing for nothing."""
    if value is None or isinstance(value, str):
        return value
    return "\n".join(part for part in value if part) or None
