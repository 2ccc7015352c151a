"""Which clause became which: what the draft records, what the drafter answered, what was divided or joined."""

import pytest

from drafter import compare, drafting
from drafter.compare import judged
from drafter.library import Library
from drafter.model.comparison import ClauseChange, ClauseKind, Comparison, Relation
from drafter.model.draft import ConfirmedPair, Draft
from drafter.model.notice import Clause, Form, Item, Notice

LONG = (
    "开展高素质农民培训，全区培训女性农民200人以上，选派技术人员到田间地头开展指导。",
    "为全区困难家庭发放助学金，建立一人一档，逐户走访困境儿童并及时更新台账。",
)
SHORT = "新建城市书房2处。"


def _notice(*items: tuple[str, ...]) -> Notice:
    made = tuple(
        Item(heading=heading, clauses=tuple(Clause(text=text) for text in texts), units=("区妇联",))
        for heading, *texts in items
    )
    return Notice(issuer="甲区人民政府办公室", year=2026, form=Form.DIRECT, title="甲", items=made)


def _clauses(comparison: Comparison) -> list[ClauseChange]:
    return [clause for item in comparison.items for clause in item.clauses]


def _between(comparison: Comparison, old: tuple[int, int], new: tuple[int, int]) -> list[ClauseChange]:
    places = (*old, *new)
    return [c for c in _clauses(comparison) if (c.old_item, c.old_position, c.new_item, c.new_position) == places]


@pytest.fixture
def boshan(library: Library) -> tuple[Notice, Notice]:
    """Two years of one place with five weak links between them."""
    return library.notice("博山区-2023"), library.notice("博山区-2025")


def test_a_refused_link_is_never_made_again(boshan: tuple[Notice, Notice]) -> None:
    first = compare.notices(*boshan)
    answers = [judged.pair(first.old, doubt, linked=False) for doubt in first.doubtful]
    again = compare.notices(*boshan, pairs=answers)
    linked = {(clause.old, clause.new) for clause in _clauses(again)}
    assert not linked & {(doubt.old, doubt.new) for doubt in first.doubtful}
    assert not set(again.doubtful) & set(first.doubtful)


def test_a_confirmed_link_is_certain_and_not_asked_again(boshan: tuple[Notice, Notice]) -> None:
    first = compare.notices(*boshan)
    answers = [judged.pair(first.old, doubt, linked=True) for doubt in first.doubtful]
    again = compare.notices(*boshan, pairs=answers)
    assert {clause.by for clause in _clauses(again) if clause.old in {doubt.old for doubt in first.doubtful}} == {
        "已确认"
    }
    assert not {doubt.new for doubt in again.doubtful} & {doubt.new for doubt in first.doubtful}


def test_a_link_no_likeness_would_make_is_made_when_a_person_says_so(boshan: tuple[Notice, Notice]) -> None:
    pair = ConfirmedPair(old="博山区-2023#9.3", new="博山区-2025#5.5", linked=True)
    found = compare.notices(*boshan, pairs=[pair])
    assert [clause.by for clause in _between(found, (9, 3), (5, 5))] == ["已确认"]


def test_answers_kept_in_a_draft_are_obeyed_after_items_were_moved(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    draft = drafting.edit_clause(draft, 6, 2, "科普进村居。")
    old = library.notice("临淄区-2026")
    pair = ConfirmedPair(old="临淄区-2026#1.1", new=draft.items[5].clauses[0].text, linked=False)
    moved = drafting.move(draft.replaced(pairs=(pair,)), 6, at=1)
    assert isinstance(moved, Draft)
    found = compare.notices(old, moved, old_name="临淄区-2026")
    assert [clause.by for clause in _between(found, (6, 2), (1, 2))] == ["来源"]


def test_a_clause_taken_from_another_notice_is_no_successor_of_a_like_one(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    draft = drafting.take(drafting.drop(draft, 2), "淄博市-2024#3", library=library)
    found = compare.notices(library.notice("临淄区-2026"), draft, old_name="临淄区-2026")
    relations = {(item.relation, item.old, item.new) for item in found.items}
    assert {(Relation.DROPPED, (2,), ()), (Relation.NEW, (), (10,))} <= relations
    taken = next(item for item in found.items if item.new == (10,))
    assert (taken.origin, taken.certain) == ("淄博市-2024#3", True)


def test_the_reason_of_what_was_taken_out_is_told_with_it(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    draft = drafting.drop(drafting.drop(draft, 3, reason="市里统一安排"), 1, 2, reason="已经完成")
    found = compare.notices(library.notice("临淄区-2026"), draft, old_name="临淄区-2026")
    assert [item.reason for item in found.items if item.old == (3,)] == ["市里统一安排"]
    assert [
        clause.reason for clause in _clauses(found) if clause.kind is ClauseKind.REMOVED and clause.old_item == 1
    ] == ["已经完成"]


def test_a_clause_made_two_has_a_row_for_each_with_its_part() -> None:
    whole = f"{LONG[0][:-1]}，{LONG[1]}"
    found = compare.notices(_notice(("甲事", whole, SHORT)), _notice(("甲事", *LONG, SHORT)))
    rows = [clause for clause in _clauses(found) if clause.old_position == 1]
    assert [(row.old_part, row.new_position, row.new) for row in rows] == [(1, 1, LONG[0]), (2, 2, LONG[1])]
    assert "".join(row.old or "" for row in rows) == whole
    assert {row.certain for row in rows} == {True}
    assert ClauseKind.ADDED not in {clause.kind for clause in _clauses(found)}


def test_parts_that_changed_places_are_numbered_as_they_stood() -> None:
    whole = f"{LONG[0][:-1]}，{LONG[1]}"
    found = compare.notices(_notice(("甲事", whole, SHORT)), _notice(("甲事", LONG[1], LONG[0], SHORT)))
    rows = [clause for clause in _clauses(found) if clause.old_position == 1]
    assert [(row.old_part, row.new) for row in rows] == [(2, LONG[1]), (1, LONG[0])]


def test_two_clauses_made_one_have_a_row_each_with_its_part() -> None:
    whole = f"{LONG[0][:-1]}，{LONG[1]}"
    found = compare.notices(_notice(("甲事", *LONG, SHORT)), _notice(("甲事", whole, SHORT)))
    rows = [clause for clause in _clauses(found) if clause.new_position == 1]
    assert [(row.new_part, row.old_position) for row in rows] == [(1, 1), (2, 2)]
    assert "".join(row.new or "" for row in rows) == whole


def test_a_dropped_and_an_added_clause_under_one_heading_are_not_taken_for_one() -> None:
    old = _notice(("甲事", *LONG, "走访老人10人。"))
    new = _notice(("甲事", *LONG, "新开公交专线1条。"))
    kinds = [clause.kind for clause in _clauses(compare.notices(old, new))]
    assert kinds == [ClauseKind.SAME, ClauseKind.SAME, ClauseKind.ADDED, ClauseKind.REMOVED]


def test_equal_clauses_of_two_items_stay_in_their_items() -> None:
    notice = _notice(("甲事", LONG[0], "加强宣传。"), ("乙事", "加强宣传。", LONG[1]))
    found = compare.notices(notice, notice)
    assert {clause.kind for clause in _clauses(found)} == {ClauseKind.SAME}


def test_the_order_of_the_items_says_nothing_about_what_they_became(boshan: tuple[Notice, Notice]) -> None:
    old, new = boshan
    turned = new.replaced(items=tuple(reversed(new.items)))
    straight = {(item.relation, item.old, item.new) for item in compare.notices(old, new).items}
    count = len(new.items) + 1
    backwards = {
        (item.relation, item.old, tuple(sorted(count - number for number in item.new)))
        for item in compare.notices(old, turned).items
    }
    assert straight == backwards


def test_beside_another_notice_than_its_own_a_draft_is_aligned_like_the_notice_it_came_from(library: Library) -> None:
    city, last = library.notice("淄博市-2024"), library.notice("临淄区-2026")
    draft = drafting.new(2027, "临淄区", library, last)
    beside_last, beside_draft = compare.notices(city, last), compare.notices(city, draft, old_name="淄博市-2024")
    assert [(one.old, one.new) for one in beside_draft.items] == [(one.old, one.new) for one in beside_last.items]
    assert sum(one.old is not None and one.new is not None for one in _clauses(beside_draft)) > 8


def _headed_alike(library: Library) -> tuple[Notice, Draft]:
    """A notice, and a draft that has only a heading much like one of its own."""
    draft = drafting.new(2028, "博山区", library, library.notice("博山区-2023"))
    text = "印制明信片寄给驻外使馆工作人员，每季度一回。"
    heading = "实施特殊困难儿童关爱工程"
    changed = drafting.edit_item(draft, 9, library=library, heading=heading, text=text, units="区外办")
    kept = [item for item in changed.items if item.id == changed.items[8].id]
    return library.notice("淄博市-2024"), changed.replaced(items=tuple(kept))


@pytest.mark.parametrize("linked", [True, False])
def test_items_that_only_their_headings_make_one_are_judged_too_and_stay_so(library: Library, *, linked: bool) -> None:
    old, draft = _headed_alike(library)
    (doubt,) = compare.notices(old, draft, old_name="淄博市-2024").doubtful_by_heading
    assert (doubt.old, doubt.new, doubt.certain) == ((10,), (1,), False)
    answer = judged.pair_of_items("淄博市-2024", doubt, linked=linked)
    judged_draft = draft.replaced(pairs=(answer,))
    for new in (
        judged_draft,
        judged_draft.replaced(items=(draft.items[0].replaced(id="x", heading="别的"), *draft.items)),
    ):
        found = compare.notices(old, new, old_name="淄博市-2024")
        assert found.doubtful_by_heading == ()
        (item,) = [one for one in found.items if len(new.items) in one.new]
        assert (item.old, item.certain, item.matched_by) == (((10,), True, "已确认") if linked else ((), True, None))
