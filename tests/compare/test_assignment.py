"""The optimal pairing, against every pairing there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare.assignment import best_pairs

gains = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from((0.0, 0.0, -0.5, 0.1, 0.25, 0.5, 0.75, 0.8, 1.0)), min_size=columns, max_size=columns),
        min_size=1,
        max_size=5,
    )
)


def _greatest(rows: list[list[float]]) -> float:
    """The greatest sum, by trying everything; a row may go without a column."""
    width = len(rows[0])
    ends = [*range(width), *([None] * len(rows))]
    sums = [
        sum(max(0.0, row[column]) for row, column in zip(rows, choice, strict=True) if column is not None)
        for choice in set(permutations(ends, len(rows)))
    ]
    return float(max(sums))


@given(gains)
def test_no_pairing_has_a_greater_sum(rows: list[list[float]]) -> None:
    pairs = best_pairs(rows)
    assert abs(sum(rows[row][column] for row, column in pairs) - _greatest(rows)) < 1e-9


@given(gains)
def test_each_row_and_column_is_used_once_and_only_where_there_is_a_gain(rows: list[list[float]]) -> None:
    pairs = best_pairs(rows)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(rows[row][column] > 0 for row, column in pairs)


def test_a_greedy_choice_gives_way_to_the_better_whole() -> None:
    assert best_pairs([[0.9, 0.8], [0.8, 0.1]]) == [(0, 1), (1, 0)]


def test_nothing_to_pair_is_no_pair() -> None:
    assert best_pairs([]) == best_pairs([[]]) == best_pairs([[0.0, -1.0]]) == []
