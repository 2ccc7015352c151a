"""Questions to the library, answered one at a time in a thread of its own: its index belongs to one thread.

The library is opened anew when a notice came or went, and when it has been open for a while.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from drafter.library import Library
from drafter.suggest import Shelf

_T = TypeVar("_T")
_KEPT_SECONDS = 300.0


class Asking:
    """A library open for many questions."""

    def __init__(self, library: Callable[[], Library]) -> None:
        """`library` gives the library as it is now; another object where its registers were edited."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library = library
        self._shelf: Shelf | None = None
        self._stamp = 0
        self._opened = 0.0

    def ask(self, question: Callable[[Shelf], _T]) -> _T:
        """The answer to a question; raises what it raises."""
        return self._thread.submit(lambda: question(self._open())).result()

    def warm(self) -> None:
        """Open the library without waiting for it."""
        self._thread.submit(self._open)

    def _open(self) -> Shelf:
        library = self._library()
        stamp = (library.folder / "notices").stat().st_mtime_ns
        old = time.monotonic() - self._opened > _KEPT_SECONDS
        if self._shelf is None or self._shelf.library is not library or stamp != self._stamp or old:
            if self._shelf:
                self._shelf.index.close()
            self._shelf, self._stamp, self._opened = Shelf(library), stamp, time.monotonic()
        return self._shelf
