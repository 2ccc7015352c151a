"""The attachments behind the signature: label, title, table; and how they fit the 附件说明 and the items."""

from drafter.model.notice import Attachment, Item
from drafter.readers.blocks import Table
from drafter.readers.repair import Mended, mend
from drafter.readers.tail import is_attachment_label
from drafter.readers.telling import Telling


class RawAttachment:
    """An attachment in the making."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.title = ""
        self.columns: tuple[str, ...] = ()
        self.rows: tuple[tuple[str, ...], ...] = ()


def read_attachments(parts: list[Mended | Table], telling: Telling) -> list[RawAttachment]:
    """The attachments that the parts hold: each label opens one, lines before its table are its title."""
    found: list[RawAttachment] = []
    for part in parts:
        if isinstance(part, Table):
            current = found[-1] if found and not found[-1].columns else RawAttachment(part.where)
            if current not in found:
                found.append(current)
            current.columns, current.rows = _cells(part, telling)
        elif is_attachment_label(part.text):
            found.append(RawAttachment(part.where))
            telling.tell_repairs(part, {"layout-by-blanks": "attach-label"})
        elif found and not found[-1].columns:
            found[-1].title += part.text
            telling.tell_repairs(part, {"blank-in-text": "title-blank"})
        else:
            telling.tell("text-unplaced", part.where, part.printed, part.text)
    return found


def _cells(table: Table, telling: Telling) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    columns, *rows = table.rows
    mended = tuple(tuple(_cell(cell, table.where, telling) for cell in row) for row in rows)
    if any(len(row) != len(columns) for row in rows):
        telling.tell("table-rows", table.where)
    return tuple(_cell(cell, table.where, telling).replace("\n", "") for cell in columns), mended


def _cell(text: str, where: str, telling: Telling) -> str:
    lines = [mend(line, where) for line in text.split("\n")]
    for line in lines:
        telling.tell_repairs(line)
    return "\n".join(line.text for line in lines)


def fit_attachments(
    names: list[tuple[str, Mended]], found: list[RawAttachment], items: tuple[Item, ...], telling: Telling
) -> tuple[Attachment, ...]:
    """Announced names and attachments found, in order, as values; what does not fit is told."""
    attachments = []
    for position in range(max(len(names), len(found))):
        name, line = names[position] if position < len(names) else (None, None)
        raw = found[position] if position < len(found) else None
        if line is not None and (raw is None or not raw.columns):
            telling.tell("attach-missing", line.where, name)
        if raw is not None and line is None:
            telling.tell("attach-unannounced", raw.where, raw.title)
        printed = raw.title if raw else ""
        if name and printed and printed != name and raw:
            telling.tell("attach-note-vs-title", raw.where, printed, name)
        attachments.append(
            Attachment(
                title=name or printed,
                printed_title=printed if name and printed and printed != name else None,
                columns=raw.columns if raw else (),
                rows=raw.rows if raw else (),
            )
        )
    for attachment, raw in zip(attachments, found, strict=False):
        _check_rows(attachment, raw.where, items, telling)
    return tuple(attachments)


def _check_rows(attachment: Attachment, where: str, items: tuple[Item, ...], telling: Telling) -> None:
    """Doubts about a progress table: rows and names that are not those of the items."""
    if "实事名称" not in attachment.columns:
        return
    column = attachment.columns.index("实事名称")
    if len(attachment.rows) != len(items):
        telling.tell("table-rows", where, detail=f"表格{len(attachment.rows)}行，清单{len(items)}项")
        return
    for row, item in zip(attachment.rows, items, strict=True):
        if row[column].replace("\n", "") != (item.heading or ""):
            telling.tell("table-names", where, row[column], f"表格为“{row[column]}”，清单为“{item.heading}”")
