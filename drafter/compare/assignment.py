"""Pairing rows with columns so that the total gain is the greatest there is.

Shortest augmenting paths with potentials (Kuhn 1955, Jonker and Volgenant 1987), on each group of rows and columns
that hang together by gains; lists of clauses fall into many small groups.
"""

from collections import defaultdict
from collections.abc import Sequence

_Cells = dict[tuple[int, int], float]


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column), each used once, with the greatest sum of gains; cells of zero or less are never used.

    In the order of the rows; equal sums always give the same pairs.
    """
    cells = {(row, column): gain for row, line in enumerate(gains) for column, gain in enumerate(line) if gain > 0}
    return sorted(pair for rows, columns in _groups(cells) for pair in _solved(rows, columns, cells))


def _groups(cells: _Cells) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by a gain."""
    by_row: dict[int, list[int]] = defaultdict(list)
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        by_row[row].append(column)
        by_column[column].append(row)
    groups = []
    seen: set[int] = set()
    for start in by_row:
        if start in seen:
            continue
        rows, columns, waiting = {start}, set[int](), [start]
        while waiting:
            for column in by_row[waiting.pop()]:
                if column not in columns:
                    columns.add(column)
                    fresh = set(by_column[column]) - rows
                    rows |= fresh
                    waiting += fresh
        seen |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _solved(rows: list[int], columns: list[int], cells: _Cells) -> list[tuple[int, int]]:
    """The best pairs of one group. A row may always stay alone: it has an empty column of its own at no gain."""
    if len(rows) == 1:
        return [(rows[0], max(columns, key=lambda column: cells[rows[0], column]))]
    costs = [[-cells.get((row, column), 0.0) for column in columns] + [0.0] * len(rows) for row in rows]
    owners = _cheapest(costs)
    return [
        (rows[owner], column)
        for owner, column in zip(owners, columns, strict=False)
        if owner is not None and (rows[owner], column) in cells
    ]


def _cheapest(costs: list[list[float]]) -> list[int | None]:
    """For each column the row it goes to, every row used once, at the least total cost; there are no fewer columns."""
    width = len(costs[0])
    row_prices, column_prices = [0.0] * len(costs), [0.0] * width
    owners: list[int | None] = [None] * width
    for row in range(len(costs)):
        path, end = _shortest_path(row, costs, row_prices, column_prices, owners)
        while end is not None:
            before = path[end]
            owners[end] = row if before is None else owners[before]
            end = before
    return owners


def _shortest_path(
    start: int,
    costs: list[list[float]],
    row_prices: list[float],
    column_prices: list[float],
    owners: list[int | None],
) -> tuple[list[int | None], int | None]:
    """The cheapest way from a row to a free column: for each column the one before it, and the last; prices updated."""
    width = len(column_prices)
    lengths = [float("inf")] * width
    path: list[int | None] = [None] * width
    done: list[int] = []
    open_columns = list(range(width))
    row, last, length = start, None, 0.0
    while True:
        line, price = costs[row], row_prices[row]
        for column in open_columns:
            there = length + line[column] - price - column_prices[column]
            if there < lengths[column] - 1e-12:
                lengths[column], path[column] = there, last
        nearest = min(open_columns, key=lengths.__getitem__)
        length, last = lengths[nearest], nearest
        owner = owners[nearest]
        if owner is None:
            break
        done.append(nearest)
        open_columns.remove(nearest)
        row = owner
    row_prices[start] += length
    for column in done:
        reached = owners[column]
        column_prices[column] -= length - lengths[column]
        if reached is not None:
            row_prices[reached] += length - lengths[column]
    return path, last
