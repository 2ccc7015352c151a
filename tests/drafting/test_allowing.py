"""Exceptions of the check are set with a reason, stay with their item, and waive what they name alone."""

from pathlib import Path

import pytest

from drafter import check, drafting
from drafter.check import allowing
from drafter.drafting import draft_file
from drafter.errors import OutOfRange, UnfitValue, UnknownReference
from drafter.library import Library
from drafter.model.draft import Allowed, Draft

REASON = "区卫生健康局来函如此"


@pytest.fixture
def draft(library: Library) -> Draft:
    """The draft of 临淄区 for 2027 with a vague target in its third item."""
    made = drafting.new(2027, "临淄区", library, library.notice("临淄区-2026"))
    return drafting.edit_clause(made, 3, 1, "新增托位100个左右。")


def _vague(draft: Draft, library: Library) -> list[int | None]:
    return [one.where.ordinal for one in check.run(draft, library=library) if one.rule == "vague-target"]


@pytest.mark.parametrize("place", ["#3", "第3项", "3", "实事", "全文"])
@pytest.mark.parametrize("rule", ["vague-target", "指标含糊"])
def test_a_rule_is_waived_where_it_is_named(draft: Draft, library: Library, rule: str, place: str) -> None:
    assert _vague(draft, library) == [3]
    allowed = drafting.allow(draft, rule, place, REASON)
    assert _vague(allowed, library) == []
    assert allowed.replaced(allowed=(), notes=()) == draft.replaced(notes=())


def test_an_exception_stays_with_its_item_when_items_are_moved(draft: Draft, library: Library) -> None:
    allowed = drafting.allow(draft, "vague-target", "#3", REASON)
    moved = drafting.move(drafting.edit_clause(allowed, 1, 1, "举办招聘会5场左右。"), 3, at=1)
    assert _vague(moved, library) == [2]


def test_the_place_of_a_finding_waives_that_finding(draft: Draft, library: Library) -> None:
    found = next(one for one in check.run(draft, library=library) if one.rule == "vague-target")
    allowed = drafting.allow(draft, found.rule, allowing.place_of(found, draft), REASON)
    assert allowed.allowed == (Allowed(rule="vague-target", place=draft.items[2].id, reason=REASON),)
    assert found not in check.run(allowed, library=library)


def test_a_second_reason_for_the_same_takes_the_first_ones_place(draft: Draft) -> None:
    first = drafting.allow(draft, "vague-target", "#3", REASON)
    second = drafting.allow(first, "指标含糊", "第3项", "局里来函改定")
    assert [one.reason for one in second.allowed] == ["局里来函改定"]


def test_what_cannot_be_waived_is_refused_with_a_hint(draft: Draft) -> None:
    with pytest.raises(UnknownReference, match="指标含糊"):
        drafting.allow(draft, "指标含湖", "#3", REASON)
    with pytest.raises(UnknownReference, match="#3"):
        drafting.allow(draft, "vague-target", "第三条", REASON)
    with pytest.raises(OutOfRange):
        drafting.allow(draft, "vague-target", "#30", REASON)
    with pytest.raises(UnfitValue, match="理由"):
        drafting.allow(draft, "vague-target", "#3", "  ")


def test_an_exception_is_a_step_that_is_undone(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "稿.yaml"
    draft_file.create(path, draft)
    draft_file.change(path, "设例外", lambda before: drafting.allow(before, "vague-target", "#3", REASON))
    assert [one.reason for one in draft_file.load(path)[0].allowed] == [REASON]
    assert draft_file.undo(path) == "设例外"
    assert draft_file.load(path)[0].allowed == ()
