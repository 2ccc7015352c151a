"""A draft on disk: its YAML, its backup, and beside it the append-only history that undo goes back by."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, FileTrouble, StaleFile
from drafter.library import comments, files, value_file
from drafter.model.draft import Draft

_FIRST = ("place", "source", "issuer", "year")


class NothingToUndo(DrafterError):
    """The history holds no earlier state of the draft."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 没有可以撤销的步骤。")


def history_path(path: Path) -> Path:
    """The history file that stands beside a draft."""
    return path.with_name(path.name + ".history")


def to_text(draft: Draft) -> str:
    """The file text of a draft."""
    return value_file.to_text(draft, first=_FIRST, behind=("items", "list_title"))


def load(path: Path) -> tuple[Draft, str]:
    """The draft in a file and the digest of its text. Raises FileTrouble or BrokenFile."""
    return value_file.load(Draft, path)


def create(path: Path, draft: Draft) -> None:
    """Write a new draft. Raises FileTrouble where the file is already there."""
    if path.exists():
        raise FileTrouble(f"{path} 已经存在，没有覆盖。请用 -o 换一个文件名。")
    text = to_text(draft)
    with files.locked(path):
        _record(path, {"what": "new", "text": text})
        files.replace_text(path, text, expected=None)


def save(path: Path, draft: Draft, *, expected: str, what: str) -> str:
    """Write a changed draft over the one that was read; returns the digest of the new text.

    `expected` is the digest from load, `what` names the step in the history. Raises StaleFile.
    """
    with files.locked(path):
        current = files.read_text(path)
        if files.digest(current) != expected:
            raise StaleFile(path)
        text = comments.carry(current, to_text(draft), path)
        _note_outside_change(path, current)
        _record(path, {"what": what, "text": text})
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

    A change made outside of this tool counts as a step of its own. Raises NothingToUndo.
    """
    with files.locked(path):
        current = files.read_text(path)
        value_file.parse(Draft, current, path)
        _note_outside_change(path, current)
        states = _states(path)
        if states and states[-1]["text"] != current:
            states.pop()
        if len(states) < 2:
            raise NothingToUndo(path)
        undone, before = states[-1], states[-2]
        _record(path, {"what": "undo", "steps": len(states) - 1})
        files.replace_text(path, before["text"], expected=files.digest(current))
    return str(undone["what"])


def _states(path: Path) -> list[dict[str, Any]]:
    """The states that lead to the present one, oldest first. A torn last line is passed over."""
    states: list[dict[str, Any]] = []
    try:
        lines = history_path(path).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return states
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if record["what"] == "undo":
            del states[record["steps"] :]
        else:
            states.append(record)
    return states


def _note_outside_change(path: Path, current: str) -> None:
    """Record the text on disk when it is not the last one recorded, so that undo can come back to it.

    The last record may be a step that was cut off before its file was written: then the state below is the present.
    """
    states = _states(path)
    known = [state["text"] for state in states[-2:]]
    if not known or current not in known:
        _record(path, {"what": "在工具之外修改", "text": current})
    elif known[-1] != current:
        _record(path, {"what": "undo", "steps": len(states) - 1})


def _record(path: Path, record: dict[str, Any]) -> None:
    """Append one line to the history, on disk before anything else happens."""
    record = {"at": datetime.datetime.now().isoformat(timespec="seconds"), **record}
    line = json.dumps(record, ensure_ascii=False) + "\n"
    target = history_path(path)
    with files.explained(target), target.open("a+b") as file:
        if file.tell() and not _ends_with_line_feed(target):
            file.write(b"\n")
        file.write(line.encode("utf-8"))
        file.flush()
        files.sync(file)


def _ends_with_line_feed(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"
