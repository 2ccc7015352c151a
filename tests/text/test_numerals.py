"""Chinese numerals and the ordinals before items."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings

from drafter.text import numerals
from tests.text.alphabet import any_text


def test_every_number_below_ten_thousand_is_printed_and_read_back() -> None:
    assert [numerals.to_int(numerals.to_chinese(number)) for number in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("零", 0),
        ("九", 9),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("三百二十", 320),
        ("一千", 1000),
        ("一千零一", 1001),
        ("一千零一十", 1010),
        ("二千零二十七", 2027),
        ("九千九百九十九", 9999),
    ],
)
def test_a_number_is_printed_as_a_person_would_and_read_so(numeral: str, number: int) -> None:
    assert numerals.to_int(numeral) == number
    assert numerals.to_chinese(number) == numeral


@pytest.mark.parametrize(("numeral", "number"), [("二〇二七", 2027), ("两", 2), ("两百", 200), ("一十二", 12)])
def test_other_ways_of_writing_a_numeral_are_read_too(numeral: str, number: int) -> None:
    assert numerals.to_int(numeral) == number


@pytest.mark.parametrize("text", ["", "万", "甲", "十件", "12", "一 二"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"数字"):
        numerals.to_int(text)


@pytest.mark.parametrize("number", [-1, 10_000])
def test_numbers_beyond_the_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        numerals.to_chinese(number)


@pytest.mark.parametrize(
    ("number", "multiple", "value"),
    [
        ("1.9", "万", "19000"),
        ("1,200", "", "1200"),
        ("3", "百万", "3000000"),
        ("1.2", "亿", "120000000"),
        ("三", "", "3"),
        ("十二", "万", "120000"),
        ("4.7", "", "4.7"),
    ],
)
def test_a_figure_is_brought_to_base_units(number: str, multiple: str, value: str) -> None:
    assert numerals.to_decimal(number, multiple) == Decimal(value)


@pytest.mark.parametrize(
    ("line", "ordinal", "rest", "value"),
    [
        ("一、促进就业", "一", "促进就业", 1),
        ("十、关爱儿童", "十", "关爱儿童", 10),
        ("十二、关爱儿童", "十二", "关爱儿童", 12),
        ("二十一、关爱儿童", "二十一", "关爱儿童", 21),
        ("（一）建设书房", "（一）", "建设书房", 1),
        ("（十三）建设书房", "（十三）", "建设书房", 13),
        ("(二)建设书房", "(二)", "建设书房", 2),
        ("（3）建设书房", "（3）", "建设书房", 3),
        ("1.建设书房", "1.", "建设书房", 1),
        ("12.建设书房", "12.", "建设书房", 12),
        ("2．建设书房", "2．", "建设书房", 2),
        ("3、建设书房", "3、", "建设书房", 3),
        ("四、", "四", "", 4),
        ("第一件：建设书房", "第一件", "建设书房", 1),
        ("第12项：建设书房", "第12项", "建设书房", 12),
        ("实事三：建设书房", "实事三", "建设书房", 3),
        ("一是建设书房。", "一是", "建设书房。", 1),
        ("⑩建设书房", "⑩", "建设书房", 10),
        ("2）建设书房", "2）", "建设书房", 2),
    ],
)
def test_an_ordinal_of_any_shape_is_parted_from_its_heading(line: str, ordinal: str, rest: str, value: int) -> None:
    assert numerals.split_ordinal(line) == (ordinal, rest)
    assert numerals.ordinal_value(ordinal) == value
    assert numerals.print_ordinal(ordinal) + rest == line


@pytest.mark.parametrize(
    "line",
    [
        "2.5万人受益。",
        "2026年底前完成。",
        "十件实事全部完成。",
        "第一件事要抓紧。",
        "实事一定办好。",
        "三八节前开展慰问。",
        "（责任单位：区妇联）",
        "（2026年）计划",
        "第一、二季度完成。",
        "24所学校开放体育场。",
        "",
    ],
)
def test_a_line_that_begins_with_a_number_need_not_be_an_item(line: str) -> None:
    assert numerals.split_ordinal(line) == (None, line)


def test_no_ordinal_prints_as_nothing() -> None:
    assert numerals.print_ordinal(None) == ""


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_nothing_of_a_line_is_lost_with_its_ordinal(line: str) -> None:
    ordinal, rest = numerals.split_ordinal(line)
    printed = numerals.print_ordinal(ordinal)
    assert line.startswith(printed.rstrip("、：") if ordinal else "")
    assert re.sub(r"[\s：:、，]", "", printed + rest) == re.sub(r"[\s：:、，]", "", line)
    assert numerals.ordinal_value(line) is None or isinstance(numerals.ordinal_value(line), int)
