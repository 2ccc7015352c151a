"""What stands in the library's folder: which files changed since they were indexed, and the clauses in them."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError
from drafter.library import Library
from drafter.model.notice import Notice

_SAME_TICK = 2_000_000_000  # nanoseconds; a file so young may change again without its time showing it


class State(NamedTuple):
    """How a notice's file was when it was read: size, time of change (0: look again) and digest of its bytes."""

    size: int
    changed: int
    digest: str = ""

    def is_of(self, now: "State") -> bool:
        """Whether a file still looks as it did."""
        return (self.size, self.changed) == (now.size, now.changed)


class Row(NamedTuple):
    """A clause as it is put into the index: its place in the notice (3.2), its text, the heading of its item."""

    place: str
    text: str
    heading: str


class Indexed(NamedTuple):
    """A notice as it is put into the index; `fault` says why its file could not be read.

    `value` is all of it as JSON, which is read many times as fast as its file; None where there is none.
    """

    ref: str
    state: State
    rows: tuple[Row, ...] = ()
    value: str | None = None
    fault: str | None = None


def states(library: Library) -> dict[str, State]:
    """Size and time of change of every notice's file, by reference."""
    found = {}
    try:
        with os.scandir(library.folder / "notices") as entries:
            for entry in entries:
                if entry.name.endswith(".yaml") and not entry.name.startswith("."):
                    about = entry.stat()
                    found[entry.name.removesuffix(".yaml")] = State(about.st_size, about.st_mtime_ns)
    except FileNotFoundError:
        return {}
    return found


def digest_of(path: Path) -> str:
    """The digest of a file's bytes; empty where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def settled(state: State, digest: str) -> State:
    """A state to remember: without its time of change where the file is so young that it proves nothing."""
    young = time.time_ns() - state.changed < _SAME_TICK
    return State(state.size, 0 if young else state.changed, digest)


def read(library: Library, reference: str, state: State) -> Indexed:
    """The clauses of a notice as its file says now."""
    before = settled(state, digest_of(library.path_of(reference)))
    try:
        notice = library.notice(reference)
    except DrafterError as error:
        return Indexed(reference, before, fault=str(error))
    return Indexed(reference, before, tuple(_rows(notice)), notice.model_dump_json(exclude_defaults=True))


def _rows(notice: Notice) -> Iterator[Row]:
    for number, item in enumerate(notice.items, start=1):
        for position, clause in enumerate(item.all_clauses, start=1):
            yield Row(f"{number}.{position}", clause.text, item.heading or "")
