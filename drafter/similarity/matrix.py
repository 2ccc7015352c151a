"""How alike the texts of two lists are, each with each."""

import math
from collections import defaultdict
from collections.abc import Sequence

from drafter.similarity.folding import features, folded


def likenesses(olds: Sequence[str], news: Sequence[str]) -> list[list[float]]:
    """The likeness, 0 to 1, of each old text (row) with each new one (column); symmetric.

    The cosine of the characters and pairs of characters, those that few of the given texts hold counting most.
    """
    kinds = [features(folded(text)) for text in (*olds, *news)]
    holders: dict[str, int] = defaultdict(int)
    for kind in kinds:
        for feature in kind:
            holders[feature] += 1
    weights = {feature: (1 + math.log((1 + len(kinds)) / (1 + count))) ** 2 for feature, count in holders.items()}
    norms = [math.sqrt(sum(weights[feature] for feature in kind)) or 1.0 for kind in kinds]
    columns: dict[str, list[int]] = defaultdict(list)
    for column, kind in enumerate(kinds[len(olds) :]):
        for feature in kind:
            columns[feature].append(column)
    rows: list[list[float]] = []
    for kind, norm in zip(kinds[: len(olds)], norms[: len(olds)], strict=True):
        sums = [0.0] * len(news)
        for feature in kind:
            weight = weights[feature]
            for column in columns.get(feature, ()):
                sums[column] += weight
        rows.append([min(1.0, value / norm / norms[len(olds) + at]) for at, value in enumerate(sums)])
    return rows
