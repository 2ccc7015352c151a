"""Running drafter on a terminal of its own, as a person at the keyboard does."""

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

from tests.conftest import ROOT


def typed(at: Path, *args: object, answers: str = "", **environment: str) -> tuple[int, str]:
    """Run drafter on a terminal, the answers typed ahead; returns exit code and all that was shown."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", *map(str, args)],
        cwd=at,
        env={**plain, "PYTHONPATH": str(ROOT), "TERM": "xterm", "LANG": "C.UTF-8", "PYTHONUTF8": "1", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    shown: list[bytes] = []

    def drain() -> None:
        try:
            while part := os.read(ours, 65536):
                shown.append(part)
        except OSError:  # the terminal closes with its last process
            pass

    reader = threading.Thread(target=drain)
    reader.start()
    os.write(ours, answers.encode())
    code = process.wait(timeout=120)
    reader.join(timeout=60)
    os.close(ours)
    return code, b"".join(shown).decode("utf-8", "replace")
