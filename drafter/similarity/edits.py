"""The steps that turn one row of words into another."""

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Opcode(NamedTuple):
    """A step: old[old_start:old_end] becomes new[new_start:new_end], or stays where it is equal."""

    tag: Literal["equal", "replace", "delete", "insert"]
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """The fewest deletions and insertions from old to new, in order; one beside the other is a replacement.

    The steps cover both rows without a gap; equal steps never touch.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - slow to load; most commands never compare

    steps: list[Opcode] = []
    for found in Indel.opcodes(old, new):
        equal = found.tag == "equal"
        if steps and (steps[-1].tag == "equal") == equal:
            last = steps.pop()
            steps.append(_step(last.old_start, found.src_end, last.new_start, found.dest_end, equal=equal))
        else:
            steps.append(_step(found.src_start, found.src_end, found.dest_start, found.dest_end, equal=equal))
    return steps


def _step(old_start: int, old_end: int, new_start: int, new_end: int, *, equal: bool) -> Opcode:
    if equal:
        return Opcode("equal", old_start, old_end, new_start, new_end)
    if old_start == old_end:
        return Opcode("insert", old_start, old_end, new_start, new_end)
    if new_start == new_end:
        return Opcode("delete", old_start, old_end, new_start, new_end)
    return Opcode("replace", old_start, old_end, new_start, new_end)
