"""The last account: whatever the recognising drops is told with its place, and what it adds is told, too."""

import pytest

from drafter.model.notice import Clause, Notice
from drafter.readers.account import tell_unaccounted
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.plain_text import blocks
from drafter.readers.recognise import notice_in
from drafter.readers.telling import Telling

TEXT = """青岚县人民政府办公室
关于2025年为全县妇女儿童办实事的通知
青政办字〔2025〕7号
各镇人民政府、街道办事处，县政府各部门：
现将2025年为全县妇女儿童办实事有关事项通知如下：
一、开展“两癌”筛查。为6000名妇女免费筛查。（责任单位：县卫生健康局）
二、建设儿童之家。新建儿童之家12个。（牵头单位：县妇联；责任单位：县民政局）
青岚县人民政府办公室
2025年5月6日
"""
NOTICE = notice_in(blocks(TEXT), "通知").notice


def account(found: list[Block], notice: Notice) -> list[tuple[str, str, str]]:
    """What the account tells: the code, the place and what stands behind the colon of the message."""
    telling = Telling()
    tell_unaccounted(found, notice, telling)
    return [(one.code, one.where, one.message.partition("：")[2]) for one in telling.problems()]


def without_item(number: int) -> Notice:
    """The notice without one of its items."""
    return NOTICE.replaced(items=tuple(item for at, item in enumerate(NOTICE.items, start=1) if at != number))


def test_a_notice_that_holds_everything_has_nothing_told() -> None:
    assert account(blocks(TEXT), NOTICE) == []


def test_a_line_that_the_notice_lacks_is_told_with_its_place() -> None:
    line = "二、建设儿童之家。新建儿童之家12个。（牵头单位：县妇联；责任单位：县民政局）"
    assert account(blocks(TEXT), without_item(2)) == [("text-unplaced", "第7行", line)]


def test_a_line_printed_twice_and_read_once_is_told_where_it_stands_again() -> None:
    lines = TEXT.splitlines()
    again = "\n".join([*lines, lines[5]])
    assert account(blocks(again), NOTICE) == [("text-unplaced", "第10行", lines[5])]


def test_a_figure_that_a_clause_lacks_is_told_with_its_line() -> None:
    first = NOTICE.items[0].replaced(clauses=(Clause(text="为名妇女免费筛查。"),))
    told = account(blocks(TEXT), NOTICE.replaced(items=(first, NOTICE.items[1])))
    assert told == [("text-unplaced", "第6行", "6000")]


def test_a_unit_that_an_item_lacks_is_told() -> None:
    second = NOTICE.items[1].replaced(units=("县妇联",), units_as_printed=None)
    told = account(blocks(TEXT), NOTICE.replaced(items=(NOTICE.items[0], second)))
    assert told == [("text-unplaced", "第7行", "县民政局")]


def test_a_sign_that_only_the_notice_has_is_told() -> None:
    first = NOTICE.items[0].replaced(clauses=(Clause(text="为6000名妇女免费筛查9次。"),))
    told = account(blocks(TEXT), NOTICE.replaced(items=(first, NOTICE.items[1])))
    assert told == [("text-not-printed", "全文", "9次")]


@pytest.mark.parametrize("stray", [Line(text="甲乙丙丁", where="第3段"), Margin(text="甲乙丙丁", where="页眉")])
def test_lines_and_margins_of_every_format_are_accounted(stray: Block) -> None:
    assert account([*blocks(TEXT), stray], NOTICE) == [("text-unplaced", stray.where, "甲乙丙丁")]


def test_a_page_number_in_a_margin_is_none_of_the_text() -> None:
    assert account([*blocks(TEXT), Margin(text="— 3 —", where="页脚")], NOTICE) == []


def test_cells_that_no_attachment_holds_are_told_each_with_its_place() -> None:
    table = Table(rows=(("甲乙", "丙丁"), ("戊己", "")), where="第1个表格")
    told = account([*blocks(TEXT), table], NOTICE)
    assert sorted(told) == [
        ("text-unplaced", "第1个表格第1行第1列", "甲乙"),
        ("text-unplaced", "第1个表格第1行第2列", "丙丁"),
        ("text-unplaced", "第1个表格第2行第1列", "戊己"),
    ]


def test_figures_in_a_column_of_no_known_kind_are_all_told() -> None:
    rows = (
        ("序号", "项目名称", "实施内容", "资金（万元）", "责任单位"),
        ("1", "健康检查", "免费检查1800对夫妇。", "64.8", "县卫健委"),
        ("2", "贷款贴息", "发放贷款1000万元。", "25", "县妇联"),
    )
    lines = [line for line in blocks(TEXT) if isinstance(line, Line) and line.text[1] != "、"]
    reading = notice_in([*lines[:5], Table(rows=rows, where="第1个表格"), *lines[5:]], "通知")
    told = [one.message.partition("：")[2] for one in reading.problems if one.code == "text-unplaced"]
    assert told == ["资金（万元）：64.8", "资金（万元）：25"]


@pytest.mark.parametrize("day", ["二〇二五年五月六日", "2025年05月06日"])
def test_a_day_in_another_form_is_neither_lost_nor_new(day: str) -> None:
    reading = notice_in(blocks(TEXT.replace("2025年5月6日", day)), "通知")
    assert {one.code for one in reading.problems} & {"text-unplaced", "text-not-printed"} == set()
    assert str(reading.notice.date) == "2025-05-06"
