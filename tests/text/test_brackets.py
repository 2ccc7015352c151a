"""Pairs of brackets: each found alone or all at once, the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text import brackets


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("甲（乙）", {1: 3}),
        ("（甲〔乙〕丙）", {0: 6, 2: 4}),
        ("（甲", {}),
        ("）（甲）", {1: 3}),
        ("（甲（乙）", {2: 4}),
    ],
)
def test_each_bracket_closes_where_those_inside_are_closed(text: str, pairs: dict[int, int]) -> None:
    assert brackets.closings(text) == pairs


@settings(deadline=None)
@given(st.text("（）〔〕“”《》甲", max_size=30), st.integers(0, 10))
def test_all_at_once_are_those_found_one_by_one(text: str, start: int) -> None:
    alone = {at: brackets.closing_at(text, at) for at in range(start, len(text)) if text[at] in "（〔“《"}
    assert brackets.closings(text, start) == {at: closing for at, closing in alone.items() if closing is not None}
