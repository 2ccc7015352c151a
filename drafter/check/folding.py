"""Which findings a screen shows: of many of one kind the first few, and how many more there are."""

from collections import Counter
from collections.abc import Sequence

from drafter.model.finding import Finding

_PER_PART, _IN_ALL = 5, 10  # findings of one rule that are shown where there are no more
_FEW = 3
_MOST = 200  # findings on a screen, whatever they are

Folded = list[tuple[Finding, int]]


def folded(found: Sequence[Finding]) -> tuple[Folded, int]:
    """The findings shown, each with how many of its kind are left out behind it, and how many are left out in all.

    More than five of one rule in one part, or ten in all, are too many: then three of a part are shown, ten in all.
    """
    by_rule = Counter(one.rule for one in found)
    by_place = Counter(map(_key, found))
    shown: list[Finding] = []
    of_rule: Counter[str] = Counter()
    of_place: Counter[tuple[str, str, int | None]] = Counter()
    for one in found:
        much = by_place[_key(one)] > _PER_PART or by_rule[one.rule] > _IN_ALL
        full = much and (of_place[_key(one)] >= _FEW or of_rule[one.rule] >= _IN_ALL)
        if not full and len(shown) < _MOST:
            shown.append(one)
            of_rule[one.rule] += 1
            of_place[_key(one)] += 1
    last = {_key(one): at for at, one in enumerate(shown)}
    told = [
        (one, by_place[_key(one)] - of_place[_key(one)] if last[_key(one)] == at else 0) for at, one in enumerate(shown)
    ]
    return told, len(found) - len(shown)


def _key(one: Finding) -> tuple[str, str, int | None]:
    return one.rule, one.where.part, one.where.ordinal
