"""A comparison in Chinese: how the two sides are called, by how much targets moved, what is said of doubts."""

from decimal import Decimal
from typing import Any

import pytest

from drafter.compare import telling, wording
from drafter.compare.told import Told
from drafter.model.comparison import (
    ClauseChange,
    ClauseKind,
    Comparison,
    ItemChange,
    Relation,
    TargetChange,
    TargetKind,
    UnitChange,
)
from tests.compare.viewing import notice

OLD, NEW = notice({}, year=2026), notice({})


def _told(*items: dict[str, Any]) -> Told:
    made = [ItemChange.model_validate({"relation": "continued", "old": (1,), "new": (1,)} | item) for item in items]
    return telling.of(Comparison(old="旧", new="新", items=tuple(made)), OLD, NEW)


@pytest.mark.parametrize(
    ("years", "place", "expected"),
    [
        ((2026, 2027), "青岚县", ("上年", "今年", "上年（2026年）", "今年（2027年）", "未延续", "新增")),
        ((2023, 2027), "青岚县", ("2023年", "2027年", "2023年", "2027年", "未延续", "新增")),
        ((2027, 2027), "青岚县", ("原稿", "新稿", "原稿", "新稿", "删去", "新增")),
        (
            (2026, 2027),
            "临淄区",
            (*("临淄区2026年", "青岚县2027年") * 2, "仅临淄区2026年有", "仅青岚县2027年有"),
        ),
    ],
)
def test_the_sides_are_called_as_people_call_them(
    years: tuple[int, int], place: str, expected: tuple[str, ...]
) -> None:
    old = notice({}, year=years[0], issuer=f"{place}人民政府办公室")
    words = wording.of(old, notice({}, year=years[1]))
    assert (words.old, words.new, words.old_head, words.new_head, words.ended, words.begun) == expected
    assert words.own == (place == "青岚县")


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"difference": Decimal(2), "percentage": Decimal("25.0"), "measure": "场"}, "增加2场，增长25%"),
        ({"difference": Decimal(-4), "percentage": Decimal("-40.0"), "measure": "场"}, "减少4场，下降40%"),
        ({"difference": Decimal(5), "measure": "%"}, "提高5个百分点"),
        ({"difference": Decimal("-0.5"), "measure": "%"}, "降低0.5个百分点"),
        ({"difference": Decimal(19000), "measure": "名"}, "增加1.9万名"),
        ({"difference": Decimal(10001), "measure": "名"}, "增加10001名"),
        ({"difference": Decimal(0), "measure": "名"}, ""),
        ({"certain": False}, "按文字推断，请核对"),
    ],
)
def test_how_far_a_target_moved_is_told_in_its_own_measure(fields: dict[str, Any], note: str) -> None:
    target = {"change": "raised", "old": "甲", "new": "乙", "new_item": 1, **fields}
    (row,) = _told({"targets": (TargetChange.model_validate(target),)}).targets
    assert (row.note, row.place, row.label) == (note, "今年第1项", "上调")


def test_a_weak_link_is_never_stated_as_a_fact() -> None:
    clause = ClauseChange(kind=ClauseKind.CHANGED, old="甲。", new="乙。", old_item=1, new_item=1, certain=False)
    (row,) = _told({"certain": False, "clauses": (clause,)}).items
    assert row.label == row.lines[0].label == "疑似沿用"
    assert "请核对" in row.lines[0].note
    assert any("请核对" in note for note in row.notes)


def test_targets_of_clauses_in_doubt_are_counted_apart() -> None:
    lowered = TargetChange(change=TargetKind.LOWERED, old="5场", new="4场", object="讲座", new_item=1)
    made = _told({"targets": (lowered, lowered.replaced(certain=False), lowered.replaced(certain=False))})
    assert made.summary[-1] == "指标下调1个；另有疑似沿用措施里的2个没有计入，请先核对。"
    alone = _told({"targets": (lowered.replaced(certain=False),)})
    assert alone.summary[-1] == "指标另有疑似沿用措施里的1个没有计入，请先核对。"


def test_units_are_told_as_whole_names_and_only_of_items_that_live_on() -> None:
    units = UnitChange.model_validate(
        {
            "added": ("县教体局",),
            "removed": ("县妇联",),
            "renamed": ({"old": "县卫计局", "new": "县卫健局"},),
            "lead_changed": True,
            "old_lead": ("县妇联",),
            "new_lead": ("县教体局",),
        }
    )
    made = _told({"units": units, "new_heading": "好事"}, {"relation": "new", "old": (), "new": (2,), "units": units})
    (row,) = made.units
    assert (row.added, row.removed) == (("县教体局",), ("县妇联",))
    assert row.notes == ("牵头单位由县妇联改为县教体局", "名称有变：县卫计局→县卫健局")


def test_what_a_drafter_gave_as_reason_and_origin_stands_with_the_item() -> None:
    made = _told({"relation": "new", "old": (), "origin": "淄博市-2024#8", "reason": "市里要求"})
    assert made.items[0].notes == ("来源：淄博市2024年第8项", "理由：市里要求")
    assert made.items[0].relation is Relation.NEW


def test_counts_that_are_nought_are_not_told() -> None:
    made = _told({"clauses": (ClauseChange(kind=ClauseKind.SAME, old="甲。", new="甲。", old_item=1, new_item=1),)})
    assert made.summary == ("实事上年1项，今年1项：沿用1项。", "措施未变1条。")
    assert not made.different
