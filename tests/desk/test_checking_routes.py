"""校核 through the desk's routes: findings, fixes, exceptions and what is in the way of 送签, each change a step."""

from typing import TYPE_CHECKING, Any

import pytest

from drafter import check, drafting
from drafter.check.catalogue import by_slug
from drafter.drafting import draft_file
from drafter.index import Index
from drafter.model.draft import Draft
from tests.desk.conftest import Desk, new_draft

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.desk.conftest import Served

HOSTILE = "<script>alert(1)</script>”'&<img src=x onerror=alert(2)>"
FAULTY = "新增托育学位280个,建设场地2处。"


def loaded(desk: Desk, name: str) -> Draft:
    return draft_file.load(desk.workspace.drafts / f"{name}.yaml")[0]


@pytest.fixture
def name(desk: Desk) -> str:
    """A draft with a half-width comma in the first clause of its third item."""
    name = new_draft(desk.workspace)
    path = desk.workspace.drafts / f"{name}.yaml"
    draft_file.change(path, "x", lambda draft: drafting.edit_clause(draft, 3, 1, FAULTY))
    return name


def checked(desk: Desk, name: str, **query: str) -> Any:
    answer = desk.get(f"/api/drafts/{name}/check", query_string=query)
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def taken(desk: Desk, name: str, step: dict[str, Any]) -> Any:
    answer = desk.post(f"/api/drafts/{name}/steps", {"base": checked(desk, name)["sha"], "step": step})
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def undone(desk: Desk, name: str) -> None:
    assert desk.post(f"/api/drafts/{name}/undo", {"base": checked(desk, name)["sha"]}).status_code == 200


def fix_of(one: Any) -> dict[str, Any]:
    """The step that the page sends for 采用修改."""
    where = one["where"]
    place = {"part": where["part"], "ordinal": where["ordinal"], "span": where["span"], "item": one.get("item")}
    return {"do": "fix", "rule": one["rule"], "new": one["fix"]["new"], **place}


def test_the_findings_are_those_of_the_command_with_the_faulty_words_told(desk: Desk, name: str) -> None:
    library, draft = desk.workspace.library, loaded(desk, name)
    last = library.notice("临淄区-2026")
    at_once = check.run(draft, library=library, against=last)
    whole = check.run(draft, library=library, against=last, index=Index.open(library))
    for expected, query in ((at_once, {}), (whole, {"neighbours": "1"})):
        found = checked(desk, name, **query)["findings"]
        assert [(one["rule"], one["message"]) for one in found] == [(one.rule, one.message) for one in expected]
    comma = next(one for one in checked(desk, name)["findings"] if one["excerpt"] and [",", True] in one["words"])
    assert "".join(text for text, _ in comma["words"]) == comma["excerpt"]
    assert comma["item"] == "i3"
    assert comma["fields"][0]["path"] == ["items", "i3", "clauses", 0]
    rule = by_slug()[comma["rule"]]
    assert checked(desk, name)["rules"][comma["rule"]]["why"] == rule.why


def test_no_finding_names_a_file_of_the_library(desk: Desk, name: str) -> None:
    taken(desk, name, {"do": "edit-item", "item": "i1", "units": "区人社局、区母婴关爱中心"})
    found = checked(desk, name)["findings"]
    assert any("词表（" in one["source"] for one in found)
    assert any(one["message"].endswith("名称不错的请登记到单位登记表") for one in found)
    assert not [one for one in found if ".yaml" in one["message"] + one["source"]]


def test_a_safe_fix_and_all_safe_fixes_are_steps_that_can_be_undone(desk: Desk, name: str) -> None:
    comma = next(one for one in checked(desk, name)["findings"] if one["fixable"] and [",", True] in one["words"])
    taken(desk, name, fix_of(comma))
    assert loaded(desk, name).items[2].clauses[0].text == FAULTY.replace(",", "，")
    undone(desk, name)
    assert loaded(desk, name).items[2].clauses[0].text == FAULTY
    taken(desk, name, {"do": "fix-all"})
    draft = loaded(desk, name)
    assert draft.items[2].clauses[0].text == FAULTY.replace(",", "，")
    assert not any(one["fixable"] for one in checked(desk, name)["findings"])
    refused = desk.post(f"/api/drafts/{name}/steps", {"base": checked(desk, name)["sha"], "step": fix_of(comma)})
    assert refused.status_code == 422
    assert loaded(desk, name) == draft


def test_every_fix_that_the_page_offers_can_be_made(desk: Desk, name: str) -> None:
    while offered := [one for one in checked(desk, name)["findings"] if one["fixable"]]:
        before = len(offered)
        taken(desk, name, fix_of(offered[0]))
        assert len([one for one in checked(desk, name)["findings"] if one["fixable"]]) < before


def test_an_exception_is_kept_with_its_reason_and_taken_back(desk: Desk, name: str) -> None:
    one = next(one for one in checked(desk, name)["findings"] if one.get("item") == "i3" and one["allow"])
    same = [other for other in checked(desk, name)["findings"] if other["rule"] == one["rule"]]
    step = {"do": "allow", "rule": one["rule"], "place": one["allow"], "reason": HOSTILE}
    taken(desk, name, step)
    (kept,) = loaded(desk, name).allowed
    assert (kept.rule, kept.place, kept.reason) == (one["rule"], "i3", HOSTILE)
    after = checked(desk, name)
    left = [other for other in after["findings"] if other["rule"] == one["rule"]]
    assert left == [other for other in same if other.get("item") != "i3"]
    assert [(shown["said"], shown["reason"]) for shown in after["allowed"]] == [("第3项", HOSTILE)]
    taken(desk, name, {"do": "disallow", "rule": kept.rule, "place": kept.place})
    assert loaded(desk, name).allowed == ()
    undone(desk, name)
    assert loaded(desk, name).allowed == (kept,)


def test_an_exception_without_a_reason_is_refused_and_an_unused_one_is_told(desk: Desk, name: str) -> None:
    base = checked(desk, name)["sha"]
    step = {"do": "allow", "rule": "vague-target", "place": "i3", "reason": "  "}
    answer = desk.post(f"/api/drafts/{name}/steps", {"base": base, "step": step})
    assert answer.status_code == 422
    assert "理由" in answer.get_json()["error"]
    taken(desk, name, step | {"reason": "已核实"})
    assert "allow-unused" in [one["rule"] for one in checked(desk, name)["findings"]]


def test_what_is_in_the_way_of_signing_is_told_with_its_places(desk: Desk, name: str) -> None:
    lines = checked(desk, name)["in_the_way"]
    assert {"docno-pending", "figure-unconfirmed"} <= {place["rule"] for line in lines for place in line["places"]}
    figures = next(line for line in lines if "指标" in line["text"])
    assert "i3" in [place["item"] for place in figures["places"]]
    missing = drafting.missing(loaded(desk, name), desk.workspace.library)
    assert [line["text"] for line in lines] == missing


def test_hostile_text_in_the_draft_stays_text(desk: Desk, name: str) -> None:
    path, library = desk.workspace.drafts / f"{name}.yaml", desk.workspace.library
    draft_file.change(path, "x", lambda draft: drafting.edit_item(draft, 3, heading=HOSTILE, library=library))
    answer = desk.get(f"/api/drafts/{name}/check")
    assert answer.mimetype == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert f"第3项\u3000{HOSTILE}" in [one["place"] for one in answer.get_json()["findings"]]


@pytest.mark.long
def test_a_finding_is_gone_to_fixed_and_allowed_by_clicks(page: "Page", served: "Served") -> None:
    name = new_draft(served.workspace)
    path = served.workspace.drafts / f"{name}.yaml"
    draft_file.change(path, "x", lambda draft: drafting.edit_clause(draft, 3, 1, f"{FAULTY}{HOSTILE}"))
    page.goto(served.url(f"/draft/{name}/check"))
    comma = page.locator(".finding", has=page.locator("mark", has_text=","))
    jump = comma.get_by_role("link", name="跳到该处").get_attribute("href")
    assert jump
    assert jump.endswith("#item=i3&field=clauses&clause=1")
    assert page.locator("main script, main img").count() == 0
    comma.get_by_role("button", name="采用修改").click()
    page.locator("#done", has_text="撤销").wait_for()
    assert FAULTY.replace(",", "，") in draft_file.load(path)[0].items[2].body
    page.get_by_role("button", name="允许：").first.click()
    page.get_by_role("button", name="允许", exact=True).click()
    reason = page.get_by_role("textbox", name="理由")
    reason.fill("领导已同意")
    page.get_by_role("button", name="允许", exact=True).click()
    page.locator("#allowed", has_text="理由：领导已同意").wait_for()
    assert [one.reason for one in draft_file.load(path)[0].allowed] == ["领导已同意"]
    page.get_by_role("button", name="取消允许").click()
    page.locator("#allowed", has_text="没有。").wait_for()
    assert draft_file.load(path)[0].allowed == ()
    page.goto(served.url(jump))
    page.locator("textarea[data-key='i3/clause/1']:focus").wait_for()
