"""Clauses that live on in several new ones, and several that became one: further links, and which part went where."""

from collections.abc import Collection, Sequence
from itertools import permutations
from typing import NamedTuple

from drafter import similarity
from drafter.compare.evidence import Evidence
from drafter.compare.links import ALIKE, Link
from drafter.compare.sides import Place, Side
from drafter.text import brackets

_LEAST_LIKENESS, _ELSEWHERE = 0.29, 0.4
_MARKS = "，；、：。！？"
_MOST_ORDERS = 3

_Pair = tuple[Place, Place]
_Span = tuple[int, int]


def further(old: Side, new: Side, evidence: Evidence, links: Sequence[Link], known: dict[_Pair, str]) -> list[Link]:
    """Links from a clause left over to one that has a counterpart already, where the two together say it better.

    That is: the two new clauses, read as one, are at least as like the old one as the first alone, and the second
    alone is like it too, more so where it stands in another item than the first; the same with the sides turned.
    `known` pairs need only the first. A clause is never both divided and joined. Right ones of the labelled pairs of
    notices are 0.30 to 0.38 alike and stand in one item, wrong ones at most 0.27.
    """
    sure = [(link.old, link.new) for link in links if link.certain]
    free_old = set(old.clauses) - {link.old for link in links if link.certain or (link.old, link.new) in known}
    free_new = set(new.clauses) - {link.new for link in links if link.certain or (link.old, link.new) in known}
    divided = _halves(_View(old, new, evidence.likenesses), sure, free_new, set(known))
    taken = {first for first, _ in divided}
    turned = [list(line) for line in zip(*evidence.likenesses, strict=True)]
    rest = [(second, first) for first, second in sure if first not in taken]
    joined = _halves(_View(new, old, turned), rest, free_old, {(second, first) for first, second in known})
    rows = {place: number for number, place in enumerate(old.clauses)}
    columns = {place: number for number, place in enumerate(new.clauses)}
    return [
        Link(
            old=first,
            new=second,
            by=known.get((first, second), ALIKE),
            likeness=round(evidence.likenesses[rows[first]][columns[second]], 4),
        )
        for first, second in [*divided, *((first, second) for second, first in joined)]
    ]


class _View(NamedTuple):
    """Two sides and the likenesses of their clauses, seen from one of them."""

    one: Side
    other: Side
    likenesses: list[list[float]]


def _halves(view: _View, pairs: Sequence[_Pair], free: Collection[Place], known: Collection[_Pair]) -> list[_Pair]:
    """Free clauses of the other side for clauses that have a counterpart there; each goes to the likest."""
    one, other, likenesses = view
    rows = {place: number for number, place in enumerate(one.clauses)}
    columns = {place: number for number, place in enumerate(other.clauses)}
    likest: dict[Place, tuple[bool, float, _Pair]] = {}
    for first, second in pairs:
        for left in free:
            alike, recorded = likenesses[rows[first]][columns[left]], (first, left) in known
            least = _LEAST_LIKENESS if left[0] == second[0] else _ELSEWHERE
            if (alike >= least or recorded) and (recorded, alike) > likest.get(left, (False, -1.0))[:2]:
                likest[left] = (recorded, alike, (first, second))
    found: list[_Pair] = []
    for first, left in _told_better(one, other, {left: pair for left, (*_, pair) in sorted(likest.items())}):
        if len(_stretches(one.clauses[first])) > 1 + sum(first == taken for taken, _ in found):
            found.append((first, left))
    return found


def _told_better(one: Side, other: Side, candidates: dict[Place, _Pair]) -> list[_Pair]:
    """Those candidates that, read together with the counterpart, are at least as like as the counterpart alone."""
    if not candidates:
        return []
    firsts = list(dict.fromkeys(first for first, _ in candidates.values()))
    texts = list(other.clauses.values())
    joined = [
        "".join(other.clauses[place] for place in sorted((second, left))) for left, (_, second) in candidates.items()
    ]
    rows = dict(zip(firsts, similarity.likenesses([one.clauses[f] for f in firsts], [*texts, *joined]), strict=True))
    columns = {place: number for number, place in enumerate(other.clauses)}
    return [
        (first, left)
        for number, (left, (first, second)) in enumerate(candidates.items(), start=len(texts))
        if rows[first][number] >= rows[first][columns[second]]
    ]


def parts(whole: str, pieces: Sequence[str]) -> list[tuple[int, str]]:
    """The whole cut at its marks into one part for each piece, so that parts and pieces are as like as can be.

    In the order of the pieces: which part of the whole it is, counted from 1, and its text, which is never empty.
    """
    stretches = _stretches(whole)
    spans = [(start, end) for start in range(len(stretches)) for end in range(start + 1, len(stretches) + 1)]
    texts = ["".join(stretches[start:end]) for start, end in spans]
    alike = dict(zip(spans, similarity.likenesses(texts, pieces), strict=True))
    usual = tuple(range(len(pieces)))
    orders = permutations(usual) if len(pieces) <= _MOST_ORDERS else [usual]
    best = max((_cut(alike, len(stretches), order) for order in orders), key=lambda found: found[0])
    places = sorted(best[1])
    return [(places.index((start, end)) + 1, "".join(stretches[start:end])) for start, end in best[1]]


def _cut(alike: dict[_Span, list[float]], count: int, order: tuple[int, ...]) -> tuple[float, list[_Span]]:
    """The greatest sum of likenesses when the pieces follow in an order, and the span of each piece."""
    sums: dict[int, tuple[float, list[_Span]]] = {0: (0.0, [])}
    for number, piece in enumerate(order, start=1):
        ends = [count] if number == len(order) else range(number, count - len(order) + number + 1)
        sums = {
            end: max(
                (
                    (total + alike[start, end][piece], [*spans, (start, end)])
                    for start, (total, spans) in sums.items()
                    if start < end
                ),
                key=lambda found: found[0],
            )
            for end in ends
            if any(start < end for start in sums)
        }
    total, spans = sums[count]
    by_piece = dict(zip(order, spans, strict=True))
    return total, [by_piece[piece] for piece in range(len(order))]


def _stretches(text: str) -> list[str]:
    """The stretches between marks, each with its mark; those inside brackets and quotes are not cut."""
    stretches, at = [], 0
    for part in brackets.split_outside(text, _MARKS):
        end = min(at + len(part) + 1, len(text))
        stretches.append(text[at:end])
        at = end
    return [stretch for stretch in stretches if stretch]
