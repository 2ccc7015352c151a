"""How alike the texts of two lists are, each with each."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from drafter.similarity.folding import features, folded


def likenesses(olds: Sequence[str], news: Sequence[str]) -> list[list[float]]:
    """The likeness, 0 to 1, of each old text (row) with each new one (column); symmetric.

    The cosine of the characters and pairs of characters, those that few of the given texts hold counting most.
    """
    return Beside(news).rows(olds)


class Beside:
    """New texts that many old ones are set beside: taken apart once, the same likenesses as those of `likenesses`."""

    def __init__(self, news: Sequence[str] = (), *, and_those_of: "Sequence[Beside]" = ()) -> None:
        """Take texts apart; `and_those_of` others come behind them, as they were taken apart already."""
        own = [tuple(features(folded(text))) for text in news]
        self._kinds: list[tuple[str, ...]] = own + [kind for other in and_those_of for kind in other._kinds]
        self._squares: dict[int, list[float]] = {}

    @cached_property
    def _holders(self) -> dict[str, int]:
        """How many of the new texts hold each feature."""
        return dict(Counter(chain.from_iterable(self._kinds)))

    def rows(self, olds: Sequence[str]) -> list[list[float]]:
        """The likeness of each old text with each new one."""
        kinds = [features(folded(text)) for text in olds]
        total = len(self._kinds) + len(olds)
        weights: dict[str, float] = {}
        squares = list(self._squares_among(total))
        added = Counter(chain.from_iterable(kinds))
        columns = self._columns_of(added)
        for feature, more in added.items():
            holders = self._holders.get(feature, 0)
            weight = weights[feature] = _weight(holders + more, total)
            less = _weight(holders, total) - weight
            for column in columns[feature]:
                squares[column] -= less
        norms = [math.sqrt(square) or 1.0 for square in squares]
        return [_row(kind, columns, weights, norms) for kind in kinds]

    def _columns_of(self, asked: Iterable[str]) -> dict[str, list[int]]:
        """Which of the new texts hold each feature asked for."""
        columns: dict[str, list[int]] = {feature: [] for feature in asked}
        for column, kind in enumerate(self._kinds):
            for feature in columns.keys() & kind:
                columns[feature].append(column)
        return columns

    def _squares_among(self, total: int) -> list[float]:
        """The sum of the weights of each new text's features, among so many texts of which no other holds them."""
        if total not in self._squares:
            by_count = [_weight(count, total) for count in range(len(self._kinds) + 1)]
            weights = {feature: by_count[holders] for feature, holders in self._holders.items()}
            self._squares[total] = [sum(map(weights.__getitem__, kind)) for kind in self._kinds]
        return self._squares[total]


def _row(
    kind: Collection[str], columns: Mapping[str, list[int]], weights: Mapping[str, float], norms: Sequence[float]
) -> list[float]:
    """The likeness of a text's features with each of the texts that hold them."""
    norm = math.sqrt(sum(weights[feature] for feature in kind)) or 1.0
    sums = [0.0] * len(norms)
    for feature in kind:
        weight = weights[feature]
        for column in columns[feature]:
            sums[column] += weight
    return [min(1.0, value / norm / there) for value, there in zip(sums, norms, strict=True)]


def _weight(holders: int, total: int) -> float:
    """What a feature counts that so many of all texts hold."""
    return (1 + math.log((1 + total) / (1 + holders))) ** 2
