"""The five notices as Word documents: however the text is cut into runs and paragraphs, the notice is the same."""

import copy
import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from drafter.model.results import Reading
from drafter.readers import read
from tests.conftest import REFERENCES
from tests.readers.accounting import kept
from tests.readers.five import codes, differences, expected, lines_of, path_of, read_as_file

Writer = Callable[[Paragraph, str], None]
SAY = "甲乙丙丁要求各单位抓好戊己庚辛工作。"


def plainly(paragraph: Paragraph, text: str) -> None:
    """The text as one run."""
    paragraph.add_run(text)


def shattered(paragraph: Paragraph, text: str) -> None:
    """Every sign a run of its own, bold or not in turn, as after many hands."""
    for at, char in enumerate(text):
        paragraph.add_run(char).bold = at % 2 == 0


def unevenly(paragraph: Paragraph, text: str) -> None:
    """Runs of two to five signs, empty ones between them."""
    cut = itertools.cycle((2, 5, 3))
    while text:
        size = next(cut)
        paragraph.add_run(text[:size])
        paragraph.add_run("")
        text = text[size:]


def split_at_table(reference: str) -> tuple[list[str], list[str]]:
    """The lines before and behind the table of a source; all before where it has none."""
    lines = lines_of(reference)
    first = next((at for at, line in enumerate(lines) if line.startswith("\t")), len(lines))
    behind = next((at for at in range(first, len(lines)) if lines[at].startswith("抄送")), len(lines))
    return lines[:first], lines[behind:]


def document(reference: str, write: Writer = plainly) -> Document:
    """A Word document of a source: a paragraph a line, the table as a table."""
    made = docx.Document()
    before, behind = split_at_table(reference)
    for line in before:
        write(made.add_paragraph(), line)
    for attachment in expected(reference)["attachments"]:
        if attachment["columns"]:
            rows = [attachment["columns"], *attachment["rows"]]
            table = made.add_table(len(rows), len(rows[0]))
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    for line in behind:
        write(made.add_paragraph(), line)
    return made


def read_word(made: Document, folder: Path) -> Reading:
    """Save and read a document."""
    saved = io.BytesIO()
    made.save(saved)
    return read_as_file(saved.getvalue(), folder, ".docx")


def paragraph_with(made: Document, text: str) -> Paragraph:
    """The first paragraph that holds a text."""
    return next(paragraph for paragraph in made.paragraphs if text in paragraph.text)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("write", [plainly, shattered, unevenly])
def test_a_word_document_reads_to_the_same_notice(write: Writer, reference: str, tmp_path: Path) -> None:
    reading, plain = read_word(document(reference, write), tmp_path), read(path_of(reference))
    assert differences(reading.notice, plain.notice) == []
    assert codes(reading) == codes(plain)


@pytest.mark.parametrize("reference", REFERENCES)
def test_problems_of_a_word_document_name_the_paragraph(reference: str, tmp_path: Path) -> None:
    for problem in read_word(document(reference), tmp_path).problems:
        assert re.fullmatch(r"第\d+段|第\d+段后的表格|文末", problem.where)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_title_broken_by_line_breaks_is_one_title(reference: str, tmp_path: Path) -> None:
    made = document(reference)
    title = paragraph_with(made, "关于")
    following = next((one for one in made.paragraphs if one.text.strip() in ("项目清单的通知", "通知")), None)
    if following:
        title.add_run().add_break()
        title.add_run(following.text)
        following.text = ""
    assert differences(read_word(made, tmp_path).notice, read(path_of(reference)).notice) == []


def test_numbered_lines_of_a_table_cell_stay_in_their_cell(tmp_path: Path) -> None:
    made = document("临淄区-2026")
    made.tables[0].rows[1].cells[3].text = "已举办2场。\n正在筹备第3场。"
    (attachment,) = read_word(made, tmp_path).notice.attachments
    assert attachment.rows[0][3] == "已举办2场。\n正在筹备第3场。"


@pytest.mark.parametrize("reference", REFERENCES)
def test_text_struck_out_by_a_reviewer_is_not_read_and_text_put_in_is(reference: str, tmp_path: Path) -> None:
    made = document(reference)
    first = paragraph_with(made, "一、")
    deleted = f'<w:del {nsdecls("w")} w:id="1" w:author="王小明"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    first._p.insert(0, element(deleted))
    last = paragraph_with(made, "请认真组织实施" if "印发" in made_text(made) else "通知如下")
    put_in = element(f'<w:ins {nsdecls("w")} w:id="2" w:author="王小明"/>')
    run = last.runs[-1]._r
    run.addprevious(put_in)
    put_in.append(run)
    assert differences(read_word(made, tmp_path).notice, read(path_of(reference)).notice) == []


def test_text_that_a_reviewer_moved_stands_only_where_it_was_moved_to(tmp_path: Path) -> None:
    made = document("博山区-2025")
    item = paragraph_with(made, "三、实施托育服务")
    away = copy.deepcopy(item.runs[0]._r)
    moved = element(f'<w:moveFrom {nsdecls("w")} w:id="3" w:author="王小明"/>')
    moved.append(away)
    paragraph_with(made, "五、实施文化")._p.append(moved)
    assert differences(read_word(made, tmp_path).notice, read(path_of("博山区-2025")).notice) == []


def element(xml: str) -> Any:
    """An element of a Word document."""
    return parse_xml(xml)


def made_text(made: Document) -> str:
    """All paragraphs of a document."""
    return "\n".join(paragraph.text for paragraph in made.paragraphs)


def wrapped(inner: str, around: str) -> str:
    """A paragraph of text inside other elements, as XML."""
    paragraph = f"<w:p><w:r><w:t>{inner}</w:t></w:r></w:p>"
    spaces = nsdecls("w", "wp", "a") + (
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return around.replace("{p}", paragraph).replace("{r}", f"<w:r><w:t>{inner}</w:t></w:r>").replace("{ns}", spaces)


TABLE = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
WRAPPINGS = {
    "a hyperlink": '<w:p {ns}><w:hyperlink w:anchor="a">{r}</w:hyperlink></w:p>',
    "a content control in a paragraph": "<w:p {ns}><w:sdt><w:sdtContent>{r}</w:sdtContent></w:sdt></w:p>",
    "a content control round a paragraph": "<w:sdt {ns}><w:sdtContent>{p}</w:sdtContent></w:sdt>",
    "custom XML round a paragraph": '<w:customXml {ns} w:element="a">{p}</w:customXml>',
    "a smart tag": '<w:p {ns}><w:smartTag w:element="a">{r}</w:smartTag></w:p>',
    "a field": '<w:p {ns}><w:fldSimple w:instr="AUTHOR">{r}</w:fldSimple></w:p>',
    "a text moved here": '<w:p {ns}><w:moveTo w:id="1" w:author="a">{r}</w:moveTo></w:p>',
    "an old text box": "<w:p {ns}><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r></w:p>",
    "a text box": '<w:p {ns}><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="a"><wps:wsp><wps:txbx>'
    "<w:txbxContent>{p}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</w:r></w:p>",
    "a table of one cell": f"<w:tbl {{ns}}>{TABLE}<w:tr><w:tc>{{p}}</w:tc></w:tr></w:tbl>",
    "a table in a table": f"<w:tbl {{ns}}>{TABLE}<w:tr><w:tc><w:tbl>{TABLE}<w:tr><w:tc>{{p}}</w:tc></w:tr></w:tbl>"
    "<w:p/></w:tc></w:tr></w:tbl>",
    "a content control in a cell": f"<w:tbl {{ns}}>{TABLE}<w:tr><w:tc><w:sdt><w:sdtContent>{{p}}</w:sdtContent></w:sdt>"
    "<w:p/></w:tc></w:tr></w:tbl>",
}


@pytest.mark.parametrize("name", WRAPPINGS)
def test_no_text_of_a_word_document_is_lost_in_silence(name: str, tmp_path: Path) -> None:
    made = document("博山区-2025")
    paragraph_with(made, "各镇（街道）、有关部门单位")._p.addnext(element(wrapped(SAY, WRAPPINGS[name])))
    assert SAY.strip("。") in kept(read_word(made, tmp_path))


@pytest.mark.parametrize("where", ["header", "footer"])
def test_text_in_header_or_footer_is_kept_or_told(where: str, tmp_path: Path) -> None:
    made = document("博山区-2025")
    getattr(made.sections[0], where).paragraphs[0].add_run(SAY)
    assert SAY.strip("。") in kept(read_word(made, tmp_path))


def test_ordinals_that_word_counts_itself_do_not_swallow_the_items(tmp_path: Path) -> None:
    made = document("博山区-2025")
    for paragraph in [one for one in made.paragraphs if re.match("[二三四五]、", one.text)]:
        paragraph.runs[0].text = paragraph.text[2:]
        paragraph.style = "List Number"
    reading = read_word(made, tmp_path)
    assert len(reading.notice.items) == 10 or [told for told in reading.problems if told.code == "item-numbering"]


def test_a_cell_over_two_columns_is_read_once(tmp_path: Path) -> None:
    made = document("临淄区-2026")
    row = made.tables[0].rows[1]
    row.cells[3].text, row.cells[4].text = SAY, ""
    row.cells[3].merge(row.cells[4])
    assert kept(read_word(made, tmp_path)).count(SAY.strip("。")) == 1


@pytest.mark.parametrize("fault", ["without rows", "a row without cells", "a row cut short", "a row too long"])
def test_a_table_with_a_fault_is_read_and_the_notice_stays(fault: str, tmp_path: Path) -> None:
    made, plain = document("临淄区-2026"), read(path_of("临淄区-2026")).notice
    row = made.tables[0].rows[2]
    cells: list[Any] = [cell._tc for cell in row.cells]
    if fault == "without rows":
        made.add_table(0, 3)
    elif fault == "a row too long":
        row._tr.append(copy.deepcopy(cells[1]))
    else:
        for cell in cells[0 if fault == "a row without cells" else 1 :]:
            cell.getparent().remove(cell)
    notice = read_word(made, tmp_path).notice
    assert notice.items == plain.items
    assert notice.attachments[0].columns == plain.attachments[0].columns
    assert plain.attachments[0].rows[0] in notice.attachments[0].rows
