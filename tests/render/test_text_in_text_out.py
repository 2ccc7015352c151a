"""Whatever text is put into a notice stands in the document, character by character, or is refused with its place."""

import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.errors import UnfitValue
from drafter.model.notice import Attachment, Clause, Notice
from drafter.render import Templates, docx
from drafter.text.title import break_title
from tests.conftest import ROOT
from tests.render.conftest import in_boxes, item, notice, opened

TEMPLATES = Templates((ROOT / "templates",))
CASES = (
    "&",
    "<w:t>甲</w:t>",
    "A & B <5 > 3 \" ' &amp; &lt;",
    "{{ 7*7 }}",
    "{% if x %}甲{% endif %}",
    "{%p if x %}{%tr for a in b %}{%tc endfor %}{%r x %}",
    "{_{ x }_} {_% x %_} {_# #_}",
    "{# 注 #}{{{}}}}{",
    "{{r x }}{{p x}}{%- x -%}",
    "{%vm%}{%hm%}{% colspan 3 %}{% cellbg x %}",
    "𠮷㛃镕😀👨‍👩‍👧",
    "  甲  乙  ",
    "\u3000\u3000甲\u3000乙\u3000",
    " ",
    "x\u00a0y\u200bz\u2028\u2029\ufeff\u00ad",
    "\\n\\t\\a %s %d $x ${x} #{x}",
    "]]>",
    "<!-- 甲 -->",
    "&#123;&#125;",
    "“甲”‘乙’——……",
    "\ue000\U000f0000",
    "é e\u0301 Å Å",
    "为妇女儿童办实事" * 250,
    "{{" * 1000,
)
printable = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs", "Cn"]),
        st.sampled_from("{}%#_&<>\"' \u3000甲乙，。（）责任单位：附件抄送123"),
    ),
    max_size=60,
)
clause_text = printable.filter(lambda text: text != "")
quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_cases(test: Any) -> Any:
    for text in CASES:
        test = example(text=text)(test)
    return test


def rendered(value: Notice) -> Document:
    return opened(docx(value, TEMPLATES).data)


def assert_found(document: Document, *expected: str) -> None:
    texts = [paragraph.text for paragraph in document.paragraphs] + in_boxes(document)
    assert [text for text in expected if text not in texts] == []


@pytest.mark.parametrize("form", ["issue", "direct"])
@quick
@with_cases
@given(text=clause_text)
def test_every_part_of_a_notice_prints_its_text_exactly(form: str, text: str) -> None:
    entry = {"ordinal": "（一）", "heading": text, "clauses": [text], "units": [text]}
    made = notice(
        form=form,
        recipients=text,
        opening=[text, "第二段。"],
        items=[item(heading=text, clauses=[text, text], units=[text]), item(heading=text, entries=[entry])],
        closing=["第一段。", text],
        contact_line=text,
        signature=text,
        disclosure=text,
        copies_to=[text, "乙"],
        attachments=[{"title": text[:60], "columns": ["序号", text], "rows": [[text, "甲"], ["", text]]}],
    )
    document = rendered(made)
    brackets = "〔〕" if "（" in text else "（）"
    units = f"{brackets[0]}责任单位：{text}{brackets[1]}"
    assert {f"{text}：", f"主送：{text}。"} & {*(one.text for one in document.paragraphs), *in_boxes(document)}
    assert_found(
        document,
        text,
        f"一、{text}。{text}{text}{units}",
        f"一、{text}。举办招聘活动不少于2场。",
        f"（一）{text}。{text}{units}",
        "（责任单位：县妇联）",
        f"（{text}）",
        f"抄送：{text}，乙。",
        f"附件：{text[:60]}",
    )
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs.count(text) >= 4  # opening, closing, contact line, signature
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells == [["序号", text], [text, "甲"], ["", text]]


@quick
@with_cases
@given(text=clause_text)
def test_a_fresh_value_is_printed_in_one_paragraph_and_adds_no_other(text: str) -> None:
    plain = rendered(notice(opening=["甲"], items=[item(heading="甲", clauses=["甲"], units=["甲"])]))
    made = rendered(notice(opening=[text], items=[item(heading=text, clauses=[text], units=[text])]))
    assert len(made.paragraphs) == len(plain.paragraphs)
    assert [one.style.name for one in made.paragraphs if one.style] == [
        one.style.name for one in plain.paragraphs if one.style
    ]


@quick
@given(text=printable.filter(lambda text: len(text) > 0))
@example(text="&<>{{ 7*7 }}")
@example(text="关于印发" * 12)
def test_a_title_is_broken_into_lines_without_losing_a_character(text: str) -> None:
    assert "".join(break_title(text)) == text
    document = rendered(notice(title=text, list_title=text))
    joined = [paragraph.text.replace("\n", "") for paragraph in document.paragraphs]
    assert joined.count(text) >= 2


@pytest.mark.parametrize("text", ["关于印发清单的通知", "甲 & 乙 <丙>", "{{ 7*7 }}{% x %}"])
def test_the_title_in_the_properties_of_the_file_is_the_title(text: str) -> None:
    assert rendered(notice(title=text)).core_properties.title == text


@pytest.mark.parametrize("text", ["为妇女儿童办实事" * 250, "{{ x }}" * 280], ids=["words", "marks"])
def test_a_title_far_too_long_is_broken_too(text: str) -> None:
    code = (
        "import sys; from drafter.text.title import break_title\n"
        "print(''.join(break_title(sys.argv[1])) == sys.argv[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, text], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    assert done.stdout.strip() == "True"


def test_lines_inside_a_cell_stay_lines() -> None:
    cells = "县妇联\n县人社局\n& <甲> {{ x }}"
    document = rendered(notice(attachments=[{"title": "表", "columns": ["序号", "单位"], "rows": [["1", cells]]}]))
    assert document.tables[0].rows[1].cells[1].text == cells


def _document_xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_no_template_code_is_left_and_none_is_run() -> None:
    text = "{{ 7*7 }}{% set x = 1 %}{{ ''.__class__.__mro__ }}"
    xml = _document_xml(docx(notice(opening=[text]), TEMPLATES).data)
    assert "49" not in [one.text for one in rendered(notice(opening=[text])).paragraphs]
    assert "{%p" not in xml
    assert "<class" not in xml


UNFIT = [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]


def _spoilt(char: str) -> dict[str, tuple[Notice, str]]:
    """Notices with a character in one place each, and a word of that place.

    Surrogates do not pass the model's own check: all are put in behind it, as no check is to be relied on here.
    """
    text, whole = f"甲{char}乙", notice()
    table = Attachment.model_construct(title="进展表", columns=("甲",), rows=((text,),))
    clause = Clause.model_construct(text=text)
    first = whole.items[0]
    items = (first, first.model_copy(update={"clauses": (*first.clauses, clause)}))
    return {
        "recipients": (whole.model_copy(update={"recipients": text}), "主送"),
        "opening": (whole.model_copy(update={"opening": ("好。", text)}), "开头"),
        "clause": (whole.model_copy(update={"items": items}), "第2"),
        "table": (whole.model_copy(update={"attachments": (table,)}), "附件"),
        "copies": (whole.model_copy(update={"copies_to": (text,)}), "抄送"),
    }


@pytest.mark.parametrize("code", UNFIT, ids=lambda code: f"U+{code:04X}")
def test_what_no_document_can_hold_is_refused(code: int) -> None:
    for place, (made, _) in _spoilt(chr(code)).items():
        with pytest.raises(UnfitValue) as refused:
            docx(made, TEMPLATES)
        assert f"U+{code:04X}" in ascii(refused.value), place


@pytest.mark.parametrize("place", ["recipients", "opening", "clause", "table", "copies"])
def test_the_place_of_an_unfit_character_is_told_in_chinese(place: str) -> None:
    made, word = _spoilt("\x07")[place]
    with pytest.raises(UnfitValue) as refused:
        docx(made, TEMPLATES)
    assert word in str(refused.value)
    assert not re.search(r"[a-z_]{3,}", str(refused.value))


def test_an_escape_sequence_is_not_passed_on_to_the_terminal() -> None:
    with pytest.raises(UnfitValue) as refused:
        docx(notice(opening=["甲\x1b[31m乙"]), TEMPLATES)
    assert "\x1b" not in str(refused.value)


@settings(max_examples=60, deadline=None)
@given(char=st.characters(exclude_categories=["Cs"]))
def test_a_character_is_either_printed_or_refused_never_dropped(char: str) -> None:
    unfit = unicodedata.category(char) in ("Cc", "Cn") and char != "\n"
    made = notice().model_copy(update={"opening": (f"甲{char}乙",)})
    try:
        document = rendered(made)
    except UnfitValue:
        assert unfit
    else:
        assert f"甲{char}乙" in [paragraph.text for paragraph in document.paragraphs]


def test_nothing_is_written_for_a_value_that_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "新" / "a.docx"
    with pytest.raises(UnfitValue):
        docx(notice(opening=["甲\x07"]), TEMPLATES).save(path)
    assert not path.parent.exists()
