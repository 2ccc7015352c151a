"""A draft on disk: its YAML, its backup, and beside it the append-only history that undo goes back by."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, FileTrouble, StaleFile
from drafter.library import comments, files, value_file
from drafter.model.draft import Draft

_FIRST = ("place", "source", "issuer", "year")
_NEW, _UNDO, _OUTSIDE = "new", "undo", "在工具之外的修改"


class NothingToUndo(DrafterError):
    """The history holds no earlier state of the draft."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 没有可以撤销的步骤。用 drafter show 看草稿现在的内容。")


def history_path(path: Path) -> Path:
    """The history file that stands beside a draft."""
    return path.with_name(path.name + ".history")


def to_text(draft: Draft) -> str:
    """The file text of a draft."""
    return value_file.to_text(draft, first=_FIRST, behind=("items", "list_title"))


def load(path: Path) -> tuple[Draft, str]:
    """The draft in a file and the digest of its text. Raises FileTrouble or BrokenFile."""
    text = files.read_text(path)
    if re.search(r"^issuer:", text, re.MULTILINE) and not re.search(r"^place:", text, re.MULTILINE):
        raise FileTrouble(f"{path} 是文库中的通知，不是草稿。要以它为底稿，请用 drafter new。")
    return value_file.parse(Draft, text, path), files.digest(text)


def create(path: Path, draft: Draft) -> None:
    """Write a new draft; its history begins here. Raises FileTrouble where the file is already there."""
    text = to_text(draft)
    value_file.parse(Draft, text, path)
    with files.locked(path):
        if path.exists():
            raise FileTrouble(f"{path} 已经存在，没有覆盖。请用 -o 换一个文件名。")
        _record(path, {"what": _NEW, "text": text})
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
        value_file.parse(Draft, text, path)
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

    A change made outside of this tool counts as a step of its own, even one that left the file unreadable.
    Raises NothingToUndo.
    """
    with files.locked(path):
        current = files.read_text(path)
        _note_outside_change(path, current)
        states = _states(path)
        if len(states) < 2:
            raise NothingToUndo(path)
        undone, before = states[-1], states[-2]
        _record(path, {"what": _UNDO, "steps": len(states) - 1})
        files.replace_text(path, before["text"], expected=files.digest(current))
    return str(undone["what"])


def _states(path: Path) -> list[dict[str, Any]]:
    """The states that lead to the present one, oldest first. A torn line is passed over."""
    states: list[dict[str, Any]] = []
    with files.explained(history_path(path)):
        try:
            lines = history_path(path).read_bytes().split(b"\n")
        except FileNotFoundError:
            return states
    for line in lines:
        record = _parsed(line)
        if record is None:
            continue
        if record["what"] == _NEW:
            states = []
        if record["what"] == _UNDO:
            del states[record["steps"] :]
        else:
            states.append(record)
    return states


def _parsed(line: bytes) -> dict[str, Any] | None:
    """A record of the history; None for a line that a cut-off write left torn."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    complete = isinstance(record, dict) and (
        isinstance(record.get("steps"), int) if record.get("what") == _UNDO else isinstance(record.get("text"), str)
    )
    return record if complete else None


def _note_outside_change(path: Path, current: str) -> None:
    """Record the text on disk when it is not the last one recorded, so that undo can come back to it.

    The last record may be a step that was cut off before its file was written: then the state below is the present.
    """
    states = _states(path)
    known = [state["text"] for state in states[-2:]]
    if not known or current not in known:
        _record(path, {"what": _OUTSIDE, "text": current})
    elif known[-1] != current:
        _record(path, {"what": _UNDO, "steps": len(states) - 1})


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
