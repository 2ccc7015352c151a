"""The words that differ between two versions of a text, as pieces a person can read.

Tokens are compared, never characters of a figure or a name; stretches of under three characters left between two
changes are folded into them; a deletion stands before the insertion; where more than half of both texts is marked,
the whole is replaced.
"""

from collections.abc import Sequence

from drafter import similarity
from drafter.compare.tokens import NONE, Words, tokens
from drafter.model.comparison import Piece, PieceKind

_LEAST_ISLAND = 3
_MOST_MARKED = 0.5
_LINES_ALIKE = 0.3

_Stretch = tuple[str, str, str]  # kept, or nothing kept and what was deleted and inserted


def of_texts(old: str | None, new: str | None, names: Words = NONE) -> tuple[Piece, ...]:
    """The pieces of one sentence or heading; `names` are kept whole."""
    before, after = old or "", new or ""
    if before == after:
        return _piece(PieceKind.KEPT, before)
    if not before or not after:
        return _replaced(before, after)
    stretches = _folded(_stretches(tokens(before, names), tokens(after, names)))
    kept = sum(len(same) for same, _, _ in stretches)
    if len(before) + len(after) - 2 * kept > _MOST_MARKED * (len(before) + len(after)):
        return _replaced(before, after)
    return tuple(
        piece for same, gone, come in stretches for piece in _piece(PieceKind.KEPT, same) + _replaced(gone, come)
    )


def of_lines(old: str | None, new: str | None, names: Words = NONE) -> tuple[Piece, ...]:
    """The pieces of a text of several lines: lines are paired first, then compared; each line feed stands alone."""
    if old is None or new is None:
        return _whole_lines(old, new)
    before, after = old.split("\n"), new.split("\n")
    pieces: list[Piece] = []
    for first, second in line_pairs(before, after):
        gone = None if first is None else before[first]
        come = None if second is None else after[second]
        pieces += _feed(first, second)
        pieces += of_texts(gone, come, names)
    return tuple(pieces)


def line_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Positions of the lines that belong together, in an order that keeps both; None where one side has none."""
    rows = similarity.likenesses(old, new)
    best = _best_sums(old, new, rows)
    pairs: list[tuple[int | None, int | None]] = []
    first = second = 0
    while first < len(old) or second < len(new):
        if first < len(old) and best[first][second] == best[first + 1][second]:
            pairs.append((first, None))
            first += 1
        elif second < len(new) and best[first][second] == best[first][second + 1]:
            pairs.append((None, second))
            second += 1
        else:
            pairs.append((first, second))
            first, second = first + 1, second + 1
    return pairs


def _best_sums(old: Sequence[str], new: Sequence[str], rows: list[list[float]]) -> list[list[float]]:
    """For each place in both, the greatest likeness of pairs in order from there on."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for first in range(len(old) - 1, -1, -1):
        for second in range(len(new) - 1, -1, -1):
            alike = 2.0 if old[first] == new[second] else rows[first][second]
            paired = alike + best[first + 1][second + 1] if alike >= _LINES_ALIKE else 0.0
            best[first][second] = max(paired, best[first + 1][second], best[first][second + 1])
    return best


def _feed(first: int | None, second: int | None) -> tuple[Piece, ...]:
    """The line feed before a line, where it is not the first of its side."""
    gone, come = first not in (None, 0), second not in (None, 0)
    if gone and come:
        return _piece(PieceKind.KEPT, "\n")
    return _piece(PieceKind.DELETED, "\n" if gone else "") + _piece(PieceKind.INSERTED, "\n" if come else "")


def _whole_lines(old: str | None, new: str | None) -> tuple[Piece, ...]:
    kind, text = (PieceKind.INSERTED, new) if old is None else (PieceKind.DELETED, old)
    lines = (text or "").split("\n")
    return tuple(
        piece
        for number, line in enumerate(lines)
        for piece in (*(_piece(kind, "\n") if number else ()), *_piece(kind, line))
    )


def _stretches(old: list[str], new: list[str]) -> list[_Stretch]:
    return [
        (same, "", "")
        if step.tag == "equal"
        else ("", "".join(old[step.old_start : step.old_end]), "".join(new[step.new_start : step.new_end]))
        for step in similarity.opcodes(old, new)
        for same in ("".join(old[step.old_start : step.old_end]),)
    ]


def _folded(stretches: list[_Stretch]) -> list[_Stretch]:
    """Short kept stretches between two changes made part of them."""
    joined: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        same = stretch[0]
        island = 0 < at < len(stretches) - 1 and same and _size(same) < _LEAST_ISLAND
        kept, gone, come = ("", same, same) if island else stretch
        if joined and not kept and not joined[-1][0]:
            _, gone_before, come_before = joined.pop()
            gone, come = gone_before + gone, come_before + come
        joined.append((kept, gone, come))
    return joined


def _size(text: str) -> int:
    """Length without marks and blanks: a comma keeps no island alive."""
    return sum(char.isalnum() for char in text)


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    return _piece(PieceKind.DELETED, old) + _piece(PieceKind.INSERTED, new)


def _piece(kind: PieceKind, text: str) -> tuple[Piece, ...]:
    return (Piece(kind=kind, text=text),) if text else ()
