"""What every format is turned into before it is understood: lines, tables, page margins, each with its place."""

from drafter.model.base import Value


class Line(Value):
    """One line or paragraph as printed; `where` tells people where it stands (第12行, 第3段)."""

    text: str
    where: str


class Table(Value):
    """A table: rows of cells, lines inside a cell parted by a line feed."""

    rows: tuple[tuple[str, ...], ...]
    where: str


class Margin(Value):
    """Text outside the type area: headers and footers."""

    text: str
    where: str


Block = Line | Table | Margin
