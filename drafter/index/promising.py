"""Which clauses promise to be most like what is asked: nearly the score, for all clauses at once, on bitmaps.

A score is a sum of what each shared feature adds, divided by the clause's lengths. Within a band of clauses of about
the same lengths these are constants, so that the sum of weighted bitmaps orders the band's clauses, and all bands in
one measure. Left to the scorer are single characters, what stands in a clause more than three times, and the exact
lengths.
"""

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from drafter.index.bitmaps import added, bitmap, highest, members, unpacked
from drafter.index.building import REPEATS
from drafter.similarity import Gains, times

_FINEST = 127  # the weight of the feature that adds most
_MANY, _REST = 40, 0.1  # of so many features those that together add this share are passed over
_FEW = 12  # features; how often a clause has them decides only among few


class _Band(NamedTuple):
    """Neighbouring clauses: the first byte of their bits, the one behind, their usual lengths."""

    first: int
    behind: int
    length: float
    sign_length: float


def prints(connection: sqlite3.Connection, gains: Gains, wanted: int, work: int) -> list[int]:
    """The numbers of about so many clauses, those that promise most.

    `work` is how many bitmaps may be added up: the more, the finer the bands of length.
    """
    gains = gains._replace(words=_weighty(gains.words))
    named = {*gains.words, *gains.meaning, *(feature for row in gains.explained for feature, _ in row)}
    repeats = [feature + repeat for feature in named for repeat in REPEATS] if len(named) <= _FEW else []
    bands, held = _held(connection, [*named, *repeats])
    if not held:
        return []
    bands = _merged(bands, work // len(held))
    sums = _sums(bands, held, gains)
    chosen, level = highest(sums, wanted)
    found = [number for band, mask in zip(bands, chosen, strict=True) for number in _numbers(band, mask)]
    tied = zip_longest(*(_numbers(band, mask) for band, mask in zip(bands, level, strict=True) if mask))
    in_turn = (number for row in tied for number in row if number is not None)
    found += islice(in_turn, max(0, wanted - len(found)))
    return found


def _weighty(words: Mapping[str, float]) -> dict[str, float]:
    """Of many features those that add nearly all; the rest would only take time."""
    left = _REST * sum(words.values()) if len(words) > _MANY else 0.0
    kept = {}
    for feature, gain in sorted(words.items(), key=lambda pair: pair[1]):
        left -= gain
        if left < 0:
            kept[feature] = gain
    return kept


def _held(connection: sqlite3.Connection, features: Sequence[str]) -> tuple[list[_Band], dict[str, bytes]]:
    """The bands, and for each feature that some clause has the bitmap of the clauses."""
    (whole,) = connection.execute("SELECT value FROM about WHERE name = 'prints'").fetchone()
    (last,) = connection.execute("SELECT coalesce(max(id), -1) FROM print").fetchone()
    bands = list(map(_Band._make, connection.execute("SELECT * FROM band ORDER BY first")))
    first = bands[-1].behind if bands else 0
    more = max(0, last + 1 - 8 * first)
    held: dict[str, bytes] = {}
    rows = connection.execute(
        "SELECT feature, part, prints, ids FROM posting WHERE feature IN (SELECT value FROM json_each(?))"
        " ORDER BY feature, part",
        (json.dumps(features),),
    )
    try:
        for feature, part, count, ids in rows:
            if part == 0:
                held[feature] = unpacked(ids, count, int(whole))
            else:
                added_later = [number - 8 * first for number in array("I", ids) if number <= last]
                held[feature] = held.get(feature, bytes(first)) + bitmap(added_later, more)
    except (zlib.error, ValueError, IndexError) as error:
        raise sqlite3.DatabaseError("postings are spoilt") from error
    if more:
        later = _one(bands) if bands else _Band(0, 0, 1.0, 1.0)
        bands.append(later._replace(first=first, behind=first + (more + 7) // 8))
    return bands, held


def _merged(bands: Sequence[_Band], most: int) -> list[_Band]:
    """Bands taken together until there are not many more than wanted."""
    step = 1
    while len(bands) > step * max(1, most):
        step *= 2
    return [_one(bands[at : at + step]) for at in range(0, len(bands), step)]


def _one(bands: Sequence[_Band]) -> _Band:
    lengths = sum(band.length for band in bands) / len(bands), sum(band.sign_length for band in bands) / len(bands)
    return _Band(bands[0].first, bands[-1].behind, *lengths)


def _sums(bands: Sequence[_Band], held: Mapping[str, bytes], gains: Gains) -> list[list[int]]:
    """For each band what its clauses promise, as slices of a sum."""
    fixed: dict[str, float] = {}
    several = []
    for row in gains.explained:
        known = [(feature, weight) for feature, weight in row if feature in held]
        if known:
            feature, weight = known[0]
            fixed[feature] = fixed.get(feature, 0.0) + weight
            if len(known) > 1:
                several.append(known)
    rows = [
        (
            feature,
            data,
            gains.words.get(base, 0.0) * share,
            gains.meaning.get(base, 0.0) * share,
            fixed.get(feature, 0.0),
        )
        for feature, data in held.items()
        for base, share in (_base(feature),)
    ]
    length = min(band.length for band in bands)
    sign_length = min(band.sign_length for band in bands)
    fine = _FINEST / max(word / length + meaning / sign_length + more for _, _, word, meaning, more in rows)
    return [list(_added(band, rows, several, fine)) for band in bands]


def _base(feature: str) -> tuple[str, float]:
    """The feature itself, and how much more it counts than when it stands there once less."""
    if feature.endswith(REPEATS):
        number = int(feature[-1])
        return feature[:-1], times(number) - times(number - 1)
    return feature, 1.0


def _added(
    band: _Band,
    rows: Sequence[tuple[str, bytes, float, float, float]],
    several: Sequence[Sequence[tuple[str, float]]],
    fine: float,
) -> list[int]:
    """What the clauses of a band promise, as slices of a sum."""
    masks = {}
    weighted = []
    for feature, data, word, meaning, more in rows:
        mask = int.from_bytes(data[band.first : band.behind], "little")
        if mask:
            masks[feature] = mask
            weighted.append((mask, round(fine * (word / band.length + meaning / band.sign_length + more))))
    for row in several:
        seen = masks.get(row[0][0], 0)
        for feature, weight in row[1:]:
            mask = masks.get(feature, 0)
            if mask:
                weighted.append((mask & ~seen, round(fine * weight)))
                seen |= mask
    return added(weighted)


def _numbers(band: _Band, mask: int) -> Iterator[int]:
    return (8 * band.first + bit for bit in members(mask))
