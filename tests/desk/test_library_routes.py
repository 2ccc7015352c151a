"""文库 in the browser: the heat map, the search, a notice to read, importing with a review, 征集事项."""

import io
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.test import TestResponse

from drafter import render
from drafter.desk.uploads import MINUTES, MOST_FILES, Uploads
from drafter.library import Library, lookup, provenance
from drafter.workspace import Workspace, create
from tests.commands.conftest import content_of
from tests.conftest import ROOT, Run
from tests.desk.conftest import Desk, Served, drop_files, json_of, new_draft
from tests.library import coming_in
from tests.readers.test_hostile_files import bomb

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEW_UNIT = "区数字生活中心"


def upload(desk: Desk, files: dict[str, bytes], batch: str = "") -> str:
    """Send files as the page does, one after the other; returns the id of their batch."""
    for name, data in files.items():
        answer = send_file(desk, name, data, batch)
        assert answer.status_code == 200, answer.text
        batch = json_of(answer)["batch"]
    return batch


def send_file(desk: Desk, name: str, data: bytes, batch: str = "") -> TestResponse:
    form: dict[str, Any] = {"file": (io.BytesIO(data), name)} | ({"batch": batch} if batch else {})
    return desk.post("/api/import/files", data=form, content_type="multipart/form-data")


def store(desk: Desk, batch: str, choices: dict[int, str], *, register: bool = True) -> list[str]:
    """Decide on a batch; returns what became of each file."""
    answer = desk.post(f"/api/import/{batch}/store", {"choices": choices, "register": register})
    assert answer.status_code == 200, answer.text
    return [one["status"] for one in json_of(answer)["files"]]


def test_the_numbers_of_the_heat_map_are_those_of_the_command(desk: Desk, run: Run) -> None:
    found = desk.json("/api/library/matrix")
    told = run("library", "matrix", "--json", cwd=desk.workspace.root).json
    assert {key: found[key] for key in told} == told
    assert found["counts"]["托育托管"]["卫生健康部门"] == 3


def test_each_cell_lists_as_many_items_as_it_counts(desk: Desk) -> None:
    library = desk.workspace.library
    notice = library.notice("博山区-2025")
    first, second, *rest = notice.items  # with two units that the register does not know, one name within the other
    items = (
        first.replaced(units=("甲乙小组",), entries=()),
        second.replaced(units=("区甲乙小组联合会",), entries=(), themes=first.themes),
        *rest,
    )
    library.store(notice.replaced(items=items), replace=True)
    counts = desk.json("/api/library/matrix")["counts"]
    assert counts[first.themes[0]]["甲乙小组"] == 1
    for theme, cells in counts.items():
        for unit, count in cells.items():
            listed = desk.json("/api/library/cell", query_string={"theme": theme, "unit": unit})["items"]
            assert len(listed) == count, (theme, unit)
            assert all(theme in one["themes"] for one in listed)


@pytest.mark.parametrize("text", ["托育", "两癌", "托 育"])
def test_a_word_of_two_signs_finds_the_items_that_say_it(desk: Desk, text: str) -> None:
    found = desk.json("/api/library/search", query_string={"text": text})
    said = lookup.items(desk.workspace.library, text=text)
    assert said
    assert [one["ref"] for one in found["items"]] == [one.ref for one in said]
    assert found["count"] == len(said)
    assert found["cards"]


def test_a_sentence_finds_what_is_near_and_the_filters_hold_for_both(desk: Desk) -> None:
    text = "为困难家庭的残疾儿童提供康复救助"
    free = desk.json("/api/library/search", query_string={"text": text})
    assert "残疾儿童" in free["cards"][0]["clause"]
    asked = {"text": "儿童", "place": "博山区", "year": "2025", "unit": "区民政局"}
    found = desk.json("/api/library/search", query_string=asked)
    expected = lookup.items(desk.workspace.library, text="儿童", issuer="博山区", year=2025, unit="区民政局")
    assert [one["ref"] for one in found["items"]] == [one.ref for one in expected]
    assert all(one["ref"].startswith("博山区-2025#") for one in found["cards"])
    alone = desk.json("/api/library/search?theme=托育托管")
    assert (alone["cards"], alone["count"]) == ([], 4)


@pytest.mark.parametrize("asked", [{"unit": "没有局"}, {"theme": "没有"}, {"year": "去年"}, {"place": "没有区"}])
def test_a_filter_that_fits_nothing_is_told(desk: Desk, asked: dict[str, str]) -> None:
    answer = desk.get("/api/library/search", query_string={"text": "托育", **asked})
    assert answer.status_code == 422
    assert next(iter(asked.values())) in json_of(answer)["error"]


def test_a_notice_is_shown_whole_with_an_anchor_for_each_clause(desk: Desk) -> None:
    for reference, notice in desk.workspace.library.notices():
        page = desk.get(f"/library/{reference}").text
        shown = re.sub(r"\s", "", unescape(re.sub(r"<[^>]*>", "", page)))
        ids = set(re.findall(r'id="(\d+\.\d+)"', page))
        texts = [
            notice.title,
            *notice.opening,
            *notice.closing,
            *(cell for a in notice.attachments for cell in a.columns),
        ]
        for number, item in enumerate(notice.items, start=1):
            texts += [item.heading or "", *(clause.text for clause in item.all_clauses), *item.themes]
            assert {f"{number}.{at}" for at in range(1, len(item.all_clauses) + 1)} <= ids
        for text in texts:
            assert re.sub(r"\s", "", text) in shown, (reference, text)
        assert "责任单位：责任单位" not in shown


@pytest.mark.parametrize("name", ["没有区-2020", "..%2Funits", "%2e%2e", "博山区-2025.yaml", "博山区-2025%00"])
def test_only_what_the_library_holds_is_shown(desk: Desk, name: str) -> None:
    assert desk.get(f"/library/{name}").status_code in {404, 308}


def test_a_commitment_is_followed_through_the_years(desk: Desk) -> None:
    found = desk.json("/api/library/history", query_string={"ref": "博山区-2025#3.1"})
    assert [one["year"] for one in found["years"]] == [2023, 2025]
    (series,) = found["series"]
    assert [(point["year"], point["value"]) for point in series["points"]] == [(2023, "3.8"), (2025, "4.7")]
    for wrong in ("博山区-2025#99.1", "没有区-2020#1.1", "", "博山区-2025"):
        assert desk.get("/api/library/history", query_string={"ref": wrong}).status_code == 422, wrong


def without(workspace: Workspace, *references: str) -> Workspace:
    """The workspace with some of its notices taken out."""
    for reference in references:
        workspace.library.path_of(reference).unlink()
    return workspace


def real_files(folder: Path) -> dict[str, bytes]:
    """Two real notices, a Word document and a text, and a small one that names an unknown unit."""
    library = Library(ROOT / "library")
    word = folder / "淄博.docx"
    render.docx(library.notice("淄博市-2024"), render.Templates((ROOT / "templates",))).save(word)
    return {
        "淄博.docx": word.read_bytes(),
        "博山 2025.txt": (ROOT / "library" / "sources" / "博山区-2025.txt").read_bytes(),
        "安平.txt": coming_in.text(units=f"区民政局、{NEW_UNIT}").encode(),
    }


def test_dropped_notices_are_reviewed_and_stored_as_the_command_stores_them(
    desk: Desk, run: Run, tmp_path: Path
) -> None:
    gone = ("淄博市-2024", "博山区-2025")
    files = real_files(tmp_path)
    without(desk.workspace, *gone)
    before = content_of(desk.workspace.root)
    batch = upload(desk, files)
    review = desk.json(f"/api/import/{batch}")
    assert content_of(desk.workspace.root) == before
    assert [(one["ref"], one["status"]) for one in review["files"]] == [
        ("淄博市-2024", "new"), ("博山区-2025", "new"), ("安平区-2025", "new"),
    ]  # fmt: skip
    second = review["files"][1]
    assert (second["doc_number"], len(second["items"])) == ("博政办字〔2025〕9号", 10)
    assert all(one["units"] and one["heading"] for one in second["items"])
    assert "托育" in second["items"][2]["themes"][0]["words"]
    assert all(one["where"] and one["message"] for file in review["files"] for one in file["problems"])
    assert [one["name"] for one in review["units"]] == [NEW_UNIT]
    assert store(desk, batch, {0: "store", 1: "store", 2: "store"}) == ["stored"] * 3

    other = without(create(tmp_path / "命令"), *gone)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    ran = run("import", "--yes", *(tmp_path / name for name in files), cwd=other.root)
    assert ran.code == 0, ran.err
    assert content_of(desk.workspace.library.folder) == content_of(other.library.folder)


def test_another_version_replaces_only_when_chosen_and_the_old_one_stays(desk: Desk) -> None:
    library = desk.workspace.library
    upload_one = {"一.txt": coming_in.text().encode()}
    store(desk, upload(desk, upload_one), {0: "store"})
    stored = library.path_of("安平区-2025")
    old = stored.read_bytes()
    same = desk.json(f"/api/import/{upload(desk, upload_one)}")["files"][0]
    assert (same["status"], same["choices"]) == ("same", ["leave"])
    newer = {"二.txt": coming_in.text(women=3000).encode(), "三.txt": coming_in.text(serial=19).encode()}
    batch = upload(desk, newer)
    changed, other = desk.json(f"/api/import/{batch}")["files"]
    assert (changed["status"], changed["choices"]) == ("changed", ["replace", "leave"])
    assert "第1项不同" in changed["told"]
    assert "--" not in changed["told"] + other["told"]
    assert (other["status"], other["choices"]) == ("other", ["leave"])
    assert store(desk, batch, {0: "leave"}) == []
    assert stored.read_bytes() == old
    assert store(desk, upload(desk, newer), {0: "store", 1: "replace"}) == ["refused", "refused"]
    assert stored.read_bytes() == old
    assert store(desk, upload(desk, newer), {0: "replace"}) == ["replaced"]
    assert "3000名" in stored.read_text(encoding="utf-8")
    assert stored.with_name("安平区-2025.yaml.bak").read_bytes() == old


def test_units_are_registered_only_when_wanted(desk: Desk) -> None:
    register = desk.workspace.library.folder / "units.yaml"
    before = register.read_bytes()
    batch = upload(desk, {"一.txt": coming_in.text(units=NEW_UNIT).encode()})
    assert store(desk, batch, {0: "store"}, register=False) == ["stored"]
    assert register.read_bytes() == before


@pytest.mark.parametrize("name", ["../../x.txt", "..\\\\..\\\\x.txt", "/etc/x.txt", "x.txt"])
def test_the_path_in_the_name_of_a_file_is_not_gone_by(desk: Desk, name: str) -> None:
    before = set(content_of(desk.workspace.root.parent))
    batch = upload(desk, {name: coming_in.text().encode()})
    assert desk.json(f"/api/import/{batch}")["files"][0]["file"] == "x.txt"
    store(desk, batch, {0: "store"})
    kept = provenance.of_notice(desk.workspace.library, "安平区-2025")
    assert kept is not None
    assert kept.file == "x.txt"
    new = {Path(one).name for one in set(content_of(desk.workspace.root.parent)) - before}
    assert new == {"安平区-2025.yaml", "provenance"}


def test_a_script_in_a_notice_or_a_name_stays_text(desk: Desk) -> None:
    script = "<script>alert(1)</script>"
    text = (
        coming_in.text()
        .replace("托育服务提质行动", f"托育{script}行动")
        .replace("新增普惠托位", f"{script}新增普惠托位")
    )
    batch = upload(desk, {f"{script}.txt": text.encode(), "名.txt": coming_in.text("长清区").encode()})
    named, _ = desk.json(f"/api/import/{batch}")["files"]
    assert named["file"] == "script>.txt"  # what stands behind the last / of a name
    assert script in named["items"][1]["heading"] + named["items"][1]["text"]
    store(desk, batch, {0: "store", 1: "store"})
    for path in ("/library/安平区-2025", "/library", f"/import/{batch}", "/"):
        assert script not in desk.get(path).text
    assert "&lt;script&gt;alert(1)" in desk.get("/library/安平区-2025").text


def test_a_bomb_is_told_and_the_others_go_on(desk: Desk) -> None:
    batch = upload(desk, {"炸.docx": bomb("word/document.xml", 60_000_000), "好.txt": coming_in.text().encode()})
    bad, _ = desk.json(f"/api/import/{batch}")["files"]
    assert (bad["status"], bad["choices"], "炸.docx" in bad["told"]) == ("failed", ["leave"], True)
    assert store(desk, batch, {0: "store", 1: "store"}) == ["failed", "stored"]


def test_more_files_than_a_batch_holds_are_refused(desk: Desk) -> None:
    batch = upload(desk, {f"{number}.txt": b"x" for number in range(MOST_FILES)})
    answer = send_file(desk, "多.txt", coming_in.text().encode(), batch)
    assert answer.status_code == 422
    assert "多.txt" in json_of(answer)["error"]
    assert len(desk.json(f"/api/import/{batch}")["files"]) == MOST_FILES


def test_what_waited_too_long_is_told_to_be_gone(desk: Desk) -> None:
    time = [0.0]
    desk.app.extensions["desk-uploads"] = Uploads(clock=lambda: time[0])
    batch = upload(desk, {"一.txt": coming_in.text().encode()})
    time[0] = MINUTES * 60 - 1.0
    assert desk.get(f"/api/import/{batch}").status_code == 200
    time[0] = MINUTES * 60 + 1.0
    before = content_of(desk.workspace.root)
    for answer in (
        desk.get(f"/api/import/{batch}"),
        desk.get(f"/import/{batch}"),
        desk.get("/api/import/没有的"),
        desk.post(f"/api/import/{batch}/store", {"choices": {"0": "store"}}),
        send_file(desk, "二.txt", b"x", batch),
    ):
        assert answer.status_code == 422
        assert "重新导入" in answer.text
    assert content_of(desk.workspace.root) == before


def test_a_batch_is_decided_on_once(desk: Desk) -> None:
    batch = upload(desk, {"一.txt": coming_in.text().encode()})
    assert desk.post(f"/api/import/{batch}/store", {"choices": ["store"]}).status_code == 400
    assert store(desk, batch, {0: "store", 7: "store"}) == ["stored"]
    assert desk.post(f"/api/import/{batch}/store", {"choices": {"0": "store"}}).status_code == 422


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_table_of_wishes_is_the_one_that_the_command_writes(
    desk: Desk, run: Run, tmp_path: Path, kind: str
) -> None:
    name = new_draft(desk.workspace)
    source = ROOT / "tests" / "suggest" / "wishes.txt"
    form = {"file": (io.BytesIO(source.read_bytes()), source.name), "draft": name}
    told = json_of(desk.post("/api/wishes", data=form, content_type="multipart/form-data"))
    ran = run("suggest", name, "--from", source, "--json", cwd=desk.workspace.root).json
    assert [(one["text"], one["advice"], one["reason"]) for one in told["rows"]] == [
        (one["text"], one["advice"], one["reason"]) for one in ran["wishes"]
    ]
    assert told["left_out"] == ran["left_out"]
    written = tmp_path / f"表.{kind}"
    assert run("suggest", name, "--from", source, "-o", written, cwd=desk.workspace.root).code == 0
    saved = desk.get(f"/api/wishes/{told['key']}.{kind}")
    assert saved.data == written.read_bytes()
    assert "attachment" in saved.headers["Content-Disposition"]
    assert desk.get(f"/api/wishes/没有的.{kind}").status_code == 404


def test_a_file_without_wishes_is_told(desk: Desk) -> None:
    form = {"file": (io.BytesIO(b"\n\n"), "../空.txt")}
    answer = desk.post("/api/wishes", data=form, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert json_of(answer)["error"].startswith("空.txt")


@pytest.mark.long
def test_files_are_dropped_reviewed_and_stored_and_the_heat_map_is_read_by_keyboard(
    page: "Page", served: Served, tmp_path: Path
) -> None:
    paths = []
    for name, text in {"一.txt": coming_in.text(), "坏<i>.txt": "散文。"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(tmp_path / name)
    page.goto(served.url("/library"))
    drop_files(page, "#drop", paths)
    page.wait_for_url("**/import/*")
    page.get_by_role("button", name="按以上选择存入1份").click()
    page.get_by_text("办好了").wait_for()
    assert "安平区-2025" in Library(served.workspace.library.folder).references()

    page.get_by_role("link", name="回文库").click()
    page.locator('td[data-row="0"][data-column="0"]').focus()
    for key in ("ArrowDown", "End", "Home", "ArrowRight"):
        page.keyboard.press(key)
    cell = page.locator("td:focus")
    assert (cell.get_attribute("data-row"), cell.get_attribute("data-column")) == ("1", "1")
    page.keyboard.press("ArrowLeft")
    count = int(page.locator("td:focus").inner_text())
    page.keyboard.press("Enter")
    page.locator("dialog ul.items").wait_for()
    assert page.locator("dialog ul.items > li").count() == count
    page.keyboard.press("Escape")
    assert page.locator("td:focus").inner_text() == str(count)

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#text").focus()
    typing = page.context.new_cdp_session(page)
    typing.send("Input.imeSetComposition", {"text": "tuo'yu", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(400)
    assert page.locator("#text").input_value() == "tuo'yu"
    assert asked == []
    typing.send("Input.insertText", {"text": "托育"})
    page.get_by_text("写有“托育”的实事6项").wait_for()
