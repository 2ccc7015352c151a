"""Writing the index: all of it, or the clauses of a few changed notices into an index that stands.

Clauses of the same folded text have one print, and are weighed once. Postings name the prints that have a character, a
pair of them or a sign, or have it twice or three times. Part 0 holds what was there when the whole was written, as sets
(drafter/index/bitmaps.py) of prints that are numbered so that those of about the same lengths are neighbours, part 1
what came later, as numbers of four bytes. The weights are those of the whole as written; when a quarter of it has
changed, or when it is small, all is written anew.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.index.bitmaps import packed
from drafter.index.files import Indexed, State
from drafter.similarity import Lexicon, Print, Weights, pairs
from drafter.similarity import folded as fold

Progress = Callable[[int, int], None]
REPEATS = ("2", "3")  # behind a feature: that it stands there so often at least; figures are masked in what is folded
_BANDS, _GROUPS, _LEAST_BYTES = 256, 8, 32
_CLAUSE = "INSERT INTO clause (notice, place, text, heading, print) VALUES (?, ?, ?, ?, ?)"
_PRINT = "INSERT INTO print VALUES (?, ?, ?, ?, ?)"
_POSTING = "INSERT OR REPLACE INTO posting (feature, part, prints, ids) VALUES (?, ?, ?, ?)"


class Prepared(NamedTuple):
    """A clause ready to be indexed, with the number of its notice."""

    notice: int
    place: str
    text: str
    heading: str
    plain: str
    signs: str


def prepared(number: int, notice: Indexed, signs_of: Callable[[str], str]) -> Iterator[Prepared]:
    """The clauses of a notice, folded and with their signs."""
    for row in notice.rows:
        plain = fold(row.text)
        yield Prepared(number, row.place, row.text, row.heading, plain, signs_of(plain))


def stored(connection: sqlite3.Connection, number: int, notice: int) -> list[Prepared]:
    """The clauses of a notice as an index has them, under another number."""
    rows = connection.execute(
        "SELECT place, text, heading, plain, signs FROM clause JOIN print ON print.id = print"
        " WHERE notice = ? ORDER BY clause.id",
        (notice,),
    )
    return [Prepared(number, *row) for row in rows]


def stored_value(connection: sqlite3.Connection, notice: int) -> str | None:
    """The value of a notice as an index has it."""
    found = connection.execute("SELECT json FROM value WHERE notice = ?", (notice,)).fetchone()
    return found[0] if found else None


def write_whole(connection: sqlite3.Connection, clauses: list[Prepared], lexicon: Lexicon) -> None:
    """Write clauses, weights and postings into an empty index; the notices are written beside."""
    signs = {clause.plain: clause.signs for clause in clauses}
    often = Counter(clause.plain for clause in clauses)
    plains = list(signs)
    postings = _postings(enumerate(signs.items()))
    counts = _counts(postings, list(map(often.__getitem__, plains)))
    weights = Weights(counts, len(clauses), lexicon)
    prints = [weights.print(*one) for one in signs.items()]
    order = _arranged(prints)
    numbers = array("I", bytes(4 * len(prints)))
    for number, at in enumerate(order):
        numbers[at] = number
    connection.executemany(_PRINT, ((number, *prints[at]) for number, at in enumerate(order)))
    connection.executemany("INSERT INTO band VALUES (?, ?, ?, ?)", _bands([prints[at] for at in order]))
    number_of = dict(zip(plains, numbers, strict=True))
    connection.executemany(_CLAUSE, ((*clause[:4], number_of[clause.plain]) for clause in clauses))
    connection.executemany("INSERT INTO feature VALUES (?, ?)", sorted(counts.items()))
    connection.executemany(
        _POSTING,
        (
            (feature, 0, len(ids), packed(array("I", map(numbers.__getitem__, ids)), len(prints)))
            for feature, ids in sorted(postings.items())
        ),
    )
    tell(connection, {"clauses": str(len(clauses)), "prints": str(len(prints)), "changes": "0"})


def _counts(postings: Mapping[str, Sequence[int]], often: Sequence[int]) -> dict[str, int]:
    """How many clauses have each feature, from the prints that have it and how many clauses have each print."""
    return {
        feature: sum(map(often.__getitem__, ids)) for feature, ids in postings.items() if not feature.endswith(REPEATS)
    }


def _arranged(prints: Sequence[Print]) -> list[int]:
    """The positions of the prints in the order of their numbers: by length in signs, of about the same by length."""
    order = sorted(range(len(prints)), key=lambda at: prints[at].sign_length)
    size = _band_size(len(prints)) * (_BANDS // _GROUPS)
    return [
        at
        for start in range(0, len(order), size)
        for at in sorted(order[start : start + size], key=lambda at: prints[at].length)
    ]


def _bands(prints: Sequence[Print]) -> Iterator[tuple[int, int, float, float]]:
    """Neighbouring prints taken together: the first byte of their bits, the one behind, their usual lengths."""
    size = _band_size(len(prints))
    for start in range(0, len(prints), size):
        own = prints[start : start + size]
        lengths = len(own) / sum(1 / one.length for one in own), len(own) / sum(1 / one.sign_length for one in own)
        yield start // 8, (start + len(own) + 7) // 8, *lengths


def _band_size(prints: int) -> int:
    """How many prints make a band: whole bytes of bits."""
    return 8 * max(_LEAST_BYTES, -(-prints // (8 * _BANDS)))


def append(connection: sqlite3.Connection, clauses: Sequence[Prepared], weights: Weights) -> None:
    """Add clauses to an index that stands, under its weights."""
    (last,) = connection.execute("SELECT coalesce(max(id), -1) FROM print").fetchone()
    (behind,) = connection.execute("SELECT coalesce(max(behind), 0) FROM band").fetchone()
    numbers = range(max(last + 1, 8 * behind), max(last + 1, 8 * behind) + len(clauses))
    prints = [weights.print(clause.plain, clause.signs) for clause in clauses]
    connection.executemany(_PRINT, ((number, *print_) for number, print_ in zip(numbers, prints, strict=True)))
    connection.executemany(_CLAUSE, ((*clause[:4], number) for number, clause in zip(numbers, clauses, strict=True)))
    later = _postings((number, (one.plain, one.signs)) for number, one in zip(numbers, clauses, strict=True))
    for feature, ids in sorted(later.items()):
        old = connection.execute("SELECT ids FROM posting WHERE feature = ? AND part = 1", (feature,)).fetchone()
        whole = array("I", old[0] if old else b"")
        whole.extend(ids)
        connection.execute(_POSTING, (feature, 1, len(whole), whole.tobytes()))


def write_notice(connection: sqlite3.Connection, number: int, ref: str, state: State, fault: str | None) -> None:
    """Write what is known of a notice's file."""
    connection.execute(
        "INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?)",
        (number, ref, state.size, state.changed, state.digest, fault),
    )


def write_value(connection: sqlite3.Connection, number: int, value: str | None) -> None:
    """Write a notice's value beside its clauses, where it has one."""
    if value is not None:
        connection.execute("INSERT INTO value VALUES (?, ?)", (number, value))


def take_out(connection: sqlite3.Connection, number: int) -> None:
    """Remove a notice, its clauses and its value."""
    for delete in (
        "DELETE FROM clause WHERE notice = ?",
        "DELETE FROM value WHERE notice = ?",
        "DELETE FROM notice WHERE id = ?",
    ):
        connection.execute(delete, (number,))


def tell(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Write what the index says of itself."""
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values.items())


def _postings(prints: Iterable[tuple[int, tuple[str, str]]]) -> dict[str, list[int]]:
    """The numbers of the prints that have each character, pair of them and sign, in the order given."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (plain, signs) in prints:
        for feature, times in Counter((*plain, *pairs(plain), *signs)).items():
            found[feature].append(number)
            if times > 1:
                for repeat in REPEATS[: times - 1]:
                    found[feature + repeat].append(number)
    return found
