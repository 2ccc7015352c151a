"""比对 through the desk's routes: the rows that every view prints, answers on weak links, the page by keyboard."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drafter import compare, drafting
from drafter.compare import telling
from drafter.drafting import draft_file, notice_of
from drafter.workspace import Workspace
from tests.desk.conftest import Desk, new_draft

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.desk.conftest import Served

HOSTILE = "<script>alert(1)</script>”'&<img src=x onerror=alert(2)>"
WEAK_NAME = "博山区-2028"
WEAK = (
    "持续实施“润童心”儿童素养提升工程，开展戏曲进校园活动6场。提升完善3处城市书房和文化驿站，为妇女儿童阅读提供图书、"
    "场地、活动等资源支持和专业指导。开展女性社会体育指导员培训不少于150名。"
)


def with_weak_link(workspace: Workspace) -> Path:
    """A draft one clause of which is perhaps that of the old notice."""
    draft = drafting.new(2028, "博山区", workspace.library, source=workspace.library.notice("博山区-2023"))
    draft = drafting.edit_item(draft, 7, text=WEAK, library=workspace.library)
    path = workspace.drafts / f"{WEAK_NAME}.yaml"
    draft_file.create(path, draft)
    return path


def compared(desk: Desk, name: str, **query: str) -> Any:
    answer = desk.get(f"/api/drafts/{name}/compare", query_string=query)
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def pairs(told: Any) -> list[Any]:
    """The weak links that the page asks about."""
    return [line["pair"] for row in told["items"] for line in row["lines"] if "pair" in line]


def test_the_page_shows_the_rows_that_every_view_prints(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    library = desk.workspace.library
    draft = draft_file.load(desk.workspace.drafts / f"{name}.yaml")[0]
    last = library.notice("临淄区-2026")
    found = compare.notices(last, draft, old_name="临淄区-2026", new_name=name, library=library)
    expected = telling.of(found, last, notice_of(draft)).model_dump(mode="json")
    answer = compared(desk, name)
    assert answer["against"] == "临淄区-2026"
    items = expected.pop("items")
    assert answer["told"].items() >= expected.items()
    for shown, row in zip(answer["told"]["items"], items, strict=True):
        assert shown.items() >= row.items()
    assert [row["ids"] for row in answer["told"]["items"]] == [[item.id] for item in draft.items]


def test_any_notice_of_the_library_can_be_laid_beside_the_draft(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    answer = compared(desk, name, against="淄博市-2024")
    assert answer["told"]["old"] == "淄博市-2024"
    assert [one["ref"] for one in answer["choices"]][:2] == ["临淄区-2026", "淄博市-2024"]
    assert [one["group"] for one in answer["choices"]][:2] == ["底稿", "上级"]
    for unknown in ("博山区-1999", "../../etc/passwd", "博山区"):
        refused = desk.get(f"/api/drafts/{name}/compare", query_string={"against": unknown})
        assert refused.status_code == 422
        assert "文库" in refused.get_json()["error"]


@pytest.mark.parametrize("linked", [True, False])
def test_an_answer_on_a_weak_link_is_a_step_and_is_not_asked_for_again(desk: Desk, *, linked: bool) -> None:
    path = with_weak_link(desk.workspace)
    before = compared(desk, WEAK_NAME)
    (pair,) = pairs(before["told"])
    step = {"do": "judge", **pair, "linked": linked}
    answer = desk.post(f"/api/drafts/{WEAK_NAME}/steps", {"base": before["sha"], "step": step})
    assert answer.status_code == 200
    (kept,) = draft_file.load(path)[0].pairs
    assert kept.model_dump() == {**pair, "linked": linked}
    after = compared(desk, WEAK_NAME)
    assert pairs(after["told"]) == []
    (line,) = [one for row in after["told"]["items"] for one in row["lines"] if one["new"] == pair["new"]]
    assert line["certain"]
    assert bool(line["old"]) == linked
    assert desk.post(f"/api/drafts/{WEAK_NAME}/undo", {"base": after["sha"]}).status_code == 200
    assert draft_file.load(path)[0].pairs == ()


def test_hostile_text_stays_text(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    path = desk.workspace.drafts / f"{name}.yaml"
    library = desk.workspace.library
    draft_file.change(path, "标题", lambda draft: drafting.edit_item(draft, 1, heading=HOSTILE, library=library))
    answer = desk.get(f"/api/drafts/{name}/compare")
    assert answer.mimetype == "application/json"
    assert HOSTILE in [row["heading"]["new"] for row in answer.get_json()["told"]["items"]]
    odd = "<b>&'\"草稿"
    (desk.workspace.drafts / f"{odd}.yaml").write_bytes(path.read_bytes())
    page = desk.get(f"/draft/{odd}/compare")
    assert page.status_code == 200
    assert "<b>&" not in page.text
    assert "&lt;b&gt;&amp;" in page.text


@pytest.mark.long
def test_a_weak_link_is_confirmed_by_a_click_and_changes_are_walked_by_keys(page: "Page", served: "Served") -> None:
    path = with_weak_link(served.workspace)
    page.goto(served.url(f"/draft/{WEAK_NAME}/compare"))
    question = page.get_by_role("group", name="是同一件事吗")
    question.wait_for()
    page.keyboard.press("F7")
    first = page.locator(".current").inner_text()
    page.keyboard.press("F7")
    assert page.locator(".current").inner_text() != first
    page.keyboard.press("Shift+F7")
    assert page.locator(".current").inner_text() == first
    page.get_by_role("button", name="是同一件事，算沿用").click()
    page.get_by_text("已记下1处核对结果").wait_for()
    assert question.count() == 0
    assert [one.linked for one in draft_file.load(path)[0].pairs] == [True]
    page.get_by_role("button", name="撤销").click()
    question.wait_for()
    assert draft_file.load(path)[0].pairs == ()
    page.get_by_role("button", name="只看变化").click()
    assert page.locator(".line.same:visible").count() == 0
    page.get_by_role("button", name="全文").click()
    assert page.locator(".line.same:visible").count() > 0
