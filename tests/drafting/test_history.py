"""The history of a draft: any steps, undos, redos, changes by hand and cut-off writes, by processes that take turns."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from drafter.drafting import draft_file, history
from drafter.errors import BrokenFile, FileTrouble
from tests.conftest import ROOT
from tests.drafting.operating import operate, small_draft

OUTSIDE = "在工具之外的修改"
SPOILED = (b"", b"schema: 1\ntitle: [\n", "标题：用国标码存的\n".encode("gb18030"), b"\xff\xfe\x00", b"\xed\xa0\x80")
PROCESSES = st.sampled_from(("this", "the other"))
LENGTHS = st.sampled_from((1, 1, 3, 40, 400))


class _Other:
    """Another process that takes steps on the same draft."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.drafting.operating"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
            cwd=ROOT,
        )

    def operate(self, kind: str, path: Path, title: str, length: int) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([kind, str(path), title, length]) + "\n")
        self.process.stdin.flush()
        return str(json.loads(self.process.stdout.readline()))


@pytest.fixture
def other() -> Iterator[_Other]:
    """The other process, for all examples."""
    other = _Other()
    yield other
    other.process.communicate(timeout=60)


class _State(NamedTuple):
    what: str
    data: bytes


class _Steps(RuleBasedStateMachine):
    """The model: the states that led to the present, those that redo goes on to, and what no program has seen yet."""

    other: _Other

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "甲区-2027.yaml"
        self.count, self.unseen, self.cut_off = 0, False, False
        self.redo: list[_State] = []
        self.states: list[_State] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(length=LENGTHS)
    def begin(self, length: int) -> None:
        draft_file.create(self.path, small_draft("开头", length))
        self.states = [_State("new", self.path.read_bytes())]

    def _operate(self, kind: str, by: str, length: int = 1) -> str:
        self.count += kind == "step"
        work: Callable[[str, Path, str, int], str] = self.other.operate if by == "the other" else operate
        return work(kind, self.path, f"第{self.count}步", length)

    def _seen(self) -> None:
        self.unseen = self.cut_off = False

    @rule(by=PROCESSES, length=LENGTHS)
    def step(self, by: str, length: int) -> None:
        told = self._operate("step", by, length)
        if told == "BrokenFile":
            assert any(self.states[-1].data.endswith(spoiled) for spoiled in SPOILED)
            return
        assert told == f"第{self.count}步"
        self._seen()
        self.states.append(_State(told, self.path.read_bytes()))
        self.redo = []

    @rule(by=PROCESSES)
    def undo(self, by: str) -> None:
        told = self._operate("undo", by)
        self._seen()
        if len(self.states) == 1:
            assert told == "NothingToUndo"
            return
        assert told == self.states[-1].what
        self.redo.append(self.states.pop())

    @rule(by=PROCESSES)
    def do_again(self, by: str) -> None:
        told = self._operate("redo", by)
        self._seen()
        if not self.redo:
            assert told == "NothingToRedo"
            return
        assert told == self.redo[-1].what
        self.states.append(self.redo.pop())

    @precondition(lambda self: not self.cut_off)
    @rule(data=st.sampled_from(("readable", *SPOILED)))
    def change_outside(self, data: str | bytes) -> None:
        """A person changes the file, perhaps so that it cannot be read; no two changes leave the same text."""
        self.count += 1
        if isinstance(data, bytes):
            data = f"# 手改{self.count}\n".encode() + data
        else:
            data = draft_file.to_text(small_draft(f"手改{self.count}", 5)).encode()
        self.path.write_bytes(data)
        if self.unseen:
            self.states.pop()
        self.states.append(_State(OUTSIDE, data))
        self.redo, self.unseen = [], True

    @rule(length=st.integers(1, 60))
    def tear_a_line(self, length: int) -> None:
        line = json.dumps({"at": "2027-01-01T00:00:00", "what": "断电", "after": "0" * 64}, ensure_ascii=False)
        with draft_file.history_path(self.path).open("ab") as file:
            file.write(line.encode()[:length])

    @rule(kind=st.sampled_from(("step", "undo", "redo")), length=LENGTHS)
    def cut_off_before_the_draft_is_written(self, kind: str, length: int) -> None:
        before = self.path.read_bytes()
        told = self._operate(kind, "this", length)
        after = self.path.read_bytes()
        if told == "BrokenFile":
            return
        self._seen()
        if told.startswith("Nothing"):
            return
        self.path.write_bytes(before)
        self.cut_off = True
        if kind == "step":
            self.redo = [_State(told, after)]

    @invariant()
    def the_draft_and_what_is_told_of_its_steps_are_the_models(self) -> None:
        if not self.states:
            return
        assert self.path.read_bytes() == self.states[-1].data
        told = draft_file.steps(self.path, 100)
        assert [one.what for one in told.undo] == [one.what for one in reversed(self.states[1:])]
        assert (told.redo.what if told.redo else None) == (self.redo[-1].what if self.redo else None)


def test_any_steps_undos_redos_changes_and_cuts_leave_the_draft_as_the_model_says(other: _Other) -> None:
    machine = type("Steps", (_Steps,), {"other": other})
    checks = list(HealthCheck)  # a step waits for the disk, which is slow at times on a shared machine
    chosen = settings(deadline=None, max_examples=40, stateful_step_count=25, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=chosen)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small draft in a file."""
    path = tmp_path / "甲区-2027.yaml"
    draft_file.create(path, small_draft("开头"))
    return path


def _step(path: Path, title: str, length: int = 1) -> str:
    operate("step", path, title, length)
    return path.read_text(encoding="utf-8")


def _in_the_older_form(path: Path, kinds: list[str | int]) -> list[str]:
    """Write a draft and a history of whole texts: a name is a step, a number an undo that left so many states."""
    texts: list[str] = []
    lines: list[dict[str, object]] = []
    for number, kind in enumerate(kinds):
        at = f"2026-03-01T08:00:{number:02}"
        if isinstance(kind, int):
            del texts[kind:]
            lines.append({"at": at, "what": "undo", "steps": kind})
        else:
            texts = [] if kind == "new" else texts
            texts.append(draft_file.to_text(small_draft(f"{kind}{number}", 20)))
            lines.append({"at": at, "what": kind, "text": texts[-1]})
    path.write_text(texts[-1], encoding="utf-8")
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    draft_file.history_path(path).write_text(written, encoding="utf-8")
    return texts


_OLDER: list[list[str | int]] = [
    ["new"],
    ["new", "甲", "乙", "丙"],
    ["new", "甲", "乙", 2, "丙", "丁", 2],
    ["new", "甲", "new", "乙", OUTSIDE, "丙"],
    [OUTSIDE, "甲"],
]


@pytest.mark.parametrize("torn", ["", '{"at": "2026-03-01T08:01:00", "what": "断', '"'])
@pytest.mark.parametrize("kinds", _OLDER)
def test_a_history_of_the_older_form_is_undone_to_its_start_and_redone(
    tmp_path: Path, kinds: list[str | int], torn: str
) -> None:
    path = tmp_path / "甲区-2027.yaml"
    texts = _in_the_older_form(path, kinds)
    place = draft_file.history_path(path)
    with place.open("a", encoding="utf-8") as file:
        file.write(torn)
    before = place.read_bytes()
    told = draft_file.steps(path)
    assert len(told.undo) == len(texts) - 1
    assert place.read_bytes() == before
    for text in texts[-2::-1]:
        draft_file.undo(path)
        assert path.read_text(encoding="utf-8") == text
    with pytest.raises(draft_file.NothingToUndo):
        draft_file.undo(path)
    assert place.read_bytes().startswith(before)
    for text in texts[1:]:
        draft_file.redo(path)
        assert path.read_text(encoding="utf-8") == text
    _step(path, "新的")
    assert draft_file.steps(path).undo[1:] == told.undo


def test_a_step_on_a_history_of_the_older_form_is_a_small_record_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "甲区-2027.yaml"
    texts = _in_the_older_form(path, ["new", "甲", "乙"])
    path.write_text(texts[1], encoding="utf-8")  # the last step was cut off before its draft was written
    _step(path, "丙")
    assert draft_file.undo(path) == "丙"
    assert path.read_text(encoding="utf-8") == texts[1]
    assert draft_file.undo(path) == "甲"


def test_what_was_redone_can_be_undone_and_a_new_step_ends_redoing(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] + [_step(path, title) for title in "甲乙丙"]
    for _ in range(3):
        draft_file.undo(path)
    assert [draft_file.redo(path), draft_file.redo(path), draft_file.undo(path)] == ["甲", "乙", "乙"]
    assert path.read_text(encoding="utf-8") == texts[1]
    assert [draft_file.redo(path), draft_file.redo(path)] == ["乙", "丙"]
    draft_file.undo(path)
    _step(path, "丁")
    before = path.read_bytes()
    with pytest.raises(draft_file.NothingToRedo, match="没有可以重做的步骤"):
        draft_file.redo(path)
    assert path.read_bytes() == before


def test_the_steps_are_told_newest_first_and_no_more_than_asked_for(path: Path) -> None:
    for number in range(30):
        _step(path, f"第{number}步")
    assert [step.what for step in draft_file.steps(path).undo] == [f"第{number}步" for number in range(29, 9, -1)]
    draft_file.undo(path)
    told = draft_file.steps(path, most=2)
    assert [step.what for step in told.undo] == ["第28步", "第27步"]
    assert told.redo is not None
    assert told.redo.what == "第29步"
    path.write_text("手改", encoding="utf-8")
    told = draft_file.steps(path, most=2)
    assert ([step.what for step in told.undo], told.redo) == ([OUTSIDE, "第28步"], None)


def test_a_file_saved_in_another_encoding_is_undone_and_its_bytes_come_back(path: Path) -> None:
    last, spoiled = _step(path, "甲"), "标题：记事本存的\r\n".encode("gb18030")
    path.write_bytes(spoiled)
    with pytest.raises(BrokenFile):
        draft_file.load(path)
    assert draft_file.undo(path) == OUTSIDE
    assert path.read_text(encoding="utf-8") == last
    assert path.with_name(path.name + ".bak").read_bytes() == spoiled
    draft_file.redo(path)
    assert path.read_bytes() == spoiled.replace(b"\r\n", b"\n")


def test_a_damaged_history_is_told_and_stops_neither_saving_nor_later_undoing(path: Path) -> None:
    for title in "甲乙丙":
        last = _step(path, title)
    place = draft_file.history_path(path)
    place.write_bytes(b"\n" + place.read_bytes())  # every record has moved
    with pytest.raises(FileTrouble, match=r"有损坏.*草稿没有改动"):
        draft_file.undo(path)
    assert path.read_text(encoding="utf-8") == last
    assert draft_file.steps(path).undo == ()
    _step(path, "丁")
    assert draft_file.undo(path) == "丁"
    assert path.read_text(encoding="utf-8") == last


def test_records_are_small_and_whole_texts_come_in_between_so_that_none_is_far(path: Path) -> None:
    _step(path, "长", 1000)
    size = len(path.read_bytes())
    begun = draft_file.history_path(path).stat().st_size
    for number in range(40):
        draft, digest = draft_file.load(path)
        draft_file.save(path, draft.model_copy(update={"title": f"长{number}"}), expected=digest, what="改标题")
    grown = draft_file.history_path(path).stat().st_size - begun
    assert grown < size + 40 * 500


needs_proc = pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="needs the system's count of bytes read")


def _bytes_read(work: Callable[[], object]) -> int:
    """How many bytes this process has the system read for some work."""

    def count() -> int:
        return int(Path("/proc/self/io").read_text(encoding="ascii").split()[1])

    before = count()
    work()
    return count() - before


@needs_proc
def test_a_step_an_undo_and_a_change_by_hand_read_only_the_end_of_a_long_history(path: Path) -> None:
    def works() -> list[int]:
        by_hand = path.read_text(encoding="utf-8") + "# 手改\n"
        return [
            _bytes_read(lambda: _step(path, "一步")),
            _bytes_read(lambda: draft_file.undo(path)),
            _bytes_read(lambda: draft_file.redo(path)),
            _bytes_read(lambda: draft_file.steps(path, 5)),
            _bytes_read(lambda: (path.write_text(by_hand, encoding="utf-8"), draft_file.undo(path))),
        ]

    for number in range(10):
        _step(path, f"第{number}步", 60)
    works()
    early = works()
    text = path.read_text(encoding="utf-8")
    with history.opened(path) as past:
        behind = past.settle(text)
        for number in range(1000):
            changed = text.replace("title: 一步", f"title: 第{number}步")
            behind = past.add("改", text, changed, behind.present)
            text = changed.replace(f"title: 第{number}步", "title: 一步")
            behind = past.add("改回", changed, text, behind.present)
    late = works()
    size = draft_file.history_path(path).stat().st_size
    assert size > 500_000
    assert max(late) < 60_000
    assert all(after < before + 20_000 for before, after in zip(early, late, strict=True))


def test_every_record_holds_the_digests_of_the_texts_it_leads_from_and_to(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] + [_step(path, title) for title in "甲乙"]
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    found = [json.loads(line) for line in draft_file.history_path(path).read_text(encoding="utf-8").splitlines()]
    assert [(one.get("before"), one["after"]) for one in found] == list(
        zip([None, *digests[:-1]], digests, strict=True)
    )
