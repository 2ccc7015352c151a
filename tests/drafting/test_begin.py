"""Beginning a draft: what is carried over, what moves with the year, what is left blank and told."""

import re

import pytest

from drafter import drafting
from drafter.drafting.confirmation import unconfirmed
from drafter.errors import UnknownReference
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Entry, Item, Notice
from drafter.text import targets
from drafter.workspace import Workspace

_BEGUN = [("临淄区", 2027, "临淄区-2026"), ("淄川区", 2024, "淄川区-2023"), ("博山区", 2026, "博山区-2025")]


def _texts(draft: Draft | Notice) -> list[str]:
    """Every text of head and items that a reader of the document sees."""
    head = [draft.title, draft.list_title or "", *draft.opening, *draft.closing, draft.contact_line or ""]
    items = [text for item in draft.items for text in (item.heading or "", *(one.text for one in item.all_clauses))]
    return [*head, *items]


@pytest.mark.parametrize(("place", "year", "source"), _BEGUN)
def test_a_draft_starts_from_the_newest_notice_of_the_place(
    library: Library, place: str, year: int, source: str
) -> None:
    draft = drafting.new(year, place, library)
    assert (draft.place, draft.year, draft.source) == (place, year, source)
    assert draft.notes[0].startswith(f"以 {source} 为底稿")


@pytest.mark.parametrize(("place", "year", "source"), _BEGUN)
def test_serial_and_date_are_blank_and_every_figure_is_unconfirmed(
    library: Library, place: str, year: int, source: str
) -> None:
    draft = drafting.new(year, place, library)
    code = library.notice(source).doc_number
    assert code is not None
    assert str(draft.doc_number) == f"{code.agency_code}〔{year}〕　号"
    assert draft.date is None
    for item in draft.items:
        figures = [target.text for clause in item.all_clauses for target in targets.find(clause.text)]
        assert unconfirmed(item) == figures


@pytest.mark.parametrize(("place", "year", "source"), _BEGUN)
def test_only_years_differ_from_the_source(library: Library, place: str, year: int, source: str) -> None:
    draft, before = drafting.new(year, place, library), library.notice(source)
    assert [text.replace(str(year), str(before.year)) for text in _texts(draft)] == _texts(before)
    for item, old in zip(draft.items, before.items, strict=True):
        assert (item.units, item.lead_units, item.themes) == (old.units, old.lead_units, old.themes)
    for field in ("recipients", "contact_line", "disclosure", "copies_to", "form", "issuer"):
        assert getattr(draft, field) == getattr(before, field)
    assert [one.title for one in draft.attachments] == [
        one.title.replace(str(before.year), str(year)) for one in before.attachments
    ]


@pytest.mark.parametrize(("place", "year", "source"), _BEGUN)
def test_each_clause_remembers_the_clause_it_comes_from(library: Library, place: str, year: int, source: str) -> None:
    draft, before = drafting.new(year, place, library), library.notice(source)
    for number, item in enumerate(draft.items, start=1):
        assert item.origin == f"{source}#{number}"
        assert [clause.origin for clause in item.clauses] == [
            f"{source}#{number}.{position}" for position in range(1, len(before.items[number - 1].clauses) + 1)
        ]
    assert len({item.id for item in draft.items}) == len(draft.items)


def test_the_2027_draft_of_linzi_reads_as_expected(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    assert draft.title == "临淄区人民政府办公室关于印发2027年为全区妇女儿童办实事项目清单的通知"
    assert draft.list_title == "2027年为全区妇女儿童办实事项目清单"
    assert draft.opening == (
        "《2027年为全区妇女儿童办实事项目清单》已经区人民政府研究同意，现印发给你们，请认真组织实施。",
    )
    assert draft.contact_line == "联系电话：7220365，电子邮箱：lzqfl@zb.shandong.cn"
    assert draft.attachments[0].title == "2027年为全区妇女儿童办实事工作进展情况表"
    assert draft.attachments[0].columns == ("序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限")
    assert draft.unit_separator == "\n"
    assert "按照三年一周期，年内对全区1.9万名" in draft.items[1].clauses[0].text
    about_cycle = [note for note in draft.notes if "三年一周期" in note]
    assert len(about_cycle) == 1
    assert "第2项" in about_cycle[0]
    assert "没有改" in about_cycle[0]


def test_the_2024_draft_of_zichuan_moves_the_year_wherever_it_is_the_year_of_the_list(library: Library) -> None:
    draft = drafting.new(2024, "淄川区", library)
    assert draft.title == "淄川区人民政府办公室关于2024年为全区妇女儿童办好八件实事通知"
    assert draft.opening[0].endswith("2024年为全区妇女儿童办好八件实事，现将有关事项通知如下：")
    assert "确保八件实事在2024年年底前完成。" in draft.closing[0]
    assert draft.contact_line == "联系人：●●●　●●●　联系电话：5181763"
    assert draft.copies_to[0] == "区委办公室"
    assert draft.unit_separator == "\n"
    assert not any("2023" in text for text in _texts(draft))
    for place in ("标题", "开头", "结尾", "附件标题"):
        assert any(note.startswith(place) and "2023年" in note and "2024年" in note for note in draft.notes), place


def test_the_2026_draft_of_boshan_has_the_usual_table_heads_where_its_source_has_no_table(library: Library) -> None:
    draft = drafting.new(2026, "博山区", library)
    assert draft.title == "博山区人民政府办公室关于印发2026年为全区妇女儿童办实事项目清单的通知"
    assert draft.attachments[0].title == "2026年为全区妇女儿童办实事工作进展情况报表"
    assert draft.attachments[0].columns == ("序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限")
    assert draft.unit_separator == "、"
    assert "（联系电话：4110160，协同办公系统邮箱：博山区妇联）" in draft.closing[0]


def test_a_place_without_a_notice_gets_a_bare_frame_and_is_told_so(library: Library) -> None:
    draft = drafting.new(2027, "周村区", library)
    assert draft.source is None
    assert draft.items == ()
    assert draft.title == "周村区人民政府办公室关于印发2027年为全区妇女儿童办实事项目清单的通知"
    assert draft.signature == "周村区人民政府办公室"
    assert draft.doc_number is None
    assert (draft.date, draft.recipients, draft.opening, draft.closing, draft.contact_line) == (
        None,
        None,
        (),
        (),
        None,
    )
    assert any("周村区" in note and "空白" in note for note in draft.notes)
    lacking = drafting.missing(draft)
    assert re.search("代字|文号", lacking[0])
    for word in ("日期", "主送机关", "开头", "实事"):
        assert any(word in one for one in lacking), word


def test_a_county_without_a_notice_speaks_of_the_county(library: Library) -> None:
    assert drafting.new(2027, "桓台县", library).list_title == "2027年为全县妇女儿童办实事项目清单"
    assert drafting.new(2027, "山东省", library).list_title == "2027年为全省妇女儿童办实事项目清单"


def test_a_draft_from_another_places_notice_bears_the_own_name_and_warns_of_the_rest(library: Library) -> None:
    draft = drafting.new(2027, "周村区", library, library.notice("博山区-2025"))
    assert draft.issuer == draft.signature == "周村区人民政府办公室"
    assert draft.title == "周村区人民政府办公室关于印发2027年为全区妇女儿童办实事项目清单的通知"
    assert draft.doc_number is None
    assert any("博山区" in note and "核对" in note for note in draft.notes)
    assert draft.items[0].origin == "博山区-2025#1"


def test_no_contact_of_another_place_is_carried_over_without_a_word(library: Library) -> None:
    draft = drafting.new(2027, "周村区", library, library.notice("临淄区-2026"))
    held = " ".join((draft.contact_line or "", *draft.closing))
    assert "7220365" not in held or any("联系" in note for note in draft.notes)


def test_an_older_notice_of_the_own_place_may_be_the_source(library: Library) -> None:
    draft = drafting.new(2026, "博山区", library, library.notice("博山区-2023"))
    assert draft.source == "博山区-2023"
    assert draft.title == "博山区人民政府办公室关于2026年为全区妇女儿童办实事的通知"
    assert not any("地名、层级" in note for note in draft.notes)


def test_an_unregistered_place_is_told_with_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownReference, match=r"“临淄县”.*临淄区"):
        drafting.new(2027, "临淄县", library)


def test_sub_entries_come_along_with_their_units_and_their_clauses_are_counted_on(workspace: Workspace) -> None:
    entry = Entry(ordinal="（一）", heading="送温暖", clauses=("2030年慰问孤儿30人。",), units=("区民政局",))
    item = Item(heading="关爱", clauses=("走访2次。",), entries=(entry,), units=("区妇联",), deadline="2030年11月")
    workspace.library.store(
        Notice(issuer="周村区人民政府办公室", year=2030, form="direct", title="2030年办实事的通知", items=(item,))
    )
    draft = drafting.new(2031, "周村区", workspace.library)
    new = draft.items[0]
    assert [(one.text, one.origin) for one in new.all_clauses] == [
        ("走访2次。", "周村区-2030#1.1"),
        ("2031年慰问孤儿30人。", "周村区-2030#1.2"),
    ]
    assert (new.entries[0].ordinal, new.entries[0].heading, new.entries[0].units) == ("（一）", "送温暖", ("区民政局",))
    assert new.deadline == "2031年11月"


@pytest.mark.parametrize(("place", "year", "source"), _BEGUN)
def test_the_notice_a_draft_makes_numbers_its_items_and_fills_the_table(
    library: Library, place: str, year: int, source: str
) -> None:
    draft = drafting.new(year, place, library)
    notice = drafting.notice_of(draft)
    before = library.notice(source)
    assert [item.ordinal for item in notice.items] == [item.ordinal for item in before.items]
    rows = notice.attachments[0].rows
    assert [(row[0], row[1]) for row in rows] == [
        (str(number), item.heading) for number, item in enumerate(draft.items, start=1)
    ]
    assert [row[2].split(draft.unit_separator) for row in rows] == [list(item.units) for item in draft.items]
    if before.attachments[0].rows:
        assert [re.split("[、\n]", row[2]) for row in rows] == [
            re.split("[、\n]", row[2]) for row in before.attachments[0].rows
        ]
