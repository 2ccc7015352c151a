"""Targets side by side: what became of each, by how much, and in which order they are told."""

from decimal import Decimal

import pytest

from drafter import compare
from drafter.compare.figures import pair_targets
from drafter.model.comparison import TargetChange, TargetKind
from drafter.model.notice import Clause, Form, Item, Notice
from drafter.text import targets


def _pair(old: str, new: str) -> list[TargetChange]:
    return pair_targets(targets.find(old), targets.find(new))


def _notice(*clauses: str) -> Notice:
    item = Item(heading="甲事", clauses=tuple(Clause(text=text) for text in clauses), units=("区妇联",))
    return Notice(issuer="甲区人民政府办公室", year=2026, form=Form.DIRECT, title="甲", items=(item,))


@pytest.mark.parametrize(
    ("old", "new", "kind", "difference", "percentage"),
    [
        ("新建书房2处。", "新建书房3处。", "raised", "1", "50"),
        ("培训妇女1.9万名。", "培训妇女18000名。", "lowered", "-1000", "-5.3"),
        ("覆盖率达到85%以上。", "覆盖率达到90%以上。", "raised", "5", None),
        ("培训家政人员500人次以上。", "培训家政人员不少于500人次。", "same", "0", "0"),
        ("举办招聘活动10场。", "举办招聘活动12场次。", "raised", "2", "20"),
        ("检查妇女1.9万余人。", "检查妇女2万名。", "raised", "1000", "5.3"),
        ("办理时限不超过10个工作日，抽检30批次。", "办理时限不超过10个工作日，抽检20批次。", "lowered", "-10", "-33.3"),
        ("结对留守儿童100人。", "结对留守儿童100%全覆盖。", "redefined", None, None),
        ("培训家长5—8场。", "培训家长5—10场。", "raised", "2", "25"),
        ("资助学生不少于30人。", "资助学生不超过30人。", "redefined", "0", "0"),
    ],
)
def test_what_became_of_a_target_is_told_with_the_difference(
    old: str, new: str, kind: str, difference: str | None, percentage: str | None
) -> None:
    change = next(one for one in _pair(old, new) if one.change != "same" or kind == "same")
    assert change.change == kind
    assert change.difference == (None if difference is None else Decimal(difference))
    assert change.percentage == (None if percentage is None else Decimal(percentage))


def test_a_figure_is_not_set_beside_another_things_figure() -> None:
    found = _pair("开展戏曲进校园10场、少儿阅读推广30场。", "开展戏曲进校园6场、科普大篷车巡展5场。")
    assert {(one.change.value, one.old, one.new) for one in found} == {
        ("lowered", "10场", "6场"),
        ("dropped", "30场", None),
        ("added", None, "5场"),
    }


def test_values_are_plain_numbers_in_base_units() -> None:
    change = _pair("培训妇女1.9万名。", "培训妇女2万名。")[0]
    assert (str(change.old_value), str(change.new_value), change.measure) == ("19000", "20000", "名")


def test_lowered_and_dropped_targets_come_first_each_with_its_place() -> None:
    old = _notice("新建书房2处。", "走访老人10人。", "举办讲座8场。", "发放书包50个。")
    new = _notice("新建书房3处。", "发放书包50个。", "举办讲座6场。", "新开公交专线1条。")
    found = compare.notices(old, new).items[0].targets
    assert [one.change for one in found] == [
        TargetKind.LOWERED, TargetKind.DROPPED, TargetKind.RAISED, TargetKind.ADDED, TargetKind.SAME,
    ]  # fmt: skip
    assert [(one.old_position, one.new_position) for one in found] == [(3, 3), (2, None), (1, 1), (None, 4), (4, 2)]
    assert all(one.certain for one in found)


def test_a_clause_that_went_to_another_item_takes_its_target_there() -> None:
    stays, goes = Clause(text="走访困难老人和留守儿童家庭。"), Clause(text="举办家庭教育讲座8场，覆盖全部社区。")
    other = Clause(text="改造镇村道路两侧照明设施。")

    def made(first: tuple[Clause, ...], second: tuple[Clause, ...]) -> Notice:
        items = (Item(heading="甲事", clauses=first), Item(heading="乙事", clauses=second))
        return Notice(issuer="甲区人民政府办公室", year=2026, form=Form.DIRECT, title="甲", items=items)

    found = compare.notices(made((stays, goes), (other,)), made((stays,), (other, goes)))
    assert [[(one.change.value, one.old) for one in item.targets] for item in found.items] == [[], [("same", "8场")]]
    assert [(item.given, item.received) for item in found.items] == [((2,), ()), ((), (1,))]
