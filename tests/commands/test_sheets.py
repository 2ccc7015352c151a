"""`drafter progress, consult, cover` as a user meets them: what is written, what is told, what is refused."""

from pathlib import Path

import pytest

from tests.commands import shapes
from tests.commands.conftest import NAME, content_of, english_in
from tests.conftest import Run

TITLE = "2027年为全区妇女儿童办实事工作进展情况表"
TARGETS = {"progress": "表", "consult": "意见", "cover": "稿纸.docx"}


@pytest.mark.parametrize("command", TARGETS)
def test_what_was_written_is_reported_for_people_and_as_json(run: Run, at: Path, command: str) -> None:
    told = run(command, NAME, "甲/" + TARGETS[command], cwd=at)
    assert (told.code, told.err) == (0, "")
    assert english_in(told.out) == []
    ran = run(command, NAME, "乙/" + TARGETS[command], "--json", cwd=at)
    assert (ran.code, ran.err) == (0, "")
    assert shapes.misfit(ran.json, shapes.REPORT) is None
    written = [at / one for one in ran.json["written"]]
    assert {path.name for path in (at / "乙").rglob("*.docx")} == {path.name for path in written}
    assert content_of(at / "甲") == content_of(at / "乙")
    assert all(str(Path(one)).replace("乙", "甲") in told.out for one in ran.json["written"])
    assert ran.json["notes"]


def test_each_unit_of_the_draft_has_its_files(run: Run, at: Path) -> None:
    units = {unit for item in run("show", NAME, "--json", cwd=at).json["items"] for unit in item["units"]}
    progress = run("progress", NAME, "表", "--json", cwd=at).json["written"]
    consult = run("consult", NAME, "意见", "--json", cwd=at).json["written"]
    assert {Path(one).name for one in progress} == {f"{TITLE}.docx"} | {f"{TITLE}-{unit}.docx" for unit in units}
    assert {Path(one).name for one in consult} == {f"征求意见单-{unit}.docx" for unit in units}


def test_another_file_of_the_name_is_kept_and_told(run: Run, at: Path) -> None:
    (at / "稿纸.docx").write_bytes(b"mine")
    notes = run("cover", NAME, "稿纸.docx", "--json", cwd=at).json["notes"]
    assert "原有的 稿纸.docx 内容不同，已另存为 稿纸.旧1.docx" in notes
    assert (at / "稿纸.旧1.docx").read_bytes() == b"mine"
    assert "留空：文号序号" in notes


@pytest.mark.parametrize("command", TARGETS)
@pytest.mark.parametrize("text", ["临淄区-2026", "临淄区-2026#3", "library/notices/临淄区-2026.yaml", f"{NAME}#2"])
def test_what_is_no_whole_draft_is_refused_with_advice(run: Run, at: Path, command: str, text: str) -> None:
    before = content_of(at)
    ran = run(command, text, TARGETS[command], cwd=at)
    assert (ran.code, ran.out) == (3 if text.endswith("yaml") else 2, "")
    assert "drafter new" in ran.err or "整份草稿" in ran.err
    assert "Traceback" not in ran.err
    assert content_of(at) == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("progress", NAME), 2, "文件夹"),
        (("cover", NAME, "稿纸.doc"), 2, ".docx"),
        (("consult", NAME, "drafts/临淄区-2027.yaml"), 2, "文件"),
        (("progress", "没有的草稿", "表"), 3, "找不到草稿"),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_wrong_use_and_what_is_not_there(run: Run, at: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    ran = run(*arguments, cwd=at)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_draft_without_a_progress_table_or_units_writes_nothing(run: Run, at: Path) -> None:
    assert run("new", 2027, "--issuer", "张店区", cwd=at).code == 0
    for command, said in (("progress", "还没有实事"), ("consult", "没有写责任单位")):
        ran = run(command, "张店区-2027", "新", cwd=at)
        assert (ran.code, ran.out) == (3, "")
        assert said in ran.err
    assert not (at / "新").exists()
    draft = at / "drafts" / f"{NAME}.yaml"
    text = draft.read_text(encoding="utf-8").replace("- 实事名称", "- 名称")
    draft.write_text(text, encoding="utf-8")
    ran = run("progress", NAME, "新", cwd=at)
    assert (ran.code, ran.out) == (3, "")
    assert "没有进展情况表" in ran.err
