"""What a PDF is read into: places known beforehand come back, through LibreOffice and without."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from drafter import office
from drafter.measure import pdf
from drafter.measure.pages import BLACK, Box, Colour, Page, Rule, into_lines, merged
from drafter.measure.tables import find_tables
from tests.measure.making import line as set_line
from tests.measure.making import lying, standing

RED = Colour(255, 0, 0)


def known_document(path: Path) -> None:
    """Page 1: two paragraphs of known place and face, a red rule 1.5 pt thick. Page 2 blank. Page 3: a table."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    for text, face, size in (("国家中心文字", "仿宋_GB2312", 16), ("一二三四2026年", "黑体", 22)):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(30)
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        faces = run._r.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            faces.set(qn(f"w:{slot}"), face)
    border = etree.SubElement(etree.SubElement(paragraph._p.get_or_add_pPr(), qn("w:pBdr")), qn("w:bottom"))
    for name, value in (("val", "single"), ("sz", "12"), ("space", "0"), ("color", "FF0000")):
        border.set(qn(f"w:{name}"), value)
    for _number in range(2):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    for cell, text in zip(table._cells, "甲乙丙丁", strict=True):
        cell.text = text
    document.save(str(path))


@pytest.mark.long
def test_known_places_come_back_from_libreoffice(tmp_path: Path) -> None:
    known_document(tmp_path / "a.docx")
    first, blank, third = pdf.read(office.convert([tmp_path / "a.docx"])[0])
    assert (round(first.width), round(first.height)) == (210, 297)
    upper, lower = first.lines
    assert (upper.text, lower.text) == ("国家中心文字", "一二三四2026年")
    assert (upper.size, lower.size) == (16, 22)
    assert upper.left == pytest.approx(28, abs=0.1)
    assert upper.right == pytest.approx(28 + 6 * 16 * 25.4 / 72, abs=0.2)
    assert lower.baseline - upper.baseline == pytest.approx(30 * 25.4 / 72, abs=0.1)
    assert 37 < upper.ink.y0 < 42
    assert upper.colour == BLACK
    assert upper.font != lower.font
    (rule,) = first.rules
    assert (rule.colour, rule.lies) == (RED, True)
    assert rule.box.x0 == pytest.approx(28, abs=0.3)
    assert rule.box.x1 == pytest.approx(184, abs=0.3)
    assert rule.thickness == pytest.approx(1.5 * 25.4 / 72, abs=0.05)
    assert rule.box.y0 == pytest.approx(37 + 60 * 25.4 / 72, abs=0.6)
    assert blank.is_blank
    (table,) = find_tables(third)
    assert table.cells == (("甲", "乙"), ("丙", "丁"))
    assert len(table.columns) == len(table.rows) == 3


@pytest.mark.long
def test_digits_of_the_stand_in_for_fangsong_are_half_as_wide(tmp_path: Path) -> None:
    known_document(tmp_path / "a.docx")
    (line,) = pdf.read(office.convert([tmp_path / "a.docx"])[0])[0].lines[1:]
    digits = [one.advance for one in line.glyphs if one.char.isdigit()]
    assert len(digits) == 4
    assert all(one == pytest.approx(22 * 25.4 / 72 / 2, abs=0.05) for one in digits)


def test_glyphs_on_one_baseline_are_one_line_from_left_to_right() -> None:
    right, left, other = set_line("右", 100, 50), set_line("左", 30, 50.2), set_line("下", 30, 60)
    lines = into_lines(glyph for one in (right, other, left) for glyph in one.glyphs)
    assert [one.text for one in lines] == ["左右", "下"]


def test_blanks_alone_are_no_line() -> None:
    assert into_lines(set_line("　 ", 30, 50).glyphs) == ()


def test_pieces_of_a_bar_that_touch_are_one() -> None:
    pieces = [lying(100, 0.2, 28, 60), lying(100, 0.2, 60.1, 184), lying(100, 0.2, 100, 150)]
    (whole,) = merged(pieces)
    assert (whole.box.x0, whole.box.x1) == (28, 184)


@pytest.mark.parametrize(
    "other", [lying(100, 0.2, 61, 90), lying(100.5, 0.2, 28, 60), lying(100, 0.2, 60, 90, RED), standing(60, 100, 150)]
)
def test_bars_apart_of_another_colour_or_direction_stay_apart(other: Rule) -> None:
    assert len(merged([lying(100, 0.2, 28, 60), other])) == 2


def test_crossing_bars_are_a_table_and_long_bars_alone_are_none() -> None:
    grid = (*(lying(y, 0.2, 28, 184) for y in (50, 60, 70)), *(standing(x, 50, 70) for x in (28, 100, 184)))
    page = Page(1, 210, 297, (set_line("序号", 30, 57), set_line("名称", 102, 67)), grid)
    (table,) = find_tables(page)
    assert table.cells == (("序号", ""), ("", "名称"))
    assert find_tables(Page(1, 210, 297, (), tuple(one for one in grid if one.lies))) == ()


def test_a_pdf_of_strokes_and_fills_is_read_alike() -> None:
    """A stroke of 2 pt and a filled rectangle of the same place and thickness give the same bar; white ones none."""
    draw = b"1 0 0 rg 100 699 200 2 re f 1 0 0 RG 2 w 100 600 m 300 600 l S 1 1 1 rg 100 500 200 2 re f"
    filled, stroked = pdf.read(_pdf(draw))[0].rules
    assert (filled.colour, stroked.colour) == (RED, RED)
    assert filled.thickness == pytest.approx(stroked.thickness, abs=0.01)
    assert filled.box.x0 == pytest.approx(stroked.box.x0, abs=0.01)
    assert filled.y == pytest.approx((842 - 700) * 25.4 / 72, abs=0.01)
    assert stroked.y == pytest.approx((842 - 600) * 25.4 / 72, abs=0.01)


def test_an_area_of_colour_is_no_bar() -> None:
    (page,) = pdf.read(_pdf(b"0 0 1 rg 100 100 200 200 re f"))
    assert page.rules == ()
    assert page.pictures[0].width == pytest.approx(200 * 25.4 / 72, abs=0.01)
    assert isinstance(page.pictures[0], Box)


def _pdf(content: bytes) -> bytes:
    """A one-page PDF with a content stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    target = io.BytesIO()
    target.write(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = target.tell()
    target.write(b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in places))
    target.write(b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return target.getvalue()
