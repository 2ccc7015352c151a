"""`drafter compare` as a user meets it: five files in one command, all or none, told in Chinese."""

import re
from pathlib import Path

import docx
import pytest

from tests.commands.conftest import NAME, content_of, english_in
from tests.compare.viewing import columns
from tests.conftest import ROOT, Run

SOURCES = ROOT / "library" / "sources"
FILES = {
    "--html": "比对.html",
    "--table": "对照表.docx",
    "--docx": "修订稿.docx",
    "--marked": "花脸稿.docx",
    "--explain": "起草说明.docx",
}
OPTIONS = [part for pair in FILES.items() for part in pair]


@pytest.fixture
def changed(run: Run, at: Path) -> Path:
    """The workspace with a draft in which one item was dropped and one clause changed, both with reasons."""
    assert run("drop", f"{NAME}#3", "--reason", "转为日常工作", cwd=at).code == 0
    assert run("edit", f"{NAME}#2.1", "--text", "年内检查2.1万名。", "--reason", "市里要求", cwd=at).code == 0
    return at


def test_one_command_writes_all_five_files_and_tells_the_counts(run: Run, changed: Path) -> None:
    ran = run("compare", "临淄区-2026", NAME, *OPTIONS, cwd=changed)
    assert (ran.code, ran.err) == (1, "")
    for name in FILES.values():
        assert (changed / name).stat().st_size > 1000
        assert f"已写入：{name}" in ran.out
    assert "未延续1项" in ran.out
    assert english_in(ran.out) == []
    text = "\n".join(one.text for one in docx.Document(str(changed / "起草说明.docx")).paragraphs)
    assert "转为日常工作" in text
    assert "市里要求" in text


def test_the_same_files_come_out_again_byte_by_byte(run: Run, changed: Path) -> None:
    assert run("compare", "临淄区-2026", NAME, *OPTIONS, cwd=changed).code == 1
    before = content_of(changed)
    assert run("compare", "临淄区-2026", NAME, *OPTIONS, cwd=changed).code == 1
    assert content_of(changed) == before


def test_json_holds_comparison_files_and_notes(run: Run, changed: Path) -> None:
    ran = run("compare", "临淄区-2026", NAME, "--table", "表.docx", "--json", cwd=changed)
    assert (ran.code, ran.err) == (1, "")
    assert {"old", "new", "summary", "items", "written", "notes"} <= set(ran.json)
    assert [Path(one).name for one in ran.json["written"]] == ["表.docx"]
    assert run("compare", "临淄区-2026", NAME, "--json", cwd=changed).json["written"] == []


def test_another_file_of_the_name_is_kept_and_told(run: Run, changed: Path) -> None:
    (changed / "表.docx").write_bytes(b"mine")
    ran = run("compare", "临淄区-2026", NAME, "--table", "表.docx", cwd=changed)
    assert "原有的 表.docx 内容不同，已另存为 表.旧1.docx" in ran.out
    assert (changed / "表.旧1.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--table", "表.doc"), ".docx"),
        (("--html", "页.docx"), ".html"),
        (("--table", "表.docx", "--explain", "表.docx"), "同一个文件名"),
        (("--confirm",), "终端"),
        (("--date", "去年"), "“去年”不是日期。请写成 2027-03-01"),
        (("--strict-order",), "--strict-order 只用于修订稿。请同时给 --docx"),
        (("--table", "表.docx", "--author", "甲", "--date", "2027-03-01"), "--author、--date 只用于修订稿"),
    ],
)
def test_wrong_use_writes_nothing(run: Run, changed: Path, arguments: tuple[str, ...], said: str) -> None:
    before = content_of(changed)
    ran = run("compare", "临淄区-2026", NAME, *arguments, cwd=changed)
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert english_in(re.sub(r"--[a-z-]+|\.[a-z]+|drafter\S*( compare)?", "", ran.err)) == []
    assert content_of(changed) == before


@pytest.mark.parametrize("missing", ["没有的稿.docx", "旧稿/去年.txt"])
def test_a_file_that_is_not_there_is_named_as_a_file(run: Run, changed: Path, missing: str) -> None:
    for arguments in ((missing, NAME), (NAME, missing)):
        ran = run("compare", *arguments, cwd=changed)
        assert ran.code == 2
        assert f"没有“{missing}”这个文件" in ran.err
        assert "文库" not in ran.err


def test_a_draft_can_be_named_with_its_ending(run: Run, changed: Path) -> None:
    assert run("compare", "临淄区-2026", f"{NAME}.yaml", cwd=changed).code == 1


def test_nothing_is_written_where_one_of_the_files_cannot_be_made(run: Run, changed: Path) -> None:
    (changed / "templates" / "explain.docx").write_bytes(b"no document")
    before = content_of(changed)
    ran = run("compare", "临淄区-2026", NAME, *OPTIONS, cwd=changed)
    assert (ran.code, ran.out) == (3, "")
    assert "explain.docx" in ran.err
    assert content_of(changed) == before


def test_a_file_a_reference_and_a_draft_can_stand_on_either_side(run: Run, changed: Path) -> None:
    for old, new in (
        (SOURCES / "淄博市-2024.txt", NAME),
        (NAME, "淄博市-2024"),
        ("博山区-2025", SOURCES / "临淄区-2026.txt"),
    ):
        ran = run("compare", old, new, "--html", "页.html", "--table", "表.docx", cwd=changed)
        assert (ran.code, ran.err) == (1, ""), (old, new)


def test_a_superior_s_list_is_compared_in_its_own_words(run: Run, at: Path) -> None:
    shown = run("compare", "淄博市-2024", NAME, cwd=at).out
    assert "【仅淄博市2024年有】" in shown
    assert "【仅临淄区2027年有】" in shown
    assert "未延续" not in shown


def test_it_fits_80_columns_and_has_no_colour_where_nobody_looks(run: Run, changed: Path) -> None:
    shown = run("compare", "临淄区-2026", NAME, cwd=changed).out
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if columns(line) > 80] == []
    assert english_in(re.sub(r"[a-z0-9]+@\S+", "", shown)) == []
