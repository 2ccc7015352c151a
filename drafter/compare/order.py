"""Telling what was moved from what merely stands after something that was."""

from collections.abc import Sequence
from typing import Any, TypeVar

_T = TypeVar("_T", bound=Any)


def longest_rise(places: Sequence[_T]) -> list[_T]:
    """The longest run of places, not needfully neighbours, that stand in rising order; the first such run."""
    best: list[list[_T]] = []
    for at, place in enumerate(places):
        chains = [best[earlier] for earlier in range(at) if places[earlier] < place]
        best.append([*max(chains, key=len, default=[]), place])
    return max(best, key=len, default=[])
