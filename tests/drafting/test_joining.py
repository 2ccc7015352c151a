"""Two clauses made one: no word and no confirmation is lost, and paragraphs stay apart."""

import pytest

from drafter import drafting
from drafter.drafting import joining
from drafter.errors import OutOfRange, UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftClause, DraftEntry


@pytest.fixture
def draft(library: Library) -> Draft:
    """A draft whose first item has two entries of two clauses behind its body."""
    begun = drafting.new(2027, "临淄区", library)
    entry = DraftEntry(heading="走访", clauses=(DraftClause(text="走访3次。"), DraftClause(text="做好总结。")))
    first = begun.items[0].replaced(entries=(entry, entry))
    return drafting.confirm(begun.replaced(items=(first, *begun.items[1:])), 1)


def texts(draft: Draft) -> list[str]:
    return [clause.text for clause in draft.items[0].all_clauses]


def test_a_clause_goes_behind_the_words_of_the_one_before(draft: Draft) -> None:
    before = texts(draft)
    after = joining.join(draft, 1, 3)
    assert texts(after) == [before[0], before[1] + before[2], *before[3:]]
    joined = after.items[0].clauses[1]
    assert joined.origin == "临淄区-2026#1.2"
    assert joined.confirmed == ("16场",)
    assert after.dropped == draft.dropped


def test_clauses_of_an_entry_are_joined_within_it(draft: Draft) -> None:
    after = joining.join(draft, 1, 7)
    assert [[clause.text for clause in entry.clauses] for entry in after.items[0].entries] == [
        ["走访3次。", "做好总结。"],
        ["走访3次。做好总结。"],
    ]


@pytest.mark.parametrize("clause", [1, 4, 6])
def test_the_first_of_a_paragraph_has_none_to_be_joined_to(draft: Draft, clause: int) -> None:
    with pytest.raises(UnfitValue, match="前面没有可以相连的措施"):
        joining.join(draft, 1, clause)


def test_a_clause_that_is_not_there_is_refused(draft: Draft) -> None:
    with pytest.raises(OutOfRange):
        joining.join(draft, 1, 8)
