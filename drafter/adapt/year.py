"""The year: what is the year of the list moves on, what is not stays and is told."""

import re

from drafter.adapt.edits import Edit, Moved, applied
from drafter.text import brackets

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d{2}年?\s*(?:[—～~–－-]|至|到|、)\s*(?:19|20)\d{2}(?=(?:学)?年)")
_OTHER_FORMS = (
    (re.compile(r"[一二][〇○零九](?:[〇○零一二三四五六七八九]){2}年"), "汉字年份，请核对"),
    (re.compile(r"(?<!\d)(?:19|20)\d{2}(?:学年|届|级| +年)"), "学年、届次或带空格的年份，请核对"),
    (re.compile(r"(?<![\d—～~-])\d{2}年(?=为|度|内|底|年底)"), "两位数的年份，请核对"),
    (
        re.compile(r"(?:[一二三四五六七八九十两]|(?<!\d)\d{1,2})年(?:一周期|一轮|一次|一评|行动|规划|计划)"),
        "周期，请核对",
    ),
    (re.compile(r"去年|上年|明年|今年|本年度|上一年"), "相对年份，请核对"),
)
_FULL_DATE = re.compile(r"年\d{1,2}月\d{1,2}日")
_PAST = re.compile(
    r"以来|(?:新?修订|修正|颁布|公布|出台|起施行)(?!.{0,8}(?:方案|措施|办法|意见|细则))|印发的|曾|荣获|获评|"
    r"已(?!经?.{0,16}(?:同意|研究|审定|批准|通过))"
)
_SINCE = re.compile(
    r"^年(?:\d{1,2}月)?(?:起|开始|始|以后|以前|之前)|^年(?:中央|国务院|省委|市委|区委|县委)?.{0,4}(?:一号)?文件"
)
_UNTIL = re.compile(r"(?:截至|截止|自|从|继|早在|始于)$")
_PARTS = "，；。：（）！？\n"


def move_year(text: str, old: int, new: int) -> Moved:
    """Move the year of the list from `old` to `new`; laws, past events, plan periods and other years stay."""
    found = edits(text, old, new)
    moved = applied(text, [edit for edit in found if edit.new is not None])
    # a year gives way to a year of the same length: every place stays where it was
    return moved.replaced(left=tuple(edit.replaced(at=edit.start) for edit in found if edit.new is None))


def edits(text: str, old: int, new: int) -> list[Edit]:
    """The years of a text in order: those that move on, and those that stay with the reason."""
    spans = list(_SPAN.finditer(text))
    found = [_left(one, "起止年份或规划期") for one in spans]
    found += [_left(one, reason) for form, reason in _OTHER_FORMS for one in form.finditer(text)]
    for one in _YEAR.finditer(text):
        if any(span.start() <= one.start() < span.end() for span in spans):
            continue
        reason = _reason_to_stay(text, one, old)
        if reason:
            found.append(Edit(text=f"{one[0]}年", start=one.start(), reason=reason))
        elif old != new:
            found.append(Edit(text=f"{one[0]}年", start=one.start(), new=f"{new}年", reason="清单年份"))
    return sorted(found, key=lambda edit: edit.start)


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
    if _SINCE.match(behind) or _UNTIL.search(text[: found.start()]):
        return "起止时间或文件，请核对"
    return "已发生的事或法规" if _PAST.search(_part_round(text, found.start())) else None


def _part_round(text: str, at: int) -> str:
    """The part of the sentence between the marks before and behind a year; 2026年， belongs to what follows."""
    start = max((text.rfind(mark, 0, at) for mark in _PARTS), default=-1) + 1
    behind = at + len("2026年，") if text.startswith("年，", at + len("2026")) else at
    ends = [end for mark in _PARTS if (end := text.find(mark, behind)) >= 0]
    return text[start : min(ends, default=len(text))]
