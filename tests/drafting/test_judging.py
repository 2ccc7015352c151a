"""Answers on weak links are kept with the draft, written and read again, and found where the clause went."""

from pathlib import Path

from drafter import drafting
from drafter.compare import judged
from drafter.drafting import draft_file, judge
from drafter.library import Library
from drafter.model.comparison import ClauseChange, ClauseKind
from drafter.model.draft import Draft

OLD = "临淄区-2026"


def _link(draft: Draft, item: int, position: int) -> ClauseChange:
    text = draft.items[item - 1].all_clauses[position - 1].text
    return ClauseChange(
        kind=ClauseKind.CHANGED,
        old="旧的措施。",
        new=text,
        old_item=3,
        old_position=2,
        new_item=item,
        new_position=position,
    )


def test_an_answer_survives_writing_moving_and_dropping_of_others(library: Library, tmp_path: Path) -> None:
    draft = drafting.new(2027, "临淄区", library, library.notice(OLD))
    draft = judge(draft, [judged.pair(OLD, _link(draft, 5, 1), linked=True)])
    path = tmp_path / "稿.yaml"
    draft_file.create(path, draft)
    read = draft_file.load(path)[0]
    assert judged.places(read, OLD) == {((3, 2), (5, 1)): True}
    moved = drafting.move(drafting.drop(read, 1), 4, at=1)
    assert judged.places(moved, OLD) == {((3, 2), (1, 1)): True}
    assert judged.places(moved, "淄博市-2024") == {}


def test_a_later_answer_takes_the_place_of_an_earlier_one(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library, library.notice(OLD))
    link = _link(draft, 5, 1)
    draft = judge(draft, [judged.pair(OLD, link, linked=True)])
    draft = judge(draft, [judged.pair(OLD, link, linked=False)])
    assert judged.places(draft, OLD) == {((3, 2), (5, 1)): False}
    assert draft.notes == ("已记下1处核对结果：沿用0处，不是沿用1处",)


def test_a_clause_that_was_rewritten_is_another_question(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library, library.notice(OLD))
    draft = judge(draft, [judged.pair(OLD, _link(draft, 5, 1), linked=True)])
    assert judged.places(drafting.edit_clause(draft, 5, 1, "全新的一件事办3场。"), OLD) == {}
