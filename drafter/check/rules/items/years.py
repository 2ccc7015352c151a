"""Years in the text that are not the year of the list."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, ITEM, OPENING, PROSE, Part
from drafter.check.rule import ERROR, REQUIRED, WARNING, part_rule, rule

_YEAR = re.compile(r"(?<![\d—～-])(20\d\d)年(?!\d*—)")
_QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|“[^”]*”")
_PAST_BEFORE = re.compile(r"(?:截至|自|从|较|比|同比|于|与|在|经|至|回访|复查|巩固|总结|对照)$")
_DAY = r"(?:\d{1,2}月(?:\d{1,2}日)?)?"
_PAST_BEHIND = re.compile(
    rf"{_DAY}(?:[至到—](?:20\d\d年)?{_DAY})?"
    r"(?:以来|起|度?(?:以?[前后]|之[前后]|审议|通过|印发|修订|修正|出台|制定|颁布|施行|毕业|出生|入学|入选|获评)"
    r"|[级版届]|已|[\u4e00-\u9fff]{1,8}的)"
)
_DEADLINE = re.compile(r"(?<!\d)(20\d\d)年(?:年?[底末]|\d{1,2}月(?:\d{1,2}日|底|末)?)(?:之?[前内])")
_SHORT = re.compile(
    r"(?<![\d.第])(\d\d)年(?=\d{1,2}月|[底末]|年[底末]|上半年|下半年|全年|内|第[一二三四]季度)"
    r"|(?<=[力争确保计划预计截至自从到至于较比])(?<!\d)(\d\d)年(?=[\u4e00-\u9fff])(?![来间以多余左时期级龄之后前的生制度])"
)


@part_rule(
    "deadline-in-year",
    OPENING,
    ITEM,
    CLOSING,
    name="完成时限不在清单年份",
    severity=ERROR,
    flags="写的完成时限（某年底前、某月前）不是清单的那一年；在以后年份的作为警告",
    why="一年的实事当年办成，时限写成别的年份多半是旧稿留下的",
    bad="确保各项实事在2025年年底前完成",
    good="确保各项实事在2026年年底前完成",
    source="《党政机关公文处理工作条例》第二十条（时间、数字等是否准确）",
    strength=REQUIRED,
)
def deadline(part: Part, notice: Context) -> Iterator[Fault]:
    """Deadlines of another year; a later one may be that of work over several years."""
    wanted = str(notice.notice.year)
    for found in _DEADLINE.finditer(part.text):
        if found[1] != wanted:
            message = f"时限是{found[1]}年，清单是{wanted}年的，请核对"
            later = WARNING if found[1] > wanted else None
            yield part.fault(found.start(), found.end(), message, new=wanted + found[0][4:], severity=later)


@part_rule(
    "stale-year",
    *PROSE,
    name="正文里留有旧年份",
    severity=ERROR,
    flags="正文里写的是往年，又不是文件名称、规划期或往年情况",
    why="从上年的稿子改，最容易漏改年份",
    bad="2025年新建托育机构2处。",
    good="2026年新建托育机构2处。",
    source="《党政机关公文处理工作条例》第二十条（时间、数字等是否准确）",
    strength=REQUIRED,
)
def stale(part: Part, notice: Context) -> Iterator[Fault]:
    """Years before that of the list; those in names, of plans, or told as past are right."""
    covered = [found.span() for found in (*_QUOTED.finditer(part.text), *_DEADLINE.finditer(part.text))]
    for found in _YEAR.finditer(part.text):
        past = _PAST_BEFORE.search(part.text[: found.start()]) or _PAST_BEHIND.match(part.text[found.end() :])
        inside = any(start <= found.start() < end for start, end in covered)
        if int(found[1]) < notice.notice.year and not past and not inside:
            message = f"清单是{notice.notice.year}年的，这里是{found[1]}年，请核对"
            yield part.fault(found.start(), found.end(), message, new=f"{notice.notice.year}年")


@rule(
    "year-short",
    name="年份只写了两位",
    severity=ERROR,
    flags="年份简写成两位数字（26年底前）",
    why="年份标全称，不简写",
    bad="确保26年底前全部建成",
    good="确保2026年底前全部建成",
    source="GB/T 15835-2011；GB/T 9704-2012 7.3.5.4",
    strength=REQUIRED,
)
def short(notice: Context) -> Iterator[Fault]:
    """Two figures for a year near that of the list, before a month, an end or a quarter."""
    year = notice.notice.year
    for part in notice.named(*PROSE):
        for found in _SHORT.finditer(part.text):
            full = year - year % 100 + int(found[1] or found[2])
            if abs(full - year) <= 5:
                yield part.fault(found.start(), found.end(), f"年份应写全：{full}年", new=f"{full}年")
