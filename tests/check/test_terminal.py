"""Findings on a screen: lines that fit, many of one kind folded, fixes told in the order of the document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import check
from drafter.check import findings, parts, terminal
from drafter.check.folding import folded
from drafter.model.finding import Finding, Fix, Severity, Where
from drafter.text.columns import width
from tests.check import cases

_COLUMNS = 80


def _finding(rule: str = "vague-target", ordinal: int = 1, **fields: object) -> Finding:
    usual = {"excerpt": "", "source": "本类通知的写法（惯例）", "severity": Severity.INFO, "message": "请写明数量"}
    where = Where(part="item", ordinal=ordinal, span=(0, 0))
    return Finding.model_validate({"rule": rule, "name": "指标含糊", "where": where} | usual | fields)


@settings(deadline=None, max_examples=60)
@given(text=st.text(st.sampled_from("新建托育机构5个，A%“”\t"), min_size=1, max_size=200), data=st.data())
def test_no_excerpt_and_no_caret_line_is_wider_than_a_terminal(text: str, data: st.DataObject) -> None:
    notice = cases.notice({"text": f"{text}。"})
    part = next(one for one in parts.parts_of(notice) if one.name == "item")
    start = data.draw(st.integers(0, len(part.text)))
    end = data.draw(st.integers(start, len(part.text)))
    found = _finding(where=Where(part="item", ordinal=1, span=(start, end)), excerpt=part.text, message="请核对" * 40)
    found = found.replaced(excerpt=findings.excerpt(part.text, start, end))
    lines = terminal.lines([found], notice, "草稿")
    assert all(width(line) <= _COLUMNS for line in lines[2:])
    carets = [at for at, line in enumerate(lines) if "^" in line]
    assert all(width(lines[at].rstrip()) <= width(lines[at - 1]) + 1 for at in carets)


def test_a_long_caret_line_stands_below_the_marks_of_its_text() -> None:
    text = "引导儿童积极参与社会实践，" * 12
    notice = cases.notice({"text": text[:-1] + "。"})
    found = [one for one in check.run(notice) if one.rule == "long-sentence"]
    excerpt, caret = terminal.lines(found, notice, "草稿")[4:6]
    assert "…" in excerpt
    assert set(caret.strip()) == {"^"}
    assert width(caret) <= width(excerpt)


@pytest.mark.parametrize(("number", "shown"), [(5, 5), (6, 3)])
def test_more_than_five_of_a_kind_in_one_part_are_folded(number: int, shown: int) -> None:
    kept, left_out = folded([_finding(message=f"第{at}处") for at in range(number)])
    assert (len(kept), left_out) == (shown, number - shown)
    assert [more for _, more in kept] == [0] * (shown - 1) + [number - shown]


def test_more_than_ten_of_a_kind_in_all_are_folded_and_others_are_shown() -> None:
    found = [_finding(ordinal=at) for at in range(1, 13)]
    kept, left_out = folded([*found, _finding("range-hyphen", 12)])
    assert (len(kept), left_out) == (11, 2)
    assert kept[-1][0].rule == "range-hyphen"


def test_a_huge_number_of_findings_makes_a_short_screen() -> None:
    found = [_finding(f"rule-{at % 300}", at % 9 + 1) for at in range(9000)]
    kept, left_out = folded(found)
    assert len(kept) <= 200
    assert len(kept) + left_out == 9000


def test_a_fix_is_called_automatic_only_where_it_can_be_made() -> None:
    notice = cases.notice({"text": "建成率达到43％。"})
    found = check.run(notice, only={"percent-fullwidth"})
    assert any("可改为：" in line for line in terminal.lines(found, notice, "甲.docx"))
    assert any("可自动改为：" in line for line in terminal.lines(found, notice, "草稿", fixable=True))


def test_fixes_are_told_by_part_in_order_with_the_way_back() -> None:
    notice = cases.notice({})
    later = _finding(ordinal=2, fix=Fix(old="多余", new="", safe=True), excerpt="多余的话")
    earlier = _finding(
        fix=Fix(old="", new="。", safe=True), excerpt="区妇联", where=Where(part="item", ordinal=1, span=(3, 3))
    )
    told = terminal.fixed_lines([later, earlier], notice)
    assert [line for line in told if not line.startswith(" ")] == [
        "已改2处：",
        "第1项　实施妇女健康促进行动",
        "第2项　实施普惠托育服务行动",
        "改得不合适的，用 drafter undo 撤销",
        "",
    ]
    assert "在“区妇联”后面加“。”" in told[2]
    assert "删去“多余”" in told[4]
