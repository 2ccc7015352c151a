"""The YAML that people mend: what is written comes back as written, and a fault is told with file, line and reason."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.errors import BrokenFile
from drafter.library import value_file, yaml_text
from drafter.model.draft import Draft
from drafter.model.notice import Notice

FILE = Path("通知") / "博山区-2025.yaml"

_ODD = (
    "", " ", "~", "null", "Null", "NULL", "no", "off", "yes", "true", "False", "012", "0o17", "0x1F", "1e3",
    "1_000", ".inf", "12:30", "2026-06-22", "<<", "=", "-", "- a", "? a", ": a", "a: b", "a :b", "a #b", "# a",
    "#", "@a", "`a`", "%a", "&a", "*a", "!a", "!!int 3", "|", ">", "[a]", "{a: b}", "'", '"', "'a'", '"a"',
    "''", '""', " 前有空格", "后有空格 ", "\t制表", "制表\t", "甲\t乙", "甲\n乙", "\n", "甲\n", "\n甲",
    "甲\n\n乙", "甲 \n 乙", "\\", "\\n", "---", "...", "--- a", "𠮷野家", "😀", "👩‍👧", "甲\u2028乙", "\u2028",
    "甲\u2029", "\u3000全角空格\u3000", "\u00a0", "\ufeff", "\x85", "“弯引号”", "35—64岁", "●●●", "a\rb",
    "\x07", "，", "：", "标题：内容",
)  # fmt: skip
_TEXTS = st.one_of(st.sampled_from(_ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_TEXTS, inner, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None, max_examples=250)
@given(st.dictionaries(_TEXTS, _VALUES, max_size=4))
@example({"键": [[], {}, [[]], [{}]]})
@example({"长" * 200: "短"})
def test_what_is_written_is_read_back_unchanged(data: dict[str, Any]) -> None:
    assert yaml_text.load(yaml_text.dump(data), FILE).data == data


@pytest.mark.parametrize("text", _ODD)
def test_odd_text_comes_back_in_every_position(text: str) -> None:
    data = {"文字": text, "列表": [text, {"内": text, "后": "甲"}], "表": {text or "键": [text]}, "末": text}
    written = yaml_text.dump(data)
    assert yaml_text.load(written, FILE).data == data
    assert yaml_text.dump(yaml_text.load(written, FILE).data) == written


def test_each_scalar_is_text_even_where_yaml_would_guess_a_number_or_a_truth_value() -> None:
    text = "a: 012\nb: no\nc: 12:30\nd: 1.50\ne: 2026-06-22\nf: Yes\ng: 0x10\nh: [on, 1e3]\n"
    assert yaml_text.load(text, FILE).data == {
        "a": "012",
        "b": "no",
        "c": "12:30",
        "d": "1.50",
        "e": "2026-06-22",
        "f": "Yes",
        "g": "0x10",
        "h": ["on", "1e3"],
    }


def test_only_plain_emptiness_is_nothing_and_quoted_emptiness_is_text() -> None:
    text = "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: \"~\"\n"
    data = yaml_text.load(text, FILE).data
    assert data == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "~"}


def test_an_entry_of_a_list_takes_one_line_however_long_it_is() -> None:
    clause = "开展“两癌”免费检查，" * 60
    written = yaml_text.dump({"clauses": [clause, clause]})
    assert written == f"clauses:\n- {clause}\n- {clause}\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("schema: 1\nyear: 2025\nissuer: 甲\nyear: 2026\n", 4, "重复"),
        ("items:\n- heading: 甲\n  units: []\n  heading: 乙\n", 4, "重复"),
        ("schema: 1\ntitle: &t 标题\nlist_title: *t\n", 2, "锚点"),
        ("schema: 1\nlist_title: *t\n", 2, "别名"),
        ("schema: 1\n&k title: 标题\n", 2, "锚点"),
        ("items:\n- &a heading: 甲\n", 2, "锚点"),
        ("schema: 1\n? [a, b]\n: 值\n", 2, "键"),
    ],
)
def test_duplicate_keys_and_aliases_are_faults_told_with_their_line(text: str, line: int, word: str) -> None:
    with pytest.raises(BrokenFile) as told:
        yaml_text.load(text, FILE)
    assert (told.value.path, told.value.line) == (FILE, line)
    assert word in told.value.reason


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("schema: 1\ntitle: 甲: 乙\nyear: 2025\n", 2),
        ("schema: 1\ntitle：甲\nyear: 2025\n", 2),
        ("schema: 1\ntitle 甲\nyear: 2025\n", 2),
        ("schema: 1\nyear: 2025\ntitle：甲\n", 3),
        ("schema: 1\ntitle: '甲\nyear: 2025\nissuer: 乙\n", 2),
        ('schema: 1\ntitle: "甲\nyear: 2025\nissuer: 乙\n', 2),
        ('schema: 1\ntitle: "甲"乙\nyear: 2025\n', 2),
        ("schema: 1\ntitle: @甲\nyear: 2025\n", 2),
        ("schema: 1\nitems:\n\t- heading: 甲\n", 3),
        ("schema: 1\nitems:\n- heading: 甲\n\tunits: []\n", 4),
        ("schema: 1\nopening:\n - 甲\n- 乙\n", 4),
        ("schema: 1\nunits: [甲, 乙\nyear: 2025\n", 2),
        ("schema: 1\ntitle: 甲\n  year: 2025\n", 3),
        ("schema: 1\ntitle: 甲\x00乙\n", 2),
    ],
)
def test_a_syntax_error_is_told_with_the_line_to_mend_and_a_chinese_reason(text: str, line: int) -> None:
    with pytest.raises(BrokenFile) as told:
        yaml_text.load(text, FILE)
    _assert_told(told.value)
    assert told.value.line == line


def test_a_second_document_in_a_file_is_a_fault_and_not_left_out_in_silence() -> None:
    with pytest.raises(BrokenFile):
        yaml_text.load("title: 甲\n---\ntitle: 乙\n", FILE)


_HEAD = "schema: 1\nissuer: 甲区人民政府办公室\nyear: 2025\nform: direct\ntitle: 甲\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (_HEAD.replace("schema: 1\n", ""), 1, "schema"),
        (_HEAD.replace("schema: 1", "schema: 7"), 1, "7"),
        ("- 甲\n", 1, "名称"),
        ("", 1, "名称"),
        (_HEAD + "titel: 乙\n", 6, "不认识"),
        (_HEAD + "items:\n- heading: 甲\n  untis: []\n", 8, "不认识"),
        (_HEAD.replace("title: 甲\n", ""), 1, "缺少"),
        (_HEAD.replace("year: 2025", "year: 今年"), 3, "整数"),
        (_HEAD.replace("year: 2025", "year: 2025.5"), 3, "整数"),
        (_HEAD.replace("form: direct", "form: 直接"), 4, "允许"),
        (_HEAD.replace("title: 甲", "title: [甲]"), 5, "文字"),
        (_HEAD + "date: 六月\n", 6, "日期"),
        (_HEAD + "date: 2026-02-30\n", 6, "日期"),
        (_HEAD + "date: 20260622\n", 6, "日期"),
        (_HEAD + "date: 2026-06-22T10:00\n", 6, "日期"),
        (_HEAD + "doc_number: 甲政〔25〕1号\n", 6, "文号"),
        (_HEAD + "opening: 一段\n", 6, "列表"),
        (_HEAD + "items:\n- heading: 甲\n- 乙\n", 8, "名称"),
        (_HEAD + "items:\n- heading: 甲\n  clauses:\n  - 一。\n  - ''\n", 10, "空"),
        (_HEAD + 'items:\n- heading: 甲\n  clauses:\n  - 一。\n  - "二\\n三。"\n', 10, ""),
        (_HEAD + "items:\n- heading: 甲\n  clauses:\n  - text: 一。\n    orign: 乙\n", 10, "不认识"),
        (_HEAD + "attachments:\n- columns: []\n", 7, "缺少"),
    ],
)
def test_a_notice_that_is_not_one_is_told_with_file_line_and_chinese_reason(text: str, line: int, word: str) -> None:
    with pytest.raises(BrokenFile) as told:
        value_file.parse(Notice, text, FILE)
    _assert_told(told.value)
    assert told.value.line == line
    assert word in told.value.reason


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("items:\n- heading: 甲\n", 8),
        ("pairs:\n- old: 甲\n  new: 乙\n  linked: 也许\n", 10),
        ("items:\n- id: i1\n  clauses:\n  - text: 一。\n    confirmed: 一\n", 11),
    ],
)
def test_a_draft_that_is_not_one_is_told_with_file_line_and_chinese_reason(text: str, line: int) -> None:
    with pytest.raises(BrokenFile) as told:
        value_file.parse(Draft, _HEAD.replace("schema: 1\n", "schema: 1\nplace: 甲区\n").rstrip() + "\n" + text, FILE)
    _assert_told(told.value)
    assert told.value.line == line


def test_a_file_that_is_not_utf8_is_told_with_the_line_of_the_first_wrong_byte(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_bytes(b"schema: 1\ntitle: " + "标题".encode("gb18030") + b"\n")
    with pytest.raises(BrokenFile) as told:
        value_file.load(Notice, path)
    assert (told.value.path, told.value.line) == (path, 2)


def _assert_told(fault: BrokenFile) -> None:
    """The message names the file, gives a Chinese reason without English words, and says what to do."""
    message = str(fault)
    assert str(FILE) in message
    assert "请" in message
    reason = re.sub(r"“[^”]*”|'[a-z]+'|YAML|UTF-8|schema", "", fault.reason)
    assert re.search(r"[\u4e00-\u9fff]", reason)
    assert not re.search(r"[A-Za-z]{2,}", reason), fault.reason
