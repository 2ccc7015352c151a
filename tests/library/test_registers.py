"""The registers: every unit of the five notices known by any of its names, every item with its themes."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.errors import UnknownReference
from drafter.library import Library, lookup
from drafter.library.registers import names_of
from tests.conftest import REFERENCES

LABELS: dict[str, list[list[str]]] = yaml.load(
    (Path(__file__).parent / "item_themes.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)

# Fields of the two outlines 2021—2030 as their chapters are headed (妇女：健康 教育 经济 … ；儿童：健康 安全 …).
WOMEN = {
    "妇女与健康",
    "妇女与教育",
    "妇女与经济",
    "妇女参与决策和管理",
    "妇女与社会保障",
    "妇女与家庭建设",
    "妇女与环境",
    "妇女与法律",
}
CHILDREN = {
    "儿童与健康",
    "儿童与安全",
    "儿童与教育",
    "儿童与福利",
    "儿童与家庭",
    "儿童与环境",
    "儿童与法律保护",
}


@pytest.mark.parametrize(
    ("names", "refs"),
    [
        (
            ("区卫健局", "卫健局", "区卫生健康局", "卫生健康局", "博山区卫生健康局", "区卫生和计划生育局"),
            {
                *("临淄区-2026#2", "临淄区-2026#5", "博山区-2023#1", "博山区-2023#3", "博山区-2023#4"),
                *("博山区-2025#2", "博山区-2025#3", "博山区-2025#8", "淄博市-2024#3", "淄博市-2024#7"),
                *("淄博市-2024#8", "淄川区-2023#1"),
            },
        ),
        (
            ("区公安分局", "临淄公安分局", "公安局", "市公安局"),
            {"临淄区-2026#9", "博山区-2025#9", "淄博市-2024#8"},
        ),
        (("市医保局", "临淄医保分局", "医疗保障局"), {"临淄区-2026#10", "淄博市-2024#5"}),
        (
            ("区科协", "科协", "科学技术协会"),
            {"临淄区-2026#6", "博山区-2023#7", "博山区-2025#5", "淄博市-2024#9", "淄川区-2023#2"},
        ),
        (("区交通运输局", "区交通局", "交通局", "市交通运输局"), {"博山区-2025#6", "淄博市-2024#6"}),
    ],
)
def test_all_names_of_a_unit_find_the_same_items(library: Library, names: tuple[str, ...], refs: set[str]) -> None:
    found = {name: {one.ref for one in lookup.items(library, unit=name)} for name in names}
    assert found == dict.fromkeys(names, refs)


def test_every_unit_of_the_five_notices_is_known(library: Library) -> None:
    units = {unit for _, notice in library.notices() for item in notice.items for unit in item.all_units}
    assert {unit for unit in units if library.units.find(unit) is None} == set()


def test_no_name_belongs_to_two_units(library: Library) -> None:
    owners = defaultdict(set)
    for unit in library.units.entries:
        for name in names_of(unit):
            owners[name].add(unit.name)
            owners[name.replace("区", "县", 1)].add(unit.name)
    assert {name: units for name, units in owners.items() if len(units) > 1} == {}


def test_every_registered_name_finds_its_own_unit(library: Library) -> None:
    wrong = {}
    for unit in library.units.entries:
        for name in names_of(unit):
            found = library.units.find(name.replace("*", "淄川"))
            if found != unit:
                wrong[name] = found and found.name
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "same_as"),
    [
        ("区妇联", "市妇联"),
        ("团区委", "团市委"),
        ("区人社局", "市人力资源社会保障局"),
        ("区人力资源和社会保障局", "市人力资源社会保障局"),
        ("区文旅局", "市文化和旅游局"),
        ("县文旅局", "区文化和旅游局"),
        ("沂源县卫生健康局", "区卫健局"),
        ("区住建局", "区住房和城乡建设局"),
        ("区法院", "市法院"),
        ("县妇联", "区妇联"),
        ("淄博市妇联", "区妇联"),
        ("山东省妇联", "区妇联"),
        ("博山区委宣传部", "区委宣传部"),
        ("审批局", "区审批局"),
        ("消防大队", "区消防大队"),
    ],
)
def test_the_same_organ_at_another_level_is_the_same_unit(library: Library, name: str, same_as: str) -> None:
    assert library.units.find(name) is not None
    assert library.units.find(name) == library.units.find(same_as)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("区妇联", "区残联"),
        ("区法院", "区检察院"),
        ("区总工会", "区工信局"),
        ("区教体局", "区人社局"),
        ("区委宣传部", "区委组织部"),
        ("区司法局", "区市场监管局"),
        ("团区委", "区委办公室"),
    ],
)
def test_different_organs_are_different_units(library: Library, one: str, other: str) -> None:
    assert library.units.find(one) is not None
    assert library.units.find(other) is not None
    assert library.units.find(one) != library.units.find(other)


@pytest.mark.parametrize("name", ["", "区", "局", "区局", "卫键局", "某某公司", "火星管理局", "区不存在局"])
def test_what_is_no_registered_name_finds_no_unit(library: Library, name: str) -> None:
    assert library.units.find(name) is None


def test_there_are_ten_to_sixteen_themes_each_serving_a_field_of_an_outline(library: Library) -> None:
    themes = library.themes.entries
    assert 10 <= len(themes) <= 16
    assert len({theme.name for theme in themes}) == len(themes)
    for theme in themes:
        assert theme.women or theme.children
        assert set(theme.women) <= WOMEN
        assert set(theme.children) <= CHILDREN


def test_no_word_of_a_theme_holds_another_of_the_same_theme(library: Library) -> None:
    for theme in library.themes.entries:
        held = [(one, other) for one in theme.words for other in theme.words if one != other and one in other]
        assert held == [], theme.name
        assert len(set(theme.words)) == len(theme.words)


def test_each_item_of_the_library_has_one_to_three_registered_themes(library: Library) -> None:
    known = {theme.name for theme in library.themes.entries}
    for reference, notice in library.notices():
        for number, item in enumerate(notice.items, start=1):
            assert 1 <= len(item.themes) <= 3, f"{reference}#{number}"
            assert len(set(item.themes)) == len(item.themes)
            assert set(item.themes) <= known


def test_the_hand_labels_cover_the_library(library: Library) -> None:
    assert set(LABELS) == set(REFERENCES)
    assert {name: len(rows) for name, rows in LABELS.items()} == {
        name: len(notice.items) for name, notice in library.notices()
    }


@pytest.mark.parametrize("reference", REFERENCES)
def test_the_main_theme_given_by_hand_is_among_those_found(library: Library, reference: str) -> None:
    pairs = zip(library.notice(reference).items, LABELS[reference], strict=True)
    missing = [(item.heading, labels[0], item.themes) for item, labels in pairs if labels[0] not in item.themes]
    assert missing == []


def test_the_themes_found_agree_with_those_given_by_hand(library: Library) -> None:
    scores = []
    for reference, notice in library.notices():
        for item, labels in zip(notice.items, LABELS[reference], strict=True):
            found, wanted = set(item.themes), set(labels)
            scores.append(len(found & wanted) / len(found | wanted))
    assert len(scores) == 47
    assert sum(scores) / len(scores) >= 0.8


def test_each_issuer_has_a_superior_that_is_registered_one_level_up(library: Library) -> None:
    places = {issuer.place: issuer for issuer in library.issuers.entries}
    assert len(places) == len(library.issuers.entries)
    levels = ["province", "city", "county"]
    for issuer in places.values():
        if issuer.superior is None:
            assert issuer.level == "province"
        else:
            assert levels.index(places[issuer.superior].level) == levels.index(issuer.level) - 1
        assert issuer.place.startswith(issuer.stem)
        assert issuer.name.startswith(issuer.place)


def test_the_issuers_of_the_five_notices_are_registered_with_the_codes_they_print(library: Library) -> None:
    for reference, notice in library.notices():
        issuer = library.issuers.require(notice.issuer)
        assert reference == f"{issuer.place}-{notice.year}"
        assert notice.doc_number is not None
        assert issuer.agency_code == notice.doc_number.agency_code


@pytest.mark.parametrize("name", ["博山区", "博山", "博山区人民政府办公室"])
def test_an_issuer_is_found_by_place_stem_or_full_name(library: Library, name: str) -> None:
    assert library.issuers.require(name).place == "博山区"


@pytest.mark.parametrize(
    ("asked", "name", "near"),
    [
        ({"theme": "托育"}, "托育", "托育托管"),
        ({"theme": "妇女的健康"}, "妇女的健康", "妇女健康"),
        ({"unit": "区卫生键康局"}, "区卫生键康局", "区卫生健康局"),
        ({"unit": "区复联"}, "区复联", "区妇联"),
        ({"issuer": "博山县"}, "博山县", "博山区"),
        ({"issuer": "临菑区"}, "临菑区", "临淄区"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_known_ones(
    library: Library, asked: dict[str, Any], name: str, near: str
) -> None:
    with pytest.raises(UnknownReference, match=f"“{name}”.*{near}.*请"):
        lookup.items(library, **asked)
