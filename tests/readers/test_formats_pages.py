"""PDF and OFD: signs on pages made the lines of the text again."""

import re
from pathlib import Path

import pytest

from drafter.errors import NotUnderstood
from drafter.readers import formats
from drafter.readers.blocks import Table
from tests.conftest import REFERENCES
from tests.readers.alike import alike
from tests.readers.five import read_as_file
from tests.readers.making import ofd_file, pdf_file, pdf_of


@pytest.mark.parametrize("reference", REFERENCES)
def test_an_ofd_file_reads_to_the_same_notice(reference: str, tmp_path: Path) -> None:
    reading = read_as_file(ofd_file(reference), tmp_path, ".ofd")
    assert alike(reading, reference, without_tables=True) == []


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_pdf_without_fonts_of_its_own_reads_to_the_same_notice(reference: str, tmp_path: Path) -> None:
    reading = read_as_file(pdf_file(reference, header="内部资料　注意保存"), tmp_path, ".pdf")
    assert alike(reading, reference, without_tables=True) == []
    assert [one.printed for one in reading.problems if "页眉" in one.where] == ["内部资料　注意保存"]


def test_page_numbers_of_a_pdf_are_no_text() -> None:
    found, _ = formats.blocks(pdf_file("博山区-2025"), "甲.pdf")
    assert not [block for block in found if not isinstance(block, Table) and re.search(r"— \d+ —", block.text)]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(NotUnderstood, match=r"扫描件.*OCR"):
        formats.blocks(pdf_of([b"0 0 100 100 re f"]), "甲.pdf")


def test_a_pdf_whose_codes_are_no_text_is_refused() -> None:
    codes_of_no_text = "".join(f"{0xE000 + at:04x}" for at in range(200))
    shown = f"BT /F1 16 Tf 79 700 Td <{codes_of_no_text}> Tj ET".encode()
    with pytest.raises(NotUnderstood, match=r"编码已乱|扫描件"):
        formats.blocks(pdf_of([shown]), "甲.pdf")
