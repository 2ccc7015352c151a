"""`drafter compare` on a terminal: colour only where it is wanted, weak links asked about once."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.conftest import content_of
from tests.conftest import Run

pytest.importorskip("pty")
from tests.commands.keyboard import typed

NAME = "博山区-2028"
TEXT = (
    "持续实施“润童心”儿童素养提升工程，开展戏曲进校园活动6场。提升完善3处城市书房和文化驿站，为妇女儿童阅读提供图书、"
    "场地、活动等资源支持和专业指导。开展女性社会体育指导员培训不少于150名。"
)


@pytest.fixture
def doubtful(run: Run, at: Path) -> Path:
    """The workspace with a draft one clause of which is perhaps that of the old notice."""
    assert run("new", 2028, "--issuer", "博山区", "--from", "博山区-2023", cwd=at).code == 0
    assert run("edit", f"{NAME}#7", "--text", TEXT, cwd=at).code == 0
    asked = [one for item in _compared(run, at)["items"] for one in item["clauses"] if not one["certain"]]
    assert len(asked) == 1, "the comparison of this text has to be in doubt for these tests"
    return at


def _compared(run: Run, at: Path) -> Any:
    return run("compare", "博山区-2023", NAME, "--json", cwd=at).json


def _pairs(at: Path) -> Any:
    text = (at / "drafts" / f"{NAME}.yaml").read_bytes()
    return yaml.load(text, yaml.BaseLoader).get("pairs", [])  # noqa: S506 - BaseLoader makes only text


def test_colour_stands_beside_the_marks_and_can_be_left_out(at: Path) -> None:
    _, coloured = typed(at, "compare", "博山区-2023", "博山区-2025")
    assert "\x1b[31m[-" in coloured
    assert "\x1b[32m{+" in coloured
    _, plain = typed(at, "compare", "博山区-2023", "博山区-2025", "--no-color")
    assert "\x1b[3" not in plain
    assert "[-" in plain
    _, by_variable = typed(at, "compare", "博山区-2023", "博山区-2025", NO_COLOR="1")
    assert "\x1b[3" not in by_variable


@pytest.mark.parametrize(("answer", "linked"), [("y", "true"), ("n", "false")])
def test_an_answer_is_kept_with_the_draft_and_never_asked_for_again(
    run: Run, doubtful: Path, answer: str, linked: str
) -> None:
    code, shown = typed(doubtful, "compare", "博山区-2023", NAME, "--confirm", answers=f"{answer}\n" * 8)
    assert code == 1
    assert "疑似沿用 1/" in shown
    assert "是同一件事吗" in shown
    assert [one["linked"] for one in _pairs(doubtful)][:1] == [linked]
    kept = content_of(doubtful)
    again = typed(doubtful, "compare", "博山区-2023", NAME, "--confirm", answers="y\n")[1]
    assert "没有需要核对的疑似沿用" in again
    assert content_of(doubtful) == kept
    found = [one for item in _compared(run, doubtful)["items"] for one in item["clauses"]]
    assert all(one["certain"] for one in found)
    new = _pairs(doubtful)[0]["new"]
    (row,) = [one for one in found if one["new"] == new]
    assert bool(row["old"]) == (answer == "y")


def test_items_with_like_headings_alone_are_asked_about_too(run: Run, at: Path) -> None:
    assert run("new", 2028, "--issuer", "博山区", "--from", "博山区-2023", cwd=at).code == 0
    for _ in range(8):
        assert run("drop", f"{NAME}#1", cwd=at).code == 0
    changed = ("--heading", "实施特殊困难儿童关爱工程", "--text", "印制明信片寄给使馆。", "--units", "区外办")
    assert run("edit", f"{NAME}#1", *changed, cwd=at).code == 0
    _, shown = typed(at, "compare", "淄博市-2024", NAME, "--confirm", answers="y\n")
    assert "第10项标题：实施特殊困难儿童关爱项目" in shown
    assert "已记下1处核对结果：沿用1处" in shown
    assert [(one["old"], one["linked"]) for one in _pairs(at)] == [("淄博市-2024#10", "true")]
    again = typed(at, "compare", "淄博市-2024", NAME, "--confirm")[1]
    assert "没有需要核对的疑似沿用" in again


def test_a_word_file_keeps_no_answers(run: Run, at: Path) -> None:
    assert run("render", NAME.replace("博山区-2028", "临淄区-2027"), "-o", "稿.docx", cwd=at).code == 0
    code, shown = typed(at, "compare", "临淄区-2026", "稿.docx", "--confirm")
    assert code == 2
    assert "“稿.docx”不是草稿" in shown


def test_what_is_skipped_is_asked_for_next_time_and_changes_nothing(doubtful: Path) -> None:
    before = content_of(doubtful)
    _, shown = typed(doubtful, "compare", "博山区-2023", NAME, "--confirm", answers="s\n")
    assert "草稿没有改动" in shown
    assert content_of(doubtful) == before
    assert "疑似沿用 1/" in typed(doubtful, "compare", "博山区-2023", NAME, "--confirm", answers="s\n")[1]


def test_an_answer_is_a_step_that_can_be_undone(run: Run, doubtful: Path) -> None:
    typed(doubtful, "compare", "博山区-2023", NAME, "--confirm", answers="y\n")
    assert _pairs(doubtful)
    undone = run("undo", NAME, cwd=doubtful)
    assert "核对疑似沿用" in undone.out
    assert _pairs(doubtful) == []


def test_without_a_draft_on_the_new_side_it_says_what_to_do(at: Path) -> None:
    before = content_of(at)
    code, shown = typed(at, "compare", "博山区-2023", "博山区-2025", "--confirm")
    assert code == 2
    assert "“博山区-2025”不是草稿" in shown
    assert "drafter new" in shown
    assert content_of(at) == before
