"""`drafter absorb` as a drafter runs it: listed, taken whole or one by one, undone."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter import drafting, render
from drafter.drafting import draft_file
from drafter.workspace import Workspace
from tests.conftest import ROOT, Run
from tests.handover.leader import Leader


@pytest.fixture
def came(workspace: Workspace) -> tuple[Path, Path]:
    """A draft, and its print as a leader sent it back with two edits and two comments."""
    path = workspace.drafts / "临淄区-2027.yaml"
    draft = drafting.new(2027, "临淄区", workspace.library)
    draft_file.create(path, draft)
    leader = Leader(render.docx(draft, workspace.templates).data, tracked=True)
    leader.replace("不少于2场次", "不少于3场次")
    leader.delete("八、持续培育婚恋新风")
    leader.comment("六、丰富文化体育", "场次再核实")
    leader.comment("各有关部门务必", "结尾再短些")
    target = workspace.root / "领导改.docx"
    target.write_bytes(leader.saved())
    return path, target


def test_without_a_terminal_the_changes_are_listed_and_nothing_is_stored(run: Run, came: tuple[Path, Path]) -> None:
    path, target = came
    before = path.read_bytes()
    ran = run("absorb", path, target)
    assert ran.code == 1
    assert path.read_bytes() == before
    marked = "不少于[-2场次-]{+3场次+}，"
    for told in (
        "【第1项】改措施（王主任，2027年3月1日）",
        marked,
        "【第8项】删去整项",
        "【第6项】记下批注",
        "结尾再短些",
        "--yes",
    ):
        assert told in ran.out, told


def test_yes_takes_everything_in_one_step_that_can_be_undone(run: Run, came: tuple[Path, Path]) -> None:
    path, target = came
    before = draft_file.load(path)[0]
    ran = run("absorb", path, target, "--yes", "--reason", "领导审改")
    assert ran.code == 1  # one comment has no place in the draft
    draft = draft_file.load(path)[0]
    assert len(draft.items) == len(before.items) - 1
    assert "不少于3场次" in draft.items[0].body
    assert draft.items[5].notes == ("批注（王主任）：场次再核实",)
    assert draft.dropped[-1].reason == "领导审改"
    assert "结尾再短些" in ran.out
    undone = run("undo", path)
    assert "回收 领导改.docx" in undone.out
    assert draft_file.load(path)[0] == before


def test_json_tells_each_change_and_what_has_no_place(run: Run, came: tuple[Path, Path]) -> None:
    path, target = came
    listed = run("absorb", path, target, "--json").json
    assert listed["written"] == []
    assert [(one["kind"], one["place"], one["taken"]) for one in listed["changes"]] == [
        ("clause", "第1项", False),
        ("dropped", "第8项", False),
        ("note", "第6项", False),
    ]
    assert len(listed["unplaced"]) == 1
    taken = run("absorb", path, target, "--json", "--yes").json
    assert taken["written"] == [str(path)]
    assert all(one["taken"] for one in taken["changes"])


def test_an_unchanged_file_is_told_and_leaves_the_draft(
    run: Run, workspace: Workspace, came: tuple[Path, Path]
) -> None:
    path, target = came
    render.docx(draft_file.load(path)[0], workspace.templates).save(target)
    before = path.read_bytes()
    ran = run("absorb", path, target, "--yes")
    assert (ran.code, path.read_bytes()) == (0, before)
    assert "没有差别" in ran.out


def test_a_file_that_is_no_notice_is_refused(run: Run, workspace: Workspace, came: tuple[Path, Path]) -> None:
    path, _ = came
    other = workspace.root / "别的.docx"
    other.write_bytes(b"PK\x03\x04" + b"x" * 100)
    before = path.read_bytes()
    ran = run("absorb", path, other, "--yes")
    assert (ran.code, path.read_bytes()) == (3, before)
    assert "Traceback" not in ran.err
    assert run("absorb", path, workspace.root / "没有.docx", "--yes").code == 3


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_on_a_terminal_each_change_is_asked_about(came: tuple[Path, Path]) -> None:
    path, target = came
    shown = answered(["absorb", str(path), str(target)], ["y", "n", "y"])
    assert "第1处，共3处" in shown
    assert "采用2处，没有采用1处" in shown
    draft = draft_file.load(path)[0]
    assert "不少于3场次" in draft.items[0].body
    assert len(draft.items) == 10
    assert draft.items[5].notes


def answered(arguments: list[str], answers: list[str]) -> str:
    """What a command shows on a terminal on which somebody answers."""
    main, side = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "drafter", *arguments], stdin=side, stdout=side, stderr=side, env=environment, cwd=ROOT
    ) as process:
        os.close(side)
        shown, left, deadline = b"", list(answers), time.monotonic() + 60
        while time.monotonic() < deadline:
            ready, _, _ = select.select([main], [], [], 1)
            try:
                new = os.read(main, 65536) if ready else b""
            except OSError:
                break
            shown += new
            if left and shown.count("采用吗？".encode()) > len(answers) - len(left):
                os.write(main, f"{left.pop(0)}\n".encode())
            if not ready and process.poll() is not None:
                break
        process.wait(10)
    os.close(main)
    return shown.decode("utf-8", errors="replace")
