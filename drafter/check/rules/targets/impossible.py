"""Figures that cannot be."""

import re
from collections.abc import Iterator
from itertools import chain

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, ITEM, OPENING, Part
from drafter.check.rule import USUAL, WARNING, rule
from drafter.model.target import Target

_RATE = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{0,4}(?:率|比例|占比|覆盖面))[^，。；\d%％]{0,8}(?P<rate>\d+(?:\.\d+)?)[%％]"
)
_MAY_EXCEED = re.compile("增长|增幅|增速|完成率|使用率|利用率|周转率|负荷率|提高|递增|回报|收益")
_TIME = r"(\d{1,2})[:：](\d{2})"
_CLOCK = re.compile(rf"(?<![\d:：比]){_TIME}(?![\d:：])")
_HOURS = re.compile(rf"(?<![\d:：]){_TIME}(?:—|～|-|至|到){_TIME}(?![\d:：])")
_RATIO = re.compile(r"比[^，。；]{0,6}$")
_MONTH = re.compile(r"(?<![\d—～~.-])(\d{1,2})月(?=[底初末份前，。；、至）起]|[上中下]旬)")
_MONTHS = 12
_HOUR, _MINUTE, _ALL, _EVENING, _NOON = 24, 59, 100, 17, 12


@rule(
    "figure-impossible",
    name="数字不可能",
    severity=WARNING,
    flags="超过100%的率和比例，25:30、13月底这样没有的时间，结束早于开始的时段，“其中”的数大于总数",
    why="这样的数字一定有一处写错，印出来没有办法执行",
    bad="适龄妇女“两癌”检查率达到190%。",
    good="适龄妇女“两癌”检查率达到90%。",
    source="《党政机关公文处理工作条例》第二十条（时间、数字准确）",
    strength=USUAL,
)
def impossible(notice: Context) -> Iterator[Fault]:
    """Rates, hours, months and shares that cannot be."""
    for part in notice.named(OPENING, ITEM, CLOSING):
        yield from chain(_rates(part), _clocks(part), _hours(part), _months(part))
    yield from _shares(notice)


def _rates(part: Part) -> Iterator[Fault]:
    for found in _RATE.finditer(part.text):
        if float(found["rate"]) > _ALL and not _MAY_EXCEED.search(found[0]):
            yield part.fault(found.start("rate"), found.end(), f"“{found['rate']}%”超过了100%，请核对")


def _clocks(part: Part) -> Iterator[Fault]:
    """Hours above 24 and minutes above 59, each of two digits; 1:70 is a ratio."""
    for found in _CLOCK.finditer(part.text):
        hour, minute = int(found[1]), int(found[2])
        double = len(found[1]) > 1 and not _RATIO.search(part.text[: found.start()])
        if double and (hour > _HOUR or minute > _MINUTE or (hour == _HOUR and minute)):
            yield part.fault(*found.span(), f"没有“{found[0]}”这个时间，请核对")


def _hours(part: Part) -> Iterator[Fault]:
    """Hours that end before they begin; from the evening to the morning is right."""
    for found in _HOURS.finditer(part.text):
        first, last = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
        over_night = first[0] >= _EVENING and last[0] <= _NOON
        if last <= first and not over_night and max(first[0], last[0]) <= _HOUR:
            yield part.fault(*found.span(), f"“{found[0]}”结束早于开始，请核对")


def _months(part: Part) -> Iterator[Fault]:
    """Months above 12; whole days are told of by date-valid."""
    for found in _MONTH.finditer(part.text):
        if not 1 <= int(found[1]) <= _MONTHS:
            yield part.fault(*found.span(), f"没有“{found[0]}”，请核对")


def _shares(notice: Context) -> Iterator[Fault]:
    """A figure behind 其中 that is greater than all like ones before it in the sentence."""
    for part, clause, text in notice.clauses:
        targets = [one for one in notice.targets(part, clause) if one.value is not None]
        for found in re.finditer("其中", text):
            first = max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1
            share = next((one for one in targets if one.start >= found.end()), None)
            if share is None or re.search("[。；]", text[found.end() : share.start]):
                continue
            wholes = [_value(one) for one in targets if first <= one.start < found.start() and _alike(one, share)]
            if wholes and _value(share) > max(wholes):
                start, end = clause.start + share.start, clause.start + share.end
                yield part.fault(start, end, f"“其中”的“{share.text}”大于前面的总数，请核对")


def _alike(one: Target, other: Target) -> bool:
    same = {"名": "人"}
    return same.get(one.measure or "", one.measure) == same.get(other.measure or "", other.measure)


def _value(one: Target) -> float:
    return float(one.value or 0)
