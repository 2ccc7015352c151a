"""征求意见单: each unit gets its items in full and their figures, no other; nothing is stated that is not known."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import drafting
from drafter.drafting.confirmation import unconfirmed
from drafter.errors import UnfitValue
from drafter.handover import consultation
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.render import Rendered, Templates
from drafter.text import targets
from tests.conftest import ROOT
from tests.handover.making import draft, rows, texts

LIBRARY, TEMPLATES = Library(ROOT / "library"), Templates((ROOT / "templates",))
DAY = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
HARD = "&<>\"'{}{{ 7*7 }}{% x %} 😀𠮷㛃 “甲” "
UNITS = ("区妇联", "区卫健局", "区教体局", "各镇（街道）", "临淄公安分局", "某新设中心")


def sheets(made: Draft) -> dict[str, Rendered]:
    """The sheets of a draft by unit."""
    found = consultation.make(made, LIBRARY, TEMPLATES).documents
    return {name.removeprefix("征求意见单-").removesuffix(".docx"): document for name, document in found.items()}


def listed(document: Rendered) -> list[list[str]]:
    """The rows of figures, clauses among them, without the heads."""
    return rows(document, 2)[2:] if len(rows(document, 2)[0]) == 1 else []


def test_a_sheet_holds_the_units_items_as_the_notice_prints_them() -> None:
    begun = drafting.new(2027, "临淄区", LIBRARY)
    found = sheets(begun)
    assert list(found) == list(dict.fromkeys(unit for item in begun.items for unit in item.all_units))
    items = rows(found["区检察院"], 1)[2:]
    assert [row[1] for row in items] == ["配合", "配合"]
    assert items[0][0] == (f"七、深化儿童友好城市建设。{begun.items[6].body}（责任单位：区妇联、区检察院）")
    assert [row[1] for row in rows(found["区人社局"], 1)[2:]] == ["牵头"]
    first = rows(found["区检察院"], 0)
    assert first == [
        ["征求意见\n的文稿", f"{begun.title}（征求意见稿）"],
        ["责任单位", "区检察院"],
        ["反馈时限", f"请于{DAY}前反馈"],
    ]


def test_sub_entries_and_labelled_unit_clauses_stand_as_printed() -> None:
    entry = {"ordinal": "（一）", "heading": "检查", "clauses": [{"text": "检查2次。"}], "units": ["区卫健局"]}
    made = draft(
        {"units": ["区妇联"], "entries": [entry], "leader": "张三丰"},
        {"units": ["区妇联"], "units_as_printed": "责任单位:区妇联 等"},
    )
    found = rows(sheets(made)["区妇联"], 1)[2:]
    assert [row[0] for row in found] == [
        "一、实事1。做第1件事。\n（一）检查。检查2次。（责任单位：区卫健局）\n（责任单位：区妇联；责任领导：张三丰）",
        "二、实事2。做第2件事。（责任单位:区妇联 等）",
    ]
    assert [row[1] for row in rows(sheets(made)["区卫健局"], 1)[2:]] == ["（一）牵头"]


def test_each_figure_stands_below_its_clause_with_what_the_origin_said() -> None:
    clauses: list[dict[str, Any]] = [
        {"text": "开展科普大篷车进基层活动10场，提升儿童科技素养。", "origin": "临淄区-2026#6.2"},
        {"text": "加强宣传。", "origin": "临淄区-2026#6.1"},
        {"text": "新建书房3处，赠书500册。", "confirmed": ["500册"]},
        {"text": "计划为全区800余人提供监测，其中女性群体不低于450人。", "origin": "临淄区-2026#6.3"},
        {"text": "开展活动2次，慰问2次。", "confirmed": ["2次"]},
    ]
    (found,) = sheets(draft({"units": ["区科协"], "clauses": clauses})).values()
    assert listed(found) == [
        [f"一、{clauses[0]['text']}"],
        ["10场", "8场（临淄区2026年）", "□确认\u3000□改为："],
        [f"一、{clauses[2]['text']}"],
        ["3处", "—", "□确认\u3000□改为："],
        ["500册", "—", "已确认"],
        [f"一、{clauses[3]['text']}"],
        ["800余人", "800余人（临淄区2026年）", "□确认\u3000□改为："],
        ["不低于450人", "不低于400人（临淄区2026年）", "□确认\u3000□改为："],
        [f"一、{clauses[4]['text']}"],
        ["2次", "—", "已确认"],
        ["2次", "—", "□确认\u3000□改为："],
    ]


@pytest.mark.parametrize("place", ["临淄区", "淄川区"])
def test_every_figure_of_a_units_items_is_listed_once_and_in_order(place: str) -> None:
    begun = drafting.new(2027, place, LIBRARY)
    begun = drafting.confirm(begun, 2)
    for unit, document in sheets(begun).items():
        own = [item for item in begun.items if unit in item.all_units]
        figures = [one.text for item in own for clause in item.all_clauses for one in targets.find(clause.text)]
        found = [row for row in listed(document) if len(row) == 3]
        assert [row[0] for row in found] == figures, unit
        assert [row[0] for row in found if row[2] != "已确认"] == [text for item in own for text in unconfirmed(item)]
        assert all(text in ("已确认", "□确认\u3000□改为：") for *_, text in found)


def test_an_origin_that_the_library_does_not_hold_is_told_once_and_left_out() -> None:
    clauses = [
        {"text": "培训200人。", "origin": origin}
        for origin in (
            "青岚县-2020#1.1",
            "临淄区-2026#6.99",
            "临淄区-2026#99.1",
            "青岚县-2020#1.1",
            "手写的",
            "临淄区-2026#6",
        )
    ]
    made = consultation.make(draft({"units": ["区妇联"], "clauses": clauses}), LIBRARY, TEMPLATES)
    (note,) = [note for note in made.notes if "来源" in note]
    assert note.endswith("：青岚县-2020#1.1、临淄区-2026#6.99、临淄区-2026#99.1")
    assert {row[1] for row in listed(made.documents["征求意见单-区妇联.docx"]) if len(row) == 3} == {"—"}


def test_a_figure_of_another_kind_is_not_last_years() -> None:
    made = draft({"units": ["区妇联"], "clauses": [{"text": "覆盖90%家庭。", "origin": "临淄区-2026#6.2"}]})
    assert listed(sheets(made)["区妇联"])[1][:2] == ["90%", "—"]


def test_what_the_unit_fills_in_is_blank_and_nothing_is_made_up() -> None:
    (found,) = sheets(draft({"units": ["区妇联"]})).values()
    assert rows(found, 2) == [
        ["反馈意见", f"（单位盖章）\n{DAY}"],
        ["单位负责人\n签字", ""],
        ["联系人", "", "联系电话", ""],
    ]
    lines = {line for line in texts(found) if line}
    assert lines == {
        "征求意见单", "征求意见", "的文稿", f"{draft().title}（征求意见稿）", "责任单位", "区妇联", "反馈时限",
        f"请于{DAY}前反馈", "本单位参与的实事", "实事内容", "分工", "一、实事1。做第1件事。（责任单位：区妇联）",
        "牵头", "反馈意见", "（单位盖章）", DAY, "单位负责人", "签字", "联系人", "联系电话",
    }  # fmt: skip


def test_a_draft_without_units_is_refused_in_a_sentence() -> None:
    for made in (draft(), draft({"units": []})):
        with pytest.raises(UnfitValue, match="没有写责任单位"):
            consultation.make(made, LIBRARY, TEMPLATES)


def test_the_place_of_an_unfit_character_is_told() -> None:
    with pytest.raises(UnfitValue, match=r"实事第2个措施文字里有不能打印的字符 U\+0007"):
        sheets(draft({"units": ["区妇联"]}, {"units": ["区妇联"], "clauses": [{"text": "甲\x07乙。"}]}))


def test_without_the_notices_of_the_library_the_sheets_are_made_all_the_same(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "library", tmp_path / "library")
    for path in (tmp_path / "library" / "notices").iterdir():
        path.unlink()
    begun = drafting.new(2027, "临淄区", LIBRARY)
    made = consultation.make(begun, Library(tmp_path / "library"), TEMPLATES)
    assert len(made.documents) == len(consultation.make(begun, LIBRARY, TEMPLATES).documents)
    assert any("找不到" in note for note in made.notes)


def test_the_same_draft_gives_the_same_bytes() -> None:
    begun = drafting.new(2027, "临淄区", LIBRARY)
    assert {name: one.data for name, one in sheets(begun).items()} == {
        name: one.data for name, one in sheets(begun).items()
    }


_item = st.fixed_dictionaries(
    {
        "units": st.lists(st.sampled_from(UNITS), unique=True, max_size=4).map(list),
        "text": st.text(st.sampled_from(HARD), min_size=1, max_size=12),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_item, min_size=1, max_size=5))
def test_each_items_text_stands_in_exactly_the_sheets_of_its_units(items: list[dict[str, Any]]) -> None:
    made = draft(
        *(
            {
                "units": one["units"],
                "heading": f"第{at}号{one['text']}",
                "clauses": [{"text": f"做{one['text']}甲{at}。"}],
            }
            for at, one in enumerate(items)
        )
    )
    if not any(one["units"] for one in items):
        with pytest.raises(UnfitValue):
            sheets(made)
        return
    found = {unit: texts(document) for unit, document in sheets(made).items()}
    assert set(found) == {unit for one in items for unit in one["units"]}
    for unit, lines in found.items():
        for at, one in enumerate(items):
            whole = f"、第{at}号{one['text']}。做{one['text']}甲{at}。"
            assert sum(whole in line for line in lines) == (unit in one["units"]), (unit, at)
