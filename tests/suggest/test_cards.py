"""Cards: copies through the years as one, with history, source and warnings; the order that a drafter meets."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import suggest
from drafter.errors import UnknownReference
from drafter.library import Library
from drafter.model.suggestion import Card
from drafter.suggest import Context, Wanted
from drafter.suggest.history import figures_of, same_figures
from drafter.workspace import Workspace
from tests.suggest.making import store

FIGURES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)
CLAUSE = "为家长开办亲子手语兴趣班{}期。"


def values(card: Card) -> list[list[str | None]]:
    """The figures of a card's history, year after year."""
    return [[f"{point.year} {point.text}" for point in series.points] for series in card.history]


@pytest.mark.parametrize("query", ["每千人口托位数", "托位", "残疾儿童康复救助", "戏曲进校园", "给妇女检查两癌"])
def test_a_bare_text_has_its_cards_in_the_order_of_likeness_alone(library: Library, query: str) -> None:
    cards = suggest.cards(query, library)
    assert cards[0].ref == suggest.similar(query, library, limit=1)[0].ref
    assert [card.score for card in cards] == sorted((card.score for card in cards), reverse=True)


def test_one_commitment_through_the_years_is_one_card_with_its_figures(library: Library) -> None:
    cards = suggest.cards("每千人口3岁以下婴幼儿托位数", library)
    assert [one.ref for one in cards[0].years] == ["博山区-2023#1.1", "博山区-2025#3.1"]
    assert values(cards[0]) == [["2023 达到3.8个", "2025 达到4.7个"]]
    assert not cards[0].origins & {card.ref for card in cards[1:]}


def test_copies_of_another_office_are_cards_of_their_own(library: Library) -> None:
    cards = suggest.cards("残疾儿童康复救助", library, limit=10)
    places = {card.ref.split("-")[0] for card in cards}
    assert places == {"临淄区", "博山区", "淄博市", "淄川区"}
    assert all({one.ref.split("-")[0] for one in card.years} == {card.ref.split("-")[0]} for card in cards)


def test_a_year_left_out_and_new_words_do_not_break_a_history(workspace: Workspace) -> None:
    for year, clause in (
        (2020, "为家长开办亲子手语兴趣班3期。"),
        (2021, "为家长开办亲子手语兴趣班4期。"),
        (2023, "面向家长和教师开办亲子手语兴趣班6期。"),
        (2024, "面向家长、教师和志愿者，开办亲子手语兴趣班5期，提升沟通能力。"),
    ):
        store(workspace.library, "张店区", year, "清扫楼道。", clause)
    card = suggest.cards("亲子手语兴趣班", workspace.library, limit=1)[0]
    assert [one.year for one in card.years] == [2020, 2021, 2023, 2024]
    assert values(card) == [["2020 3期", "2021 4期", "2023 6期", "2024 5期"]]


@pytest.mark.parametrize("case", FIGURES, ids=[one["of"] for one in FIGURES])
def test_only_figures_of_the_same_thing_are_followed(case: dict[str, Any]) -> None:
    olds, news = figures_of(case["old"]), figures_of(case["new"])
    pairs = [[olds[old].target.text, news[new].target.text] for old, new in same_figures(olds, news).items()]
    assert pairs == case["same"]


def test_a_card_says_why_and_where_it_stands(library: Library) -> None:
    card = suggest.cards("儿童康复救助", library, limit=1)[0]
    assert any("康复救助" in reason for reason in card.why)
    assert card.source
    assert card.source.endswith("号")
    every = [card for query in ("托育", "妇联", "宝妈找活干", "打疫苗") for card in suggest.cards(query, library)]
    assert every
    assert all(card.why and all(card.why) for card in every)


def test_words_of_the_same_meaning_are_told(library: Library) -> None:
    cards = suggest.cards("放假孩子没人看", library)
    assert any("近“" in reason for card in cards for reason in card.why)


def test_nothing_close_enough_is_an_answer(library: Library) -> None:
    assert suggest.cards("修建跨海大桥和机场航站楼", library) == []
    assert suggest.cards("qqqq", library) == []


def test_who_asks_turns_near_ties_round(workspace: Workspace) -> None:
    for place in ("沂源县", "淄博市", "张店区"):
        store(workspace.library, place, 2022, CLAUSE.format(3))
    for place, first in (("张店区", "张店区"), ("沂源县", "沂源县"), ("淄川区", "淄博市")):
        context = Context.of_place(workspace.library, place)
        found = suggest.cards("亲子手语兴趣班", workspace.library, limit=3, context=context)
        assert found[0].ref == f"{first}-2022#1.1"
    neighbours = suggest.cards(
        "亲子手语兴趣班", workspace.library, context=Context.of_place(workspace.library, "张店区")
    )
    assert [card.ref.split("-")[0] for card in neighbours[:3]] == ["张店区", "淄博市", "沂源县"]


@pytest.mark.parametrize(
    ("first", "context"),
    [
        ({"themes": ["权益维护"]}, Context(themes=("权益维护",))),
        ({"units": ["区司法局"]}, Context(units=("市司法局",))),
    ],
    ids=["theme", "unit"],
)
def test_the_same_theme_and_the_same_unit_weigh_in(
    workspace: Workspace, first: dict[str, Any], context: Context
) -> None:
    store(workspace.library, "桓台县", 2024, CLAUSE.format(3))
    store(workspace.library, "高青县", 2024, CLAUSE.format(3), **first)
    cards = suggest.cards("亲子手语兴趣班", workspace.library, context=context)
    assert cards[0].ref == "高青县-2024#1.1"


def test_the_score_shown_is_the_likeness_whoever_asks(library: Library) -> None:
    plain = {card.ref: card.score for card in suggest.cards("残疾儿童康复救助", library, limit=10)}
    ours = suggest.cards("残疾儿童康复救助", library, limit=10, context=Context.of_place(library, "淄川区"))
    assert {card.ref: card.score for card in ours} == plain


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(place="临淄区"), lambda card: card.ref.startswith("临淄区-")),
        (Wanted(year=2023), lambda card: card.year == 2023),
        (Wanted(theme="就业创业"), lambda card: "就业创业" in card.themes),
        (Wanted(unit="卫健局"), lambda card: any("卫" in unit for unit in card.units)),
    ],
    ids=["place", "year", "theme", "unit"],
)
def test_only_what_is_wanted_is_found(library: Library, wanted: Wanted, fits: Any) -> None:
    cards = suggest.cards("开展妇女技能培训和健康检查", library, limit=20, wanted=wanted)
    assert cards
    assert all(map(fits, cards))


def test_an_office_that_is_not_registered_is_named(library: Library) -> None:
    with pytest.raises(UnknownReference, match="某某区"):
        Context.of_place(library, "某某区")


@pytest.mark.parametrize(
    ("clause", "warned"),
    [
        ("2024年底前办好亲子手语兴趣班。", "2024年"),
        ("在2024—2025学年开办亲子手语兴趣班。", "2024—2025学年"),
        ("新建亲子手语活动馆。", "新建"),
        ("举办第三届亲子手语节。", "届"),
        ("亲子手语平台上线试运行。", "上线"),
    ],
)
def test_a_year_and_a_thing_done_once_are_warned_of(workspace: Workspace, clause: str, warned: str) -> None:
    store(workspace.library, "张店区", 2024, clause)
    card = suggest.cards("亲子手语", workspace.library, limit=1)[0]
    assert [warned in text for text in card.warnings] == [True]


@pytest.mark.parametrize(
    "clause",
    ["新建亲子手语活动室3处。", "线上线下开展亲子手语教学。", "为应届毕业生开设亲子手语班。", "每年开办亲子手语班。"],
)
def test_what_can_be_done_each_year_is_not_warned_of(workspace: Workspace, clause: str) -> None:
    store(workspace.library, "张店区", 2024, clause)
    assert suggest.cards("亲子手语", workspace.library, limit=1)[0].warnings == ()


def test_a_unit_that_the_register_lacks_is_warned_of(workspace: Workspace) -> None:
    store(workspace.library, "张店区", 2024, CLAUSE.format(3), units=["区妇联", "区手语推广办公室"])
    card = suggest.cards("亲子手语兴趣班", workspace.library, limit=1)[0]
    assert [text for text in card.warnings if "区手语推广办公室" in text and "区妇联" not in text]


def test_units_of_another_place_are_warned_of_where_it_is_known_who_asks(library: Library) -> None:
    query = "开发儿童友好实践基地服务地图"
    wanted = Wanted(place="博山区")
    ours = suggest.cards(query, library, limit=1, context=Context.of_place(library, "临淄区"), wanted=wanted)[0]
    assert any("八陡镇人民政府" in text for text in ours.warnings)
    own = suggest.cards(query, library, limit=1, context=Context.of_place(library, "博山区"), wanted=wanted)[0]
    assert not any("八陡镇人民政府" in text for text in own.warnings)


def test_a_figure_below_that_of_another_year_is_warned_of(library: Library) -> None:
    newest = suggest.cards("戏曲进校园活动", library, limit=1, wanted=Wanted(place="博山区", year=2025))[0]
    assert "指标“6场”低于2023年的“10场”" in newest.warnings
    older = suggest.cards("婴幼儿托位数", library, limit=1, wanted=Wanted(place="博山区", year=2023))[0]
    assert "指标“达到3.8个”低于2025年的“达到4.7个”" in older.warnings


def test_of_an_upper_limit_less_is_no_fault(workspace: Workspace) -> None:
    for year, days in ((2023, 10), (2024, 5)):
        store(workspace.library, "张店区", year, f"亲子手语证书办理时间不超过{days}个工作日。")
    card = suggest.cards("亲子手语证书办理时间", workspace.library, limit=1)[0]
    assert card.warnings == ()


def test_a_notice_under_a_name_of_its_own_is_found_too(workspace: Workspace) -> None:
    path = workspace.library.path_of("淄川区-2023")
    path.rename(path.with_name("淄川旧通知.yaml"))
    card = suggest.cards("孤独症儿童康复训练", workspace.library, limit=1)[0]
    assert card.ref.startswith("淄川旧通知#7")
    assert [one.year for one in card.years] == [2023]


def test_a_notice_that_cannot_be_read_is_named_and_the_rest_is_searched(workspace: Workspace) -> None:
    path = workspace.library.path_of("淄川区-2023")
    path.write_text("schema: 1\nissuer: [", encoding="utf-8")
    shelf = suggest.Shelf(workspace.library)
    assert [name for name, _ in shelf.faults] == ["淄川区-2023"]
    assert suggest.cards("残疾儿童康复救助", shelf)
