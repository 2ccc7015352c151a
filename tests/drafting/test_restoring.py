"""What was taken out comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import drafting
from drafter.errors import OutOfRange, UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft


@pytest.fixture(scope="module")
def begun(library: Library) -> Draft:
    return drafting.new(2027, "临淄区", library)


@given(data=st.data())
def test_items_dropped_in_any_order_come_back_with_their_own_words_to_their_places(
    begun: Draft, data: st.DataObject
) -> None:
    draft = drafting.edit_clause(begun, 5, 1, "这一条改成自己的话，全年不少于3次。")
    kept = draft.items
    for _ in range(data.draw(st.integers(1, 6))):
        draft = drafting.drop(draft, data.draw(st.integers(1, len(draft.items))))
    while draft.dropped:
        draft = drafting.restore(draft, data.draw(st.integers(1, len(draft.dropped))))
    assert draft.items == kept
    assert drafting.notice_of(draft) == drafting.notice_of(drafting.edit_clause(begun, 5, 1, kept[4].clauses[0].text))


def test_a_clause_comes_back_to_its_item_wherever_that_is_now(begun: Draft) -> None:
    gone = begun.items[4].clauses[1]
    draft = drafting.move(drafting.drop(begun, 5, 2), 5, at=1)
    back = drafting.restore(draft, 1)
    assert back.items[0].clauses[-1] == gone
    assert back.dropped == ()


def test_what_cannot_come_back_is_refused_with_what_to_do(begun: Draft) -> None:
    with pytest.raises(OutOfRange, match="一个也没有"):
        drafting.restore(begun, 1)
    with pytest.raises(UnfitValue, match="已并入"):
        drafting.restore(drafting.move(begun, 3, into=4), 1)
    with pytest.raises(UnfitValue, match="先放回那一项"):
        drafting.restore(drafting.drop(drafting.drop(begun, 5, 2), 5), 1)
