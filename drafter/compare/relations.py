"""What became of each item, by the flow of its clauses: continued, split, merged, new or dropped."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from drafter import similarity
from drafter.compare.assignment import best_pairs
from drafter.compare.links import Link
from drafter.compare.order import longest_rise
from drafter.compare.sides import Side

_LEAST_SHARE = 0.2
_MOST_OF_IT = 0.5
_DOUBTFUL = 0.5
_LIKE_HEADING = 0.35

Pair = tuple[tuple[int, ...], tuple[int, ...]]
_Cell = tuple[int, int]


@dataclass(frozen=True)
class Flow:
    """How much of each old item goes into each new one: characters of linked clauses as shares of the items."""

    out: dict[_Cell, float]
    into: dict[_Cell, float]

    @classmethod
    def of(cls, old: Side, new: Side, links: list[Link]) -> "Flow":
        """The flow of some links; a doubtful one counts half. A clause that was divided counts once on its side."""
        out: dict[_Cell, float] = defaultdict(float)
        into: dict[_Cell, float] = defaultdict(float)
        for cells, place_of, side in ((out, "old", old), (into, "new", new)):
            times: dict[tuple[int, int], int] = defaultdict(int)
            for link in links:
                times[getattr(link, place_of)] += 1
            for link in links:
                place = getattr(link, place_of)
                share = len(side.clauses[place]) / max(1, side.sizes[place[0] - 1]) / times[place]
                cells[link.old[0], link.new[0]] += share * (1.0 if link.certain else _DOUBTFUL)
        return cls(out=dict(out), into=dict(into))


def pairs(old: Side, new: Side, links: list[Link], declared: set[_Cell], refused: Collection[_Cell] = ()) -> list[Pair]:
    """Old items with the new ones they became, then those without a counterpart.

    `declared` are items that a draft or a person says came from an old one, `refused` those of which a person says
    that their like headings mean nothing. Two items belong together when each is the other's
    main counterpart; an old item whose greater part went into another one's successor was merged into it, a new one
    whose greater part comes from another one's predecessor was split from it. A clause or two that went elsewhere
    change nothing.
    """
    flow = Flow.of(old, new, links)
    affinity = _affinities(old, new, flow, declared, refused)
    mutual = {(row + 1, column + 1) for row, column in best_pairs(affinity)}
    found = set(mutual)
    with_old, with_new = {first for first, _ in mutual}, {second for _, second in mutual}
    for (first, second), share in flow.out.items():
        if first not in with_old and share >= _MOST_OF_IT and second in with_new:
            found.add((first, second))
    for (first, second), share in flow.into.items():
        if second not in with_new and share >= _MOST_OF_IT and first in with_old:
            found.add((first, second))
    return _grouped(found, len(old.items), len(new.items))


def _affinities(
    old: Side, new: Side, flow: Flow, declared: set[_Cell], refused: Collection[_Cell]
) -> list[list[float]]:
    """How much each two items belong together; nothing where too little speaks for it.

    A recorded origin counts most, then an equal heading, then the clauses; among items with no clause in common only
    headings that are much alike count.
    """
    headings = similarity.likenesses(old.headings, new.headings)
    return [
        [
            _affinity(
                0.0 if (row, column) in refused else heading,
                *(shares.get((row, column), 0.0) for shares in (flow.out, flow.into)),
                declared=(row, column) in declared,
                titled=bool(old.headings[row - 1]) and old.headings[row - 1] == new.headings[column - 1],
            )
            for column, heading in enumerate(line, start=1)
        ]
        for row, line in enumerate(headings, start=1)
    ]


def _affinity(heading: float, out: float, into: float, *, declared: bool, titled: bool) -> float:
    clauses = out + into
    if declared or titled:
        return 2.0 * declared + 1.0 * titled + clauses
    if max(out, into) >= _LEAST_SHARE:
        return clauses + 0.2 * heading
    return 0.1 * heading if heading >= _LIKE_HEADING else 0.0


def _grouped(found: set[_Cell], olds: int, news: int) -> list[Pair]:
    """Items that hang together as groups, and each of the others alone."""
    groups: list[tuple[set[int], set[int]]] = []
    for first, second in sorted(found):
        joined = [group for group in groups if first in group[0] or second in group[1]]
        merged = ({first}.union(*(group[0] for group in joined)), {second}.union(*(group[1] for group in joined)))
        groups = [group for group in groups if group not in joined] + [merged]
    linked_old = {number for first, _ in groups for number in first}
    linked_new = {number for _, second in groups for number in second}
    return [
        *((tuple(sorted(first)), tuple(sorted(second))) for first, second in groups),
        *(((number,), ()) for number in range(1, olds + 1) if number not in linked_old),
        *(((), (number,)) for number in range(1, news + 1) if number not in linked_new),
    ]


def in_order(found: list[Pair]) -> set[Pair]:
    """The largest set of single pairs that stand in the same order in both notices; other single ones were moved.

    Mergers and splits have no one place to have been moved from.
    """
    single = sorted((pair for pair in found if len(pair[0]) == len(pair[1]) == 1), key=lambda pair: pair[1])
    kept = set(longest_rise([pair[0] for pair in single]))
    return {pair for pair in found if pair not in single or pair[0] in kept}
