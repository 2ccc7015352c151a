"""The words that differ in what is printed: lines broken by layout, units by whole names."""

import re
from collections.abc import Iterable, Mapping

from drafter import similarity
from drafter.compare import pieces
from drafter.model.comparison import Comparison, Piece, PieceKind

_NAMES = re.compile(r"[^、，；：（）〔〕\n]+|.", re.DOTALL)
_KEPT, _DELETED, _INSERTED = PieceKind.KEPT, PieceKind.DELETED, PieceKind.INSERTED


Told = Mapping[tuple[str, str], tuple[Piece, ...]]


def told(comparison: Comparison) -> Told:
    """The pieces that a comparison tells of fields and headings, by both texts."""
    found = {(one.old or "", one.new or ""): one.pieces for one in (*comparison.head, *comparison.yearly)}
    found |= {(one.old_title or "", one.new_title or ""): one.title for one in comparison.attachments}
    return found | {(one.old_heading or "", one.new_heading or ""): one.heading for one in comparison.items}


def of_field(old: str, new: str, known: Told) -> tuple[Piece, ...]:
    """The pieces of a field, the same as in every view; a mark that ends both stands apart."""
    for end in ("", "。", "："):
        before, after = old.removesuffix(end), new.removesuffix(end)
        if known.get((before, after)) and old.endswith(end) and new.endswith(end):
            return joined((*known[before, after], Piece(kind=_KEPT, text=end)))
    return pieces.of_texts(old, new)


def of_printed(old: str, new: str, known: Told) -> tuple[Piece, ...]:
    """The pieces of a printed paragraph; where only its lines are broken elsewhere nothing differs.

    What tabs part is compared column by column.
    """
    before, after = old.replace("\n", "").split("\t"), new.replace("\n", "").split("\t")
    if len(before) != len(after):
        before, after = ["\t".join(before)], ["\t".join(after)]
    columns = [of_field(first, second, known) for first, second in zip(before, after, strict=True)]
    tab = (Piece(kind=_KEPT, text="\t"),)
    plain = [piece for at, column in enumerate(columns) for piece in ((tab if at else ()) + column)]
    if all(piece.kind is _KEPT for piece in plain):
        return ()
    return joined(_with_breaks(plain, old, new))


def _with_breaks(plain: Iterable[Piece], old: str, new: str) -> Iterable[Piece]:
    """The pieces with the line breaks of both versions put back."""
    before = after = 0
    for piece in plain:
        for char in piece.text:
            gone = piece.kind is not _INSERTED and old[before : before + 1] == "\n"
            come = piece.kind is not _DELETED and new[after : after + 1] == "\n"
            if gone and come:
                yield Piece(kind=_KEPT, text="\n")
            elif gone or come:
                yield Piece(kind=_DELETED if gone else _INSERTED, text="\n")
            before, after = before + gone, after + come
            yield Piece(kind=piece.kind, text=char)
            before, after = before + (piece.kind is not _INSERTED), after + (piece.kind is not _DELETED)
    yield Piece(kind=_DELETED, text=old[before:])
    yield Piece(kind=_INSERTED, text=new[after:])


def of_units(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of a list of units: whole names, the marks between them apart."""
    before, after = _NAMES.findall(old), _NAMES.findall(new)
    found: list[Piece] = []
    for step in similarity.opcodes(before, after):
        gone = "".join(before[step.old_start : step.old_end])
        if step.tag == "equal":
            found.append(Piece(kind=_KEPT, text=gone))
        else:
            come = "".join(after[step.new_start : step.new_end])
            found += [Piece(kind=_DELETED, text=gone), Piece(kind=_INSERTED, text=come)]
    return joined(found)


def whole(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of a text that is replaced as one, such as an ordinal."""
    if old == new:
        return joined([Piece(kind=_KEPT, text=new)])
    return joined([Piece(kind=_DELETED, text=old), Piece(kind=_INSERTED, text=new)])


def joined(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty ones, neighbours of one kind as one."""
    made: list[Piece] = []
    for piece in found:
        if made and made[-1].kind is piece.kind:
            made[-1] = Piece(kind=piece.kind, text=made[-1].text + piece.text)
        elif piece.text:
            made.append(piece)
    return tuple(made)
