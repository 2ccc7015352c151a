"""`drafter undo` as a drafter runs it: back, and with --redo forth again."""

from pathlib import Path

from tests.commands.conftest import NAME
from tests.conftest import Run


def _title(draft: Path) -> str:
    lines = draft.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("title: "))


def test_steps_are_taken_back_and_again_until_the_draft_is_changed(run: Run, at: Path, draft: Path) -> None:
    run("edit", NAME, "--title", "甲", cwd=at)
    run("edit", NAME, "--title", "乙", cwd=at)
    run("undo", NAME, cwd=at)
    undone = run("undo", NAME, cwd=at)
    assert "已撤销：" in undone.out
    assert _title(draft) not in ("title: 甲", "title: 乙")
    for title in ("title: 甲", "title: 乙"):
        done = run("undo", NAME, "--redo", cwd=at)
        assert (done.code, "已重做：" in done.out) == (0, True)
        assert _title(draft) == title
    nothing = run("undo", NAME, "--redo", cwd=at)
    assert nothing.code == 3
    assert "没有可以重做的步骤" in nothing.err
    run("undo", NAME, cwd=at)
    run("edit", NAME, "--title", "丙", cwd=at)
    assert run("undo", NAME, "--redo", cwd=at).code == 3
    assert _title(draft) == "title: 丙"
