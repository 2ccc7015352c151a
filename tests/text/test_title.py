"""Breaking a title into lines (spec M-02 to M-07)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.title import break_title
from tests.text.alphabet import any_text, chinese

TITLES = (
    "博山区人民政府办公室关于印发2025年为全区妇女儿童办实事项目清单的通知",
    "博山区人民政府办公室关于2023年为全区妇女儿童办实事的通知",
    "淄川区人民政府办公室关于2023年为全区妇女儿童办好八件实事的通知",
    "淄博市人民政府办公室关于印发2024年为全市妇女儿童办实事项目清单的通知",
    "沂源县妇女儿童工作委员会办公室关于印发2027年为全县妇女儿童办实事项目责任清单的通知",
    "桓台县人民政府办公室关于做好2027年为全县妇女儿童办实事工作的通知",
    "山东省人民政府办公厅关于印发《山东省妇女发展“十四五”规划》的通知",
    "周村区人民政府办公室关于印发《周村区妇女发展规划》和《周村区儿童发展规划》的通知",
    "张店区人民政府办公室关于印发张店区2026—2030年妇女儿童发展规划实施方案的通知",
    "高青县人民政府关于印发高青县儿童友好城市建设实施方案的通知",
    "淄博高新技术产业开发区管理委员会关于印发2027年为全区妇女儿童办实事项目清单的通知",
    "博山区人民政府办公室关于调整博山区妇女儿童工作委员会组成人员的通知",
    "关于印发2027年为全区妇女儿童办实事项目清单的通知",
    "关于公布2027年“巾帼家政进社区”示范点名单的通知",
    "淄川区人民政府关于加强困境儿童保障工作的实施意见",
    "博山区妇女联合会关于开展2027年“三八”国际妇女节系列活动的通知",
    "博山区人民政府办公室关于2027年第一季度为全区妇女儿童办实事进展情况的通报",
    "淄川区人民政府办公室关于转发区妇儿工委办公室2027年为全区妇女儿童办好十件实事实施方案的通知",
    "2023年为全区妇女儿童办实事工作进展情况报表",
    "2027年为全区妇女儿童办实事项目清单",
    "2027年第一季度为全区妇女儿童办实事工作进展情况报表",
)
ISSUERS = ("", "博山区人民政府办公室", "山东省人民政府办公厅", "高青县人民政府", "博山区妇女联合会")
MATTERS = (
    "为全区妇女儿童办实事项目清单",
    "为全县妇女儿童办好十件实事",
    "妇女儿童发展规划重点工作任务分工",
    "困境儿童关爱保护和留守儿童关爱服务实施方案",
    "家庭教育促进行动方案",
    "支持妇女创业就业的若干措施",
)
SUBJECTS = ("", "博山区", "区妇儿工委", "博山区妇女儿童工作委员会", "《山东省家庭教育促进条例》")


def wide(line: str) -> float:
    """Width in 汉字 of the title's size: digits and Latin letters are half as wide (spec M-07.1)."""
    return sum(0.5 if char.isascii() else 1 for char in line)


def split_inside(lines: list[str], pattern: str) -> list[str]:
    """What the pattern finds in the title that does not stand on one line."""
    return [found for found in re.findall(pattern, "".join(lines)) if not any(found in line for line in lines)]


def assert_good(title: str) -> None:
    """What M-07 asks of any title that can be broken by sense."""
    lines = break_title(title)
    assert "".join(lines) == title
    assert len(lines) <= 4
    assert max(map(wide, lines)) <= 20
    assert "通知" not in lines
    assert not [line for line in lines if line[0] in "的、，》）”"]
    assert len(lines) == 1 or wide(lines[-1]) >= 4
    assert not split_inside(lines, r"\d{4}年|《[^》]*》|“[^”]*”|妇女儿童|办实事|项目清单|关于印发|的通知")
    assert all(wide(b) >= min(wide(a), wide(c)) for a, b, c in zip(lines, lines[1:], lines[2:], strict=False))


@pytest.mark.parametrize("title", TITLES)
def test_a_realistic_title_is_broken_by_sense(title: str) -> None:
    assert_good(title)


@pytest.mark.parametrize("title", [title for title in TITLES if "关于" in title and wide(title) > 18])
def test_the_issuer_of_a_long_title_stands_alone_on_the_first_line(title: str) -> None:
    issuer, _, rest = title.partition("关于")
    if issuer and "“十四五”规划》" not in rest:  # there 关于印发 goes with the issuer: name and 关于印发 are 21 wide
        assert break_title(title)[0] == issuer


def test_a_name_too_long_for_a_line_is_cut_between_words() -> None:
    lines = break_title("博山区人民政府办公室关于印发《2027年为全区妇女儿童办实事项目清单》的通知")
    assert "".join(lines) == "博山区人民政府办公室关于印发《2027年为全区妇女儿童办实事项目清单》的通知"
    assert max(map(wide, lines)) <= 20
    assert not split_inside(lines, r"\d{4}年|妇女儿童|办实事|项目清单|关于印发|的通知")


@pytest.mark.parametrize("title", ["2027年为全区妇女儿童办实事项目清单", "关于办实事的通知", "通知", ""])
def test_a_short_title_stays_on_one_line(title: str) -> None:
    assert break_title(title) == [title]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(ISSUERS),
    st.sampled_from(["关于", "关于印发", "关于做好"]),
    st.sampled_from(SUBJECTS),
    st.sampled_from(["", "2027年", "2027年度", "2026—2030年"]),
    st.sampled_from(MATTERS),
)
def test_any_title_of_the_usual_build_is_broken_by_sense(
    issuer: str, verb: str, subject: str, year: str, matter: str
) -> None:
    assert_good(f"{issuer}{verb}{subject}{year}{matter}的通知")


@settings(deadline=None, max_examples=150)
@given(any_text(50))
def test_the_lines_of_any_text_are_the_text(text: str) -> None:
    assert "".join(break_title(text)) == text


@settings(deadline=None, max_examples=150)
@given(chinese([*"甲乙丙的、，0123A《》“”", "关于", "妇女儿童", "博山区人民政府办公室", "2027年", "通知"], longest=30))
def test_no_line_of_a_chinese_text_is_wider_than_the_page(text: str) -> None:
    assert max(map(wide, break_title(text))) <= 20
