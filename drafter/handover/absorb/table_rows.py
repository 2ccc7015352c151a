"""The rows of a progress table that came back: they are made from the items, so what only the table says is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.model.notice import Attachment, Item, Notice
from drafter.similarity import folded

_ADVICE = "表格由实事生成，请在实事里改"
_NUMBER, _NAMES, _UNITS, _TIMES = "序号", "实事", ("单位", "部门"), ("时限", "完成时间")
_Row = tuple[str, ...]


def only_in_tables(base: Notice, returned: Notice, pairs: Mapping[int, int], separator: str) -> Iterator[str]:
    """What the progress tables say that neither the old items nor the returned ones do; `pairs` as in matching."""
    for number, new in enumerate(returned.attachments, start=1):
        old = base.attachments[number - 1] if number <= len(base.attachments) else None
        if new.is_progress_table and old is not None and old.is_progress_table:
            yield from _Table(number, old, new, returned.items, pairs, separator).differences()


@dataclass(frozen=True)
class _Table:
    """A table in both versions; `pairs` are the items that came back with those they were printed from."""

    number: int
    old: Attachment
    new: Attachment
    items: Sequence[Item]
    pairs: Mapping[int, int]
    separator: str

    def differences(self) -> Iterator[str]:
        """What its rows say that no item does."""
        made = {at for row in self.new.rows for at in self._makers(row)}
        told = {before for after, before in self.pairs.items() if after in made}
        left = [at for at in range(len(self.old.rows)) if at not in told]
        rows = [(at, row) for at, row in enumerate(self.new.rows, start=1) if not self._makers(row)]
        unnamed = []
        for position, row in rows:
            at = self._named(row, left)
            if at is None:
                unnamed.append((position, row))
            else:
                left.remove(at)
                yield from self._cells(position, row, at)
        for position, row in unnamed:
            at = self._alike(row, left)
            if at is not None:
                left.remove(at)
                yield from self._cells(position, row, at)
            else:
                yield f"附件{self.number}第{position}行“{'｜'.join(row)}”在草稿的表里没有（{_ADVICE}）"
        for at in left:
            if at in self.pairs.values():
                row = self.old.rows[at]
                yield f"附件{self.number}原第{at + 1}行“{'｜'.join(row)}”被删去，而这一项还在（{_ADVICE}）"

    def _cells(self, position: int, row: _Row, at: int) -> Iterator[str]:
        item = next((self.items[after] for after, before in self.pairs.items() if before == at), None)
        for column, cell, was in zip(self.new.columns, row, self.old.rows[at], strict=False):
            if not _same(cell, was) and not (item and _same(cell, self._printed(column, item, was))):
                yield f"附件{self.number}第{position}行“{column}”：由“{was}”改为“{cell}”（{_ADVICE}）"

    def _named(self, row: _Row, left: Sequence[int]) -> int | None:
        """The old row of the item that a row names, by its old name or the new one."""
        name = folded(_name(row, self.new.columns))
        for at in left:
            names = [self.items[after].heading or "" for after, before in self.pairs.items() if before == at]
            if name in map(folded, [_name(self.old.rows[at], self.old.columns), *names]):
                return at
        return None

    def _alike(self, row: _Row, left: Sequence[int]) -> int | None:
        """The old row that says the same in another cell that says something: its units, its time."""
        cells = {folded(cell) for cell in row if not cell.isdigit()} - {""}
        return next((at for at in left if cells & {folded(cell) for cell in self.old.rows[at]}), None)

    def _makers(self, row: _Row) -> list[int]:
        """The items that came back which print just this row; there is nothing to tell of it then."""
        cells = list(zip(self.new.columns, row, strict=False))
        return [
            at
            for at, item in enumerate(self.items)
            if all(_same(cell, self._printed(column, item, cell)) for column, cell in cells)
        ]

    def _printed(self, column: str, item: Item, was: str) -> str:
        """What a column holds for an item; a number is as it was, what only the units fill in is empty."""
        if column == _NUMBER:
            return was
        if _NAMES in column:
            return item.heading or ""
        if any(word in column for word in _UNITS):
            return self.separator.join(item.all_units)
        return (item.deadline or "") if any(word in column for word in _TIMES) else ""


def _name(row: _Row, columns: _Row) -> str:
    return next((cell for column, cell in zip(columns, row, strict=False) if _NAMES in column), "")


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)
