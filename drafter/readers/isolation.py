"""Reading in a process of its own, with a time limit: what a hostile file can hang or crash is only that process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.notes import Note

# Until the answer is there. The process keeps a stricter time itself once it has started.
_SECONDS = 20.0
# LibreOffice cannot: its start alone takes 2 s on a quick machine and 10 s on a slow one, and is not told apart from
# what a file makes it do. A large file has the time that is bearable at all, a small one the time for a slow start.
_OFFICE_SECONDS = {"small": 12.0, "large": 4.5}
_SMALL = 1_000_000
_GRACE = 3.0  # for a process told to end to close what it started
OFFICE = "foreign"  # the kind that LibreOffice reads
_ROOT = str(Path(__file__).resolve().parents[2])


class Unreadable(NotUnderstood):
    """A reader refused a file; another may still read it."""


class GaveUp(Unreadable):
    """A reader crashed on a file, or took too long: no other is to be tried."""


def blocks_apart(kind: str, data: bytes, name: str, spent: float = 0.0) -> tuple[list[Block], list[Note]]:
    """The blocks of a file and what its reader told, made in a process of its own; `spent` seconds went before.

    Raises Unreadable where the reader refuses, GaveUp where it crashes or takes too long or too much memory.
    """
    seconds = _SECONDS if kind != OFFICE else _OFFICE_SECONDS["small" if len(data) <= _SMALL else "large"]
    answer = _answer(kind, data, name, max(seconds - spent, 0.0))
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    found: list[Block] = [_block(what, values) for what, values in answer["blocks"]]
    return found, [Note(**values) for values in answer["notes"]]


def _block(what: str, values: dict[str, Any]) -> Block:
    if what == "Table":
        return Table(rows=tuple(map(tuple, values["rows"])), where=values["where"])
    return Line(**values) if what == "Line" else Margin(**values)


def _answer(kind: str, data: bytes, name: str, seconds: float) -> dict[str, Any]:
    paths = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(  # noqa: S603 - this interpreter with a module of ours
        [sys.executable, "-m", "drafter.readers.child", kind, name],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        out, _ = process.communicate(data, timeout=seconds)
        answer: dict[str, Any] = json.loads(out)
        return answer
    except (subprocess.TimeoutExpired, ValueError, OSError):  # no answer, or half of one: the process ended early
        raise GaveUp(
            f"{name} 太复杂或已损坏，没有读成。请用原来的程序打开并另存为 .docx，或把文字粘贴到 .txt 后重试。"
        ) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and whatever it started; nothing happens to one that has ended by itself."""
    if process.poll() is None and sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603 - a program of Windows itself
    elif process.poll() is None:
        process.terminate()
    try:
        process.communicate(timeout=_GRACE)
    except (subprocess.TimeoutExpired, ValueError, OSError):
        process.kill()
        process.wait()
