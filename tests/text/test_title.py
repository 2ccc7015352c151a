"""Breaking a title into lines (spec M-02 to M-07): real titles as a typist breaks them, and what holds for any."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text import word_lists
from drafter.text.title import break_title
from tests.conftest import ROOT
from tests.text.alphabet import any_text, chinese

ACCEPTED: dict[str, list[list[str]]] = yaml.safe_load((ROOT / "tests/text/titles.yaml").read_text("utf-8"))
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


def broken(breaks: list[str]) -> str:
    """The title of a labelled case as the program breaks it, its lines parted as in the file."""
    return "/".join(break_title(breaks[0].replace("/", "")))


@pytest.mark.parametrize("breaks", ACCEPTED["real"] + ACCEPTED["built"], ids=lambda breaks: breaks[0][:40])
def test_a_title_is_broken_as_a_typist_would(breaks: list[str]) -> None:
    assert broken(breaks) in breaks


@pytest.mark.xfail(strict=True, reason="a name inside a name, 45 characters long, with a conjunction to cut at")
@pytest.mark.parametrize("breaks", ACCEPTED["beyond"], ids=lambda breaks: breaks[0][:40])
def test_a_title_is_broken_worse_than_a_typist_would(breaks: list[str]) -> None:
    assert broken(breaks) in breaks


@pytest.mark.parametrize("breaks", [breaks for cases in ACCEPTED.values() for breaks in cases])
def test_the_breaks_of_a_labelled_title_are_of_one_title_and_fit(breaks: list[str]) -> None:
    assert len({one.replace("/", "") for one in breaks}) == 1
    assert max(wide(line) for one in breaks for line in one.split("/")) <= 20


def test_a_word_of_the_list_stands_in_one_section_only() -> None:
    words = [word for section in word_lists.load("title_words").values() for word in section]
    assert sorted(words) == sorted(set(words))


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


MARKS = [
    *"的、，。》）”《（“〈〉和与及  ",
    "2027年",
    "2021—2030年",
    "35-64岁",
    "第三批",
    "（试行）",
    "ABC",
    "甲/b%20c?d=e",
]
WORDS = [
    "博山区人民政府办公室",
    "关于印发",
    "妇女儿童",
    "办实事",
    "甲",
    "乙丙",
    "项目清单",
    "的通知",
    "\x00",
    "😀",
    "\n",
]


@settings(deadline=None, max_examples=200)
@given(chinese([*MARKS, *WORDS], longest=60))
def test_any_mixture_gives_lines_that_fit_the_same_each_time(text: str) -> None:
    lines = break_title(text)
    assert "".join(lines) == text
    assert max(map(wide, lines)) <= 20
    assert break_title(text) == lines


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(["2027年", "2021—2030年", "妇女儿童", "办实事", "甲", "的", "、", "《规划》"]), max_size=40
    )
)
def test_no_year_is_split_and_no_line_begins_with_a_mark_that_cannot_begin_one(words: list[str]) -> None:
    # In front of a mark stands a word here, so there is always another place to end a line.
    text = "实事".join(words)
    lines = break_title(text)
    assert not split_inside(lines, r"\d{4}(?:—\d{4})?年")
    assert not [line for line in lines[1:] if line[0] in "的、，。》）”"]


@pytest.mark.parametrize(
    "title",
    [
        "为妇女儿童办实事" * 38,
        "甲" * 300,
        "甲乙" * 30,
        "! " * 150,
        "\x1c" * 130,
        "a甲" * 60,
        "《" * 300,
        "1" * 300,
        "县" * 300,
    ],
)
def test_a_title_of_any_length_is_broken_without_loss(title: str) -> None:
    assert "".join(break_title(title)) == title


@pytest.mark.parametrize(
    "issuer",
    [
        "双江拉祜族佤族布朗族傣族自治县人民政府办公室",
        "中共积石山保安族东乡族撒拉族自治县委员会办公室积石山保安族东乡族撒拉族自治县人民政府办公室",
        "内蒙古自治区鄂尔多斯市达拉特旗人民政府办公室",
        "国家发展改革委 教育部 财政部 国家卫生健康委 人力资源社会保障部",
    ],
)
def test_an_issuer_too_long_for_a_line_is_cut_after_a_place_or_a_body(issuer: str) -> None:
    lines = break_title(f"{issuer}关于印发2027年妇女儿童工作要点的通知")
    starts = [line for line in lines if line.startswith("关于")]
    assert len(starts) == 1
    before = lines[: lines.index(starts[0])]
    assert "".join(before) == issuer
    assert len(before) >= 2
    assert all(line.rstrip()[-1] in "县市区旗委部室会府" for line in before)
