"""Counts of items announced in words: 八件实事."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text import counts, numerals
from tests.text.alphabet import any_text


@pytest.mark.parametrize(
    ("text", "phrase", "number"),
    [
        ("为全区妇女儿童办好八件实事", "八件实事", 8),
        ("确保八件实事在年底前完成", "八件实事", 8),
        ("办好10件民生实事", "10件民生实事", 10),
        ("办好十二件实事的通知", "十二件实事", 12),
        ("十项民生实事", "十项民生实事", 10),
        ("2026年办好9件实事", "9件实事", 9),
        ("今年的十大实事", "十大实事", 10),
        ("办好10件妇女儿童实事", "10件妇女儿童实事", 10),
        ("十件实事好事", "十件实事好事", 10),
        ("二十件重点民生实事", "二十件重点民生实事", 20),
        ("实施8个实事项目", "8个实事", 8),
        ("这八件实事", "八件实事", 8),
        ("实事项目4项，切实增强获得感", "实事项目4项", 4),
    ],
)
def test_an_announced_count_is_found_where_it_stands(text: str, phrase: str, number: int) -> None:
    (found,) = counts.find(text)
    assert (found.text, found.number) == (phrase, number)
    assert text[found.start :].startswith(phrase)
    assert found.chinese == (not re.search(r"\d", phrase))


@pytest.mark.parametrize(
    "text",
    [
        "为妇女儿童办实事",
        "一件事一次办",
        "办理案件十件",
        "办好每一件实事",
        "把一件实事办好",
        "每十件实事",
        "第八件实事",
        "前三件实事",
        "几十件实事",
        "八项举措抓实事",
        "十个方面的实事",
        "妇女实事3项，儿童实事5项",
        "三件妇女实事、五件儿童实事",
        "",
    ],
)
def test_other_figures_announce_nothing(text: str) -> None:
    assert counts.find(text) == []


def test_one_deed_is_announced_only_where_there_is_one() -> None:
    text = "为全区妇女儿童办好一件实事，办好每一件实事"
    assert [(found.text, found.number) for found in counts.find(text, 1)] == [("一件实事", 1)]
    assert counts.find(text, 8) == []


def test_a_count_of_three_figures_is_not_read_as_its_last_two() -> None:
    assert [found.number for found in counts.find("全市共办理118件实事")] in ([118], [])


def test_every_count_of_a_text_is_found() -> None:
    text = "八件实事已完成，今年办好10件实事。"
    assert [(found.start, found.number) for found in counts.find(text)] == [(0, 8), (text.index("10"), 10)]


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("办好八件实事的通知", 8, 10, "办好十件实事的通知"),
        ("办好8件实事", 8, 10, "办好10件实事"),
        ("八件实事、8件实事", 8, 9, "九件实事、9件实事"),
        ("十件民生实事和八件实事", 8, 9, "十件民生实事和九件实事"),
        ("18件实事", 8, 9, "18件实事"),
        ("培训8人，办好八件实事", 8, 11, "培训8人，办好十一件实事"),
        ("没有件数", 8, 9, "没有件数"),
        ("十大实事，每十件实事", 10, 9, "九大实事，每十件实事"),
        ("妇女儿童实事共10件", 10, 12, "妇女儿童实事共12件"),
    ],
)
def test_a_count_is_changed_in_its_own_numerals_and_others_stay(text: str, old: int, new: int, expected: str) -> None:
    assert counts.replace(text, old, new) == expected


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 99))
def test_a_changed_count_can_be_changed_back(old: int, new: int) -> None:
    for numeral in (str(old), numerals.to_chinese(old)):
        text = f"为全区妇女儿童办好{numeral}件实事的通知"
        changed = counts.replace(text, old, new)
        assert [found.number for found in counts.find(changed, new)] == [new]
        assert counts.replace(changed, new, old) == text


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_counts_of_any_text_are_verbatim(text: str) -> None:
    found = counts.find(text)
    assert [text[one.start : one.start + len(one.text)] for one in found] == [one.text for one in found]
    absent = max([one.number for one in found], default=0) + 1
    assert counts.replace(text, absent, 5) == text
