"""A comparison in the columns of a terminal: words deleted as [-…-], inserted as {+…+}, colour only beside them."""

from collections.abc import Iterable, Iterator

from drafter.compare.told import Line, Row, TargetRow, Told, UnitRow
from drafter.compare.wording import Wording
from drafter.model.comparison import ClauseKind, Piece, PieceKind, TargetKind
from drafter.text.columns import Span, harmless, plain, width, wrap

COLUMNS = 80
DELETED, INSERTED, HEADING, FAINT, DOUBT, PLAIN = "deleted", "inserted", "heading", "faint", "doubt", ""
_MARKS = {
    PieceKind.KEPT: ("", "", PLAIN),
    PieceKind.DELETED: ("[-", "-]", DELETED),
    PieceKind.INSERTED: ("{+", "+}", INSERTED),
}
_LABELS = {
    ClauseKind.ADDED: INSERTED,
    ClauseKind.REMOVED: DELETED,
    TargetKind.ADDED: INSERTED,
    TargetKind.LOWERED: DELETED,
    TargetKind.DROPPED: DELETED,
}
_INDENT, _TEXT, _TARGET = 2, 8, 12

_Paragraph = tuple[int, list[Span]]


def lines(told: Told, columns: int = COLUMNS) -> list[str]:
    """The comparison as plain lines, none wider than `columns`."""
    return [plain(one) for one in styled(told, columns)]


def styled(told: Told, columns: int = COLUMNS) -> list[list[Span]]:
    """The same lines, each in spans with the names of their styles."""
    return _wrapped(_paragraphs(told), columns)


def counts(told: Told, columns: int = COLUMNS) -> list[list[Span]]:
    """Only how much changed, in spans."""
    return _wrapped([*_beginning(told), *_sentences(told)], columns)


def _wrapped(paragraphs: Iterable[_Paragraph], columns: int) -> list[list[Span]]:
    return [
        line
        for hanging, spans in paragraphs
        for line in wrap([(harmless(text), style) for text, style in spans], columns, hanging)
    ]


def _beginning(told: Told) -> Iterator[_Paragraph]:
    yield _INDENT, [(f"比对：{told.old} → {told.new}", HEADING)]
    if not told.different:
        yield _INDENT, [("两份通知没有差别。", PLAIN)]


def _sentences(told: Told) -> list[_Paragraph]:
    return [(_INDENT, [(sentence, PLAIN)]) for sentence in told.summary]


def _paragraphs(told: Told) -> Iterator[_Paragraph]:
    """Each paragraph with the columns that its further lines are set in by."""
    yield from _beginning(told)
    for name, rows in (
        ("清单以外的文字", [_line(line) for line in told.head]),
        ("实事", [one for row in told.items for one in _row(row, told.wording)]),
        (
            told.wording.titles[0],
            [_target(target) for target in told.targets if target.kind is not TargetKind.SAME],
        ),
        (told.wording.titles[1], [one for unit in told.units for one in _unit(unit, told.wording)]),
        ("合计", _sentences(told)),
    ):
        if rows:
            yield 0, []
            yield 0, [(f"━━ {name}", HEADING)]
            yield from rows
    if told.yearly:
        yield _INDENT, [(f"每年必变、没有列出：{'、'.join(told.yearly)}。", FAINT)]


def _row(row: Row, words: Wording) -> Iterator[_Paragraph]:
    title = row.heading.new or row.heading.old or "（没有标题）"
    yield 0, []
    style = PLAIN if row.certain else DOUBT
    yield _INDENT, [(f"【{row.labels}】", style), (title, HEADING), (f"（{row.place}）", FAINT)]
    changed = [line for line in row.lines if line.kind is not ClauseKind.SAME or not line.certain]
    if row.heading.kind is ClauseKind.CHANGED:
        yield _line(row.heading)
    for line in changed:
        yield _line(line)
    same = len(row.lines) - len(changed)
    if same:
        yield _labelled(words.clauses[ClauseKind.SAME], FAINT, [(f"{same}条", FAINT)])
    if row.notes:
        yield _labelled("说明", FAINT, [("；".join(row.notes), FAINT if row.certain else DOUBT)])


def _line(line: Line) -> _Paragraph:
    label = line.label if line.certain else "疑似"
    spans = [(f"{line.name}：", PLAIN)] if line.name else []
    spans += marked(line.pieces)
    if line.note:
        spans.append((f"（{line.note}）", FAINT if line.certain else DOUBT))
    return _labelled(label, _LABELS.get(line.kind, PLAIN) if line.certain else DOUBT, spans)


def marked(pieces: Iterable[Piece]) -> list[Span]:
    """The words of a text, those that differ between marks."""
    marks = [(_MARKS[piece.kind], piece.text) for piece in pieces]
    return [(f"{before}{text}{behind}", style) for (before, behind, style), text in marks]


def _target(target: TargetRow) -> _Paragraph:
    note = f"（{target.note}）" if target.note else ""
    text = f"{target.place} {target.object}：{target.old} → {target.new}"
    style = _LABELS.get(target.kind, PLAIN)
    return _labelled(target.label, style, [(text, PLAIN), (note, FAINT)], text_at=_TARGET)


def _unit(unit: UnitRow, words: Wording) -> Iterator[_Paragraph]:
    yield _INDENT, [(f"{unit.place} {unit.heading}", PLAIN)]
    if unit.added:
        yield _labelled(words.word("joined"), INSERTED, [("、".join(unit.added), PLAIN)])
    if unit.removed:
        yield _labelled(words.word("left"), DELETED, [("、".join(unit.removed), PLAIN)])
    for note in unit.notes:
        yield _labelled("其他", PLAIN, [(note, PLAIN)])


def _labelled(label: str, style: str, spans: list[Span], text_at: int = _TEXT) -> _Paragraph:
    """A label in a column of its own, the text from column `text_at` on."""
    gap = " " * max(1, text_at - _INDENT - width(label))
    return text_at, [(" " * _INDENT, PLAIN), (label, style), (gap, PLAIN), *spans]
