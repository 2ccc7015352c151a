"""Texts taken apart once and set beside many others are as like as those compared anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.similarity import Beside, likenesses
from tests.library.making import texts

_lists = st.lists(texts, max_size=5)


@given(first=_lists, second=_lists, asked=st.lists(_lists, max_size=3))
def test_texts_joined_from_several_lists_are_as_like_as_one_list(
    first: list[str], second: list[str], asked: list[list[str]]
) -> None:
    joined = Beside(and_those_of=[Beside(first), Beside(second)])
    for olds in asked:
        assert joined.rows(olds) == [pytest.approx(row) for row in likenesses(olds, [*first, *second])]


def test_a_pair_that_few_of_all_texts_hold_counts_most() -> None:
    news = ["开展走访慰问", "开展家政培训", "开展法律援助"]
    (row,) = Beside(news).rows(["开展法律服务"])
    assert row.index(max(row)) == 2
    assert row[0] == pytest.approx(row[1])
    assert 0 < row[0] < row[2] < 1
