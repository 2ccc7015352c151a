"""Attachments that differ: title, text and the rows of their tables."""

from collections.abc import Sequence

from drafter.compare import pieces
from drafter.compare.relations import Pair
from drafter.compare.tokens import NONE, Words
from drafter.model.comparison import AttachmentChange, ClauseKind, Piece, RowChange
from drafter.model.notice import Attachment

_Places = list[tuple[int | None, int | None]]


def changes(
    olds: Sequence[Attachment], news: Sequence[Attachment], items: Sequence[Pair], names: Words = NONE
) -> tuple[AttachmentChange, ...]:
    """The attachments of two notices that differ, in their order; `items` says which rows of a progress table pair."""
    places = pieces.line_pairs([one.title for one in olds], [one.title for one in news])
    if len(olds) == len(news) == 1:
        places = [(0, 0)]
    found = []
    for first, second in places:
        old, new = _at(olds, first), _at(news, second)
        change = _change(old, new, items, names)
        if change.title or change.paragraphs or change.rows or change.old_columns != change.new_columns:
            found.append(
                change.replaced(
                    old_position=None if first is None else first + 1,
                    new_position=None if second is None else second + 1,
                )
            )
    return tuple(found)


def _at(attachments: Sequence[Attachment], at: int | None) -> Attachment | None:
    return None if at is None else attachments[at]


def _change(old: Attachment | None, new: Attachment | None, items: Sequence[Pair], names: Words) -> AttachmentChange:
    first, second = old or Attachment(title=""), new or Attachment(title="")
    before, after = "\n".join(first.paragraphs) or None, "\n".join(second.paragraphs) or None
    progress = first.is_progress_table or second.is_progress_table
    return AttachmentChange(
        old_title=old.title if old else None,
        new_title=new.title if new else None,
        progress=progress,
        title=() if first.title == second.title else pieces.of_texts(first.title, second.title, names),
        paragraphs=() if before == after else pieces.of_lines(before, after, names),
        old_columns=first.columns,
        new_columns=second.columns,
        rows=_rows(first, second, items if progress else (), names),
    )


def _rows(old: Attachment, new: Attachment, items: Sequence[Pair], names: Words) -> tuple[RowChange, ...]:
    if old.columns == new.columns and old.rows == new.rows:
        return ()
    places: _Places
    if old.columns != new.columns:
        places = [(None, at) for at in range(len(new.rows))] + [(at, None) for at in range(len(old.rows))]
    elif items:
        places = _by_items(items, len(old.rows), len(new.rows))
    else:
        places = pieces.line_pairs(["\n".join(row) for row in old.rows], ["\n".join(row) for row in new.rows])
    return tuple(_row(old, new, first, second, names) for first, second in places)


def _by_items(items: Sequence[Pair], olds: int, news: int) -> _Places:
    """The rows of two progress tables, paired as the items they stand for; a row that has no item stands alone."""
    partners = {second[0] - 1: first[0] - 1 for first, second in items if first and second and first[0] <= olds}
    places: _Places = [(partners.get(at), at) for at in range(news)]
    return places + [(at, None) for at in range(olds) if at not in {first for first, _ in places}]


def _row(old: Attachment, new: Attachment, first: int | None, second: int | None, names: Words) -> RowChange:
    before = () if first is None else old.rows[first]
    after = () if second is None else new.rows[second]
    kind = ClauseKind.SAME if before == after else ClauseKind.CHANGED
    if first is None or second is None:
        kind = ClauseKind.ADDED if first is None else ClauseKind.REMOVED
    return RowChange(
        kind=kind,
        old=before,
        new=after,
        old_position=None if first is None else first + 1,
        new_position=None if second is None else second + 1,
        cells=_cells(before, after, names),
    )


def _cells(old: Sequence[str], new: Sequence[str], names: Words) -> tuple[tuple[Piece, ...], ...]:
    if not old or not new:
        return tuple(pieces.of_lines(cell if old else None, None if old else cell, names) for cell in old or new)
    return tuple(pieces.of_lines(before, after, names) for before, after in zip(old, new, strict=True))
