"""Dates as they are printed under a signature."""

import contextlib
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text import dates
from tests.text.alphabet import any_text

DAY = datetime.date(2026, 6, 2)


@pytest.mark.parametrize(
    "text", ["2026年6月2日", "2026年06月02日", "2026-06-02", "2026-6-2", " 2026年6月2日 ", "\u30002026年6月2日"]
)
def test_a_date_is_read_in_both_forms(text: str) -> None:
    assert dates.parse(text) == DAY


def test_a_date_is_printed_without_leading_zeros() -> None:
    assert dates.to_chinese(DAY) == "2026年6月2日"


@settings(deadline=None)
@given(st.dates(min_value=datetime.date(1949, 10, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_day_is_printed_and_read_back(day: datetime.date) -> None:
    printed = dates.to_chinese(day)
    assert dates.parse(printed) == day
    assert not dates.is_blank(printed)
    assert dates.find_at_end(f"博山区人民政府办公室{printed}") == printed


@pytest.mark.parametrize("text", ["2026年2月30日", "2026年13月1日", "2026-02-29", "2026年6月", "六月二日", "", "明天"])
def test_what_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        dates.parse(text)


@pytest.mark.parametrize("text", [dates.blank(2027), "2027年 月 日", "2027年月日", "2027年6月　日"])
def test_a_day_not_yet_known_is_a_date_line_all_the_same(text: str) -> None:
    assert dates.is_blank(text)
    assert dates.find_at_end("临淄区人民政府办公室　" + text) == text


@pytest.mark.parametrize("text", ["2027年", "2027年6月", "2027年6月2日印发", "二〇二七年六月二日讲话", ""])
def test_other_lines_are_no_date_lines(text: str) -> None:
    assert not dates.is_blank(text)
    assert dates.find_at_end(text) is None


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_any_text_is_a_day_or_is_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(dates.parse(text), datetime.date)
    end = dates.find_at_end(text)
    assert end is None or (text.endswith(end) and dates.find_at_end(end) == end)
