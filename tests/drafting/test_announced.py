"""八件实事: the announced count follows the number of items, and one that never fitted is left and told."""

import re

import pytest

from drafter import drafting
from drafter.library import Library
from drafter.model.draft import Draft


@pytest.fixture
def draft(library: Library) -> Draft:
    """淄川区's draft for 2024, which announces 八件实事 in title, opening and closing."""
    return drafting.new(2024, "淄川区", library)


def _announced(draft: Draft) -> tuple[str, ...]:
    return draft.title, *draft.opening, *draft.closing


def _with_count(draft: Draft, word: str) -> tuple[str, ...]:
    """The three texts of the source as they announce another count."""
    return tuple(text.replace("八件实事", f"{word}件实事") for text in _announced(draft))


def test_the_source_announces_its_count_three_times(draft: Draft) -> None:
    assert sum(text.count("八件实事") for text in _announced(draft)) == 3
    assert len(draft.items) == 8


def test_dropping_an_item_lowers_the_count_everywhere_and_says_so(draft: Draft) -> None:
    after = drafting.drop(draft, 3, reason="已建成")
    assert _announced(after) == _with_count(draft, "七")
    for place in ("标题", "开头", "结尾"):
        assert any(note.startswith(place) and re.search("八件实事.*(?:七|7)件", note) for note in after.notes), place


def test_taking_an_item_raises_it(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#3", library=library)
    assert _announced(after) == _with_count(draft, "九")
    after = drafting.take(drafting.take(after, "博山区-2025#4", library=library), "博山区-2025#5", library=library)
    assert _announced(after) == _with_count(draft, "十一")


def test_merging_two_items_lowers_it(draft: Draft) -> None:
    assert _announced(drafting.move(draft, 8, into=7)) == _with_count(draft, "七")


def test_steps_inside_items_leave_it(draft: Draft, library: Library) -> None:
    for after in (
        drafting.drop(draft, 8, 1),
        drafting.move(draft, 8, at=1),
        drafting.move(draft, 8, 1, into=7),
        drafting.take(draft, "博山区-2025#3", library=library, into=1),
    ):
        assert _announced(after) == _announced(draft)


def test_dropping_and_taking_again_gives_the_first_text_again(draft: Draft, library: Library) -> None:
    after = drafting.take(drafting.drop(draft, 3), "淄川区-2023#3", library=library, at=3)
    assert _announced(after) == _announced(draft)


def test_a_count_in_figures_stays_in_figures(draft: Draft) -> None:
    figures = drafting.edit_head(draft, title="淄川区人民政府办公室关于2024年为全区妇女儿童办好8件实事的通知")
    after = drafting.drop(figures, 1)
    assert after.title == "淄川区人民政府办公室关于2024年为全区妇女儿童办好7件实事的通知"
    assert after.opening == _with_count(draft, "七")[1:2]


def test_a_count_that_did_not_fit_is_left_and_told(draft: Draft) -> None:
    wrong = drafting.edit_head(draft, title="淄川区人民政府办公室关于2024年办好十件实事的通知")
    after = drafting.drop(wrong, 1)
    assert after.title == wrong.title
    assert any("标题" in note and "十件实事" in note and "核对" in note for note in after.notes)
    assert after.opening == _with_count(draft, "七")[1:2]


def test_counts_of_other_things_are_left(draft: Draft) -> None:
    closing = "区政府督查室按季度督办，连续办好八件实事，用八年时间建八处儿童乐园，发布第八件提案。"
    after = drafting.drop(drafting.edit_head(draft, closing=[closing]), 1)
    assert after.closing == (closing.replace("八件实事", "七件实事"),)


def test_all_items_may_go_without_a_fault(draft: Draft) -> None:
    after = draft
    for _ in range(8):
        after = drafting.drop(after, 1)
    assert after.items == ()
    assert len(after.dropped) == 8
    assert not any("一件实事" in text for text in _announced(after))


def test_a_notice_that_announces_no_count_stays_as_it_is(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    after = drafting.drop(draft, 1)
    assert _announced(after) == _announced(draft)
    assert not any("件实事" in note for note in after.notes)
