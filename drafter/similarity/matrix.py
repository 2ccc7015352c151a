"""How alike the texts of two lists are, each with each."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

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
        kinds = [features(folded(text)) for text in news]
        self._kinds: list[set[str]] = kinds + [kind for other in and_those_of for kind in other._kinds]
        self._count = len(self._kinds)
        self._squares: dict[int, list[float]] = {}

    @cached_property
    def _columns(self) -> dict[str, list[int]]:
        """Which of the new texts hold a feature."""
        columns: dict[str, list[int]] = defaultdict(list)
        for column, kind in enumerate(self._kinds):
            for feature in kind:
                columns[feature].append(column)
        return columns

    def rows(self, olds: Sequence[str]) -> list[list[float]]:
        """The likeness of each old text with each new one."""
        kinds = [features(folded(text)) for text in olds]
        total = self._count + len(olds)
        added = Counter(feature for kind in kinds for feature in kind)
        weights: dict[str, float] = {}
        squares = list(self._squares_among(total))
        for feature, more in added.items():
            columns = self._columns.get(feature, ())
            weight = weights[feature] = _weight(len(columns) + more, total)
            if columns:
                less = _weight(len(columns), total) - weight
                for column in columns:
                    squares[column] -= less
        norms = [math.sqrt(square) or 1.0 for square in squares]
        return [self._row(kind, weights, norms) for kind in kinds]

    def _row(self, kind: set[str], weights: dict[str, float], norms: list[float]) -> list[float]:
        norm = math.sqrt(sum(weights[feature] for feature in kind)) or 1.0
        sums = [0.0] * self._count
        for feature in kind:
            weight = weights[feature]
            for column in self._columns.get(feature, ()):
                sums[column] += weight
        return [min(1.0, value / norm / there) for value, there in zip(sums, norms, strict=True)]

    def _squares_among(self, total: int) -> list[float]:
        """The sum of the weights of each new text's features, among so many texts of which no other holds them."""
        if total not in self._squares:
            by_count = [_weight(count, total) for count in range(self._count + 1)]
            weights = {feature: by_count[len(columns)] for feature, columns in self._columns.items()}
            self._squares[total] = [sum(map(weights.__getitem__, kind)) for kind in self._kinds]
        return self._squares[total]


def _weight(holders: int, total: int) -> float:
    """What a feature counts that so many of all texts hold."""
    return (1 + math.log((1 + total) / (1 + holders))) ** 2
