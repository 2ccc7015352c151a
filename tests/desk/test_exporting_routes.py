"""导出 through the desk's routes: the bytes that the commands write, names that every system holds, 收回修改."""

import io
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from drafter import drafting, render
from drafter.commands import cli
from drafter.drafting import draft_file
from drafter.handover import package
from drafter.model.draft import Draft
from drafter.model.notice import Format
from tests.desk.conftest import Desk, new_draft
from tests.handover.leader import Leader
from tests.readers.test_hostile_files import bomb

HOSTILE = "<script>alert(1)</script>”'&<img src=x onerror=alert(2)>"


@pytest.fixture
def name(desk: Desk) -> str:
    """A draft with a clause changed, an item added and one dropped."""
    name = new_draft(desk.workspace)
    library = desk.workspace.library

    def changed(draft: Draft) -> Draft:
        draft = drafting.edit_clause(draft, 3, 1, "新增托育学位300个。")
        draft = drafting.add_item(draft, "开展普惠托育服务", library=library, text="新建2处。", units="区卫生健康局")
        return drafting.drop(draft, 7, reason="已并入日常工作")

    draft_file.change(desk.workspace.drafts / f"{name}.yaml", "x", changed)
    return name


def path_of(desk: Desk, name: str) -> Path:
    return desk.workspace.drafts / f"{name}.yaml"


def loaded(desk: Desk, name: str) -> Draft:
    return draft_file.load(path_of(desk, name))[0]


def made(desk: Desk, name: str, *kinds: str) -> Any:
    answer = desk.post(f"/api/drafts/{quote(name)}/export", {"kinds": kinds})
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def fetched(desk: Desk, answer: Any) -> dict[str, bytes]:
    """All files of a package, each fetched alone."""
    return {
        one["name"]: desk.get(f"/packages/{answer['key']}/{number}").data
        for number, one in enumerate(answer["files"], start=1)
    }


def commanded(desk: Desk, *words: object) -> None:
    """Run a command in the workspace of the desk."""
    done = CliRunner().invoke(cli, ["--workspace", str(desk.workspace.root), *map(str, words)])
    assert done.exit_code in (0, 1), done.output


def test_each_document_is_byte_for_byte_what_its_command_writes(desk: Desk, name: str, tmp_path: Path) -> None:
    source = loaded(desk, name).source
    commanded(desk, "render", name, "-o", tmp_path / "征求意见稿.docx")
    marks = [
        word for kind in ("table", "marked", "docx", "explain") for word in (f"--{kind}", tmp_path / f"{kind}.docx")
    ]
    commanded(desk, "compare", source, name, *marks)
    commanded(desk, "check", name, "--against", source, "--comments", tmp_path / "comments.docx")
    commanded(desk, "cover", name, tmp_path / "cover.docx")
    commanded(desk, "progress", name, tmp_path / "progress")
    commanded(desk, "consult", name, tmp_path / "consult")
    files = fetched(desk, made(desk, name, *(kind for kind in package.NAMES if kind != "final")))
    alone = {
        "征求意见稿": "征求意见稿", "对照表": "table", "花脸稿": "marked", "修订稿": "docx", "起草说明": "explain",
        "核稿批注稿": "comments", "发文稿纸": "cover",
    }  # fmt: skip
    for what, written in alone.items():
        assert files.pop(f"{name}-{what}.docx") == (tmp_path / f"{written}.docx").read_bytes(), what
    for folder, written in (("进展情况表", "progress"), ("征求意见单", "consult")):
        expected = {f"{folder}/{path.name}": path.read_bytes() for path in (tmp_path / written).iterdir()}
        assert {key: files.pop(key) for key in list(files) if key.startswith(f"{folder}/")} == expected
        assert len(expected) > 1
    assert files == {}


def test_the_zip_is_the_same_each_time_and_its_names_are_utf_8(desk: Desk, name: str) -> None:
    packed = []
    for _ in range(2):
        answer = made(desk, name, "proof", "progress")
        packed.append(desk.get(f"/draft/{name}/export/{answer['key']}.zip").data)
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as archive:
        entries = archive.infolist()
        assert {one.filename: archive.read(one) for one in entries} == fetched(desk, answer)
    assert all(one.flag_bits & 0x800 and one.date_time == (1980, 1, 1, 0, 0, 0) for one in entries)


def test_names_in_the_zip_are_safe_whatever_the_draft_is_called(desk: Desk, name: str) -> None:
    odd = "CON<b>..\\:?|" + "长" * 40
    (desk.workspace.drafts / f"{odd}.yaml").write_bytes(path_of(desk, name).read_bytes())
    answer = made(desk, odd, "proof", "progress")
    for one in answer["files"]:
        assert not set('\\:*?"<>|') & set(one["name"])
        assert not one["name"].startswith((".", "/"))
        assert all(part not in ("", ".", "..") and len(part.encode()) <= 255 for part in one["name"].split("/"))
    disposition = desk.get(f"/packages/{answer['key']}/1").headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert "\n" not in disposition
    assert "<" not in disposition


def test_a_document_to_be_signed_is_refused_with_what_is_missing_and_where(desk: Desk, name: str) -> None:
    overview = desk.get(f"/api/drafts/{name}/export").get_json()
    assert any(place.get("item") == "i3" for line in overview["in_the_way"] for place in line["places"])
    refused = desk.post(f"/api/drafts/{quote(name)}/export", {"kinds": ["final"]})
    assert refused.status_code == 422
    assert all(line["text"] in refused.get_json()["error"] for line in overview["in_the_way"])
    assert [one["text"] for one in made(desk, name, "proof")["notes"]] == [f"未齐：{one}" for one in overview["blank"]]


def test_what_cannot_be_made_is_refused_with_a_sentence(desk: Desk, name: str) -> None:
    hostile: list[object] = [[], None, 3, "proof", [{}], ["unknown"]]
    for kinds in hostile:
        assert desk.post(f"/api/drafts/{quote(name)}/export", {"kinds": kinds}).status_code == 422
    assert desk.get("/packages/unknown/1").status_code == 404
    draft_file.change(path_of(desk, name), "x", lambda draft: draft.replaced(source=None))
    refused = desk.post(f"/api/drafts/{quote(name)}/export", {"kinds": ["table"]})
    assert refused.status_code == 422
    assert "底稿" in refused.get_json()["error"]


def came_back(desk: Desk, name: str, data: bytes, file_name: str = "改后.docx", **fields: Any) -> Any:
    """The answer to a file dropped on the page; with `key` its changes are taken."""
    way = "returned/take" if fields else "returned"
    return desk.post(f"/api/drafts/{name}/{way}", data={"file": (io.BytesIO(data), file_name), **fields})


def edited(desk: Desk, name: str, *, tracked: bool = False) -> bytes:
    """The draft's document with two changes of a leader."""
    leader = Leader(
        render.docx(loaded(desk, name), desk.workspace.templates, in_format=Format.LETTER).data, tracked=tracked
    )
    leader.replace("新增托育学位300个", "新增托育学位350个")
    leader.replace("新建2处", f"新建5处{HOSTILE}")
    return leader.saved()


@pytest.mark.parametrize("tracked", [False, True])
def test_changes_of_a_file_that_came_back_are_taken_some_at_a_time(desk: Desk, name: str, *, tracked: bool) -> None:
    data = edited(desk, name, tracked=tracked)
    listed = came_back(desk, name, data).get_json()
    assert [(one["old"], one["new"]) for one in listed["changes"]] == [
        ("新增托育学位300个。", "新增托育学位350个。"),
        ("新建2处。", f"新建5处{HOSTILE}。"),
    ]
    first, second = listed["changes"]
    answer = came_back(desk, name, data, base=listed["sha"], key=first["key"], reason="领导意见")
    assert answer.status_code == 200, answer.get_json()
    assert [one["new"] for one in answer.get_json()["changes"]] == [second["new"]]
    draft = loaded(desk, name)
    assert draft.items[2].clauses[0].text == "新增托育学位350个。"
    assert draft.items[-1].clauses[0].text == "新建2处。"
    undo = desk.post(f"/api/drafts/{name}/undo", {"base": answer.get_json()["sha"]})
    assert undo.status_code == 200
    assert loaded(desk, name).items[2].clauses[0].text == "新增托育学位300个。"


def test_nothing_is_taken_on_another_version_or_by_an_unknown_key(desk: Desk, name: str) -> None:
    data = edited(desk, name)
    listed = came_back(desk, name, data).get_json()
    before = path_of(desk, name).read_bytes()
    assert came_back(desk, name, data, base=listed["sha"], key="x").status_code == 422
    stale = came_back(desk, name, data, base="0" * 64, key=listed["changes"][0]["key"])
    assert stale.status_code == 409
    assert "别处改动" in stale.get_json()["error"]
    assert path_of(desk, name).read_bytes() == before


@pytest.mark.parametrize("file_name", ["改后.docx", "../../<b>\u202e.docx", ""])
def test_a_bomb_that_is_dropped_is_refused_with_a_sentence_and_leaves_nothing(
    desk: Desk, name: str, file_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "临时"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    answer = came_back(desk, name, bomb("word/document.xml", 60_000_000), file_name)
    assert answer.status_code == 422
    told = answer.get_json()["error"]
    assert "请" in told
    assert str(folder) not in told
    assert "returned.docx" not in told
    assert "\u202e" not in told
    assert list(folder.iterdir()) == []
