"""Lists of wishes as departments send them in: every wish in order with its unit; what is none of them is told."""

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import readers
from drafter.errors import FileTrouble, NotUnderstood
from drafter.handover.workbook import workbook
from drafter.model.suggestion import WishList
from drafter.readers.blocks import Line
from drafter.readers.wishes import wishes_in

TEXTS = ["开展巾帼电商课堂20场。", "建设母婴室10处", "扩大普惠托育资源，方便双职工家庭。"]


def read_text(tmp_path: Path, text: str, name: str = "征集.txt") -> WishList:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return readers.read_wishes(path)


def texts(found: WishList) -> list[str]:
    return [wish.text for wish in found.wishes]


def units(found: WishList) -> list[str | None]:
    return [wish.unit for wish in found.wishes]


def test_one_wish_a_line(tmp_path: Path) -> None:
    found = read_text(tmp_path, "\n\n".join(TEXTS))
    assert texts(found) == TEXTS
    assert found.left_out == ()
    assert [wish.where for wish in found.wishes] == ["第1行", "第3行", "第5行"]


@pytest.mark.parametrize(
    "mark",
    ["{}. ", "{}、", "（{}）", "{}．", "({})", "- ", "• "],
    ids=["dot", "listed", "round", "wide", "half", "-", "•"],
)
def test_ordinals_and_bullets_are_no_part_of_a_wish(tmp_path: Path, mark: str) -> None:
    lines = [mark.format(number) + text for number, text in enumerate(TEXTS, start=1)]
    assert texts(read_text(tmp_path, "\n".join(lines))) == TEXTS


def test_a_figure_at_the_head_of_a_wish_is_kept(tmp_path: Path) -> None:
    assert texts(read_text(tmp_path, "2026年新建托位300个\n12355热线进校园")) == [
        "2026年新建托位300个",
        "12355热线进校园",
    ]


def test_a_unit_named_above_below_or_in_the_line_is_understood(tmp_path: Path) -> None:
    text = (
        "区妇联：\n1. 电商课堂20场。\n区科协\n2. 科普大篷车10场。\n3. 区卫健局：建母婴室。\n"
        "4. 扩大托育。（区教体局、区卫健局）\n5. 建书房（责任单位：区文旅局）"
    )
    found = read_text(tmp_path, text)
    assert texts(found) == ["电商课堂20场。", "科普大篷车10场。", "建母婴室。", "扩大托育。", "建书房"]
    assert units(found) == ["区妇联", "区科协", "区卫健局", "区教体局、区卫健局", "区文旅局"]


def test_a_name_that_is_a_wish_is_no_unit(tmp_path: Path) -> None:
    assert texts(read_text(tmp_path, "新建区妇女儿童活动中心\n市民夜校：开设妇女专班")) == [
        "新建区妇女儿童活动中心",
        "市民夜校：开设妇女专班",
    ]


def test_what_is_no_wish_is_told_each_with_its_reason(tmp_path: Path) -> None:
    text = (
        "2027年实事征集汇总表\n填报单位：区残联\n现将我单位意见报送如下：\n1. 康复救助200名。\n"
        "注：一行一条\n联系人：某某\n2026年11月20日\n***"
    )
    found = read_text(tmp_path, text)
    assert texts(found) == ["康复救助200名。"]
    told = "\n".join(found.left_out)
    for line in (
        "2027年实事征集汇总表",
        "现将我单位意见报送如下：",
        "注：一行一条",
        "联系人：某某",
        "2026年11月20日",
        "***",
    ):
        assert f"“{line}”" in told


def test_a_unit_without_wishes_is_told(tmp_path: Path) -> None:
    found = read_text(tmp_path, "区妇联：\n区科协：\n1. 科普大篷车10场。\n区残联")
    assert units(found) == ["区科协"]
    assert [("区妇联" in one or "区残联" in one) for one in found.left_out] == [True, True]


def test_a_wish_that_was_broken_into_lines_is_one(tmp_path: Path) -> None:
    found = read_text(tmp_path, "1. 开展家政培训，\n培训妇女1000人次。\n2. 建母婴室。\n3. 办夜校。")
    assert texts(found) == ["开展家政培训，培训妇女1000人次。", "建母婴室。", "办夜校。"]


ROWS = [
    ["1", "开展电商课堂", "全年20场，帮助妈妈就业。", "区妇联", "3万元"],
    ["2", "建设母婴室", "公园和车站共10处。", "", "5万元"],
    ["3", "科普大篷车", "", "区科协", ""],
]
HEADS = ["序号", "事项名称", "具体内容", "提报单位", "所需经费"]


def of_rows(found: WishList) -> None:
    """The wishes of ROWS, whatever they were read from."""
    assert texts(found) == ["开展电商课堂：全年20场，帮助妈妈就业。", "建设母婴室：公园和车站共10处。", "科普大篷车"]
    assert units(found) == ["区妇联", "区妇联", "区科协"]
    assert any("所需经费" in one for one in found.left_out)


def test_a_workbook_with_heads_a_title_and_merged_units_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "征集.xlsx"
    workbook("2027年征集汇总表", "征集", [(head, 12.0) for head in HEADS], ROWS).save(path)
    found = readers.read_wishes(path)
    of_rows(found)
    assert any("2027年征集汇总表" in one for one in found.left_out)


def test_a_word_table_is_understood_as_a_workbook_is(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("2027年征集汇总表")
    table = made.add_table(rows=0, cols=len(HEADS))
    for row in [HEADS, *ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "征集.docx"
    made.save(str(path))
    of_rows(readers.read_wishes(path))


def test_cells_behind_tabs_or_commas_are_a_table(tmp_path: Path) -> None:
    of_rows(read_text(tmp_path, "\n".join("\t".join(row) for row in [HEADS, *ROWS])))
    of_rows(read_text(tmp_path, "\n".join(",".join(row) for row in [HEADS, *ROWS]), "征集.csv"))


def test_a_table_without_heads_is_understood_by_its_content(tmp_path: Path) -> None:
    rows = [["区妇联", "开展巾帼电商公益课堂20场"], ["区科协", "科普大篷车进基层10场"], ["团区委", "青年联谊活动12场"]]
    found = read_text(tmp_path, "\n".join("\t".join(row) for row in rows))
    assert texts(found) == [row[1] for row in rows]
    assert units(found) == [row[0] for row in rows]


def test_several_numbered_wishes_in_a_cell_are_several(tmp_path: Path) -> None:
    path = tmp_path / "征集.xlsx"
    workbook(
        "t",
        "s",
        [("单位", 9.0), ("建议内容", 30.0)],
        [["区妇联", "1. 办夜校\n2. 建书房"], ["区科协", "送科普\n进乡村"]],
    ).save(path)
    found = readers.read_wishes(path)
    assert texts(found) == ["办夜校", "建书房", "送科普进乡村"]
    assert units(found) == ["区妇联", "区妇联", "区科协"]


def test_a_row_without_a_wish_is_told(tmp_path: Path) -> None:
    found = read_text(tmp_path, "序号\t建议内容\t单位\n1\t办夜校\t区文旅局\n2\t\t区科协\n序号\t建议内容\t单位")
    assert texts(found) == ["办夜校"]
    assert len(found.left_out) == 2


@pytest.mark.parametrize(
    ("text", "error"), [("填报单位：区妇联", NotUnderstood), ("   \n", NotUnderstood)], ids=["no wish", "blank"]
)
def test_a_file_without_wishes_is_refused_with_advice(tmp_path: Path, text: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="请"):
        read_text(tmp_path, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="没有\\.xlsx"):
        readers.read_wishes(tmp_path / "没有.xlsx")


@given(st.lists(st.text(alphabet="托育母婴课堂场建设扩大，。：（）0123一二区局表：注\t ", min_size=1), min_size=1))
def test_no_character_of_any_list_is_lost_without_a_word(lines: list[str]) -> None:
    found, left_out = wishes_in([Line(text=line, where=f"第{at}行") for at, line in enumerate(lines, start=1)])
    told = "".join(wish.text + (wish.unit or "") for wish in found) + "".join(left_out)
    for char in "托育母婴课堂建设扩大":
        if any(char in line for line in lines):
            assert char in told or "…" in told
