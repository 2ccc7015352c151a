"""Notices of other offices, in shapes that the five do not have; the texts are invented."""

from pathlib import Path

import docx
import docx.shared
import pytest

from drafter import readers, render
from drafter.model.results import Reading
from drafter.render import Templates

RED_HEAD = """青岚县人民政府办公室文件
青政办字〔2025〕第07号
关于2025年为全县妇女儿童办实事的通知
各镇人民政府、街道办事处，县政府各部门：
经县政府同意，现将有关事项通知如下。
一、实施妇女健康行动。
（一）开展“两癌”检查1万人。（责任单位：县卫生健康局）
（二）建设母婴室20间。（牵头单位：县总工会；责任单位：县妇联；完成时限：2025年10月底）
二、打造“儿童友好”社区
建成社区8个。责任单位：县妇联、县民政局。
三、保障措施。加强领导，落实责任。
各单位要高度重视，抓好落实。
青岚县人民政府办公室
二〇二五年五月六日
抄送：县委办公室，县政协办公室
青岚县人民政府办公室秘书科　　2025年5月12日印发
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "青岚县.txt"
    path.write_text(RED_HEAD, encoding="utf-8")
    return readers.read(path)


def told(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def test_a_title_below_a_red_head_needs_no_issuer_of_its_own(reading: Reading) -> None:
    assert reading.notice.issuer == "青岚县人民政府办公室"
    assert reading.notice.title == "关于2025年为全县妇女儿童办实事的通知"
    assert reading.notice.recipients == "各镇人民政府、街道办事处，县政府各部门"


def test_a_number_with_di_and_nought_is_mended_and_told(reading: Reading) -> None:
    assert str(reading.notice.doc_number) == "青政办字〔2025〕7号"
    assert "docno-zero-or-di" in told(reading)


def test_a_date_in_chinese_numerals_is_understood_and_told(reading: Reading) -> None:
    assert str(reading.notice.date) == "2025-05-06"
    assert "date-form" in told(reading)


def test_sub_entries_keep_heading_units_leads_and_deadline(reading: Reading) -> None:
    item = reading.notice.items[0]
    assert (item.heading, item.body) == ("实施妇女健康行动", "")
    first, second = item.entries
    assert first.units == ("县卫生健康局",)
    assert second.units == ("县总工会", "县妇联")
    assert second.lead_units == ("县总工会",)
    assert second.deadline == "2025年10月底"


def test_a_heading_with_a_quoted_name_stands_on_its_own_line(reading: Reading) -> None:
    item = reading.notice.items[1]
    assert (item.heading, item.body) == ("打造“儿童友好”社区", "建成社区8个。")


def test_units_without_brackets_are_read_and_told(reading: Reading) -> None:
    assert reading.notice.items[1].units == ("县妇联", "县民政局")
    assert "units-no-brackets" in told(reading)


def test_requirements_numbered_like_items_are_no_items_and_told(reading: Reading) -> None:
    assert len(reading.notice.items) == 2
    assert reading.notice.closing[0] == "三、保障措施。加强领导，落实责任。"
    assert "item-no-deed" in told(reading)


def test_copies_without_a_stop_do_not_swallow_the_imprint(reading: Reading) -> None:
    assert reading.notice.copies_to == ("县委办公室", "县政协办公室")
    assert reading.notice.imprint_organ == "青岚县人民政府办公室秘书科"
    assert str(reading.notice.imprint_date) == "2025-05-12"
    assert reading.notice.format == "file"


def test_it_comes_back_from_the_document(reading: Reading, templates: Templates, tmp_path: Path) -> None:
    render.docx(reading.notice, templates).save(tmp_path / "通知.docx")
    assert readers.read(tmp_path / "通知.docx").notice == reading.notice


def test_text_in_any_header_or_footer_of_a_document_is_told(tmp_path: Path) -> None:
    document = docx.Document()
    for line in RED_HEAD.splitlines():
        document.add_paragraph(line)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "特急"
    table = section.footer.add_table(1, 1, docx.shared.Cm(10))
    table.cell(0, 0).text = "内部资料"
    document.save(str(tmp_path / "带页眉.docx"))
    printed = {problem.printed for problem in readers.read(tmp_path / "带页眉.docx").problems}
    assert {"特急", "内部资料"} <= printed
