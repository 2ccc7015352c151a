"""Days that are written in a wrong form or that the calendar has not."""

import datetime
import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import PROSE, SIGNATURE, Part
from drafter.check.rule import ERROR, REQUIRED, part_rule

_ZERO = re.compile(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)")
_CHINESE = re.compile(
    r"[一二][〇○ＯO零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_POINTS = re.compile(r"(?<![\d.])(?:19|20)\d\d[./](?:0?[1-9]|1[0-2])[./](?:0?[1-9]|[12]\d|3[01])(?![\d.])")
_DAY = re.compile(r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


@part_rule(
    "date-form",
    SIGNATURE,
    *PROSE,
    name="日期的写法不合规定",
    severity=ERROR,
    flags="日期用了汉字数字、圆点，或月、日前补了零",
    why="成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位",
    bad="2026年06月02日",
    good="2026年6月2日",
    source="GB/T 9704-2012 7.3.5.4",
    strength=REQUIRED,
)
def form(part: Part, _notice: Context) -> Iterator[Fault]:
    """Zeros before month or day (taken away safely), Chinese numerals and points."""
    for found in _ZERO.finditer(part.text):
        message = "月、日前面不补零"
        yield part.fault(found.start(), found.end() + 1, message, new=part.text[found.end()], safe=True)
    for found in _CHINESE.finditer(part.text):
        yield part.fault(found.start(), found.end(), f"“{found[0]}”应用阿拉伯数字写")
    for found in _POINTS.finditer(part.text):
        year, month, day = re.split(r"[./]", found[0])
        new = f"{year}年{int(month)}月{int(day)}日"
        yield part.fault(found.start(), found.end(), f"日期应写作“{new}”", new=new)


@part_rule(
    "date-valid",
    SIGNATURE,
    *PROSE,
    name="日历上没有这一天",
    severity=ERROR,
    flags="写的日期日历上没有（2月30日、13月）",
    why="日期写错就无法执行",
    bad="2026年2月30日",
    good="2026年2月28日",
    source="《党政机关公文处理工作条例》第二十条（时间、数字等是否准确）",
    strength=REQUIRED,
)
def valid(part: Part, notice: Context) -> Iterator[Fault]:
    """Days that are not in the calendar of their year, or of the notice's where none is told."""
    for found in _DAY.finditer(part.text):
        year = int(found["year"] or notice.notice.year)
        try:
            datetime.date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            yield part.fault(found.start(), found.end(), f"{year}年的日历上没有{found['month']}月{found['day']}日")
