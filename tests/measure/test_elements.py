"""A notice laid out as other tools do it, without a style of ours: each element is found by text and place."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from drafter import office
from drafter.measure import pdf
from drafter.measure.elements import Found, Kind, find_elements
from drafter.measure.judging import judge
from drafter.model.notice import Format

BODY = "各部门要加强组织领导，明确责任分工，确保各项实事按时完成，并于每季度末报送进展情况。"


def add(document: Any, text: str, size: float = 16, **how: Any) -> Paragraph:
    """A paragraph of a size; `right`, `indent`, `middle`, `red` as told."""
    paragraph: Paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.space_after, form.line_spacing = Pt(0), Pt(max(28, size * 1.3))
    form.first_line_indent = Pt(32) if how.get("indent") else None
    if how.get("middle"):
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if how.get("right"):
        form.alignment, form.right_indent = WD_ALIGN_PARAGRAPH.RIGHT, Pt(how["right"])
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor(255, 0, 0) if how.get("red") else None
    faces = run._r.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia"):
        faces.set(qn(f"w:{slot}"), how.get("face", "仿宋"))
    return paragraph


def border(parent: Any, side: str, width: int, colour: str) -> None:
    edge = etree.SubElement(parent, qn(f"w:{side}"))
    for name, value in (("val", "single"), ("sz", str(width)), ("space", "1"), ("color", colour)):
        edge.set(qn(f"w:{name}"), value)


def add_imprint(document: Any) -> None:
    """A table in the flow of text with lying borders only."""
    table = document.add_table(2, 1)
    borders = etree.SubElement(table._tbl.tblPr, qn("w:tblBorders"))
    for side in ("top", "bottom", "insideH"):
        border(borders, side, 8, "000000")
    lines = ("抄送：区委办公室，区人大办公室。", "某某区人民政府办公室　　　2026年3月2日印发")
    for cell, text in zip(table._cells, lines, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.font.size = Pt(14)


def foreign(path: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    add(document, "某某区人民政府办公室文件", 30, middle=True, red=True, face="宋体")
    add(document, "某政办字〔2026〕5号", middle=True)
    rule = add(document, "", 10)
    border(etree.SubElement(rule._p.get_or_add_pPr(), qn("w:pBdr")), "top", 18, "FF0000")
    for text in ("某某区人民政府办公室", "关于做好2026年妇女儿童实事的通知"):
        add(document, text, 22, middle=True, face="宋体")
    add(document, "各镇人民政府，区政府各部门：")
    for heading in ("一、促进就业。", "二、关爱儿童。"):
        paragraph = add(document, heading, indent=True, face="黑体")
        run = paragraph.add_run(BODY)
        run.font.size = Pt(16)
    add(document, "")
    add(document, "附件：任务分工表", indent=True)
    for _ in range(2):
        add(document, "")
    add(document, "某某区人民政府办公室", right=40)
    add(document, "2026年3月1日", right=64).add_run()
    add(document, "（此件公开发布）", indent=True).add_run().add_break(WD_BREAK.PAGE)
    add(document, "附件", face="黑体")
    add(document, "任务分工表", 22, middle=True, face="宋体")
    table = document.add_table(3, 2)
    table.style = "Table Grid"
    for cell, text in zip(table._cells, ("序号", "任务", "1", "就业", "2", "儿童"), strict=True):
        cell.text = text
    add(document, "")
    add_imprint(document)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("- ")
    field = etree.SubElement(footer._p, qn("w:fldSimple"))
    field.set(qn("w:instr"), "PAGE")
    etree.SubElement(etree.SubElement(field, qn("w:r")), qn("w:t")).text = "1"
    footer.add_run(" -")
    document.save(str(path))


def texts(found: Found, kind: Kind) -> list[str]:
    return [one.line.solid for one in found.of(kind)]


@pytest.mark.long
def test_the_elements_of_a_foreign_notice_are_found(tmp_path: Path) -> None:
    foreign(tmp_path / "a.docx")
    found = find_elements(pdf.read(office.convert([tmp_path / "a.docx"])[0]))
    assert found.format is Format.FILE
    assert [one.text for one in found.head.mark] == ["某某区人民政府办公室文件"]
    assert found.head.number is not None
    assert found.head.number.solid == "某政办字〔2026〕5号"
    assert [one.colour.is_red for one in found.head.bands] == [True]
    assert texts(found, Kind.TITLE) == ["某某区人民政府办公室", "关于做好2026年妇女儿童实事的通知"]
    assert texts(found, Kind.RECIPIENTS) == ["各镇人民政府，区政府各部门："]
    assert texts(found, Kind.ANNOUNCED) == ["附件：任务分工表"]
    assert texts(found, Kind.ORGAN) == ["某某区人民政府办公室"]
    assert texts(found, Kind.DATE) == ["2026年3月1日"]
    assert texts(found, Kind.NOTE) == ["（此件公开发布）"]
    assert texts(found, Kind.LABEL) == ["附件"]
    assert texts(found, Kind.HEADING) == ["任务分工表"]
    assert [one.cells[0] for one in found.tables] == [("序号", "任务")]
    assert found.imprint is not None
    assert len(found.imprint.rules) == 3
    assert [one.solid for one in found.imprint.copies] == ["抄送：区委办公室，区人大办公室。"]
    assert found.imprint.issued is not None
    assert [one.solid for one in found.numbers.values()] == ["-1-", "-2-"]
    red = {one.rule for one in judge(found) if one.ok is False}
    assert {"H-07", "N-01", "N-03", "B-02", "P-24"} <= red
    assert not red & {"P-01", "P-02", "P-09", "H-11", "M-13", "M-16", "M-20", "M-33", "M-50", "M-54"}
