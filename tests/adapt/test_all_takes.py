"""Every item of the library taken by every issuer of the register: nothing foreign slips through unmarked.

What is foreign is told here by the registers and by one general expression for level words, not by what adapts.
"""

import re
from collections.abc import Iterator

import pytest

from drafter import drafting
from drafter.adapt import Edit
from drafter.library import Library
from drafter.library.registers import names_of
from drafter.model.draft import DraftItem
from drafter.model.registers import Issuer, Level
from tests.adapt.conftest import FOREIGN
from tests.adapt.test_takes import empty
from tests.conftest import ROOT

_SHIPPED = [one.place for one in Library(ROOT / "library").issuers.entries]
PLACES = [*_SHIPPED, *(one["place"] for one in FOREIGN["issuers"])]

# A level word: 全市 …, or one before an organ or grade; 城市, 小区, 市民, 区域 and the like are other words.
_SCOPE = re.compile(r"(?<![安健])[全我本]([省市区县])(?![场民域])")
_ORGAN = re.compile(
    r"(?<![城超都夜小社园景校街片老山厂辖各区])([省市区县])"
    r"(?:级|直|属|委|政府|人民政府|有关|[\u4e00-\u9fff]{0,9}?(?:局|厅|妇联|残联|总工会|法院|检察院|办公室|中心|科协))"
)
_TOWN = re.compile(r"[\u4e00-\u9fff]{2}(?<![各乡城村相关有关])镇(?!级)")
_BELOW = {
    Level.COUNTY: r"区县|县区|设区|各市(?!场)",
    Level.CITY: r"镇级|各镇|各乡镇|设区的市",
    Level.PROVINCE: r"镇级|各镇|各乡镇|各区县",
}


def _words_of(issuer: Issuer) -> str:
    return issuer.place[-1]


def _above(library: Library, issuer: Issuer) -> set[str]:
    """The names and stems of the places above an issuer."""
    found: set[str] = set()
    while issuer.superior:
        issuer = library.issuers.require(issuer.superior)
        found |= {issuer.place, issuer.stem}
    return found


def _foreign(text: str, library: Library, ours: Issuer, theirs: str) -> Iterator[tuple[int, int]]:
    """The spans of a text that are not right in a notice of ours; `theirs` is the level word of where it came from.

    The word of a place above ours is right (省级示范), unless it is the one that they mean themselves by.
    """
    above = _above(library, ours)
    right = {ours.place, ours.stem} | above
    levels = {_words_of(ours)} | {name[-1] for name in above} - {theirs}
    for other in library.issuers.entries:
        for name in {other.place, other.stem} - right:
            yield from (found.span() for found in re.finditer(name, text))
    yield from (found.span(1) for found in _SCOPE.finditer(text) if found[1] != _words_of(ours))
    yield from (found.span(1) for found in _ORGAN.finditer(text) if found[1] not in levels)
    for form in (_TOWN, re.compile(_BELOW[ours.level])):
        yield from (found.span() for found in form.finditer(text))


def _foreign_unit(name: str, library: Library, ours: Issuer) -> bool:
    """Whether a unit bears the level word of another level, a place not ours, or no name that is registered."""
    if re.match("各|有关|相关", name):
        return bool(re.search(_BELOW[ours.level], name))
    entry = library.units.find(name)
    levelled = re.match("(?:团|共青团)?([省市区县])", name)
    wrong_level = levelled is not None and levelled[1] != _words_of(ours)
    if entry is None or wrong_level or any(True for _ in _foreign(name, library, ours, "")):
        return True
    read = {one.replace("区", _words_of(ours), 1) for one in names_of(entry) if "区" in one[:3]}
    known = {*names_of(entry), *(read if ours.level == Level.COUNTY else ())}
    stem = name.replace(ours.place, "*").replace(ours.stem, "*")
    return name not in known and stem not in known


def _covered(span: tuple[int, int], marks: list[Edit]) -> bool:
    return any(mark.at <= span[0] and span[1] <= mark.at + len(mark.text) for mark in marks)


def _texts(item: DraftItem) -> Iterator[tuple[str, str]]:
    yield "标题", item.heading or ""
    for number, clause in enumerate(item.all_clauses, start=1):
        yield f"第{number}条", clause.text


def _slipped(library: Library, ours: Issuer, reference: str) -> Iterator[str]:
    """What of a take is foreign and not marked."""
    taking = drafting.take_with_edits(empty(library, ours.place), reference, library=library)
    item = taking.draft.items[0]
    theirs = reference.split("-", maxsplit=1)[0][-1]
    for where, text in _texts(item):
        marks = [mark for mark in taking.marks if mark.where == where]
        assert all(text[mark.at : mark.at + len(mark.text)] == mark.text for mark in marks)
        for start, end in _foreign(text, library, ours, theirs):
            if not _covered((start, end), marks):
                yield f"{reference}→{ours.place} {where} {text[max(0, start - 6) : end + 8]}"
    marked = {mark.text for mark in taking.marks if mark.where == "责任单位"}
    for unit in item.all_units:
        if unit not in marked and _foreign_unit(unit, library, ours):
            yield f"{reference}→{ours.place} 责任单位 {unit}"


@pytest.mark.parametrize("place", PLACES)
def test_no_foreign_name_slips_through_unmarked_in_any_take(wide: Library, place: str) -> None:
    ours = wide.issuers.require(place)
    tried, slipped = 0, []
    for reference, notice in wide.notices():
        if notice.issuer == ours.name:
            continue
        for number in range(1, len(notice.items) + 1):
            tried += 1
            slipped += list(_slipped(wide, ours, f"{reference}#{number}"))
    assert tried >= 30
    assert slipped == []


def test_the_expressions_of_this_test_find_what_is_foreign(wide: Library) -> None:
    ours = wide.issuers.require("临淄区")
    for text in ("全市培训", "报市妇联", "博山儿童", "淄川区", "在源泉镇", "各区县", "市级示范", "县公安局"):
        assert list(_foreign(text, wide, ours, "市")), text
    for text in ("全区培训", "报区妇联", "临淄儿童", "淄博市流动科技馆", "各镇（街道）", "城市书房", "市民", "小区内"):
        assert not list(_foreign(text, wide, ours, "市")), text
    for unit in ("市卫健委", "团市委", "博山公安分局", "源泉镇人民政府", "各区县", "区某某局"):
        assert _foreign_unit(unit, wide, ours), unit
    for unit in ("区卫健局", "团区委", "临淄公安分局", "各镇（街道）", "有关部门单位"):
        assert not _foreign_unit(unit, wide, ours), unit
