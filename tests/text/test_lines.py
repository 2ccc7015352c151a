"""How a text falls into lines: nothing lost, no line too wide, no line begun or ended with a mark that may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.lines import width, wrap

TEXTS = st.text(alphabet="甲乙丙丁，。、；：“”（）《》2027HPV%—\n", max_size=200)


@given(TEXTS, st.integers(8, 28), st.integers(8, 30))
def test_the_lines_together_are_the_text(text: str, first: int, further: int) -> None:
    assert "".join(wrap(text, first, further)) == text.replace("\n", "")


@given(st.text(alphabet="甲乙丙，。“”20", max_size=200))
def test_no_line_is_too_wide_but_for_marks_that_cannot_be_parted(text: str) -> None:
    for line in wrap(text, 26, 28):
        kept = line.rstrip("，。”20").lstrip("“")
        assert width(kept) <= 28


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲" * 28, ["甲" * 26, "甲甲"]),
        ("甲" * 26 + "，乙", ["甲" * 25, "甲，乙"]),
        ("甲" * 25 + "“乙", ["甲" * 25, "“乙"]),
        ("甲" * 25 + "2027年", ["甲" * 25, "2027年"]),
        ("甲\n乙", ["甲", "乙"]),
    ],
)
def test_marks_and_figures_go_where_a_printer_puts_them(text: str, lines: list[str]) -> None:
    assert wrap(text, 26, 28) == lines


def test_figures_and_letters_are_half_as_wide() -> None:
    assert (width("2027年"), width("HPV疫苗"), width("“两癌”")) == (3.0, 3.5, 4.0)
