"""What every format is turned into before it is understood: lines and tables, each with its place."""

from drafter.model.base import Value


class Line(Value):
    """One line or paragraph as printed; `where` tells people where it stands (第12行, 第3段)."""

    text: str
    where: str


class Table(Value):
    """A table: rows of cells, lines inside a cell parted by a line feed."""

    rows: tuple[tuple[str, ...], ...]
    where: str


Block = Line | Table
