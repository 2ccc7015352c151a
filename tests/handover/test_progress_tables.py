"""The progress table for all and for each unit: the same rows under the same numbers, the fields to fill in blank."""

from pathlib import Path

import pytest
from docx.oxml.ns import qn

from drafter import drafting
from drafter.errors import UnfitValue
from drafter.handover import progress_tables
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.render import Templates
from drafter.text.finished import notice_of
from tests.handover.making import COLUMNS, TABLE, draft, opened, rows, texts

TITLE = "2027年为全区妇女儿童办实事工作进展情况表"


@pytest.fixture(scope="module")
def begun(library: Library) -> Draft:
    """临淄区's draft from its 2026 notice."""
    return drafting.new(2027, "临淄区", library)


def test_there_is_one_table_for_all_and_one_for_each_unit(begun: Draft, library: Library, templates: Templates) -> None:
    made = progress_tables.make(begun, library, templates).documents
    units = dict.fromkeys(unit for item in begun.items for unit in item.all_units)
    assert list(made) == [f"{TITLE}.docx", *(f"{TITLE}-{unit}.docx" for unit in units)]
    whole = notice_of(begun).attachments[0]
    assert rows(made[f"{TITLE}.docx"]) == [list(whole.columns), *map(list, whole.rows)]


def test_a_units_rows_are_those_of_the_whole_table_under_the_same_numbers(
    begun: Draft, library: Library, templates: Templates
) -> None:
    made = progress_tables.make(begun, library, templates).documents
    head, *whole = rows(made.pop(f"{TITLE}.docx"))
    for name, document in made.items():
        unit = name.removeprefix(f"{TITLE}-").removesuffix(".docx")
        own = [row for row, item in zip(whole, begun.items, strict=True) if unit in item.all_units]
        assert rows(document) == [head, *own], unit
    assert [row[0] for row in rows(made[f"{TITLE}-区检察院.docx"])[1:]] == ["7", "9"]


def test_the_fields_are_blank_but_for_the_unit(begun: Draft, library: Library, templates: Templates) -> None:
    made = progress_tables.make(begun, library, templates).documents
    for name, unit in ((f"{TITLE}.docx", ""), (f"{TITLE}-区妇联.docx", "区妇联")):
        lines = texts(made[name])
        assert f"填报单位（盖章）：{unit}" in lines
        assert "填报人：\t联系电话：\t填报日期：\u3000\u3000年\u3000\u3000月\u3000\u3000日" in lines
        assert lines[0].replace("\n", "") == TITLE


def test_who_leads_is_told_to_each_unit(library: Library, templates: Templates) -> None:
    made = progress_tables.make(
        draft(
            {"units": ["区妇联", "区残联"]},
            {"units": ["区残联", "区妇联"]},
            {"units": ["区民政局", "区妇联"], "lead_units": ["区民政局"]},
            {"units": ["区妇联"]},
        ),
        library,
        templates,
    ).documents
    assert "注：第1项、第4项由本单位牵头；第2项由区残联牵头；第3项由区民政局牵头。" in texts(
        made[f"{TITLE}-区妇联.docx"]
    )
    assert "注：第3项由本单位牵头。" in texts(made[f"{TITLE}-区民政局.docx"])
    assert not [line for line in texts(made[f"{TITLE}.docx"]) if "牵头" in line]


def test_units_stand_as_the_draft_parts_them(library: Library, templates: Templates) -> None:
    two = {"units": ["区妇联", "区残联"], "deadline": "2027年11月底"}
    for separator in ("、", "\n"):
        made = progress_tables.make(draft(two, unit_separator=separator), library, templates).documents
        assert rows(made[f"{TITLE}-区残联.docx"])[1] == ["1", "实事1", f"区妇联{separator}区残联", "", "2027年11月底"]


def test_the_head_row_is_repeated_and_no_row_is_split(begun: Draft, library: Library, templates: Templates) -> None:
    for document in progress_tables.make(begun, library, templates).documents.values():
        first, *others = opened(document).tables[0]._tbl.tr_lst
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:tblHeader')}") is None for row in others)
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (first, *others))
        section = opened(document).sections[0]
        assert (section.page_width or 0) < (section.page_height or 0)


def test_the_printed_title_and_only_the_progress_table_are_used(library: Library, templates: Templates) -> None:
    other = {"title": "名单", "columns": ["单位", "姓名"], "rows": [["县妇联", "甲"]]}
    made = progress_tables.make(
        draft({"units": ["区妇联"]}, attachments=[other, {**TABLE, "printed_title": "进展情况表"}]), library, templates
    )
    assert list(made.documents) == ["进展情况表.docx", "进展情况表-区妇联.docx"]
    assert rows(made.documents["进展情况表.docx"])[0] == list(COLUMNS)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (draft({"units": ["区妇联"]}, attachments=[]), "没有进展情况表"),
        (draft({"units": ["区妇联"]}, attachments=[{"title": TITLE}]), "没有进展情况表"),
        (draft(), "还没有实事"),
        (draft({"units": ["区妇联"], "heading": "甲\x07乙"}), r"实事标题里有不能打印的字符 U\+0007"),
    ],
    ids=["no attachment", "announced only", "no items", "unfit"],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(
    made: Draft, said: str, library: Library, templates: Templates
) -> None:
    with pytest.raises(UnfitValue, match=said):
        progress_tables.make(made, library, templates)


def test_two_runs_give_the_same_bytes_and_keep_what_differs(
    begun: Draft, library: Library, templates: Templates, tmp_path: Path
) -> None:
    first = progress_tables.make(begun, library, templates)
    written, notes = first.save(tmp_path / "表")
    before = {path: path.read_bytes() for path in written}
    assert progress_tables.make(begun, library, templates).save(tmp_path / "表") == (written, notes)
    assert {path: path.read_bytes() for path in (tmp_path / "表").iterdir()} == before
    mine = tmp_path / "表" / f"{TITLE}-区妇联.docx"
    mine.write_bytes(b"filled in by hand")
    _, notes = first.save(tmp_path / "表")
    assert f"原有的 {mine.name} 内容不同，已另存为 {mine.stem}.旧1.docx" in notes
    assert mine.with_name(f"{mine.stem}.旧1.docx").read_bytes() == b"filled in by hand"
    assert mine.read_bytes() == before[mine]


def test_files_of_units_that_are_no_longer_named_are_told(
    library: Library, templates: Templates, tmp_path: Path
) -> None:
    progress_tables.make(draft({"units": ["区妇联", "区残联"]}), library, templates).save(tmp_path)
    (tmp_path / "通知.docx").write_bytes(b"another kind")
    _, notes = progress_tables.make(draft({"units": ["区妇联"]}), library, templates).save(tmp_path)
    assert [note for note in notes if "以前的文件" in note] == [
        f"文件夹里还有以前的文件，这次没有动，请核对要不要留：{TITLE}-区残联.docx"
    ]
