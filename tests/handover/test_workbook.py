"""The workbook: other programs read from it every text that was put in, and nothing else."""

import io
import zipfile

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter.errors import UnfitValue
from drafter.handover.workbook import workbook

COLUMNS = [("序号", 6.0), ("事项", 30.0)]
CELLS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n<>&\"'"))


def cells(data: bytes) -> list[list[str]]:
    """What calamine reads."""
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return [[str(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
@settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # the first draw builds a table of all characters
def test_every_text_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    made = workbook("标题", "表", COLUMNS, rows)
    plain = [list(row) for row in rows]
    read = cells(made.data)
    assert read[:2] == [["标题", ""], ["序号", "事项"]]
    assert read[2:] == plain


def test_figures_stay_texts_and_no_formula_is_made() -> None:
    rows = [("001", "=1+1"), ("1.50", "2026-1-2")]
    assert cells(workbook("t", "s", COLUMNS, rows).data)[2:] == [list(row) for row in rows]


def test_equal_tables_give_equal_bytes() -> None:
    assert workbook("t", "s", COLUMNS, [("1", "a")]).data == workbook("t", "s", COLUMNS, [("1", "a")]).data


def test_a_checker_of_office_files_finds_no_fault_but_the_absent_theme(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("book") / "b.xlsx"
    workbook("标题<&>", "表", COLUMNS, [("1", "甲\n乙"), ("2", "甲\n乙")]).save(path)
    errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    assert [error for error in errors if "/theme'" not in error] == []


def test_every_part_is_well_formed_and_named() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook("t", "s", COLUMNS, [("1", "a")]).data)) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode("utf-8")
        for name in names:
            etree.fromstring(package.read(name))
    assert all(f'"/{name}"' in types for name in names if name.startswith("xl/") and not name.endswith(".rels"))


def test_a_character_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(UnfitValue, match="U\\+0007"):
        workbook("t", "s", COLUMNS, [("1", "a\x07")])
