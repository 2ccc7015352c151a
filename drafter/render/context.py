"""What a template may print: every part of a notice as finished text. Templates place, they do not compute."""

import datetime
from typing import Any

from drafter.model.notice import Attachment, Entry, Head, Item, Notice
from drafter.render.layout import Layout
from drafter.text import dates, numerals, printed_item
from drafter.text.printable import require_printable
from drafter.text.title import break_title

Context = dict[str, Any]
_HEAD_LINES = 3


def of_notice(notice: Notice, layout: Layout, banner: str = "") -> Context:
    """The values of all placeholders. Raises UnfitValue where a text cannot be printed, naming the place.

    `banner` says what kind of copy this is; it stands where 紧急程度 would.
    """
    require_printable(notice)
    below = layout.first_page.recipients_below
    return {
        **_head(notice, banner),
        "mark": notice.issuer,
        "doc_number": str(notice.doc_number) if notice.doc_number else "",
        "title": "\n".join(break_title(notice.title)),
        "recipients": f"{notice.recipients}：" if notice.recipients and not below else "",
        "opening": list(notice.opening),
        "list_title": "\n".join(break_title(notice.list_title)) if notice.list_title else "",
        "items": [of_item(item) for item in notice.items],
        "closing": list(notice.closing),
        "contact_line": notice.contact_line or "",
        **_attachment_notes(notice.attachments),
        "above_attachment_note": [""] * layout.settings.lines_above_attachment_note,
        "room_for_seal": [""] * layout.first_page.room,
        "signature": notice.signature or "",
        "date": _date(notice, notice.date),
        "disclosure": f"（{notice.disclosure}）" if notice.disclosure else "",
        "attachments": _attachments(notice.attachments),
        "below_attachment_label": [""] * layout.settings.lines_below_attachment_label,
        "imprint_recipients": f"主送：{notice.recipients}。" if notice.recipients and below else "",
        "copies_to": f"抄送：{'，'.join(notice.copies_to)}。" if notice.copies_to else "",
        "imprint_organ": notice.imprint_organ or notice.issuer,
        "imprint_date": _date_or_blank(notice, notice.imprint_date) + "印发",
    }


def _head(notice: Notice, banner: str) -> Context:
    """份号, 密级 and 紧急程度 in lines, and what of them stands beside the number of a letter (spec H-02, L-06)."""
    words = [text for text in (notice.secrecy, notice.urgency, banner) if text]
    beside = "" if notice.copy_number or not words else words[0]
    return {
        "copy_number": notice.copy_number or "",
        "classification": words,
        "lines_kept_free": [""] * (_HEAD_LINES - bool(notice.copy_number) - len(words)),
        "beside_number": beside,
        "below_number": words[bool(beside) :],
    }


def _date_or_blank(notice: Notice, date: datetime.date | None) -> str:
    return dates.to_chinese(date) if date else dates.blank((notice.date or notice).year)


def _date(head: Head, date: datetime.date | None) -> str:
    """The date of signing; blank while it is not known; nothing where nobody signs."""
    if date:
        return dates.to_chinese(date)
    return dates.blank(head.year) if head.signature else ""


def of_item(item: Item) -> Context:
    """The texts of an item; its units stand in a line of their own behind sub-entries."""
    units = printed_item.units(item)
    text = item.body + ("" if item.entries else units)
    return {
        "ordinal": numerals.print_ordinal(item.ordinal),
        "heading": printed_item.heading(item.heading, text),
        "text": text,
        "entries": [_entry(entry) for entry in item.entries],
        "units_line": units if item.entries else "",
    }


def _entry(entry: Entry) -> Context:
    text = "".join(clause.text for clause in entry.clauses) + printed_item.units(entry)
    return {
        "ordinal": numerals.print_ordinal(entry.ordinal),
        "heading": printed_item.heading(entry.heading, text),
        "text": text,
    }


def _attachment_notes(attachments: tuple[Attachment, ...]) -> Context:
    """附件：name for one, 附件：1. name and so on for several (spec M-20, M-21)."""
    names = [attachment.title for attachment in attachments]
    if len(names) == 1:
        return {"attachment_note": f"附件：{names[0]}", "attachment_notes": []}
    numbered = [f"{number}. {name}" for number, name in enumerate(names, start=1)]
    return {"attachment_note": "", "attachment_notes": [f"附件：{numbered[0]}", *numbered[1:]] if numbered else []}


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
