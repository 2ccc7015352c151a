"""The comparison on a terminal: 80 columns, marks beside colour, nothing that steers."""

import itertools

from drafter.compare import terminal
from drafter.library import Library
from tests.compare.viewing import HOSTILE, columns, notice, of_library, told
from tests.conftest import REFERENCES


def test_no_line_of_any_two_notices_is_wider_than_the_terminal(library: Library) -> None:
    for old, new in itertools.permutations(REFERENCES, 2):
        made = of_library(library, old, new)[1]
        for wide in (80, 60, 40):
            assert [line for line in terminal.lines(made, wide) if columns(line) > wide] == []


def test_words_deleted_and_inserted_are_marked_without_colour() -> None:
    old = notice({"clauses": ["建设示范点10个。"]}, year=2026)
    new = notice({"clauses": ["建设示范点12个。"]}, {"clauses": ["新办一件事。"]})
    text = "\n".join(terminal.lines(told(old, new)[1]))
    assert "10" in text.split("[-")[1].split("-]")[0]
    assert "12" in text.split("{+")[1].split("+}")[0]
    assert "{+新办一件事。+}" in text
    assert "\x1b" not in text


def test_each_style_is_that_of_the_marks_around_its_words() -> None:
    old = notice({"clauses": ["建设示范点10个。", "旧的一条要删去了。"]}, year=2026)
    new = notice({"clauses": ["建设示范点12个。"]})
    spans = [span for line in terminal.styled(told(old, new)[1]) for span in line]
    for mark, style in (("[-", terminal.DELETED), ("{+", terminal.INSERTED)):
        marked = [styled for text, styled in spans if mark in text]
        assert marked
        assert set(marked) == {style}


def test_hostile_text_is_printed_and_steers_nothing() -> None:
    bad = f"\x1b]0;标题\x07\x9b31m{HOSTILE}"
    old = notice({"heading": "好", "clauses": ["一件事。"], "units": ["区妇联"]}, year=2026, opening=[bad])
    new = notice({"heading": bad, "clauses": [f"{bad}2场。"], "units": [bad, "区妇联"]})
    lines = terminal.lines(told(old, new, old_name=bad, new_name=bad)[1])
    text = "".join(lines)
    assert not [char for char in text if ord(char) < 32 or 127 <= ord(char) < 160 or char == "\u202e"]
    assert "<U+001B>" in text
    assert "<script>alert(1)</script>" in text.replace(" ", "")
    assert [line for line in lines if columns(line) > 80] == []


def test_equal_notices_have_no_differences_and_say_so(library: Library) -> None:
    lines = terminal.lines(of_library(library, "临淄区-2026", "临淄区-2026")[1])
    assert "两份通知没有差别。" in "".join(lines)
    assert not [line for line in lines if "[-" in line or "{+" in line]


def test_only_the_counts_are_told_where_files_tell_the_rest(library: Library) -> None:
    made = of_library(library, "博山区-2023", "博山区-2025")[1]
    told_counts = ["".join(text for text, _ in line) for line in terminal.counts(made)]
    assert "".join(made.summary) == "".join(line.strip() for line in told_counts[1:])
