"""Items whose ordinal is of another shape than that of the list, and goes on its count: 三、 4、 五、."""

import itertools
import re
from collections.abc import Sequence

from drafter.model.base import Value

_HEADING_MAX = 40


class Numbered(Value):
    """A line: how its ordinal counts and which number it is, what stands behind it, whether it names units."""

    shape: str
    value: int | None
    title: str
    units: bool


class Block(Value):
    """A numbered line with all lines up to the next one of its shape."""

    start: int
    end: int
    title: str


def fill(blocks: Sequence[Block], lines: Sequence[Numbered]) -> list[Block]:
    """The blocks of a list, cut where items of another shape stand in them, and one before them that is the first.

    Such items fill a gap in the count exactly, or go on it at the end in a shape not used before; they begin as most
    blocks do and name units where most do.
    """
    if not blocks:
        return []
    filling = _Filling(blocks, lines)
    found = filling.first()
    for block, behind in itertools.pairwise([*blocks, None]):
        if block:
            found += filling.cut(block, behind)
    return found


class _Filling:
    """What is needed of the whole list to know an item of it."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[Numbered]) -> None:
        self.lines = lines
        self.opening = blocks[0]
        self.headed = sum(map(_is_headed, blocks)) * 2 > len(blocks)
        self.named = sum(map(self._names_units, blocks)) * 2 > len(blocks)

    def first(self) -> list[Block]:
        """The item before a list that begins with 二."""
        opening = self.lines[self.opening.start]
        before = [at for at in range(self.opening.start) if self.lines[at].value == 1]
        if opening.value != 2 or not before:
            return []
        block = self._block(before[-1], self.opening.start)
        return [block] if self._names_units(block) and self._is_alike(block) else []

    def cut(self, block: Block, behind: Block | None) -> list[Block]:
        """A block as the items that stand in it: itself where there is but one."""
        number = self.lines[block.start].value
        following = self.lines[behind.start].value if behind else None
        if number is None or (behind and following is None):
            return [block]
        upto = following if following is not None and following > number else None
        starts = [block.start]
        for at in range(block.start + 1, block.end):
            wanted = number + len(starts)
            if wanted != upto and self.lines[at].value == wanted and self._is_new(at, starts[-1]):
                starts.append(at)
        parts = [self._block(at, end) for at, end in itertools.pairwise([*starts, block.end])]
        if upto is None:
            whole = all(self._names_units(part) and self._is_new(part.start, self.opening.start) for part in parts[1:])
        else:
            whole = number + len(starts) == upto
        return parts if whole and all(map(self._is_alike, parts)) else [block]

    def _is_new(self, at: int, since: int) -> bool:
        """Whether a line is the first of its shape behind another line: no entry of a count inside an item."""
        return all(line.shape != self.lines[at].shape for line in self.lines[since + 1 : at])

    def _block(self, start: int, end: int) -> Block:
        return Block(start=start, end=end, title=self.lines[start].title)

    def _names_units(self, block: Block) -> bool:
        return any(line.units for line in self.lines[block.start : block.end])

    def _is_alike(self, block: Block) -> bool:
        """Whether a block begins as most do and names units where most do."""
        return _is_headed(block) == self.headed and (not self.named or self._names_units(block))


def _is_headed(block: Block) -> bool:
    """Whether a block begins with a heading: a short line, or a short sentence in a longer one."""
    return len(block.title) <= _HEADING_MAX or bool(re.search("[。：]", block.title[:_HEADING_MAX]))
