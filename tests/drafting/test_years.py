"""Moving the year: what is the year of the list moves on, what is not stays and is told."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import adapt

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "years.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)["cases"]


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 30
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_the_year_of_the_list_moves_and_all_else_stays_and_is_told(case: dict[str, Any]) -> None:
    old, new = int(case.get("old", "2023")), int(case.get("new", "2024"))
    moved = adapt.move_year(case["text"], old, new)
    assert moved.text == case.get("want", case["text"])
    told, wanted = [edit.text for edit in moved.left], case.get("left", [])
    assert [word for word in wanted if not any(word in text for text in told)] == []
    assert [text for text in told if not any(word in text for word in wanted)] == []
    assert all(edit.reason for edit in moved.left)


_PIECES = st.sampled_from(
    (
        "2023年", "2023年度", "2023", "2022年", "2024年", "2023年5月1日", "2021—2023年", "2023年至2025年", "自2023年起",
        "（2023年修订）", "《2023年办实事项目清单》", "《2023年计划》", "三年一周期", "今年", "去年", "以来",
        "，", "。", "；", "已", "12023年", "20230人", "10场", "新建", "儿童", "（", "）", "《", "》", "年", "2", "０",
    )
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=14).map("".join)
_YEARS = st.integers(2021, 2026)


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _YEARS, _YEARS)
def test_nothing_but_the_year_of_the_list_ever_changes(text: str, old: int, new: int) -> None:
    moved = adapt.move_year(text, old, new)
    assert len(moved.text) == len(text)
    changed = [
        at for at in range(len(text)) if text[at : at + 5] == f"{old}年" and moved.text[at : at + 5] != f"{old}年"
    ]
    rebuilt = text
    for at in changed:
        rebuilt = rebuilt[:at] + str(new) + rebuilt[at + 4 :]
    assert moved.text == rebuilt


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _YEARS, _YEARS)
def test_each_year_is_told_as_changed_or_as_left(text: str, old: int, new: int) -> None:
    moved = adapt.move_year(text, old, new)
    for edit in (*moved.changed, *moved.left):
        assert text[edit.start : edit.start + len(edit.text)] == edit.text
    told = [range(edit.start, edit.start + len(edit.text)) for edit in (*moved.changed, *moved.left)]
    for found in re.finditer(r"(?<!\d)20\d\d(?=年)", text):
        if old != new or int(found[0]) != old:
            assert any(found.start() in span for span in told), found


@settings(deadline=None, max_examples=100)
@given(_TEXTS, _YEARS)
def test_the_same_year_changes_nothing(text: str, year: int) -> None:
    moved = adapt.move_year(text, year, year)
    assert moved.text == text
    assert moved.changed == ()
