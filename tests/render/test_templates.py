"""Templates: the shipped ones are fresh, an office's own win, and a faulty one is told with what stands around it."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import TemplateTrouble
from drafter.render import Templates, docx
from drafter.workspace import Workspace
from tests.conftest import ROOT, Run
from tests.render.conftest import notice, opened

PLACED = "{{ recipients }}"


def rewritten(path: Path, change: Callable[[str], str], part: str = "word/document.xml") -> None:
    """A template with one part of its package changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text = data.decode("utf-8")
                assert change(text) != text
                data = change(text).encode("utf-8")
            new.writestr(name, data)
    path.write_bytes(out.getvalue())


def _built(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "build.py"), *options],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_built_templates_are_those_of_the_script() -> None:
    done = _built(ROOT / "templates", "--check")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_changed_or_missing_template_is_reported_stale_and_built_anew(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", folder, ignore=shutil.ignore_patterns("__pycache__"))
    fresh = (folder / "issue-letter.docx").read_bytes()
    rewritten(folder / "issue-letter.docx", lambda text: text.replace(PLACED, "{{recipients}}"))
    (folder / "direct-letter.docx").unlink()
    stale = _built(folder, "--check")
    assert stale.returncode == 1
    assert "issue-letter.docx" in stale.stdout
    assert "direct-letter.docx" in stale.stdout
    assert (folder / "issue-letter.docx").read_bytes() != fresh
    assert _built(folder).returncode == 0
    assert (folder / "issue-letter.docx").read_bytes() == fresh
    assert _built(folder, "--check").returncode == 0


@pytest.fixture
def own(workspace: Workspace) -> Path:
    """The template of the 印发 form in a workspace of one's own."""
    path = workspace.root / "templates" / "issue-letter.docx"
    assert path.is_file()
    return path


def test_the_template_of_the_office_wins_and_without_it_the_shipped_one_is_used(
    own: Path, workspace: Workspace
) -> None:
    rewritten(own, lambda text: text.replace(PLACED, "各收文单位：" + PLACED))
    texts = [one.text for one in opened(docx(notice(), workspace.templates).data).paragraphs]
    assert "各收文单位：各镇人民政府、街道办事处，县政府各部门：" in texts
    own.unlink()
    texts = [one.text for one in opened(docx(notice(), workspace.templates).data).paragraphs]
    assert "各镇人民政府、街道办事处，县政府各部门：" in texts


FAULTS = {
    "a misspelt placeholder": ("{{ recipient }}", "recipient"),
    "a misspelt field of an item": ("{{ items[0].headding }}", "headding"),
    "a bracket left open": ("{{ recipients }", "模板"),
    "an unknown tag": ("{% 打印 recipients %}", "模板"),
    "an end without its beginning": ("{% endif %}", "endif"),
    "an unknown filter": ("{{ recipients|大写 }}", "模板"),
    "a way to the system's insides": ("{{ ''.__class__.__mro__ }}", "模板"),
    "a way through a method": ("{{ recipients.__init__.__globals__ }}", "模板"),
    "a way through formatting": ("{{ '{0.__class__}'.format(recipients) }}", "模板"),
    "an include": ("{% include '/etc/hostname' %}", "模板"),
    "a division by nought": ("{{ 1 // 0 }}", "模板"),
    "a wrong call": ("{{ recipients() }}", "模板"),
    "an endless loop": ("{% for a in range(9999999999) %}{% endfor %}", "模板"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_template_is_told_with_its_file_and_what_stands_around(
    fault: str, own: Path, workspace: Workspace
) -> None:
    code, word = FAULTS[fault]
    rewritten(own, lambda text: text.replace(PLACED, code))
    with pytest.raises(TemplateTrouble) as told:
        docx(notice(), workspace.templates)
    assert str(own) in str(told.value)
    assert word in str(told.value)
    assert "请" in str(told.value)
    assert "<class" not in str(told.value)


def test_the_text_around_a_misspelt_placeholder_is_shown(own: Path, workspace: Workspace) -> None:
    rewritten(own, lambda text: text.replace(PLACED, "致{{ recipient }}"))
    with pytest.raises(TemplateTrouble, match=r"在“[^”]*recipient[^”]*”附近"):
        docx(notice(), workspace.templates)


@pytest.mark.parametrize("spoilt", ["empty", "no package", "torn", "another package"])
def test_a_template_that_is_no_word_file_is_told(spoilt: str, own: Path, workspace: Workspace) -> None:
    whole = own.read_bytes()
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("a.txt", "甲")
    data = {"empty": b"", "no package": b"abc", "torn": whole[:2000], "another package": other.getvalue()}
    own.write_bytes(data[spoilt])
    with pytest.raises(TemplateTrouble) as told:
        docx(notice(), workspace.templates)
    assert str(own) in str(told.value)


def test_a_template_whose_xml_is_torn_is_told(own: Path, workspace: Workspace) -> None:
    rewritten(own, lambda text: text.replace("</w:body>", "", 1))
    with pytest.raises(TemplateTrouble) as told:
        docx(notice(), workspace.templates)
    assert str(own) in str(told.value)


def test_a_fault_in_a_template_stops_render_with_a_sentence_and_writes_nothing(
    run: Run, own: Path, workspace: Workspace
) -> None:
    rewritten(own, lambda text: text.replace(PLACED, "{{ recipient }}"))
    ran = run("render", "博山区-2025", "-o", "新/a.docx", cwd=workspace.root)
    assert (ran.code, ran.out) == (3, "")
    assert "issue-letter.docx" in ran.err
    assert "recipient" in ran.err
    assert "undefined" not in ran.err
    assert "Traceback" not in ran.err
    assert not (workspace.root / "新").exists()


def test_a_form_without_any_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateTrouble, match=r"issue-letter\.docx"):
        docx(notice(), Templates((tmp_path,)))
