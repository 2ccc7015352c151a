"""What the standard leaves open or an office may do otherwise: such documents stay green."""

import re
from pathlib import Path

from drafter.model.notice import Format
from tests.measure.xml_packages import body, changed, good, judged


def test_landscape_sections_have_margins_of_their_own(tmp_path: Path) -> None:
    landscape = (
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/></w:sectPr></w:pPr></w:p><w:sectPr>'
    )
    rows = judged(body("<w:sectPr>", landscape, 1), tmp_path)
    assert [rows[name].ok for name in ("P-20 纸张", "P-21 页边距", "P-22 版心", "P-23 文档网格")] == [True] * 4


def test_the_grid_of_word_may_take_the_place_of_condensed_letters(tmp_path: Path) -> None:
    parts = body('w:type="lines" w:linePitch="579"', 'w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"')
    parts["word/styles.xml"] = parts["word/styles.xml"].replace('<w:spacing w:val="-5"/>', "")
    rows = judged(parts, tmp_path)
    assert rows["P-23 文档网格"].ok
    assert rows["P-28 字间距"].ok


def test_accepted_faces_of_other_offices(tmp_path: Path) -> None:
    parts = good(Format.FILE)
    for old, new in (("仿宋_GB2312", "FangSong"), ("黑体", "SimHei"), ("方正小标宋简体", "方正小标宋_GBK")):
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(old, new)
    assert [row for row in judged(parts, tmp_path).values() if row.ok is False] == []


def test_rare_characters_are_named_only_in_a_face_without_them(tmp_path: Path) -> None:
    rare = body("服务35—64岁妇女", "服务𠮷镕㛃社区妇女")
    row = judged(rare, tmp_path)["P-44 生僻字"]
    assert row.ok is None
    assert row.got.startswith("“𠮷、镕、㛃”不在其内")
    plain = {name: text.replace("仿宋_GB2312", "仿宋") for name, text in rare.items()}
    assert judged(plain, tmp_path)["P-44 生僻字"].ok


def test_times_for_all_digits_is_one_face(tmp_path: Path) -> None:
    parts = changed("word/styles.xml", 'w:ascii="仿宋_GB2312"', 'w:ascii="Times New Roman"')
    assert judged(parts, tmp_path)["P-46 数字和字母的字体"].ok


def test_blank_serial_and_day_of_a_draft(tmp_path: Path) -> None:
    parts = body("〔2027〕8号", "〔2027〕　号")
    parts["word/document.xml"] = parts["word/document.xml"].replace("2027年3月5日", "2027年　月　日")
    rows = judged(parts, tmp_path)
    assert [row for row in rows.values() if row.ok is False] == []
    assert rows["P-41 发文字号"].ok


def test_the_first_page_of_an_issued_notice_may_be_tightened_as_a_whole(tmp_path: Path) -> None:
    parts = good(Format.FILE)
    head, title, rest = parts["word/document.xml"].partition('<w:p><w:pPr><w:pStyle w:val="a3"/>')
    page_one, break_, pages = rest.partition("<w:pageBreakBefore/>")
    closer = '<w:spacing w:line="530"/></w:pPr>'
    tightened = re.sub('(?<=w:val="a[457]"/>)</w:pPr>', closer, page_one)
    assert tightened.count(closer) == 5
    row = judged({**parts, "word/document.xml": head + title + tightened + break_ + pages}, tmp_path)["P-24 正文行距"]
    assert (row.ok, row.got) == (True, "首页收紧为26.5磅，其余符合")
    uneven = tightened.replace('"530"', '"520"', 1)
    assert not judged({**parts, "word/document.xml": head + title + uneven + break_ + pages}, tmp_path)[
        "P-24 正文行距"
    ].ok
    too_close = tightened.replace('"530"', '"500"')
    assert not judged({**parts, "word/document.xml": head + title + too_close + break_ + pages}, tmp_path)[
        "P-24 正文行距"
    ].ok


def test_a_paragraph_parted_at_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    rest = '<w:p><w:pPr><w:pStyle w:val="a5"/>{}<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r><w:t>'
    parted = good(Format.FILE)["word/document.xml"]
    for page_break, fine in (("<w:pageBreakBefore/>", True), ("", False)):
        text = parted.replace("已经县政府同意，", f"已经县政府同意，</w:t></w:r></w:p>{rest.format(page_break)}")
        rows = judged({**good(Format.FILE), "word/document.xml": text}, tmp_path)
        assert rows["P-31 首行缩进"].ok == fine


def test_the_header_of_a_first_page_may_be_handed_on_to_a_section_that_does_not_print_it(tmp_path: Path) -> None:
    own = "<w:p><w:pPr><w:sectPr>{}</w:sectPr></w:pPr></w:p><w:sectPr>"
    parts = good(Format.LETTER)
    text = parts["word/document.xml"]
    start, end = text.index("<w:sectPr>"), text.index("</w:sectPr>")
    inside = text[start + len("<w:sectPr>") : end]
    page = inside[inside.index("<w:pgSz") :]
    for title_page, fine in (("", True), ("<w:titlePg/>", False)):
        last = page.replace("<w:titlePg/>", title_page)
        parts["word/document.xml"] = text[:start] + own.format(inside) + last + text[end:]
        assert judged(parts, tmp_path, Format.LETTER)["N-05 页眉"].ok is fine


def test_a_small_mark_of_a_long_name_is_told_by_its_red(tmp_path: Path) -> None:
    rows = judged(changed("word/styles.xml", 'w:val="72"', 'w:val="24"'), tmp_path)
    assert [row for row in rows.values() if row.ok is False] == []
    assert rows["P-41 发文机关标志"].ok


def test_an_empty_line_with_the_red_rule_is_no_blank_paragraph(tmp_path: Path) -> None:
    rows = judged(body("青政办字〔2027〕8号", ""), tmp_path)
    assert rows["P-32 孤行控制和空段"].ok
    assert rows["P-41 发文字号"].ok is None


def test_words_left_of_the_number_of_a_letter_have_a_face_of_their_own(tmp_path: Path) -> None:
    parts = good(Format.LETTER)
    number = '<w:t xml:space="preserve">青政办字'
    urgent = '<w:rPr><w:rStyle w:val="c1"/></w:rPr><w:t>特急</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>青政办字'
    parts["word/document.xml"] = parts["word/document.xml"].replace(number, urgent)
    rows = judged(parts, tmp_path, Format.LETTER)
    assert (rows["P-41 发文字号"].ok, rows["P-41 标题"].ok) == (True, True)


def test_how_the_version_block_is_placed_is_told_without_a_verdict(tmp_path: Path) -> None:
    boxed = judged(good(Format.FILE), tmp_path)["B-12 版记的放法"]
    assert (boxed.ok, boxed.got) == (None, "在锚定的文本框里")
    parts = good(Format.FILE)
    text = parts["word/document.xml"]
    start, end = text.index("<w:tbl><w:tblPr/>"), text.index("</w:txbxContent></wps:txbx>")
    host = text.rindex("<w:p>", 0, start)
    after = text.index("</mc:AlternateContent></w:r></w:p>") + len("</mc:AlternateContent></w:r></w:p>")
    parts["word/document.xml"] = text[:host] + text[start:end] + text[after:]
    rows = judged(parts, tmp_path)
    assert rows["B-12 版记的放法"].got.startswith("随正文排在末尾")
    assert rows["P-41 版记"].ok
    assert rows["T-02 表头"].ok


def test_rows_that_do_not_concern_a_document_are_left_out(tmp_path: Path) -> None:
    letter, file = (judged(good(layout), tmp_path, layout) for layout in (Format.LETTER, Format.FILE))
    assert ("L-10 首页页码" in letter, "H-16 红线中的五角星" in letter) == (True, False)
    assert ("L-10 首页页码" in file, "H-16 红线中的五角星" in file) == (False, True)
    parts = good(Format.FILE)
    text = parts["word/document.xml"]
    start, end = text.index("<w:tbl><w:tblPr><w:tblLayout"), text.index("</w:tbl>") + len("</w:tbl>")
    parts["word/document.xml"] = text[:start] + text[end:]
    assert not [name for name in judged(parts, tmp_path) if name.startswith("T-") or "表格" in name]


def test_a_last_item_may_hold_on_to_the_signature(tmp_path: Path) -> None:
    """M-38: the signature is never alone on a page."""
    parts = good(Format.FILE)
    text = parts["word/document.xml"]
    start, end = text.index("联系电话") - 100, text.index("附件：2027") - 100
    start, end = text.rindex("<w:p>", 0, start + 100), text.rindex("<w:p>", 0, end + 100)
    parts["word/document.xml"] = (text[:start] + text[end:]).replace(
        '<w:pStyle w:val="a6"/></w:pPr><w:r><w:rPr><w:rStyle w:val="c2"/>',
        '<w:pStyle w:val="a6"/><w:keepNext/></w:pPr><w:r><w:rPr><w:rStyle w:val="c2"/>',
    )
    assert "keepNext" in parts["word/document.xml"]
    assert judged(parts, tmp_path)["M-16 条目段落"].ok
