"""Sets of clauses as bitmaps, added up with weights: whole numbers whose bit n stands for clause n.

Python adds, cuts and counts such numbers a million bits in microseconds. A sum over bitmaps lies in slices: slice k
holds bit k of every clause's sum.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence

_BITS = tuple(1 << at for at in range(8))
_LEVELS = tuple(tuple(at for at in range(8) if weight >> at & 1) for weight in range(256))
_LISTED = 1024  # a set smaller than this share of all is kept as a list of numbers
_PLAIN = 100  # one larger than this share as a plain bitmap; those between are compressed


def packed(ids: "array[int]", whole: int) -> bytes:
    """A set of numbers below `whole`, as it is stored."""
    if len(ids) * _LISTED < whole:
        return ids.tobytes()
    plain = bitmap(ids, whole)
    return plain if len(ids) * _PLAIN > whole else zlib.compress(plain, 1)


def unpacked(data: bytes, count: int, whole: int) -> bytes:
    """The bitmap of a stored set of so many numbers below `whole`. Raises ValueError or zlib.error for a spoilt one."""
    if count * _LISTED < whole:
        return bitmap(array("I", data), whole)
    plain = data if count * _PLAIN > whole else zlib.decompress(data)
    if len(plain) != (whole + 7) // 8:
        raise ValueError(len(plain))
    return plain


def bitmap(ids: Iterable[int], whole: int) -> bytes:
    """The bitmap of numbers below `whole`, the lowest first. Raises IndexError for one far above."""
    found = bytearray((whole + 7) // 8)
    for number in ids:
        found[number >> 3] |= _BITS[number & 7]
    return bytes(found)


def added(weighted: Iterable[tuple[int, int]]) -> list[int]:
    """The sum of bitmaps, each counting as often as its weight (0 to 255) says, as slices, the lowest first."""
    levels: list[list[int]] = [[] for _ in range(8)]
    for mask, weight in weighted:
        for level in _LEVELS[weight]:
            levels[level].append(mask)
    slices = []
    carried: list[int] = []
    while levels or carried:
        left, carried = _halved([*(levels.pop(0) if levels else ()), *carried])
        slices.append(left)
    return slices


def _halved(masks: list[int]) -> tuple[int, list[int]]:
    """The sum of bitmaps by its lowest slice, and what is carried to the next one."""
    if len(masks) % 2 == 0:
        masks.append(0)
    carried = []
    left = masks[0]
    for one, other in zip(masks[1::2], masks[2::2], strict=True):
        either = left ^ one
        carried.append(left & one | either & other)
        left = either ^ other
    return left, [mask for mask in carried if mask]


def highest(sums: Sequence[Sequence[int]], wanted: int) -> tuple[list[int], list[int]]:
    """Of several sums in slices the bits of the `wanted` highest values above 0: those surely in, and those that tie.

    Each as one bitmap a sum. With those that tie there are at least `wanted`, where so many are above 0.
    """
    chosen = [0] * len(sums)
    level = [_either(slices) for slices in sums]
    missing = wanted
    for at in range(max(map(len, sums), default=0) - 1, -1, -1):
        upper = [own & slices[at] if at < len(slices) else 0 for own, slices in zip(level, sums, strict=True)]
        count = sum(map(int.bit_count, upper))
        if count >= missing:
            level = upper
            continue
        missing -= count
        chosen = [old | new for old, new in zip(chosen, upper, strict=True)]
        level = [own & ~new for own, new in zip(level, upper, strict=True)]
    return chosen, level


def _either(slices: Sequence[int]) -> int:
    whole = 0
    for one in slices:
        whole |= one
    return whole


def members(mask: int) -> Iterator[int]:
    """The numbers in a bitmap, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
