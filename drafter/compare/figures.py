"""Targets of linked clauses side by side: raised, lowered, same, added, dropped or redefined."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from drafter import similarity
from drafter.compare.assignment import best_pairs
from drafter.compare.links import Link
from drafter.compare.sides import Place, Side
from drafter.model.comparison import TargetChange, TargetKind
from drafter.model.target import Bound, Target
from drafter.text import targets, word_lists

_OBJECTS_ALIKE = 0.25
_AT_ALL_ALIKE = 0.05
_SAME_MEASURE = 0.5
_SURROUNDINGS = 0.3
_SAME_OBJECT = 2.0
_ALONE = "*"
_SAYS_SOMETHING = 3
_FIRST = (
    TargetKind.LOWERED,
    TargetKind.DROPPED,
    TargetKind.REDEFINED,
    TargetKind.RAISED,
    TargetKind.ADDED,
    TargetKind.SAME,
)
_MARKS = "，；。：！？"


@dataclass(frozen=True)
class Figure:
    """A target where it stands: its clause's place and the stretch of text round it."""

    target: Target
    place: Place | None = None
    around: str = ""


def target_changes(
    old: Side, new: Side, before: tuple[int, ...], after: tuple[int, ...], links: Sequence[Link]
) -> list[TargetChange]:
    """The changes of the targets of some items, those lowered or dropped first.

    `links` are all links of both notices: a clause that went to another item takes its targets there.
    """
    changes: list[TargetChange] = []
    for olds, news, certain in _together([link for link in links if link.new[0] in after]):
        changes += pair(_figures(old, olds), _figures(new, news), certain=certain)
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    added = [place for place in new.clauses if place[0] in after and place not in linked_new]
    dropped = [place for place in old.clauses if place[0] in before and place not in linked_old]
    changes += pair([], _figures(new, added))
    changes += pair(_figures(old, dropped), [])
    return sorted(changes, key=lambda change: _FIRST.index(change.change))


def pair_targets(olds: Sequence[Target], news: Sequence[Target]) -> list[TargetChange]:
    """The targets of two versions of a clause: those that belong together, then those of one side only."""
    return pair([Figure(one) for one in olds], [Figure(one) for one in news])


def pair(olds: Sequence[Figure], news: Sequence[Figure], *, certain: bool = True) -> list[TargetChange]:
    """The changes between the figures of linked clauses, in the order of the new ones, then the dropped.

    Figures are paired by what they count, then by their measure word and the words round them; the whole pairing is
    the best there is. Another measure word for the same thing is another way of counting it.
    """
    equal = [one.target for one in olds] == [one.target for one in news]
    pairs = [(at, at) for at in range(len(olds))] if equal else best_pairs(_gains(olds, news))
    changes = [
        _change(olds[first], news[second], certain=certain) for first, second in sorted(pairs, key=lambda one: one[1])
    ]
    paired_old, paired_new = {first for first, _ in pairs}, {second for _, second in pairs}
    changes += [_change(None, one, certain=certain) for number, one in enumerate(news) if number not in paired_new]
    return changes + [
        _change(one, None, certain=certain) for number, one in enumerate(olds) if number not in paired_old
    ]


def _together(links: Sequence[Link]) -> list[tuple[list[Place], list[Place], bool]]:
    """Places that hang together by links: one old and one new, or more where a clause was divided or joined."""
    groups: list[tuple[set[Place], set[Place], bool]] = []
    for link in links:
        joined = [group for group in groups if link.old in group[0] or link.new in group[1]]
        groups = [group for group in groups if group not in joined]
        olds = {link.old}.union(*(group[0] for group in joined))
        news = {link.new}.union(*(group[1] for group in joined))
        groups.append((olds, news, link.certain and all(group[2] for group in joined)))
    return [(sorted(olds), sorted(news), certain) for olds, news, certain in groups]


def _figures(side: Side, places: Iterable[Place]) -> list[Figure]:
    return [
        Figure(target, place, _around(side.clauses[place], target))
        for place in places
        for target in targets.find(side.clauses[place])
    ]


def _around(text: str, target: Target) -> str:
    """The stretch between marks that a target stands in, without the target."""
    start = max((text.rfind(mark, 0, target.start) for mark in _MARKS), default=-1) + 1
    ends = [end for mark in _MARKS if (end := text.find(mark, target.end)) >= 0]
    return text[start : target.start] + text[target.end : min(ends, default=len(text))]


def _gains(olds: Sequence[Figure], news: Sequence[Figure]) -> list[list[float]]:
    if not olds or not news:
        return []
    objects = similarity.likenesses([_object(one) for one in olds], [_object(one) for one in news])
    around = similarity.likenesses([one.around for one in olds], [one.around for one in news])
    before, after = Counter(_measure(one.target) for one in olds), Counter(_measure(one.target) for one in news)
    only = {measure for measure in before if before[measure] == after[measure] == 1}
    if len(olds) == len(news) == 1:
        only.add(_ALONE)
    return [
        [_gain(one, other, (objects[row][column], around[row][column]), only) for column, other in enumerate(news)]
        for row, one in enumerate(olds)
    ]


def _gain(old: Figure, new: Figure, likenesses: tuple[float, float], only: set[str]) -> float:
    """What speaks for two figures being one target; nothing where too little does.

    `likenesses` are those of the objects and of the words around; `only` are the measures that occur once a side.
    """
    objects, around = likenesses
    nameless = not _object(old) or not _object(new)
    if _object(old) == _object(new) and old.target.text == new.target.text:
        return _SAME_OBJECT + 1 + around
    alike = max(objects, around) if nameless else objects
    if (measure := _measure(old.target)) == _measure(new.target):
        lone = measure in only and (nameless or max(objects, around) >= _AT_ALL_ALIKE)
        return _SAME_MEASURE + objects + _SURROUNDINGS * around if lone or alike >= _OBJECTS_ALIKE else 0.0
    lone = _ALONE in only and nameless
    return _AT_ALL_ALIKE + objects + _SURROUNDINGS * around if lone or objects >= _OBJECTS_ALIKE else 0.0


def _object(figure: Figure) -> str:
    """What a figure counts; of words that hold the figure itself the others, where they say something."""
    told = figure.target.object or ""
    others = told.replace(figure.target.text, "")
    return told if others == told else others if len(others) >= _SAYS_SOMETHING else ""


@cache
def _same_measures() -> dict[str, str]:
    """Measure words that count the same thing, each with the first of its line."""
    lines = [line.split() for line in word_lists.load("measures").get("same", ())]
    return {word: line[0] for line in lines for word in line}


def _measure(target: Target) -> str:
    measure = target.measure or ""
    return _same_measures().get(measure, measure)


def _change(old: Figure | None, new: Figure | None, *, certain: bool) -> TargetChange:
    first, second = old.target if old else None, new.target if new else None
    kind = _kind(first, second)
    before, after = _value(first), _value(second)
    counted = first is not None and second is not None and _measure(first) == _measure(second)
    difference = after - before if counted and before is not None and after is not None else None
    told = second or first
    return TargetChange(
        change=kind,
        old=first.text if first else None,
        new=second.text if second else None,
        object=(second.object if second else None) or (first.object if first else None),
        old_value=before,
        new_value=after,
        measure=told.measure if told else None,
        difference=_plain(difference),
        percentage=_percentage(difference, before, told.measure if told else None),
        old_item=old.place[0] if old and old.place else None,
        old_position=old.place[1] if old and old.place else None,
        new_item=new.place[0] if new and new.place else None,
        new_position=new.place[1] if new and new.place else None,
        certain=certain,
    )


def _kind(old: Target | None, new: Target | None) -> TargetKind:
    """How a target moved: by its number alone; another measure, or a limit turned round, makes it another target."""
    if old is None or new is None:
        return TargetKind.ADDED if old is None else TargetKind.DROPPED
    first, second = _value(old), _value(new)
    if first is None and second is None:
        return TargetKind.SAME
    turned = (old.bound is Bound.AT_MOST) != (new.bound is Bound.AT_MOST)
    if first is None or second is None or turned or _measure(old) != _measure(new):
        return TargetKind.REDEFINED
    if first == second and old.low is not None and new.low is not None:
        first, second = old.low, new.low
    if first == second:
        return TargetKind.SAME if (old.bound is Bound.ALL) == (new.bound is Bound.ALL) else TargetKind.REDEFINED
    return TargetKind.RAISED if second > first else TargetKind.LOWERED


def _value(target: Target | None) -> Decimal | None:
    if target is None:
        return None
    return _plain(target.value if target.value is not None else target.high)


def _plain(value: Decimal | None) -> Decimal | None:
    """The value without needless zeros or powers of ten: 19000, 0.5."""
    return None if value is None else Decimal(format(value.normalize(), "f"))


def _percentage(difference: Decimal | None, before: Decimal | None, measure: str | None) -> Decimal | None:
    if difference is None or not before or (measure or "").startswith(("%", "‰", "个百分点")):
        return None
    return _plain(round(100 * difference / before, 1))
