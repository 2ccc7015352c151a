"""Notices, drafts and problems as lines of text for the terminal."""

from collections.abc import Iterable

from drafter.drafting.confirmation import unconfirmed
from drafter.drafting.foreign import open_notes
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Entry, Head, Item, Notice
from drafter.model.results import Problem
from drafter.text import dates, numerals, targets


def notice_lines(notice: Notice) -> list[str]:
    """A notice in reading order, its targets named below each item."""
    lines = [*_head_lines(notice), ""]
    for number, item in enumerate(notice.items, start=1):
        lines += _item_lines(item, number)
    return [*lines, "", *_tail_lines(notice)]


def draft_lines(draft: Draft, name: str) -> list[str]:
    """A draft, each item with its id, origin, reason and unconfirmed figures."""
    lines = [f"草稿 {name}（底稿 {draft.source or '无'}）", *_head_lines(draft), ""]
    for number, item in enumerate(draft.items, start=1):
        lines += draft_item_lines(item, number)
    lines += ["", *_tail_lines(draft)]
    if draft.dropped:
        lines.append("已删去或并入别项：")
        lines += [
            f"  {number}. {one.text[:30]}（{_where_from(one.origin, one.reason)}）"
            for number, one in enumerate(draft.dropped, start=1)
        ]
    return lines


def draft_item_lines(item: DraftItem, number: int) -> list[str]:
    """An item of a draft with its id, origin, reason and unconfirmed figures."""
    lines = _item_lines(item, number)
    lines.append(f"    [{item.id}] {_where_from(item.origin, item.reason)}")
    for position, clause in enumerate(item.all_clauses, start=1):
        if clause.origin != f"{item.origin}.{position}":
            lines.append(f"    第{position}条来源：{clause.origin or '新拟'}")
    open_figures = unconfirmed(item)
    if open_figures:
        lines.append(f"    待确认：{'、'.join(open_figures)}")
    lines += [f"    待核对：{note}" for note in open_notes(item)]
    return lines


def _where_from(origin: str | None, reason: str | None) -> str:
    return f"来源：{origin or '新拟'}" + (f"　理由：{reason}" if reason else "")


def _head_lines(head: Head) -> list[str]:
    date = dates.to_chinese(head.date) if head.date else "（未填）"
    lines = [
        f"标题：{head.title}",
        f"文号：{head.doc_number or '（无）'}　日期：{date}　署名：{head.signature or '（无）'}　"
        f"形式：{'印发清单' if head.form == 'issue' else '直接通知'}",
        f"主送：{head.recipients or '（无）'}",
    ]
    if head.format:
        lines.append(f"格式：{'信函格式' if head.format == 'letter' else '文件格式'}")
    marks = (("份号", head.copy_number), ("密级", head.secrecy), ("紧急程度", head.urgency))
    lines += [f"{name}：{text}" for name, text in marks if text]
    lines += [f"开头：{text}" for text in head.opening]
    if head.list_title:
        lines.append(f"清单标题：{head.list_title}")
    return lines


def _tail_lines(head: Head) -> list[str]:
    lines = [f"结尾：{text}" for text in head.closing]
    if head.contact_line:
        lines.append(f"联系：{head.contact_line}")
    if head.disclosure:
        lines.append(f"附注：{head.disclosure}")
    for one in head.attachments:
        table = f"表格{len(one.columns)}栏{len(one.rows)}行" if one.columns else "没有表格"
        lines.append(f"附件：{one.title}（{table}）")
    if head.copies_to:
        lines.append(f"抄送：{'，'.join(head.copies_to)}")
    if head.imprint_organ or head.imprint_date:
        day = dates.to_chinese(head.imprint_date) if head.imprint_date else dates.blank(head.year)
        lines.append(f"印发：{head.imprint_organ or head.issuer}　{day}")
    return lines


def _item_lines(item: Item, number: int) -> list[str]:
    printed = numerals.print_ordinal(item.ordinal or numerals.to_chinese(number))
    lines = [f"#{number} {printed}{item.heading or '（无标题）'}"]
    lines += [f"    {number}.{at} {clause.text}" for at, clause in enumerate(item.clauses, start=1)]
    position = len(item.clauses)
    for entry in item.entries:
        lines.append(f"    {numerals.print_ordinal(entry.ordinal)}{_entry_text(entry)}")
        lines += [f"        {number}.{position + at} {one.text}" for at, one in enumerate(entry.clauses, start=1)]
        position += len(entry.clauses)
    figures = [target.text for clause in item.all_clauses for target in targets.find(clause.text)]
    lead = f"（牵头：{'、'.join(item.lead_units)}）" if item.lead_units else ""
    lines.append(f"    责任单位：{'、'.join(item.all_units) or '（无）'}{lead}")
    if item.deadline or item.leader:
        lines.append(f"    完成时限：{item.deadline or '—'}　责任领导：{item.leader or '—'}")
    lines.append(f"    主题：{'、'.join(item.themes) or '（无）'}　指标：{'、'.join(figures) or '（无）'}")
    return lines


def _entry_text(entry: Entry) -> str:
    heading = f"{entry.heading}。" if entry.heading else ""
    units = f"（责任单位：{'、'.join(entry.units)}）" if entry.units else ""
    return heading + units


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Problems by kind, each kind once with its places and the text as printed."""
    by_kind: dict[tuple[str, str], list[Problem]] = {}
    for one in problems:
        by_kind.setdefault((one.code, one.message), []).append(one)
    if not by_kind:
        return ["修正和存疑：没有"]
    lines = [f"修正和存疑（{sum(map(len, by_kind.values()))}处）："]
    for (code, message), found in by_kind.items():
        lines.append(f"  {message}［{code}］：{'、'.join(one.where for one in found)}")
        lines += [f"      原文：{_short(one.printed)}" for one in found if one.printed]
    return lines


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
