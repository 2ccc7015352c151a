"""Every row that ink decides, green on a notice that keeps the rules and red where one figure is changed."""

from typing import Any

import pytest

from drafter.measure.elements import find_elements
from drafter.measure.judging import judge
from drafter.measure.pages import Colour, Page
from drafter.model.notice import Format
from drafter.model.results import Element
from tests.measure.making import BODY, Plan, make

BLUE, BLACK = Colour(0, 0, 200), Colour()
HOURGLASS = ("博山区政府办公室关于", "印发2026年", "妇女儿童办实事清单的通知")
LONG_TITLE = ("博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事项目清单及分工方案的通知")

# the rule that turns red, the name of its row, what is changed, and rules that turn red with it
FAULTS: list[tuple[str, str, dict[str, Any], str]] = [
    ("P-01", "纸张", {"sheet": (216.0, 279.0)}, ""),
    ("P-02", "版心左边", {"item_left": 30.0}, "P-03 P-36 M-13"),
    ("P-02", "满页首行", {"first": 50.0, "page_lines": 21}, "P-05 P-03"),
    ("P-03", "满页末行", {"pitch": 9.9}, "P-24"),
    ("P-03", "版心右边", {"item_tight": 0.16}, "P-05"),
    ("P-36", "文字不出", {"item_tight": -0.05}, "P-05 P-03"),
    ("P-05", "每行字数", {"item_tight": 0.0, "item_characters": 27}, "P-03"),
    ("P-05", "满页行数", {"page_lines": 21}, "P-03"),
    ("P-05", "半空", {"page_lines": 14}, "P-03"),
    ("P-24", "行距", {"pitch": 10.0}, "P-03"),
    ("P-11", "首页有正文", {"opening": ()}, "M-38"),
    ("N-05", "版心以外", {"header": "内部资料"}, ""),
    ("P-41", "字号：标题", {"title_size": 20.0}, ""),
    ("P-41", "字号：正文", {"item_size": 15.0}, "P-05 P-03"),
    ("P-41", "字号：版记", {"imprint_size": 12.0}, "B-04"),
    ("P-41", "字号：页码", {"number_size": 12.0}, "N-02"),
    ("P-09", "印出的颜色", {"mark_colour": BLACK}, ""),
    ("P-09", "印出的颜色", {"band_colour": BLACK}, ""),
    ("P-09", "印出的颜色", {"item_colour": BLUE}, ""),
    ("L-13", "红色只在首页", {"letter": True, "red_on": 2}, ""),
    ("H-07", "上缘", {"mark_top": 74.0}, ""),
    ("H-07", "居中", {"mark_shift": 1.5}, ""),
    ("L-01", "上缘", {"letter": True, "mark_top": 35.0}, ""),
    ("H-08", "一行排下", {"mark_size": 38.0}, ""),
    ("H-04", "顶格", {"classed": ("000001", "特急"), "classed_left": 33.0}, ""),
    ("H-04", "次序", {"classed": ("特急", "000001")}, ""),
    ("L-06", "首项", {"letter": True, "classed": ("特急",), "number_gap": 8.0}, "L-07"),
    ("H-10", "居中", {"number_shift": 3.0}, ""),
    ("H-10", "之间", {"number_blanks": 1.0}, ""),
    ("H-11", "写法", {"number": "博政办字[2026]9号"}, ""),
    ("H-11", "写法", {"number": "博政办字〔2026〕09号"}, ""),
    ("H-11", "写法", {"number": "博政办字〔2026〕第9号"}, ""),
    ("H-14", "距发文字号", {"band_gap": 6.0}, ""),
    ("H-14", "等宽", {"band_ends": ((30.0, 182.0),)}, ""),
    ("H-14", "等宽", {"band_ends": ((28.0, 100.0), (112.0, 184.0))}, ""),
    ("H-15", "粗细", {"band_thickness": 0.2}, ""),
    ("L-02", "上粗下细", {"letter": True, "pair_thickness": (0.3, 0.8)}, ""),
    ("L-02", "距标志", {"letter": True, "pair_gap": 6.0}, ""),
    ("L-03", "上细下粗", {"letter": True, "foot_thickness": (0.8, 0.3)}, ""),
    ("L-03", "位置", {"letter": True, "foot": 274.0}, ""),
    ("L-04", "长度", {"letter": True, "pair_length": 168.0}, ""),
    ("L-04", "居中", {"letter": True, "pair_shift": 3.0}, ""),
    ("L-07", "顶右", {"letter": True, "number_shift": -5.0}, ""),
    ("L-07", "距首道双线", {"letter": True, "number_gap": 7.0}, ""),
    ("L-10", "首页", {"letter": True, "first_numbered": True}, ""),
    ("L-08", "之间", {"letter": True, "title_blanks": 1.0}, ""),
    ("M-01", "之间", {"title_blanks": 1.0}, ""),
    ("M-01", "居中", {"title_shift": 4.0}, ""),
    ("M-03", "每行字数", {"letter": True, "title": LONG_TITLE}, "P-36"),
    (
        "M-02",
        "形状",
        {"letter": True, "title": ("博山区政府办公室关于", "印发2026年", "妇女儿童办实事清单的通知")},
        "M-07",
    ),
    (
        "M-07",
        "按词意",
        {"letter": True, "title": ("博山区人民政府办公室关于", "印发妇女儿童办实事项目清单", "的通知")},
        "",
    ),
    ("M-07", "按词意", {"letter": True, "title": ("办公室关于印发2026", "年妇女儿童办实事清单的通知")}, ""),
    ("M-07", "按词意", {"letter": True, "title": ("办公室关于印发妇女儿童办实事清单", "的补充通知")}, ""),
    ("M-10", "之间", {"recipients_blanks": 0.0}, ""),
    ("M-10", "顶格", {"recipients_left": 39.1}, ""),
    ("M-10", "末尾", {"recipients": ("各镇人民政府、街道办事处，区政府有关部门。",)}, ""),
    ("M-13", "段首", {"opening_left": 28.0}, ""),
    ("M-13", "回行", {"rest_left": 33.5}, ""),
    ("M-16", "句首", {"lead": BODY}, ""),
    ("M-16", "句后", {"after_lead": "SimHei"}, ""),
    ("M-15", "句首", {"entry_lead": BODY}, ""),
    ("M-20", "之间", {"announced_blanks": 0.0}, ""),
    ("M-20", "左空", {"announced_left": 28.0}, ""),
    ("M-20", "写法", {"announced": ("附件：工作进展情况报表。",)}, ""),
    ("M-20", "写法", {"announced": ("附件：《工作进展情况报表》",)}, ""),
    ("M-22", "对齐", {"announced": ("附件：1.工作进展情况报表", "2.其他"), "announced_rest": 28.0}, ""),
    ("M-33", "写法", {"date": "2026年06月22日"}, ""),
    ("M-33", "写法", {"date": "2026年2月30日"}, ""),
    ("M-33", "写法", {"date": "二〇二六年六月二十二日"}, ""),
    ("M-30", "居中", {"organ_shift": 5.0}, ""),
    ("M-30", "右空", {"date_gap": 2.0}, ""),
    ("M-31", "右空", {"without_seal": True, "organ_blanks": 1.0, "organ_shift": 3.0}, ""),
    ("M-37", "之间", {"organ_blanks": 1.0}, ""),
    ("M-31", "之间", {"without_seal": True, "organ_blanks": 2.0}, ""),
    ("M-38", "署名页", {"signed_alone": True}, ""),
    ("M-40", "下一行", {"letter": True, "note_blanks": 1.0}, ""),
    ("M-40", "左空", {"note_left": 28.0}, ""),
    ("M-40", "括号", {"note": "(此件公开发布)"}, ""),
    ("M-23", "印发的清单", {"list_label": True}, "P-05 M-51"),
    ("M-23", "印发的清单", {"list_on_new_page": False}, "P-05"),
    ("M-50", "另起一页", {"label_on_new_page": False}, "M-51"),
    ("M-51", "顶格", {"label_left": 39.0}, ""),
    ("M-51", "字体", {"label_font": BODY}, ""),
    ("M-51", "位置", {"attachment_line": 2}, ""),
    ("M-51", "居中", {"attachment_shift": 5.0}, ""),
    ("M-54", "写法", {"label": "附件："}, ""),
    ("T-01", "宽度", {"columns": (28.0, 40.0, 110.0, 170.0)}, ""),
    ("T-02", "表头", {"header_again": False}, ""),
    ("T-02", "各行", {"row_split": True}, ""),
    ("B-01", "分隔线", {"imprint_rules": (0.35, 0.35)}, "B-02"),
    ("B-01", "等宽", {"imprint_ends": (31.0, 181.0)}, ""),
    ("B-01", "粗细", {"imprint_rules": (0.35, 0.35, 0.75)}, ""),
    ("B-02", "末页", {"imprint_early": True}, ""),
    ("B-02", "下边", {"imprint_foot": 259.0}, ""),
    ("B-04", "左空", {"copies_left": 28.0}, ""),
    ("B-04", "回行", {"copies_rest": 33.0}, ""),
    ("B-04", "右空", {"copies": ("抄送：" + "区委各部门，" * 5 + "区法院。",)}, "P-36"),
    ("B-04", "末尾", {"copies": ("抄送：区委各部门",)}, ""),
    ("B-07", "印发机关和印发日期", {"issued": ""}, "B-01"),
    ("B-07", "机关左空", {"issued_left": 28.0}, ""),
    ("B-07", "日期右空", {"issued_right": 184.0}, ""),
    ("L-12", "下端", {"letter": True, "copies_foot": 240.0}, ""),
    ("N-01", "写法", {"number_form": "- {} -"}, ""),
    ("N-01", "各页", {"unnumbered": 3}, ""),
    ("N-02", "位置", {"dash": 272.0}, ""),
    ("N-03", "居右", {"number_side": 0.0}, ""),
    ("M-53", "连续", {"number_skip": 2}, ""),
]


def rows(plan: Plan) -> list[Element]:
    found = find_elements(make(plan), Format.LETTER if plan.letter else Format.FILE)
    return judge(found)


@pytest.mark.parametrize("letter", [False, True])
def test_a_notice_that_keeps_the_rules_is_green(letter: bool) -> None:  # noqa: FBT001 the parameter of the case
    assert [one for one in rows(Plan(letter=letter)) if one.ok is not True] == []


@pytest.mark.parametrize(("rule", "name", "changes", "also"), FAULTS)
def test_one_changed_figure_turns_its_row_red(rule: str, name: str, changes: dict[str, Any], also: str) -> None:
    red = [one for one in rows(Plan(**changes)) if one.ok is False]
    assert [one for one in red if one.rule == rule and name in one.name], red
    assert {one.rule for one in red} <= {rule, *also.split()}, red


def test_every_row_is_seen_red_once() -> None:
    known = {(one.rule, one.name) for letter in (False, True) for one in rows(Plan(letter=letter))}
    seen = {
        (one.rule, one.name)
        for _rule, _name, changes, _also in FAULTS
        for one in rows(Plan(**changes))
        if one.ok is False
    }
    assert {rule for rule, _name in known} - {rule for rule, _name in seen} == {"L-09"}


def test_the_format_is_told_by_the_red_double_rules() -> None:
    assert find_elements(make(Plan())).format is Format.FILE
    assert find_elements(make(Plan(letter=True))).format is Format.LETTER


def test_a_draft_with_blanks_is_as_green() -> None:
    plan = Plan(letter=True, number="博政办字〔2026〕　号", date="2026年　月　日", copies=())
    assert [one for one in rows(plan) if one.ok is not True] == []


def test_a_classified_notice_is_as_green() -> None:
    for letter in (False, True):
        plan = Plan(letter=letter, classed=("000001", "机密★1年", "特急"), title=("关于妇女儿童工作的通知",))
        found = find_elements(make(plan))
        assert [one.solid for one in found.head.classed] == ["000001", "机密★1年", "特急"]
        assert [one for one in judge(found) if one.ok is not True] == []


def test_a_notice_without_a_date_is_not_judged_by_it() -> None:
    (row,) = [one for one in rows(Plan(date="", note="")) if one.rule == "M-30"]
    assert (row.ok, "没有找到" in row.got) == (None, True)


def test_what_must_be_there_is_missed() -> None:
    empty = tuple(Page(number, 210, 297) for number in (1, 2))
    for wanted in Format:
        red = {one.rule for one in judge(find_elements(empty, wanted)) if one.ok is False}
        assert {"P-11", "H-11", "M-01", "M-10"} <= red
        assert ({"L-01", "L-02", "L-03"} if wanted is Format.LETTER else {"H-07", "H-14", "B-01"}) <= red
