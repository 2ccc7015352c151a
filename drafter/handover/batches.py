"""Several documents handed over at once: names that every system can hold, and files that never hide each other."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.render import Rendered

_UNSAFE = {ord(half): full for half, full in zip('\\/:*?"<>|', "＼／：＊？＂＜＞｜", strict=True)}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MOST_BYTES = 96  # of a part; two of them, a number and an ending stay below the 255 that file systems allow


@dataclass(frozen=True)
class Batch:
    """Finished documents by the names of their files, and what a drafter is to know of them.

    `kind` is what the names of all such files begin with.
    """

    kind: str
    documents: dict[str, Rendered]
    notes: tuple[str, ...] = ()

    def save(self, folder: Path) -> tuple[list[Path], list[str]]:
        """Write all files into a folder; returns their paths and the notes, those on files found there too.

        Raises FileTrouble.
        """
        written, notes, kept = [], list(self.notes), set()
        for name, document in self.documents.items():
            other = document.save(folder / name)
            written.append(folder / name)
            if other:
                kept.add(other.name)
                notes.append(f"原有的 {name} 内容不同，已另存为 {other.name}")
        here = {path.name for path in folder.iterdir() if path.name.startswith(self.kind) and path.suffix == ".docx"}
        earlier = sorted(here - kept - set(self.documents))
        if earlier:
            notes.append(f"文件夹里还有以前的文件，这次没有动，请核对要不要留：{'、'.join(earlier)}")
        return written, notes


def file_names(parts: Iterable[tuple[str, ...]]) -> list[str]:
    """A .docx name for each row of parts, joined by -; no two are one file on any system."""
    names: list[str] = []
    taken: set[str] = set()
    for row in parts:
        stem = "-".join(safe(part) for part in row)
        name, number = stem, 1
        while _as_compared(name) in taken:
            number += 1
            name = f"{stem}（{number}）"
        taken.add(_as_compared(name))
        names.append(f"{name}.docx")
    return names


def safe(part: str) -> str:
    """A part of a name: forbidden characters as full-width ones, the others without a shape as _, a long one cut."""
    shown = "".join("_" if unicodedata.category(char)[0] == "C" else char for char in part.translate(_UNSAFE))
    shown = shown.strip(". \u3000") or "_"
    if _RESERVED.fullmatch(shown):
        shown = f"_{shown}"
    if len(shown.encode("utf-8")) <= _MOST_BYTES:
        return shown
    return shown.encode("utf-8")[: _MOST_BYTES - 3].decode("utf-8", errors="ignore") + "…"


def _as_compared(name: str) -> str:
    """A name as the least exact file system compares it."""
    return unicodedata.normalize("NFKC", name).casefold()
