"""成文日期 beside the calendar, the 版记 and what the items promise."""

import datetime
import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, COPIES, ITEM, SIGNATURE
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, USUAL, WARNING, Need, rule
from drafter.text.dates import to_chinese

_WEEKDAYS = "一二三四五六日"
_THIS_YEAR = re.compile(r"年内|年底前|全年|每季度|每月")


def _date(notice: Context) -> tuple[int, int]:
    """Where 成文日期 stands in the part of the signature."""
    segment = notice.named(SIGNATURE)[0].first("date")
    return (segment.start, segment.end) if segment else (0, 0)


@rule(
    "date-workday",
    name="成文日期不是工作日",
    severity=WARNING,
    flags="成文日期是星期六、星期日或法定假日（调休上班的不算）；放假安排按登记的年份查",
    why="成文日期是负责人签发的日期，落在休息日多半是写错了",
    bad="2026年3月28日",
    good="2026年3月30日",
    source="GB/T 9704-2012 7.3.5.4；国务院办公厅历年节假日安排（words/holidays.yaml）",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def no_workday(notice: Context) -> Iterator[Fault]:
    """A day off, by the arrangement of its year where that is known, else by the day of the week."""
    date = notice.date
    if date is None:
        return
    known = notice.holidays.of(date.year)
    weekend = date.weekday() >= 5
    if known and date in known.working:
        return
    if weekend or (known and date in known.off):
        what = f"星期{_WEEKDAYS[date.weekday()]}" if weekend else "法定节假日放假期间"
        unknown = "" if known else f"（{date.year}年的放假安排没有登记，只看了星期几）"
        yield notice.named(SIGNATURE)[0].fault(*_date(notice), f"{to_chinese(date)}是{what}{unknown}，请核对")


@rule(
    "date-imprint-order",
    name="印发日期早于成文日期",
    severity=ERROR,
    flags="版记里的印发日期在成文日期之前",
    why="先签发成文，后送印，印发日期不会更早",
    bad="2026年3月29日",
    good="2026年3月31日",
    source="GB/T 9704-2012 7.4.3",
    strength=REQUIRED,
)
def printed_before(notice: Context) -> Iterator[Fault]:
    """A day of printing before that of signing."""
    date, printed = notice.date, notice.notice.imprint_date
    part = notice.part(COPIES)
    if date and printed and part and printed < date:
        segment = part.first("imprint_date")
        if segment:
            yield part.fault(segment.start, segment.end, f"印发日期早于成文日期（{to_chinese(date)}）")


@rule(
    "date-late",
    name="成文日期已过半年",
    severity=INFO,
    flags="成文日期在清单年份的6月30日以后，而实事要年内办成、按季度报",
    why="时间已过大半，年内的指标和按季度报送要看还办不办得到",
    bad="2026年8月10日",
    good="2026年3月30日",
    source="本类通知的惯例（上半年印发）",
    strength=CUSTOM,
)
def late(notice: Context) -> Iterator[Fault]:
    """A day in the second half of the year of the list, where items or closing speak of the whole year."""
    date = notice.date
    if date is None or date <= datetime.date(notice.notice.year, 6, 30) or date.year != notice.notice.year:
        return
    if any(_THIS_YEAR.search(part.text) for part in notice.named(ITEM, CLOSING)):
        message = "已过6月30日，年内完成的指标和按季度报送请核对还来不来得及"
        yield notice.named(SIGNATURE)[0].fault(*_date(notice), message)


@rule(
    "event-passed",
    name="写到的活动在成文前已经过去",
    severity=WARNING,
    flags="实事里写的节日、活动，今年的日子在成文日期之前",
    why="通知印发时活动已经过去，要么已经办完，要么要到明年",
    bad="在“三八”维权周开展普法宣传活动",
    good="在宪法宣传周开展普法宣传活动",
    source="本类通知的惯例；活动表 words/events.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def over(notice: Context) -> Iterator[Fault]:
    """Named days and campaigns of the list's year that were over when the notice was signed."""
    date = notice.date
    if date is None or date.year != notice.notice.year:
        return
    passed = {one.word: one for one in notice.library.events.events if one.over_on(date.year) < date}
    longest_first = "|".join(map(re.escape, sorted(passed, key=len, reverse=True)))
    for _, part in notice.items if passed else ():
        for found in re.finditer(longest_first, part.text):
            message = f"{to_chinese(date)}成文时，今年的{found[0]}已经过去，请核对"
            yield part.fault(found.start(), found.end(), message)
