"""Files, folders and pasted text that come in: gathered, and each read."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from drafter.model.results import Reading

PASTED = "粘贴的文字"
_PASTE = Path("-")
_KNOWN = {
    ".txt", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".mht", ".mhtml", ".xlsx", ".xls", ".et", ".ods", ".odt",
    ".ofd", ".rtf",
}  # fmt: skip
_LONGEST_PASTE = 5_000_000


@dataclass(frozen=True)
class Incoming:
    """One thing to read: a file, or bytes that stand in none; `name` is how it is called to the user."""

    name: str
    path: Path | None = None
    data: bytes = b""

    def digest(self) -> str:
        """The sha256 of its bytes. Raises FileTrouble for what is no file or cannot be opened."""
        from drafter.library import provenance

        return provenance.digest_of(self.path) if self.path else hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """What became of reading one thing: a reading and the format it has, or the sentence why there is none."""

    incoming: Incoming
    reading: "Reading | None" = None
    format: str = ""
    error: str = ""


def gather(given: Iterable[Path]) -> tuple[list[Incoming], list[str]]:
    """All files given, those in given folders and below, and pasted text for -; and the names of files passed over.

    In a folder only files whose endings a reader knows are taken; links to folders are not followed.
    """
    found: dict[Path, Incoming] = {}
    skipped: list[str] = []
    for path in given:
        if path == _PASTE:
            found.setdefault(_PASTE, Incoming(PASTED, data=_pasted()))
        elif os.path.isdir(path):  # noqa: PTH112 - a name too long for the system is no folder; Path would raise
            for below in _files_below(path):
                if below.suffix.lower() in _KNOWN and not below.name.startswith((".", "~$")):
                    found.setdefault(below.absolute(), Incoming(_shown(below), below))
                else:
                    skipped.append(_shown(below))
        else:
            found.setdefault(path.absolute(), Incoming(_shown(path), path))
    return list(found.values()), skipped


def read_one(incoming: Incoming) -> Outcome:
    """Read one thing; what it cannot be read for is told in the outcome, so that the others go on."""
    from drafter import readers
    from drafter.errors import DrafterError
    from drafter.readers import sniff

    try:
        if incoming.path is None:
            reading, data = readers.read_bytes(incoming.data, incoming.name), incoming.data
        else:
            reading, data = readers.read(incoming.path), incoming.path.read_bytes()
        return Outcome(incoming, reading, sniff.kind_of(data, incoming.name).value)
    except DrafterError as error:
        return Outcome(incoming, error=_shown(str(error)))
    except OSError as error:
        from drafter.errors import system_reason

        return Outcome(incoming, error=f"打不开：{system_reason(error)}。请检查文件后重试。")
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        return Outcome(incoming, error=f"读的时候程序内部出错（{type(error).__name__}）。请把这个文件发给维护者。")


def _files_below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(here, name) for name in sorted(names))


def _shown(name: Path | str) -> str:
    from drafter.library import provenance

    return provenance.printable(str(name))


def _pasted() -> bytes:
    """What stands on the standard input; on a terminal the user is told how to end it."""
    if sys.stdin.isatty():
        key = "Ctrl+Z 再按回车" if os.name == "nt" else "Ctrl+D"
        click.echo(f"请粘贴通知全文，粘贴完另起一行按 {key}：", err=True)
    data = sys.stdin.buffer.read(_LONGEST_PASTE + 1)
    if len(data) > _LONGEST_PASTE:
        from drafter.errors import NotUnderstood

        raise NotUnderstood(f"粘贴的文字超过{_LONGEST_PASTE // 1_000_000}MB，不像一份通知。请只粘贴通知本身。")
    return data
