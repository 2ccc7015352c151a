"""`drafter measure` as a user meets it: verdicts, exit codes, JSON, and what it says without LibreOffice."""

from pathlib import Path

import pytest

from drafter import measure, office, render
from drafter.library import Library
from drafter.measure import terminal
from drafter.model.results import Element, Measurement
from drafter.render import Templates
from tests.commands import shapes
from tests.conftest import Run
from tests.measure import breaking

SHAPE = {
    "measured": bool,
    "reason": shapes.TEXT,
    "stand_ins": [[str]],
    "elements": [{"rule": str, "name": str, "expected": str, "got": str, "ok": (bool, None)}],
    "score": [int],
}


@pytest.fixture
def notice(tmp_path: Path, library: Library, templates: Templates) -> Path:
    path = tmp_path / "通知.docx"
    render.docx(library.notice("博山区-2025"), templates).save(path)
    return path


@pytest.mark.long
def test_a_sound_notice_is_all_green_and_its_stand_ins_are_named(run: Run, notice: Path) -> None:
    ran = run("measure", notice)
    assert (ran.code, ran.err) == (0, ""), ran.out
    lines = ran.out.splitlines()
    assert lines[0].split() == ["判定", "条目", "项目", "应为", "实为"]
    assert "不合" not in ran.out
    assert any(one.startswith("符合 ") and "共判" in one for one in lines)


@pytest.mark.long
def test_a_fault_makes_a_red_row_and_exit_code_1(run: Run, notice: Path) -> None:
    parts = breaking.Parts(notice.read_bytes())
    for one in breaking.footers(parts):
        breaking.set_paragraph(one, "jc", val="center")
    notice.write_bytes(parts.packed())
    ran = run("measure", notice)
    assert (ran.code, ran.err) == (1, "")
    first = ran.out.splitlines()[1]
    assert first.startswith("不合")
    assert "N-03" in first


@pytest.mark.long
def test_json_has_the_shape_of_the_contract(run: Run, notice: Path) -> None:
    ran = run("measure", notice, "--json", "--format", "file")
    assert ran.code == 1
    assert shapes.misfit(ran.json, SHAPE) is None
    assert ran.json["measured"] is True
    held, judged = ran.json["score"]
    verdicts = [one["ok"] for one in ran.json["elements"]]
    assert (held, judged) == (verdicts.count(True), len(verdicts) - verdicts.count(None))
    assert {"H-07", "H-14", "B-01"} <= {one["rule"] for one in ran.json["elements"] if one["ok"] is False}


def test_without_libreoffice_it_says_not_measured_and_never_passed(run: Run, notice: Path, tmp_path: Path) -> None:
    absent = {office.ENVIRONMENT: str(tmp_path / "没有"), "PATH": str(tmp_path)}
    ran = run("measure", notice, **absent)
    assert (ran.code, ran.out) == (3, "")
    assert "没有测量" in ran.err
    assert "安装 LibreOffice" in ran.err
    told = run("measure", notice, "--json", **absent)
    assert told.code == 3
    assert shapes.misfit(told.json, SHAPE) is None
    assert (told.json["measured"], told.json["elements"], told.json["score"]) == (False, [], [0, 0])
    assert "LibreOffice" in told.json["reason"]


@pytest.mark.long
def test_a_file_that_is_no_document_is_not_measured(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    ran = run("measure", path)
    assert ran.code == 3
    assert "符合" not in ran.out
    assert ran.err


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("measure", tmp_path / "没有.docx")
    assert (ran.code, ran.out) == (3, "")
    assert "没有.docx" in ran.err


def test_red_rows_stand_first_and_columns_are_aligned() -> None:
    rows = (
        Element(rule="P-01", name="纸张", expected="A4", got="A4", ok=True),
        Element(rule="N-02", name="页码一字线", expected="269.0±0.7 毫米", got="272.0 毫米", ok=False),
        Element(rule="P-43", name="代用字体", expected="都已安装", got="仿宋→甲"),
    )
    head, *table, _blank, summary, faces = terminal.lines(
        Measurement(measured=True, stand_ins=(("仿宋", "甲"),), elements=rows)
    )
    assert [one[:2] for one in table] == ["不合", "未判", "符合"]
    last = zip((head, *table), ("实为", "272.0 毫米", "仿宋→甲", "A4"), strict=True)
    assert len({_columns(line[: line.rindex(text)]) for line, text in last}) == 1
    assert summary == "符合 1 项，共判 2 项。不合 1 项，列在表首。"
    assert faces == "代用字体：仿宋→甲。"


def _columns(text: str) -> int:
    """As wide as a terminal shows it: two columns for what GBK writes in two bytes."""
    return len(text.replace("±", " ").replace("→", " ").encode("gbk"))


@pytest.mark.long
def test_one_call_measures_many_documents(notice: Path, tmp_path: Path) -> None:
    other = tmp_path / "别的" / "通知.docx"
    other.parent.mkdir()
    other.write_bytes(notice.read_bytes())
    first, second = measure.measure_all([notice, other])
    assert first == second
    assert first.measured
