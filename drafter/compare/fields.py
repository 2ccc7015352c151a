"""Fields of head, tail and items that differ, by their Chinese names."""

from collections.abc import Sequence

from drafter.model.comparison import FieldChange
from drafter.model.notice import Head, Item

_HEAD = {
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "list_title": "清单标题",
    "closing": "结尾",
    "contact_line": "联系方式",
    "signature": "署名",
    "disclosure": "附注",
    "copies_to": "抄送",
}
_ITEM = {"leader": "责任领导", "deadline": "完成时限"}


def head_changes(old: Head, new: Head) -> tuple[FieldChange, ...]:
    """The fields of head and tail that differ.

    文号 and date always do, and the year of the list moves every year: these make no difference.
    """
    pairs = [(label, _text(getattr(old, name)), _text(getattr(new, name))) for name, label in _HEAD.items()]
    pairs.append(("附件", _text([one.title for one in old.attachments]), _text([one.title for one in new.attachments])))
    return _differing([pair for pair in pairs if _without_year(pair[1], old) != _without_year(pair[2], new)])


def _without_year(text: str | None, head: Head) -> str | None:
    return None if text is None else text.replace(f"{head.year}年", "年")


def item_changes(olds: Sequence[Item], news: Sequence[Item]) -> tuple[FieldChange, ...]:
    """The fields of linked items that differ beside heading, clauses and units."""
    return _differing(
        [
            (label, _text([getattr(item, name) for item in olds]), _text([getattr(item, name) for item in news]))
            for name, label in _ITEM.items()
        ]
    )


def _differing(pairs: list[tuple[str, str | None, str | None]]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(field=label, old=old, new=new) for label, old, new in pairs if old != new)


def _text(value: str | Sequence[str | None] | None) -> str | None:
    """A field as one text; nothing for nothing."""
    if value is None or isinstance(value, str):
        return value
    return "\n".join(part for part in value if part) or None
