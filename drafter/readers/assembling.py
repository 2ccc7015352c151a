"""Putting a notice together from its head, its items and what stands round them."""

import re

from drafter.model.notice import Form, Item, Notice
from drafter.readers.head import HeadReading
from drafter.readers.preparing import Part
from drafter.readers.repair import Mended
from drafter.readers.tail import (
    Imprint,
    Surroundings,
    is_attachment_label,
    is_copies,
    is_ending,
    read_copies,
    read_imprint,
    tell_unplaced,
)
from drafter.readers.telling import Telling
from drafter.text import numerals

_Before = tuple[tuple[str, ...], str | None]


def take_imprint(
    lines: list[Mended], parts: list[Part], telling: Telling
) -> tuple[Imprint | None, list[Mended], list[Part]]:
    """The 印发 line of a 版记, behind the items or where the attachments end; lines and parts without it.

    What stands below it behind the items is told, but for what belongs to the notice wherever it stands.
    """
    for at in reversed(range(len(parts))):
        part = parts[at]
        found = read_imprint(part, telling) if isinstance(part, Mended) else None
        following = parts[at + 1] if at + 1 < len(parts) else None
        if found and (following is None or (isinstance(following, Mended) and is_attachment_label(following.text))):
            return found, lines, [*parts[:at], *parts[at + 1 :]]
    for at in reversed(range(len(lines))):
        found = read_imprint(lines[at], telling)
        if found:
            behind = [line for line in lines[at + 1 :] if is_copies(line.text) or is_ending(line.text)]
            tell_unplaced([line for line in lines[at + 1 :] if line not in behind], telling)
            return found, [*lines[:at], *behind], parts
    return None, lines, parts


def copies_of(before: list[Mended], behind: list[Mended], telling: Telling) -> tuple[str, ...]:
    """The organs of the last 抄送; an earlier one, and lines behind it, are told."""
    names: tuple[str, ...] = ()
    for lines in (behind, before):
        copies = read_copies(lines, telling)
        if copies and names:
            tell_unplaced(lines, telling)
        elif copies:
            names = copies.names
            tell_unplaced(lines[copies.taken :], telling)
    return names


def assemble(
    head: HeadReading, before: Surroundings, items: tuple[Item, ...], after: Surroundings, *, labelled: bool
) -> Notice:
    """The notice. A signature before the items, or a label 附件 above them, makes it the 印发 form."""
    form = Form.ISSUE if before.signature or before.disclosure or labelled else Form.DIRECT
    signed, other = (before, after) if before.signature or not after.dated else (after, before)
    if signed.dated and other.dated:
        day, line = other.dated
        after.telling.tell("text-unplaced", line.where, line.printed, day)
    opening, list_title = _opening_and_list_title(before, form)
    signature = _one_of("署名", before.signature, after.signature, after.telling)
    if not signature or not (signed.dated or other.dated):
        after.telling.tell("signature-missing", "文末")
    contact_lines = [line for line in (before.contact_line, after.contact_line) if line]
    return Notice(
        issuer=head.issuer or "",
        year=head.year or 0,
        copy_number=head.marks.copy_number,
        secrecy=head.marks.secrecy,
        urgency=head.marks.urgency,
        doc_number=head.doc_number,
        date=signed.date if signed.dated else other.date,
        form=form,
        format=head.format,
        title=head.title,
        recipients=head.recipients,
        opening=opening,
        list_title=list_title,
        items=items,
        closing=tuple(paragraph.text for paragraph in after.paragraphs),
        contact_line="\u3000".join(contact_lines) or None,
        signature=signature,
        disclosure=_one_of("附注", before.disclosure, after.disclosure, after.telling),
    )


def _is_title(text: str) -> bool:
    return not re.search(r"[。：；]$", text) and not numerals.split_ordinal(text)[0]


def _one_of(what: str, first: str | None, second: str | None, telling: Telling) -> str | None:
    """The one of two that is there; a second, other one is told."""
    if first and second and first != second:
        telling.tell("text-unplaced", f"文末{what}", second, second)
    return first or second


def _opening_and_list_title(before: Surroundings, form: Form) -> _Before:
    """In the 印发 form the list has a title: words without a stop, first behind the signature, else last of all.

    What stands between that title and the items is a preface, which goes to the opening and is told.
    """
    paragraphs = before.paragraphs
    if form is not Form.ISSUE:
        return tuple(paragraph.text for paragraph in paragraphs), None
    behind = range(before.signed_after or 0, len(paragraphs)) if before.signature else range(len(paragraphs))
    titles = [at for at in behind if _is_title(paragraphs[at].text)]
    if not titles:
        return tuple(paragraph.text for paragraph in paragraphs), None
    title = titles[0] if before.signature else titles[-1]
    for line in paragraphs[title].lines:
        if "blank-in-text" in line.codes:
            before.telling.rename("blank-in-text", "title-blank", line.where)
    for preface in paragraphs[title + 1 :]:
        before.telling.tell("list-preface", preface.where, preface.text)
    return tuple(one.text for at, one in enumerate(paragraphs) if at != title), paragraphs[title].text
