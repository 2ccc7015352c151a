"""Files of ours on disk: whole or not at all, with a backup, and never over a change made meanwhile."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter import drafting
from drafter.drafting import draft_file
from drafter.errors import BrokenFile, FileTrouble, StaleFile
from drafter.library import Library, files
from tests.conftest import ROOT

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")


def _left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".tmp"))


def test_a_new_file_is_written_and_has_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "子夹" / "甲.yaml"
    files.write_text(path, "一\n", expected=None)
    assert path.read_bytes() == "一\n".encode()
    assert not path.with_name("甲.yaml.bak").exists()
    assert _left_over(path.parent) == []


def test_the_version_before_stays_as_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    files.write_text(path, "一\n", expected=None)
    for before, after in (("一\n", "二\n"), ("二\n", "三\n")):
        files.write_text(path, after, expected=files.digest(before))
        assert path.read_text(encoding="utf-8") == after
        assert path.with_name("甲.yaml.bak").read_text(encoding="utf-8") == before
    assert _left_over(tmp_path) == []


def test_the_backup_holds_the_very_bytes_a_person_saved(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    saved = b"\xef\xbb\xbf" + "一\r\n二\r\n".encode()
    path.write_bytes(saved)
    files.write_text(path, "三\n", expected=files.digest(files.read_text(path)))
    assert path.with_name("甲.yaml.bak").read_bytes() == saved


@pytest.mark.parametrize("write", [files.write_text, files.replace_text])
@pytest.mark.parametrize("expected", ["一\n", "", None])
def test_a_file_that_changed_since_it_was_read_is_not_touched(
    tmp_path: Path, write: Callable[..., None], expected: str | None
) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text("别人改过\n", encoding="utf-8")
    with pytest.raises(StaleFile, match="甲"):
        write(path, "我的\n", expected=None if expected is None else files.digest(expected))
    assert path.read_text(encoding="utf-8") == "别人改过\n"
    assert not path.with_name("甲.yaml.bak").exists()
    assert _left_over(tmp_path) == []


def test_a_file_that_was_removed_since_it_was_read_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    with pytest.raises(StaleFile):
        files.write_text(path, "我的\n", expected=files.digest("一\n"))
    assert not path.exists()


def test_a_folder_that_cannot_be_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    blocker = tmp_path / "是文件不是文件夹"
    blocker.write_text("原样\n", encoding="utf-8")
    path = blocker / "drafts" / "甲.yaml"
    with pytest.raises(FileTrouble, match=r"写不了.*甲.yaml.*请"):
        files.write_text(path, "一\n", expected=None)
    with pytest.raises(FileTrouble, match=r"写不了.*甲.docx.*请"):
        files.write_bytes(path.with_suffix(".docx"), b"1")
    assert blocker.read_text(encoding="utf-8") == "原样\n"
    assert [one.name for one in tmp_path.iterdir()] == [blocker.name]


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.mkdir()
    with pytest.raises(FileTrouble, match="甲"):
        files.read_text(path)
    with pytest.raises(FileTrouble, match="甲"):
        files.write_text(path, "一\n", expected=None)
    with pytest.raises(FileTrouble, match="甲"):
        files.write_bytes(path, b"1")
    assert path.is_dir()
    assert _left_over(tmp_path) == []


def test_a_missing_file_and_a_wrong_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    with pytest.raises(FileTrouble, match=r"找不到.*甲\.yaml"):
        files.read_text(path)
    path.write_bytes("第一行\n".encode() + "第二行".encode("gb18030"))
    with pytest.raises(BrokenFile, match="第2行"):
        files.read_text(path)


@needs_modes
def test_the_mode_of_the_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    for number, mode in enumerate((0o600, 0o640, 0o664)):
        files.write_text(path, f"{number}\n", expected=files.digest(f"{number - 1}\n") if number else None)
        path.chmod(mode)
        files.write_text(path, f"{number} 又改\n", expected=files.digest(f"{number}\n"))
        assert path.stat().st_mode & 0o777 == mode
        files.write_text(path, f"{number}\n", expected=files.digest(f"{number} 又改\n"))


@needs_modes
def test_the_backup_is_no_more_open_to_others_than_the_file(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    files.write_text(path, "一\n", expected=None)
    path.chmod(0o600)
    files.write_text(path, "二\n", expected=files.digest("一\n"))
    assert path.with_name("甲.yaml.bak").stat().st_mode & 0o077 == 0


def test_what_a_killed_process_left_is_swept_at_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    files.write_text(path, "一\n", expected=None)
    (tmp_path / ".甲.yaml.abc123.tmp").write_text("半", encoding="utf-8")
    (tmp_path / ".乙.yaml.abc123.tmp").write_text("别的文件的", encoding="utf-8")
    files.write_text(path, "二\n", expected=files.digest("一\n"))
    assert _left_over(tmp_path) == [".乙.yaml.abc123.tmp"]


_SAVER = """
import sys, time
from pathlib import Path
from drafter.drafting import draft_file
from drafter.errors import StaleFile

path, go, mine = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
draft, digest = draft_file.load(path)
print("ready", flush=True)
while not go.exists():
    time.sleep(0.001)
try:
    draft_file.save(path, draft.model_copy(update={"title": mine * 200}), expected=digest, what=mine)
except StaleFile:
    print("stale")
else:
    print("saved")
"""


def test_of_several_processes_that_save_from_the_same_reading_exactly_one_wins(
    tmp_path: Path, library: Library
) -> None:
    path, go = tmp_path / "临淄区-2027.yaml", tmp_path / "开始"
    draft = drafting.new(2027, "临淄区", library)
    draft_file.create(path, draft)
    savers = [
        subprocess.Popen(
            [sys.executable, "-c", _SAVER, path, go, mine], stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT
        )
        for mine in "甲乙丙"
    ]
    for saver in savers:
        assert saver.stdout is not None
        assert saver.stdout.readline() == "ready\n"
    go.touch()
    told = [saver.communicate(timeout=120)[0].strip() for saver in savers]
    assert [saver.returncode for saver in savers] == [0, 0, 0]
    assert sorted(told) == ["saved", "stale", "stale"]
    winner = "甲乙丙"[told.index("saved")]
    assert draft_file.load(path)[0] == draft.model_copy(update={"title": winner * 200, "notes": ()})
    assert len(draft_file.history_path(path).read_text(encoding="utf-8").splitlines()) == 2
    assert _left_over(tmp_path) == []
    assert draft_file.undo(path) == winner
    assert draft_file.load(path)[0].title == draft.title
