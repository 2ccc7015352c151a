"""Lists in spreadsheets, a line a row and as tables."""

from pathlib import Path

import pytest

from drafter.readers import formats, read_bytes
from drafter.readers.blocks import Line, Table
from tests.conftest import REFERENCES
from tests.readers.alike import alike, plain
from tests.readers.five import read_as_file
from tests.readers.making import lines_without_table, rows_of, sheet_file


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_list_in_a_spreadsheet_reads_to_the_same_items(reference: str) -> None:
    items = plain(reference).notice.items
    rows = [[str(at), item.heading or "", item.body, "、".join(item.units)] for at, item in enumerate(items, start=1)]
    title = plain(reference).notice.title
    data = sheet_file([[title], ["序号", "实事项目", "主要内容", "责任单位"], *rows])
    read_back = read_bytes(data, "清单.xlsx").notice.items
    assert [(one.heading, one.body, one.units) for one in read_back] == [
        (one.heading, one.body, one.units) for one in items
    ]


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_spreadsheet_with_a_line_a_row_reads_to_the_same_notice(reference: str, tmp_path: Path) -> None:
    rows = [[line] for line in lines_without_table(reference)]
    reading = read_as_file(sheet_file(rows), tmp_path, ".xlsx")
    assert alike(reading, reference, without_tables=True) == []


def test_a_list_in_a_spreadsheet_is_a_table_between_lines() -> None:
    rows = [["某区2025年为民办实事清单"], *rows_of("博山区-2023"), ["备注：按季度调度。"]]
    found, _ = formats.blocks(sheet_file(rows), "甲.xlsx")
    assert [type(one) for one in found] == [Line, Table, Line]
    table = found[1]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == [row[1] for row in rows_of("博山区-2023")]
    assert table.rows[1][0] == "1"
    assert "工作表“清单”第2行" in table.where
