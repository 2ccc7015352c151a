"""Taking, dropping, moving and merging: what each step does to items, clauses, counts, ids and reasons."""

import pytest
from hypothesis import given, settings

from drafter import drafting
from drafter.errors import DrafterError, OutOfRange, UnfitValue, UnknownReference
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Item
from drafter.workspace import Workspace
from tests.conftest import ROOT
from tests.drafting import making


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027: ten items."""
    return drafting.new(2027, "临淄区", library)


@pytest.fixture
def own(workspace: Workspace) -> Library:
    """A library with one notice more, whose first item has sub-entries."""
    workspace.library.store(making.ENTRIES)
    return workspace.library


def _headings(draft: Draft) -> list[str | None]:
    return [item.heading for item in draft.items]


def _clauses(draft: Draft, number: int) -> list[str]:
    return [clause.text for clause in draft.items[number - 1].all_clauses]


def test_an_item_is_taken_to_the_end_unless_told_where(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#3", library=library, reason="邻区有")
    assert len(after.items) == 11
    new = after.items[10]
    assert new.heading == "实施托育服务提质扩容行动"
    assert (new.origin, new.reason, new.units) == ("博山区-2025#3", "邻区有", ("区卫健局", "区教体局"))
    assert [clause.origin for clause in new.clauses] == ["博山区-2025#3.1", "博山区-2025#3.2"]
    assert all(clause.confirmed == () for clause in new.clauses)
    assert after.items[:10] == draft.items
    assert after.notes[0] == "已采用 博山区-2025#3"


@pytest.mark.parametrize("at", [1, 5, 10, 11])
def test_an_item_is_taken_to_the_position_told(draft: Draft, library: Library, at: int) -> None:
    after = drafting.take(draft, "博山区-2025#3", library=library, at=at)
    assert after.items[at - 1].origin == "博山区-2025#3"
    assert [*after.items[: at - 1], *after.items[at:]] == list(draft.items)


def test_the_year_of_a_taken_item_moves_from_its_own_notice_year(own: Library) -> None:
    draft = drafting.new(2031, "周村区", own)
    dated = Item(heading="开展技能培训", clauses=("2024年培训妇女200人。",))
    own.store(making.ENTRIES.model_copy(update={"year": 2024, "items": (dated,)}))
    after = drafting.take(draft, "周村区-2024#1", library=own)
    assert _clauses(after, 4) == ["2031年培训妇女200人。"]
    assert any("2024年" in note and "2031年" in note for note in after.notes)


def test_a_whole_item_is_taken_into_another_with_its_clauses_and_units(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#3", library=library, into=3, reason="合并办理")
    assert len(after.items) == 10
    assert _clauses(after, 3) == [
        *_clauses(draft, 3),
        *(c.text for c in library.notice("博山区-2025").items[2].clauses),
    ]
    assert after.items[2].units == ("区教体局", "区卫健局")
    assert after.items[2].heading == draft.items[2].heading
    assert after.items[2].reason == "合并办理"
    assert any("区卫生健康局" in note for note in after.notes)


def test_a_clause_is_taken_into_an_item_at_the_place_told(draft: Draft, library: Library) -> None:
    text = library.notice("博山区-2025").items[4].clauses[1].text
    last = drafting.take(draft, "博山区-2025#5.2", library=library, into=6)
    assert _clauses(last, 6) == [*_clauses(draft, 6), text]
    first = drafting.take(draft, "博山区-2025#5.2", library=library, into=6, at=1)
    assert _clauses(first, 6) == [text, *_clauses(draft, 6)]
    assert first.items[5].clauses[0].origin == "博山区-2025#5.2"
    assert first.items[5].units == draft.items[5].units


def test_clauses_of_sub_entries_are_taken_by_their_number(own: Library) -> None:
    draft = drafting.new(2031, "周村区", own)
    after = drafting.take(draft, "周村区-2030#1.5", library=own, into=2)
    assert _clauses(after, 2) == ["新建书房3处。", "赠书500册。", "授课6场。"]
    assert after.items[1].clauses[2].origin == "周村区-2030#1.5"


@pytest.mark.parametrize(
    ("reference", "options", "told"),
    [
        ("博山区-2025", {}, (UnfitValue, "博山区-2025#3")),
        ("博山区-2025#3.1", {}, (UnfitValue, "--into")),
        ("博山区-2025#11", {}, (OutOfRange, "第1至第10")),
        ("博山区-2025#3.9", {"into": 1}, (OutOfRange, "第1至第2")),
        ("博山区-2024#1", {}, (UnknownReference, "博山区-2025")),
        ("博山区-2025#3", {"at": 12}, (OutOfRange, "第1至第11")),
        ("博山区-2025#3", {"at": 0}, (OutOfRange, "第1至第11")),
        ("博山区-2025#3", {"into": 11}, (OutOfRange, "第1至第10")),
        ("博山区-2025#3", {"into": 0}, (OutOfRange, "第1至第10")),
        ("博山区-2025#3.1", {"into": 2, "at": 5}, (OutOfRange, "第1至第4")),
    ],
)
def test_what_cannot_be_taken_is_told(
    draft: Draft, library: Library, reference: str, options: dict[str, int], told: tuple[type[Exception], str]
) -> None:
    with pytest.raises(told[0], match=told[1]):
        drafting.take(draft, reference, library=library, at=options.get("at"), into=options.get("into"))


def test_a_dropped_item_is_kept_with_text_origin_and_reason(draft: Draft) -> None:
    after = drafting.drop(draft, 3, reason="转为日常工作")
    assert _headings(after) == [heading for at, heading in enumerate(_headings(draft), start=1) if at != 3]
    (gone,) = after.dropped
    assert (gone.id, gone.origin, gone.reason) == (draft.items[2].id, "临淄区-2026#3", "转为日常工作")
    assert gone.text.startswith("推进教育设施优化提升")
    assert all(text in gone.text for text in _clauses(draft, 3))


def test_dropping_an_item_keeps_the_text_of_its_sub_entries_too(own: Library) -> None:
    after = drafting.drop(drafting.new(2031, "周村区", own), 1)
    for text in ("走访困境儿童2次。", "送温暖", "慰问孤儿30人。", "结对20人。", "授课6场。"):
        assert text in after.dropped[0].model_dump_json()


def test_a_dropped_clause_is_kept_and_the_others_stay(draft: Draft) -> None:
    after = drafting.drop(draft, 6, 2, reason="已完成")
    assert _clauses(after, 6) == [text for at, text in enumerate(_clauses(draft, 6), start=1) if at != 2]
    (gone,) = after.dropped
    assert gone.text == "开展科普大篷车进基层活动8场，提升儿童科技素养。"
    assert (gone.origin, gone.reason) == ("临淄区-2026#6.2", "已完成")


def test_dropping_the_last_clause_leaves_the_item_and_says_so(draft: Draft) -> None:
    after = drafting.drop(drafting.drop(draft, 3, 2), 3, 1)
    assert len(after.items) == 10
    assert _clauses(after, 3) == []
    assert any("第3项已没有措施" in note for note in after.notes)


def test_clauses_of_sub_entries_are_dropped_by_their_number(own: Library) -> None:
    after = drafting.drop(drafting.new(2031, "周村区", own), 1, 4)
    assert _clauses(after, 1) == ["走访困境儿童2次。", "发放补贴10万元。", "慰问孤儿30人。", "授课6场。"]
    assert [clause.text for clause in after.items[0].entries[0].clauses] == ["慰问孤儿30人。"]
    assert after.dropped[0].text == "结对20人。"


@pytest.mark.parametrize(
    ("item", "at", "order"),
    [
        (1, 3, [2, 3, 1, 4, 5, 6, 7, 8, 9, 10]),
        (10, 1, [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (4, 4, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        (2, 10, [1, 3, 4, 5, 6, 7, 8, 9, 10, 2]),
    ],
)
def test_a_moved_item_stands_at_the_position_told(draft: Draft, item: int, at: int, order: list[int]) -> None:
    after = drafting.move(draft, item, at=at, reason="调整次序")
    assert _headings(after) == [draft.items[number - 1].heading for number in order]
    assert after.items[at - 1].reason == "调整次序"
    assert after.dropped == ()


def test_a_moved_clause_goes_into_another_item_with_its_origin(draft: Draft) -> None:
    moved = _clauses(draft, 3)[0]
    after = drafting.move(draft, 3, 1, into=5, at=2, reason="托育归一处")
    assert _clauses(after, 3) == _clauses(draft, 3)[1:]
    assert _clauses(after, 5) == [_clauses(draft, 5)[0], moved, *_clauses(draft, 5)[1:]]
    assert after.items[4].clauses[1].origin == "临淄区-2026#3.1"
    assert after.items[4].reason == "托育归一处"


def test_a_clause_is_moved_within_its_item(draft: Draft) -> None:
    one, two, three, four = _clauses(draft, 4)
    assert _clauses(drafting.move(draft, 4, 4, at=1), 4) == [four, one, two, three]
    assert _clauses(drafting.move(draft, 4, 1, at=3), 4) == [two, three, one, four]
    assert _clauses(drafting.move(draft, 4, 2, into=4), 4) == [one, three, four, two]


def test_a_clause_leaves_its_sub_entry_when_moved(own: Library) -> None:
    after = drafting.move(drafting.new(2031, "周村区", own), 1, 5, into=2, at=1)
    assert _clauses(after, 2) == ["授课6场。", "新建书房3处。", "赠书500册。"]
    assert _clauses(after, 1) == ["走访困境儿童2次。", "发放补贴10万元。", "慰问孤儿30人。", "结对20人。"]


def test_merging_puts_clauses_sub_entries_and_units_behind_those_of_the_target(own: Library) -> None:
    draft = drafting.new(2031, "周村区", own)
    after = drafting.move(draft, 1, into=3, reason="合并")
    assert _headings(after) == ["建设城市书房", "开展技能培训"]
    merged = after.items[1]
    assert [clause.text for clause in merged.clauses] == ["培训妇女200人。", "走访困境儿童2次。", "发放补贴10万元。"]
    assert [entry.heading for entry in merged.entries] == ["送温暖", "送课堂"]
    assert merged.units == ("区人社局", "区妇联")
    assert (merged.id, merged.reason) == (draft.items[2].id, "合并")
    (gone,) = after.dropped
    assert gone.id == draft.items[0].id
    assert gone.text.startswith("关爱困境儿童")


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"item": 11, "at": 1}, OutOfRange),
        ({"item": 0, "at": 1}, OutOfRange),
        ({"item": 3, "at": 11}, OutOfRange),
        ({"item": 3, "into": 11}, OutOfRange),
        ({"item": 3, "clause": 3, "at": 1}, OutOfRange),
        ({"item": 3, "clause": 1, "at": 3}, OutOfRange),
        ({"item": 3, "clause": 1, "into": 2, "at": 5}, OutOfRange),
        ({"item": 3}, UnfitValue),
        ({"item": 3, "into": 3}, UnfitValue),
    ],
)
def test_what_cannot_be_moved_is_told(draft: Draft, options: dict[str, int], fault: type[Exception]) -> None:
    with pytest.raises(fault, match=r"请|不能"):
        drafting.move(draft, options["item"], options.get("clause"), at=options.get("at"), into=options.get("into"))


def test_a_position_given_for_a_merge_is_heeded_or_refused(draft: Draft) -> None:
    with pytest.raises(DrafterError, match=r"请|不能"):
        drafting.move(draft, 3, into=4, at=99)


def test_what_cannot_be_dropped_is_told_with_how_many_there_are(draft: Draft) -> None:
    with pytest.raises(OutOfRange, match="第11个（只有第1至第10）"):
        drafting.drop(draft, 11)
    with pytest.raises(OutOfRange, match="第3项的措施没有第3个（只有第1至第2）"):
        drafting.drop(draft, 3, 3)


def test_ids_stay_with_their_items_and_are_never_used_again(draft: Draft, library: Library) -> None:
    gone = draft.items[9].id
    after = drafting.drop(draft, 10)
    after = drafting.take(after, "博山区-2025#3", library=library, at=1)
    second = after.items[0].id
    assert second not in {item.id for item in draft.items}
    after = drafting.drop(after, 1)
    after = drafting.take(after, "博山区-2025#4", library=library, at=1)
    assert after.items[0].id not in {gone, second, *(item.id for item in draft.items)}
    after = drafting.move(after, 1, at=10)
    assert [item.id for item in after.items[:9]] == [item.id for item in draft.items[:9]]


def test_reasons_add_up_step_by_step(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#3", library=library, at=1, reason="邻区有")
    after = drafting.take(after, "博山区-2025#5.2", library=library, into=1, reason="加一条")
    after = drafting.move(after, 1, at=2, reason="调整次序")
    after = drafting.drop(after, 2, 1, reason="条件不具备")
    assert after.items[1].reason == "邻区有；加一条；调整次序"
    assert after.dropped[0].reason == "条件不具备"


@settings(deadline=None, max_examples=60)
@given(making.steps)
def test_no_sequence_of_steps_ever_loses_a_clause(steps: list[making.Step]) -> None:
    library = Library(ROOT / "library")
    draft = drafting.new(2031, "临淄区", library, making.ENTRIES.model_copy(update={"year": 2030}))
    for step in steps:
        after = making.after_step(draft, step, library)
        new = "；".join(one.model_dump_json() for one in after.dropped[len(draft.dropped) :])
        for text in making.clause_texts(draft) - making.clause_texts(after):
            assert text in new, step
        assert after.dropped[: len(draft.dropped)] == draft.dropped
        ids = [item.id for item in after.items]
        assert len(set(ids)) == len(ids)
        assert not {one.id for one in after.dropped if one.id not in {i.id for i in draft.items}} & set(ids)
        drafting.notice_of(after)
        draft = after
