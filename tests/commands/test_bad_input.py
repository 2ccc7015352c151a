"""Bad input gets a Chinese sentence that says what, where and what to do; nothing is written or changed."""

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.conftest import NAME, content_of, english_in
from tests.conftest import ROOT, Ran, Run


def _cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table beside this file, every value a text."""
    found: list[dict[str, Any]] = yaml.load((Path(__file__).parent / name).read_bytes(), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only text
    return found


CASES, SPOILT = _cases("bad_input.yaml"), _cases("spoilt_files.yaml")


def assert_refused(ran: Ran, code: int, says: list[str]) -> None:
    assert ran.code == code, ran
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert "内部出错" not in ran.err
    assert "错误：" in ran.err
    assert [word for word in says if word not in ran.err] == []
    assert english_in(ran.err) == []


@pytest.fixture
def beside(at: Path, tmp_path: Path) -> dict[str, str]:
    """Files that are no good, by the names that the cases use."""
    notice = ROOT / "library" / "sources" / "博山区-2025.txt"
    prose = "春天来了，万物复苏。\n我们去公园散步，看见许多花。\n" * 5
    contents = {
        "empty": ("空.txt", b""),
        "blanks": ("空白.txt", " \n\u3000\n\t\n".encode()),
        "noise": ("杂.txt", bytes(range(256)) * 20),
        "prose": ("散文.txt", prose.encode()),
        "torn": ("半个.docx", (at / "templates" / "issue-letter.docx").read_bytes()[:900]),
        "old": ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        "file": ("文件", b"x"),
    }
    (tmp_path / "空文件夹").mkdir()
    folder = tmp_path / "旁边"
    (folder / "夹.docx").mkdir(parents=True)
    for name, data in contents.values():
        (folder / name).write_bytes(data)
    named = {key: str(folder / name) for key, (name, _) in contents.items()}
    undecodable = "标题".encode("gb18030").decode("utf-8", "surrogateescape")
    return named | {
        "notice": str(notice),
        "folder": str(folder / "夹.docx"),
        "long": "为妇女儿童办实事" * 40,
        "bytes": undecodable,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["of"])
def test_bad_input_is_refused_in_chinese_and_changes_nothing(
    run: Run, at: Path, tmp_path: Path, beside: dict[str, str], case: dict[str, Any]
) -> None:
    before = content_of(tmp_path)
    typed = [word.format(**beside) for word in shlex.split(case["type"])]
    ran = run(*typed, cwd=at)
    assert_refused(ran, int(case.get("code", 3)), case["says"])
    assert content_of(tmp_path) == before


@pytest.mark.parametrize("case", SPOILT, ids=lambda case: case["of"])
def test_a_file_with_a_fault_is_named_with_its_line_and_left_alone(run: Run, at: Path, case: dict[str, str]) -> None:
    path = at / case["file"]
    old = path.read_text(encoding="utf-8")
    assert case["old"] in old
    text = old.replace(case["old"], case["new"], 1) if case["old"] else case["new"]
    path.write_text(text, encoding="utf-8")
    says = [path.name, "请"]
    if "line" in case:
        lines = text.split("\n")
        says.append(f"第{1 + next(number for number, line in enumerate(lines) if case['line'] in line)}行")
    before = content_of(at)
    ran = run(*case["type"].replace("{sources}", str(ROOT / "library" / "sources")).split(), cwd=at)
    if case["type"].startswith("import"):  # what could not be stored stands in its report, too
        ran = Ran(ran.code, "", ran.err)
    assert_refused(ran, 3, says)
    assert content_of(at) == before


def test_a_draft_in_another_encoding_is_named_and_left_alone(run: Run, at: Path, draft: Path) -> None:
    draft.write_bytes(draft.read_text(encoding="utf-8").encode("gb18030"))
    before = content_of(at)
    assert_refused(run("edit", f"{NAME}#1", "--heading", "甲", cwd=at), 3, [draft.name, "UTF-8", "请"])
    assert content_of(at) == before


def test_an_item_copied_by_hand_in_the_draft_is_never_lost(run: Run, at: Path, draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("id: i2\n", "id: i1\n", 1), encoding="utf-8")
    before = content_of(at)
    ran = run("move", f"{NAME}#1", "--at", "5", cwd=at)
    if ran.code == 0:
        headings = [item["heading"] for item in run("show", NAME, "--json", cwd=at).json["items"]]
        assert len(headings) == 10
        assert headings[4] == "促进女性高质量充分就业"
    else:
        assert_refused(ran, 3, [draft.name])
        assert content_of(at) == before


@pytest.mark.parametrize("field", ["--heading", "--text", "--units", "--leader"])
def test_a_control_character_is_refused_with_its_place_before_anything_is_printed(
    run: Run, at: Path, field: str
) -> None:
    edited = run("edit", f"{NAME}#2", field, "开展\x07活动。", cwd=at)
    if edited.code == 0:
        before = content_of(at)
        printed = run("render", NAME, "-o", "出文/a.docx", cwd=at)
        assert_refused(printed, 3, ["U+0007", "第2", "请"])
        assert content_of(at) == before
    else:
        assert_refused(edited, 3, ["U+0007", "请"])


def test_without_a_workspace_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空文件夹").mkdir()
    before = content_of(tmp_path)
    for command in (
        ("new", "2028", "--issuer", "临淄区"),
        ("import", str(ROOT / "library" / "sources" / "博山区-2025.txt")),
    ):
        assert_refused(run(*command), 3, ["工作区", "init"])
    assert content_of(tmp_path) == before
