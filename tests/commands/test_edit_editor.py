"""`drafter edit DRAFT#N` opens the item in $EDITOR; here the editor is a small script."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import NAME, content_of, english_in
from tests.conftest import Ran, Run

Editing = Callable[[str], Ran]


@pytest.fixture
def edit(run: Run, at: Path, tmp_path: Path) -> Editing:
    """Edit item 1 in an editor that does what the given Python lines do with the text `text` of the file."""

    def with_editor(does: str) -> Ran:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys, os, time\n"
            "file = pathlib.Path(sys.argv[1])\n"
            "text = file.read_text(encoding='utf-8')\n"
            f"{does}\n"
            "if text is not None:\n"
            "    file.write_text(text, encoding='utf-8')\n"
            "    later = time.time() + 5\n"
            "    os.utime(file, (later, later))\n",
            encoding="utf-8",
        )
        return run("edit", f"{NAME}#1", cwd=at, EDITOR=f"{sys.executable} {script}", VISUAL="")

    return with_editor


def test_what_was_changed_in_the_editor_is_changed_in_the_draft_and_nothing_else(
    edit: Editing, run: Run, at: Path
) -> None:
    before = run("show", NAME, "--json", cwd=at).json
    done = edit(
        "assert '标题：促进女性高质量充分就业\\n' in text\n"
        "text = text.replace('标题：促进女性高质量充分就业', '标题：促进就业')\n"
        "text = text.replace('公益课堂等16场', '公益课堂等20场')\n"
        "text = text.replace('、区商务局', '')\n"
        "text = text.replace('理由：', '理由：领导要求')"
    )
    assert (done.code, done.err) == (0, "")
    after = run("show", NAME, "--json", cwd=at).json
    first = after["items"][0]
    assert (first["heading"], first["units"], first["reason"]) == ("促进就业", ["区人社局", "区妇联"], "领导要求")
    assert first["clauses"][2]["text"].startswith("年内开设巾帼电商公益课堂等20场，")
    assert [one["origin"] for one in first["clauses"]] == [f"临淄区-2026#1.{number}" for number in (1, 2, 3)]
    assert first["clauses"][:2] == before["items"][0]["clauses"][:2]
    assert first["themes"] == before["items"][0]["themes"]
    assert after["items"][1:] == before["items"][1:]
    assert run("undo", NAME, cwd=at).code == 0
    assert run("show", NAME, "--json", cwd=at).json == before


@pytest.mark.parametrize("does", ["text = None", "text = text"], ids=["closed without saving", "saved unchanged"])
def test_an_editor_that_changes_nothing_leaves_the_draft_as_it_was(edit: Editing, draft: Path, does: str) -> None:
    before = draft.read_bytes()
    done = edit(does)
    assert (done.code, done.err) == (0, "")
    assert english_in(done.out) == []
    assert draft.read_bytes() == before
    history = draft.with_name(draft.name + ".history").read_text(encoding="utf-8")
    assert history.count("\n") == 1


@pytest.mark.parametrize("left", ["''", "'# 只剩说明\\n\\n'"], ids=["nothing", "only remarks"])
def test_an_emptied_text_changes_nothing_and_says_so(edit: Editing, at: Path, left: str) -> None:
    before = content_of(at)
    done = edit(f"text = {left}")
    assert "没有改动" in done.out + done.err
    assert english_in(done.err) == []
    assert content_of(at) == before


def test_an_editor_that_fails_is_told_and_changes_nothing(edit: Editing, at: Path) -> None:
    before = content_of(at)
    done = edit("sys.exit(1)")
    assert (done.code, done.out) == (3, "")
    assert "编辑器" in done.err
    assert english_in(done.err.replace("EDITOR", "")) == []
    assert content_of(at) == before


def test_what_was_written_with_a_wrong_field_is_kept_beside_the_untouched_draft(edit: Editing, at: Path) -> None:
    before = content_of(at)
    done = edit("text = text.replace('主题：就业创业', '主题：就业创').replace('16场', '30场')")
    assert (done.code, done.out) == (3, "")
    assert "就业创业" in done.err
    after = content_of(at)
    assert {name: after[name] for name in before} == before
    (kept,) = set(after) - set(before)
    assert (at / kept).name in done.err
    assert "30场" in (at / kept).read_text(encoding="utf-8")


def test_an_editor_that_does_not_exist_is_told(run: Run, at: Path) -> None:
    before = content_of(at)
    done = run("edit", f"{NAME}#1", cwd=at, EDITOR="没有这个编辑器", VISUAL="")
    assert (done.code, done.out) == (3, "")
    assert "EDITOR" in done.err
    assert content_of(at) == before
