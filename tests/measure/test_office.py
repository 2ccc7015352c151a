"""LibreOffice as a converter: found or not, one start for many files, nothing left behind."""

import io
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from docx import Document

from drafter import office


def written(path: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.mark.long
def test_files_of_one_stem_and_odd_names_keep_their_order(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b").mkdir()
    files = [written(tmp_path / "-通知 1.docx", "甲"), written(tmp_path / "b" / "-通知 1.docx", "乙")]
    texts = [one.decode("utf-8-sig").strip() for one in office.convert(files, "txt")]
    assert texts == ["甲", "乙"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.long
def test_word_comes_out_where_word_is_asked_for(tmp_path: Path) -> None:
    (data,) = office.convert([written(tmp_path / "a.docx", "甲")], "docx")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.long
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    office.convert([written(tmp_path / "a.docx", "甲")])
    assert [one for one in room.iterdir() if one.name.startswith("drafter-")] == []


def test_a_program_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.ENVIRONMENT, str(tmp_path / "soffice"))
    assert office.find() is None
    with pytest.raises(office.NotConverted, match="安装 LibreOffice"):
        office.convert([written(tmp_path / "a.docx", "甲")])


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the program")
@pytest.mark.parametrize(("script", "told"), [("exit 0", "没有转换出来"), ("sleep 30", "没有完成")])
def test_a_program_that_makes_nothing_or_hangs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(office.ENVIRONMENT, str(program))
    monkeypatch.setattr(office, "_START_SECONDS", 0.3)
    monkeypatch.setattr(office, "_FILE_SECONDS", 0.1)
    with pytest.raises(office.NotConverted, match=told):
        office.convert([written(tmp_path / "a.docx", "甲")])


def test_an_installed_face_is_not_replaced() -> None:
    rows = office.font_map()
    names = [name for row in rows for name in row.names]
    assert len(set(names)) == len(names)
    assert {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"} <= set(names)
    told = office._fontconfig("/etc/fonts/fonts.conf")
    assert 'mode="append"' in told
    assert "prepend" not in told
