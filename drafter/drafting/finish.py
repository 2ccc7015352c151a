"""From the draft to the notice it makes: ordinals and the rows of the progress table are generated here."""

import re
from collections.abc import Iterator

from drafter.drafting.confirmation import unconfirmed
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Attachment, Item, Notice
from drafter.text import contacts, numerals

_PLACEHOLDER = re.compile(rf"[●○×]{{2,}}|[Xx]{{2,}}|{contacts.BLANK}")


def notice_of(draft: Draft) -> Notice:
    """The notice that a draft makes: items numbered 一、二、…, the progress table's rows from the items."""
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
    if not attachment.is_progress_table:
        return attachment
    rows = tuple(
        tuple(_cell(column, number, item, draft.unit_separator) for column in attachment.columns)
        for number, item in enumerate(draft.items, start=1)
    )
    return attachment.replaced(rows=rows)


def _cell(column: str, number: int, item: DraftItem, separator: str) -> str:
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


def missing(draft: Draft) -> list[str]:
    """What the final document still lacks, in the order of the document."""
    head = {
        "发文机关代字": draft.doc_number,
        "文号序号": draft.doc_number is None or draft.doc_number.serial,
        "成文日期": draft.date,
        "主送机关": draft.recipients,
        "开头": draft.opening,
        "实事": draft.items,
    }
    found = [name for name, value in head.items() if not value]
    for number, item in enumerate(draft.items, start=1):
        parts = {"标题": item.heading, "措施": item.all_clauses, "责任单位": item.all_units}
        found += [f"第{number}项的{name}" for name, value in parts.items() if not value]
    for place, text in _texts(draft):
        for mark in _PLACEHOLDER.finditer(text):
            found.append(f"{place}里待填的“{text[max(0, mark.start() - 6) : mark.end()]}”")
    figures = sum(len(unconfirmed(item)) for item in draft.items)
    if figures:
        found.append(f"{figures}个指标的确认")
    return found


def _texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """The texts of a draft in which something may be left to fill in, with their places."""
    yield "标题", draft.title
    yield from (("开头", text) for text in draft.opening)
    for number, item in enumerate(draft.items, start=1):
        yield from ((f"第{number}项", clause.text) for clause in item.all_clauses)
    yield from (("结尾", text) for text in draft.closing)
    yield "联系方式", draft.contact_line or ""
