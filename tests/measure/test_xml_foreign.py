"""Documents of other tools: nothing crashes, and the rows say what is really there."""

from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.errors import BrokenFile, FileTrouble
from drafter.measure.xml_rules import judge
from drafter.model.notice import Format
from tests.measure.xml_packages import body, by_name, good, judged, packed

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}


def test_a_document_of_the_default_template_of_python_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("青岚县人民政府办公室关于为全县妇女儿童办实事的通知", 0)
    document.add_paragraph("各镇人民政府：")
    document.add_paragraph("现将有关事项通知如下。")
    document.add_heading("一、促进就业", 1)
    document.add_table(2, 2)
    document.save(str(tmp_path / "外来.docx"))
    rows = by_name(judge(tmp_path / "外来.docx", Format.LETTER))
    for name in ("P-20 纸张", "P-33 主题字体和语言", "P-24 正文行距", "P-31 首行缩进", "N-01 页码形式", "T-02 表头"):
        assert rows[name].ok is False, name
    assert rows["P-41 发文机关标志"].ok is None
    assert rows["P-41 主送机关"].ok is False
    assert rows["M-16 条目段落"].got.startswith("第4段“一、促进就业”：设了大纲级别")


def test_a_document_without_styles_settings_and_relationships(tmp_path: Path) -> None:
    parts = {"word/document.xml": good(Format.FILE)["word/document.xml"]}
    rows = judged(parts, tmp_path)
    assert rows["P-41 标题"].ok is None
    assert "没有找到" in rows["P-41 标题"].got
    assert rows["P-24 正文行距"].ok is False
    assert rows["N-01 页码形式"].got == "没有页码"


def test_an_empty_body(tmp_path: Path) -> None:
    space = next(iter(STRICT))
    rows = judged({"word/document.xml": f'<w:document xmlns:w="{space}"><w:body/></w:document>'}, tmp_path)
    assert rows["P-20 纸张"].got == "第1节：宽没有写明、高没有写明"
    assert rows["P-24 正文行距"].ok is None


@pytest.mark.parametrize("layout", list(Format))
def test_strict_names_are_read_as_the_usual_ones(layout: Format, tmp_path: Path) -> None:
    usual = good(layout)
    strict = dict(usual)
    for old, new in STRICT.items():
        strict = {name: text.replace(old, new) for name, text in strict.items()}
    assert strict["word/document.xml"] != usual["word/document.xml"]
    assert judged(strict, tmp_path, layout) == judged(usual, tmp_path, layout)


def test_roles_do_not_depend_on_the_names_of_styles(tmp_path: Path) -> None:
    usual = good(Format.FILE)
    renamed = {name: text.replace('"a3"', '"Heading1"').replace("样式三", "heading 1") for name, text in usual.items()}
    assert judged(renamed, tmp_path) == judged(usual, tmp_path)


def test_the_fallback_of_alternative_content_is_not_text(tmp_path: Path) -> None:
    assert judged(good(Format.FILE), tmp_path)["C-175 占位符"].ok
    boxed = body("抄送：县委各部门。", "抄送：{{ 单位 }}。")
    assert judged(boxed, tmp_path)["C-175 占位符"].got == "表格2第1行“抄送：{{ 单位 }}。”：占位符“{{ 单位 }}”"


def test_text_within_links_content_controls_and_fields_is_text(tmp_path: Path) -> None:
    run = "<w:r><w:t>开展免费检查。</w:t></w:r>"
    for wrapped in (
        f"<w:hyperlink>{run}</w:hyperlink>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr="QUOTE">{run}</w:fldSimple>',
    ):
        coloured = wrapped.replace("<w:r>", '<w:r><w:rPr><w:color w:val="00FF00"/></w:rPr>')
        assert judged(body(run, coloured), tmp_path)["P-09 颜色"].ok is False


def test_a_typed_page_number_is_no_field(tmp_path: Path) -> None:
    parts = good(Format.FILE)
    start, end = '<w:r><w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/></w:r>'
    before, _, rest = parts["word/footer_odd.xml"].partition(start)
    parts["word/footer_odd.xml"] = f"{before}<w:r><w:t>1</w:t></w:r>{rest.partition(end)[2]}"
    rows = judged(parts, tmp_path)
    assert rows["N-01 页码形式"].got == "第1节页脚：“— 1 —”"
    assert rows["N-04 页码设置"].got == "奇数页页脚没有PAGE域"


def test_a_page_number_in_a_text_box_as_wps_makes_it(tmp_path: Path) -> None:
    parts = good(Format.FILE)
    for name in ("word/footer_odd.xml", "word/footer_even.xml"):
        boxed = parts[name].replace("<w:p><w:pPr>", "<w:p><w:r><w:pict><w:txbxContent><w:p><w:pPr>")
        parts[name] = boxed.replace("</w:p>", "</w:p></w:txbxContent></w:pict></w:r></w:p>")
    rows = judged(parts, tmp_path)
    assert [row for row in rows.values() if row.ok is False] == []
    assert rows["P-41 页码"].ok


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + b"\0" * 40, b"\xd0\xcf\x11\xe0"], ids=["empty", "cut", "doc"])
def test_a_file_that_is_no_package_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(data)
    with pytest.raises(BrokenFile, match="压缩包损坏"):
        judge(tmp_path / "坏.docx", Format.FILE)


def test_a_package_without_a_document_or_with_bad_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="没有正文"):
        judge(packed({"a.xml": "<a/>"}, tmp_path / "空.docx"), Format.FILE)
    with pytest.raises(BrokenFile, match="XML"):
        judge(packed({**good(Format.FILE), "word/styles.xml": "<w:styles"}, tmp_path / "错.docx"), Format.FILE)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=r"没有\.docx"):
        judge(tmp_path / "没有.docx", Format.FILE)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("机密内容", encoding="utf-8")
    parts = good(Format.FILE)
    kind = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = parts["word/document.xml"].replace('standalone="yes"?>\n', f'standalone="yes"?>\n{kind}')
    parts["word/document.xml"] = text.replace("（此件公开发布）", "{{ &x; }}")
    assert "机密内容" not in judged(parts, tmp_path)["C-175 占位符"].got


@pytest.mark.parametrize("name", sorted(set(good(Format.LETTER)) - {"word/document.xml"}))
def test_any_other_part_may_be_missing(name: str, tmp_path: Path) -> None:
    parts = good(Format.LETTER)
    del parts[name]
    assert judged(parts, tmp_path, Format.LETTER)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["word/document.xml", "word/styles.xml", "word/footer_odd.xml"]), data=st.data())
def test_a_document_that_lacks_any_element_or_attribute_is_still_judged(
    name: str, data: st.DataObject, tmp_path: Path
) -> None:
    parts = good(Format.FILE)
    root = etree.fromstring(parts[name].encode())
    inner = [one for one in root.iterdescendants() if not str(one.tag).endswith("}body")]
    for chosen in data.draw(st.lists(st.sampled_from(inner), min_size=1, max_size=4, unique_by=id)):
        if chosen.attrib and data.draw(st.booleans()):
            del chosen.attrib[data.draw(st.sampled_from(sorted(chosen.attrib)))]
        elif (above := chosen.getparent()) is not None:
            above.remove(chosen)
    rows = judged({**parts, name: etree.tostring(root, encoding="unicode")}, tmp_path)
    assert all(row.got for row in rows.values())
