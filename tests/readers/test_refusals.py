"""What is no notice is refused with a sentence that names the file and says what to do; nothing else is raised."""

import functools
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import FileTrouble, NotUnderstood
from drafter.model.results import Reading
from drafter.readers import read, read_bytes
from tests.conftest import REFERENCES
from tests.readers.five import lines_of, read_as_file, source
from tests.text.alphabet import chinese

NEWS = """淄博召开妇女儿童工作会议
本报讯　近日，淄博市妇女儿童工作会议召开，总结上年工作，部署今年任务。
会议指出，要进一步办好妇女儿童实事，不断增强妇女儿童的获得感。
"""
ITEMS_ONLY = """一、开展就业培训。培训妇女100人。（责任单位：区人社局）
二、建设城市书房。建设书房3处。（责任单位：区文旅局）
"""
TITLE_ONLY = """博山区人民政府办公室
关于印发2027年为全区妇女儿童办实事项目清单的通知

各镇人民政府、街道办事处：
现将有关事项通知如下，请认真组织实施。
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@functools.cache
def word_file() -> bytes:
    """A whole Word document of one paragraph a line."""
    document = docx.Document()
    for line in lines_of("博山区-2025"):
        document.add_paragraph(line)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def zip_of(name: str, content: str) -> bytes:
    """A zip with one file in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def with_part(name: str, content: bytes | None) -> bytes:
    """The Word document with one of its parts replaced or left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
            elif content is not None:
                new.writestr(part, content)
    return packed.getvalue()


UNFIT: dict[str, Callable[[], bytes]] = {
    "nothing at all": lambda: b"",
    "blanks only": lambda: b" \t\r\n\n  ",
    "full-width blanks only": "\u3000\u3000\n\u3000".encode,
    "a byte order mark only": lambda: b"\xef\xbb\xbf",
    "binary noise": lambda: bytes(range(256)) * 4,
    "zero bytes": lambda: bytes(400),
    "a picture": lambda: PICTURE,
    "a PDF": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "an old Word document": lambda: OLE,
    "UTF-16 cut in the middle of a sign": lambda: b"\xff\xfe" + source("博山区-2025").encode("utf-16-le")[:-1],
    "UTF-16 without a mark": lambda: source("博山区-2025").encode("utf-16-le"),
    "a damaged zip": lambda: b"PK\x03\x04" + b"\x00" * 60,
    "half a Word document": lambda: word_file()[: len(word_file()) // 2],
    "a zip that is no Word document": lambda: zip_of("读我.txt", "甲"),
    "a Word document without its text": lambda: with_part("word/document.xml", None),
    "a Word document with broken text": lambda: with_part("word/document.xml", b"<w:document><w:body>"),
    "a Word document without its relations": lambda: with_part("_rels/.rels", None),
    "a Word document whose text is no text": lambda: with_part("word/document.xml", b"<html/>"),
    "a news text": NEWS.encode,
    "items without a title": ITEMS_ONLY.encode,
    "a title without items": TITLE_ONLY.encode,
    "an English letter": lambda: b"Dear all,\n\n1. please read this.\n2. thank you.\n",
    "a line with nothing Chinese": "Résumé déjà vu".encode,
    "a program": lambda: b"import os\n\nprint(os.environ)\n",
    "signs of private use": ("\ue000\u3000\ue001" + "甲乙丙丁" * 100).encode,
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_no_notice_is_refused_by_name_with_advice(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"通知\d+\.txt.*请") as told:
        read_as_file(UNFIT[name](), tmp_path)
    assert_plain_sentence(str(told.value))
    assert str(told.value).isprintable(), "signs of a binary file in a message"


@pytest.mark.parametrize(("name", "missing"), [("a news text", "标题"), ("a title without items", "实事")])
def test_a_refused_text_is_told_what_is_missing(name: str, missing: str, tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=f"没有找到.*{missing}"):
        read_as_file(UNFIT[name](), tmp_path)


@pytest.mark.parametrize(("name", "advice"), [("a PDF", r"PDF.*\.docx"), ("an old Word document", r"\.doc）.*\.docx")])
def test_a_format_not_read_is_named_with_the_way_out(name: str, advice: str, tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=advice):
        read_as_file(UNFIT[name](), tmp_path)


NOISE = bytes(range(256)) * 20
DAMAGED: dict[str, Callable[[], bytes]] = {
    "cut short": lambda: word_file()[: len(word_file()) // 2],
    "its end overwritten": lambda: word_file()[:-200] + bytes(200),
    "its beginning lost": lambda: word_file()[500:],
    "noise behind the mark of a zip": lambda: b"PK\x03\x04" + NOISE,
    "noise": lambda: NOISE,
    "zero bytes": lambda: bytes(3000),
    "a zip with nothing in it": lambda: b"PK\x05\x06" + bytes(18),
}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_broken_word_document_is_told_to_be_one(how: str) -> None:
    with pytest.raises(NotUnderstood, match=r"^通知\.docx .*(?:损坏|完好)的 Word 文档（\.docx）.*请") as told:
        read_bytes(DAMAGED[how](), "通知.docx")
    assert "文本文件" not in str(told.value)
    assert "另存为" not in str(told.value), "it bears that name already"
    assert_plain_sentence(str(told.value))


@pytest.mark.parametrize(
    ("name", "what"),
    [("通知.txt", "Word 文档"), ("清单.xlsx", "Excel 表格"), ("通知.ofd", "OFD 文件"), ("资料.zip", "压缩包")],
)
def test_half_a_zip_file_is_told_as_what_its_name_says(name: str, what: str) -> None:
    with pytest.raises(NotUnderstood, match=rf"{name} 是已损坏的 .*{what}.*请"):
        read_bytes(DAMAGED["cut short"](), name)


def test_a_text_named_like_a_word_document_is_read_as_the_text_it_is() -> None:
    reading = read_bytes(source("博山区-2025").encode(), "通知.docx")
    assert len(reading.notice.items) == 10


@pytest.mark.parametrize("name", ["a program", "an English letter"])
def test_a_text_without_chinese_is_refused_for_that(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"没有汉字.*请"):
        read_as_file(UNFIT[name](), tmp_path)


def test_signs_that_cannot_be_shown_are_boxes_in_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match="开头是“□ □甲乙"):
        read_as_file(UNFIT["signs of private use"](), tmp_path)


def test_items_without_a_title_are_refused_for_the_title(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"没有找到标题.*一、开展就业培训"):
        read_as_file(ITEMS_ONLY, tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "没有这个文件.txt"
    with pytest.raises(FileTrouble, match=r"没有这个文件\.txt.*请") as told:
        read(path)
    assert not isinstance(told.value, NotUnderstood)
    assert_plain_sentence(str(told.value))


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=rf"{re.escape(tmp_path.name)}.*文件夹.*请") as told:
        read(tmp_path)
    assert_plain_sentence(str(told.value))


def test_a_file_inside_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(FileTrouble, match=r"乙\.txt.*请"):
        read(tmp_path / "甲.txt" / "乙.txt")


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match=r"请"):
        read(tmp_path / ("长" * 300 + ".txt"))


def assert_plain_sentence(message: str) -> None:
    """A Chinese sentence, with no remains of a traceback."""
    assert re.search(r"[\u4e00-\u9fff]", message)
    assert message.endswith("。")
    assert "Traceback" not in message
    assert "Error" not in message


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the many files of the property tests."""
    return tmp_path_factory.mktemp("任意文件")


def read_or_refuse(content: str | bytes, folder: Path) -> None:
    """A reading or a refusal; anything else raised fails the test."""
    path = folder / "任意.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        assert isinstance(read(path), Reading)
    except NotUnderstood as refusal:
        assert_plain_sentence(str(refusal))


LINES = chinese(
    [
        *(
            "一、",
            "二、",
            "（一）",
            "1.",
            "\n",
            "\n",
            "\t",
            "\t1\n",
            "附件",
            "附件：",
            "抄送：",
            "：",
            "。",
            "，",
            "（",
            "）",
        ),
        *(
            "博山区人民政府办公室",
            "关于印发",
            "2027年",
            "清单的通知\n",
            "各镇人民政府：\n",
            "责任单位：",
            "区妇联",
            "联系电话：1",
        ),
        *(
            "〔2027〕3号",
            "博政办字",
            "2027年2月30日",
            "2027年　月　日",
            "（此件公开发布）",
            "**",
            "# ",
            " ",
            "●●●",
            "培训10人",
        ),
    ],
    longest=60,
)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=200) | LINES | LINES.map(lambda text: TITLE_ONLY + text))
def test_any_text_is_read_or_refused(folder: Path, text: str) -> None:
    read_or_refuse(text, folder)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(folder: Path, data: bytes) -> None:
    for head in (b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", b"%PDF", OLE[:8]):
        read_or_refuse(head + data, folder)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_word_document_with_spoilt_bytes_is_read_or_refused(folder: Path, spoilt: list[tuple[int, int]]) -> None:
    data = bytearray(word_file())
    for place, byte in spoilt:
        data[place % len(data)] = byte
    read_or_refuse(bytes(data), folder)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(REFERENCES), st.data())
def test_a_notice_with_lines_lost_doubled_or_swapped_is_read_or_refused(
    folder: Path, reference: str, data: st.DataObject
) -> None:
    lines = lines_of(reference)
    for _ in range(data.draw(st.integers(1, 6))):
        at, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = data.draw(st.sampled_from(["lost", "doubled", "swapped", "cut", "joined"]))
        if change == "lost" and len(lines) > 1:
            del lines[at]
        elif change == "doubled":
            lines.insert(other, lines[at])
        elif change == "swapped":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "cut":
            half = len(lines[at]) // 2
            lines[at : at + 1] = [lines[at][:half], lines[at][half:]]
        elif at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
    read_or_refuse("\n".join(lines), folder)
