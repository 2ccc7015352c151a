"""What the engine does beside running rules: exceptions, what reading told, order, figures, cost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import check, readers
from drafter.check import catalogue, fixing
from drafter.check.parts import parts_of
from drafter.check.same_figures import same_figures
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.finding import Severity
from drafter.model.notice import Notice
from drafter.text import targets
from drafter.text.finished import notice_of
from tests.check import cases
from tests.conftest import REFERENCES, ROOT


def _texts(checked: Notice | Draft) -> dict[tuple[str, int | None], str]:
    return {(part.name, part.ordinal): part.text for part in parts_of(notice_of(checked))}


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_span_lies_in_its_part_and_what_it_replaces_stands_there(reference: str, library: Library) -> None:
    notice = library.notice(reference)
    texts = _texts(notice)
    for one in check.run(notice, library=library):
        text = texts[one.where.part, one.where.ordinal]
        assert one.where.span is not None
        start, end = one.where.span
        assert 0 <= start <= end <= len(text)
        assert text[start:end] in one.excerpt
        if one.fix:
            assert one.fix.old == text[start:end]
            assert one.fix.new != one.fix.old


@pytest.mark.parametrize("reference", REFERENCES)
def test_what_reading_repaired_is_placed_in_the_repaired_text(reference: str, library: Library) -> None:
    reading = readers.read(ROOT / "library" / "sources" / f"{reference}.txt")
    texts = _texts(reading.notice)
    for one in check.run(reading.notice, library=library, problems=reading.problems):
        if one.where.span is not None:
            assert one.where.span[1] <= len(texts[one.where.part, one.where.ordinal])
    told = {one.code for one in reading.problems}
    found = {one.rule for one in check.run(reading.notice, library=library, problems=reading.problems)}
    persisting = {one.slug for one in catalogue.rules() if one.in_notice}
    assert told <= found | persisting


def test_a_problem_without_a_rule_of_its_own_is_told_under_its_own_name(library: Library) -> None:
    case = {"problems": [{"code": "some-new-problem", "printed": "第1页", "message": "页码，已去掉"}]}
    found = cases.run_all(case, library, Path())
    assert [(one.rule, one.severity, one.message) for one in found] == [
        ("some-new-problem", Severity.INFO, "页码，已去掉（第1行）")
    ]


def test_findings_stand_in_the_order_of_the_document(library: Library) -> None:
    found = check.run(library.notice("淄川区-2023"), library=library)
    order = ["head", "title", "recipients", "opening", "item", "closing", "signature"]
    seen = [one.where.part for one in found if one.where.part in order]
    assert seen == sorted(seen, key=order.index)


def test_an_exception_with_a_reason_waives_its_rule_at_its_place_alone(library: Library) -> None:
    text = "新建托育机构5个左右。"
    notice = cases.notice({"text": text, "base": "issue"})
    items = [*notice.items[:1], notice.items[1].replaced(clauses=(text,)), *notice.items[2:]]
    notice = notice.replaced(items=tuple(items))
    allowed = [{"rule": "vague-target", "place": "i1", "reason": "单位提供的原文如此"}]
    found = check.run(cases.draft_of(notice, allowed=allowed), library=library)
    assert [one.where.ordinal for one in found if one.rule == "vague-target"] == [2]
    assert "allow-unused" not in {one.rule for one in found}


def test_without_a_library_the_rules_that_need_none_still_run() -> None:
    found = check.run(cases.notice({"notice": {"date": "2026-02-05", "doc_number": "博政办字〔2025〕8号"}}))
    assert {one.rule for one in found} == {"docno-year-vs-date"}


def test_a_rule_that_asks_for_what_it_did_not_say_it_needs_fails_loudly() -> None:
    from drafter.check.context import Context  # noqa: PLC0415 - only here is a context made by hand

    with pytest.raises(LookupError, match="AGAINST"):
        _ = Context(cases.clean()).against


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("１００", "100", True),
        ("3千人", "3000人", True),
        ("06", "6", True),
        ("43％", "43%", True),
        ("，", "、", True),
        ("25年", "2025年", False),
        ("一万元", "1万元", False),
        ("八件", "九件", False),
        ("1.9万余", "1.9万", True),
        ("100", "10", False),
    ],
)
def test_whether_two_texts_say_the_same_figures(old: str, new: str, same: bool) -> None:  # noqa: FBT001 - a parameter
    assert same_figures(old, new) is same


_FAULTY = (
    '新增普惠托位 １００ 100 43％ 个 , ， 35-64岁 “两癌” " ( ） 。 ； 不少于 3千人 1.9万余人 《办法》 、 区',
    "2026年06月02日 博政办字[2026]9号 HPV % ：",
)
_PIECES = st.lists(
    st.sampled_from([" ", "  ", *(piece for line in _FAULTY for piece in line.split())]), min_size=1, max_size=14
)


@settings(deadline=None, max_examples=40)
@given(pieces=_PIECES)
def test_fixing_never_changes_a_figure_and_leaves_nothing_safe_to_fix(pieces: list[str]) -> None:
    library = Library(ROOT / "library")
    text = "".join(pieces).strip() or "。"
    draft = cases.draft_of(cases.notice({"text": text}), confirmed=False)
    fixed, made = check.fix(draft, library=library)
    again = check.run(fixed, library=library)
    assert not [one for one in again if one.fix and one.fix.safe and one.where.part == "item"], (text, made)
    before, after = (
        "".join(one.text for one in draft.items[0].clauses),
        "".join(one.text for one in fixed.items[0].clauses),
    )
    assert same_figures(before, after)
    assert [one.value for one in targets.find(before)] == [one.value for one in targets.find(after)] or made
    unchanged = ("date", "doc_number", "signature", "year")
    assert all(getattr(draft, name) == getattr(fixed, name) for name in unchanged)
    if not made:
        assert fixed == draft


def test_a_confirmed_figure_stays_confirmed_when_its_form_is_mended(library: Library) -> None:
    draft = cases.draft_of(cases.notice({"text": "建成率达到43％。"}))
    fixed, made = fixing.fix(draft, library=library)
    assert [one.rule for one in made] == ["percent-fullwidth"]
    assert fixed.items[0].clauses[0].text == "建成率达到43%。"
    assert "figure-unconfirmed" not in {one.rule for one in check.run(fixed, library=library, final=True)}


def test_a_line_that_two_items_say_is_told_at_the_item_it_stands_in(library: Library) -> None:
    text = """博山区人民政府办公室关于印发2026年为全区妇女儿童办实事项目清单的通知
博政办字〔2026〕8号

各镇人民政府、街道办事处，区政府各部门：
《2026年为全区妇女儿童办实事项目清单》已经区政府同意，现印发给你们，请认真组织实施。
2026年为全区妇女儿童办实事项目清单
一、实施妇女健康促进行动。为35-64岁适龄妇女免费进行检查不少于1.5万人，为符合条件的患病妇女发放救助金。
（责任单位：区卫生健康局、区妇联）
二、实施普惠托育服务行动。新增普惠托位100个。（责任单位：区卫生健康局、区妇联）
三、实施困境儿童关爱行动。走访困境儿童家庭200户。（责任单位：区民政局、各镇（街道））
博山区人民政府办公室
2026年3月2日
"""
    reading = readers.read_bytes(text.encode("utf-8"), "通知.txt")
    found = check.run(reading.notice, library=library, problems=reading.problems)
    assert [one.where.ordinal for one in found if one.rule == "units-own-line"] == [1]


def test_what_every_item_does_alike_is_one_note(library: Library) -> None:
    units = [
        f"（责任单位：{one}）" for one in ("区卫生健康局、区妇联", "区卫生健康局、区教育和体育局", "区民政局、区妇联")
    ]
    problems = [
        {"code": "units-own-line", "printed": one, "where": f"第{at}行"} for at, one in enumerate(units, start=10)
    ]
    found = [one for one in cases.run_all({"problems": problems}, library, Path()) if one.rule == "units-own-line"]
    assert [(one.where.ordinal, one.severity) for one in found] == [(1, Severity.INFO)]


def test_an_exception_may_name_its_rule_in_chinese_and_an_unknown_one_is_said_to_be_none(library: Library) -> None:
    notice = cases.notice({"text": "新建托育机构5个左右。"})
    allowed = [
        {"rule": "指标含糊", "place": "i1", "reason": "单位提供的原文如此"},
        {"rule": "指标含湖", "place": "全文", "reason": "抄错的名称"},
    ]
    found = check.run(cases.draft_of(notice, allowed=allowed), library=library)
    assert [one.rule for one in found] == ["allow-unused"]
    assert "没有这条规则" in found[0].message
    assert "指标含糊" in found[0].message
    assert "抄错的名称" not in found[0].excerpt


def test_the_graver_of_two_findings_at_one_place_speaks_alone(library: Library) -> None:
    case = {"units": "责任单位：区卫生和计划生育局、区妇联"}
    found = [one.rule for one in cases.run_all(case, library, Path()) if one.where.ordinal == 1]
    assert "units-renamed" in found
    assert "units-style-mix" not in found


def test_a_notice_older_than_last_years_is_named_by_its_year(library: Library) -> None:
    notice = cases.notice({"text": "开展戏曲进校园活动6场。"})
    older = cases.notice({"text": "开展戏曲进校园活动10场。"}, notice.year - 3)
    found = [one for one in check.run(notice, library=library, against=older) if one.rule == "yoy-target-lowered"]
    assert found
    assert all("2023年" in one.message and "上年" not in one.message for one in found)


@pytest.mark.parametrize(
    ("ordinals", "wrong"), [("一二三四六六", {5: "五"}), ("一二四五六七", {3: "三"}), ("一三三四五六", {2: "二"})]
)
def test_one_wrong_ordinal_is_one_finding_with_the_right_one(ordinals: str, wrong: dict[int, str]) -> None:
    items = [{"ordinal": one, "heading": f"实施第{one}类服务行动", "text": "走访家庭200户。"} for one in ordinals]
    found = check.run(cases.notice({"items": items}), only={"item-numbering"})
    assert {one.where.ordinal: one.message[-2:-1] for one in found} == wrong


def test_blanks_in_an_issued_notice_are_errors_and_in_one_without_number_notes() -> None:
    issued = cases.notice({"text": "新增普惠托位××个。"})
    for notice, severity in ((issued, Severity.ERROR), (issued.replaced(doc_number=None), Severity.INFO)):
        found = check.run(notice, only={"placeholder-left"})
        assert [one.severity for one in found] == [severity]


def test_names_of_a_place_that_is_not_registered_are_never_errors(library: Library) -> None:
    issuer = "诸暨市人民政府办公室"
    notice = cases.notice({"units": "责任单位：市教育文体局", "notice": {"issuer": issuer, "signature": issuer}})
    assert [one.severity for one in check.run(notice, library=library, only={"units-unknown"})] == [Severity.INFO]
