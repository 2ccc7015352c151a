"""`drafter templates`: what is in force is listed, exported for editing, and an office's own is checked."""

import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import NAME, content_of
from tests.conftest import ROOT, Run

SHIPPED = ROOT / "templates"
BODY = "word/document.xml"


def rewritten(path: Path, before: str, after: str) -> None:
    """A text of a template's body replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert before in parts[BODY].decode("utf-8")
    parts[BODY] = parts[BODY].decode("utf-8").replace(before, after).encode("utf-8")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_workspace_gets_templates_and_settings_and_not_what_they_are_built_from(at: Path) -> None:
    names = {path.name for path in (at / "templates").iterdir()}
    assert names == {path.name for path in SHIPPED.iterdir() if path.suffix in (".docx", ".yaml")}
    assert {"issue-letter.docx", "settings.yaml"} <= names


def test_the_templates_are_listed_with_where_they_come_from(run: Run, at: Path) -> None:
    (at / "templates" / "direct-file.docx").unlink()
    rewritten(at / "templates" / "issue-file.docx", "{{ title }}", "{{title}}")
    (at / "templates" / "settings.yaml").write_text("schema: 1\nseal: false\n", encoding="utf-8")
    ran = run("templates", "list", "--json", cwd=at)
    assert (ran.code, ran.err) == (0, "")
    listed = {one["name"]: one for one in ran.json["templates"]}
    assert {"issue-letter", "issue-file", "direct-letter", "direct-file"} <= set(listed)
    assert listed["issue-letter"]["description"].endswith("信函格式")
    assert (listed["issue-letter"]["source"], listed["issue-letter"]["changed"]) == ("own", False)
    assert (listed["issue-file"]["source"], listed["issue-file"]["changed"]) == ("own", True)
    assert listed["direct-file"]["source"] == "shipped"
    assert Path(listed["direct-file"]["path"]) == SHIPPED / "direct-file.docx"
    settings = {one["name"]: one for one in ran.json["settings"]}
    assert (settings["seal"]["value"], settings["seal"]["source"]) == (False, "own")
    assert (settings["digits"]["value"], settings["digits"]["source"]) == ("fangsong", "shipped")
    people = run("templates", "list", cwd=at).out
    for words in ("印发式", "文件格式", "自带", "本单位", "seal: false", "mark_size: 自动"):
        assert words in people


def test_the_shipped_templates_are_listed_without_a_workspace(run: Run) -> None:
    ran = run("templates", "list", "--json")
    assert {one["source"] for one in ran.json["templates"] + ran.json["settings"]} == {"shipped"}


def test_a_template_is_exported_to_the_workspace_and_never_over_another(run: Run, at: Path) -> None:
    path = at / "templates" / "issue-letter.docx"
    path.unlink()
    ran = run("templates", "export", "issue-letter", cwd=at)
    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    assert path.read_bytes() == (SHIPPED / "issue-letter.docx").read_bytes()
    path.write_bytes(b"own")
    before = content_of(at)
    for names in (("issue-letter",), ("--all",), ("settings", "issue-letter")):
        ran = run("templates", "export", *names, cwd=at)
        assert (ran.code, ran.out) == (3, "")
        assert "issue-letter.docx 已经存在" in ran.err or "issue-letter.docx、" in ran.err
        assert "-o" in ran.err
        assert content_of(at) == before


def test_all_are_exported_with_the_settings_or_none(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "新" / "模板"
    ran = run("templates", "export", "--all", "-o", folder, "--json")
    assert (ran.code, ran.err) == (0, "")
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert names == {path.name for path in SHIPPED.iterdir() if path.suffix in (".docx", ".yaml")}
    assert {Path(one).name for one in ran.json["written"]} == names
    (folder / "issue-file.docx").unlink()
    ran = run("templates", "export", "issue-file", "settings", "-o", folder)
    assert ran.code == 3
    assert not (folder / "issue-file.docx").exists()


def test_wrong_use_of_export_is_told(run: Run, tmp_path: Path) -> None:
    assert run("templates", "export").code == 2
    assert run("templates", "export", "--all", "settings").code == 2
    nowhere = run("templates", "export", "issue-letter")
    assert nowhere.code == 3
    assert "init" in nowhere.err
    unknown = run("templates", "export", "isue-letter", "-o", tmp_path / "a")
    assert unknown.code == 3
    assert "issue-letter" in unknown.err
    assert not (tmp_path / "a").exists()


def test_a_sound_template_is_checked_with_exit_0(run: Run, at: Path) -> None:
    paths = sorted((at / "templates").glob("*.docx"))
    ran = run("templates", "check", *paths, cwd=at)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("没有发现问题") == len(paths)
    ran = run("templates", "check", *paths, "--json", cwd=at)
    assert ran.json["findings"] == []
    assert [one["as"] for one in ran.json["checked"]] == [path.stem for path in paths]


def test_faults_are_listed_with_file_place_and_text_around(run: Run, at: Path) -> None:
    path = at / "templates" / "issue-letter.docx"
    rewritten(path, "{{ recipients }}", "各单位：{{ recipient }}")
    before = content_of(at)
    ran = run("templates", "check", path, "--json", cwd=at)
    assert (ran.code, ran.err) == (1, "")
    unknown, missing = ran.json["findings"]
    assert (unknown["rule"], unknown["severity"], unknown["part"]) == ("unknown-placeholder", "error", "正文")
    assert unknown["where"].startswith("正文第")
    assert unknown["excerpt"] == "各单位：{{ recipient }}"
    assert unknown["file"] == str(path)
    assert "recipients" in unknown["message"]
    assert (missing["rule"], missing["severity"]) == ("missing-placeholder", "warning")
    people = run("templates", "check", path, cwd=at)
    assert people.code == 1
    assert "附近文字：“各单位：{{ recipient }}”" in people.out
    assert "共2处要改" in people.out
    assert content_of(at) == before


def test_a_hint_alone_is_no_fault(run: Run, at: Path) -> None:
    path = at / "templates" / "issue-letter.docx"
    rewritten(path, 'name="版记"', 'name="版尾"')
    ran = run("templates", "check", path, "--json", cwd=at)
    assert ran.code == 0
    assert [one["severity"] for one in ran.json["findings"]] == ["info"]


def test_a_file_is_checked_as_the_template_that_is_named(run: Run, at: Path, tmp_path: Path) -> None:
    other = (at / "templates" / "issue-letter.docx").rename(tmp_path / "本单位.docx")
    assert run("templates", "check", other, cwd=at).code == 0
    ran = run("templates", "check", other, "--as", "issue-file", "--json", cwd=at)
    assert ran.code == 1
    assert [one["as"] for one in ran.json["checked"]] == ["issue-file"]
    assert "imprint_organ" in ran.out


@pytest.mark.parametrize("kind", ["missing", "text", "folder"])
def test_a_file_that_is_no_template_is_told_in_a_sentence(kind: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    if kind == "text":
        path.write_text("甲", encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    ran = run("templates", "check", path)
    assert (ran.code, ran.out) == (3, "")
    assert "a.docx" in ran.err
    assert "请" in ran.err
    assert ran.err.count("\n") == 1


def test_a_hostile_template_stops_render_and_writes_nothing(run: Run, at: Path) -> None:
    for name in ("issue-letter", "issue-file", "direct-letter", "direct-file"):
        rewritten(at / "templates" / f"{name}.docx", "{{ title }}", "{{ title.__class__.__mro__ }}")
    before = content_of(at)
    ran = run("render", NAME, "-o", "新/a.docx", cwd=at)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("错误：模板")
    assert ran.err.count("\n") == 1
    assert content_of(at) == before


def test_a_fault_in_the_settings_stops_list_and_render_with_file_and_line(run: Run, at: Path) -> None:
    (at / "templates" / "settings.yaml").write_text("schema: 1\nseal: 要\n", encoding="utf-8")
    for command in (("templates", "list"), ("render", NAME, "-o", "新/a.docx")):
        ran = run(*command, cwd=at)
        assert (ran.code, ran.out) == (3, "")
        for words in ("settings.yaml", "第2行", "seal", "true", "要", "请"):
            assert words in ran.err
    assert not (at / "新").exists()
