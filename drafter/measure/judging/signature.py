"""Signature, date and 附注 (M-30…M-40)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as calendar

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind, Placed
from drafter.measure.rows import centred, emptied, empty_lines, holds, is_near, length, unjudged
from drafter.model.results import Element

_DATE = re.compile(r"(20\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_BLANK_DATE = re.compile(r"20\d{2}年([1-9]|1[0-2])?月日")  # S-05: a draft leaves the day, or month and day, blank
_NEAR_DATE = 0.6  # 字, spec 9.2
_NEAR_WITHOUT_SEAL = 0.3  # 字, spec 9.2
_LIKE_WITHOUT_SEAL = 1.0  # 字; a signature as near as this to M-31 is judged by it
_SEAL_LINES = (2, 3)  # M-37


def judge(found: Found) -> list[Element]:
    """The rows of the signature; one that says so where the document has no date."""
    dates = found.of(Kind.DATE)
    if not dates:
        return [unjudged("M-30", "署名和成文日期", "日期右空 4 字，署名在其上居中", "没有找到成文日期，无从量起")]
    date, organ = dates[0], found.of(Kind.ORGAN)
    rows = [_form(date)]
    if organ:
        rows += _with_seal(organ, date) if _has_seal_room(organ, date) else _without_seal(organ, date)
        rows += _room(found, organ, with_seal=_has_seal_room(organ, date))
    return [*rows, _not_alone(found, date), *_note(found, date)]


def _form(date: Placed) -> Element:
    text = date.line.solid
    whole = _DATE.fullmatch(text)
    ok = _is_day(whole) if whole else bool(_BLANK_DATE.fullmatch(text))
    return holds("M-33", "成文日期写法", "阿拉伯数字，不编虚位，如 2026年6月22日", text, ok=ok)


def _is_day(found: re.Match[str]) -> bool:
    try:
        calendar(*map(int, found.groups()))
    except ValueError:
        return False
    return True


def _right_gap(one: Placed) -> float:
    """How far a line ends from the right edge of the type area, in 字."""
    return (of.RIGHT - one.line.right) / of.CELL


def _has_seal_room(organ: Sequence[Placed], date: Placed) -> bool:
    """Whether a signature is meant as centred over the date (M-30), not as set off by two characters (M-31)."""
    if abs(organ[-1].line.centre - date.line.centre) <= of.NEAR:
        return True
    shifted = (date.line.left - organ[-1].line.left) / of.CELL
    ends = is_near(min(_right_gap(organ[-1]), _right_gap(date)), of.ORGAN_RIGHT, _LIKE_WITHOUT_SEAL)
    return not (ends and is_near(shifted, 2, _LIKE_WITHOUT_SEAL))


def _with_seal(organ: Sequence[Placed], date: Placed) -> Iterator[Element]:
    off = max((one.line.centre - date.line.centre for one in organ), key=abs)
    yield centred("M-30", "署名在日期上居中（盖章式）", off)
    gap = _right_gap(date)
    if _is_wide(organ, date):
        inside = max(one.line.right for one in organ) <= of.RIGHT + of.NEAR
        yield holds("M-30", "长署名不出版心", "在版心以内", f"日期右空 {gap:.1f} 字", ok=inside and gap >= 0)
    else:
        ok = is_near(gap, of.DATE_RIGHT, _NEAR_DATE)
        yield holds("M-30", "日期右空", f"{of.DATE_RIGHT}±{_NEAR_DATE} 字", f"{gap:.1f} 字", ok=ok)


def _is_wide(organ: Sequence[Placed], date: Placed) -> bool:
    """Whether the signature, centred over a date four characters from the edge, would leave the type area."""
    half = max(one.line.right - one.line.left for one in organ) / 2
    return half > of.DATE_RIGHT * of.CELL + (date.line.right - date.line.left) / 2


def _without_seal(organ: Sequence[Placed], date: Placed) -> Iterator[Element]:
    longer = date.line.right - date.line.left > organ[-1].line.right - organ[-1].line.left
    name, last = ("日期", date) if longer else ("署名", organ[-1])
    gap = _right_gap(last)
    ok = is_near(gap, of.ORGAN_RIGHT, _NEAR_WITHOUT_SEAL)
    yield holds(
        "M-31", f"{name}右空（不盖章式）", f"{of.ORGAN_RIGHT}±{_NEAR_WITHOUT_SEAL:g} 字", f"{gap:.1f} 字", ok=ok
    )
    shifted = (date.line.left - organ[-1].line.left) / of.CELL
    ok = is_near(shifted, 2, _NEAR_WITHOUT_SEAL)
    yield holds("M-31", "日期比署名右移（不盖章式）", f"2±{_NEAR_WITHOUT_SEAL:g} 字", f"{shifted:.1f} 字", ok=ok)


def _room(found: Found, organ: Sequence[Placed], *, with_seal: bool) -> Iterator[Element]:
    """M-37, M-31: the empty lines between text and signature."""
    at = found.flow.index(organ[0])
    before = found.flow[at - 1] if at else None
    if before is None or before.page != organ[0].page:
        return
    lines = empty_lines(before.line.ink.y1, organ[0].line.ink.y0)
    least, most = _SEAL_LINES if with_seal else (1, 1)
    rule, name = ("M-37", "正文与署名之间（留印章位置）") if with_seal else ("M-31", "正文与署名之间")
    expected = f"空 {least}—{most} 行" if with_seal else "空 1 行"
    ok = least - of.NEAR_LINE < lines < most + of.NEAR_LINE
    yield holds(rule, name, expected, f"空 {lines:.1f} 行", ok=ok)


def _not_alone(found: Found, date: Placed) -> Element:
    """M-38: text of the notice stands on the page that is signed."""
    end = found.flow.index(date)
    own = [one for one in found.flow[:end] if one.page == date.page and one.kind is Kind.BODY]
    got = f"{len(own)} 行" if own else "没有"
    return holds("M-38", "署名页有正文", "至少 1 行", got, ok=bool(own))


def _note(found: Found, date: Placed) -> Iterator[Element]:
    notes = found.of(Kind.NOTE)
    if not notes:
        return
    note = notes[0]
    if note.page != date.page:
        yield holds("M-40", "附注在日期下一行", "紧接日期", "在下一页", ok=False)
        return
    yield emptied("M-40", "附注在日期下一行", 0, empty_lines(date.line.ink.y1, note.line.ink.y0))
    yield length("M-40", "附注左空 2 字", of.LEFT + 2 * of.CELL, note.line.left, of.NEAR_INDENT)
    wrapped = note.line.solid.startswith("（") and note.line.solid.endswith("）")
    yield holds("M-40", "附注用圆括号", "全角圆括号", note.line.solid, ok=wrapped)
