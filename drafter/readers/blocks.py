"""What every format is turned into before it is understood: lines, tables, page margins, each with its place.

Plain dataclasses, so that a process that only cuts a file into lines starts without the model.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line or paragraph as printed; `where` tells people where it stands (第12行, 第3段)."""

    text: str
    where: str


@dataclass(frozen=True)
class Table:
    """A table: rows of cells, lines inside a cell parted by a line feed.

    Where it is not `headed`, the first row names the columns and was not printed.
    """

    rows: tuple[tuple[str, ...], ...]
    where: str
    headed: bool = True


@dataclass(frozen=True)
class Margin:
    """Text outside the type area: headers and footers."""

    text: str
    where: str


Block = Line | Table | Margin
