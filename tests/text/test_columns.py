"""Text in the columns of a terminal: nothing lost, nothing too wide, nothing that steers."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.columns import harmless, plain, width, wrap

TEXTS = st.text(
    st.sampled_from("妇女儿童，。、；：“”（）《》—… abc019.%-+[]{}\n") | st.characters(codec="utf-8"), max_size=120
)
SPANS = st.lists(st.tuples(TEXTS, st.sampled_from(["", "deleted", "inserted"])), max_size=6)


@given(SPANS, st.integers(8, 100), st.integers(0, 6))
def test_wrapping_loses_nothing_and_keeps_every_style(spans: list[tuple[str, str]], columns: int, hanging: int) -> None:
    lines = wrap(spans, columns, hanging)
    body = [lines[0], *(_without(line, hanging) for line in lines[1:])]
    told = [(char, style) for line in body for text, style in line for char in text]
    assert told == [(char, style) for text, style in spans for char in text if char != "\n"]


def _without(line: list[tuple[str, str]], hanging: int) -> list[tuple[str, str]]:
    first, *rest = line
    assert first[0][:hanging] == " " * hanging
    return [(first[0][hanging:], first[1]), *rest]


@given(SPANS, st.integers(8, 100), st.integers(0, 6))
def test_no_line_is_wider_than_the_terminal(spans: list[tuple[str, str]], columns: int, hanging: int) -> None:
    assert all(width(plain(line)) <= columns for line in wrap(spans, columns, hanging))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("妇女儿童妇女儿童。", ["妇女儿童妇女儿", "童。"]),
        ("每年都来培训人（不少于200人", ["每年都来培训人", "（不少于200人"]),
        ("甲\n乙", ["甲", "乙"]),
        ("联系电话0533-7220365", ["联系电话", "0533-7220365"]),
    ],
)
def test_marks_stay_with_their_words_and_figures_stay_whole(text: str, expected: list[str]) -> None:
    assert [plain(line) for line in wrap([(text, "")], 16)] == expected


@given(TEXTS)
def test_what_could_steer_the_terminal_is_shown_by_its_number(text: str) -> None:
    shown = harmless(text)
    assert not [one for one in shown if unicodedata.category(one)[0] == "C" and one != "\n"]
    assert harmless(shown) == shown
    if shown == text:
        assert not [one for one in text if unicodedata.category(one) in ("Cc", "Cf") and one != "\n"]


def test_escape_sequences_and_turned_writing_are_seen() -> None:
    assert harmless("\x1b[31m红\u202e") == "<U+001B>[31m红<U+202E>"
