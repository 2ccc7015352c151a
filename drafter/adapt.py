"""A past text made ours. The year: what is the year of the list moves on, what is not stays and is told."""

import re

from drafter.model.base import Value
from drafter.text import brackets

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d{2}年?\s*[—～~-]\s*(?:19|20)\d{2}(?=(?:学)?年)")
_CYCLE = re.compile(
    r"(?:[一二三四五六七八九十两\d]+年(?:一周期|一轮|一次|一评|行动|规划|计划))|(?:去年|上年|上一年|明年|今年|本年度)"
)
_FULL_DATE = re.compile(r"年\d{1,2}月\d{1,2}日")
_PAST = re.compile(
    r"以来|起施行|起实施|起执行|修订|修正|颁布|公布|出台|印发的|曾|荣获|获评|获得|已(?!经.{0,12}同意)|起$|起[，、]"
)


class Edit(Value):
    """One place of a text that was changed or left: the words there, what became of them, and why."""

    text: str
    start: int
    new: str | None = None
    reason: str


class Moved(Value):
    """A text after the year was moved: changed and left places, in order."""

    text: str
    changed: tuple[Edit, ...] = ()
    left: tuple[Edit, ...] = ()


def move_year(text: str, old: int, new: int) -> Moved:
    """Move the year of the list from `old` to `new`; laws, past events, plan periods and other years stay.

    `start` of each Edit counts in the text as it was.
    """
    spans = list(_SPAN.finditer(text))
    changed: list[Edit] = []
    left = [_left(found, "起止年份或规划期") for found in spans]
    left += [_left(found, "周期或相对年份，请核对") for found in _CYCLE.finditer(text)]
    for found in _YEAR.finditer(text):
        if any(span.start() <= found.start() < span.end() for span in spans):
            continue
        reason = _reason_to_stay(text, found, old)
        if reason:
            left.append(Edit(text=f"{found[0]}年", start=found.start(), reason=reason))
        elif old != new:
            changed.append(Edit(text=f"{found[0]}年", start=found.start(), new=f"{new}年", reason="清单年份"))
    moved = text
    for edit in reversed(changed):
        moved = moved[: edit.start] + (edit.new or "") + moved[edit.start + len(edit.text) :]
    left.sort(key=lambda edit: edit.start)
    return Moved(text=moved, changed=tuple(changed), left=tuple(left))


def _left(found: re.Match[str], reason: str) -> Edit:
    return Edit(text=found[0], start=found.start(), reason=reason)


def _reason_to_stay(text: str, found: re.Match[str], old: int) -> str | None:
    """Why a year is not the year of the list; None where it is."""
    if int(found[0]) != old:
        return "不是清单年份"
    behind = text[found.end() :]
    if _FULL_DATE.match(behind):
        return "具体日期"
    title = next((span for span in brackets.spans(text, "《") if span[0] <= found.start() < span[1]), None)
    if title:
        name = text[title[0] : title[1]]
        return None if "实事" in name else "法规或文件名称"
    part_start = max((text.rfind(mark, 0, found.start()) for mark in "，；。："), default=-1) + 1
    part = re.split(r"[，；。：]", text[part_start:], maxsplit=1)[0]
    if _PAST.search(part):
        return "已发生的事或法规"
    return None
