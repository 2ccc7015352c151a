"""Each unit once, whatever its spelling; organs of other levels and places, and groups, stand for themselves."""

from typing import Any

import pytest

from drafter.handover.responsibilities import Responsible, responsibilities
from drafter.library import Library
from tests.handover.making import draft


def units(library: Library, *items: dict[str, Any], **head: Any) -> dict[str, Responsible]:
    return {one.name: one for one in responsibilities(draft(*items, **head), library).units}


@pytest.mark.parametrize(
    "names",
    [
        ("区卫健局", "区卫生健康局"),
        ("区卫健局", "卫健局"),
        ("区妇联", "临淄区妇联", "区妇女联合会"),
        ("临淄公安分局", "区公安分局", "淄博市公安局临淄分局"),
        ("临淄医保分局", "区医疗保障局"),
        ("团区委", "共青团临淄区委"),
        ("市卫生健康委", "淄博市卫健委"),
        ("区人社局", "区 人社局"),
    ],
)
def test_spellings_of_one_unit_are_one_under_the_first_name_used(library: Library, names: tuple[str, ...]) -> None:
    found = units(library, *({"units": [name]} for name in names))
    assert list(found) == [names[0]]
    assert found[names[0]].spellings == names
    assert found[names[0]].numbers == tuple(range(1, len(names) + 1))


@pytest.mark.parametrize(
    "names",
    [
        ("区卫健局", "市卫生健康委"),
        ("区妇联", "张店区妇联", "市妇联"),
        ("临淄公安分局", "张店公安分局", "市公安局"),
        ("源泉镇人民政府", "白塔镇人民政府", "各镇（街道）", "相关镇人民政府", "街道办事处"),
        ("有关部门单位", "各责任单位"),
        ("区教体局", "区体育局"),
        ("某新设中心", "某新设局"),
    ],
)
def test_other_organs_and_groups_are_kept_apart_and_as_they_are(library: Library, names: tuple[str, ...]) -> None:
    assert tuple(units(library, {"units": list(names)})) == names


def test_a_county_reads_the_register_as_its_own(library: Library) -> None:
    found = units(library, {"units": ["县卫健局"]}, {"units": ["县卫生健康局"]}, place="青岚县")
    assert found["县卫健局"].spellings == ("县卫健局", "县卫生健康局")


def test_a_unit_of_the_items_or_of_a_sub_entry_has_its_part_told(library: Library) -> None:
    entry = {
        "ordinal": "（一）",
        "heading": "检查",
        "clauses": [{"text": "检查2次。"}],
        "units": ["区卫健局", "区教体局"],
    }
    nameless = {"clauses": [{"text": "再查1次。"}], "units": ["区残联", "区妇联"], "lead_units": ["区妇联"]}
    found = units(
        library,
        {"units": ["区妇联", "区卫生健康局"]},
        {"units": ["区民政局", "区妇联"], "lead_units": ["区妇女联合会"]},
        {"units": ["区妇联"], "entries": [entry, nameless]},
    )
    assert {name: one.numbers for name, one in found.items()} == {
        "区妇联": (1, 2, 3),
        "区卫生健康局": (1, 3),
        "区民政局": (2,),
        "区教体局": (3,),
        "区残联": (3,),
    }
    assert [found["区妇联"].role_in(number) for number in (1, 2, 3)] == ["牵头", "牵头", "牵头；第2分项牵头"]
    assert [found["区卫生健康局"].role_in(number) for number in (1, 3)] == ["配合", "（一）牵头"]
    assert found["区教体局"].role_in(3) == "（一）配合"
    assert found["区民政局"].role_in(2) == "配合"


def test_a_lead_that_is_not_among_the_units_gets_its_part(library: Library) -> None:
    found = units(library, {"units": ["区妇联"], "lead_units": ["区民政局"]})
    assert found["区民政局"].role_in(1) == "牵头"
    assert found["区妇联"].role_in(1) == "配合"


def test_what_a_drafter_has_to_look_at_is_told(library: Library) -> None:
    made = draft(
        {"units": ["区卫健局", "区卫生健康局", "某新设中心"]},
        {"units": []},
        {"units": [" "]},
        {"units": ["区妇联"]},
        {"units": ["区妇联", "区残联"], "lead_units": ["区残联"]},
    )
    assert list(responsibilities(made, library).notes) == [
        "“区卫健局”、“区卫生健康局”按责任单位登记表是同一个单位，合为一份，用“区卫健局”",
        "责任单位登记表中没有：某新设中心，请核对名称",
        "第2项、第3项没有写责任单位，不在任何单位的表里",
        "没有写明牵头单位的，按惯例以排在第一位的为牵头单位，请核对：第1项",
    ]


def test_nothing_is_told_where_all_is_plain(library: Library) -> None:
    assert responsibilities(draft({"units": ["区妇联"]}), library).notes == ()
