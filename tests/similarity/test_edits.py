"""The steps from one row of words to another."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from drafter.similarity import opcodes

_words = st.lists(st.sampled_from(("妇女", "儿童", "10", "场", "，")), max_size=12)


@given(_words, _words)
def test_the_steps_cover_both_rows_and_rebuild_the_new_one(old: list[str], new: list[str]) -> None:
    steps = opcodes(old, new)
    made: list[str] = []
    old_at = new_at = 0
    for tag, old_start, old_end, new_start, new_end in steps:
        assert (old_start, new_start) == (old_at, new_at)
        old_at, new_at = old_end, new_end
        assert (old_end > old_start, new_end > new_start) == {
            "equal": (True, True), "replace": (True, True), "delete": (True, False), "insert": (False, True)
        }[tag]  # fmt: skip
        made += old[old_start:old_end] if tag == "equal" else new[new_start:new_end]
    assert (old_at, new_at) == (len(old), len(new))
    assert made == new
    tags = [step.tag == "equal" for step in steps]
    assert all(one != other for one, other in itertools.pairwise(tags))


def test_a_changed_figure_is_one_replacement() -> None:
    steps = opcodes(["开展", "戏曲", "进", "校园", "10", "场"], ["开展", "戏曲", "进", "校园", "6", "场"])
    assert [step.tag for step in steps] == ["equal", "replace", "equal"]
