"""Editing a draft by fields: what each field takes, what stays confirmed, what keeps its origin."""

import datetime

import pytest

from drafter import drafting
from drafter.drafting.confirmation import unconfirmed
from drafter.errors import OutOfRange, UnfitValue, UnknownReference
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.workspace import Workspace
from tests.drafting import making


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027, its contacts on a line of their own."""
    return drafting.new(2027, "临淄区", library)


@pytest.fixture
def boshan(library: Library) -> Draft:
    """博山区's draft for 2026, its contacts in brackets in the closing."""
    return drafting.new(2026, "博山区", library)


def _others(draft: Draft, *fields: str) -> dict[str, object]:
    return {name: value for name, value in draft if name not in (*fields, "notes")}


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("title", " 关于2027年 为全区妇女儿童办实事的通知\n", "关于2027年为全区妇女儿童办实事的通知"),
        ("recipients", "各镇人民政府：", "各镇人民政府"),
        ("recipients", "", None),
        ("opening", ["一段。", "两段。\n三段。\n\n"], ("一段。", "两段。", "三段。")),
        ("opening", [""], ()),
        ("closing", [" 请认真落实。 "], ("请认真落实。",)),
        ("disclosure", "（此件依申请公开）", "此件依申请公开"),
        ("disclosure", "", None),
        ("copies_to", "抄送：区委办公室，区人大办公室。", ("区委办公室", "区人大办公室")),
        ("copies_to", "", ()),
        ("contact_line", "联系电话：7654321", "联系电话：7654321"),
        ("contact_line", "", None),
    ],
)
def test_a_field_of_the_head_takes_what_is_given_and_nothing_else_changes(
    draft: Draft, field: str, given: object, kept: object
) -> None:
    after = drafting.edit_head(draft, **{field: given})  # type: ignore[arg-type] # a field by its name
    assert getattr(after, field) == kept
    assert _others(after, field) == _others(draft, field)
    assert len(after.notes) == 1
    assert after.notes[0].startswith("已改：")


@pytest.mark.parametrize(("given", "printed"), [("9", "9号"), ("12号", "12号"), (" 3 ", "3号"), ("", "　号")])
def test_the_serial_is_a_number_or_blank(draft: Draft, given: str, printed: str) -> None:
    after = drafting.edit_head(draft, serial=given)
    assert str(after.doc_number) == f"临政办字〔2027〕{printed}"
    assert _others(after, "doc_number") == _others(draft, "doc_number")


@pytest.mark.parametrize("given", ["九", "0", "-1", "1.5", "〔2027〕9号", "²", "9 9", "abc"])
def test_a_serial_that_is_no_number_is_refused(draft: Draft, given: str) -> None:
    with pytest.raises(UnfitValue, match=r"文号序号.*如 9"):
        drafting.edit_head(draft, serial=given)


def test_a_missing_code_is_asked_for_and_can_be_given(library: Library) -> None:
    draft = drafting.new(2027, "周村区", library)
    with pytest.raises(UnfitValue, match=r"周村区.*--agency-code"):
        drafting.edit_head(draft, serial="3")
    after = drafting.edit_head(draft, serial="3", agency_code="周政办字")
    assert str(after.doc_number) == "周政办字〔2027〕3号"
    assert str(drafting.edit_head(after, agency_code="周政办发").doc_number) == "周政办发〔2027〕3号"


@pytest.mark.parametrize("given", ["2027-03-05", "2027年3月5日", " 2027年03月05日 ", "2027-3-5"])
def test_the_date_is_taken_in_both_forms(draft: Draft, given: str) -> None:
    assert drafting.edit_head(draft, date=given).date == datetime.date(2027, 3, 5)


def test_the_date_can_be_blanked_again(draft: Draft) -> None:
    assert drafting.edit_head(drafting.edit_head(draft, date="2027-03-05"), date="").date is None


@pytest.mark.parametrize("given", ["2027-02-29", "2027年13月1日", "三月五日", "2027", "20270305"])
def test_a_date_that_is_none_is_refused(draft: Draft, given: str) -> None:
    with pytest.raises(UnfitValue, match="成文日期"):
        drafting.edit_head(draft, date=given)


@pytest.mark.parametrize("given", ["", "  ", "\n"])
def test_the_title_cannot_be_blanked(draft: Draft, given: str) -> None:
    with pytest.raises(UnfitValue, match="标题"):
        drafting.edit_head(draft, title=given)


@pytest.mark.parametrize(
    "given", ["联系电话：4112233，协同办公系统邮箱：博山区妇联", "（联系电话：4112233，协同办公系统邮箱：博山区妇联）"]
)
def test_contacts_in_brackets_are_changed_in_their_brackets(boshan: Draft, given: str) -> None:
    after = drafting.edit_head(boshan, contact_line=given)
    assert after.contact_line is None
    assert after.closing == (boshan.closing[0].replace("4110160", "4112233"),)
    assert _others(after, "closing") == _others(boshan, "closing")


def test_a_bracket_that_belongs_to_the_contacts_stays(boshan: Draft) -> None:
    after = drafting.edit_head(boshan, contact_line="联系电话：4112233（工作日）")
    assert "（联系电话：4112233（工作日））。" in after.closing[0]


def test_blanking_contacts_in_brackets_leaves_no_contact_behind(boshan: Draft) -> None:
    after = drafting.edit_head(boshan, contact_line="")
    assert "4110160" not in "".join(after.closing)
    assert after.closing[0].endswith("每季度末将实事进展情况报区妇联。")


def test_contacts_where_there_were_none_get_a_line_of_their_own(library: Library) -> None:
    draft = drafting.new(2026, "博山区", library, library.notice("博山区-2023"))
    after = drafting.edit_head(draft, contact_line="联系电话：4112233")
    assert (after.contact_line, after.closing) == ("联系电话：4112233", draft.closing)


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("heading", " 保护妇女健康。", "保护妇女健康"),
        ("heading", "", None),
        ("leader", "　某某 ", "某某"),
        ("leader", "", None),
        ("deadline", "2027年11月底前", "2027年11月底前"),
        ("deadline", "", None),
        ("themes", ["妇女健康", "优生优育"], ("妇女健康", "优生优育")),
        ("themes", [], ()),
        ("reason", " 领导批示 ", "领导批示"),
        ("reason", "", None),
        ("units", "区卫健局、区妇联，区财政局 团区委", ("区卫健局", "区妇联", "区财政局", "团区委")),
        ("units", "各镇（街道、开发区）、区卫健局和区妇联", ("各镇（街道、开发区）", "区卫健局", "区妇联")),
        ("units", "", ()),
    ],
)
def test_a_field_of_an_item_takes_what_is_given_and_nothing_else_changes(
    draft: Draft, library: Library, field: str, given: object, kept: object
) -> None:
    after = drafting.edit_item(draft, 2, library=library, **{field: given})  # type: ignore[arg-type] # a field by its name
    assert getattr(after.items[1], field) == kept
    before = {name: value for name, value in draft.items[1] if name != field}
    assert {name: value for name, value in after.items[1] if name != field} == before
    assert after.items[0] == draft.items[0]
    assert after.items[2:] == draft.items[2:]
    assert _others(after, "items") == _others(draft, "items")


def test_leads_come_first_among_the_units(draft: Draft, library: Library) -> None:
    after = drafting.edit_item(draft, 4, library=library, lead="区教体局").items[3]
    assert after.lead_units == ("区教体局",)
    assert after.units == ("区教体局", "区委宣传部", "区妇联")
    both = drafting.edit_item(draft, 4, library=library, units="区妇联、区民政局", lead="区卫健局").items[3]
    assert (both.lead_units, both.units) == (("区卫健局",), ("区卫健局", "区妇联", "区民政局"))


def test_a_lead_that_is_no_longer_among_the_units_leads_no_more(draft: Draft, library: Library) -> None:
    led = drafting.edit_item(draft, 4, library=library, lead="区教体局、区妇联")
    after = drafting.edit_item(led, 4, library=library, units="区民政局、区妇联").items[3]
    assert after.lead_units == ("区妇联",)
    assert set(after.units) == {"区民政局", "区妇联"}
    gone = drafting.edit_item(led, 4, library=library, units="区民政局").items[3]
    assert (gone.lead_units, gone.units) == (None, ("区民政局",))
    plain = drafting.edit_item(led, 4, library=library, lead="").items[3]
    assert plain.lead_units is None
    assert plain.units == ("区教体局", "区妇联", "区委宣传部")


def test_a_unit_that_is_not_registered_is_taken_and_told(draft: Draft, library: Library) -> None:
    after = drafting.edit_item(draft, 2, library=library, units="区卫键局、区妇联")
    assert after.items[1].units == ("区卫键局", "区妇联")
    assert any("区卫键局" in note and "核对" in note and "区妇联" not in note for note in after.notes)


def test_an_unknown_theme_and_a_missing_item_are_refused(draft: Draft, library: Library) -> None:
    with pytest.raises(UnknownReference, match="妇女健康"):
        drafting.edit_item(draft, 2, library=library, themes=["妇女的健康"])
    with pytest.raises(OutOfRange, match="第1至第10"):
        drafting.edit_item(draft, 11, library=library, heading="甲")
    with pytest.raises(OutOfRange, match="第1至第3"):
        drafting.edit_clause(draft, 2, 4, "甲。")
    with pytest.raises(OutOfRange):
        drafting.confirm(draft, 2, 0)


def test_confirming_an_item_or_a_clause_confirms_its_figures_only(draft: Draft) -> None:
    assert unconfirmed(draft.items[0]) == ["不少于2场次", "16场"]
    one = drafting.confirm(draft, 1, 3)
    assert unconfirmed(one.items[0]) == ["不少于2场次"]
    assert unconfirmed(drafting.confirm(one, 1).items[0]) == []
    assert one.items[1:] == draft.items[1:]
    assert one.notes == ("第1项已确认1个指标",)


def test_a_confirmation_lasts_as_long_as_the_figure_stands(draft: Draft, library: Library) -> None:
    confirmed = drafting.confirm(draft, 1)
    kept = drafting.edit_clause(confirmed, 1, 1, "举办“春风行动”女性专场招聘活动不少于2场次。")
    assert unconfirmed(kept.items[0]) == []
    raised = drafting.edit_clause(confirmed, 1, 1, "举办“春风行动”女性专场招聘活动不少于3场次。")
    assert unconfirmed(raised.items[0]) == ["不少于3场次"]
    back = drafting.edit_clause(raised, 1, 1, draft.items[0].clauses[0].text)
    assert unconfirmed(back.items[0]) == ["不少于2场次"]
    text = draft.items[0].body.replace("16场", "20场")
    whole = drafting.edit_item(confirmed, 1, library=library, text=text)
    assert unconfirmed(whole.items[0]) == ["20场"]


def test_one_confirmation_never_covers_two_figures(draft: Draft) -> None:
    confirmed = drafting.confirm(draft, 6, 2)
    twice = drafting.edit_clause(confirmed, 6, 2, "开展科普大篷车活动8场。开展天文观测活动8场。")
    assert unconfirmed(twice.items[5]).count("8场") == 1
    same = drafting.edit_clause(confirmed, 6, 2, "开展科普大篷车活动8场、天文观测活动8场。")
    assert unconfirmed(same.items[5]).count("8场") == 1


def test_a_rewritten_clause_keeps_its_origin_and_sentences_share_it(draft: Draft) -> None:
    after = drafting.edit_clause(draft, 6, 2, "开展科普大篷车活动10场。\n提升儿童科技素养。", reason="科协提出")
    assert [(clause.text, clause.origin) for clause in after.items[5].clauses[1:3]] == [
        ("开展科普大篷车活动10场。", "临淄区-2026#6.2"),
        ("提升儿童科技素养。", "临淄区-2026#6.2"),
    ]
    assert after.items[5].clauses[3:] == draft.items[5].clauses[2:]
    assert after.items[5].reason == "科协提出"


def test_a_rewritten_body_keeps_the_origin_of_each_clause_that_lives_on(draft: Draft, library: Library) -> None:
    one, two, three = (clause.text for clause in draft.items[0].clauses)
    text = three.replace("16场", "18场") + "新设女性就业驿站5处。" + one
    after = drafting.edit_item(draft, 1, library=library, text=text).items[0]
    assert [clause.origin for clause in after.clauses] == ["临淄区-2026#1.3", None, "临淄区-2026#1.1"]
    assert two not in after.body


def test_an_empty_clause_is_refused_with_the_way_to_drop_it(draft: Draft) -> None:
    for text in ("", "  ", "\n\n"):
        with pytest.raises(UnfitValue, match="drafter drop"):
            drafting.edit_clause(draft, 1, 1, text)


def test_clauses_of_sub_entries_are_edited_and_confirmed_by_their_number(workspace: Workspace) -> None:
    workspace.library.store(making.ENTRIES)
    draft = drafting.new(2031, "周村区", workspace.library)
    after = drafting.edit_clause(draft, 1, 5, "授课8场。")
    assert after.items[0].entries[1].clauses[0].text == "授课8场。"
    assert after.items[0].entries[0] == draft.items[0].entries[0]
    assert unconfirmed(drafting.confirm(draft, 1, 4).items[0]) == ["2次", "10万元", "30人", "6场"]


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("copy_number", "000012", ["12", "abc", "0000123"]),
        ("secrecy", "机密★1年", ["secret", "机密1年", "内部"]),
        ("urgency", "特急", ["很急", "急件"]),
        ("imprint_date", "2027-03-06", ["2027-02-30", "三月"]),
        ("format", "file", ["信函", "pdf"]),
    ],
)
def test_fields_of_the_head_with_a_form_are_checked(draft: Draft, field: str, good: str, bad: list[str]) -> None:
    assert getattr(drafting.edit_head(draft, **{field: good}), field) is not None
    assert getattr(drafting.edit_head(draft, **{field: ""}), field) is None
    for text in bad:
        with pytest.raises(UnfitValue):
            drafting.edit_head(draft, **{field: text})


def test_contradictions_of_the_head_keep_a_draft_from_being_final(draft: Draft) -> None:
    secret = drafting.edit_head(draft, secrecy="秘密", disclosure="此件公开发布")
    assert any("密级" in one for one in drafting.missing(secret))
    early = drafting.edit_head(draft, date="2027-03-05", imprint_date="2027-03-04")
    assert any("印发日期" in one for one in drafting.missing(early))
    late = drafting.edit_head(draft, date="2027-03-05", imprint_date="2027-03-05")
    assert not any("印发日期" in one for one in drafting.missing(late))


def test_a_sentence_written_behind_an_old_one_came_from_nowhere(library: Library) -> None:
    begun = drafting.new(2027, "临淄区", library)
    old = begun.items[2].clauses[0]
    written = drafting.edit_clause(begun, 3, 1, f"{old.text}在全区建设孕产妇心理驿站6处。")
    assert [one.origin for one in written.items[2].clauses[:2]] == [old.origin, None]
    middle = old.text.index("，")
    parted = drafting.edit_clause(begun, 3, 1, f"{old.text[:middle]}。{old.text[middle + 1 :]}")
    assert [one.origin for one in parted.items[2].clauses[:2]] == [old.origin, old.origin]
