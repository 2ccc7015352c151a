"""What comes in to be imported, a file or bytes that stand in none, and each read on its own."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from drafter import readers
from drafter.errors import DrafterError, system_reason
from drafter.library import provenance
from drafter.model.results import Reading
from drafter.readers import sniff


@dataclass(frozen=True)
class Incoming:
    """One thing to read: a file, or bytes that stand in none; `name` is how it is called to the user.

    `sha256` is the digest of bytes that were read before and are not kept.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    sha256: str = ""

    def digest(self) -> str:
        """The sha256 of its bytes. Raises FileTrouble for what is no file or cannot be opened."""
        if self.sha256:
            return self.sha256
        return provenance.digest_of(self.path) if self.path else hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """What became of reading one thing: a reading and the format it has, or the sentence why there is none."""

    incoming: Incoming
    reading: Reading | None = None
    format: str = ""
    error: str = ""


def read_one(incoming: Incoming) -> Outcome:
    """Read one thing; what it cannot be read for is told in the outcome, so that the others go on."""
    try:
        if incoming.path is None:
            reading, data = readers.read_bytes(incoming.data, incoming.name), incoming.data
        else:
            reading, data = readers.read(incoming.path), incoming.path.read_bytes()
        return Outcome(incoming, reading, sniff.kind_of(data, incoming.name).value)
    except DrafterError as error:
        return Outcome(incoming, error=provenance.printable(str(error)))
    except OSError as error:
        return Outcome(incoming, error=f"打不开：{system_reason(error)}。请检查文件后重试。")
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        return Outcome(incoming, error=f"读的时候程序内部出错（{type(error).__name__}）。请把这个文件发给维护者。")
