"""What a comparison tells of a draft made step by step, and of two notices by their texts alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from drafter import compare, drafting
from drafter.compare.figures import pair_targets
from drafter.compare.summary import is_different, summary
from drafter.library import Library
from drafter.model.comparison import ClauseKind, Comparison, ItemChange, Relation
from drafter.model.draft import Draft
from drafter.model.notice import Form, Item, Notice
from drafter.text import targets
from tests.conftest import REFERENCES


@dataclass(frozen=True)
class Against:
    """Compares drafts with the notice they began from."""

    library: Library

    def source(self, draft: Draft) -> Comparison:
        old = draft.source or ""
        return compare.notices(self.library.notice(old), draft, old_name=old, new_name="草稿")


@pytest.fixture
def against(library: Library) -> Against:
    """Comparison with last year."""
    return Against(library)


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027: ten items as in 2026."""
    return drafting.new(2027, "临淄区", library)


def _of_new(comparison: Comparison, number: int) -> ItemChange:
    return next(change for change in comparison.items if number in change.new)


def _of_old(comparison: Comparison, number: int) -> ItemChange:
    return next(change for change in comparison.items if number in change.old)


def _pairs(comparison: Comparison) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(change.relation.value, change.old, change.new) for change in comparison.items]


def _moved(comparison: Comparison) -> list[tuple[int, ...]]:
    return [change.new for change in comparison.items if change.moved]


def _notice(*items: Sequence[str]) -> Notice:
    """A notice whose items have a heading and clauses."""
    made = tuple(Item(heading=heading, clauses=tuple(clauses), units=("区妇联",)) for heading, *clauses in items)
    return Notice(issuer="甲区人民政府办公室", year=2026, form=Form.DIRECT, title="甲", items=made)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_notice_compared_with_itself_shows_no_difference(library: Library, reference: str) -> None:
    notice = library.notice(reference)
    found = compare.notices(notice, notice)
    assert not is_different(found)
    numbers = range(1, len(notice.items) + 1)
    assert _pairs(found) == [("continued", (number,), (number,)) for number in numbers]
    for change in found.items:
        assert {clause.kind for clause in change.clauses} == {ClauseKind.SAME}
        assert {target.change for target in change.targets} <= {"same"}
        assert change.certain
        assert (change.moved, change.retitled) == (False, False)
        assert (change.units.added, change.units.removed) == ((), ())


@pytest.mark.parametrize(("place", "year"), [("临淄区", 2027), ("淄川区", 2024), ("博山区", 2026)])
def test_a_fresh_draft_continues_every_item_of_last_year(
    library: Library, against: Against, place: str, year: int
) -> None:
    draft = drafting.new(year, place, library)
    found = against.source(draft)
    numbers = range(1, len(draft.items) + 1)
    assert _pairs(found) == [("continued", (number,), (number,)) for number in numbers]
    assert _moved(found) == []
    assert {change.matched_by for change in found.items} == {"来源"}
    assert summary(found)["targets_raised"] == summary(found)["targets_lowered"] == 0


def test_a_taken_and_a_dropped_item_are_new_and_dropped(draft: Draft, library: Library, against: Against) -> None:
    changed = drafting.take(drafting.drop(draft, 3), "淄博市-2024#1", library=library, at=1)
    found = against.source(changed)
    assert (_of_new(found, 1).relation, _of_new(found, 1).old) == (Relation.NEW, ())
    assert (_of_old(found, 3).relation, _of_old(found, 3).new) == (Relation.DROPPED, ())
    assert [(change.old, change.new) for change in found.items if change.relation is Relation.CONTINUED] == [
        *(((old,), (old + 1,)) for old in (1, 2)),
        *(((old,), (old,)) for old in range(4, 11)),
    ]
    assert _moved(found) == []
    assert {clause.kind for clause in _of_new(found, 1).clauses} == {ClauseKind.ADDED}
    assert {clause.kind for clause in _of_old(found, 3).clauses} == {ClauseKind.REMOVED}


@pytest.mark.parametrize(("item", "at"), [(10, 1), (1, 10), (3, 6), (8, 2)])
def test_only_an_item_that_was_moved_is_marked_moved(draft: Draft, against: Against, item: int, at: int) -> None:
    found = against.source(drafting.move(draft, item, at=at))
    assert _moved(found) == [(at,)]
    assert _of_new(found, at).old == (item,)
    assert {change.relation for change in found.items} == {Relation.CONTINUED}


def test_items_that_change_their_number_by_another_ones_coming_or_going_are_not_moved(
    draft: Draft, library: Library, against: Against
) -> None:
    changed = drafting.drop(drafting.drop(draft, 9), 1)
    changed = drafting.take(changed, "淄博市-2024#1", library=library, at=4)
    assert _moved(against.source(changed)) == []


@pytest.mark.parametrize(("item", "into"), [(8, 4), (8, 7), (9, 3), (4, 8), (3, 10)])
def test_two_items_merged_are_told_as_merged(draft: Draft, against: Against, item: int, into: int) -> None:
    found = against.source(drafting.move(draft, item, into=into))
    merged = _of_old(found, item)
    assert merged == _of_old(found, into)
    assert merged.relation is Relation.MERGED
    assert merged.old == tuple(sorted((item, into)))
    assert merged.new == (into - (item < into),)
    assert {clause.kind for clause in merged.clauses} == {ClauseKind.SAME}
    others = [change for change in found.items if change != merged]
    assert len(others) == 8
    assert {change.relation for change in others} == {Relation.CONTINUED}
    assert _moved(found) == []


def test_one_item_made_two_is_told_as_split(draft: Draft, library: Library, against: Against) -> None:
    changed = drafting.take(draft, "临淄区-2026#9", library=library, at=10)
    for clause in (6, 5, 4, 3):
        changed = drafting.drop(changed, 9, clause)
    for _ in range(2):
        changed = drafting.drop(changed, 10, 1)
    changed = drafting.edit_item(changed, 10, library=library, heading="办好托管和康复")
    split = _of_old(against.source(changed), 9)
    assert (split.relation, split.old, split.new) == (Relation.SPLIT, (9,), (9, 10))
    assert {clause.kind for clause in split.clauses} == {ClauseKind.SAME}


def test_a_clause_moved_to_another_item_is_told_as_moved_and_both_items_as_continued(
    draft: Draft, against: Against
) -> None:
    found = against.source(drafting.move(draft, 3, 1, into=5))
    assert _pairs(found)[2::2][:2] == [("continued", (3,), (3,)), ("continued", (5,), (5,))]
    moved = [clause for clause in _of_new(found, 5).clauses if clause.kind is ClauseKind.MOVED]
    assert [(clause.old_item, clause.new_item, clause.new) for clause in moved] == [
        (3, 5, "推进幼儿园托幼一体化建设，新增280个2—3岁幼儿托育学位。")
    ]
    assert ClauseKind.REMOVED not in {clause.kind for change in found.items for clause in change.clauses}


def test_a_rewritten_clause_stays_with_its_origin_however_little_is_left(draft: Draft, against: Against) -> None:
    found = against.source(drafting.edit_clause(draft, 6, 2, "科普进村居。"))
    changed = [clause for clause in _of_new(found, 6).clauses if clause.kind is ClauseKind.CHANGED]
    assert [(clause.old, clause.new) for clause in changed] == [
        ("开展科普大篷车进基层活动8场，提升儿童科技素养。", "科普进村居。")
    ]


def test_an_item_with_a_new_heading_is_retitled_and_still_continued(
    draft: Draft, library: Library, against: Against
) -> None:
    found = against.source(drafting.edit_item(draft, 6, library=library, heading="丰富文体生活"))
    assert [change.new for change in found.items if change.retitled] == [(6,)]
    changed = _of_new(found, 6)
    assert (changed.old_heading, changed.new_heading) == ("丰富文化体育服务供给", "丰富文体生活")
    assert changed.relation is Relation.CONTINUED


@pytest.mark.parametrize(
    ("place", "words", "told"),
    [
        ((6, 2), ("8场", "10场"), ("raised", "8场", "10场")),
        ((6, 2), ("8场", "6场"), ("lowered", "8场", "6场")),
        ((2, 1), ("1.9万名", "2万名"), ("raised", "1.9万名", "2万名")),
        ((2, 1), ("1.9万名", "18000名"), ("lowered", "1.9万名", "18000名")),
        ((1, 1), ("不少于2场次", "不少于3场次"), ("raised", "不少于2场次", "不少于3场次")),
        ((5, 1), ("达到90%以上", "达到95%以上"), ("raised", "达到90%以上", "达到95%以上")),
        ((9, 6), ("约190名", "约180名"), ("lowered", "约190名", "约180名")),
        ((3, 1), ("280个", "若干"), ("dropped", "280个", None)),
        ((3, 2), ("场地提档改造", "场地提档改造5处"), ("added", None, "5处")),
    ],
)
def test_a_changed_target_is_told_with_both_values(
    draft: Draft, against: Against, place: tuple[int, int], words: tuple[str, str], told: tuple[str, ...]
) -> None:
    text = draft.items[place[0] - 1].clauses[place[1] - 1].text
    assert words[0] in text
    found = against.source(drafting.edit_clause(draft, *place, text.replace(*words)))
    changed = [
        (target.change, target.old, target.new)
        for change in found.items
        for target in change.targets
        if target.change != "same"
    ]
    assert changed == [told]


def test_targets_of_dropped_and_new_items_are_told(draft: Draft, library: Library, against: Against) -> None:
    changed = drafting.take(drafting.drop(draft, 3), "淄博市-2024#1", library=library)
    found = against.source(changed)
    assert [(target.change, target.old) for target in _of_old(found, 3).targets] == [("dropped", "280个")]
    assert [(target.change, target.new) for target in _of_new(found, 10).targets] == [
        ("added", "4所"),
        ("added", "10所"),
        ("added", "10个"),
    ]


def test_units_added_removed_and_a_new_lead_are_told(draft: Draft, library: Library, against: Against) -> None:
    found = against.source(drafting.edit_item(draft, 1, library=library, units="区妇联、区人社局、区总工会"))
    units = _of_new(found, 1).units
    assert (units.added, units.removed, units.lead_changed) == (("区总工会",), ("区商务局",), True)
    assert not any(change.units.added or change.units.lead_changed for change in found.items[1:])
    assert is_different(found)


def test_a_lead_told_apart_is_a_changed_lead(draft: Draft, library: Library, against: Against) -> None:
    found = against.source(drafting.edit_item(draft, 1, library=library, lead="区妇联"))
    units = _of_new(found, 1).units
    assert (units.added, units.removed, units.lead_changed) == ((), (), True)


def test_equal_clauses_are_paired_before_those_that_differ_in_a_figure() -> None:
    old = _notice(("甲事", "开展普法宣传活动10场。", "走访老人。"), ("乙事", "开展普法宣传活动30场。", "发放书包。"))
    new = _notice(("乙事", "开展普法宣传活动30场。", "发放书包。"))
    found = compare.notices(old, new)
    assert _pairs(found) == [("continued", (2,), (1,)), ("dropped", (1,), ())]
    assert {clause.kind for clause in _of_new(found, 1).clauses} == {ClauseKind.SAME}
    assert [target.change for target in _of_new(found, 1).targets] == ["same"]


def test_notices_of_two_years_are_paired_by_likeness_and_the_figure_told() -> None:
    old = _notice(("就业", "举办女性专场招聘会10场。"), ("健康", "为35—64岁妇女免费检查“两癌”5000人。"))
    new = _notice(("守护健康", "免费为35—64岁妇女检查“两癌”6000人。"), ("读书", "新建城市书房2处。"))
    found = compare.notices(old, new)
    assert _pairs(found) == [("continued", (2,), (1,)), ("new", (), (2,)), ("dropped", (1,), ())]
    assert [(target.change, target.old, target.new) for target in found.items[0].targets] == [
        ("raised", "5000人", "6000人")
    ]


def test_an_empty_notice_on_either_side_is_no_fault() -> None:
    full, empty = _notice(("甲事", "走访老人10人。")), _notice()
    assert _pairs(compare.notices(full, empty)) == [("dropped", (1,), ())]
    assert _pairs(compare.notices(empty, full)) == [("new", (), (1,))]
    assert compare.notices(empty, empty).items == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("新建书房2处。", "新建书房2处、驿站3处。", {("same", "2处", "2处"), ("added", None, "3处")}),
        ("培训约100人。", "培训不少于100人。", {("same", "约100人", "不少于100人")}),
        ("覆盖率达到90%。", "实现全覆盖。", {("redefined", "达到90%", "全覆盖")}),
        ("培训100人。", "培训5场。", {("redefined", "100人", "5场")}),
    ],
)
def test_targets_of_two_versions_of_a_clause_are_paired(
    old: str, new: str, told: set[tuple[str, str | None, str | None]]
) -> None:
    changes = pair_targets(targets.find(old), targets.find(new))
    assert {(change.change, change.old, change.new) for change in changes} == told
