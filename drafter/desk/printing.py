"""The pages of documents as they print, made one document at a time in a thread of its own: the page asks again.

What reads PDFs is loaded when pages are first asked for: the desk starts without it.
"""

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from drafter.desk.kept import Kept
from drafter.errors import UnfitValue

if TYPE_CHECKING:
    from drafter.measure.pictures import Pictured

_MOST = 6  # documents kept: some megabytes each
_MOST_WAITING = 2  # more would leave the other pages without a thread that answers them


class Printing:
    """Word documents as pictures of their pages, by the digest of the document; the newest few are kept."""

    def __init__(self, pictured: "Callable[[bytes], Pictured] | None" = None) -> None:
        """`pictured` makes the pages of a document; by default the office program that is found does."""
        self._pictured = pictured or _pictured
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="printing")
        self._kept: Kept[Future[Pictured]] = Kept(_MOST)
        self._waiting = threading.BoundedSemaphore(_MOST_WAITING)

    def ask(self, word: bytes) -> "tuple[str, Pictured | None]":
        """The key of a document, and its pages where they are ready.

        Raises NotConverted, once, where they could not be made; the next question tries again.
        """
        key, future = self._begun(word)
        if not future.done():
            return key, None
        if future.exception():
            self._kept.drop(key)
        return key, future.result()

    def whole(self, word: bytes) -> "Pictured":
        """The pages of a document, waited for. Raises NotConverted; UnfitValue where too many wait already."""
        if not self._waiting.acquire(blocking=False):
            raise UnfitValue("前面的 PDF 还在生成，这一份没有开始。请等它们好了再点一次。")
        try:
            return self._begun(word)[1].result()
        finally:
            self._waiting.release()

    def _begun(self, word: bytes) -> "tuple[str, Future[Pictured]]":
        key = hashlib.sha256(word).hexdigest()
        future = self._kept.get(key)
        if future is None:
            future = self._thread.submit(self._pictured, word)
            self._kept.put(key, future)
        return key, future

    def page(self, key: str, number: int) -> bytes | None:
        """A page (from 1) of a document whose pages are ready and still kept."""
        future = self._kept.get(key)
        if future is None or not future.done() or future.exception():
            return None
        pages = future.result().pages
        return pages[number - 1] if 1 <= number <= len(pages) else None


def _pictured(word: bytes) -> "Pictured":
    from drafter.measure import pictures  # noqa: PLC0415 - see the module's docstring

    return pictures.of(word)
