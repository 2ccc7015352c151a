"""What a template may print: every part of a notice as finished text. Templates place, they do not compute."""

import datetime
from typing import Any

from drafter.model.notice import Attachment, Entry, Head, Item, Notice
from drafter.text import dates, numerals, unit_clause
from drafter.text.printable import require_printable
from drafter.text.title import break_title

Context = dict[str, Any]


def of_notice(notice: Notice, banner: str = "") -> Context:
    """The values of all placeholders. Raises UnfitValue where a text cannot be printed, naming the place.

    `banner` is a line above the first page that says what kind of copy this is.
    """
    require_printable(notice)
    return {
        "banner": banner,
        "mark": notice.issuer,
        "doc_number": str(notice.doc_number) if notice.doc_number else "",
        "title": "\n".join(break_title(notice.title)),
        "recipients": f"{notice.recipients}：" if notice.recipients else "",
        "opening": list(notice.opening),
        "list_title": "\n".join(break_title(notice.list_title)) if notice.list_title else "",
        "items": [_item(item) for item in notice.items],
        "closing": list(notice.closing),
        "contact_line": notice.contact_line or "",
        "attachment_notes": _attachment_notes(notice.attachments),
        "signature": notice.signature or "",
        "date": _date(notice, notice.date),
        "disclosure": f"（{notice.disclosure}）" if notice.disclosure else "",
        "attachments": _attachments(notice.attachments),
        "copies_to": f"抄送：{'，'.join(notice.copies_to)}。" if notice.copies_to else "",
    }


def _date(head: Head, date: datetime.date | None) -> str:
    """The date of signing; blank while it is not known; nothing where nobody signs."""
    if date:
        return dates.to_chinese(date)
    return dates.blank(head.year) if head.signature else ""


def _item(item: Item) -> Context:
    inside = item.units_as_printed or unit_clause.print_inside(item.units, item.lead_units, item.leader, item.deadline)
    units = unit_clause.print_clause(inside)
    return {
        "ordinal": numerals.print_ordinal(item.ordinal),
        "heading": f"{item.heading}。" if item.heading else "",
        "text": item.body + ("" if item.entries else units),
        "entries": [_entry(entry) for entry in item.entries],
        "units_line": units if item.entries else "",
    }


def _entry(entry: Entry) -> Context:
    inside = entry.units_as_printed or unit_clause.print_inside(
        entry.units, entry.lead_units, entry.leader, entry.deadline
    )
    return {
        "ordinal": numerals.print_ordinal(entry.ordinal),
        "heading": f"{entry.heading}。" if entry.heading else "",
        "text": "".join(clause.text for clause in entry.clauses) + unit_clause.print_clause(inside),
    }


def _attachment_notes(attachments: tuple[Attachment, ...]) -> list[str]:
    """附件：name for one, 附件：1. name and so on for several (spec M-20, M-21)."""
    if len(attachments) == 1:
        return [f"附件：{attachments[0].title}"]
    return [
        ("附件：" if number == 1 else "") + f"{number}. {attachment.title}"
        for number, attachment in enumerate(attachments, start=1)
    ]


def _attachments(attachments: tuple[Attachment, ...]) -> list[Context]:
    several = len(attachments) > 1
    return [
        {
            "label": f"附件{number}" if several else "附件",
            "title": "\n".join(break_title(attachment.printed_title or attachment.title)),
            "paragraphs": list(attachment.paragraphs),
            "columns": list(attachment.columns),
            "rows": [list(row) for row in attachment.rows],
        }
        for number, attachment in enumerate(attachments, start=1)
        if attachment.columns or attachment.paragraphs
    ]
