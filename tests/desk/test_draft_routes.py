"""The draft through the desk's routes: steps on the version the page knows, what is answered, going back."""

import re
from typing import Any

import pytest

from drafter.drafting import draft_file
from drafter.library import files
from tests.desk.conftest import Desk, new_draft

Step = dict[str, Any]
HOSTILE = "<script>alert(1)</script>”'&<img src=x onerror=alert(2)>"


@pytest.fixture
def name(desk: Desk) -> str:
    """A draft of 临淄区 for 2027."""
    return new_draft(desk.workspace)


def state(desk: Desk, name: str) -> Any:
    return desk.get(f"/api/drafts/{name}").get_json()


def taken(desk: Desk, name: str, step: Step, base: str | None = None) -> Any:
    """The answer to a step that has to be taken."""
    answer = desk.post(f"/api/drafts/{name}/steps", {"base": base or state(desk, name)["sha"], "step": step})
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def texts(item: Any) -> list[str]:
    return [clause["text"] for clause in item["clauses"]]


def test_a_step_answers_with_what_changed_and_the_new_digest(desk: Desk, name: str) -> None:
    before = state(desk, name)
    answer = taken(desk, name, {"do": "edit-clause", "item": "i3", "clause": 2, "text": "建设“微运动”场地20处。"})
    assert list(answer["items"]) == ["i3"]
    assert texts(answer["items"]["i3"])[1] == "建设“微运动”场地20处。"
    assert [one["text"] for one in answer["items"]["i3"]["clauses"][1]["figures"]] == ["20处"]
    assert answer["sha"] != before["sha"]
    assert "head" not in answer
    on_disk = files.read_text(desk.workspace.drafts / f"{name}.yaml")
    assert files.digest(on_disk) == answer["sha"]
    assert "微运动”场地20处" in on_disk
    assert desk.get(f"/api/drafts/{name}/sha").get_json() == {"sha": answer["sha"]}


def test_two_sentences_in_one_field_become_two_clauses(desk: Desk, name: str) -> None:
    answer = taken(desk, name, {"do": "edit-clause", "item": "i3", "clause": 1, "text": "新增学位280个。改建2处。"})
    assert texts(answer["items"]["i3"])[:2] == ["新增学位280个。", "改建2处。"]


def test_a_step_on_an_older_version_changes_nothing_and_is_answered_with_the_state(desk: Desk, name: str) -> None:
    old = state(desk, name)["sha"]
    newer = taken(desk, name, {"do": "edit-item", "item": "i1", "heading": "另一个标题"})["sha"]
    answer = desk.post(f"/api/drafts/{name}/steps", {"base": old, "step": {"do": "drop", "item": "i2"}})
    assert answer.status_code == 409
    there = answer.get_json()["state"]
    assert there["sha"] == newer == state(desk, name)["sha"]
    assert there["items"]["i1"]["heading"] == "另一个标题"
    assert "i2" in there["order"]


def test_an_item_is_found_by_its_id_after_a_command_put_the_list_in_another_order(desk: Desk, name: str) -> None:
    path = desk.workspace.drafts / f"{name}.yaml"
    draft_file.change(path, "move", lambda draft: draft.replaced(items=tuple(reversed(draft.items))))
    answer = taken(desk, name, {"do": "edit-item", "item": "i2", "heading": "妇女健康"})
    assert answer["order"][-2] == "i2"
    assert answer["items"]["i2"]["heading"] == "妇女健康"


def test_steps_are_undone_and_done_again_by_name(desk: Desk, name: str) -> None:
    first = state(desk, name)
    assert first["steps"] == {"undo": None, "redo": None}
    after = taken(desk, name, {"do": "move", "item": "i5", "at": 1})
    assert after["steps"] == {"undo": "移动一项", "redo": None}
    undone = desk.post(f"/api/drafts/{name}/undo", {"base": after["sha"]}).get_json()
    assert (undone["sha"], undone["order"]) == (first["sha"], first["order"])
    assert undone["steps"] == {"undo": None, "redo": "移动一项"}
    assert undone["notes"] == ["已撤销：移动一项"]
    again = desk.post(f"/api/drafts/{name}/redo", {"base": undone["sha"]}).get_json()
    assert (again["sha"], again["order"]) == (after["sha"], after["order"])
    refused = desk.post(f"/api/drafts/{name}/redo", {"base": again["sha"]})
    assert refused.status_code == 422
    assert "没有可以重做的步骤" in refused.get_json()["error"]
    merged = taken(desk, name, {"do": "move", "item": "i4", "into": "i2"})
    assert merged["steps"] == {"undo": "合并一项", "redo": None}


def test_undo_on_an_older_version_undoes_nothing(desk: Desk, name: str) -> None:
    old = state(desk, name)["sha"]
    newer = taken(desk, name, {"do": "drop", "item": "i10", "reason": "已完成"})
    assert desk.post(f"/api/drafts/{name}/undo", {"base": old}).status_code == 409
    assert state(desk, name)["sha"] == newer["sha"]
    assert newer["dropped"][0]["reason"] == "已完成"
    assert newer["dropped"][0]["item"]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"do": "edit-head", "fields": {"date": "2027年2月30日"}}, "成文日期“2027年2月30日”不对"),
        ({"do": "edit-head", "fields": {"serial": "〇九"}}, "文号序号“〇九”应为"),
        ({"do": "edit-head", "fields": {"place": "博山区"}}, "这些栏目不能这样改"),
        ({"do": "edit-item", "item": "i99", "heading": "标题"}, "这一项已经不在草稿里了"),
        ({"do": "edit-item", "item": "i1", "heading": "铃\x07"}, "不能打印的字符"),
        ({"do": "edit-clause", "item": "i1", "clause": 0, "text": "文字"}, "这一步不完整"),
        ({"do": "take", "ref": "博山区-2025#6.2"}, "请指定并入草稿的第几项"),
        ({"do": "move", "item": "i1"}, "请指定新位置"),
        ({"do": "无"}, "这一步不完整"),
    ],
)
def test_a_step_that_does_not_fit_is_refused_with_a_sentence_that_names_no_command(
    desk: Desk, name: str, step: Step, told: str
) -> None:
    sha = state(desk, name)["sha"]
    answer = desk.post(f"/api/drafts/{name}/steps", {"base": sha, "step": step})
    assert answer.status_code == 422
    assert told in answer.get_json()["error"]
    assert not re.search("drafter|--", answer.get_json()["error"])
    assert state(desk, name)["sha"] == sha


def test_hostile_text_comes_back_as_the_text_it_is(desk: Desk, name: str) -> None:
    taken(desk, name, {"do": "edit-item", "item": "i1", "heading": HOSTILE, "leader": HOSTILE, "units": HOSTILE})
    answer = taken(desk, name, {"do": "edit-clause", "item": "i1", "clause": 1, "text": HOSTILE})
    item = answer["items"]["i1"]
    assert "".join(texts(item)).startswith(HOSTILE)
    assert item["heading"] == item["leader"] == HOSTILE
    asked = desk.get(f"/api/drafts/{name}/around")
    assert asked.content_type == "application/json"
    assert asked.headers["X-Content-Type-Options"] == "nosniff"
    page = desk.get(f"/draft/{name}").get_data(as_text=True)
    assert "<script>alert" not in page


def test_findings_stand_in_the_field_that_holds_their_words_and_a_safe_fix_is_taken(desk: Desk, name: str) -> None:
    text = "新增托育学位280个,覆盖全区。"
    taken(desk, name, {"do": "edit-clause", "item": "i3", "clause": 1, "text": text})
    found = [one for one in desk.get(f"/api/drafts/{name}/around").get_json()["findings"] if one.get("item") == "i3"]
    half = next(one for one in found if one["fix"] and one["fix"]["safe"] and one["fix"]["old"] == ",")
    (field,) = half["fields"]
    assert field["path"] == ["items", "i3", "clauses", 0]
    assert text[field["start"] : field["end"]] == ","
    where, fix = half["where"], half["fix"]
    step = {
        "do": "fix",
        "rule": half["rule"],
        "part": where["part"],
        "item": "i3",
        "span": where["span"],
        "new": fix["new"],
    }
    answer = taken(desk, name, step)
    assert texts(answer["items"]["i3"])[0] == "新增托育学位280个，覆盖全区。"
    sha = state(desk, name)["sha"]
    again = desk.post(f"/api/drafts/{name}/steps", {"base": sha, "step": step})
    assert again.status_code == 422
    assert "已经改过" in again.get_json()["error"]


def test_badges_tell_what_became_of_last_years_items(desk: Desk, name: str) -> None:
    taken(desk, name, {"do": "drop", "item": "i8"})
    taken(desk, name, {"do": "add-item", "heading": "建设社区儿童之家", "text": "新建社区儿童之家5处。"})
    standing = desk.get(f"/api/drafts/{name}/around").get_json()
    assert standing["badges"]["i1"]["kind"] == "kept"
    assert standing["badges"]["i11"]["kind"] == "added"
    assert [one["ref"] for one in standing["gone"]] == ["临淄区-2026#8"]


def test_suggestions_follow_the_text_or_the_item(desk: Desk, name: str) -> None:
    by_text = desk.get(f"/api/drafts/{name}/suggest?text=每千人口托位数").get_json()["cards"]
    assert by_text[0]["ref"].startswith("博山区-20")
    assert "托位" in by_text[0]["clause"]
    first = desk.get(f"/api/drafts/{name}/suggest?text=每千人口托位数&most=2").get_json()["cards"]
    assert first == by_text[:2]
    by_item = desk.get(f"/api/drafts/{name}/suggest?item=i3").get_json()["cards"]
    assert by_item
    assert all(not one["ref"].startswith("临淄区-2026#3.") for one in by_item)


@pytest.mark.parametrize(
    ("typed", "place", "first", "never"),
    [
        ("妇联", "临淄区", "区妇联", "妇女联合会部门"),
        ("卫生", "临淄区", "区卫生健康局", "区卫生局"),
        ("卫生", "淄博市", "市卫生健康委", "市卫生局"),
    ],
)
def test_units_are_offered_by_their_current_names_of_the_own_level(
    desk: Desk, typed: str, place: str, first: str, never: str
) -> None:
    units = desk.get(f"/api/units?text={typed}&place={place}").get_json()["units"]
    assert units[0] == first
    assert never not in units
    assert desk.get("/api/units?text=").get_json()["units"] == []
