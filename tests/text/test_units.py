"""Names of organs, lists of them, and the unit clause at the end of an item."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafter.text import organs
from drafter.text.unit_clause import find_unit_clause, print_clause, print_inside, read_unit_clause
from tests.text.alphabet import any_text

NAMES = (
    "区妇联",
    "团区委",
    "区教育和体育局",
    "区住房和城乡建设局",
    "区文化和旅游局",
    "市人力资源和社会保障局",
    "区住房公积金管理中心",
    "区公安分局",
    "区检察院",
    "市卫生健康委",
    "区委宣传部",
    "八陡镇人民政府",
    "各镇（街道）",
    "区城市管理局（综合行政执法局）",
    "区妇女儿童工作委员会办公室",
)
UNITS = st.lists(st.sampled_from(NAMES), unique=True, max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("区人社局、区妇联、区商务局", ["区人社局", "区妇联", "区商务局"]),
        ("区人社局，区妇联", ["区人社局", "区妇联"]),
        ("区卫健局\n区妇联", ["区卫健局", "区妇联"]),
        ("区卫健局　区妇联 区教体局", ["区卫健局", "区妇联", "区教体局"]),
        ("区教育和体育局", ["区教育和体育局"]),
        ("区住房和城乡建设局、区妇联", ["区住房和城乡建设局", "区妇联"]),
        ("市教育局和市妇联", ["市教育局", "市妇联"]),
        ("区教育和体育局和区妇联", ["区教育和体育局", "区妇联"]),
        ("区总工会、团区委及各镇（街道）", ["区总工会", "团区委", "各镇（街道）"]),
        ("区妇联以及各镇人民政府", ["区妇联", "各镇人民政府"]),
        ("域城镇人民政府及相关镇人民政府、街道办事处", ["域城镇人民政府", "相关镇人民政府", "街道办事处"]),
        ("各镇（街道、开发区）、区妇联", ["各镇（街道、开发区）", "区妇联"]),
        ("市公安局和平分局、市妇联", ["市公安局和平分局", "市妇联"]),
        ("、区妇联、", ["区妇联"]),
        ("各县、市、区政府，市妇联", ["各县、市、区政府", "市妇联"]),
        ("市妇联、各镇、街道", ["市妇联", "各镇、街道"]),
        ("各镇、区妇联", ["各镇", "区妇联"]),
        ("市财政局、人事局", ["市财政局", "人事局"]),
        ("", []),
    ],
)
def test_a_list_of_units_is_taken_apart_as_a_reader_would(text: str, units: list[str]) -> None:
    assert organs.split_units(text) == units


@settings(deadline=None)
@given(UNITS)
def test_units_listed_with_the_usual_mark_are_read_back(units: tuple[str, ...]) -> None:
    assert organs.split_units("、".join(units)) == list(units)


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_the_units_of_any_text_are_pieces_of_it_in_order(text: str) -> None:
    at = 0
    for unit in organs.split_units(text):
        assert unit.strip() == unit
        at = text.index(unit, at) + len(unit)


@pytest.mark.parametrize(
    ("title", "issuer", "place"),
    [
        ("博山区人民政府办公室关于印发清单的通知", "博山区人民政府办公室", "博山区"),
        ("山东省人民政府办公厅关于印发方案的通知", "山东省人民政府办公厅", "山东省"),
        ("高青县人民政府关于印发方案的通知", "高青县人民政府", "高青县"),
        ("博山区妇女联合会关于开展活动的通知", "博山区妇女联合会", "博山区"),
        ("淄博市人民政府妇女儿童工作委员会关于印发要点的通知", "淄博市人民政府妇女儿童工作委员会", "淄博市"),
    ],
)
def test_the_issuer_is_the_whole_name_that_a_title_begins_with(title: str, issuer: str, place: str) -> None:
    assert organs.issuer_at_start(title) == issuer
    assert organs.is_issuer(issuer)
    assert organs.place_of(issuer) == place


def test_a_title_without_an_organ_has_no_issuer() -> None:
    assert organs.issuer_at_start("关于印发2027年为全区妇女儿童办实事项目清单的通知") is None
    assert not organs.is_issuer("为全区妇女儿童办实事")


@pytest.mark.parametrize(
    ("clause", "units", "leads", "leader", "deadline"),
    [
        ("（责任单位：区人社局、区妇联）", ("区人社局", "区妇联"), None, None, None),
        ("(责任单位:区人社局、区妇联)", ("区人社局", "区妇联"), None, None, None),
        ("〔责任单位：各镇（街道）、区妇联〕", ("各镇（街道）", "区妇联"), None, None, None),
        ("（责任单位：各镇（街道）、区妇联）", ("各镇（街道）", "区妇联"), None, None, None),
        ("（牵头单位：区妇联；责任单位：区教体局）", ("区妇联", "区教体局"), ("区妇联",), None, None),
        ("（牵头单位：区妇联，配合单位：区教体局）。", ("区妇联", "区教体局"), ("区妇联",), None, None),
        ("（牵头单位：区妇联、团区委）", ("区妇联", "团区委"), ("区妇联", "团区委"), None, None),
        (
            "（责任单位：区妇联；责任领导：王小明；完成时限：2027年12月底前）",
            ("区妇联",),
            None,
            "王小明",
            "2027年12月底前",
        ),
        ("（责任领导：李晓红；责任单位：区妇联）", ("区妇联",), None, "李晓红", None),
        ("（责任单位：区妇联 完成时间：2027年10月）", ("区妇联",), None, None, "2027年10月"),
        ("（完成时限：2027年10月；责任单位：区妇联）", ("区妇联",), None, None, "2027年10月"),
        ("【责任单位：区妇联】", ("区妇联",), None, None, None),
        ("（区妇联牵头，区教体局、团区委按职责分工负责）", ("区妇联", "区教体局", "团区委"), ("区妇联",), None, None),
        ("（区妇联、区教体局负责）", ("区妇联", "区教体局"), None, None, None),
        ("（区妇联、区教体局）", ("区妇联", "区教体局"), None, None, None),
        ("（主办：区妇联；承办：区教体局）", ("区妇联", "区教体局"), ("区妇联",), None, None),
        ("（责任单位：区妇联、区教体局等部门）", ("区妇联", "区教体局"), None, None, None),
        ("（责任单位：区教体局　李志强）", ("区教体局",), None, "李志强", None),
    ],
)
def test_a_unit_clause_is_understood_whatever_it_names(
    clause: str, units: tuple[str, ...], leads: tuple[str, ...] | None, leader: str | None, deadline: str | None
) -> None:
    found = find_unit_clause("培训10人。" + clause)
    assert found is not None
    assert found.start == len("培训10人。")
    assert (found.units, found.lead_units, found.leader, found.deadline) == (units, leads, leader, deadline)
    assert found.end == len("培训10人。" + clause)


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("责任单位：区人社局、区妇联", False),
        ("牵头单位：区妇联；责任单位：区教体局；责任领导：王小明；完成时限：2027年12月", False),
        ("责任单位：区人社局，区妇联", True),
        ("责任单位：域城镇人民政府及相关镇人民政府", True),
        ("牵头单位：区妇联，配合单位：区教体局", True),
        ("责任单位：区教体局；牵头单位：区妇联", True),
        ("责任部门：区妇联", True),
    ],
)
def test_what_the_plain_form_would_print_otherwise_is_kept_as_printed(inside: str, kept: object) -> None:
    found = find_unit_clause(f"办实事。（{inside}）")
    assert found is not None
    assert found.as_printed == (inside if kept else None)


def test_a_clause_that_is_never_closed_is_read_and_known_as_such() -> None:
    found = find_unit_clause("培训10人。（责任单位：区妇联")
    assert found is not None
    assert (found.units, found.closed) == (("区妇联",), False)


@pytest.mark.parametrize("clause", ["（责任单位：各镇（街道））", "〔责任单位：各镇（街道）〕", "（责任单位：区妇联）"])
def test_round_brackets_inside_round_ones_are_noticed(clause: str) -> None:
    found = find_unit_clause(clause)
    assert found is not None
    assert found.nested_round == (clause.count("（") == 2)


@pytest.mark.parametrize(
    "text",
    [
        "（责任单位：区妇联）负责组织实施。",
        "检查两癌（宫颈癌、乳腺癌）",
        "各责任单位要压实责任。",
        "",
    ],
)
def test_other_brackets_are_no_unit_clause(text: str) -> None:
    assert find_unit_clause(text) is None


@settings(deadline=None, max_examples=200)
@given(
    UNITS,
    UNITS,
    st.sampled_from([None, "王小明", "李晓红、张建国"]),
    st.sampled_from([None, "2027年12月", "2027年12月31日前", "全年（分季度）"]),
)
def test_a_plain_unit_clause_is_read_back_as_it_was_printed(
    leads: tuple[str, ...], others: tuple[str, ...], leader: str | None, deadline: str | None
) -> None:
    units = leads + tuple(unit for unit in others if unit not in leads)
    inside = print_inside(units, leads or None, leader, deadline)
    found = find_unit_clause("培训10人。" + print_clause(inside))
    assume(units or leader)
    assert found is not None
    assert found.start == 6
    assert (found.units, found.lead_units, found.leader, found.deadline) == (units, leads or None, leader, deadline)
    assert found.as_printed is None
    assert not found.nested_round


def test_a_deadline_alone_is_read_back_too() -> None:
    found = find_unit_clause("培训10人。" + print_clause(print_inside((), None, None, "2027年12月底前")))
    assert found is not None
    assert (found.start, found.units, found.deadline) == (6, (), "2027年12月底前")


def test_no_units_print_as_nothing_and_nested_brackets_get_the_outer_form() -> None:
    assert print_clause("") == ""
    assert print_clause("责任单位：区妇联") == "（责任单位：区妇联）"
    assert print_clause("责任单位：各镇（街道）") == "〔责任单位：各镇（街道）〕"


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_looking_for_units_in_any_text_keeps_what_stands_inside(text: str) -> None:
    found = find_unit_clause(text)
    if found:
        assert all(unit in text[found.start :] for unit in found.units)
        assert found.as_printed is None or found.as_printed in text


@pytest.mark.parametrize(
    ("text", "units", "leads"),
    [
        ("区民政局牵头，区妇联配合", ("区民政局", "区妇联"), ("区民政局",)),
        ("区民政局牵头，区妇联配合。", ("区民政局", "区妇联"), ("区民政局",)),
        ("（区民政局牵头，区妇联配合）", ("区民政局", "区妇联"), ("区民政局",)),
        ("责任单位：区民政局牵头，区妇联配合", ("区民政局", "区妇联"), ("区民政局",)),
        ("（责任单位：区民政局牵头，区妇联配合）", ("区民政局", "区妇联"), ("区民政局",)),
        ("牵头单位：区民政局；责任单位：区妇联", ("区民政局", "区妇联"), ("区民政局",)),
        ("牵头单位：区民政局；责任单位：区妇联、区民政局", ("区民政局", "区妇联"), ("区民政局",)),
        ("责任单位：区民政局、区妇联", ("区民政局", "区妇联"), None),
        ("区民政局、区妇联", ("区民政局", "区妇联"), None),
        ("区民政局", ("区民政局",), None),
        ("", (), None),
    ],
)
def test_a_text_given_as_units_alone_says_who_and_who_leads(
    text: str, units: tuple[str, ...], leads: tuple[str, ...] | None
) -> None:
    found = read_unit_clause(text)
    assert (found.units, found.lead_units, found.doubtful) == (units, leads, ())


def test_a_person_or_a_time_among_units_is_none() -> None:
    found = read_unit_clause("责任单位：区民政局；责任领导：王小明；完成时限：2027年10月底前")
    assert (found.units, found.leader, found.deadline) == (("区民政局",), "王小明", "2027年10月底前")


@settings(deadline=None, max_examples=200)
@given(UNITS)
def test_units_alone_are_read_with_and_without_their_label(units: tuple[str, ...]) -> None:
    listed = "、".join(units)
    assert read_unit_clause(listed).units == units
    assert read_unit_clause(f"责任单位：{listed}").units == units


@settings(deadline=None, max_examples=300)
@given(any_text())
def test_any_text_given_as_units_is_understood_without_a_name_it_does_not_hold(text: str) -> None:
    found = read_unit_clause(text)
    assert all(unit in text for unit in (*found.units, *(found.lead_units or ())))
