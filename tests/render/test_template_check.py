"""Checking a template finds every fault with its place."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx as word
import pytest

from drafter.errors import TemplateTrouble, UnknownReference
from drafter.model.notice import Format
from drafter.render import Templates, context, layout, placeholders, template_check, template_parts
from drafter.render.findings import Finding, Severity
from drafter.render.template_files import NOTICES
from tests.conftest import ROOT
from tests.render.conftest import item, notice

SHIPPED = Templates((ROOT / "templates",))
NAME = "issue-letter"
PLACED = "{{ title }}"
BODY = "word/document.xml"
PLACE = 1 + [one.text for one in word.Document(str(SHIPPED.path(NAME))).paragraphs].index(PLACED)


def changed(folder: Path, *changes: tuple[str, str], name: str = NAME, part: str = BODY) -> Path:
    """The shipped template of a name in a folder, texts of a part replaced; each must be there."""
    path = folder / f"{name}.docx"
    out = io.BytesIO()
    with zipfile.ZipFile(SHIPPED.path(name)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            if entry == part:
                text = data.decode("utf-8")
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after)
                data = text.encode("utf-8")
            new.writestr(entry, data)
    path.write_bytes(out.getvalue())
    return path


def found(path: Path, name: str = NAME) -> list[Finding]:
    return list(template_check.check(path, name, SHIPPED))


def of_rule(findings: list[Finding], rule: str) -> list[Finding]:
    return [one for one in findings if one.rule == rule]


@pytest.mark.parametrize("name", [one.name for one in SHIPPED.listed()])
def test_the_shipped_templates_are_without_fault(name: str) -> None:
    assert template_check.check(SHIPPED.path(name), name, SHIPPED) == ()


def complete() -> dict[str, Any]:
    """The values of a notice that has everything a notice may have."""
    entry = {"ordinal": "（一）", "heading": "甲", "clauses": ["乙。"], "units": ["县妇联"]}
    table = {"title": "表", "paragraphs": ["文"], "columns": ["序号"], "rows": [["1"]]}
    whole = notice(
        copy_number="000001", secrecy="秘密", urgency="特急", closing=["尾"], contact_line="电话", disclosure="公开",
        copies_to=["甲"], items=[item(entries=[entry])], attachments=[table, table],
    )  # fmt: skip
    return context.of_notice(whole, layout.of(whole, Format.LETTER, SHIPPED.settings), "示例")


def paths(value: Any, path: str = "") -> set[str]:
    """The paths of all texts in values."""
    if isinstance(value, dict):
        return set().union(*(paths(one, f"{path}.{name}" if path else name) for name, one in value.items()))
    if isinstance(value, list):
        return set().union(*(paths(one, f"{path}[]") for one in value)) if value else {f"{path}[]"}
    return {path}


def test_the_shipped_templates_use_every_value_of_a_notice_and_no_other() -> None:
    read = [template_parts.read(SHIPPED.path(name)) for name in NOTICES]
    used = {use.path for one in read for use in template_check.used(one)}
    texts = paths(complete())
    assert texts <= used
    assert used <= {beginning for path in texts for beginning in placeholders.beginnings(path)}


@pytest.mark.parametrize("name", NOTICES)
def test_every_placeholder_has_a_chinese_name(name: str) -> None:
    for use in template_check.used(template_parts.read(SHIPPED.path(name))):
        assert re.match(r"[\u4e00-\u9fff]", placeholders.label(use.path)), use.path


# what stands instead of {{ title }}, the rule, words of the message
CODES = {
    "a misspelt placeholder": ("{{ recipient }}", "unknown-placeholder", ["recipient", "是不是 recipients"]),
    "an attribute that no text has": ("{{ title.length }}", "unknown-placeholder", ["length"]),
    "a misspelt attribute": ("{{ items[0].titel }}", "unknown-placeholder", ["titel", "heading", "实事（items）"]),
    "a misspelt attribute in brackets": ("{{ items[0]['titel'] }}", "unknown-placeholder", ["titel"]),
    "a misspelt name in a condition": (
        "{% if recipient %}甲{% endif %}",
        "unknown-placeholder",
        ["recipient"],
    ),
    "a misspelt attribute in a loop": (
        "{% for one in items %}{{ one.headding }}{% endfor %}",
        "unknown-placeholder",
        ["headding", "是不是 heading"],
    ),
    "an unknown attribute of a loop": (
        "{% for one in items %}{{ loop.number }}{{ one.heading }}{% endfor %}",
        "unknown-placeholder",
        ["number"],
    ),
    "a list printed as it is": ("{{ opening }}", "unknown-placeholder", ["opening", "逐个"]),
    "a bracket left open": ("{{ recipients }", "split-tag", ["{{"]),
    "full-width braces": ("｛｛title｝｝", "split-tag", ["｛"]),
    "one brace": ("{title}", "split-tag", ["{title}"]),
    "a full-width comma": ("{{ recipients，title }}", "template-syntax", ["，", "半角"]),
    "nonsense": ("{{ recipients title }}", "template-syntax", ["写法不对"]),
    "an unknown statement": ("{% 打印 recipients %}", "template-syntax", ["打印"]),
    "a space before the level": ("{% p if recipients %}", "template-syntax", ["{%p"]),
    "an end without a beginning": ("{% endif %}", "unbalanced", ["endif", "if"]),
    "a beginning without an end": ("{% for one in items %}", "unbalanced", ["endfor"]),
    "an else by itself": ("{% elif title %}", "unbalanced", ["elif"]),
    "an unknown filter": ("{{ recipients|大写 }}", "template-syntax", ["大写", "upper"]),
    "the inside of an object": ("{{ ''.__class__ }}", "template-syntax", ["__class__"]),
    "the inside of a value": ("{{ title.__init__.__globals__ }}", "template-syntax", ["__init__"]),
    "an inside in brackets": ("{{ title['__class__'] }}", "template-syntax", ["__class__"]),
    "the filter attr": ("{{ title|attr('__class__') }}", "template-syntax", ["attr"]),
    "the filter map": ("{{ items|map(attribute='__class__')|join }}", "template-syntax", ["过滤器"]),
    "the filter safe": ("{{ title|safe }}", "template-syntax", ["safe"]),
    "a call": ("{{ title.format(1) }}", "template-syntax", ["调用"]),
    "a global": ("{{ cycler.next }}", "unknown-placeholder", ["cycler"]),
    "an include": ("{% include 'a' %}", "template-syntax", ["include"]),
    "an import": ("{% import 'a' as b %}", "template-syntax", ["import"]),
    "an endless loop": ("{% for a in range(9999999999) %}{% endfor %}", "template-syntax", ["调用"]),
    "a text beyond the memory": ("{{ title * 9999999999 }}", "template-syntax", ["不允许"]),
    "text beside a paragraph tag": ("甲乙{%p if title %}", "swallowed-text", ["甲乙", "{%p if title %}"]),
    "two paragraph tags in one": ("{%p if title %}{%p endif %}", "swallowed-text", ["{%p endif %}"]),
    "a row's tag outside a table": ("{%tr if title %}", "misplaced-tag", ["表格"]),
}


@pytest.mark.parametrize("case", CODES)
def test_a_faulty_tag_is_found_where_it_stands(case: str, tmp_path: Path) -> None:
    code, rule, words = CODES[case]
    findings = of_rule(found(changed(tmp_path, (PLACED, code))), rule)
    assert findings, case
    told = " ".join(one.message for one in findings)
    assert [word for word in words if word not in told] == []
    assert {one.severity for one in findings} == {Severity.ERROR}
    assert {one.part for one in findings} == {"正文"}
    assert findings[0].where == f"正文第{PLACE}段"
    assert findings[0].excerpt
    assert findings[0].excerpt in code


def test_one_fault_hides_no_other(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ("{{ recipients }}", "{{ recipient }}"),
        (PLACED, "{{ title title }}"),
        ("{{ item.text }}", "{{ item.txt }}"),
        ("{{ signature }}", "{{ signature.__class__ }}"),
    )
    rules = {one.excerpt: one.rule for one in found(path) if one.severity is Severity.ERROR}
    assert rules["{{ recipient }}"] == "unknown-placeholder"
    assert rules["{{ title title }}"] == "template-syntax"
    assert rules["{{ signature.__class__ }}"] == "template-syntax"
    assert [one for one in rules if "{{ item.txt }}" in one]
    assert len(rules) == 4


def test_the_entries_of_a_faulty_loop_are_not_called_unknown(tmp_path: Path) -> None:
    path = changed(tmp_path, ("{%p for item in items %}", "{%p for item in itemz() %}"))
    assert {one.rule for one in found(path)} == {"template-syntax"}


@pytest.mark.parametrize(
    ("taken", "missing"),
    [
        ("closing", ["结尾（closing）"]),
        ("copies_to", ["抄送机关（copies_to）"]),
        ("room_for_seal", ["给印章留的空行（room_for_seal）"]),
    ],
)
def test_a_part_that_is_not_printed_is_named(taken: str, missing: list[str], tmp_path: Path) -> None:
    name = "{{ " + taken + " }}"
    loop = "{%p for text in " + taken + " %}"
    text = zipfile.ZipFile(SHIPPED.path(NAME)).read(BODY).decode("utf-8")
    changes = [(name, "甲")] if name in text else [(loop, "{%p for text in opening %}")]
    findings = found(changed(tmp_path, *changes))
    assert [one.rule for one in findings] == ["missing-placeholder"]
    assert findings[0].severity is Severity.WARNING
    assert [one for one in missing if one not in findings[0].message] == []


def test_a_lost_loop_is_told_once_and_not_for_each_of_its_texts(tmp_path: Path) -> None:
    path = changed(
        tmp_path, ("{%p for entry in item.entries %}", "{%p for entry in items %}"), ("{{ entry.", "{{ item.")
    )
    told = [one.message for one in found(path)]
    assert len(told) == 1
    assert "实事的分项（items.entries）" in told[0]


def test_a_placeholder_moved_to_a_header_is_not_missing(tmp_path: Path) -> None:
    inserted = "<w:p><w:r><w:t>{{ mark }}</w:t></w:r></w:p></w:hdr>"
    path = changed(tmp_path, ("{{ mark }}", "甲"))
    assert [one.rule for one in found(path)] == ["missing-placeholder"]
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    header = next(name for name in parts if "header" in name)
    parts[header] = parts[header].replace(b"</w:hdr>", inserted.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert found(path) == []


def test_a_fault_in_header_footer_and_text_box_is_found_there(tmp_path: Path) -> None:
    with zipfile.ZipFile(SHIPPED.path(NAME)) as package:
        header = next(name for name in package.namelist() if "header" in name)
    end = "</w:hdr>"
    path = changed(tmp_path, (end, "<w:p><w:r><w:t>{{ marck }}</w:t></w:r></w:p>" + end), part=header)
    assert [(one.part, one.where, one.excerpt) for one in found(path)] == [("首页页眉", "首页页眉第2段", "{{ marck }}")]
    path = changed(tmp_path, ("{{ copies_to }}", "{{ copies }}"))
    told = of_rule(found(path), "unknown-placeholder")
    assert [one.where for one in told] == ["正文文本框“版记”"]
    path = changed(tmp_path, ("{{ cell }}", "{{ cel }}"))
    told = of_rule(found(path), "unknown-placeholder")
    assert [one.where for one in told] == ["正文表格1第1行", "正文表格1第3行"]


def test_a_fault_in_the_properties_of_the_file_is_found(tmp_path: Path) -> None:
    path = changed(tmp_path, ("<dc:title/>", "<dc:title>{{ titel }}</dc:title>"), part="docProps/core.xml")
    assert [(one.part, one.rule) for one in found(path)] == [("文件属性", "unknown-placeholder")]


RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{{ title }}</w:t></w:r>'
BY = 'w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z"'


REVIEWS = {
    "inserted text": (f"<w:ins {BY}>{RUN}</w:ins>", "tracked-change"),
    "deleted text": (f"{RUN}<w:del {BY}><w:r><w:delText>甲</w:delText></w:r></w:del>", "tracked-change"),
    "moved text": (f"<w:moveTo {BY}>{RUN}</w:moveTo>", "tracked-change"),
    "changed form": (RUN.replace("</w:rPr>", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"), "tracked-change"),
    "a comment": (
        f'<w:commentRangeStart w:id="0"/>{RUN}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        "comment",
    ),
}


@pytest.mark.parametrize("case", REVIEWS)
def test_what_a_review_left_behind_is_found(case: str, tmp_path: Path) -> None:
    xml, rule = REVIEWS[case]
    findings = found(changed(tmp_path, (RUN, xml)))
    assert [one.rule for one in findings] == [rule]
    assert PLACED in findings[0].excerpt


def test_a_tracked_row_and_a_tracked_page_are_found(tmp_path: Path) -> None:
    row = "<w:trPr><w:cantSplit/><w:tblHeader/>"
    told = found(changed(tmp_path, (row, f"{row}<w:ins {BY}/>")))
    assert [(one.rule, one.where) for one in told] == [("tracked-change", "正文表格1第1行")]
    told = found(changed(tmp_path, ("</w:sectPr>", f"<w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>")))
    assert [one.rule for one in told] == ["tracked-change"]


def test_a_fault_in_a_footnote_is_found(tmp_path: Path) -> None:
    path = changed(tmp_path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId98" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    )
    parts["word/footnotes.xml"] = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="1"><w:p><w:r><w:t>{{ titel }}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    assert [(one.rule, one.where) for one in found(path)] == [("unknown-placeholder", "脚注第1段")]


def _runs(*texts: str) -> list[str]:
    return [f"<w:r><w:t>{text}</w:t></w:r>" for text in texts]


def test_a_tag_that_word_split_into_runs_is_no_fault(tmp_path: Path) -> None:
    runs = _runs("{", "{ ti", "tle }", "}")
    assert found(changed(tmp_path, (RUN, '<w:proofErr w:type="spellStart"/>'.join(runs)))) == []


def test_a_tag_split_by_a_link_or_into_two_paragraphs_is_found(tmp_path: Path) -> None:
    first, second = _runs("{{ ti", "tle }}")
    told = found(changed(tmp_path, (RUN, f'<w:hyperlink w:anchor="a">{first}</w:hyperlink>{second}')))
    assert "split-tag" in {one.rule for one in told}
    told = found(changed(tmp_path, (RUN, f"{first}</w:p><w:p>{second}")))
    assert [one.where for one in of_rule(told, "split-tag")] == [f"正文第{PLACE}段", f"正文第{PLACE + 1}段"]


def test_a_condition_across_the_border_of_a_table_is_found(tmp_path: Path) -> None:
    made = word.Document()
    made.add_paragraph("甲{% if disclosure %}")
    made.add_table(1, 1).cell(0, 0).text = "乙{% endif %}"
    path = tmp_path / "a.docx"
    made.save(str(path))
    broken = of_rule(found(path), "broken-document")
    assert len(broken) == 1
    assert "没有内容" in broken[0].message


def test_a_position_that_an_empty_list_has_not_is_found(tmp_path: Path) -> None:
    path = changed(tmp_path, (PLACED, "{{ title }}{{ opening[0] }}"))
    broken = of_rule(found(path), "broken-document")
    assert [one.message for one in broken] == [
        "各部分没有内容时要印的东西不存在（如空名单的第一个）。请先用 {%p if … %} 判断。"
    ]


def test_what_would_be_loaded_from_outside_is_found(tmp_path: Path) -> None:
    relation = (
        '<Relationship Id="rId99" TargetMode="External" Target="file:///a.dotx" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/{}"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    path = changed(tmp_path, ("</Relationships>", relation.format("attachedTemplate")), part=rels)
    assert [one.rule for one in found(path)] == ["external-link"]
    assert "a.dotx" in found(path)[0].message
    path = changed(tmp_path, ("</Relationships>", relation.format("hyperlink")), part=rels)
    assert found(path) == []
    field = f'<w:fldSimple w:instr=" includetext a.docx "><w:r><w:t>甲</w:t></w:r></w:fldSimple>{RUN}'
    told = found(changed(tmp_path, (RUN, field)))
    assert [(one.rule, one.where) for one in told] == [("external-link", f"正文第{PLACE}段")]


def test_styles_and_shapes_that_the_layout_looks_for_are_hints_only(tmp_path: Path) -> None:
    path = changed(tmp_path, ('w:val="署名"', 'w:val="落款"'), part="word/styles.xml")
    assert [(one.rule, one.severity) for one in found(path)] == [("missing-style", Severity.INFO)]
    assert "署名" in found(path)[0].message
    path = changed(tmp_path, ('name="版记"', 'name="甲"'))
    assert [(one.rule, one.severity) for one in found(path)] == [("missing-shape", Severity.INFO)]


@pytest.mark.parametrize("data", [b"", b"abc", b"\xd0\xcf\x11\xe0" * 300], ids=["empty", "text", "doc"])
def test_a_file_that_is_no_word_document_is_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateTrouble, match="不是完好的 Word 文档"):
        found(path)


def test_a_package_without_a_document_a_missing_file_and_a_bomb_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with pytest.raises(TemplateTrouble, match="找不到"):
        found(path)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "甲")
    with pytest.raises(TemplateTrouble, match="不是完好的 Word 文档"):
        found(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(BODY, b"0" * 60_000_000)
    with pytest.raises(TemplateTrouble, match="太大"):
        found(path)


def test_an_unknown_name_offers_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownReference, match="issue-letter"):
        found(changed(tmp_path), "isue-letter")


@pytest.mark.parametrize("name", NOTICES)
def test_the_likest_template_is_found_by_name_or_by_what_it_prints(name: str, tmp_path: Path) -> None:
    path = changed(tmp_path, name=name)
    assert template_check.likest(path, SHIPPED) == name
    other = path.rename(tmp_path / "本单位模板.docx")
    assert template_check.likest(other, SHIPPED).split("-")[1] == name.split("-")[1]


# Beside those of test_templates: what a hostile template tries; each is refused before it runs
