"""What LibreOffice saves, old Word documents, and formats that only LibreOffice opens."""

import sys
from pathlib import Path

import pytest

from drafter import office
from drafter.errors import NotUnderstood
from drafter.readers import formats, isolation
from tests.conftest import REFERENCES
from tests.readers.alike import OF_CONVERSION, added, alike
from tests.readers.five import read_as_file
from tests.readers.making import converted
from tests.readers.numbered import automatic
from tests.readers.test_word import document

# what the drawing of a page may do to a text: a line end that looks like the end of a paragraph is told as a repair
OF_PAGES = OF_CONVERSION | {"broken-paragraph"}


@pytest.mark.long
@pytest.mark.parametrize("kind", ["docx", "doc", "html", "pdf", "rtf", "odt"])
def test_what_libreoffice_saves_reads_to_the_same_notice(kind: str, tmp_path: Path) -> None:
    files = converted(kind, tmp_path)
    # those of the last two need LibreOffice again, for each file anew
    for reference in REFERENCES if kind not in ("rtf", "odt") else REFERENCES[:1]:
        reading = read_as_file(files[reference], tmp_path, f".{kind}")
        assert (reference, alike(reading, reference)) == (reference, [])
        assert added(reading, reference) <= (OF_PAGES if kind == "pdf" else OF_CONVERSION)
        told = [problem.message for problem in reading.problems if problem.code == "converted"]
        assert len(told) == (kind in ("doc", "rtf", "odt"))
        assert all(("msdoc2docx" if kind == "doc" else "LibreOffice") in one for one in told)


@pytest.mark.long
def test_an_old_document_that_the_small_converter_refuses_is_read_by_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    document("博山区-2025").save(str(path))
    (data,) = office.convert([path], "doc")
    odd = bytearray(data)
    odd[34] = 0xFF  # a reserved byte of the container, which only strict readers look at
    reading = read_as_file(bytes(odd), tmp_path, ".wps")
    assert alike(reading, "博山区-2025") == []
    (told,) = [one.message for one in reading.problems if one.code == "converted"]
    assert told.endswith("由 LibreOffice 转换")


def test_without_libreoffice_its_formats_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.ENVIRONMENT, "")
    with pytest.raises(NotUnderstood, match=r"LibreOffice.*请"):
        formats.blocks(rb"{\rtf1\ansi \u30002?}", "甲.rtf")


@pytest.mark.long
def test_numbers_counted_by_word_survive_doc_and_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "自动编号.docx"
    automatic(document("博山区-2025")).save(str(path))
    for kind in ("docx", "doc"):
        (data,) = office.convert([path], kind)
        assert alike(read_as_file(data, tmp_path, f".{kind}"), "博山区-2025") == []


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of LibreOffice that leaves a file behind when it is asked, and then takes for ever."""
    if sys.platform == "win32":
        pytest.skip("a script in place of a program")
    mark, program = tmp_path / "asked", tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\nsleep 60\ntouch '{mark}.done'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(office.ENVIRONMENT, str(program))
    return mark


def old_document(*, refused: bool = True, flags: int = 0, size: int = 0) -> bytes:
    """A compound file with the head of a Word document; a reserved byte makes the small converter refuse it."""
    data = bytearray(512) + b"\xec\xa5" + bytes(9) + bytes([flags]) + bytes(4096)
    data[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    data[34] = 0xFF if refused else 0
    return bytes(data) + "WordDocument".encode("utf-16-le") + bytes(size)


@pytest.mark.long
def test_libreoffice_is_asked_for_an_old_document_that_may_be_whole_and_ended_in_time(asked: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"甲\.doc 是旧版 Word.*另存为 \.docx"):
        formats.blocks(old_document(size=10_000_000), "甲.doc")
    assert asked.exists()
    assert not asked.with_name("asked.done").exists()


@pytest.mark.parametrize(
    "data",
    [old_document(flags=0x01), old_document().replace(b"\xec\xa5", b"\0\0")],
    ids=["with a password", "no Word document"],
)
def test_libreoffice_is_not_asked_for_what_it_cannot_mend(data: bytes, asked: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"甲\.doc 是旧版 Word"):
        formats.blocks(data, "甲.doc")
    assert not asked.exists()


def test_libreoffice_is_not_asked_for_a_document_that_hung_the_small_converter(
    asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "_SECONDS", 0.001)
    with pytest.raises(NotUnderstood, match=r"甲\.doc 太复杂或已损坏"):
        formats.blocks(old_document(), "甲.doc")
    assert not asked.exists()
