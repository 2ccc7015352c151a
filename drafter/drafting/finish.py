"""From the draft to the notice it makes: ordinals and the progress table are generated here."""

from drafter.drafting.confirmation import unconfirmed
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Attachment, Item, Notice
from drafter.text import numerals


def notice_of(draft: Draft) -> Notice:
    """The notice that a draft makes: items numbered 一、二、…, the table's rows from the items."""
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


def _with_rows(attachment: Attachment, draft: Draft) -> Attachment:
    rows = tuple(
        tuple(_cell(column, number, item, draft.unit_separator) for column in attachment.columns)
        for number, item in enumerate(draft.items, start=1)
    )
    return attachment.model_copy(update={"rows": rows})


def _cell(column: str, number: int, item: DraftItem, separator: str) -> str:
    """What a column of the table holds for an item; the columns that the units fill in stay empty."""
    if column == "序号":
        return str(number)
    if "名称" in column or column in ("实事", "项目", "事项"):
        return item.heading or ""
    if "单位" in column or "部门" in column:
        return separator.join(item.all_units)
    if "时限" in column or "完成时间" in column:
        return item.deadline or ""
    return ""


def missing(draft: Draft) -> list[str]:
    """What the final document still lacks, in the order of the document."""
    head = {
        "文号序号（edit --serial）": draft.doc_number and draft.doc_number.serial,
        "成文日期（edit --date）": draft.date,
        "主送机关（edit --recipients）": draft.recipients,
        "开头（edit --opening）": draft.opening,
        "实事（take）": draft.items,
    }
    found = [name for name, value in head.items() if not value]
    for number, item in enumerate(draft.items, start=1):
        if not item.heading:
            found.append(f"第{number}项的标题（edit --heading）")
        if not item.all_clauses:
            found.append(f"第{number}项的措施（edit --text）")
        if not item.all_units:
            found.append(f"第{number}项的责任单位（edit --units）")
    figures = sum(len(unconfirmed(item)) for item in draft.items)
    if figures:
        found.append(f"{figures}个指标未确认（edit --confirm）")
    return found
