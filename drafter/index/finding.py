"""Finding the clauses most like what is asked: the most promising ones, then the scorer on each of them.

What is promising is nearly the score itself (drafter/index/promising.py), reckoned for all clauses at once; the scorer
then weighs each candidate by its full text. How much of the scorer's own best five this keeps is measured by
benchmarks/suggest.py.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Set
from itertools import islice
from typing import NamedTuple

from drafter.index import promising
from drafter.similarity import Asked, Lexicon, Print, Weights, folded, known_features

# Calibrated by benchmarks/suggest.py: the lowest nearness at which at most one in ten queries without an answer in the
# library gets one, over half of the queries asked of the library with each notice in turn left out: 0.33, rounded up,
# as a wrong answer costs more than one that is shown apart.
NEAR_ENOUGH = 0.35
# Below it, down to here, a clause may still be the one: nearly all queries of that half with an answer reach it, and
# a third of those without. To be told from what is near enough wherever it is shown.
MAYBE_NEAR = 0.2
_CANDIDATES, _BANDS = 50, 400
# More by the number of characters: what is short is nearly as like to many. In a library of more than so many prints
# clauses lie closer together: all of it grows with its size.
_MORE, _MOST_MORE, _LARGE = 1_000, 500, 100_000


class Hit(NamedTuple):
    """A clause found: its reference, its text, the heading of its item, its likeness from 0 to 1, and its nearness.

    The likeness gives the order; the nearness, also from 0 to 1, tells whether it is near enough to be shown.
    """

    ref: str
    text: str
    heading: str
    score: float
    near: float


def weights_for(connection: sqlite3.Connection, features: Iterable[str], lexicon: Lexicon) -> Weights:
    """The index's weights, for these features."""
    (total,) = connection.execute("SELECT value FROM about WHERE name = 'clauses'").fetchone()
    found = connection.execute(
        "SELECT feature, clauses FROM feature WHERE feature IN (SELECT value FROM json_each(?))",
        (json.dumps(list(features)),),
    )
    return Weights(dict(found), int(total), lexicon)


def search(
    connection: sqlite3.Connection, text: str, lexicon: Lexicon, *, limit: int, leave_out: Set[str]
) -> list[Hit]:
    """The clauses most like the text, the likest first; those of a reference in `leave_out` are not given."""
    plain = folded(text)
    signs = lexicon.signs(plain, asked=True)
    weights = weights_for(connection, known_features(plain, signs), lexicon)
    asked = Asked(text, weights)
    size = max(1.0, _prints_held(connection) / _LARGE)
    wanted = max(2 * limit, _wanted(size, len(plain)))
    candidates = promising.prints(connection, asked.gains(), wanted, work=int(_BANDS * size))
    best: list[tuple[float, int, Print]] = []
    for number, print_ in _prints(connection, candidates):
        score = round(asked.likeness(print_), 6)
        if score > 0:
            best.append((-score, number, print_))
    hits = (
        hit
        for less, number, print_ in sorted(best)
        for hit in _hits(connection, number, -less, round(asked.nearness(print_), 6))
    )
    found = list(islice((hit for hit in hits if not is_left_out(hit.ref, leave_out)), limit))
    return sorted(found, key=lambda hit: (-hit.score, hit.ref))


def _prints_held(connection: sqlite3.Connection) -> int:
    (prints,) = connection.execute("SELECT value FROM about WHERE name = 'prints'").fetchone()
    return int(prints)


def _wanted(size: float, characters: int) -> int:
    """How many clauses are weighed for a text of so many characters, in a library so many times as large as a usual."""
    more = min(_MOST_MORE, _MORE // max(1, characters))
    return int((_CANDIDATES + more) * size)


def is_left_out(ref: str, leave_out: Set[str]) -> bool:
    """Whether a clause's reference, its item's or its notice's is among those left out."""
    return not leave_out.isdisjoint((ref, ref.rsplit(".", 1)[0], ref.split("#", maxsplit=1)[0]))


def _prints(connection: sqlite3.Connection, numbers: list[int]) -> Iterator[tuple[int, Print]]:
    rows = connection.execute(
        "SELECT id, plain, signs, length, sign_length FROM print WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return ((number, Print(*print_)) for number, *print_ in rows)


def _hits(connection: sqlite3.Connection, number: int, score: float, near: float) -> Iterator[Hit]:
    """The clauses that have a print."""
    rows = connection.execute(
        "SELECT ref || '#' || place, text, heading FROM clause JOIN notice ON notice.id = notice"
        " WHERE print = ? ORDER BY clause.id",
        (number,),
    )
    return (Hit(ref, text, heading, score, near) for ref, text, heading in rows)
