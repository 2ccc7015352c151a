"""Files made to harm: refused or read, with a sentence, in bounded time and memory; nothing else is ever raised."""

import functools
import io
import os
import re
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import office
from drafter.errors import DrafterError, NotUnderstood
from drafter.readers import formats, isolation, read, read_bytes
from tests.conftest import ROOT
from tests.readers.five import path_of, source
from tests.readers.making import government_page, lines_without_table, ofd_file, pdf_file, pdf_of, sheet_file, with_part
from tests.readers.test_word import document

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def word_file() -> bytes:
    """A whole Word document."""
    stream = io.BytesIO()
    document("博山区-2025").save(stream)
    return stream.getvalue()


def body(inner: str, before: str = "") -> bytes:
    """The main part of a Word document."""
    return f"{before}<w:document {WORD}><w:body>{inner}</w:body></w:document>".encode()


def word_with(inner: str, before: str = "") -> bytes:
    """A Word document of which only the main part is changed."""
    return with_part(word_file(), "word/document.xml", body(inner, before))


def bomb(part: str, size: int) -> bytes:
    """A Word document with one part of zeros."""
    return with_part(word_file(), part, bytes(size))


def many_entries() -> bytes:
    """A zip of very many files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for at in range(20_000):
            archive.writestr(f"word/{at}.xml", b"")
    return packed.getvalue()


def lying(data: bytes) -> bytes:
    """The same zip with the sizes in its directory set to one byte."""
    changed = bytearray(data)
    for found in re.finditer(rb"PK\x01\x02", data):
        changed[found.start() + 24 : found.start() + 28] = (1).to_bytes(4, "little")
    return bytes(changed)


BOMBS: dict[str, Callable[[], bytes]] = {
    "a part that swells": lambda: bomb("word/document.xml", 60_000_000),
    "a picture that swells": lambda: bomb("word/media/image1.png", 60_000_000),
    "a part that swells and lies": lambda: lying(bomb("word/document.xml", 20_000_000)),
    "very many parts": many_entries,
    "entities in entities": lambda: word_with("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", ENTITIES),
    "a spreadsheet that swells": lambda: with_part(sheet_file([["甲"]]), "xl/worksheets/sheet1.xml", bytes(60_000_000)),
    "an OFD that swells": lambda: with_part(ofd_file("博山区-2025"), "Doc_0/Pages/0.xml", bytes(60_000_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_without_being_unpacked(name: str) -> None:
    data = BOMBS[name]()
    tracemalloc.start()
    try:
        with pytest.raises(NotUnderstood, match=r"甲\.docx.*请"):
            formats.blocks(data, "甲.docx")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 16_000_000


def test_no_file_of_the_machine_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "秘密.txt"
    secret.write_text("外面的字", encoding="utf-8")
    before = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(NotUnderstood, match="实体"):
        formats.blocks(word_with("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before), "甲.docx")
    ofd = with_part(ofd_file("博山区-2025"), "Doc_0/Document.xml", f"{before}<a>&x;</a>".encode())
    with pytest.raises(NotUnderstood):
        formats.blocks(ofd, "甲.ofd")
    page = f'{before}<html><body><p>甲</p><iframe src="{secret.as_uri()}"></iframe>&x;</body></html>'
    found, _ = formats.blocks(page.encode(), "甲.html")
    assert "外面" not in str(found)


def test_a_path_in_a_file_leads_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "外.xml"
    outside.write_text("<a>外面的字</a>", encoding="utf-8")
    climbing = ("../" * 12) + str(outside).lstrip("/")
    document_part = (
        f'<a><Pages><Page ID="1" BaseLoc="{climbing}"/><Page ID="2" BaseLoc="/{outside}"/></Pages></a>'
    ).encode()
    with pytest.raises(NotUnderstood, match="没有文字"):
        formats.blocks(with_part(ofd_file("博山区-2025"), "Doc_0/Document.xml", document_part), "甲.ofd")
    packed = with_part(word_file(), climbing, b"gift")
    assert formats.blocks(packed, "甲.docx")[0] == formats.blocks(word_file(), "甲.docx")[0]
    assert outside.read_text("utf-8") == "<a>外面的字</a>"


DEEP = 5_000


def stuffed(line: str, times: int) -> bytes:
    """A small notice with one line repeated before its last item."""
    head = "甲县人民政府办公室\n关于2025年为妇女儿童办实事的通知\n各有关单位：\n现通知如下：\n"
    item = "{}、开展体检。体检60人。（责任单位：县妇联）\n"
    return (head + item.format("一") + f"{line}\n" * times + item.format("二")).encode()


HEAVY: dict[str, Callable[[], bytes]] = {
    "very many empty paragraphs": lambda: word_with("<w:p/>" * 1_500_000),
    "very many short paragraphs": lambda: word_with("<w:p><w:r><w:t>甲</w:t></w:r></w:p>" * 150_000),
    "very deep content controls": lambda: word_with("<w:sdt><w:sdtContent>" * DEEP + "</w:sdtContent></w:sdt>" * DEEP),
    "tables in tables": lambda: word_with("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80),
    "a cell a million columns wide": lambda: word_with(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc><w:tc/></w:tr></w:tbl>' * 99
    ),
    "a long text": (("博山区人民政府办公室关于办实事的通知。" * 500_000).encode),
    "many items": ((source("博山区-2025") + "\n一、甲。乙。（责任单位：区妇联）" * 300_000).encode),
    "brackets that never close": lambda: stuffed("一、实施（（（（〔〔〔（" * 30, 500),
    "a paragraph of very many lines": lambda: stuffed("责任编辑：李四实施困境儿童助学行动甲乙丙丁戊己庚", 4_900),
    "a unit clause of very many lines": lambda: stuffed("（责任单位：县民政局、县妇联、县教育局、", 4_900),
    "a line of brackets": (("（" * 3_000_000).encode),
    "a line of figures": lambda: b"1" * 10_000_000,
    "a page of open tags": (("<html><body>" + "<div>" * 500_000 + "甲").encode),
    "a page of nested tables": (("<html><body>" + "<table><tr><td>" * 3_000 + "甲").encode),
    "a page of labels": (("<html><body>" + ("<p>" + "来源" * 95 + "。</p>") * 500).encode),
    "a wide page": (("<html><body>" + "<p>一、甲，乙。</p>" * 300_000).encode),
    "a PDF of many signs": lambda: pdf_of([b"BT /F1 9 Tf 9 9 Td <" + b"4e00" * 2_000_000 + b"> Tj ET"]),
    "a PDF of many strokes": lambda: pdf_of([b"0 0 m 9 9 l S\n" * 600_000]),
    "a PDF of very many pages": lambda: pdf_of([b""] * 3_000),
    "a spreadsheet of very many rows": lambda: sheet_file([["甲", "乙"]] * 60_000),
    "an OFD of many signs": lambda: with_part(
        ofd_file("博山区-2025"),
        "Doc_0/Pages/0.xml",
        ('<a><TextObject Boundary="1 1 9 9" Size="5"><TextCode X="0" Y="5">甲乙丙</TextCode></TextObject>' + "</a>")
        .replace(
            "</TextObject>", '</TextObject><TextObject Boundary="1 1 9 9"><TextCode>甲</TextCode></TextObject>' * 90_000
        )
        .encode(),
    ),
}

MEASURED = """
import resource, sys
from pathlib import Path
from drafter.errors import DrafterError
from drafter.readers import read
try:
    read(Path(sys.argv[1]))
except DrafterError as refusal:
    print(refusal)
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(most // 1024)
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured by what POSIX systems count")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_costs_bounded_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "重.bin"
    path.write_bytes(HEAVY[name]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout.split("\n")[-2]) < 500, done.stdout


def test_a_file_larger_than_any_notice_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(60_000_000)
    with pytest.raises(NotUnderstood, match="MB"):
        read(path)


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_SECONDS", 0.001)
    with pytest.raises(isolation.Unreadable, match=r"甲\.pdf.*\.docx"):
        isolation.blocks_apart("pdf", pdf_file("博山区-2025"), "甲.pdf")


FUZZED: dict[str, Callable[[], bytes]] = {
    "txt": lambda: path_of("博山区-2025").read_bytes(),
    "docx": word_file,
    "html": lambda: government_page("博山区-2023"),
    "ofd": lambda: ofd_file("博山区-2025"),
}
FUZZED_APART: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: pdf_file("博山区-2025"),
    "xlsx": lambda: sheet_file([[line] for line in lines_without_table("博山区-2025")]),
}


@functools.cache
def whole(kind: str) -> bytes:
    """A whole file of a format, made once."""
    return {**FUZZED, **FUZZED_APART}[kind]()


SPOILT = st.tuples(st.floats(0.01, 1), st.lists(st.tuples(st.integers(0), st.integers(0, 255)), max_size=6))


def spoil(data: bytes, how: tuple[float, list[tuple[int, int]]]) -> bytes:
    """The file cut short and with some bytes changed."""
    share, changes = how
    spoilt = bytearray(data[: int(len(data) * share) + 1])
    for place, byte in changes:
        spoilt[place % len(spoilt)] = byte
    return bytes(spoilt)


def assert_read_or_refused(data: bytes) -> None:
    """A reading or a sentence."""
    try:
        reading = read_bytes(data, "任意文件")
    except DrafterError as refusal:
        message = str(refusal)
        assert re.search(r"任意文件.*[\u4e00-\u9fff].*。$", message)
        assert "Error" not in message
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", message)
    else:
        assert reading.notice.items


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("kind", FUZZED)
@given(how=SPOILT)
def test_a_spoilt_file_is_read_or_refused(kind: str, how: tuple[float, list[tuple[int, int]]]) -> None:
    assert_read_or_refused(spoil(whole(kind), how))


@pytest.mark.long
@settings(deadline=None, max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("kind", FUZZED_APART)
@given(how=SPOILT)
def test_a_spoilt_file_read_apart_is_read_or_refused(kind: str, how: tuple[float, list[tuple[int, int]]]) -> None:
    assert_read_or_refused(spoil(whole(kind), how))


@pytest.mark.long
def test_a_spoilt_old_document_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    path.write_bytes(word_file())
    (data,) = office.convert([path], "doc")
    spoilt = bytearray(data)
    spoilt[1_600:1_700] = bytes(100)
    for one in (data[: len(data) // 2], bytes(spoilt)):
        assert_read_or_refused(one)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(["<html>", "<html><body><table><tr>", "﻿", "{\\rtf", "From: a\n"]))
def test_any_beginning_of_a_page_is_read_or_refused(tail: bytes, head: str) -> None:
    if not head.startswith("{"):  # what LibreOffice makes of noise is its own affair, and takes seconds
        assert_read_or_refused(head.encode() + tail)


@settings(deadline=None, max_examples=100)
@given(
    st.recursive(
        st.text("一、甲。<&责任单位：通知 ", max_size=8),
        lambda inner: st.lists(
            st.tuples(st.sampled_from(["div", "p", "table", "tr", "td", "span", "a", "ul", "li", "br", "pre"]), inner),
            max_size=4,
        ),
        max_leaves=20,
    )
)
def test_any_page_keeps_the_marks_of_a_notice(tree: object) -> None:
    page = _html(tree)
    if "责任单位：" not in re.sub("<a>.*?</a>", "", page) or page.count("责任单位") != 1:
        return
    found, _ = formats.blocks(f"<html><body><div>{page}</div></body></html>".encode(), "甲.html")
    assert "责任单位" in str(found)


def _html(tree: object) -> str:
    if isinstance(tree, str):
        return tree.replace("<", "&lt;")
    assert isinstance(tree, list)
    return "".join(f"<{tag}>{_html(inner)}</{tag}>" for tag, inner in tree)
