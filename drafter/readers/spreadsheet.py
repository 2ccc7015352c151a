"""Spreadsheets (.xlsx, .xls, .et that are such inside, .ods) as tables; the only place that knows python_calamine."""

import datetime
import io
from collections.abc import Iterator

import python_calamine

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Table
from drafter.readers.notes import Notes
from drafter.readers.packages import Package

_ROWS, _COLUMNS = 3_000, 60
_ZIP = b"PK\x03\x04"

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
Row = tuple[str, ...]


def blocks(data: bytes, name: str, notes: Notes) -> list[Block]:
    """The sheets of a workbook in order: rows of one cell above and below a list as lines, the list as a table.

    Raises NotUnderstood for a damaged workbook or one larger than any list.
    """
    if data.startswith(_ZIP):
        Package(data, name)  # refuses what would swell
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        found: list[Block] = []
        for about in book.sheets_metadata:
            if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            if about.visible is not python_calamine.SheetVisibleEnum.Visible:
                notes.tell("text-hidden", f"工作表“{about.name}”", about.name)
                continue
            found += _sheet(book.get_sheet_by_name(about.name), name)
    except NotUnderstood:
        raise
    except BaseException as error:  # a fault in the library's Rust code comes as no Exception
        raise NotUnderstood(
            f"{name} 是电子表格，已损坏或设有密码，打不开。请用 Excel 或 WPS 打开并另存后重试。"
        ) from error
    return found


def _sheet(sheet: python_calamine.CalamineSheet, name: str) -> Iterator[Block]:
    if sheet.height > _ROWS or sheet.width > _COLUMNS:
        raise NotUnderstood(
            f"{name} 的工作表“{sheet.name}”超过{_ROWS}行或{_COLUMNS}列，不像一份清单。请只留下清单，另存后重试。"
        )
    first = (sheet.start or (0, 0))[0] + 1
    rows = [tuple(map(_text, row)) for row in sheet.to_python(skip_empty_area=True)]
    listed = [at for at, row in enumerate(rows) if sum(map(bool, row)) > 1]
    start, end = (listed[0], listed[-1] + 1) if listed else (len(rows), len(rows))
    yield from _lines(rows[:start], sheet.name, first)
    if listed:
        yield Table(rows=_without_empty_columns(rows[start:end]), where=f"工作表“{sheet.name}”第{first + start}行")
    yield from _lines(rows[end:], sheet.name, first + end)


def _lines(rows: list[Row], sheet: str, first: int) -> Iterator[Line]:
    for number, row in enumerate(rows, start=first):
        for text in "".join(row).split("\n"):
            if text.strip():
                yield Line(text=text, where=f"工作表“{sheet}”第{number}行")


def _without_empty_columns(rows: list[Row]) -> tuple[Row, ...]:
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)]
    return tuple(tuple(row[at] for at in used) for row in rows if any(row))


def _text(cell: Cell) -> str:
    """A cell as people read it: whole numbers without a point, days in Chinese."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return f"{cell:.10g}"
    if isinstance(cell, datetime.date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return str(cell).replace("\r\n", "\n").replace("_x000D_", "").strip()
