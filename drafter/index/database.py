"""The file of the index: its tables, opening and replacing it.

A whole index is written into a file of its own and then put in the place of the old one, so that no process ever
sees half of one; who has the old one open keeps reading it.
"""

import contextlib
import itertools
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

NAME = ".index.sqlite"
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE notice (
    id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    digest TEXT NOT NULL, fault TEXT
);
CREATE TABLE value (notice INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE clause (
    id INTEGER PRIMARY KEY, notice INTEGER NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, heading TEXT NOT NULL,
    print INTEGER NOT NULL
);
CREATE INDEX clause_of_notice ON clause (notice);
CREATE INDEX clause_of_print ON clause (print);
CREATE TABLE print (
    id INTEGER PRIMARY KEY, plain TEXT NOT NULL, signs TEXT NOT NULL, length REAL NOT NULL, sign_length REAL NOT NULL
);
CREATE TABLE feature (feature TEXT PRIMARY KEY, clauses INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE posting (
    id INTEGER PRIMARY KEY, feature TEXT NOT NULL, part INTEGER NOT NULL, prints INTEGER NOT NULL, ids BLOB NOT NULL,
    UNIQUE (feature, part)
);
CREATE TABLE band (
    first INTEGER PRIMARY KEY, behind INTEGER NOT NULL, length REAL NOT NULL, sign_length REAL NOT NULL
);
"""
_ABANDONED = 3600.0  # seconds after which an unfinished index is nobody's
_WAIT = 20.0  # seconds that a process waits for another one's update
_numbers = itertools.count()


def in_memory() -> sqlite3.Connection:
    """An empty index that lies nowhere."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(_SCHEMA)
    return connection


def existing(path: Path) -> sqlite3.Connection | None:
    """The index in a file; None where there is none or it cannot be read as one."""
    if not path.is_file():
        return None
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=_WAIT)
        connection.execute("SELECT count(*) FROM about").fetchone()
        connection.execute("SELECT id FROM posting LIMIT 1").fetchone()
        connection.execute("SELECT id FROM clause LIMIT 1").fetchone()
    except sqlite3.Error:
        if connection is not None:
            connection.close()
        return None
    return connection


@contextlib.contextmanager
def fresh_file(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty index that takes the place of the file when all went well. Raises OSError or sqlite3.Error."""
    _sweep(path)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{next(_numbers)}.tmp")
    try:
        connection = sqlite3.connect(temporary)
        try:
            # What is not finished is thrown away, so nothing need be safe against a crash before it is.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            yield connection
            connection.commit()
        finally:
            connection.close()
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Remove what processes left behind that ended before they were done."""
    with contextlib.suppress(OSError):
        for left in path.parent.glob(f"{path.name}.*.tmp"):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink(missing_ok=True)


def about(connection: sqlite3.Connection) -> dict[str, str]:
    """What the index says of itself."""
    return dict(connection.execute("SELECT name, value FROM about"))
