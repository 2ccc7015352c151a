"""A draft as the notice it makes: ordinals and the rows of the progress table are generated here."""

from typing import TYPE_CHECKING

from drafter.model.notice import Attachment, Item, Notice
from drafter.text import numerals

if TYPE_CHECKING:
    from drafter.model.draft import Draft, DraftItem


def notice_of(draft: "Draft | Notice") -> Notice:
    """The notice that a draft makes: items numbered 一、二、…, the progress table's rows from the items.

    A notice is its own.
    """
    if isinstance(draft, Notice):
        return draft
    items = tuple(
        Item.model_validate(
            {name: getattr(item, name) for name in Item.model_fields}
            | {
                "ordinal": numerals.to_chinese(number),
                "clauses": [clause.text for clause in item.clauses],
                "entries": [
                    entry.model_dump() | {"clauses": [clause.text for clause in entry.clauses]}
                    for entry in item.entries
                ],
            }
        )
        for number, item in enumerate(draft.items, start=1)
    )
    head = {name: getattr(draft, name) for name in Notice.model_fields if name != "items"}
    attachments = tuple(_with_rows(one, draft) for one in draft.attachments)
    return Notice.model_validate(head | {"items": items, "attachments": attachments})


def _with_rows(attachment: Attachment, draft: "Draft") -> Attachment:
    if not attachment.is_progress_table:
        return attachment
    rows = tuple(
        tuple(_cell(column, number, item, draft.unit_separator) for column in attachment.columns)
        for number, item in enumerate(draft.items, start=1)
    )
    return attachment.replaced(rows=rows)


def _cell(column: str, number: int, item: "DraftItem", separator: str) -> str:
    """What a column of the table holds for an item; the columns that the units fill in stay empty."""
    if column == "序号":
        return str(number)
    if "实事" in column:
        return item.heading or ""
    if "单位" in column or "部门" in column:
        return separator.join(item.all_units)
    if "时限" in column or "完成时间" in column:
        return item.deadline or ""
    return ""
