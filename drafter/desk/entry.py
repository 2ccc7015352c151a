"""Who may come in: whoever opens the address of this start, or knows the password.

The address carries a word made for one start, since addresses stay in histories and lists of processes. The browser
then holds a cookie made from the key of the workspace. That key is made once and kept in a file that only its user can
read, so that a page survives a restart of the desk.
"""

import hashlib
import hmac
import math
import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import FileTrouble, system_reason

_FILE = ".desk-key"
_LENGTH = 32
_OWN = 0o600
_FREE_TRIES = 5
_LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Entry:
    """What opens the desk: the key of the workspace, a password where one is asked for, the word of this start."""

    key: str
    password: str | None = None
    word: str = field(default_factory=lambda: secrets.token_urlsafe(_LENGTH))

    @property
    def pass_value(self) -> str:
        """What a browser that was let in holds; another password makes another."""
        text = f"desk {self.password or ''}"
        return hmac.new(self.key.encode(), text.encode(), hashlib.sha256).hexdigest()

    def admits_word(self, given: str) -> bool:
        """Whether this is the word of this start; where a password is asked for, no word opens."""
        return self.password is None and hmac.compare_digest(given.encode(), self.word.encode())

    def admits_password(self, given: str) -> bool:
        """Whether this is the password."""
        return self.password is not None and hmac.compare_digest(given.encode(), self.password.encode())

    def admits_pass(self, given: str) -> bool:
        """Whether a browser's cookie is one of ours."""
        return hmac.compare_digest(given.encode(), self.pass_value.encode())


class Tries:
    """How often the password was wrong, from anywhere: after a few tries each next one waits twice as long.

    All count together, since whoever guesses may have many addresses; who is in already is not held up.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._until = 0.0
        self._lock = threading.Lock()

    def wait(self) -> int:
        """The seconds until the next try is looked at, 0 where it is now."""
        with self._lock:
            return max(0, math.ceil(self._until - self._clock()))

    def failed(self) -> None:
        """A password was wrong."""
        with self._lock:
            self._wrong += 1
            if self._wrong >= _FREE_TRIES:
                self._until = self._clock() + min(2.0 ** (self._wrong - _FREE_TRIES), _LONGEST_WAIT)

    def succeeded(self) -> None:
        """The password was right."""
        with self._lock:
            self._wrong = 0


def key_of(folder: Path) -> str:
    """The key of a workspace, made when first asked for. Raises FileTrouble."""
    path = folder / _FILE
    try:
        if path.is_file():
            kept = path.read_text(encoding="ascii", errors="replace").strip()
            if len(kept) >= _LENGTH:
                path.chmod(_OWN)  # a copied folder may have opened it to others
                return kept
        key = secrets.token_urlsafe(_LENGTH)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWN), "w", encoding="ascii") as file:
            path.chmod(_OWN)
            file.write(key)
        return key
    except OSError as error:
        raise FileTrouble(f"{path} 读写不了：{system_reason(error)}。请检查工作区文件夹的权限。") from error
