"""What a Word document holds beside its plain text: revisions, comments, hidden text, fields, notes, boxes."""

import re
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph

from drafter.readers import formats
from drafter.readers.blocks import Line, Margin, Table
from tests.readers.alike import added, alike
from tests.readers.five import read_as_file
from tests.readers.making import saved, with_changed_parts, with_part
from tests.readers.test_word import document, read_word


def test_a_reviewed_document_is_read_as_accepted_and_told(tmp_path: Path) -> None:
    made = document("博山区-2025")
    first = next(one for one in made.paragraphs if one.text.startswith("一、"))
    made.add_comment(first.runs[0], text="此处请核实", author="王小明")
    first._p.append(_element('<w:ins w:id="1" w:author="甲"><w:r><w:t></w:t></w:r></w:ins>'))
    first._p.append(_element('<w:del w:id="2" w:author="甲"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'))
    reading = read_word(made, tmp_path)
    assert alike(reading, "博山区-2025") == []
    told = {problem.code: problem for problem in reading.problems}
    assert "增加1处，删除1处" in told["tracked-changes"].message
    assert re.fullmatch(r"第\d+段", told["tracked-changes"].where)
    assert "王小明：此处请核实" in told["comment-left-out"].message
    assert told["comment-left-out"].where.startswith(told["tracked-changes"].where)


def test_a_paragraph_mark_taken_out_joins_what_it_parted(tmp_path: Path) -> None:
    made = document("博山区-2025")
    item = next(one for one in made.paragraphs if one.text.startswith("三、"))
    text = item.text
    item.runs[0].text = text[:12]
    item._p.get_or_add_pPr().append(_element('<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'))
    rest = Paragraph(_element("<w:p/>"), item._parent)
    item._p.addnext(rest._p)
    rest.add_run(text[12:])
    reading = read_word(made, tmp_path)
    assert alike(reading, "博山区-2025") == []
    assert added(reading, "博山区-2025") == {"tracked-changes"}


def test_hidden_text_is_told_and_not_read(tmp_path: Path) -> None:
    made = document("博山区-2025")
    item = next(one for one in made.paragraphs if one.text.startswith("一、"))
    item.add_run("看不见的话").font.hidden = True
    reading = read_word(made, tmp_path)
    assert alike(reading, "博山区-2025") == []
    assert [one.printed for one in reading.problems if one.code == "text-hidden"] == ["看不见的话"]


def test_field_codes_and_page_breaks_are_no_text() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("培训")
    for part in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText> = 5 + 5 </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r><w:t>10</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:br w:type="page"/></w:r>',
        "<w:r><w:t>\ufffc人，</w:t><w:br/><w:t>甲</w:t></w:r>",
    ):
        paragraph._p.append(_element(part))
    found, _ = formats.blocks(saved(made), "甲.docx")
    assert [block.text for block in found if isinstance(block, Line)] == ["培训10人，", "甲"]


def test_footnotes_are_shown_with_their_place() -> None:
    made = docx.Document()
    made.add_paragraph("甲")._p.append(_element('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>此数含高新区。</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {_WORD}>{note}</w:footnotes>".encode()
    found, _ = formats.blocks(with_part(saved(made), "word/footnotes.xml", xml), "甲.docx")
    assert Margin(text="此数含高新区。", where="第1段的脚注1") in found


def test_a_strict_document_reads_to_the_same_notice(tmp_path: Path) -> None:
    data = saved(document("博山区-2025"))
    loose, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict_data = with_changed_parts(data, lambda part: part.replace(loose, strict))
    assert strict_data != data
    assert alike(read_as_file(strict_data, tmp_path, ".docx"), "博山区-2025") == []


def test_text_of_nested_boxes_is_read_once() -> None:
    box = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    inner = box.format("<w:p><w:r><w:t>里层</w:t></w:r></w:p>")
    outer = box.format(f"<w:p><w:r><w:t>外层</w:t></w:r>{inner}</w:p>")
    made = docx.Document()
    made.add_paragraph("甲")._p.append(_element(outer))
    made.add_table(1, 2).rows[0].cells[0].paragraphs[0]._p.append(_element(outer))
    found, _ = formats.blocks(saved(made), "甲.docx")
    assert [one.text for one in found if isinstance(one, Line)] == ["甲", "外层", "里层"]
    assert [one.rows for one in found if isinstance(one, Table)] == [(("外层\n里层", ""),)]


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'


def _element(xml: str) -> Any:
    return docx.oxml.parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {_WORD}", xml, count=1))
