"""The index of a library: opened, kept up to date with the library's files, and asked."""

import contextlib
import gc
import hashlib
import sqlite3
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.index import building, database, files, finding
from drafter.index.building import Prepared, Progress
from drafter.index.files import Indexed, State
from drafter.library import Library
from drafter.model.notice import Notice
from drafter.similarity import Lexicon, known_features

_FORMAT = "6"  # of the tables and of what is put into them; another one is written anew
_SMALL = 3_000  # clauses; an index of so few is written anew in a moment, with fresh weights
_CHURN = 0.25


class Known(NamedTuple):
    """A notice in the index: its number there, and how its file was."""

    number: int
    state: State
    fault: str | None


class _Listed(NamedTuple):
    """A notice as it is written with a whole index."""

    ref: str
    state: State
    fault: str | None
    value: str | None


class _Plan(NamedTuple):
    """What is to be done: what is known and what is there now, files that look changed and files that are gone.

    In the doing, those that only look changed are entered in `same`, the others, read anew, in `changed`.
    """

    known: dict[str, Known]
    now: dict[str, State]
    stale: list[str]
    gone: list[str]
    fingerprint: str
    same: dict[str, State]
    changed: list[Indexed]


class Index:
    """The clauses of a library, found by likeness. Opened by `Index.open`."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._path = library.folder / database.NAME
        self._connection = database.existing(self._path) or database.in_memory()
        self._file = _identity(self._path)
        self._lexicon = lexicon_of(library)
        self._faults: tuple[tuple[str, str], ...] = ()

    @classmethod
    def open(cls, library: Library, progress: Progress | None = None) -> "Index":
        """The index of a library, brought up to date; `progress` hears how many files are done, of how many."""
        index = cls(library)
        index.refresh(progress)
        return index

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """The notices whose files could not be read, with the reason; they are not searched."""
        return self._faults

    def close(self) -> None:
        """Let go of the index's file."""
        self._connection.close()

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what changed in the library's files since the last time."""
        try:
            self._refresh(progress)
        except sqlite3.Error:
            # The file was spoilt or is held by another process: what is derived is made anew.
            self._connection.close()
            self._connection = database.in_memory()
            self._refresh(progress)

    def search(self, text: str, limit: int = 20, *, leave_out: Set[str] = frozenset()) -> list[finding.Hit]:
        """The clauses most like the text, at most `limit`, the likest first.

        `leave_out` holds references of notices, items or clauses that are not wanted.
        """
        try:
            return finding.search(self._connection, text, self._lexicon, limit=limit, leave_out=leave_out)
        except sqlite3.Error:
            self._connection.close()
            self._connection = database.in_memory()
            self._refresh(None)
            return finding.search(self._connection, text, self._lexicon, limit=limit, leave_out=leave_out)

    def notice(self, ref: str) -> Notice | None:
        """A notice as it was when last brought up to date, read many times as fast as its file.

        None for one that is not there, that could not be read, or whose value here is spoilt.
        """
        try:
            found = self._connection.execute(
                "SELECT json FROM value JOIN notice ON id = notice WHERE ref = ?", (ref,)
            ).fetchone()
            return Notice.model_validate_json(found[0]) if found else None
        except (sqlite3.Error, ValueError):
            return None

    def _refresh(self, progress: Progress | None) -> None:
        self._take_replaced_file()
        now = files.states(self._library)
        fingerprint = _fingerprint(self._library)
        known = self._known() if database.about(self._connection).get("made of") == fingerprint else {}
        fits = bool(known) or (not now and "made of" in database.about(self._connection))
        stale = [ref for ref, state in now.items() if ref not in known or not known[ref].state.is_of(state)]
        gone = [ref for ref in known if ref not in now]
        if stale or gone or not fits:
            with _no_collecting():
                self._update(_Plan(known, now, stale, gone, fingerprint, {}, []), progress)
        self._faults = tuple((ref, one.fault) for ref, one in sorted(self._known().items()) if one.fault is not None)

    def _take_replaced_file(self) -> None:
        """Open the file that another process put in the place of ours; without any, ours is written again."""
        if self._file == _identity(self._path):
            return
        self._connection.close()
        self._connection = database.existing(self._path) or database.in_memory()
        self._file = _identity(self._path)

    def _update(self, plan: _Plan, progress: Progress | None) -> None:
        for done, ref in enumerate(plan.stale, start=1):
            digest = files.digest_of(self._library.path_of(ref)) if ref in plan.known else ""
            if digest and digest == plan.known[ref].state.digest:
                plan.same[ref] = files.settled(plan.now[ref], digest)
            else:
                plan.changed.append(files.read(self._library, ref, plan.now[ref]))
            if progress:
                progress(done, len(plan.stale))
        about = database.about(self._connection)
        churn = int(about.get("changes", 0)) + sum(len(one.rows) for one in plan.changed)
        whole = int(about.get("clauses", 0))
        if plan.known and not plan.changed and not plan.gone:
            self._remember(plan)
        elif not plan.known or whole <= _SMALL or churn > _CHURN * whole:
            self._rewrite(plan)
        elif not self._change(plan, churn):
            self._refresh(progress)

    def _known(self) -> dict[str, Known]:
        rows = self._connection.execute("SELECT ref, id, size, changed, digest, fault FROM notice")
        return {ref: Known(number, State(size, at, digest), fault) for ref, number, size, at, digest, fault in rows}

    def _remember(self, plan: _Plan) -> None:
        """Note that files look different but are the same."""
        with contextlib.suppress(sqlite3.OperationalError), self._connection:  # a folder that is read only now
            self._note(plan)

    def _note(self, plan: _Plan) -> None:
        for ref, state in plan.same.items():
            building.write_notice(self._connection, plan.known[ref].number, ref, state, plan.known[ref].fault)

    def _rewrite(self, plan: _Plan) -> None:
        """Write the whole index anew, into its file where that can be, else in memory."""
        notices: list[_Listed] = []
        clauses: list[Prepared] = []
        new = {one.ref: one for one in plan.changed}
        signs_of = cache(self._lexicon.signs)  # many clauses are copies of others
        for number, ref in enumerate(sorted({*plan.known, *new} - set(plan.gone))):
            if ref in new:
                clauses += building.prepared(number, new[ref], signs_of)
                notices.append(_Listed(ref, new[ref].state, new[ref].fault, new[ref].value))
            else:
                known = plan.known[ref]
                clauses += building.stored(self._connection, number, known.number)
                value = building.stored_value(self._connection, known.number)
                notices.append(_Listed(ref, plan.same.get(ref, known.state), known.fault, value))
        try:
            with database.fresh_file(self._path) as connection:
                _write(connection, notices, clauses, self._lexicon, plan.fingerprint)
            made = database.existing(self._path)
        except (OSError, sqlite3.OperationalError):
            made = None
        if made is None:
            made = database.in_memory()
            _write(made, notices, clauses, self._lexicon, plan.fingerprint)
        self._connection.close()
        self._connection = made
        self._file = _identity(self._path)

    def _change(self, plan: _Plan, churn: int) -> bool:
        """Put the changed notices into the index that stands; not so when another process changed it meanwhile."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if self._known() != plan.known:
                return False
            for ref in (*plan.gone, *(one.ref for one in plan.changed if one.ref in plan.known)):
                building.take_out(self._connection, plan.known[ref].number)
            self._note(plan)
            (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM notice").fetchone()
            clauses: list[Prepared] = []
            for number, notice in enumerate(plan.changed, start=last + 1):
                building.write_notice(self._connection, number, notice.ref, notice.state, notice.fault)
                building.write_value(self._connection, number, notice.value)
                clauses += building.prepared(number, notice, self._lexicon.signs)
            features = {feature for one in clauses for feature in known_features(one.plain, one.signs)}
            weights = finding.weights_for(self._connection, features, self._lexicon)
            building.append(self._connection, clauses, weights)
            building.tell(self._connection, {"changes": str(churn)})
        return True


def lexicon_of(library: Library) -> Lexicon:
    """The lexicon that a library's register of synonyms makes."""
    register = library.synonyms
    return Lexicon(register.groups, register.common, register.light)


def _write(
    connection: sqlite3.Connection,
    notices: list[_Listed],
    clauses: list[Prepared],
    lexicon: Lexicon,
    fingerprint: str,
) -> None:
    for number, one in enumerate(notices):
        building.write_notice(connection, number, one.ref, one.state, one.fault)
        building.write_value(connection, number, one.value)
    building.write_whole(connection, clauses, lexicon)
    building.tell(connection, {"made of": fingerprint})
    connection.commit()


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Garbage is not looked for meanwhile: what is read is kept, and looking it through takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None where there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def _fingerprint(library: Library) -> str:
    """What an index depends on beside the notices: its format and the register of synonyms."""
    register = library.synonyms
    made_of = repr((_FORMAT, register.groups, register.common, register.light))
    return hashlib.sha256(made_of.encode("utf-8")).hexdigest()
