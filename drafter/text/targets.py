"""Targets 指标 out of a clause: promised figures and coverage words, never ages, years, phones or names.

Where no figure stands before a known measure word, no target is made up.
"""

import re
from functools import cache

from drafter.model.target import Bound, Target
from drafter.text import brackets, numerals, word_lists
from drafter.text.counted import counted_object

_BEFORE = {
    Bound.AT_LEAST: ("不少于", "不低于", "不小于", "至少", "最少", "超过", "达到", "达", "逾", "突破"),
    Bound.AT_MOST: ("不超过", "不高于", "不多于", "至多", "最多", "低于"),
    Bound.ABOUT: ("大约", "约", "近", "接近", "将近"),
}
_AFTER = {
    Bound.AT_LEAST: ("以上",),
    Bound.AT_MOST: ("以内", "以下", "之内"),
    Bound.ABOUT: ("左右", "上下"),
}
_BOUND_OF = {word: bound for table in (_BEFORE, _AFTER) for bound, words in table.items() for word in words}
_NEARBY = 400  # characters, several times a sentence
_COVERAGE = re.compile(r"全覆盖|应([\u4e00-\u9fff])尽\1")
_PAST = re.compile(r"(?<![较比])(?:去年|上年|上一年|此前|截至目前|已累计)(?!.*(?:今年|年内|本年|再|将))")


@cache
def _figure() -> re.Pattern[str]:
    measures = word_lists.load("measures")
    numeral_measure = "|".join(measures["numerals"])
    any_measure = "|".join(sorted(measures["numerals"] + measures["digits"], key=len, reverse=True))
    before = "|".join(sorted((w for words in _BEFORE.values() for w in words), key=len, reverse=True))
    after = "|".join(w for words in _AFTER.values() for w in words)
    number = r"\d+(?:,\d{3})*(?:\.\d+)?"
    unit = rf"(?:个百分点|元(?:/[\u4e00-\u9fff]{{1,2}})+|/\d+万|%|％|‰|(?:{any_measure}))"
    arabic = (
        rf"(?<!\d)(?P<low>{number})(?:(?P<low_times>万|亿)?(?:—|～|~|-|至|到)(?P<high>{number}))?"
        rf"(?P<more>[余多])?(?P<times>百万|千万|万|亿|千|百)?(?P<more_behind>[余多])?(?P<measure>{unit})"
    )
    chinese = (
        rf"(?<!{numerals.DIGIT})(?P<numeral>{numerals.CHINESE})(?P<numeral_times>万|亿)?(?P<numeral_more>[余多])?"
        rf"(?P<numeral_measure>元(?:/[\u4e00-\u9fff]{{1,2}})*|{numeral_measure})"
    )
    return re.compile(rf"(?P<before>{before})?(?:{arabic}|{chinese})(?P<after>{after})?(?P<all>全覆盖)?")


def find(clause: str) -> list[Target]:
    """The targets of a clause in the order of their places; `start` counts from the clause's beginning."""
    closed = _closed_spans(clause)
    targets: list[Target] = []
    for found in _figure().finditer(clause):
        if not _is_promise(clause, found, closed):
            continue
        targets.append(_target(found, clause[max(0, found.start() - _NEARBY) : found.start()]))
    for found in _COVERAGE.finditer(clause):
        if not any(target.start <= found.start() < target.end for target in targets):
            target = Target(text=found[0], start=found.start(), bound=Bound.ALL)
            targets.append(target)
    targets.sort(key=lambda target: target.start)
    return [target.replaced(object=_object(clause, target)) for target in targets]


def _object(clause: str, target: Target) -> str | None:
    """What a target counts; it is looked for nearby, so that a text of many figures takes no longer than it is."""
    first = max(0, target.start - _NEARBY)
    near = clause[first : target.end + _NEARBY]
    return counted_object(near, target.start - first, target.end - first, target.measure)


def _closed_spans(clause: str) -> list[tuple[int, int]]:
    """Names and titles, whose figures promise nothing: “…”, 《…》, and 〔…〕 of a 文号."""
    return [span for mark in "“《〔" for span in brackets.spans(clause, mark)]


def _is_promise(clause: str, found: re.Match[str], closed: list[tuple[int, int]]) -> bool:
    """Whether a figure before a measure word is a promise rather than an age, a date or a part of a name."""
    digits = found.start("low") if found["low"] else found.start("numeral")
    if any(start <= digits < end for start, end in closed):
        return False
    if re.search(r"[A-Za-z第×+/.—-]$", clause[max(0, digits - 1) : digits]):
        return False
    measure, behind = found["measure"] or found["numeral_measure"], clause[found.end() :]
    if found["numeral"] and not _numeral_counts(found, behind):
        return False
    if measure in ("周", "天", "种", "类", "位") and not found["before"]:
        return False
    if _is_period(clause, digits, measure, behind) or _is_age_or_start(clause, digits, behind):
        return False
    return not _PAST.search(clause[:digits])


def _numeral_counts(found: re.Match[str], behind: str) -> bool:
    """Whether a Chinese numeral is a count (三所幼儿园) and no part of a word (一家人, 百场, 一户一档)."""
    numeral, measure = found["numeral"], found["numeral_measure"]
    if found["numeral_times"] or measure.startswith("元"):
        return True
    if numeral in ("百", "千", "百千", "十百千"):
        return False
    if numeral == "一":
        if measure not in ("所", "处", "家", "座", "间", "条"):
            return False
        return bool(re.match(r"[，。；、]|$", behind))
    return not re.match(r"[一二三四五六七八九]", behind)


def _is_age_or_start(clause: str, digits: int, behind: str) -> bool:
    """Whether the figure begins an age (3个月至3岁) or is what a promise starts from (由120个增加到150个)."""
    if re.match(r"(?:至|到|—|～|-)\d+(?:周)?岁", behind):
        return True
    return bool(
        re.search(r"[由从]$", clause[max(0, digits - 1) : digits])
        and re.match(r".{0,4}(?:增加|提高|提升|扩大|扩展|增至)", behind)
    )


def _is_period(clause: str, digits: int, measure: str, behind: str) -> bool:
    """Whether the figure only says how often or how near: 每2周, 15分钟生活圈, 24小时书房, 每3个月."""
    if measure in ("分钟", "小时") and re.match(r"[\u4e00-\u9fff]{0,6}(?:圈|服务|书房|热线|值守|咨询|在线)", behind):
        return True
    return bool(re.search(r"每(?:隔)?$", clause[max(0, digits - 2) : digits]))


def _target(found: re.Match[str], before: str) -> Target:
    bounds = [_BOUND_OF[word] for word in (found["before"], found["after"]) if word]
    if not bounds and re.search(r"(?:至少|不少于|最少)[\u4e00-\u9fff]{1,4}$", before):
        bounds = [Bound.AT_LEAST]
    measure = (found["measure"] or found["numeral_measure"]).replace("％", "%")
    more = found["more"] or found["more_behind"] or found["numeral_more"]
    number = found["low"] or found["numeral"]
    times = found["times"] or found["numeral_times"] or ""
    value = numerals.to_decimal(number, times)
    bound = _strongest(bounds, more=more is not None)
    if found["all"] or (measure == "%" and value == 100 and bound in (Bound.EXACTLY, Bound.AT_LEAST)):
        bound = Bound.ALL
    if found["high"]:
        low = numerals.to_decimal(found["low"], found["low_times"] or times)
        high = numerals.to_decimal(found["high"], times)
        return Target(text=found[0], start=found.start(), bound=bound, low=low, high=high, measure=measure)
    return Target(text=found[0], start=found.start(), bound=bound, value=value, measure=measure)


def _strongest(bounds: list[Bound], *, more: bool) -> Bound:
    """One bound for all the words round a figure: 达到70%左右 is about, 不少于约 at least."""
    if len(bounds) == 2 and Bound.ABOUT in bounds and bounds[0] is not Bound.ABOUT:
        return Bound.ABOUT
    for bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOUT):
        if bound in bounds:
            return bound
    return Bound.ABOUT if more else Bound.EXACTLY
