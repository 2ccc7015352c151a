"""A process of its own for formats whose readers may hang or swell: file in by stdin, blocks out as JSON."""

import dataclasses
import faulthandler
import importlib
import json
import math
import os
import signal
import sys
import time

from drafter.errors import DrafterError
from drafter.readers.notes import Notes

# What a process may take. LibreOffice maps far more than it uses, so for it only what it writes to is counted.
_MEMORY = 480_000_000
_SECONDS = 4  # of the processor where the system counts it, of the clock on Windows
_PATIENCE = 15.0  # by the clock, for a reader that waits
_OFFICE = "foreign"
_MODULES = {
    "pdf": "drafter.readers.pdf",
    "legacy": "drafter.readers.legacy_word",
    "sheet": "drafter.readers.spreadsheet",
    _OFFICE: "drafter.readers.foreign",
}


def main(arguments: list[str]) -> None:
    """Read one file of the kind named; the answer is either the blocks and notes or the refusal."""
    kind, name = arguments
    reader = importlib.import_module(_MODULES[kind])
    data = sys.stdin.buffer.read()
    _limit(kind)
    notes = Notes()
    answer: dict[str, object]
    try:
        found = reader.blocks(data, name, notes)
        answer = {
            "blocks": [[type(block).__name__, dataclasses.asdict(block)] for block in found],
            "notes": [dataclasses.asdict(note) for note in notes.all],
        }
    except DrafterError as refusal:
        answer = {"refusal": str(refusal)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.flush()


def _limit(kind: str) -> None:
    """Bound time and memory from here on: how long a busy machine takes to start Python is no fault of a file.

    The watchdog needs no help of the interpreter, which a library may hold. LibreOffice is a process of its own, which
    must be ended with this one: its time is kept by the parent, whose signal to end lets us do that.
    """
    if kind == _OFFICE:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    else:
        patience = _SECONDS if sys.platform == "win32" else _PATIENCE
        faulthandler.dump_traceback_later(patience, exit=True, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123 - open to the end
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        what = resource.RLIMIT_DATA if kind == _OFFICE else resource.RLIMIT_AS
        resource.setrlimit(what, (_MEMORY, _MEMORY))
        if kind != _OFFICE:
            seconds = math.ceil(time.process_time()) + _SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    main(sys.argv[1:])
