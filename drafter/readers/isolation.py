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

# Until the answer is there. The process keeps a stricter time itself once it has started; LibreOffice cannot.
_SECONDS = 20.0
_GRACE = 3.0  # for a process told to end to close what it started
_ROOT = str(Path(__file__).resolve().parents[2])


class Unreadable(NotUnderstood):
    """A reader gave up on a file; another may still read it."""


def blocks_apart(kind: str, data: bytes, name: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a file and what its reader told, made in a process of its own.

    Raises Unreadable where the reader refuses, crashes, or takes too long or too much memory.
    """
    answer = _answer(kind, data, name)
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    found: list[Block] = [_block(what, values) for what, values in answer["blocks"]]
    return found, [Note(**values) for values in answer["notes"]]


def _block(what: str, values: dict[str, Any]) -> Block:
    if what == "Table":
        return Table(rows=tuple(map(tuple, values["rows"])), where=values["where"])
    return Line(**values) if what == "Line" else Margin(**values)


def _answer(kind: str, data: bytes, name: str) -> dict[str, Any]:
    paths = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(  # noqa: S603 - this interpreter with a module of ours
        [sys.executable, "-m", "drafter.readers.child", kind, name],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        out, _ = process.communicate(data, timeout=_SECONDS)
        answer: dict[str, Any] = json.loads(out)
        return answer
    except (subprocess.TimeoutExpired, ValueError, OSError):  # no answer, or half of one: the process ended early
        raise Unreadable(
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
