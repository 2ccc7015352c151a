"""A file that came back: every change found, tracked or not, nothing else changed, nothing dropped."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from drafter import compare, drafting, office, render
from drafter.drafting.confirmation import unconfirmed
from drafter.errors import UnfitValue
from drafter.handover import absorb, marked_copy, tracked_changes
from drafter.handover.absorb import ChangeKind, Returned
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Format
from drafter.render import Templates
from tests.conftest import REFERENCES
from tests.handover import making
from tests.handover.leader import Leader

Came = Callable[..., Returned]
OFFICE = shutil.which("soffice")
REASON = "领导修改"


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区 2027 from 2026, all figures of the first item confirmed, a reason on the second."""
    made = drafting.confirm(drafting.new(2027, "临淄区", library), 1)
    return drafting.edit_item(made, 2, library=library, reason="上年反响好")


@pytest.fixture
def came(draft: Draft, templates: Templates, tmp_path: Path) -> Came:
    """What a file changes after a leader's edits; `again` saves it in between by LibreOffice."""

    def back(*edits: Callable[[Leader], None], tracked: bool = False, again: bool = False) -> Returned:
        leader = Leader(render.docx(draft, templates).data, tracked=tracked)
        for edit in edits:
            edit(leader)
        path = tmp_path / "改后.docx"
        path.write_bytes(leader.saved())
        if again:
            path.write_bytes(office.convert([path], "docx")[0])
        return absorb.read(path, draft, templates)

    return back


def keys(returned: Returned) -> list[str]:
    return [one.key for one in returned.changes]


def all_taken(draft: Draft, returned: Returned) -> Draft:
    return absorb.take(draft, returned, keys(returned), REASON)


def plain(draft: Draft) -> Draft:
    return draft.replaced(notes=())


EDITS: dict[str, Callable[[Leader], None]] = {
    "figure": lambda one: one.replace("不少于2场次", "不少于3场次"),
    "heading": lambda one: one.replace("深化困难儿童关爱帮扶", "加强困难儿童关爱帮扶", within="十、深化困难儿童"),
    "units": lambda one: one.replace("区妇联、", "区妇联、区民政局、", within="一、促进女性"),
    "opening": lambda one: one.replace("请认真组织实施", "请认真抓好落实"),
    "new": lambda one: one.insert_behind(
        "二、保护和增进", "三、开展妇女普法宣传。举办普法讲座不少于20场。（责任单位：区司法局、区妇联）"
    ),
    "dropped": lambda one: one.delete("八、持续培育婚恋新风"),
    "moved": lambda one: one.move("九、强化妇女儿童权益保障", before="四、深化家庭"),
    "comment": lambda one: one.comment("六、丰富文化体育", "再核实一下场次"),
}


@pytest.mark.parametrize("in_format", Format)
@pytest.mark.parametrize("reference", REFERENCES)
def test_an_unchanged_file_changes_nothing(
    reference: str, in_format: Format, library: Library, templates: Templates, tmp_path: Path
) -> None:
    own = drafting.new(2027, reference.split("-", maxsplit=1)[0], library, library.notice(reference))
    path = tmp_path / "原样.docx"
    render.docx(own, templates, in_format=in_format).save(path)
    returned = absorb.read(path, own, templates)
    assert (returned.changes, returned.unplaced, returned.notes) == ((), (), ())


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_saving_again_by_libreoffice_changes_nothing(library: Library, templates: Templates, tmp_path: Path) -> None:
    drafts = [drafting.new(2027, one.split("-", maxsplit=1)[0], library, library.notice(one)) for one in REFERENCES]
    paths = [tmp_path / f"{at}.docx" for at in range(len(drafts))]
    for own, path in zip(drafts, paths, strict=True):
        render.docx(own, templates).save(path)
    for own, path, data in zip(drafts, paths, office.convert(paths, "docx"), strict=True):
        path.write_bytes(data)
        returned = absorb.read(path, own, templates)
        assert (returned.changes, returned.unplaced) == ((), ()), own.place


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ("figure", [("clause", "第1项", "改措施")]),
        ("heading", [("heading", "第10项", "改标题")]),
        ("units", [("units", "第1项", "改责任单位")]),
        ("opening", [("head", "开头", "改")]),
        ("new", [("new", "新稿第3项", "新增一项")]),
        ("dropped", [("dropped", "第8项", "删去整项")]),
        ("moved", [("order", "第9项", "移位")]),
        ("comment", [("note", "第6项", "记下批注")]),
    ],
)
def test_each_edit_is_found_as_what_it_is(
    edit: str, found: list[tuple[str, str, str]], came: Came, *, tracked: bool
) -> None:
    returned = came(EDITS[edit], tracked=tracked)
    assert [(one.kind.value, one.place, one.what) for one in returned.changes] == found
    assert returned.unplaced == ()


@pytest.mark.parametrize("edit", ["figure", "heading", "units", "opening", "new", "dropped", "moved"])
def test_who_made_a_tracked_change_and_when_is_told_with_it(edit: str, came: Came) -> None:
    assert [one.by for one in came(EDITS[edit], tracked=True).changes] == [("王主任，2027年3月1日",)]
    assert [one.by for one in came(EDITS[edit], tracked=False).changes] == [()]


def test_each_change_bears_the_name_of_its_own_author(came: Came) -> None:
    def by_another(leader: Leader) -> None:
        for mark in leader.document.element.body.iter(qn("w:ins"), qn("w:del")):
            if "3场次" in "".join(mark.itertext()):
                mark.set(qn("w:author"), "李副区长")
                del mark.attrib[qn("w:date")]

    returned = came(EDITS["figure"], EDITS["units"], by_another, tracked=True)
    names = {one.what: one.by for one in returned.changes}
    assert names["改责任单位"] == ("王主任，2027年3月1日",)
    assert "李副区长" in names["改措施"]


def test_the_words_of_a_change_are_those_that_a_comparison_marks(draft: Draft, came: Came) -> None:
    (change,) = came(EDITS["figure"]).changes
    taken = all_taken(draft, came(EDITS["figure"]))
    (row,) = [one for one in compare.notices(draft, taken).items[0].clauses if one.old != one.new]
    assert change.pieces == row.pieces
    (units,) = came(EDITS["units"]).changes
    assert [(one.kind.value, one.text) for one in units.pieces if one.kind.value != "kept"] == [
        ("inserted", "区民政局、")
    ]


ALL = ("figure", "heading", "units", "opening", "new", "dropped", "moved", "comment")


def expected(draft: Draft, library: Library) -> Draft:
    """The draft as a drafter would have made it by hand from what the leader did."""
    made = drafting.edit_clause(draft, 1, 1, draft.items[0].clauses[0].text.replace("不少于2场次", "不少于3场次"))
    units = "、".join(draft.items[0].units).replace("区妇联、", "区妇联、区民政局、")
    made = drafting.edit_item(made, 1, library=library, units=units)
    made = drafting.edit_item(made, 10, library=library, heading="加强困难儿童关爱帮扶")
    opening = [text.replace("请认真组织实施", "请认真抓好落实") for text in draft.opening]
    made = drafting.edit_head(made, opening=opening)
    made = drafting.move(made, 9, at=4)
    return drafting.drop(made, 9, reason=REASON)


@pytest.mark.parametrize(
    ("tracked", "again"),
    [
        (False, False),
        (True, False),
        pytest.param(
            False, True, marks=[pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")]
        ),
        pytest.param(True, True, marks=[pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")]),
    ],
)
def test_all_edits_together_give_the_draft_made_by_hand(
    draft: Draft, library: Library, came: Came, *, tracked: bool, again: bool
) -> None:
    returned = came(*(EDITS[name] for name in ALL), tracked=tracked, again=again)
    taken = all_taken(draft, returned)
    by_hand = expected(draft, library)
    new = taken.items[2]
    assert (new.heading, new.body, new.units) == (
        "开展妇女普法宣传",
        "举办普法讲座不少于20场。",
        ("区司法局", "区妇联"),
    )
    assert (new.origin, new.reason) == (None, REASON)
    assert new.id not in {item.id for item in draft.items}
    others = [item.replaced(notes=()) for item in taken.items if item.id != new.id]
    assert others == list(by_hand.items)
    assert [item.notes for item in taken.items if item.notes] == [("批注（王主任）：再核实一下场次",)]
    assert taken.dropped == by_hand.dropped
    assert plain(taken).replaced(items=(), dropped=()) == plain(by_hand).replaced(items=(), dropped=())
    assert len(returned.changes) == len(ALL)
    assert returned.unplaced == ()


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
def test_runs_of_one_character_change_nothing_of_it(draft: Draft, came: Came, *, tracked: bool) -> None:
    whole = came(*(EDITS[name] for name in ALL), tracked=tracked)
    shattered = came(*(EDITS[name] for name in ALL), lambda leader: leader.shatter(), tracked=tracked)
    assert all_taken(draft, shattered) == all_taken(draft, whole)
    assert (shattered.unplaced, shattered.notes) == ((), ())


@pytest.mark.parametrize("name", ALL)
def test_a_change_can_be_refused_alone(name: str, draft: Draft, came: Came) -> None:
    returned = came(*(EDITS[one] for one in ALL))
    only = came(EDITS[name])
    wanted = {(one.kind, one.place, one.what) for one in only.changes}
    rest = [one.key for one in returned.changes if (one.kind, one.place, one.what) not in wanted]
    assert len(rest) == len(ALL) - 1
    without = came(*(EDITS[one] for one in ALL if one != name))
    assert absorb.take(draft, returned, rest, REASON) == all_taken(draft, without)


def test_refusing_everything_leaves_the_draft(draft: Draft, came: Came) -> None:
    returned = came(*(EDITS[one] for one in ALL))
    assert absorb.take(draft, returned, []) == plain(draft)


def test_what_was_taken_is_no_change_any_more(draft: Draft, came: Came, templates: Templates, tmp_path: Path) -> None:
    taken = all_taken(draft, came(*(EDITS[one] for one in ALL)))
    again = absorb.read(tmp_path / "改后.docx", taken, templates)
    assert again.changes == ()
    assert all("表格由实事生成" in one for one in again.unplaced)  # the leader left the table as it was


def test_confirmed_figures_stay_confirmed_where_they_stand_unchanged(draft: Draft, came: Came) -> None:
    taken = all_taken(draft, came(EDITS["figure"]))
    assert unconfirmed(draft.items[0]) == []
    assert unconfirmed(taken.items[0]) == ["不少于3场次"]
    assert taken.items[0].clauses[0].origin == "临淄区-2026#1.1"


def test_a_clause_moved_to_another_item_keeps_its_origin_and_is_one_change(draft: Draft, came: Came) -> None:
    clause = draft.items[0].clauses[1]

    def move(leader: Leader) -> None:
        leader.replace(clause.text, "", within="一、促进女性")
        leader.replace("（责任单位：", f"{clause.text}（责任单位：", within="七、深化儿童友好")

    returned = came(move)
    assert [(one.kind, one.place, one.what) for one in returned.changes] == [(ChangeKind.CLAUSE, "第7项", "移来措施")]
    taken = all_taken(draft, returned)
    assert clause not in taken.items[0].clauses
    assert taken.items[6].clauses[-1] == clause
    assert taken.dropped == draft.dropped


def test_without_bookmarks_items_are_matched_by_their_text(came: Came) -> None:
    def strip(leader: Leader) -> None:
        for mark in list(leader.document.element.body.iter()):
            if str(mark.tag).endswith(("}bookmarkStart", "}bookmarkEnd")):
                mark.getparent().remove(mark)

    returned = came(*(EDITS[one] for one in ALL), strip)
    assert [(one.kind, one.place) for one in returned.changes] == [
        (one.kind, one.place) for one in came(*(EDITS[one] for one in ALL)).changes
    ]


def test_a_bookmark_finds_an_item_that_was_written_anew(draft: Draft, came: Came) -> None:
    text = draft.items[7].body

    def rewrite(leader: Leader) -> None:
        leader.replace(text, "组织青年交友会12场。", within="八、持续培育")
        leader.replace("持续培育婚恋新风", "搭建青年交友平台", within="八、持续培育")

    returned = came(rewrite)
    assert {one.place for one in returned.changes} == {"第8项"}
    taken = all_taken(draft, returned).items[7]
    assert (taken.id, taken.origin, taken.heading) == ("i8", "临淄区-2026#8", "搭建青年交友平台")
    assert taken.body == "组织青年交友会12场。"


def test_what_a_draft_cannot_hold_is_listed(came: Came) -> None:
    returned = came(
        lambda one: one.comment("各有关部门务必", "结尾太长"),
        lambda one: one.insert_behind("一、促进女性", "此处加一张图"),
    )
    listed = "\n".join([*returned.unplaced, *(one.new or "" for one in returned.changes)])
    assert "结尾太长" in listed
    assert "此处加一张图" in listed


def test_the_tracked_copy_that_we_made_comes_back_unchanged(
    draft: Draft, library: Library, templates: Templates, tmp_path: Path
) -> None:
    old = library.notice("博山区-2023")
    pages = tracked_changes.printed(old, draft, templates)
    path = tmp_path / "修订稿.docx"
    tracked_changes.document(pages, compare.notices(old, draft)).save(path)
    returned = absorb.read(path, draft, templates)
    assert (returned.changes, returned.unplaced) == ((), ())


HEADS: dict[str, dict[str, Any]] = {
    "title": {"title": "临淄区人民政府办公室关于印发2027年全区妇女儿童实事项目的通知"},
    "serial": {"serial": "12"},
    "date": {"date": "2027-03-05"},
    "recipients": {"recipients": "各镇人民政府，区政府各部门"},
    "closing": {"closing": ["各部门要抓好落实。"]},
    "contacts": {"contact_line": "联系电话：7220000"},
    "disclosure": {"disclosure": "此件依申请公开"},
    "copies": {"copies_to": "区委各部门，区人大常委会办公室"},
    "secrecy": {"secrecy": "秘密★1年"},
}


@pytest.mark.parametrize("name", HEADS)
def test_each_field_of_the_head_comes_back(name: str, draft: Draft, templates: Templates, tmp_path: Path) -> None:
    changed = drafting.edit_head(draft, **HEADS[name])
    path = tmp_path / "改后.docx"
    render.docx(changed, templates).save(path)
    returned = absorb.read(path, draft, templates)
    assert [one.kind for one in returned.changes] == [ChangeKind.HEAD]
    assert returned.unplaced == ()
    assert plain(all_taken(draft, returned)) == plain(changed)


def test_sub_entries_come_back_each_by_itself(templates: Templates, tmp_path: Path) -> None:
    def entry(number: str, heading: str, text: str, *units: str) -> dict[str, Any]:
        return {"ordinal": number, "heading": heading, "clauses": [{"text": text, "origin": "甲#1.2"}], "units": units}

    first = entry("（一）", "检查", "全年检查2次。", "区卫健局")
    second = entry("（二）", "宣传", "发放手册1000份。", "区妇联")
    third = entry("（三）", "培训", "举办培训班5期。", "区人社局")
    item = {"heading": "关爱健康", "clauses": [{"text": "开展三项行动。"}], "units": ["区卫健局"]}
    own = making.draft({**item, "entries": [first, second]})
    changed = making.draft({**item, "entries": [entry("（一）", "检查", "全年检查3次。", "区卫健局"), third]})
    path = tmp_path / "改后.docx"
    render.docx(changed, templates).save(path)
    returned = absorb.read(path, own, templates)
    assert returned.unplaced == ()
    taken = all_taken(own, returned)
    assert drafting.notice_of(taken) == drafting.notice_of(changed)
    assert taken.items[0].entries[0].clauses[0].origin == "甲#1.2"


def test_a_file_printed_from_another_draft_is_refused(
    draft: Draft, library: Library, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / "别处.docx"
    render.docx(drafting.new(2027, "淄川区", library), templates).save(path)
    with pytest.raises(UnfitValue, match="不像是从这份草稿印出来的"):
        absorb.read(path, draft, templates)


def test_a_unit_changed_in_the_table_alone_is_listed(came: Came) -> None:
    def retype(leader: Leader) -> None:
        leader.document.tables[-1].rows[1].cells[2].paragraphs[0].runs[0].text = "区农业农村局"

    returned = came(retype)
    assert returned.changes == ()
    assert len(returned.unplaced) == 1
    assert "区农业农村局" in returned.unplaced[0]


def test_a_marked_copy_is_refused_since_what_went_is_printed_in_it(
    draft: Draft, library: Library, templates: Templates, tmp_path: Path
) -> None:
    old = library.notice("临淄区-2026")
    pages = tracked_changes.printed(old, draft, templates)
    path = tmp_path / "花脸稿.docx"
    path.write_bytes(marked_copy.document(pages, compare.notices(old, draft)).data)
    with pytest.raises(UnfitValue, match="花脸稿"):
        absorb.read(path, draft, templates)


def test_last_years_notice_is_refused(draft: Draft, library: Library, templates: Templates, tmp_path: Path) -> None:
    path = tmp_path / "上年.docx"
    render.docx(library.notice("临淄区-2026"), templates).save(path)
    with pytest.raises(UnfitValue, match="2026年的通知，草稿是2027年"):
        absorb.read(path, draft, templates)
