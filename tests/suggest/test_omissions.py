"""A whole draft beside the library: unused neighbours for each item, what it leaves out, the outlines it touches."""

import pytest

from drafter import drafting, suggest
from drafter.errors import OutOfRange
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.suggest import Wanted

OUTLINES = {"中国妇女发展纲要（2021—2030年）": 8, "中国儿童发展纲要（2021—2030年）": 7}


@pytest.fixture
def draft(library: Library) -> Draft:
    """博山区's draft for 2027 as it begins: everything of 2025 kept."""
    return drafting.new(2027, "博山区", library)


def test_a_draft_that_keeps_everything_leaves_nothing_out(draft: Draft, library: Library) -> None:
    found = suggest.survey(draft, library)
    assert found.last == "博山区-2025"
    assert found.omitted_items == found.omitted_clauses == ()


def test_what_was_dropped_is_told_with_its_reason(draft: Draft, library: Library) -> None:
    text = draft.items[0].clauses[1].text
    changed = drafting.drop(draft, 1, 2)
    changed = drafting.drop(changed, 6, reason="已转为日常工作")
    found = suggest.survey(changed, library)
    assert [(one.ref, one.reason) for one in found.omitted_items] == [("博山区-2025#6", "已转为日常工作")]
    assert [(one.ref, one.text, one.reason) for one in found.omitted_clauses] == [("博山区-2025#1.2", text, None)]


def test_what_moved_into_another_item_is_not_left_out(draft: Draft, library: Library) -> None:
    changed = drafting.move(draft, 5, 2, into=4)
    found = suggest.survey(changed, library)
    assert found.omitted_clauses == ()


def test_the_superiors_themes_that_the_draft_lacks_are_told_with_its_items(draft: Draft, library: Library) -> None:
    found = suggest.survey(draft, library)
    assert found.superior == "淄博市-2024"
    assert [one.theme for one in found.missing_themes] == ["教育资源"]
    assert [one.ref for one in found.missing_themes[0].items] == ["淄博市-2024#1"]
    without = suggest.survey(drafting.drop(draft, 10), library)
    assert {"困境儿童", "残疾儿童"} <= {one.theme for one in without.missing_themes}


def test_a_theme_that_one_clause_of_another_item_has_is_not_missing(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    assert "残疾儿童" not in {theme for item in draft.items for theme in item.themes}
    assert "残疾儿童" not in [one.theme for one in suggest.survey(draft, library).missing_themes]


def test_every_field_of_both_outlines_is_counted(draft: Draft, library: Library) -> None:
    fields = suggest.survey(draft, library).fields
    counted = {name: sum(one.outline == name for one in fields) for name in OUTLINES}
    assert counted == OUTLINES
    touched = {one.name: one.items for one in fields}
    assert 1 in touched["妇女与经济"]
    assert touched["妇女参与决策和管理"] == ()
    emptied = suggest.survey(drafting.drop(draft, 4), library)
    assert {one.name: one.items for one in emptied.fields}["儿童与家庭"] == ()


def test_the_fields_of_the_themes_are_those_of_the_outlines(library: Library) -> None:
    named = {name for outline in library.themes.outlines for name in outline.fields}
    assert {name for theme in library.themes.entries for name in (*theme.women, *theme.children)} <= named


def test_cards_are_never_what_the_draft_uses_or_used(draft: Draft, library: Library) -> None:
    changed = drafting.drop(draft, 6)
    changed = drafting.take(changed, "淄博市-2024#8", library=library)
    found = suggest.survey(changed, library, limit=3)
    refs = {card.ref for item in found.items for card in item.cards}
    assert refs
    assert not {ref for ref in refs if ref.startswith(("博山区-2025", "淄博市-2024#8."))}
    assert "博山区-2023#1.1" not in refs  # the draft continues it: 托位数
    assert [item.item for item in found.items] == list(range(1, len(changed.items) + 1))


def test_a_commitment_stands_below_one_item_only(draft: Draft, library: Library) -> None:
    found = suggest.survey(draft, library, limit=3)
    refs = [ref for item in found.items for card in item.cards for ref in card.origins]
    assert len(refs) == len(set(refs))
    assert all(len(item.cards) <= 3 for item in found.items)


def test_cards_of_an_item_are_about_it(draft: Draft, library: Library) -> None:
    assert "妇女健康" in suggest.for_item(draft, 2, library)[0].themes
    assert "戏曲进校园" in suggest.for_item(draft, 5, library, clause=2)[0].clause
    only = suggest.for_item(draft, 2, library, wanted=Wanted(place="临淄区"))
    assert {card.ref.split("-")[0] for card in only} == {"临淄区"}


def test_an_item_or_clause_beyond_the_draft_is_named(draft: Draft, library: Library) -> None:
    with pytest.raises(OutOfRange, match="11"):
        suggest.for_item(draft, 11, library)
    with pytest.raises(OutOfRange, match="9"):
        suggest.for_item(draft, 2, library, clause=9)


def test_an_office_without_a_past_has_cards_all_the_same(library: Library) -> None:
    draft = drafting.new(2027, "张店区", library, library.notice("博山区-2025"))
    found = suggest.survey(draft, library)
    assert found.last is None
    assert found.superior == "淄博市-2024"
    assert any(item.cards for item in found.items)
