"""Changing the head of a draft: everything but its items."""

import datetime
import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from drafter.drafting import field_names
from drafter.errors import UnfitValue
from drafter.model.draft import Draft
from drafter.model.notice import DocNumber, Format
from drafter.text import brackets, contacts, dates
from drafter.text.printable import require_printable

_SECRECY = r"(?:绝密|机密|秘密)(?:★(?:\d{1,2}(?:年|个月|日|天)|长期))?"


def edit_head(
    draft: Draft,
    *,
    serial: str | None = None,
    agency_code: str | None = None,
    contact_line: str | None = None,
    **given: str | Sequence[str] | None,
) -> Draft:
    """Set fields of the head, by their names; None leaves a field, an empty text blanks it. Raises UnfitValue.

    opening and closing are sequences of paragraphs, every other field is one text.
    """
    changes: dict[str, Any] = {}
    if serial is not None or agency_code:
        changes["doc_number"] = _doc_number(draft, serial, agency_code)
    if contact_line is not None:
        changes |= _contacts(draft, contact_line.strip())
    changes |= {name: _READ[name](value) for name, value in given.items() if value is not None}
    notes = [f"已改：{field_names.NAMES[name]}" for name in changes]
    if changes.get("date") and changes["date"].year != draft.year:
        notes.append(f"注意：成文日期不在{draft.year}年，请核对")
    result = draft.replaced(**changes, notes=tuple(notes))
    require_printable(result)
    return result


def _doc_number(draft: Draft, serial: str | None, agency_code: str | None) -> DocNumber:
    code = agency_code or (draft.doc_number.agency_code if draft.doc_number else None)
    if not code:
        raise UnfitValue(f"登记表中没有{draft.place}的发文机关代字。请给出，如 博政办字。", by_command="--agency-code")
    plain = (serial or "").strip().removeprefix("第").removesuffix("号")
    if plain and not re.fullmatch(r"[1-9][0-9]{0,3}", plain):
        raise UnfitValue(f"文号序号“{serial}”应为1到9999的数字，不带0开头，如 9。")
    number = int(plain) if plain else None
    if serial is None and draft.doc_number:
        number = draft.doc_number.serial
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,10}", code):
        raise UnfitValue(f"发文机关代字“{code}”应为2到10个汉字，不带年份和括号，如 博政办字。")
    return DocNumber(agency_code=code, year=draft.year, serial=number)


def _date(text: str, name: str) -> datetime.date | None:
    if not text.strip():
        return None
    try:
        return dates.parse(text)
    except ValueError as error:
        raise UnfitValue(f"{name}“{text}”不对：日期应如 2026年6月22日 或 2026-06-22，且日历上有这一天。") from error


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


def _names(copies_to: str) -> tuple[str, ...]:
    """The organs of a 抄送 line."""
    plain = copies_to.strip().removeprefix("抄送：").rstrip("。").replace(",", "，")
    return tuple(name for name in plain.split("，") if name)


def _plain(text: str) -> str | None:
    return text.strip() or None


def _of_form(text: str, form: str, wanted: str) -> str | None:
    plain = text.strip()
    if plain and not re.fullmatch(form, plain):
        raise UnfitValue(f"“{plain}”不对：应为{wanted}。")
    return plain or None


def _format(text: str) -> Format | None:
    try:
        return Format(text) if text else None
    except ValueError as error:
        raise UnfitValue(f"格式“{text}”应为 letter（信函格式）或 file（文件格式）。") from error


_READ: dict[str, Callable[[Any], Any]] = {
    "date": functools.partial(_date, name="成文日期"),
    "title": functools.partial(_required, name="标题"),
    "recipients": lambda text: text.strip().rstrip("：:") or None,
    "opening": _paragraphs,
    "closing": _paragraphs,
    "disclosure": lambda text: text.strip().strip("（）()") or None,
    "copies_to": _names,
    "copy_number": functools.partial(_of_form, form=r"\d{6}", wanted="6位数字，如 000012"),
    "secrecy": functools.partial(_of_form, form=_SECRECY, wanted="如 秘密 或 机密★1年"),
    "urgency": functools.partial(_of_form, form="特急|加急", wanted="特急 或 加急"),
    "imprint_organ": _plain,
    "imprint_date": functools.partial(_date, name="印发日期"),
    "format": _format,
}
HEAD_FIELDS = frozenset(_READ) | {"serial", "agency_code", "contact_line"}
