"""Changing fields of a draft: of the head, of an item, of one clause."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from drafter import similarity
from drafter.drafting import places
from drafter.drafting.confirmation import confirmed_clause, succeeded_by
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.model.notice import DocNumber
from drafter.text import brackets, clauses, contacts, dates, organs
from drafter.text.printable import require_printable

_STOPS = ("。", "；", "！", "？", "。”", "！”", "？”", "。）")
_LIKE_ENOUGH = 0.45


def edit_head(
    draft: Draft,
    *,
    serial: str | None = None,
    date: str | None = None,
    title: str | None = None,
    recipients: str | None = None,
    opening: Sequence[str] | None = None,
    closing: Sequence[str] | None = None,
    contact_line: str | None = None,
    disclosure: str | None = None,
    copies_to: str | None = None,
    agency_code: str | None = None,
) -> Draft:
    """Set fields of the head; None leaves a field, an empty text blanks it. Raises UnfitValue."""
    changes: dict[str, Any] = {}
    if serial is not None or agency_code:
        changes["doc_number"] = _doc_number(draft, serial, agency_code)
    if date is not None:
        changes["date"] = _date(date)
    if title is not None:
        changes["title"] = _required(title, "标题")
    if contact_line is not None:
        changes |= _contacts(draft, contact_line.strip())
    texts = {
        "recipients": recipients and recipients.strip().rstrip("：:"),
        "disclosure": disclosure and disclosure.strip().strip("（）()"),
    }
    given = {"recipients": recipients, "disclosure": disclosure}
    changes |= {name: texts[name] or None for name, value in given.items() if value is not None}
    paragraphs = {"opening": opening, "closing": closing}
    changes |= {name: _paragraphs(value) for name, value in paragraphs.items() if value is not None}
    if copies_to is not None:
        changes["copies_to"] = _names(copies_to)
    notes = [f"已改：{_NAMES[name]}" for name in changes]
    if changes.get("date") and changes["date"].year != draft.year:
        notes.append(f"注意：成文日期不在{draft.year}年，请核对")
    result = draft.replaced(**changes, notes=tuple(notes))
    require_printable(result)
    return result


_NAMES = {
    "doc_number": "文号",
    "date": "成文日期",
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "closing": "结尾",
    "contact_line": "联系方式",
    "disclosure": "附注",
    "copies_to": "抄送",
}


def _names(copies_to: str) -> tuple[str, ...]:
    """The organs of a 抄送 line."""
    plain = copies_to.strip().removeprefix("抄送：").rstrip("。").replace(",", "，")
    return tuple(name for name in plain.split("，") if name)


def _doc_number(draft: Draft, serial: str | None, agency_code: str | None) -> DocNumber:
    code = agency_code or (draft.doc_number.agency_code if draft.doc_number else None)
    if not code:
        raise UnfitValue(f"登记表中没有{draft.place}的发文机关代字。请用 --agency-code 给出，如 博政办字。")
    plain = (serial or "").strip().removeprefix("第").removesuffix("号")
    if plain and not re.fullmatch(r"[1-9][0-9]{0,3}", plain):
        raise UnfitValue(f"文号序号“{serial}”应为1到9999的数字，不带0开头，如 9。")
    number = int(plain) if plain else None
    if serial is None and draft.doc_number:
        number = draft.doc_number.serial
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,10}", code):
        raise UnfitValue(f"发文机关代字“{code}”应为2到10个汉字，不带年份和括号，如 博政办字。")
    return DocNumber(agency_code=code, year=draft.year, serial=number)


def _date(text: str) -> datetime.date | None:
    if not text.strip():
        return None
    try:
        return dates.parse(text)
    except ValueError as error:
        raise UnfitValue(f"成文日期“{text}”不对：日期应如 2026年6月22日 或 2026-06-22，且日历上有这一天。") from error


def _required(text: str, name: str) -> str:
    plain = "".join(text.split())
    if not plain:
        raise UnfitValue(f"{name}不能为空。")
    return plain


def _paragraphs(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())


def _contacts(draft: Draft, text: str) -> dict[str, Any]:
    """Contacts that stand in brackets in the closing are changed there, else the contact line is set."""
    if draft.contact_line is None:
        for number, paragraph in enumerate(draft.closing):
            span = contacts.span_in_brackets(paragraph)
            if span:
                closing = list(draft.closing)
                inside = f"（{brackets.without_outer(text)}）" if text else ""
                closing[number] = paragraph[: span[0] - 1] + inside + paragraph[span[1] + 1 :]
                return {"closing": tuple(closing)}
    return {"contact_line": text or None}


def edit_item(
    draft: Draft,
    number: int,
    *,
    library: Library,
    heading: str | None = None,
    text: str | None = None,
    units: str | None = None,
    lead: str | None = None,
    leader: str | None = None,
    deadline: str | None = None,
    themes: Sequence[str] | None = None,
    reason: str | None = None,
) -> Draft:
    """Set fields of an item; None leaves a field, an empty text blanks it. Raises OutOfRange, UnfitValue."""
    item = places.item_at(draft, number)
    changes: dict[str, Any] = {}
    if heading is not None:
        changes["heading"] = heading.strip().rstrip("。") or None
    if text is not None:
        changes["clauses"] = tuple(rewritten(item.clauses, text))
    if units is not None:
        named = tuple(organs.split_units(units))
        changes |= {"units": named, "units_as_printed": None, "lead_units": _leads_left(item, named)}
    if lead is not None:
        changes |= _lead(changes.get("units", item.units), lead)
    if leader is not None:
        changes |= {"leader": leader.strip() or None, "units_as_printed": None}
    if deadline is not None:
        changes |= {"deadline": deadline.strip() or None, "units_as_printed": None}
    if themes is not None:
        changes["themes"] = tuple(library.themes.require(name).name for name in themes if name.strip())
    if reason is not None:
        changes["reason"] = reason.strip() or None
    changed = item.replaced(**changes)
    require_printable(changed, f"第{number}项")
    notes = [
        f"第{number}项已改",
        *_reprinted(item, changed, number),
        *_unended(changed.clauses if text is not None else (), number),
    ]
    unknown = [unit for unit in changes.get("units", ()) if library.units.find(unit) is None]
    if unknown:
        notes.append(f"责任单位登记表中没有：{'、'.join(unknown)}，请核对名称")
    return places.with_item(draft, number, changed).replaced(notes=tuple(notes))


def _reprinted(old: DraftItem, new: DraftItem, number: int) -> list[str]:
    """A note where the printed form of the unit clause had labels of its own that the plain form has not."""
    if not old.units_as_printed or new.units_as_printed:
        return []
    return [f"第{number}项的责任单位原写作“{old.units_as_printed}”，现改为统一写法，请核对"]


def _unended(clauses: Sequence[DraftClause], number: int) -> list[str]:
    """A note for each clause without a stop at its end: printed, it runs into the next one."""
    return [
        f"第{number}项的“{clause.text[-10:]}”末尾没有句号，印出来会与下一句连在一起，请核对"
        for clause in clauses
        if not clause.text.endswith(_STOPS)
    ]


def _leads_left(item: DraftItem, units: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(unit for unit in item.lead_units or () if unit in units) or None


def _lead(units: tuple[str, ...], lead: str) -> dict[str, Any]:
    """The named leads come first among the units."""
    leads = tuple(organs.split_units(lead))
    others = tuple(unit for unit in units if unit not in leads)
    return {"lead_units": leads or None, "units": leads + others, "units_as_printed": None}


def edit_clause(draft: Draft, number: int, clause: int, text: str, *, reason: str | None = None) -> Draft:
    """Replace one clause; several sentences become several clauses of the same origin."""
    item = places.item_at(draft, number)
    old = places.clause_at(draft, number, clause)
    sentences = clauses.split(_one_line(text))
    if not sentences:
        raise UnfitValue("措施不能为空。要删去它请用 drafter drop。")
    new = succeeded_by(old, sentences)
    changed = places.with_clause(item, clause, new)
    if reason is not None:
        changed = changed.replaced(reason=reason.strip() or None)
    require_printable(changed, f"第{number}项")
    notes = (f"第{number}项第{clause}条措施已改", *_unended(new, number))
    return places.with_item(draft, number, changed).replaced(notes=notes)


def confirm(draft: Draft, number: int, clause: int | None = None) -> Draft:
    """Mark the figures of an item, or of one of its clauses, as confirmed."""
    item = places.item_at(draft, number)
    chosen = range(1, len(item.all_clauses) + 1) if clause is None else (clause,)
    count = 0
    for position in chosen:
        changed = confirmed_clause(places.clause_at(draft, number, position))
        count += len(changed.confirmed)
        item = places.with_clause(item, position, [changed])
    result = places.with_item(draft, number, item)
    return result.replaced(notes=(f"第{number}项已确认{count}个指标",))


def rewritten(old: Sequence[DraftClause], text: str) -> list[DraftClause]:
    """The clauses of a new body; each keeps the origin and confirmations of the old clause it is like."""
    sentences = clauses.split(_one_line(text))
    left = list(old)
    origins: dict[int, DraftClause] = {}
    for position, sentence in enumerate(sentences):
        same = next((one for one in left if one.text == sentence), None)
        if same:
            origins[position] = same
            left.remove(same)
    open_ = [position for position in range(len(sentences)) if position not in origins]
    likes = similarity.assigned([one.text for one in left], [sentences[p] for p in open_], least=_LIKE_ENOUGH)
    for before, after, _ in likes:
        origins[open_[after]] = left[before]
    return [_like(origins.get(position), sentence) for position, sentence in enumerate(sentences)]


def _like(old: DraftClause | None, sentence: str) -> DraftClause:
    if old is None:
        return DraftClause(text=sentence)
    return succeeded_by(old, [sentence])[0]


def _one_line(text: str) -> str:
    """Typed text as one paragraph: line ends and the blanks beside them are layout."""
    return "".join(line.strip() for line in text.splitlines())
