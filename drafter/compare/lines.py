"""Lines of a comparison: two texts side by side with the words that differ, of a field, of an attachment."""

from collections.abc import Iterable

from drafter.compare.told import Line
from drafter.compare.wording import Wording
from drafter.model.comparison import AttachmentChange, ClauseKind, FieldChange, Piece, PieceKind, RowChange

_CELLS = "｜"


def of_field(field: FieldChange, words: Wording) -> Line:
    """The line of a field that differs."""
    return of_texts(field.field, field.old, field.new, words, field.pieces)


def of_texts(name: str, old: str | None, new: str | None, words: Wording, pieces: tuple[Piece, ...] = ()) -> Line:
    """The line of a text under two versions, None or empty where one has none."""
    kind = ClauseKind.CHANGED
    if not old or not new:
        kind = ClauseKind.REMOVED if old else ClauseKind.ADDED
    if old == new:
        kind = ClauseKind.SAME
    made = whole_or_pieces(old, new, pieces)
    return Line(kind=kind, label=words.clauses[kind], kinds=(kind,), name=name, old=old, new=new, pieces=made)


def of_attachments(attachments: Iterable[AttachmentChange], words: Wording) -> list[Line]:
    """The attachments that differ beside their titles, which are a field of the head.

    The rows of a progress table are those of the items and not told again, nor that one side has only its name.
    """
    found = []
    for one in attachments:
        name = f"附件{one.new_position or one.old_position or ''}"
        if one.paragraphs:
            old, new = (_side(one.paragraphs, left_out) for left_out in (PieceKind.INSERTED, PieceKind.DELETED))
            found.append(of_texts(f"{name}正文", old, new, words, one.paragraphs))
        if one.old_columns != one.new_columns and not (one.progress and not (one.old_columns and one.new_columns)):
            found.append(of_texts(f"{name}表头", _CELLS.join(one.old_columns), _CELLS.join(one.new_columns), words))
        if not one.progress:
            found += [_table_row(f"{name}表格", row, words) for row in one.rows if row.kind is not ClauseKind.SAME]
    return found


def _table_row(name: str, row: RowChange, words: Wording) -> Line:
    between = (Piece(kind=PieceKind.KEPT, text=_CELLS),)
    pieces = [piece for number, cell in enumerate(row.cells) for piece in ((between if number else ()) + cell)]
    place = f"{name}第{row.new_position or row.old_position}行"
    whole = row.kind is not ClauseKind.CHANGED
    old, new = (_CELLS.join(cells) if cells else None for cells in (row.old, row.new))
    line = of_texts(place, old, new, words, () if whole else tuple(pieces))
    return line.replaced(kind=row.kind, label=words.clauses[row.kind], kinds=(row.kind,))


def _side(pieces: Iterable[Piece], left_out: PieceKind) -> str | None:
    return "".join(piece.text for piece in pieces if piece.kind is not left_out) or None


def whole_or_pieces(old: str | None, new: str | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of two texts; one kept, or one deleted and one inserted, where none were made."""
    if pieces:
        return pieces
    if old == new:
        return (Piece(kind=PieceKind.KEPT, text=new),) if new else ()
    sides = ((PieceKind.DELETED, old), (PieceKind.INSERTED, new))
    return tuple(Piece(kind=kind, text=text) for kind, text in sides if text)
