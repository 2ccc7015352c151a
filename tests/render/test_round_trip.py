"""What the tool prints it reads back: notice → .docx → the same notice, field by field."""

from pathlib import Path
from typing import Any

import pytest

from drafter import drafting, readers, render
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Format, Notice
from drafter.render import Templates
from tests.conftest import REFERENCES
from tests.render.conftest import item, notice, saved


def read_back(value: Notice, library: Library, templates: Templates, folder: Path) -> Notice:
    path = saved(value, templates, folder / "通知.docx")
    return library.with_themes(readers.read(path).notice)


def differences(one: Notice, other: Notice) -> dict[str, Any]:
    """Field → both values, where two notices are not alike; items one by one.

    The official format is not among them: no word of the text says it.
    """
    first, second = (value.model_dump(mode="json", exclude={"format"}) for value in (one, other))
    found: dict[str, Any] = {}
    for number, (mine, theirs) in enumerate(zip(first.pop("items"), second.pop("items"), strict=True), start=1):
        found |= {f"{number}.{name}": (mine[name], theirs[name]) for name in mine if mine[name] != theirs[name]}
    return found | {name: (first[name], second[name]) for name in first if first[name] != second[name]}


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_notice_of_the_library_comes_back_from_its_document(
    reference: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    stored = library.notice(reference)
    again = read_back(stored, library, templates, tmp_path)
    assert differences(stored, again) == {}
    assert again == stored


@pytest.mark.parametrize("reference", REFERENCES)
def test_what_was_printed_and_read_is_printed_again_to_the_same_bytes(
    reference: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    stored = library.notice(reference)
    again = read_back(stored, library, templates, tmp_path)
    assert render.docx(again, templates).data == render.docx(stored, templates).data


def test_a_document_of_our_own_is_read_without_any_repair(
    library: Library, templates: Templates, tmp_path: Path
) -> None:
    for reference in REFERENCES:
        stored = library.notice(reference)
        path = saved(stored, templates, tmp_path / f"{reference}.docx")
        repaired = {one.code for one in readers.read(path).problems}
        # what the source itself lacks may be doubted, but nothing may need mending
        assert repaired <= {"attach-missing", "signature-missing", "units-missing", "title-elements", "item-numbering"}


@pytest.mark.parametrize("in_format", list(Format))
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "day of signing blank"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_a_notice_comes_back_from_either_format_with_its_days_blank(
    reference: str, *, signed: bool, in_format: Format, library: Library, templates: Templates, tmp_path: Path
) -> None:
    stored = library.notice(reference).replaced(imprint_date=None)
    made = stored if signed else stored.replaced(date=None)
    path = tmp_path / "通知.docx"
    render.docx(made, templates, in_format=in_format).save(path)
    reading = readers.read(path)
    printed = made.replaced(imprint_organ=made.imprint_organ or made.issuer) if in_format is Format.FILE else made
    assert differences(printed, library.with_themes(reading.notice)) == {}
    left_open = {
        "印发日期": in_format is Format.FILE,
        "成文日期": bool(made.signature) and made.date is None,
    }
    blank = [one.message for one in reading.problems if one.code == "date-blank"]
    assert sorted(blank) == sorted(f"日期还没有填：{name}" for name, told in left_open.items() if told)
    other = {one.code for one in reading.problems} - {"date-blank"}
    assert other <= {one.code for one in readers.read(saved(stored, templates, tmp_path / "原.docx")).problems}


def _draft(reference: str, library: Library) -> Draft:
    place = reference.split("-", maxsplit=1)[0]
    return drafting.new(2027, place, library, library.notice(reference))


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_draft_comes_back_with_blank_serial_and_date_and_its_table(
    reference: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    made = drafting.notice_of(_draft(reference, library))
    assert made.date is None
    again = read_back(made, library, templates, tmp_path)
    unthemed = made.model_copy(update={"items": tuple(one.model_copy(update={"themes": ()}) for one in made.items)})
    expected = library.with_themes(unthemed)
    # where a draft came from is kept in the draft, not printed
    expected = expected.model_copy(
        update={"items": tuple(one.model_copy(update={"origin": None}) for one in expected.items)}
    )
    assert differences(expected, again) == {}


def test_a_draft_with_everything_changed_comes_back(library: Library, templates: Templates, tmp_path: Path) -> None:
    draft = _draft("临淄区-2026", library)
    draft = drafting.take(draft, "淄博市-2024#8", library=library, at=2, reason="市里要求")
    draft = drafting.drop(draft, 5)
    draft = drafting.edit_item(draft, 1, library=library, lead="区妇联", deadline="2027年10月底前", leader="张三丰")
    draft = drafting.edit_head(draft, serial="12", date="2027-03-08", copies_to="区委各部门，区人大常委会办公室")
    made = drafting.notice_of(draft)
    again = read_back(made, library, templates, tmp_path)
    assert (again.doc_number, again.date) == (made.doc_number, made.date)
    assert again.copies_to == ("区委各部门", "区人大常委会办公室")
    first = again.items[0]
    assert (first.lead_units, first.deadline, first.leader) == (("区妇联",), "2027年10月底前", "张三丰")
    assert first.units == ("区妇联", "区人社局", "区商务局")
    assert [one.body for one in again.items] == [one.body for one in made.items]
    assert again.attachments == made.attachments


@pytest.mark.parametrize(
    "changed",
    [
        {"items": [item(units=["县妇联", "各镇（街道）"])]},
        {"items": [item(units=["县妇联", "县人社局", "县商务局"], lead_units=["县妇联"])]},
        {"items": [item(units=["县妇联", "县人社局"], lead_units=["县妇联", "县人社局"])]},
        {"items": [item(deadline="2027年10月底前")]},
        {"items": [item(leader="张三丰")]},
        {"items": [item(units=["县妇联"], lead_units=["县妇联"], leader="张三丰", deadline="2027年底")]},
        {"items": [item(units=["县妇联", "县教体局"], units_as_printed="责任单位：县妇联及县教体局")]},
        {"items": [item(), item(ordinal="二", heading="关爱健康", units=[])]},
        {"items": [item(heading=None)]},
        {"items": [item(), item(ordinal="四"), item(ordinal="四")]},
        {"items": [item(ordinal="1."), item(ordinal="2.")]},
        {"items": [item(ordinal="（一）"), item(ordinal="（二）")]},
        {"items": [item(clauses=["举办招聘活动2场；", "开展培训；", "发放补贴。"])]},
        {"opening": ["为做好工作，现通知如下。", "请认真组织实施。"]},
        {"closing": ["各单位要压实责任。", "每季度末报送进展（联系电话：5550123）。"]},
        {"contact_line": "联系人：●●●　●●●　联系电话：5550123", "closing": ["请认真落实。"]},
        {"disclosure": "此件公开发布"},
        {"copies_to": ["县委各部门", "县人大常委会办公室", "县人民法院、县人民检察院"]},
        {"doc_number": None},
        {"doc_number": "青政办字〔2027〕　号", "date": None},
        {"recipients": None},
        {"attachments": [{"title": "工作进展情况表"}]},
    ],
    ids=lambda changed: "、".join(changed) if isinstance(changed, dict) else None,
)
@pytest.mark.parametrize("form", ["issue", "direct"])
def test_each_part_of_a_notice_comes_back(
    form: str, changed: dict[str, Any], library: Library, templates: Templates, tmp_path: Path
) -> None:
    direct: dict[str, Any] = {} if form == "issue" else {"form": "direct", "list_title": None}
    made = library.with_themes(notice(**{**direct, **changed}))
    again = read_back(made, library, templates, tmp_path)
    assert differences(made, again) == {}


def _entry(ordinal: str | None, heading: str | None, text: str, *units: str) -> dict[str, Any]:
    return {"ordinal": ordinal, "heading": heading, "clauses": [text], "units": list(units)}


def test_sub_entries_come_back_with_units_of_their_own(library: Library, templates: Templates, tmp_path: Path) -> None:
    entries = [
        _entry("（一）", "开展免费检查", "全年检查不少于2000人。", "县卫健局"),
        _entry("（二）", "开展救助", "每人救助1万元。", "县妇联", "县医保局"),
        _entry("（三）", None, "持续开展健康知识宣传，惠及更多妇女群众，提高自我保健意识和能力。", "县妇联"),
    ]
    first = item(heading="关爱妇女健康", clauses=["提高保障水平。"], units=[], entries=entries)
    made = library.with_themes(notice(items=[first, item(ordinal="二")]))
    again = read_back(made, library, templates, tmp_path)
    assert differences(made, again) == {}


@pytest.mark.parametrize("own", [(), ("县医保局",)], ids=["of the item alone", "beside those of an entry"])
def test_the_units_of_an_item_with_sub_entries_stay_those_of_the_item(
    own: tuple[str, ...], library: Library, templates: Templates, tmp_path: Path
) -> None:
    entries = [_entry("（一）", "检查", "检查1次。", *own)]
    first = item(heading="关爱妇女健康", units=["县妇联", "县卫健局"], entries=entries)
    made = library.with_themes(notice(items=[first, item(ordinal="二")]))
    assert differences(made, read_back(made, library, templates, tmp_path)) == {}


def test_several_attachments_come_back_with_their_titles_and_tables(
    library: Library, templates: Templates, tmp_path: Path
) -> None:
    columns = ["序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限"]
    rows = [["1", "促进就业", "县妇联\n县人社局", "", "2027年底"]]
    tables = [
        {"title": "2027年办实事工作进展情况表", "columns": columns, "rows": rows},
        {"title": "联络员名单", "columns": ["单位", "姓名"], "rows": [["县妇联", "●●●"], ["县人社局", "●●●"]]},
        {"title": "另行印发的办法"},
    ]
    for form in ("issue", "direct"):
        for count in (1, 2, 3):
            made = library.with_themes(notice(form=form, list_title=None, attachments=tables[:count]))
            if form == "issue":
                made = made.model_copy(update={"list_title": "2027年为全县妇女儿童办实事项目清单"})
            again = read_back(made, library, templates, tmp_path)
            assert differences(made, again) == {}, (form, count)
