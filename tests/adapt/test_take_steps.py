"""A take as a step: what is told, what stays with the item, and what the command prints."""

import pytest

from drafter import drafting
from drafter.drafting.foreign import open_notes
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Entry, Item, Notice
from drafter.workspace import Workspace
from tests.conftest import Run


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027."""
    return drafting.new(2027, "临淄区", library)


def test_changes_and_marks_are_told_and_marks_stay_with_the_item(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "淄博市-2024#4", library=library)
    assert "第1条：“各区县”改为“各镇（街道）”" in after.notes
    assert "责任单位：“市妇联”改为“区妇联”，“市教育局”改为“区教体局”" in after.notes
    assert any("“淄博好爸妈”没有改" in note for note in after.notes)
    kept = after.items[-1].notes
    assert any(note.startswith("“淄博好爸妈”：") for note in kept)
    assert not any("各区县" in note or "妇联" in note for note in kept)


def test_figures_are_told_with_what_our_own_notices_promised(library: Library) -> None:
    draft = drafting.new(2026, "博山区", library)
    after = drafting.take(draft, "淄博市-2024#9", library=library)
    (told,) = [note for note in after.notes if note.startswith("指标没有改")]
    assert "30场（本地2025年5场次）" in told
    assert "40场（本地2025年3场次，2023年2场）" in told
    assert "200场" in told
    assert all(clause.confirmed == () for clause in after.items[-1].clauses)


def test_a_clause_taken_into_an_item_brings_its_marks_there(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#5.3", library=library, into=6)
    assert [note.partition("：")[0] for note in after.items[5].notes] == ["“博山行”"]
    whole = drafting.take(draft, "博山区-2025#9", library=library, into=9)
    assert [note.partition("：")[0] for note in whole.items[8].notes] == ["“法护家和”"]


def test_a_moved_clause_takes_its_marks_along(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "淄博市-2024#4", library=library)
    after = drafting.move(after, 11, 2, into=4)
    assert any("淄博好爸妈" in note for note in after.items[3].notes)
    assert not any("高新区" in note for note in after.items[3].notes)
    assert not any("淄博好爸妈" in note for note in open_notes(after.items[10]))


def test_what_was_rewritten_is_no_longer_to_be_judged(draft: Draft, library: Library) -> None:
    after = drafting.take(draft, "博山区-2025#4", library=library)
    assert len(open_notes(after.items[10])) == 1
    after = drafting.edit_clause(after, 11, 1, "开展“临淄好家风”百场家庭教育服务活动。")
    assert open_notes(after.items[10]) == ()


def test_units_of_the_draft_go_before_those_of_past_notices(draft: Draft, library: Library) -> None:
    renamed = drafting.edit_item(draft, 3, library=library, units="区教育和体育局")
    units = [item.replaced(units=("区教育和体育局",)) if "区教体局" in item.units else item for item in renamed.items]
    after = drafting.take(renamed.replaced(items=tuple(units)), "淄博市-2024#1", library=library)
    assert after.items[-1].units == ("区教育和体育局",)


def test_sub_entries_leads_leaders_and_deadlines_are_adapted_or_marked(workspace: Workspace) -> None:
    entry = Entry(ordinal="（一）", heading="走访", clauses=("全市走访5次。",), units=("市民政局",), leader="张三")
    item = Item(
        heading="关爱全市儿童",
        clauses=("结对10人。",),
        entries=(entry,),
        units=("市妇联", "市教育局"),
        lead_units=("市妇联",),
        units_as_printed="牵头单位：市妇联，配合单位：市教育局；2026年10月底前完成",
        deadline="2026年10月底",
    )
    source = Notice(issuer="济南市人民政府办公厅", year=2026, form="direct", title="通知", items=(item,))
    workspace.library.store(source)
    draft = drafting.new(2027, "博山区", workspace.library)
    taking = drafting.take_with_edits(draft, "济南市-2026#1", library=workspace.library)
    made = taking.draft.items[-1]
    assert made.heading == "关爱全区儿童"
    assert [clause.text for clause in made.all_clauses] == ["结对10人。", "全区走访5次。"]
    assert [clause.origin for clause in made.all_clauses] == ["济南市-2026#1.1", "济南市-2026#1.2"]
    assert (made.units, made.lead_units) == (("区妇联", "区教育和体育局"), ("区妇联",))
    assert made.units_as_printed == "牵头单位：区妇联，配合单位：区教育和体育局；2027年10月底前完成"
    assert made.deadline == "2027年10月底"
    assert made.entries[0].units == ("区民政局",)
    assert [(mark.where, mark.text) for mark in taking.marks] == [("责任领导", "张三")]
    assert any("张三" in note for note in made.notes)


def test_the_command_tells_changes_and_marks_as_text_and_as_json(run: Run, workspace: Workspace) -> None:
    assert run("new", 2027, "--issuer", "临淄区", cwd=workspace.root).code == 0
    text = run("take", "临淄区-2027", "淄博市-2024#4", cwd=workspace.root)
    assert (text.code, text.err) == (0, "")
    assert "“各区县”改为“各镇（街道）”" in text.out
    assert "有5处没有改" in text.out
    shown = run("show", "临淄区-2027#11", cwd=workspace.root).out
    assert shown.count("待核对：") == 5
    told = run("take", "临淄区-2027", "博山区-2025#9", "--json", cwd=workspace.root).json
    assert set(told) == {"written", "notes", "changes", "marks"}
    assert {"where": "责任单位", "old": "区公安分局", "new": "临淄公安分局"}.items() <= told["changes"][0].items()
    (mark,) = told["marks"]
    assert (mark["where"], mark["old"], mark["new"]) == ("第2条", "法护家和", None)
    again = run("show", "临淄区-2027#12", "--json", cwd=workspace.root).json
    clause = again["clauses"][1]["text"]
    assert clause[mark["at"] :].startswith("法护家和")
