"""Targets of linked clauses side by side: raised, lowered, same, added, dropped or redefined."""

from drafter import similarity
from drafter.model.comparison import TargetChange
from drafter.model.notice import Notice
from drafter.model.target import Bound, Target
from drafter.text import targets

_Place = tuple[int, int]
_ALIKE = 0.3


def target_changes(
    old: Notice, new: Notice, before: tuple[int, ...], after: tuple[int, ...], links: list[tuple[_Place, _Place]]
) -> list[TargetChange]:
    """The changes of the targets of some items, by the links of their clauses."""
    changes = []
    linked_old = {first for first, _ in links}
    linked_new = {second for _, second in links}
    for first, second in links:
        changes += pair_targets(targets.find(_text(old, first)), targets.find(_text(new, second)))
    for number in after:
        for place in _places(new, number):
            if place not in linked_new:
                changes += pair_targets([], targets.find(_text(new, place)))
    for number in before:
        for place in _places(old, number):
            if place not in linked_old:
                changes += pair_targets(targets.find(_text(old, place)), [])
    return changes


def _places(notice: Notice, number: int) -> list[_Place]:
    return [(number, position) for position in range(1, len(notice.items[number - 1].all_clauses) + 1)]


def _text(notice: Notice, place: _Place) -> str:
    return notice.items[place[0] - 1].all_clauses[place[1] - 1].text


def pair_targets(olds: list[Target], news: list[Target]) -> list[TargetChange]:
    """The targets of two versions of a clause, those paired whose objects are alike or that are alone."""
    pairs = _equal(olds, news)
    left_old = [at for at in range(len(olds)) if at not in pairs]
    left_new = [at for at in range(len(news)) if at not in pairs.values()]
    if len(left_old) == len(left_new) == 1:
        pairs[left_old[0]] = left_new[0]
    else:
        objects = [olds[at].object or "" for at in left_old], [news[at].object or "" for at in left_new]
        for first, second, _ in similarity.assigned(*objects, least=_ALIKE):
            pairs[left_old[first]] = left_new[second]
    changes = [_change(olds[first], news[second]) for first, second in sorted(pairs.items(), key=lambda p: p[1])]
    paired_old, paired_new = set(pairs), set(pairs.values())
    for at, target in enumerate(news):
        if at not in paired_new:
            changes.append(TargetChange(change="added", new=target.text, object=target.object))
    for at, target in enumerate(olds):
        if at not in paired_old:
            changes.append(TargetChange(change="dropped", old=target.text, object=target.object))
    return changes


def _equal(olds: list[Target], news: list[Target]) -> dict[int, int]:
    """Old → new positions of targets that are the same figure for the same object, each used once."""
    pairs: dict[int, int] = {}
    for first, old in enumerate(olds):
        for second, new in enumerate(news):
            if second not in pairs.values() and (old.text, old.object) == (new.text, new.object):
                pairs[first] = second
                break
    return pairs


def _change(old: Target, new: Target) -> TargetChange:
    return TargetChange(change=_kind(old, new), old=old.text, new=new.text, object=new.object or old.object)


def _kind(old: Target, new: Target) -> str:
    """How a figure moved: by its number alone; another measure makes it another target."""
    first, second = old.value or old.high, new.value or new.high
    comparable = (old.measure or "").replace("次", "") == (new.measure or "").replace("次", "")
    if first is None and second is None:
        return "same"
    if first is None or second is None or not comparable:
        return "redefined"
    if first == second:
        return "same" if (old.bound is Bound.ALL) == (new.bound is Bound.ALL) else "redefined"
    return "raised" if second > first else "lowered"
