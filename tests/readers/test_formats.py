"""The five notices in every format that is read: told by content, in any encoding, quickly and with little loaded."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import NotUnderstood
from drafter.readers import formats, read_bytes
from drafter.readers.blocks import Line
from tests.conftest import REFERENCES, ROOT
from tests.readers.alike import alike, plain
from tests.readers.five import differences, path_of, read_as_file, source
from tests.readers.making import government_page, lines_without_table, ofd_file, pdf_file, saved, sheet_file, zip_of
from tests.readers.test_word import document

ENCODED: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 little endian": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 big endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "GB18030": lambda text: text.encode("gb18030"),
    "GB18030 with Windows line ends": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
}


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("name", ENCODED)
def test_pasted_text_in_any_encoding_reads_to_the_same_notice(name: str, reference: str) -> None:
    reading = read_bytes(ENCODED[name](source(reference)), "粘贴的文字")
    assert reading.source == "粘贴的文字"
    assert differences(reading.notice, plain(reference).notice) == []


def test_short_chinese_that_is_also_utf_8_is_chinese() -> None:
    found, _ = formats.blocks("女童".encode("gb18030"), "甲.txt")
    assert [block.text for block in found if isinstance(block, Line)] == ["女童"]


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    made = io.BytesIO()
    document("博山区-2025").save(made)
    for data in (
        made.getvalue(),
        government_page("博山区-2025"),
        source("博山区-2025").encode(),
        ofd_file("博山区-2025"),
    ):
        for ending in (".doc", ".wps", ".pdf", ""):
            assert alike(read_as_file(data, tmp_path, ending), "博山区-2025", without_tables=True) == []


REFUSED = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), r"图片（PNG）.*OCR"),
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(40), r"图片（JPEG）"),
    "a RAR archive": (b"Rar!\x1a\x07\x01\x00" + bytes(40), r"压缩包（RAR）.*解压"),
    "a 7z archive": (b"7z\xbc\xaf\x27\x1c" + bytes(40), r"压缩包（7z）.*解压"),
    "an old presentation": (b"\xd0\xcf\x11\xe0" + bytes(40) + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
    "an archived page": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n",
        r"网页存档（\.mht）.*另存",
    ),
    "an archive": (zip_of("读我.txt", b"a"), r"压缩包（\.zip）.*解压"),
    "a new presentation": (zip_of("ppt/presentation.xml", b"a"), "演示文稿"),
    "a locked document": (b"\xd0\xcf\x11\xe0" + bytes(40) + "EncryptedPackage".encode("utf-16-le"), "密码"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_named_with_the_way_out(name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(NotUnderstood, match=rf"甲\.doc.*{said}.*请?"):
        formats.blocks(data, "甲.doc")


LOADED = """
import sys
from pathlib import Path
from drafter.readers import read
read(Path(sys.argv[1]))
heavy = {"lxml", "docx", "pypdfium2", "doc2docx", "python_calamine"}
print(sorted({name.split(".")[0] for name in sys.modules} & heavy))
"""


@pytest.mark.parametrize(("ending", "loaded"), [("txt", "[]"), ("docx", "['lxml']"), ("pdf", "[]"), ("xlsx", "[]")])
def test_reading_loads_only_what_the_format_needs(ending: str, loaded: str, tmp_path: Path) -> None:
    path = tmp_path / f"甲.{ending}"
    made: dict[str, bytes] = {
        "txt": path_of("博山区-2025").read_bytes(),
        "docx": saved(document("博山区-2025")),
        "pdf": pdf_file("博山区-2025"),
        "xlsx": sheet_file([[line] for line in lines_without_table("博山区-2025")]),
    }
    path.write_bytes(made[ending])
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (loaded, "")
