"""Undo: step by step back to the start, across processes, past changes by hand and torn histories."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter import drafting
from drafter.drafting import draft_file
from drafter.library import Library, files
from drafter.model.draft import Draft
from tests.conftest import ROOT

_UNDO = """
import sys
from pathlib import Path
from drafter.drafting import draft_file
print(draft_file.undo(Path(sys.argv[1])))
"""


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027."""
    return drafting.new(2027, "临淄区", library)


@pytest.fixture
def path(tmp_path: Path, draft: Draft) -> Path:
    """That draft in a file."""
    path = tmp_path / "drafts" / "临淄区-2027.yaml"
    draft_file.create(path, draft)
    return path


def _titled(path: Path, title: str) -> str:
    """Take one step that sets the title; returns the file's new text."""
    draft_file.change(path, f"改为{title}", lambda before: before.model_copy(update={"title": title}))
    return path.read_text(encoding="utf-8")


def _edited_by_hand(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def _records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in draft_file.history_path(path).read_text(encoding="utf-8").splitlines()]


def _digests(path: Path) -> set[object]:
    """The digests of all texts that the steps of the history lead to."""
    return {record.get("after") for record in _records(path)}


def test_undo_goes_back_step_by_step_to_the_very_first_text(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")]
    texts += [_titled(path, f"第{number}步") for number in range(1, 31)]
    for number in range(30, 0, -1):
        assert draft_file.undo(path) == f"改为第{number}步"
        assert path.read_text(encoding="utf-8") == texts[number - 1]
    for _ in range(2):
        with pytest.raises(draft_file.NothingToUndo, match="没有可以撤销"):
            draft_file.undo(path)
        assert path.read_text(encoding="utf-8") == texts[0]


def test_undo_in_another_process_goes_on_where_this_one_stopped(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] + [_titled(path, title) for title in ("甲", "乙", "丙")]
    draft_file.undo(path)
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", _UNDO, path],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "改为乙"
    assert path.read_text(encoding="utf-8") == texts[1]
    assert draft_file.undo(path) == "改为甲"
    assert path.read_text(encoding="utf-8") == texts[0]


def test_steps_after_an_undo_are_undone_to_where_they_branched_off(path: Path) -> None:
    start = path.read_text(encoding="utf-8")
    first = _titled(path, "甲")
    _titled(path, "乙")
    draft_file.undo(path)
    _titled(path, "丙")
    assert draft_file.undo(path) == "改为丙"
    assert path.read_text(encoding="utf-8") == first
    assert draft_file.undo(path) == "改为甲"
    assert path.read_text(encoding="utf-8") == start


def test_a_change_by_hand_is_a_step_of_its_own(path: Path) -> None:
    start = path.read_text(encoding="utf-8")
    by_hand = _edited_by_hand(path, "place: 临淄区", "place: 临淄区  # 手改")
    step = _titled(path, "甲")
    assert "# 手改" in step
    assert draft_file.undo(path) == "改为甲"
    assert path.read_text(encoding="utf-8") == by_hand
    draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == start


def test_undoing_a_change_by_hand_loses_nothing(path: Path) -> None:
    first = _titled(path, "甲")
    by_hand = _edited_by_hand(path, "title: 甲", "title: 手改的")
    draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == first
    assert by_hand in [record.get("text") for record in _records(path)]
    assert path.with_name(path.name + ".bak").read_text(encoding="utf-8") == by_hand


def test_a_change_by_hand_back_to_an_earlier_text_can_be_undone_further(path: Path) -> None:
    start = path.read_text(encoding="utf-8")
    first = _titled(path, "甲")
    second = _titled(path, "乙")
    path.write_text(first, encoding="utf-8")
    third = _titled(path, "丙")
    assert draft_file.undo(path) == "改为丙"
    assert path.read_text(encoding="utf-8") == first
    draft_file.undo(path)
    assert path.read_text(encoding="utf-8") in (start, second)
    assert {files.digest(text) for text in (start, first, second, third)} <= _digests(path)


def test_the_history_only_grows_and_holds_every_state(path: Path) -> None:
    history = draft_file.history_path(path)
    states, before = [path.read_text(encoding="utf-8")], history.read_bytes()
    for kind in ("甲", "乙", None, "丙", None, None, "丁"):
        if kind:
            states.append(_titled(path, kind))
        else:
            draft_file.undo(path)
        now = history.read_bytes()
        assert now.startswith(before)
        assert len(now) > len(before)
        before = now
    assert {files.digest(state) for state in states} <= _digests(path)
    assert all("at" in record and "what" in record for record in _records(path))


def test_a_torn_last_line_of_the_history_is_passed_over(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] + [_titled(path, title) for title in ("甲", "乙")]
    history = draft_file.history_path(path)
    whole = history.read_bytes()
    line = json.dumps({"at": "2027-01-01T00:00:00", "what": "改为丙", "text": texts[2] + "丙"}, ensure_ascii=False)
    torn = line.encode("utf-8")
    for length in (1, 20, *range(36, 56), len(torn) - 1):
        history.write_bytes(whole + torn[:length])
        path.write_text(texts[2], encoding="utf-8")
        assert draft_file.undo(path) == "改为乙", length
        assert path.read_text(encoding="utf-8") == texts[1]
        new = _titled(path, "丁")
        assert draft_file.undo(path) == "改为丁"
        assert path.read_text(encoding="utf-8") == texts[1] != new


def test_a_step_written_to_the_history_but_not_to_the_file_does_not_count(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] + [_titled(path, title) for title in ("甲", "乙")]
    path.write_text(texts[1], encoding="utf-8")
    assert draft_file.undo(path) == "改为甲"
    assert path.read_text(encoding="utf-8") == texts[0]


def test_a_lost_history_costs_only_the_earlier_states(path: Path) -> None:
    _titled(path, "甲")
    before = path.read_text(encoding="utf-8")
    draft_file.history_path(path).unlink()
    with pytest.raises(draft_file.NothingToUndo):
        draft_file.undo(path)
    _titled(path, "乙")
    draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == before


def test_a_draft_begun_anew_under_an_old_name_is_not_undone_into_the_old_one(path: Path, library: Library) -> None:
    _titled(path, "旧稿")
    path.unlink()
    draft_file.create(path, drafting.new(2027, "临淄区", library))
    fresh = path.read_text(encoding="utf-8")
    with pytest.raises(draft_file.NothingToUndo):
        draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("spoiled", ["schema: 1\ntitle: [\n", "", "schema: 9\n", "二进制\x00\n"])
def test_undo_gets_past_a_change_that_spoiled_the_file_and_keeps_the_spoiled_text(path: Path, spoiled: str) -> None:
    last = _titled(path, "甲")
    path.write_text(spoiled, encoding="utf-8")
    draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == last
    assert path.with_name(path.name + ".bak").read_text(encoding="utf-8") == spoiled
    assert spoiled in [record.get("text") for record in _records(path)]
    assert draft_file.undo(path) == "改为甲"
