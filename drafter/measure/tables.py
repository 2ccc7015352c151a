"""Tables found by their grid lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.measure.pages import Box, Line, Page, Rule, around

_NEAR = 0.6  # mm; a standing line that comes as near to a lying one meets it
_FEWEST = 2  # lines of a grid in each direction


@dataclass(frozen=True)
class Table:
    """The part of a table on one page: the outer rectangle, the grid, the text of the cells row by row."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[str, ...], ...]


def find_tables(page: Page, apart: Sequence[Rule] = ()) -> tuple[Table, ...]:
    """The tables of a page, top to bottom; bars that belong to something else are given as `apart`."""
    rules = [one for one in page.rules if one.colour.is_black and one not in apart]
    found = (_table(page, group) for group in _connected(rules))
    return tuple(sorted((one for one in found if one), key=lambda one: one.box.y0))


def _connected(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Bars grouped by whether they meet."""
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_meet(rule.box, other.box) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([rule, *(one for group in met for one in group)])
    return groups


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x0 <= other.x1 + _NEAR
        and other.x0 <= one.x1 + _NEAR
        and one.y0 <= other.y1 + _NEAR
        and other.y0 <= one.y1 + _NEAR
    )


def _table(page: Page, rules: Sequence[Rule]) -> Table | None:
    rows = _distinct(one.y for one in rules if one.lies)
    columns = _distinct(one.box.middle[0] for one in rules if not one.lies)
    if min(len(rows), len(columns)) < _FEWEST:
        return None
    box = around(one.box for one in rules)
    inside = [one for one in page.lines if box.y0 < one.baseline < box.y1]
    return Table(page.number, box, columns, rows, _cells(rows, columns, inside))


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those nearer than a line is thick taken as one."""
    kept: list[float] = []
    for one in sorted(places):
        if not kept or one - kept[-1] > _NEAR:
            kept.append(one)
    return tuple(kept)


def _cells(rows: Sequence[float], columns: Sequence[float], lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    texts = [["" for _ in columns[1:]] for _ in rows[1:]]
    for line in lines:
        row = _gap(rows, line.baseline)
        for glyph in line.inked:
            column = _gap(columns, glyph.x + glyph.advance / 2)
            if row is not None and column is not None:
                texts[row][column] += glyph.char
    return tuple(map(tuple, texts))


def _gap(edges: Sequence[float], place: float) -> int | None:
    """Between which two edges a place lies, None where outside."""
    return next((at for at, one in enumerate(edges[1:]) if edges[0] <= place <= one), None)
