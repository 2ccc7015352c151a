"""Files, folders and pasted text that are given to a command, gathered."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from drafter.handover.incoming import Incoming

PASTED = "粘贴的文字"
_PASTE = Path("-")
_KNOWN = {
    ".txt", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".mht", ".mhtml", ".xlsx", ".xls", ".et", ".ods", ".odt",
    ".ofd", ".rtf",
}  # fmt: skip
_LONGEST_PASTE = 5_000_000


def gather(given: Iterable[Path]) -> "tuple[list[Incoming], list[str]]":
    """All files given, those in given folders and below, and pasted text for -; and the names of files passed over.

    In a folder only files whose endings a reader knows are taken; links to folders are not followed.
    """
    from drafter.handover.incoming import Incoming

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
