"""Lines of running text put back into paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.measure.elements import Placed
from drafter.measure.figures import CELL, LEFT, RIGHT
from drafter.measure.pages import Glyph

_INDENTED = 0.6 * CELL
_CAN_END = set("。！？：；…）〕」』”》）.!?:;)")
_SHORT = 2.2 * CELL  # a line that ends this far from the edge was ended, not wrapped


@dataclass(frozen=True)
class Paragraph:
    """The lines of one paragraph, maybe over several pages."""

    lines: tuple[Placed, ...]

    @property
    def first(self) -> Placed:
        """Its first line."""
        return self.lines[0]

    @property
    def indent(self) -> float:
        """How far the first line begins from the type area's left edge, mm."""
        return self.first.line.left - LEFT

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """Its inked glyphs in reading order."""
        return (glyph for one in self.lines for glyph in one.line.inked)

    @property
    def text(self) -> str:
        """Its text without blanks."""
        return "".join(one.line.solid for one in self.lines)


def paragraphs(blocks: Iterable[Sequence[Placed]]) -> Iterator[Paragraph]:
    """The paragraphs of each block of lines.

    A line begins one where the line before ended short of the right edge, or where it is indented and the line
    before ended with a mark that a paragraph can end with.
    """
    for block in blocks:
        lines: list[Placed] = []
        for one in block:
            if lines and _begins(lines[-1], one):
                yield Paragraph(tuple(lines))
                lines = []
            lines.append(one)
        if lines:
            yield Paragraph(tuple(lines))


def _begins(before: Placed, one: Placed) -> bool:
    indented = one.line.left - LEFT > _INDENTED and before.line.inked[-1].char in _CAN_END
    return indented or before.line.right < RIGHT - _SHORT
