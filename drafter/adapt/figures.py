"""Figures of a taken text: never changed; what our own notices promised of the same thing is told beside them."""

import re
from difflib import SequenceMatcher

from drafter.adapt.office import Crossing
from drafter.model.base import Value
from drafter.model.target import Target
from drafter.text import targets

_SHARED = 3
_SAME_HEAD = 4  # what is counted stands at the end: 特色主题|联谊活动, 单身青年|联谊活动
_SAME_MEASURE = {"名": "人", "人次": "人", "场次": "场", "个班次": "班次", "批": "批次"}


class Figure(Value):
    """A figure to be confirmed, verbatim, and what our notices promised of the same thing, the newest first."""

    text: str
    history: tuple[str, ...] = ()


def to_confirm(texts: tuple[str, ...], crossing: Crossing, *, but: tuple[str, int] | None = None) -> list[Figure]:
    """The figures of some clauses with their history; `but` is the place and year of the notice they come from."""
    past = [
        (notice.year, target)
        for notice in crossing.own_notices
        if (crossing.ours.place, notice.year) != but
        for item in notice.items
        for clause in item.all_clauses
        for target in targets.find(clause.text)
    ]
    return [
        Figure(text=target.text, history=tuple(dict.fromkeys(_told(target, past))))
        for text in texts
        for target in targets.find(text)
    ]


def _told(target: Target, past: list[tuple[int, Target]]) -> list[str]:
    return [f"{year}年{one.text}" for year, one in past if _alike(target, one)]


def _alike(one: Target, other: Target) -> bool:
    """Whether two figures count the same thing in the same measure."""
    if one.measure is None or _measure(one) != _measure(other) or not (one.object and other.object):
        return False
    first, second = (re.sub(r"[^\u4e00-\u9fff]", "", text) for text in (one.object, other.object))
    if first == second:
        return bool(first)
    shared = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    head = shared.size >= _SAME_HEAD and shared.a + shared.size == len(first) and shared.b + shared.size == len(second)
    return head or (shared.size >= _SHARED and shared.size * 3 >= 2 * min(len(first), len(second)))


def _measure(target: Target) -> str | None:
    return _SAME_MEASURE.get(target.measure or "", target.measure)
