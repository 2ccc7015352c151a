"""A draft survives kill -9 at any moment of saving: old or new content, never neither."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.drafting import draft_file
from drafter.model.draft import Draft
from drafter.model.notice import Form
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

KILLS = 50

# Loads the product once; for each line on stdin forks a child that saves or undoes in a loop until it is killed.
# The child tells before and after each save which step it is at.
_NURSERY = """
import os, sys
from pathlib import Path
from drafter.drafting import draft_file

path, log = Path(sys.argv[1]), sys.argv[2]
warm = path.parent / "warm" / "warm.yaml"
draft_file.create(warm, draft_file.load(path)[0])
draft_file.change(warm, "warm", lambda draft: draft)

def work():
    told = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while True:
        draft, digest = draft_file.load(path)
        step = int(draft.title.removeprefix("第").removesuffix("步")) + 1
        os.write(told, f"begun {step}\\n".encode())
        after = draft.model_copy(update={"title": f"第{step}步", "opening": (f"第{step}步。" * 300,)})
        draft_file.save(path, after, expected=digest, what=f"第{step}步")
        os.write(told, f"done {step}\\n".encode())

for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else "ended", flush=True)
"""


def _draft(step: int) -> Draft:
    opening = (f"第{step}步。" * 300,) if step else ()
    return Draft(
        place="甲区", issuer="甲区人民政府办公室", year=2027, form=Form.DIRECT, title=f"第{step}步", opening=opening
    )


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The process that forks savers of the draft in tmp_path, which it begins with."""
    draft_file.create(tmp_path / "甲区-2027.yaml", _draft(0))
    process = subprocess.Popen(
        [sys.executable, "-c", _NURSERY, tmp_path / "甲区-2027.yaml", tmp_path / "记录"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )
    yield process
    process.communicate(timeout=120)


def _killed(nursery: "subprocess.Popen[str]", log: Path, saves: int, seconds: float) -> None:
    """Start a saver and kill it a moment after it has begun its first save behind some whole ones."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    log.write_text("", encoding="utf-8")
    nursery.stdin.write("\n")
    nursery.stdin.flush()
    child = int(nursery.stdout.readline())
    deadline = time.monotonic() + 120
    while log.read_text(encoding="utf-8").count("begun") <= saves and time.monotonic() < deadline:
        time.sleep(0.0005)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert nursery.stdout.readline().strip() == str(int(signal.SIGKILL))


def _told(log: Path) -> tuple[int, int]:
    """The last step that was begun and the last that was done."""
    steps = re.findall(r"(begun|done) (\d+)", log.read_text(encoding="utf-8"))
    begun = [int(step) for what, step in steps if what == "begun"]
    done = [int(step) for what, step in steps if what == "done"]
    return (begun or [0])[-1], (done or [0])[-1]


def test_a_draft_survives_fifty_kills_while_it_is_saved(tmp_path: Path, nursery: "subprocess.Popen[str]") -> None:
    path, log = tmp_path / "甲区-2027.yaml", tmp_path / "记录"
    chance = random.Random(20270305)  # noqa: S311 - only moments to kill at
    step = amid = 0
    for _ in range(KILLS):
        start = int(draft_file.load(path)[0].title[1:-1])
        _killed(nursery, log, chance.randrange(3), chance.uniform(0, 0.01))
        begun, done = _told(log)
        draft, digest = draft_file.load(path)
        step = int(draft.title[1:-1])
        assert step in {begun or start, done or start}
        assert path.read_text(encoding="utf-8") == draft_file.to_text(_draft(step))
        amid += begun > done
        if step:
            _undo_and_redo(path, step, digest)
    assert step >= KILLS // 2
    assert amid >= KILLS // 10, "hardly any kill came in the midst of a save"
    _undone_to_the_start(path, step)
    assert list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".*.tmp")) == []


def _undo_and_redo(path: Path, step: int, digest: str) -> None:
    """Step back once and take the step again, as the person who comes back to the machine may do."""
    draft_file.undo(path)
    before, earlier = draft_file.load(path)
    assert before == _draft(step - 1)
    assert draft_file.save(path, _draft(step), expected=earlier, what=f"第{step}步") == digest


def _undone_to_the_start(path: Path, step: int) -> None:
    for earlier in range(step - 1, -1, -1):
        draft_file.undo(path)
        assert draft_file.load(path)[0] == _draft(earlier)
    with pytest.raises(draft_file.NothingToUndo):
        draft_file.undo(path)
