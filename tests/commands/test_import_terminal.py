"""On a terminal `drafter import` shows, asks, and obeys the answer."""

from pathlib import Path

import pytest

from drafter.library import Library
from tests.commands.conftest import content_of
from tests.library import coming_in

pytest.importorskip("pty")
from tests.commands.keyboard import typed

NEW_UNIT = "区数字生活中心"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two notices, one of which names an unknown unit."""
    root = tmp_path / "旧通知"
    root.mkdir()
    (root / "一.txt").write_text(coming_in.text("安平区"), encoding="utf-8")
    (root / "二.txt").write_text(coming_in.text("长清区", units=NEW_UNIT), encoding="utf-8")
    return root


def test_nothing_is_stored_when_the_answer_is_no(at: Path, folder: Path) -> None:
    before = content_of(at)
    code, shown = typed(at, "import", folder, answers="n\n")
    assert code == 0
    assert "存入以上2份？" in shown
    assert "没有存入2份" in shown
    assert content_of(at) == before


def test_yes_stores_and_the_units_are_asked_for_by_themselves(at: Path, folder: Path) -> None:
    register = at / "library" / "units.yaml"
    before = register.read_bytes()
    code, shown = typed(at, "import", folder, answers="y\nn\n")
    assert code == 0
    assert "登记为待确认？" in shown
    assert {"安平区-2025", "长清区-2025"} <= set(Library(at / "library").references())
    assert register.read_bytes() == before


def test_yes_to_both_registers_the_units_as_unconfirmed(at: Path, folder: Path) -> None:
    code, _ = typed(at, "import", folder, answers="y\ny\n")
    assert code == 0
    unit = Library(at / "library").units.find(NEW_UNIT)
    assert unit is not None
    assert not unit.confirmed


def test_with_yes_nothing_is_asked_and_a_bar_is_shown(at: Path, folder: Path) -> None:
    code, shown = typed(at, "import", "--yes", folder, answers="")
    assert code == 0
    assert "？" not in shown
    assert "读取" in shown
    assert "100%" in shown
    assert Library(at / "library").units.find(NEW_UNIT) is not None


def test_the_text_of_a_file_cannot_command_the_terminal(at: Path, tmp_path: Path) -> None:
    path = tmp_path / "一.txt"
    path.write_text(coming_in.text().replace("提质行动", "提质\x1b]0;坏\x07行动"), encoding="utf-8")
    _, shown = typed(at, "import", "--yes", path, answers="")
    assert "\x1b]0;" not in shown
