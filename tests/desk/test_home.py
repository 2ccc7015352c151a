"""首页: the drafts and the library at a glance, and a new draft in three choices."""

import datetime

import pytest

from drafter.drafting import draft_file, progress
from drafter.library import lookup
from tests.commands.conftest import content_of
from tests.conftest import Run
from tests.desk.conftest import Desk, json_of, new_draft


@pytest.mark.parametrize(
    ("place", "source", "given"),
    [
        ("临淄区", "临淄区-2026", ()),
        ("临淄区", "博山区-2025", ("--from", "博山区-2025")),
        ("博山区", "博山区-2023", ("--from", "博山区-2023")),
        ("张店区", "", ()),  # an office of which the library holds nothing
    ],
)
def test_a_draft_of_three_choices_is_the_one_that_the_command_writes(
    desk: Desk, run: Run, place: str, source: str, given: tuple[str, ...]
) -> None:
    made = desk.post("/api/begin", {"place": place, "year": "2027", "source": source})
    assert (made.status_code, json_of(made)["name"]) == (200, f"{place}-2027")
    other = desk.workspace.root / "命令.yaml"
    ran = run("new", 2027, "--issuer", place, *given, "-o", other, "--json", cwd=desk.workspace.root)
    assert ran.code == 0
    assert (desk.workspace.drafts / f"{place}-2027.yaml").read_bytes() == other.read_bytes()
    assert json_of(made)["notes"] == ran.json["notes"][: len(json_of(made)["notes"])]
    assert json_of(made)["notes"]


def test_an_empty_frame_is_there_for_an_office_that_has_notices_too(desk: Desk) -> None:
    assert desk.post("/api/begin", {"place": "临淄区", "year": 2027, "source": ""}).status_code == 200
    draft = draft_file.load(desk.workspace.drafts / "临淄区-2027.yaml")[0]
    assert (draft.source, draft.items, draft.issuer) == (None, (), "临淄区人民政府办公室")


def test_the_office_with_the_newest_notice_stands_first_and_its_own_last_notice_is_proposed(desk: Desk) -> None:
    offices = desk.json("/api/begin")["offices"]
    assert [one["place"] for one in offices[:4]] == ["临淄区", "博山区", "淄博市", "淄川区"]
    assert offices[1]["years"] == [2025, 2023]
    assert {one["place"] for one in offices} == {one.place for one in desk.workspace.library.issuers.entries}
    found = desk.json("/api/begin?place=博山区")
    this_year = datetime.datetime.now().astimezone().year
    assert found["year"] == max(2026, this_year)
    assert [(one["ref"], one["own"]) for one in found["sources"][:3]] == [
        ("博山区-2025", True), ("博山区-2023", True), ("淄博市-2024", False),
    ]  # fmt: skip
    assert all(("电话" in one["warning"]) is not one["own"] for one in found["sources"])


def test_a_name_that_is_taken_is_told_and_another_is_offered(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    before = content_of(desk.workspace.drafts)
    asked = {"place": "临淄区", "year": 2027, "source": "博山区-2025"}
    refused = desk.post("/api/begin", asked)
    assert refused.status_code == 409
    assert (json_of(refused)["taken"], name in json_of(refused)["error"]) == (name, True)
    assert content_of(desk.workspace.drafts) == before
    made = desk.post("/api/begin", asked | {"name": json_of(refused)["free"]})
    assert json_of(made)["name"] == "临淄区-2027（2）"
    assert content_of(desk.workspace.drafts).items() > before.items()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "../坏"}, {"name": "a/b"}, {"name": ".藏"}, {"name": "甲\x00"}, {"name": "长" * 200},
        {"year": "二〇二七"}, {"year": 1949}, {"place": "没有区"}, {"place": ""},
        {"source": "没有区-2020"}, {"source": "../units"},
    ],
)  # fmt: skip
def test_what_makes_no_draft_is_told_and_writes_nothing(desk: Desk, wrong: dict[str, object]) -> None:
    before = content_of(desk.workspace.root)
    answer = desk.post("/api/begin", {"place": "临淄区", "year": 2027, "source": "临淄区-2026"} | wrong)
    assert answer.status_code == 422
    assert json_of(answer)["error"].endswith("。")
    assert content_of(desk.workspace.root) == before


def test_a_newcomer_is_told_what_to_do_and_a_draft_is_listed(desk: Desk) -> None:
    page = desk.get("/").text
    assert "这里还没有草稿" in page
    assert "建草稿" in page
    name = new_draft(desk.workspace)
    page = desk.get("/").text
    assert "这里还没有草稿" not in page
    assert all(label in page for label in (name, "拟稿", "校核", "导出", "今天"))


def test_each_draft_tells_what_it_still_lacks_and_a_broken_one_breaks_nothing(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    path = desk.workspace.drafts / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    broken = text.replace("\nyear: 2027\n", "\nyear: 二〇\n")
    assert broken != text
    (desk.workspace.drafts / "坏<b>稿.yaml").write_text(broken, encoding="utf-8")
    page = desk.get("/")
    assert page.status_code == 200
    assert "坏&lt;b&gt;稿" in page.text
    assert "<b>稿" not in page.text
    line = broken.splitlines().index("year: 二〇") + 1
    assert f"第{line}行" in desk.json("/api/home/drafts/坏<b>稿")["fault"]
    found = desk.json(f"/api/home/drafts/{name}")
    status = progress.status(draft_file.load(path)[0], desk.workspace.library)
    assert (found["items"], tuple(found["missing"]), found["ready"]) == (status.items, status.missing, False)
    assert "fault" in desk.json("/api/home/drafts/没有的")


def test_the_figures_of_the_library_are_those_that_are_held(desk: Desk) -> None:
    library = desk.workspace.library
    found = desk.json("/api/home/library")
    held = dict(library.notices())
    assert (found["notices"], found["items"]) == (len(held), sum(len(one.items) for one in held.values()))
    assert found["clauses"] == sum(len(item.all_clauses) for one in held.values() for item in one.items)
    assert {one["name"]: one["items"] for one in found["themes"]} == dict(lookup.theme_use(library))
    listed = {(one["place"], notice["year"]) for one in found["offices"] for notice in one["notices"]}
    assert listed == {("临淄区", 2026), ("博山区", 2023), ("博山区", 2025), ("淄博市", 2024), ("淄川区", 2023)}


def test_a_broken_notice_is_told_and_the_others_are_shown(desk: Desk) -> None:
    path = desk.workspace.library.path_of("博山区-2023")
    path.write_text(path.read_text(encoding="utf-8").replace("schema:", "schemas:", 1), encoding="utf-8")
    for address in ("/api/home/library", "/api/library/matrix"):
        assert "博山区-2023" in desk.json(address)["faults"][0]
    assert desk.json("/api/home/library")["notices"] == 4
    assert desk.get("/library").status_code == 200
