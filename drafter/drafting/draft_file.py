"""A draft on disk: its YAML, its backup, and beside it the history that undo and redo go by."""

import contextlib
import datetime
import functools
import itertools
import re
from collections.abc import Callable
from pathlib import Path

from drafter.drafting import history
from drafter.drafting.history import history_path
from drafter.drafting.records import Mark, Step
from drafter.errors import DrafterError, FileTrouble, StaleFile
from drafter.library import comments, files, value_file
from drafter.model.base import Value
from drafter.model.draft import Draft

__all__ = [
    "NothingToRedo",
    "NothingToUndo",
    "TakenStep",
    "TakenSteps",
    "change",
    "create",
    "history_path",
    "load",
    "redo",
    "save",
    "steps",
    "to_text",
    "undo",
]

_FIRST = ("place", "source", "issuer", "year")


class NothingToUndo(DrafterError):
    """The history holds no earlier state of the draft."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 没有可以撤销的步骤。请看草稿现在的内容。", by_command="drafter show")


class NothingToRedo(DrafterError):
    """No step was undone since the last change of the draft."""

    def __init__(self, path: Path) -> None:
        told = f"{path} 没有可以重做的步骤：没有撤销过，或者撤销之后又改过草稿。请看草稿现在的内容。"
        super().__init__(told, by_command="drafter show")


class TakenStep(Value):
    """A step of the history: what it was, and when it was taken (local time, ISO 8601, to the second)."""

    what: str
    at: str


class TakenSteps(Value):
    """The steps that undo would take back, newest first, and the one that redo would take again, if there is one."""

    undo: tuple[TakenStep, ...] = ()
    redo: TakenStep | None = None


def to_text(draft: Draft) -> str:
    """The file text of a draft."""
    return value_file.to_text(draft, first=_FIRST, behind=("items", "list_title"))


def load(path: Path) -> tuple[Draft, str]:
    """The draft in a file and the digest of its text. Raises FileTrouble or BrokenFile."""
    text = files.read_text(path)
    if re.search(r"^issuer:", text, re.MULTILINE) and not re.search(r"^place:", text, re.MULTILINE):
        raise FileTrouble(f"{path} 是文库中的通知，不是草稿。要以它为底稿，请新建草稿。", by_command="drafter new")
    return _parsed(text, path), files.digest(text)


@functools.lru_cache(maxsize=8)
def _parsed(text: str, path: Path) -> Draft:
    """The draft that a text holds; the last few are kept, for what was just proven readable is read next."""
    return value_file.parse(Draft, text, path)


def create(path: Path, draft: Draft) -> None:
    """Write a new draft; its history begins here. Raises FileTrouble where the file is already there."""
    text = to_text(draft)
    _parsed(text, path)
    with files.locked(path):
        if path.exists():
            raise FileTrouble(f"{path} 已经存在，没有覆盖。请用 -o 换一个文件名。")
        with history.opened(path) as past:
            past.begin(history.NEW, text)
        files.replace_text(path, text, expected=None)


def save(path: Path, draft: Draft, *, expected: str, what: str) -> str:
    """Write a changed draft over the one that was read; returns the digest of the new text.

    `expected` is the digest from load, `what` names the step in the history. Raises StaleFile;
    BrokenFile rather than write a text that could not be read again.
    """
    with files.locked(path):
        current = files.read_text(path)
        if files.digest(current) != expected:
            raise StaleFile(path)
        text = comments.carry(current, to_text(draft), path)
        _parsed(text, path)
        with history.opened(path) as past:
            try:
                behind = past.settle(current)
            except history.DamagedHistory:
                behind = past.begin(history.OUTSIDE, current)
            past.add(what, current, text, behind.present)
        files.replace_text(path, text, expected=expected)
    return files.digest(text)


def change(path: Path, what: str, step: Callable[[Draft], Draft]) -> Draft:
    """Load a draft, take one step, save it."""
    draft, digest = load(path)
    changed = step(draft)
    save(path, changed, expected=digest, what=what)
    return changed


def undo(path: Path) -> str:
    """Go back to the state before the last step; returns what that step was.

    A change made outside of this tool counts as a step of its own, even one that left the file unreadable.
    Raises NothingToUndo.
    """
    return _moved(path, history.History.undo, NothingToUndo)


def redo(path: Path) -> str:
    """Take the step again that was undone last; returns what it was. Raises NothingToRedo."""
    return _moved(path, history.History.redo, NothingToRedo)


def _moved(path: Path, move: "_Move", nothing: Callable[[Path], DrafterError]) -> str:
    with files.locked(path):
        current = files.read_any_text(path)
        with history.opened(path) as past:
            moved = move(past, current)
        if moved is None:
            raise nothing(path)
        step, text = moved
        files.replace_text(path, text, expected=files.digest(current))
    return step.what


_Move = Callable[[history.History, str], tuple[Step, str] | None]


def steps(path: Path, most: int = 20) -> TakenSteps:
    """The last steps that undo would take back, at most so many, and the one that redo would take again.

    Nothing is written; a change made outside of this tool since the last step is the first of them.
    """
    digest = files.digest(files.read_any_text(path))
    taken: list[TakenStep] = []
    again = None
    with history.opened_to_read(path) as past, contextlib.suppress(history.DamagedHistory):
        mark = past.present(digest)
        if mark is None and (mark := past.last()) is not None:
            changed = datetime.datetime.fromtimestamp(path.stat().st_mtime).isoformat(timespec="seconds")
            mark, taken = Mark(mark.present), [TakenStep(what=history.OUTSIDE, at=changed)]
        if mark is not None:
            again = None if mark.redo is None else _taken(past.step(mark.redo))
            behind = itertools.islice(past.steps_back_from(mark.present), max(0, most - len(taken)))
            taken += [_taken(step) for step in behind if step.before is not None]
    return TakenSteps(undo=tuple(taken), redo=again)


def _taken(step: Step) -> TakenStep:
    return TakenStep(what=step.what, at=step.at)
