"""Small notices of invented offices in every shape of the genre: each read as a person would, or told or refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.accounting import invented_signs, lost_signs
from tests.readers.corpus import Case, cases, judge, read_case

ALL = cases()
WITH_NOTICE = [case for case in ALL if not case.expected.get("refused")]


def test_the_corpus_is_large_enough() -> None:
    assert len(ALL) >= 80


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Case) -> None:
    assert judge(case).missed == ()


@pytest.mark.parametrize("case", WITH_NOTICE, ids=lambda case: case.name)
def test_every_sign_of_a_case_is_in_its_reading_and_no_other(case: Case) -> None:
    reading = read_case(case)
    assert reading
    assert (lost_signs(case.text, reading), invented_signs(case.text, reading)) == ("", "")


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(WITH_NOTICE), st.data())
def test_lines_doubled_swapped_or_joined_are_kept_or_told(case: Case, data: st.DataObject) -> None:
    lines = case.text.splitlines()
    at, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    change = data.draw(st.sampled_from(["swapped", "doubled", "joined"]))
    if change == "swapped":
        lines[at], lines[other] = lines[other], lines[at]
    elif change == "doubled":
        lines.insert(other, lines[at])
    elif at + 1 < len(lines):
        lines[at : at + 2] = [lines[at] + lines[at + 1]]
    text = "\n".join(lines)
    reading = read_case(case.replaced(text=text))
    assert not reading or (lost_signs(text, reading), invented_signs(text, reading)) == ("", "")
