"""What a file that came back changes in the head and tail of the notice and in its attachments."""

import datetime
from typing import Any

from drafter.compare import pieces
from drafter.handover.absorb.changes import AttachmentStep, Change, ChangeKind
from drafter.model.notice import Attachment, Notice
from drafter.text import dates

_FIELDS = {
    "copy_number": "份号",
    "secrecy": "密级和保密期限",
    "urgency": "紧急程度",
    "doc_number": "文号",
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "list_title": "清单标题",
    "closing": "结尾",
    "contact_line": "联系方式",
    "signature": "署名",
    "date": "成文日期",
    "disclosure": "附注",
    "copies_to": "抄送",
    "imprint_organ": "印发机关",
    "imprint_date": "印发日期",
}
_ATTACHED = {"title": "名称", "printed_title": "标题", "paragraphs": "正文", "columns": "表头", "rows": "表格"}

Fields = dict[str, dict[str, Any]]


def head_changes(base: Notice, returned: Notice) -> tuple[list[Change], Fields]:
    """The fields that differ, and for each key the fields of the draft that taking it sets."""
    changes: list[Change] = []
    fields: Fields = {}
    for name, label in _FIELDS.items():
        old, new = getattr(base, name), getattr(returned, name)
        if old != new:
            changes.append(told(f"head:{name}", label, _text(old), _text(new)))
            fields[f"head:{name}"] = {name: new}
    return changes, fields


def told(key: str, place: str, old: str | None, new: str | None) -> Change:
    """A change of the head."""
    return Change(
        key=key, kind=ChangeKind.HEAD, place=place, what="改", old=old, new=new, pieces=pieces.of_lines(old, new)
    )


def attachment_changes(base: Notice, returned: Notice) -> tuple[list[Change], dict[str, AttachmentStep]]:
    """The attachments that differ; the rows of a progress table are made from the items and not compared here."""
    changes: list[Change] = []
    steps: dict[str, AttachmentStep] = {}
    titles = [one.title for one in base.attachments], [one.title for one in returned.attachments]
    pairs: list[tuple[int | None, int | None]] = [(at, at) for at in range(len(titles[0]))]
    if len(titles[0]) != len(titles[1]):
        pairs = pieces.line_pairs(*titles)
    for before, after in pairs:
        old = None if before is None else base.attachments[before]
        new = None if after is None else returned.attachments[after]
        place = f"附件{'' if len(pairs) == 1 else (after if after is not None else before or 0) + 1}"
        if old is None or new is None:
            key = f"attachment:{place}"
            changes.append(told(key, place, _whole(old), _whole(new)))
            steps[key] = AttachmentStep(at=before, fields={} if new is None else _fields(new))
            continue
        for name, label in _ATTACHED.items():
            first, second = _fields(old)[name], _fields(new)[name]
            if first != second:
                key = f"attachment:{place}:{name}"
                changes.append(told(key, f"{place}的{label}", _text(first), _text(second)))
                steps[key] = AttachmentStep(at=before, fields={name: second})
    return changes, steps


def _fields(one: Attachment) -> dict[str, Any]:
    """The fields of an attachment that a draft holds."""
    rows = () if one.is_progress_table else one.rows
    return {name: getattr(one, name) for name in _ATTACHED if name != "rows"} | {"rows": rows}


def _whole(one: Attachment | None) -> str | None:
    return None if one is None else "\n".join(filter(None, (_text(value) for value in _fields(one).values())))


def _text(value: Any) -> str | None:
    """A field as people read it; nothing for nothing."""
    if isinstance(value, tuple):
        return "\n".join("｜".join(one) if isinstance(one, tuple) else one for one in value) or None
    if isinstance(value, datetime.date):
        return dates.to_chinese(value)
    return str(value) if value else None
