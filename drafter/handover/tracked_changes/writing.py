"""Writes rows of blocks into the new document as tracked changes."""

from collections import deque
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.handover.tracked_changes import endings
from drafter.handover.tracked_changes.aligning import BlockRow, aligned
from drafter.handover.tracked_changes.blocks import (
    P_PROPERTIES,
    PARAGRAPH,
    TABLE,
    Atom,
    Element,
    atoms,
    blocks,
    boxes,
    cells,
    is_blank,
    rows,
    text_of,
)
from drafter.handover.tracked_changes.revisions import DELETED, INSERTED, Revisions, run_like, text_element
from drafter.handover.tracked_changes.tables import RowPair, cell_pieces, heads, row_pairs
from drafter.model.comparison import Piece, PieceKind

_LAYOUT = tuple(qn(f"w:{name}") for name in ("sectPr", "rPr", "keepNext", "pageBreakBefore"))
_MARKS = {PieceKind.DELETED: DELETED, PieceKind.INSERTED: INSERTED}


@dataclass(frozen=True)
class Writer:
    """Writes marks; `mains` are the items compared with each other (new to old), which a progress table follows."""

    revisions: Revisions
    mains: Mapping[int, int]
    strict_order: bool

    def write(self, container: Element, found: Iterable[BlockRow]) -> None:
        """Mark the new blocks of a body, box or cell and put the old ones that ended between them."""
        last: Element | None = None
        for row in found:
            if row.new is None and row.old is not None:
                for gone in self._gone(row):
                    _put(container, last, gone)
                    last = gone
            elif row.new is not None:
                self._mark(row)
                last = row.new
        endings.close(container)

    def _mark(self, row: BlockRow) -> None:
        old, new = row.old, row.new
        if new is None:
            return
        if new.tag == TABLE:
            self._mark_table(old, new)
            return
        inner = boxes(new)
        others = boxes(old) if old is not None else []
        for at, box in enumerate(inner):
            before = blocks(others[at]) if at < len(others) else []
            self.write(box, aligned(before, blocks(box), {}))
        if old is None and not row.pieces:
            self.rewrite(new, None, _whole(PieceKind.INSERTED, new))
        elif any(piece.kind is not PieceKind.KEPT for piece in row.pieces):
            self.rewrite(new, old, row.pieces)
        only_new = old is None and all(piece.kind is PieceKind.INSERTED for piece in row.pieces)
        if only_new and endings.may_be_marked(new):
            self.revisions.mark_paragraph(new, INSERTED)

    def _gone(self, row: BlockRow) -> list[Element]:
        """Copies of an old block as deleted; of text boxes anchored in a paragraph only their text."""
        old = row.old
        if old is None:
            return []
        if old.tag == TABLE:
            table = deepcopy(old)
            for one in rows(table):
                self._delete_row(one)
            return [self._deleted_line(), table, self._deleted_line()]
        boxed = boxes(old)[:1]
        inner = [line for box in boxed for line in box.iter(PARAGRAPH) if not is_blank(line)]
        copies = [self._deleted(line, _whole(PieceKind.DELETED, line)) for line in inner]
        if text_of(old).strip():
            copies.append(self._deleted(old, row.pieces or _whole(PieceKind.DELETED, old)))
        return copies

    def _deleted(self, old: Element, pieces: Iterable[Piece]) -> Element:
        made: Element = OxmlElement("w:p")
        properties = old.find(P_PROPERTIES)
        if properties is not None:
            made.append(deepcopy(properties))
            for one in list(made[0].iterchildren(*_LAYOUT)):
                made[0].remove(one)
        self.revisions.mark_paragraph(made, DELETED)
        chosen: list[tuple[PieceKind, Atom]] = []
        left = [atom for atom in atoms(old) if atom.text]
        for piece in pieces:
            taken, left = left[: len(piece.text)], left[len(piece.text) :]
            if piece.kind is PieceKind.DELETED:
                chosen += [(piece.kind, atom) for atom in taken]
        self._append(made, chosen)
        return made

    def _deleted_line(self) -> Element:
        """A deleted empty line, which parts two tables that Word would otherwise join."""
        made: Element = OxmlElement("w:p")
        self.revisions.mark_paragraph(made, DELETED)
        return made

    def _delete_row(self, row: Element) -> None:
        self.revisions.mark_row(row, DELETED)
        for paragraph in list(row.iter(PARAGRAPH)):
            self.rewrite(paragraph, paragraph, _whole(PieceKind.DELETED, paragraph))

    def rewrite(self, new: Element, old: Element | None, pieces: Iterable[Piece]) -> None:
        """Put a paragraph's text together from kept, deleted and inserted pieces; whatever is no text stays."""
        after = deque(atoms(new))
        faces = _Faces(old, after)
        made: list[tuple[PieceKind, Atom]] = []
        for piece in pieces:
            _pass(after, made)
            if piece.kind is not PieceKind.INSERTED:
                gone = faces.take(piece.text)
                if piece.kind is PieceKind.DELETED:
                    made += [(piece.kind, atom) for atom in gone]
                    continue
            for _ in piece.text:
                _pass(after, made)
                made.append((piece.kind, after.popleft()))
        _pass(after, made)
        for child in [child for child in new if child.tag != P_PROPERTIES]:
            new.remove(child)
        self._append(new, made)

    def _append(self, paragraph: Element, made: list[tuple[PieceKind, Atom]]) -> None:
        """Append characters as runs, each like the one it came from, inside the marks of their kind."""
        for (kind, bare), chosen in groupby(made, lambda one: (one[0], one[1].run is None)):
            if bare:
                for _, atom in chosen:
                    paragraph.append(atom.element)
                continue
            parent = paragraph
            if kind in _MARKS:
                parent = self.revisions.mark(_MARKS[kind])
                paragraph.append(parent)
            for _, same in groupby(chosen, lambda one: id(one[1].run)):
                parent.append(_run([atom for _, atom in same], deleted=kind is PieceKind.DELETED))

    def _mark_table(self, old: Element | None, new: Element) -> None:
        if old is None:
            for row in rows(new):
                self._insert_row(row)
            return
        pairs = row_pairs(old, new, self.mains, strict_order=self.strict_order)
        named = heads(new)
        last: Element | None = None
        for pair in pairs:
            last = self._mark_row(pair, named, new, last)

    def _mark_row(self, pair: RowPair, named: list[str], table: Element, last: Element | None) -> Element | None:
        old, new = pair.old, pair.new
        if new is None:
            if old is None:
                return last
            gone = _fitted(deepcopy(old), table)
            self._delete_row(gone)
            _put(table, last, gone)
            return gone
        if old is None:
            self._insert_row(new)
        else:
            for head, before, after in zip(named, cells(old), cells(new), strict=False):
                self._mark_cell(head, before, after)
        return new

    def _mark_cell(self, head: str, old: Element, new: Element) -> None:
        """The words that differ in a cell of one paragraph; several are compared like those of a page."""
        before, after = list(old.iterchildren(PARAGRAPH)), list(new.iterchildren(PARAGRAPH))
        if len(before) == len(after) == 1:
            pieces = cell_pieces(head, text_of(before[0]), text_of(after[0]))
            if pieces:
                self.rewrite(after[0], before[0], pieces)
        else:
            self.write(new, aligned(blocks(old), blocks(new), {}))

    def _insert_row(self, row: Element) -> None:
        self.revisions.mark_row(row, INSERTED)
        for paragraph in list(row.iter(PARAGRAPH)):
            self.rewrite(paragraph, None, _whole(PieceKind.INSERTED, paragraph))


class _Faces:
    """Finds the runs that old text stood in; text from another paragraph gets the face of the new one's body."""

    def __init__(self, old: Element | None, new: deque[Atom]) -> None:
        self._atoms = [] if old is None else [atom for atom in atoms(old) if atom.text]
        self._text = "".join(atom.text for atom in self._atoms)
        self._at = 0
        self._body = next((atom.run for atom in reversed(new) if atom.text), None)

    def take(self, text: str) -> list[Atom]:
        """The characters of a text, in order, as they stood in the old paragraph."""
        at = self._at if self._text.startswith(text, self._at) else self._text.find(text)
        if at >= 0:
            self._at = at + len(text)
            return self._atoms[at : self._at]
        line_break: Element = OxmlElement("w:br")
        run = line_break if self._body is None else self._body
        return [Atom(char, line_break, run) for char in text]


def _whole(kind: PieceKind, paragraph: Element) -> tuple[Piece, ...]:
    text = text_of(paragraph)
    return (Piece(kind=kind, text=text),) if text else ()


def _pass(left: deque[Atom], made: list[tuple[PieceKind, Atom]]) -> None:
    """Take what is no text from the front of what is left."""
    while left and not left[0].text:
        made.append((PieceKind.KEPT, left.popleft()))


def _run(chosen: list[Atom], *, deleted: bool) -> Element:
    """A run of characters and other parts, with the properties of the run they came from."""
    made = run_like(chosen[0].run)
    for plain, same in groupby(chosen, lambda atom: bool(atom.text) and atom.text not in "\n\t"):
        if plain:
            made.append(text_element("".join(atom.text for atom in same), deleted=deleted))
        else:
            for atom in same:
                made.append(deepcopy(atom.element))
    return made


def _put(container: Element, last: Element | None, made: Element) -> None:
    """Put a block behind the last one, or before all others."""
    if last is not None:
        last.addnext(made)
        return
    kind = made.tag if made.tag == qn("w:tr") else (PARAGRAPH, TABLE)
    first = next(container.iterchildren(*([kind] if isinstance(kind, str) else kind)), None)
    if first is None:
        container.append(made)
    else:
        first.addprevious(made)


def _fitted(row: Element, table: Element) -> Element:
    """A row with the widths of another table's columns."""
    widths = [column.get(qn("w:w"), "") for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    found = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in cells(row)]
    if len(found) == len(widths):
        for width, wide in zip(found, widths, strict=True):
            if width is not None:
                width.set(qn("w:w"), wide)
    return row
