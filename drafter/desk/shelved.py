"""The notices of the library, each read once as long as its file stays what it is; faulty ones told apart."""

import threading
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library import Library, lookup
from drafter.library.lookup import Held
from drafter.model.notice import Notice

_Stamp = tuple[int, int]
_Read = tuple[Notice, tuple[str, ...]]  # a notice and its texts as they are searched


@dataclass(frozen=True)
class Shelved:
    """The notices that can be read, with their references; their texts as they are searched, by reference.

    `faults` holds the sentence about each that cannot be read.
    """

    notices: Held
    plain: dict[str, tuple[str, ...]]
    faults: tuple[str, ...] = ()


class Notices:
    """Reads the notices of a library, and only those again whose files changed."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[_Stamp, _Read | str]] = {}
        self._lock = threading.Lock()

    def of(self, library: Library) -> Shelved:
        """All notices as they are now."""
        with self._lock:
            now = {library.path_of(reference): reference for reference in library.references()}
            self._read = {path: self._one(path, reference, library) for path, reference in now.items()}
            read = [(reference, self._read[path][1]) for path, reference in now.items()]
        good = [(reference, one) for reference, one in read if not isinstance(one, str)]
        return Shelved(
            notices=[(reference, notice) for reference, (notice, _) in good],
            plain={reference: texts for reference, (_, texts) in good},
            faults=tuple(one for _, one in read if isinstance(one, str)),
        )

    def _one(self, path: Path, reference: str, library: Library) -> tuple[_Stamp, _Read | str]:
        try:
            state = path.stat()
        except OSError:
            return (0, 0), f"{path.name} 打不开。请检查文件权限。"
        stamp = (state.st_mtime_ns, state.st_size)
        kept = self._read.get(path)
        if kept and kept[0] == stamp:
            return kept
        try:
            notice = library.notice(reference)
            return stamp, (notice, lookup.plain_texts(notice))
        except DrafterError as error:
            return stamp, error.message
