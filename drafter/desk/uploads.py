"""Files that came in through the page, read and waiting for the decision: in memory only, few, and not for long."""

import dataclasses
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from drafter.desk.kept import Kept
from drafter.errors import UnfitValue
from drafter.handover.incoming import Incoming, Outcome, read_one
from drafter.library.provenance import printable
from drafter.text.columns import harmless

MOST_FILES = 50
MINUTES = 30
_MOST_BATCHES = 4
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Batch:
    """The outcomes of one upload in order, and until when they are kept (seconds of the clock)."""

    outcomes: tuple[Outcome, ...]
    until: float


class Uploads:
    """The batches that wait; each is known by an id that cannot be guessed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._batches = Kept[Batch](_MOST_BATCHES)
        self._lock = threading.Lock()

    def add(self, key: str | None, name: str, data: bytes) -> str:
        """Read a file and put it with the batch of an id, or with a new one; returns the id.

        Raises UnfitValue where the batch is full or gone.
        """
        if key and len(self.of(key).outcomes) >= MOST_FILES:
            raise UnfitValue(f"一次最多{MOST_FILES}份文件，“{shown(name)}”没有收下。请先处理这一批，再导入其余的。")
        read = read_one(Incoming(shown(name), data=data))
        digest = read.incoming.digest()  # the bytes themselves are not kept
        outcome = dataclasses.replace(read, incoming=Incoming(shown(name), sha256=digest))
        with self._lock:
            before = self.of(key).outcomes if key else ()
            key = key or secrets.token_urlsafe(24)
            self._batches.put(key, Batch((*before, outcome), self._clock() + MINUTES * 60))
        return key

    def of(self, key: str) -> Batch:
        """The batch of an id. Raises UnfitValue where it is gone."""
        batch = self._batches.get(key)
        if batch is None or batch.until < self._clock():
            self._batches.drop(key)
            raise UnfitValue(
                f"这批文件已经不在了：放了超过{MINUTES}分钟、已经处理过，或拟稿台重开过。没有存入的请重新导入。"
            )
        return batch

    def drop(self, key: str) -> None:
        """Keep a batch no longer: it was decided on."""
        self._batches.drop(key)


def shown(name: str) -> str:
    """The name of a file as a browser sent it: the last part, harmless, not too long; it is text and never a path."""
    last = harmless(printable(name.replace("\\", "/").rpartition("/")[2])).strip()
    if len(last) > _LONGEST_NAME:
        last = f"{last[: _LONGEST_NAME // 2]}…{last[-_LONGEST_NAME // 2 :]}"
    return last or "未命名的文件"
