"""`drafter import`: many files and folders, each on its own; nothing twice, nothing over another, nothing by halves."""

import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from drafter.commands import processes
from drafter.commands.incoming import gather
from drafter.drafting import draft_file
from drafter.handover.importing import Importing
from drafter.library import Library, provenance
from drafter.workspace import Workspace
from tests.commands.conftest import NAME, content_of, english_in
from tests.conftest import ROOT, Run
from tests.library import coming_in

SOURCES = ROOT / "library" / "sources"
NEW_UNIT = "区数字生活中心"


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of old notices: good ones in two folders, a broken one, and files that no reader takes."""
    root = tmp_path / "旧通知"
    _put(root / "安平.txt", coming_in.text("安平区"))
    _put(root / "二〇二四" / "长清.txt", coming_in.text("长清区", year=2024))
    _put(root / "二〇二四" / "散文.txt", "春天来了，花儿开了。\n")
    (root / "坏.docx").write_bytes(b"PK\x03\x04" + b"\0" * 200)
    _put(root / "~$安平.docx", "锁")
    _put(root / "照片.jpg", "图")
    return root


def test_a_folder_is_imported_with_all_below_it_and_a_broken_file_stops_nothing(
    run: Run, at: Path, folder: Path
) -> None:
    ran = run("import", folder, "--json", cwd=at)
    assert ran.code == 3
    assert sorted(Path(one).name for one in ran.json["written"]) == ["安平区-2025.yaml", "长清区-2024.yaml"]
    status = {Path(one["file"]).name: one["status"] for one in ran.json["files"]}
    assert status == {"安平.txt": "stored", "长清.txt": "stored", "散文.txt": "failed", "坏.docx": "failed"}
    for name in ("散文.txt", "坏.docx"):
        assert f"{name} 没有存入" in ran.err
    for name in ("照片.jpg", "~$安平.docx"):
        assert name in ran.err
    assert "Traceback" not in ran.err
    assert Library(at / "library").notice("长清区-2024").items[0].heading == "实施适龄妇女健康关爱行动"


def test_what_is_stored_is_shown_with_items_themes_and_the_words_that_decided(run: Run, at: Path, folder: Path) -> None:
    ran = run("import", folder / "安平.txt", cwd=at)
    assert (ran.code, ran.err) == (0, "")
    assert "安平区-2025" in ran.out
    assert "2. 实施托育服务提质行动　主题：托育托管（托育、托位）" in ran.out
    assert "共1份：存入1份" in ran.out
    assert english_in(ran.out.replace(str(at), "")) == []


def test_in_a_pipe_nothing_but_lines_is_written(run: Run, at: Path, folder: Path) -> None:
    ran = run("import", folder, cwd=at)
    assert not set("\r\x1b\x08") & set(ran.out + ran.err)
    assert "%" not in ran.err
    assert "[y" not in (ran.out + ran.err).lower()


def test_the_same_files_again_change_nothing_and_are_not_even_read(run: Run, at: Path, folder: Path) -> None:
    run("import", folder, cwd=at)
    before = content_of(at)
    again = run("import", folder / "安平.txt", folder / "二〇二四" / "长清.txt", "--json", cwd=at)
    assert (again.code, again.err, again.json["written"]) == (0, "", [])
    assert [(one["status"], one["ref"]) for one in again.json["files"]] == [
        ("same", "安平区-2025"),
        ("same", "长清区-2024"),
    ]
    assert "已经导入过" in again.json["notes"][0]
    assert content_of(at) == before


def test_the_same_notice_in_another_file_is_recognised_by_its_content(run: Run, at: Path, tmp_path: Path) -> None:
    run("import", _put(tmp_path / "一.txt", coming_in.text()), cwd=at)
    before = content_of(at)
    again = run("import", _put(tmp_path / "二.txt", coming_in.text().replace("\n", "\r\n")), cwd=at)
    assert (again.code, again.err) == (0, "")
    assert "内容相同" in again.out
    assert content_of(at) == before


def test_another_version_needs_replace_which_keeps_the_old_one(run: Run, at: Path, tmp_path: Path) -> None:
    run("import", _put(tmp_path / "一.txt", coming_in.text()), cwd=at)
    stored = at / "library" / "notices" / "安平区-2025.yaml"
    old = stored.read_bytes()
    newer = _put(tmp_path / "二.txt", coming_in.text(women=3000))
    refused = run("import", newer, cwd=at)
    assert refused.code == 3
    assert "第1项不同" in refused.err
    assert "--replace" in refused.err
    assert stored.read_bytes() == old
    replaced = run("import", "--replace", newer, "--json", cwd=at)
    assert (replaced.code, replaced.json["files"][0]["status"]) == (0, "replaced")
    assert stored.with_name("安平区-2025.yaml.bak").read_bytes() == old
    assert "3000名" in stored.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [(), ("--replace",), ("--replace", "--yes")])
def test_a_correction_never_takes_the_place_of_the_notice(
    run: Run, at: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    both = (_put(tmp_path / "一.txt", coming_in.text()), _put(tmp_path / "更正.txt", coming_in.text(serial=19)))
    ran = run("import", *option, *both, cwd=at)
    assert ran.code == 3
    assert "更正.txt 没有存入" in ran.err
    assert "〔2025〕19号" in ran.err
    later = run("import", *option, both[1], cwd=at)
    assert later.code == 3
    assert str(Library(at / "library").notice("安平区-2025").doc_number).endswith("7号")


def test_pasted_text_is_read_and_imported(run: Run, at: Path) -> None:
    read = run("read", "-", "--json", cwd=at, stdin=coming_in.text())
    assert (read.code, len(read.json["items"])) == (0, 3)
    ran = run("import", "-", cwd=at, stdin=coming_in.text())
    assert (ran.code, ran.err) == (0, "")
    kept = provenance.of_notice(Library(at / "library"), "安平区-2025")
    assert kept is not None
    assert (kept.file, kept.format) == ("粘贴的文字", "text")
    nothing = run("import", "-", cwd=at, stdin="")
    assert nothing.code == 3
    assert "空" in nothing.err


def test_read_takes_folders_too(run: Run, at: Path, folder: Path) -> None:
    before = content_of(at)
    ran = run("read", folder, "--json", cwd=at)
    assert ran.code == 3
    assert {one["source"] for one in ran.json} == {"安平.txt", "长清.txt"}
    assert "散文.txt" in ran.err
    assert content_of(at) == before


def test_a_folder_without_anything_to_read_is_told(run: Run, at: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    for command in ("read", "import"):
        ran = run(command, empty, cwd=at)
        assert ran.code == 3
        assert "没有找到能读的文件" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
def test_hostile_names_of_files_are_shown_harmless_and_kept_readable(run: Run, at: Path, tmp_path: Path) -> None:
    root = tmp_path / "怪"
    names = ["甲\x1b[31m\n乙.txt", "丙“'$(rm -rf *)`.txt", "-丁.txt", os.fsdecode("戊".encode() + b"\xff.txt")]
    places = ["安平区", "长清区", "丰泽区", "海宁区"]
    for name, place in zip(names, places, strict=True):
        _put(root / name, coming_in.text(place))
    ran = run("import", root, cwd=at)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    library = Library(at / "library")
    kept = [provenance.of_notice(library, f"{place}-2025") for place in places]
    assert [one and one.file for one in kept] == ["甲□[31m□乙.txt", names[1], "-丁.txt", "戊□.txt"]
    again = run("import", root, cwd=at)
    assert (again.code, again.out.count("已经导入过")) == (0, 4)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links and pipes")
def test_links_in_a_circle_and_pipes_are_not_followed(run: Run, at: Path, folder: Path) -> None:
    (folder / "圈").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "管道.txt")
    ran = run("import", folder, "--json", cwd=at)
    assert [Path(one["file"]).name for one in ran.json["files"] if one["status"] == "stored"] == [
        "安平.txt",
        "长清.txt",
    ]
    assert "管道.txt" in ran.err


def test_two_files_of_one_name_from_two_folders_are_two(run: Run, at: Path, tmp_path: Path) -> None:
    one = _put(tmp_path / "a" / "通知" / "去年.txt", coming_in.text("安平区"))
    two = _put(tmp_path / "b" / "通知" / "去年.txt", coming_in.text("长清区"))
    ran = run("import", one.parent, two.parent, one, "--json", cwd=at)
    assert (ran.code, [part["ref"] for part in ran.json["files"]]) == (0, ["安平区-2025", "长清区-2025"])


def test_unknown_units_are_registered_only_when_asked_for(run: Run, at: Path, tmp_path: Path) -> None:
    path = _put(tmp_path / "一.txt", coming_in.text(units=f"区民政局、{NEW_UNIT}"))
    register = at / "library" / "units.yaml"
    before = register.read_bytes()
    ran = run("import", path, cwd=at)
    assert ran.code == 0
    assert NEW_UNIT in ran.out
    assert "--yes" in ran.out
    assert register.read_bytes() == before
    ran = run("import", "--yes", _put(tmp_path / "二.txt", coming_in.text("长清区", units=NEW_UNIT)), cwd=at)
    assert ran.code == 0
    assert "待确认" in ran.out
    assert register.read_bytes().startswith(before)
    listed = run("library", "units", "--json", cwd=at).json
    assert [(one["name"], one["items"]) for one in listed if not one["confirmed"]] == [(NEW_UNIT, 2)]


def test_the_day_of_reading_is_kept(at: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "today", lambda: datetime.date(2031, 1, 2))
    library = Workspace.find(at).library
    importing = Importing(library)
    incoming, skipped = gather([_put(tmp_path / "一.txt", coming_in.text())])
    assert skipped == []
    importing.take_in(incoming)
    importing.store()
    kept = provenance.of_notice(library, "安平区-2025")
    assert kept is not None
    assert kept.read_on == datetime.date(2031, 1, 2)


def test_many_files_are_read_by_several_processes_to_the_same_end(run: Run, at: Path, tmp_path: Path) -> None:
    many = tmp_path / "许多"
    names = [f"{a}{b}区" for a in "安平长丰海金和永" for b in "东南西北中宁清华"]
    for number, name in enumerate(names):
        _put(many / f"{number:02}.txt", coming_in.text(name) if number != 13 else "不是通知。")
    ran = run("import", many, "--json", cwd=at)
    assert ran.code == 3
    assert len(names) >= processes.MANY
    assert [one["ref"] for one in ran.json["files"]] == [
        f"{name}-2025" if number != 13 else None for number, name in enumerate(names)
    ]
    library = Library(at / "library")
    for path in ran.json["written"]:
        assert library.notice(Path(path).stem).items[2].heading == "实施困境儿童关爱行动"


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("enough", [1, 12])
def test_an_import_killed_midway_leaves_whole_files_and_goes_on_when_repeated(
    run: Run, at: Path, tmp_path: Path, enough: int
) -> None:
    many = tmp_path / "许多"
    names = [f"{a}{b}区" for a in "安平长丰海金和永" for b in "东南西北中宁清华"]
    for name in names:
        _put(many / f"{name}.txt", coming_in.text(name))
    notices = at / "library" / "notices"
    held = len(list(notices.glob("*.yaml")))
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", "import", many],
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while len(list(notices.glob("*.yaml"))) < held + enough:
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    library = Library(at / "library")
    assert all(len(notice.items) >= 3 for _, notice in library.notices())
    for kept in (at / "library" / "provenance").glob("*.yaml"):
        assert len(yaml.safe_load(kept.read_text(encoding="utf-8"))["sha256"]) == 64
    again = run("import", many, cwd=at)
    assert again.code == 0
    assert {f"{name}-2025" for name in names} <= set(Library(at / "library").references())


def test_the_issued_notice_takes_lineage_reasons_and_themes_and_what_changed_is_told(run: Run, at: Path) -> None:
    steps = (
        ("drop", f"{NAME}#10"),
        ("take", NAME, "博山区-2025#6", "--at", "3", "--reason", "邻区做法可借鉴"),
        ("edit", f"{NAME}#1", "--theme", "困境儿童"),
        ("edit", NAME, "--serial", "3"),
        ("render", NAME, "-o", "印发.docx"),
        ("edit", f"{NAME}#2", "--heading", "换一个标题"),
        ("drop", f"{NAME}#5"),
    )
    for step in steps:
        assert run(*step, cwd=at).code == 0
    ran = run("import", "--draft", NAME, "印发.docx", "--json", cwd=at)
    assert (ran.code, ran.err) == (0, "")
    issued = Library(at / "library").notice("临淄区-2027")
    draft = draft_file.load(at / "drafts" / f"{NAME}.yaml")[0]
    assert [(item.origin, item.reason) for item in issued.items[:4]] == [
        (item.origin, item.reason) for item in draft.items[:4]
    ]
    assert issued.items[2].reason == "邻区做法可借鉴"
    assert issued.items[0].themes == ("困境儿童",)
    told = ran.json["files"][0]
    assert told["unmatched"] == [5]
    assert issued.items[4].origin is None
    retitled = [line for line in told["changed"] if "换一个标题" in line]
    assert len(retitled) == 1
    assert "第2项" in retitled[0]
    assert [line for line in told["changed"] if "第5项" in line and "没有对应" in line]
    assert all("\n" not in line for line in told["changed"])
    kept = provenance.of_notice(Library(at / "library"), "临淄区-2027")
    assert kept is not None
    assert (kept.draft, kept.format) == (NAME, "word")


def test_a_draft_stands_for_one_file(run: Run, at: Path, folder: Path) -> None:
    before = content_of(at)
    ran = run("import", "--draft", NAME, folder, cwd=at)
    assert ran.code == 2
    assert "一个文件" in ran.err
    assert content_of(at) == before


def test_a_reason_stored_with_an_item_stays_in_its_file(at: Path) -> None:
    library = Workspace.find(at).library
    notice = library.notice("博山区-2025")
    with_reason = notice.replaced(items=(notice.items[0].replaced(reason="市里要求"), *notice.items[1:]))
    path = library.store(with_reason, replace=True)
    assert "  reason: 市里要求\n" in path.read_text(encoding="utf-8")
    assert library.notice("博山区-2025") == with_reason
