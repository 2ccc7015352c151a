"""The attachments behind the text: label, title, text, table; and how they fit the 附件说明 and the items."""

import re

from drafter.model.notice import Attachment, Item
from drafter.readers.blocks import Table
from drafter.readers.paragraphs import join_broken
from drafter.readers.repair import Mended, mend
from drafter.readers.tail import is_attachment_label
from drafter.readers.telling import Telling

_PAGE_NUMBER = re.compile(r"[-—－–]+\s*\d{1,3}\s*[-—－–]+")
_Names = list[tuple[str, Mended]]


class RawAttachment:
    """An attachment in the making: its lines above the table, the table, the lines below."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.lines: list[Mended] = []
        self.columns: tuple[str, ...] = ()
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.below: list[Mended] = []

    def title_length(self, names: list[str]) -> int:
        """How many of its first lines are its title: those that make up an announced name, else all above a table."""
        text = ""
        for count, line in enumerate(self.lines, start=1):
            text += line.text
            if text in names:
                return count
        return len(self.lines) if self.columns else min(1, len(self.lines))

    def title(self, names: list[str]) -> str:
        """Its title, lines joined."""
        return "".join(line.text for line in self.lines[: self.title_length(names)])


def read_attachments(parts: list[Mended | Table], telling: Telling) -> list[RawAttachment]:
    """The attachments that the parts hold: each label opens one, a table without label one of its own."""
    found: list[RawAttachment] = []
    for part in parts:
        if isinstance(part, Table):
            if not found or found[-1].columns:
                found.append(RawAttachment(part.where))
            found[-1].columns, found[-1].rows = _cells(part, telling)
        elif is_attachment_label(part.text):
            found.append(RawAttachment(part.where))
            telling.tell_repairs(part, {"layout-by-blanks": "attach-label"})
        elif not found:
            telling.tell("text-unplaced", part.where, part.printed, part.text)
        elif found[-1].columns:
            found[-1].below.append(part)
        else:
            found[-1].lines.append(part)
    return found


def _cells(table: Table, telling: Telling) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    columns, *rows = table.rows
    if any(len(row) != len(columns) for row in rows):
        telling.tell("table-rows", table.where)
    full = [(*row, *[""] * (len(columns) - len(row))) for row in rows]
    mended = tuple(tuple(_cell(cell, table.where, telling) for cell in row) for row in full)
    return tuple(_cell(cell, table.where, telling).replace("\n", "") for cell in columns), mended


def _cell(text: str, where: str, telling: Telling) -> str:
    numbers = [line for line in text.split("\n") if _PAGE_NUMBER.fullmatch(line.strip())]
    lines = [mend(line, where) for line in text.split("\n") if line not in numbers]
    for number in numbers:
        telling.tell("page-number", f"{where}的表格", number)
    for line in lines:
        telling.tell_repairs(line)
    return "\n".join(line.text for line in lines if line.text)


def fit_attachments(
    names: _Names, found: list[RawAttachment], items: tuple[Item, ...], telling: Telling
) -> tuple[Attachment, ...]:
    """Announced names and attachments found as values, matched by title, else in order; what does not fit is told."""
    announced = [name for name, _ in names]
    left = list(found)
    by_name: dict[int, RawAttachment] = {}
    for position, name in enumerate(announced):
        same = next((raw for raw in left if raw.title(announced) == name), None)
        if same:
            by_name[position] = same
            left.remove(same)
    for position in range(len(announced)):
        if position not in by_name and left:
            by_name[position] = left.pop(0)
    attachments = [
        _attachment(name, line, by_name.get(position), announced, telling)
        for position, (name, line) in enumerate(names)
    ]
    for raw in left:
        telling.tell("attach-unannounced", raw.where, raw.title(announced))
        attachments.append(_attachment(raw.title(announced), None, raw, announced, telling))
    raws = [*(by_name.get(position) for position in range(len(names))), *left]
    for found_one, attachment in zip(raws, attachments, strict=True):
        if found_one:
            _check_rows(attachment, found_one.where, items, telling)
    return tuple(attachments)


def _attachment(
    name: str, line: Mended | None, raw: RawAttachment | None, announced: list[str], telling: Telling
) -> Attachment:
    if raw is None:
        if line:
            telling.tell("attach-missing", line.where, name)
        return Attachment(title=name)
    printed = raw.title(announced)
    if printed and printed != name:
        telling.tell("attach-note-vs-title", raw.where, printed, name)
    count = raw.title_length(announced)
    for title_line in raw.lines[:count]:
        telling.tell_repairs(title_line, {"blank-in-text": "title-blank"})
    text = join_broken([*raw.lines[count:], *raw.below], telling)
    if line and not raw.columns and not text:
        telling.tell("attach-missing", line.where, name)
    return Attachment(
        title=name,
        printed_title=printed if printed and printed != name else None,
        paragraphs=tuple(paragraph.text for paragraph in text),
        columns=raw.columns,
        rows=raw.rows,
    )


def _check_rows(attachment: Attachment, where: str, items: tuple[Item, ...], telling: Telling) -> None:
    """Doubts about a progress table: rows and names that are not those of the items."""
    if not attachment.is_progress_table:
        return
    column = next(at for at, name in enumerate(attachment.columns) if "实事" in name)
    if len(attachment.rows) != len(items):
        telling.tell("table-rows", where, detail=f"表格{len(attachment.rows)}行，清单{len(items)}项")
        return
    for row, item in zip(attachment.rows, items, strict=True):
        if row[column].replace("\n", "") != (item.heading or ""):
            telling.tell("table-names", where, row[column], f"表格为“{row[column]}”，清单为“{item.heading}”")
