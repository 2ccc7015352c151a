"""What a draft still lacks before it can be the final document."""

import re
from collections.abc import Iterator

from drafter.drafting.confirmation import unconfirmed
from drafter.model.draft import Draft
from drafter.model.notice import Format
from drafter.text import contacts

_PLACEHOLDER = re.compile(rf"[●○×]{{2,}}|[Xx]{{2,}}|{contacts.BLANK}")


def missing(draft: Draft) -> list[str]:
    """What the final document still lacks, in the order of the document."""
    head: dict[str, object] = {
        "发文机关代字": draft.doc_number,
        "文号序号": draft.doc_number is None or draft.doc_number.serial,
        "成文日期": draft.date,
        "主送机关": draft.recipients,
        "开头": draft.opening,
        "实事": draft.items,
    }
    if draft.format is Format.FILE:
        head["印发日期"] = draft.imprint_date
    found = [name for name, value in head.items() if not value]
    for number, item in enumerate(draft.items, start=1):
        parts = {"标题": item.heading, "措施": item.all_clauses, "责任单位": item.all_units}
        found += [f"第{number}项的{name}" for name, value in parts.items() if not value]
    for place, text in _texts(draft):
        for mark in _PLACEHOLDER.finditer(text):
            found.append(f"{place}里待填的“{text[max(0, mark.start() - 6) : mark.end()]}”")
    found += _contradictions(draft)
    figures = sum(len(unconfirmed(item)) for item in draft.items)
    if figures:
        found.append(f"{figures}个指标的确认")
    return found


def _contradictions(draft: Draft) -> Iterator[str]:
    """Fields of the head that cannot both be right (spec B-08, S-08)."""
    if draft.secrecy and "公开" in (draft.disclosure or ""):
        yield f"密级“{draft.secrecy}”与附注“{draft.disclosure}”的取舍"
    if draft.date and draft.imprint_date and draft.imprint_date < draft.date:
        yield "不早于成文日期的印发日期"


def _texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """The texts of a draft in which something may be left to fill in, with their places."""
    yield "标题", draft.title
    yield from (("开头", text) for text in draft.opening)
    for number, item in enumerate(draft.items, start=1):
        yield from ((f"第{number}项", clause.text) for clause in item.all_clauses)
    yield from (("结尾", text) for text in draft.closing)
    yield "联系方式", draft.contact_line or ""
