"""The settings of an office: what it sets wins, what it leaves out is inherited, a fault is told with file and line."""

from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import Twips

from drafter import render
from drafter.errors import BrokenFile
from drafter.render import Templates, settings
from drafter.render.settings import Digits, ImprintPage, Settings, Source
from tests.conftest import ROOT
from tests.render.conftest import notice, opened

SHIPPED = ROOT / "templates"


def own(folder: Path, text: str) -> tuple[Path, Path]:
    """Folders as a workspace has them: one with settings of its own, the shipped one."""
    (folder / settings.FILE).write_text(f"schema: 1\n{text}", encoding="utf-8")
    return folder, SHIPPED


def test_the_shipped_settings_say_every_one_with_its_default() -> None:
    text = (SHIPPED / settings.FILE).read_text(encoding="utf-8")
    assert settings.load([SHIPPED]) == Settings()
    keys = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert keys == ["schema", *Settings.model_fields]


def test_each_shipped_setting_is_explained_above_it_in_chinese() -> None:
    lines = (SHIPPED / settings.FILE).read_text(encoding="utf-8").splitlines()
    for name in Settings.model_fields:
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{name}:"))
        assert lines[at - 1].startswith("# "), name


def test_what_an_office_sets_wins_and_the_rest_is_inherited(tmp_path: Path) -> None:
    folders = own(tmp_path, "digits: times\nseal: false\nmark_size: 30\n")
    loaded = settings.load(folders)
    assert loaded == Settings(digits=Digits.TIMES, seal=False, mark_size=30)
    sources = {one.name: (one.source, one.path) for one in settings.in_force(folders)}
    assert sources["digits"] == (Source.OWN, tmp_path / settings.FILE)
    assert sources["imprint_page"] == (Source.SHIPPED, SHIPPED / settings.FILE)
    assert sources["mark_size"][0] is Source.OWN
    assert {one.name: one.value for one in settings.in_force(folders)}["mark_size"] == 30


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    text = (
        "digits: times\nmark_size: 62\nseal: false\nimprint_page: even\n"
        "lines_above_attachment_note: 0\nlines_below_attachment_label: 3\n"
    )
    assert settings.load(own(tmp_path, text)) == Settings(
        digits=Digits.TIMES,
        mark_size=62,
        seal=False,
        imprint_page=ImprintPage.EVEN,
        lines_above_attachment_note=0,
        lines_below_attachment_label=3,
    )


FAULTS = {
    "an unknown setting": ("seal: true\ndigit: times\n", 3, ["“digit”", "digits"]),
    "an unknown value": ("digits: 宋体\n", 2, ["“digits”", "fangsong", "times"]),
    "a number too small": ("seal: true\nmark_size: 9\n", 3, ["“mark_size”", "10至62", "9"]),
    "a number too large": ("lines_above_attachment_note: 4\n", 2, ["0至3", "4"]),
    "no number": ("mark_size: 大\n", 2, ["“mark_size”", "10至62", "大"]),
    "half a number": ("mark_size: 30.5\n", 2, ["30.5"]),
    "neither yes nor no": ("seal: 有\n", 2, ["“seal”", "true", "false", "有"]),
    "a list": ("imprint_page: [last]\n", 2, ["“imprint_page”", "last"]),
    "a list of yes": ("seal: [true]\n", 2, ["“seal”"]),
    "a full-width colon": ("digits：times\n", 2, ["冒号"]),
    "a setting twice": ("seal: true\nseal: false\n", 3, ["“seal”重复"]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_file_line_and_what_is_allowed(fault: str, tmp_path: Path) -> None:
    text, line, words = FAULTS[fault]
    with pytest.raises(BrokenFile) as told:
        settings.load(own(tmp_path, text))
    said = str(told.value)
    assert str(tmp_path / settings.FILE) in said
    assert f"第{line}行" in said
    assert [word for word in words if word not in said] == []
    assert "请改正" in said


def test_a_file_without_a_schema_is_told(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text("seal: true\n", encoding="utf-8")
    with pytest.raises(BrokenFile, match="schema: 1"):
        settings.load([tmp_path, SHIPPED])


def test_a_document_is_made_by_the_settings_of_the_office_with_the_shipped_template(tmp_path: Path) -> None:
    templates = Templates(own(tmp_path, "digits: times\nmark_size: 20\n"))
    assert templates.path("issue-letter") == SHIPPED / "issue-letter.docx"
    document = opened(render.docx(notice(), templates).data)
    assert document.styles["发文机关标志"].font.size == Twips(20 * 20)
    normal = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert normal.get(qn("w:ascii")) == "Times New Roman"


def test_one_template_of_the_office_leaves_the_other_templates_and_the_settings_shipped(tmp_path: Path) -> None:
    data = (SHIPPED / "issue-letter.docx").read_bytes()
    (tmp_path / "issue-letter.docx").write_bytes(data)
    templates = Templates((tmp_path, SHIPPED))
    listed = {one.name: one for one in templates.listed()}
    assert (listed["issue-letter"].source, listed["issue-letter"].changed) == (Source.OWN, False)
    assert (listed["issue-file"].source, listed["issue-file"].changed) == (Source.SHIPPED, False)
    assert templates.settings == Settings()
    (tmp_path / "issue-letter.docx").write_bytes(data + b" ")
    assert {one.name: one for one in templates.listed()}["issue-letter"].changed


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_manual_tells_every_setting_with_its_default(name: str) -> None:
    manual = (ROOT / "docs" / "使用手册.md").read_text(encoding="utf-8")
    row = next(line for line in manual.splitlines() if line.startswith(f"| {name} |"))
    default = Settings().model_dump(mode="json")[name]
    assert row.rstrip(" |").rsplit("| ", 1)[1] == ("空" if default is None else str(default).lower())
