"""Tables found by their rules: strokes that cross make a grid; cells without a rule between them are one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_NEAR = 3.0  # points: rules this near to each other are one
_SHORTEST = 6.0
_MOST = 4_000  # strokes; a page with more is a drawing


@dataclass(frozen=True)
class Stroke:
    """A straight stroke, lying or standing, in points from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def lies(self) -> bool:
        """Whether it runs across."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True)
class Grid:
    """A table as drawn: where its columns and rows part, and the rules between them."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    strokes: tuple[Stroke, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.down[0]

    def holds(self, left: float, right: float, height: float) -> bool:
        """Whether something at a height of the page lies within."""
        middle = (left + right) / 2
        return self.across[0] <= middle <= self.across[-1] and self.down[0] <= height <= self.down[-1]

    def cell(self, across: float, down: float) -> tuple[int, int]:
        """The place (row, column) of the cell at a point; of joined cells the first."""
        column = sum(edge < across for edge in self.across[1:-1])
        row = sum(edge < down for edge in self.down[1:-1])
        return self._joined[row, column]

    def sides(self, place: tuple[int, int]) -> tuple[float, float]:
        """The left and the right side of the cell at a place, with all columns that it spans."""
        columns = [column for (_, column), first in self._joined.items() if first == place]
        return (self.across[min(columns)], self.across[max(columns) + 1]) if columns else (0.0, 0.0)

    def places(self) -> list[list[tuple[int, int]]]:
        """For each row the places of its cells; a place that belongs to another cell is one that holds nothing."""
        return [
            [
                (row, column) if self._joined[row, column] == (row, column) else (-1, -1)
                for column in range(len(self.across) - 1)
            ]
            for row in range(len(self.down) - 1)
        ]

    @cached_property
    def _joined(self) -> dict[tuple[int, int], tuple[int, int]]:
        first = {
            (row, column): (row, column) for row in range(len(self.down) - 1) for column in range(len(self.across) - 1)
        }
        for row, column in list(first):
            middle = (self.across[column] + self.across[column + 1]) / 2
            height = (self.down[row] + self.down[row + 1]) / 2
            if column and not self._standing(self.across[column], height):
                first[row, column] = first[row, column - 1]
            elif row and not self._lying(self.down[row], middle):
                first[row, column] = first[row - 1, column]
        return first

    def _standing(self, across: float, height: float) -> bool:
        return any(
            not one.lies and abs(one.left - across) <= _NEAR and one.top <= height <= one.bottom for one in self.strokes
        )

    def _lying(self, down: float, middle: float) -> bool:
        return any(
            one.lies and abs(one.top - down) <= _NEAR and one.left <= middle <= one.right for one in self.strokes
        )


def grids(strokes: Iterable[Stroke]) -> list[Grid]:
    """The tables of a page from top to bottom: groups of strokes that touch, with more than one cell."""
    long = [one for one in strokes if max(one.right - one.left, one.bottom - one.top) >= _SHORTEST]
    if len(long) > _MOST:
        return []
    found = []
    for group in _groups(long):
        across = _edges(one.left for one in group if not one.lies)
        down = _edges(one.top for one in group if one.lies)
        if len(across) > 1 and len(down) > 1 and len(across) + len(down) > 4:
            found.append(Grid(across, down, tuple(group)))
    return sorted(found, key=lambda grid: grid.top)


def _groups(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Strokes that touch each other, directly or by others."""
    groups: list[tuple[Stroke, list[Stroke]]] = []
    for stroke in sorted(strokes, key=lambda one: one.top):
        box, members = stroke, [stroke]
        apart = []
        for other, others in groups:
            if _touch(box, other):
                box, members = _around(box, other), [*others, *members]
            else:
                apart.append((other, others))
        groups = [*apart, (box, members)]
    return [members for _, members in groups]


def _touch(one: Stroke, other: Stroke) -> bool:
    beside = one.left - _NEAR <= other.right and other.left - _NEAR <= one.right
    return beside and one.top - _NEAR <= other.bottom and other.top - _NEAR <= one.bottom


def _around(one: Stroke, other: Stroke) -> Stroke:
    left, top = min(one.left, other.left), min(one.top, other.top)
    return Stroke(left, top, max(one.right, other.right), max(one.bottom, other.bottom))


def _edges(values: Iterable[float]) -> tuple[float, ...]:
    """Values that lie near each other as one."""
    ordered = sorted(values)
    if not ordered:
        return ()
    return (ordered[0], *(later for earlier, later in pairwise(ordered) if later - earlier > _NEAR))
