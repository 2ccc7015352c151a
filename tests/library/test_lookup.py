"""Looking things up: what each filter finds, and counts that agree with a recount."""

from collections import Counter

import pytest

from drafter.library import Library, lookup
from drafter.model.notice import Entry, Item, Notice
from drafter.workspace import Workspace


def _refs(found: list[lookup.Found]) -> list[str]:
    return [one.ref for one in found]


def test_without_a_filter_all_47_items_are_found_in_order_of_reference(library: Library) -> None:
    found = lookup.items(library)
    assert len(found) == 47
    assert _refs(found)[:2] == ["临淄区-2026#1", "临淄区-2026#2"]
    assert Counter(one.ref.split("#")[0] for one in found) == {
        "临淄区-2026": 10,
        "博山区-2023": 9,
        "博山区-2025": 10,
        "淄博市-2024": 10,
        "淄川区-2023": 8,
    }


def test_what_is_found_is_the_item_of_its_reference(library: Library) -> None:
    one = next(one for one in lookup.items(library) if one.ref == "博山区-2025#6")
    assert (one.issuer, one.year, one.item.heading) == ("博山区人民政府办公室", 2025, "实施儿童友好生活圈建设行动")


@pytest.mark.parametrize("issuer", ["博山区", "博山", "博山区人民政府办公室"])
def test_an_issuer_is_found_by_any_of_its_names(library: Library, issuer: str) -> None:
    assert {one.ref.split("#")[0] for one in lookup.items(library, issuer=issuer)} == {"博山区-2023", "博山区-2025"}


def test_a_registered_issuer_without_a_notice_has_no_items(library: Library) -> None:
    assert lookup.items(library, issuer="周村区") == []


def test_a_year_finds_the_items_of_all_issuers_of_that_year(library: Library) -> None:
    assert len(lookup.items(library, year=2023)) == 17
    assert lookup.items(library, year=2022) == []


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("戏曲进校园", ["博山区-2023#7", "博山区-2025#5", "淄博市-2024#9"]),
        ("HPV", ["博山区-2025#8", "淄博市-2024#3"]),
        ("hpv 疫苗", ["博山区-2025#8", "淄博市-2024#3"]),
        ("研学定制公交", ["博山区-2025#6"]),
        ("困难妇女群体加强专项", ["博山区-2023#6"]),
        ("巾帼创业创新", ["博山区-2023#5"]),
        ("从未写过的话", []),
    ],
)
def test_words_are_found_in_heading_and_text_with_blanks_and_case_ignored(
    library: Library, text: str, refs: list[str]
) -> None:
    assert _refs(lookup.items(library, text=text)) == refs


def test_a_theme_finds_the_items_that_carry_it(library: Library) -> None:
    assert _refs(lookup.items(library, theme="残疾儿童")) == [
        f"{reference}#{number}"
        for reference, notice in library.notices()
        for number, item in enumerate(notice.items, start=1)
        if "残疾儿童" in item.themes
    ]
    assert "淄川区-2023#7" in _refs(lookup.items(library, theme="残疾儿童"))


def test_all_filters_together_find_what_fits_each_of_them(library: Library) -> None:
    found = lookup.items(library, theme="妇女健康", unit="妇联", issuer="博山", year=2025, text="“两癌”")
    assert _refs(found) == ["博山区-2025#2"]
    assert lookup.items(library, theme="妇女健康", unit="妇联", issuer="博山", year=2023, text="保险") == []


def test_a_part_of_a_units_name_finds_the_items_that_name_it(library: Library) -> None:
    assert _refs(lookup.items(library, unit="白塔镇")) == ["博山区-2023#2"]


def test_units_and_words_of_sub_entries_are_found_too(workspace: Workspace) -> None:
    entry = Entry(ordinal="（一）", clauses=("慰问孤儿30人。",), units=("区民政局",))
    item = Item(heading="关爱", entries=(entry,), units=("区妇联",), themes=("困境儿童",))
    workspace.library.store(Notice(issuer="周村区人民政府办公室", year=2025, form="direct", title="甲", items=(item,)))
    for unit in ("民政局", "妇联"):
        assert "周村区-2025#1" in _refs(lookup.items(workspace.library, unit=unit))
    assert _refs(lookup.items(workspace.library, text="慰问孤儿")) == ["周村区-2025#1"]
    assert "困境儿童" in lookup.matrix(workspace.library).themes


def test_the_matrix_counts_are_those_of_a_recount(library: Library) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for _, notice in library.notices():
        for item in notice.items:
            named = {unit.name for unit in map(library.units.find, item.all_units) if unit}
            counted.update((theme, unit) for theme in item.themes for unit in named)
    matrix = lookup.matrix(library)
    assert {(theme, unit): count for theme, row in matrix.counts.items() for unit, count in row.items()} == counted
    assert matrix.counts["残疾儿童"]["残联组织"] == len(lookup.items(library, theme="残疾儿童", unit="区残联"))


def test_the_matrix_has_every_theme_and_unit_of_the_library_the_most_frequent_first(library: Library) -> None:
    matrix = lookup.matrix(library)
    items = [item for _, notice in library.notices() for item in notice.items]
    assert set(matrix.themes) == {theme for item in items for theme in item.themes}
    named = {library.units.find(unit) for item in items for unit in item.all_units}
    assert set(matrix.units) == {unit.name for unit in named if unit}
    by_theme = [sum(matrix.counts[theme].values()) for theme in matrix.themes]
    by_unit = [sum(row.get(unit, 0) for row in matrix.counts.values()) for unit in matrix.units]
    assert by_theme == sorted(by_theme, reverse=True)
    assert by_unit == sorted(by_unit, reverse=True)


def test_the_use_of_units_and_themes_is_counted_by_items(library: Library) -> None:
    units, themes = lookup.unit_use(library), lookup.theme_use(library)
    for theme in library.themes.entries:
        assert themes[theme.name] == len(lookup.items(library, theme=theme.name))
    for name in ("区妇联", "卫健局", "团区委", "区人武部"):
        unit = library.units.find(name)
        assert unit is not None
        assert units[unit.name] == len(lookup.items(library, unit=name))
    assert sum(themes.values()) == sum(len(one.item.themes) for one in lookup.items(library))
