"""One side of a comparison: the clauses of a notice in one row, with their places and their items."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model.notice import Item

Place = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """The items of a notice, and all their clauses by place: (item, clause), both counted from 1."""

    items: Sequence[Item]

    @cached_property
    def clauses(self) -> dict[Place, str]:
        """The text of each clause by its place, in order."""
        return {
            (number, position): clause.text
            for number, item in enumerate(self.items, start=1)
            for position, clause in enumerate(item.all_clauses, start=1)
        }

    @cached_property
    def headings(self) -> list[str]:
        """The heading of each item, "" where it has none."""
        return [item.heading or "" for item in self.items]

    @cached_property
    def units(self) -> list[str]:
        """The units of each item as one text."""
        return ["、".join(item.all_units) for item in self.items]

    @cached_property
    def sizes(self) -> list[int]:
        """The number of characters in the clauses of each item."""
        return [sum(len(clause.text) for clause in item.all_clauses) for item in self.items]
