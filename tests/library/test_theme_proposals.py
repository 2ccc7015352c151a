"""Themes proposed by the words of the register: explained, and right for notices that no word was taken from."""

from pathlib import Path

import pytest
import yaml

from drafter.library import Library
from drafter.library.registers import Themes
from drafter.model.notice import Clause, Entry, Item, Notice
from drafter.model.registers import Theme

LABELS: dict[str, list[list[str]]] = yaml.load(
    (Path(__file__).parent / "item_themes.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)


def _text(notice: Notice) -> str:
    texts = ((item.heading or "") + "。" + "".join(c.text for c in item.all_clauses) for item in notice.items)
    return "\n".join(texts)


def _main_themes(themes: Themes, notice: Notice) -> list[str | None]:
    return [next(iter(themes.of_item(item)), None) for item in notice.items]


def _share_right(library: Library, registers: dict[str, Themes]) -> float:
    right = [
        found == labels[0]
        for reference, notice in library.notices()
        for found, labels in zip(_main_themes(registers[reference], notice), LABELS[reference], strict=True)
    ]
    assert len(right) == 47
    return sum(right) / len(right)


def _without_words_of(library: Library, reference: str) -> Themes:
    """The register without every word that of all notices only this one holds: it might have been taken from it."""
    own = _text(library.notice(reference))
    others = "\n".join(_text(notice) for name, notice in library.notices() if name != reference)

    def kept(theme: Theme) -> Theme:
        return theme.replaced(words=tuple(word for word in theme.words if word not in own or word in others))

    return Themes(kept(theme) for theme in library.themes.entries)


def test_nine_of_ten_items_get_the_main_theme_set_by_hand(library: Library) -> None:
    assert _share_right(library, dict.fromkeys(LABELS, library.themes)) >= 0.9


def test_they_do_so_too_when_each_notice_is_held_out_with_all_words_that_only_it_holds(library: Library) -> None:
    held_out = {reference: _without_words_of(library, reference) for reference in LABELS}
    dropped = [
        sum(len(theme.words) for theme in library.themes.entries) - sum(len(theme.words) for theme in one.entries)
        for one in held_out.values()
    ]
    assert min(dropped) > 0
    assert _share_right(library, held_out) >= 0.9


def test_a_proposal_names_the_words_that_decided_those_of_the_heading_first(library: Library) -> None:
    item = Item(heading="新增普惠托位", clauses=(Clause(text="开展托育服务，提供婴幼儿照护。"),))
    first = library.themes.proposals(item)[0]
    assert first.theme == "托育托管"
    assert (first.in_heading, first.in_text) == (("托位",), ("托育", "婴幼儿照护"))
    assert first.words == ("托位", "托育", "婴幼儿照护")
    assert first.score == 5


def test_the_words_of_sub_entries_count(library: Library) -> None:
    entry = Entry(ordinal="（一）", heading="办好儿童之家", clauses=(Clause(text="改造儿童公园。"),))
    assert library.themes.of_item(Item(heading="优化环境", entries=(entry,)))[:1] == ("儿童友好",)


def test_without_a_word_no_theme_is_proposed(library: Library) -> None:
    assert library.themes.proposals(Item(heading="其他", clauses=(Clause(text="按要求办理。"),))) == ()


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("免费为农村适龄妇女开展两癌筛查", "妇女健康"),
        ("新建公办幼儿园12所，新增学位3000个", "教育资源"),
        ("为残疾儿童提供康复救助", "残疾儿童"),
        ("开展女性就业创业培训", "就业创业"),
        ("加强未成年人心理健康服务", "心理健康"),
        ("举办公益相亲交友活动", "婚恋家风"),
        ("建设妇女儿童维权服务站", "权益维护"),
        ("关爱农村留守儿童和困境儿童", "困境儿童"),
        ("实施儿童青少年近视防控工程", "优生优育"),
        ("开展儿童青少年防溺水和交通安全教育", "安全守护"),
        ("救助低收入患病妇女", "困难妇女"),
        ("创建儿童友好社区", "儿童友好"),
        ("开办小学生暑期公益托管班", "托育托管"),
        ("开展家庭教育讲座进社区", "家庭教育"),
        ("举办女性广场舞和健身比赛", "体育健身"),
        ("开展亲子阅读推广活动", "文化科普"),
    ],
)
def test_headings_as_other_places_write_them_get_their_theme(library: Library, heading: str, theme: str) -> None:
    assert library.themes.of_item(Item(heading=heading))[:1] == (theme,)
