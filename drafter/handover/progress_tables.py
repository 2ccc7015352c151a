"""The progress table as files of its own: one for all units, and one for each unit with only its items."""

from drafter.errors import UnfitValue
from drafter.handover.batches import Batch, file_names, safe
from drafter.handover.responsibilities import Responsible, responsibilities
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Attachment
from drafter.render import Rendered, Templates, sheet
from drafter.text.finished import notice_of
from drafter.text.printable import require_printable
from drafter.text.title import break_title


def make(draft: Draft, library: Library, templates: Templates) -> Batch:
    """The progress tables of a draft; ordinals stay those of the whole list.

    Raises UnfitValue where the draft has no progress table or no items, or holds what cannot be printed.
    """
    table = _table_of(draft)
    found = responsibilities(draft, library)
    title = table.printed_title or table.title
    names = file_names([(title,), *((title, unit.name) for unit in found.units)])
    made = [_whole(table, templates)] + [_of_unit(table, unit, templates) for unit in found.units]
    return Batch(kind=safe(title), documents=dict(zip(names, made, strict=True)), notes=found.notes)


def _table_of(draft: Draft) -> Attachment:
    """The progress table with its rows, the first where there are several."""
    notice = notice_of(draft)
    require_printable(notice.items, "实事")
    tables = [one for one in notice.attachments if one.is_progress_table]
    if not tables:
        raise UnfitValue(
            "草稿没有进展情况表：附件里没有带“实事名称”一栏的表。请在草稿文件的附件里写上表名和各栏的名称，再重试。"
        )
    if not draft.items:
        told = "草稿里还没有实事，进展情况表没有内容。请先采用或新增实事，再重试。"
        raise UnfitValue(told, by_command="drafter take、drafter add")
    return tables[0]


def _whole(table: Attachment, templates: Templates) -> Rendered:
    return _sheet(table, table.rows, "", "", templates)


def _of_unit(table: Attachment, unit: Responsible, templates: Templates) -> Rendered:
    rows = tuple(table.rows[number - 1] for number in unit.numbers)
    return _sheet(table, rows, unit.name, _leading(unit), templates)


def _leading(unit: Responsible) -> str:
    """Who leads in the items of a unit, in one line."""
    led = "、".join(duty.place for duty in unit.duties if duty.is_lead)
    by_leads: dict[str, list[str]] = {}
    for duty in unit.duties:
        if not duty.is_lead:
            by_leads.setdefault("、".join(duty.leads), []).append(duty.place)
    parts = [f"{led}由本单位牵头"] if led else []
    parts += [f"{'、'.join(places)}由{leads}牵头" for leads, places in by_leads.items()]
    return f"注：{'；'.join(parts)}。"


def _sheet(
    table: Attachment, rows: tuple[tuple[str, ...], ...], unit: str, note: str, templates: Templates
) -> Rendered:
    title = table.printed_title or table.title
    values = {
        "title": "\n".join(break_title(title)),
        "unit": unit,
        "columns": list(table.columns),
        "rows": [list(row) for row in rows],
        "note": note,
    }
    return sheet("progress", values, templates, title=f"{title}（{unit}）" if unit else title)
