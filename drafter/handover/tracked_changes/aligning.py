"""Blocks of two documents side by side: paragraphs of one role, tables of one shape, in an order that keeps both."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter import similarity
from drafter.handover.tracked_changes import differing
from drafter.handover.tracked_changes.blocks import TABLE, Element, cells, rows, style_of, text_of
from drafter.handover.tracked_changes.differing import Told
from drafter.model.comparison import Piece

_ALIKE, _ALIKE_ELSEWHERE = 0.3, 0.6


@dataclass(frozen=True)
class BlockRow:
    """A block of the old document beside one of the new, None where there is none.

    `pieces` hold what differs in a pair of paragraphs; of a single one, what is marked (none: all of it), and what of
    an old one stands elsewhere now (as kept).
    """

    old: Element | None
    new: Element | None
    pieces: tuple[Piece, ...] = ()


def aligned(old: Sequence[Element], new: Sequence[Element], known: Told) -> list[BlockRow]:
    """The blocks in an order that keeps both, what ended before what began; `known` are pieces told already."""
    weights = _weights(old, new)
    found = []
    for first, second in in_order(weights, len(old), len(new)):
        before = None if first is None else old[first]
        after = None if second is None else new[second]
        found.append(BlockRow(before, after, _pieces(before, after, known)))
    return found


def _pieces(old: Element | None, new: Element | None, known: Told) -> tuple[Piece, ...]:
    if old is None or new is None or TABLE in (old.tag, new.tag):
        return ()
    return differing.of_printed(text_of(old), text_of(new), known)


def in_order(weights: list[list[float]], count: int, other: int) -> list[tuple[int | None, int | None]]:
    """Positions that belong together so that their weights are greatest; a pair without weight never does."""
    best = [[0.0] * (other + 1) for _ in range(count + 1)]
    for first in range(count - 1, -1, -1):
        for second in range(other - 1, -1, -1):
            weight = weights[first][second]
            paired = weight + best[first + 1][second + 1] if weight else 0.0
            best[first][second] = max(paired, best[first + 1][second], best[first][second + 1])
    pairs: list[tuple[int | None, int | None]] = []
    first = second = 0
    while first < count or second < other:
        if first < count and best[first][second] == best[first + 1][second]:
            pairs.append((first, None))
            first += 1
        elif second < other and best[first][second] == best[first][second + 1]:
            pairs.append((None, second))
            second += 1
        else:
            pairs.append((first, second))
            first, second = first + 1, second + 1
    return pairs


def _weights(old: Sequence[Element], new: Sequence[Element]) -> list[list[float]]:
    texts = [_text(block) for block in old], [_text(block) for block in new]
    likenesses = similarity.likenesses(*texts) if old and new else []
    single = _single_styles(old) & _single_styles(new)
    return [
        [_weight(before, after, likenesses[first][second], single) for second, after in enumerate(new)]
        for first, before in enumerate(old)
    ]


def _text(block: Element) -> str:
    return "" if block.tag == TABLE else text_of(block)


def _single_styles(blocks: Sequence[Element]) -> set[str]:
    """The styles that one paragraph alone has."""
    counted = Counter(style_of(block) for block in blocks if block.tag != TABLE)
    return {style for style, count in counted.items() if count == 1}


def _weight(old: Element, new: Element, alike: float, single: set[str]) -> float:
    """How well two blocks fit; nothing where they do not."""
    if old.tag != new.tag:
        return 0.0
    if old.tag == TABLE:
        return 2.0 if _columns(old) == _columns(new) else 0.0
    if style_of(old) == style_of(new):
        return 1 + alike if style_of(old) in single or alike >= _ALIKE or text_of(old) == text_of(new) else 0.0
    return alike if alike >= _ALIKE_ELSEWHERE else 0.0


def _columns(table: Element) -> int:
    return max((len(cells(row)) for row in rows(table)), default=0)
