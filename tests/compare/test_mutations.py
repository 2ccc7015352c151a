"""Made-up next years of the shipped notices: each recorded change is found again, and nothing else is claimed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from drafter import compare
from drafter.library import Library
from drafter.model.comparison import Comparison, Relation, TargetKind
from drafter.model.notice import Notice
from tests.compare.mutating import STEPS, NextYear, Truth
from tests.conftest import REFERENCES

CASES = 320
STEPS_A_CASE = (2, 3, 4, 5, 6, 7)


@dataclass(frozen=True)
class Case:
    """A notice, its next year, what was done, and what the comparison says."""

    name: str
    old: Notice
    new: Notice
    truth: Truth
    found: Comparison


@pytest.fixture(scope="module")
def cases(library: Library) -> list[Case]:
    """All made-up years, with fixed seeds."""
    return list(_cases(library))


def _cases(library: Library) -> Iterator[Case]:
    for seed in range(CASES):
        reference = REFERENCES[seed % len(REFERENCES)]
        old = library.notice(reference)
        new, truth = NextYear(old, seed).changed(STEPS_A_CASE[seed % len(STEPS_A_CASE)])
        yield Case(f"{reference} {seed} {truth.done}", old, new, truth, compare.notices(old, new))


def _share(found: Counter[object], told: Counter[object]) -> float:
    """How much of all that is found or recorded is both."""
    return sum((found & told).values()) / sum((found | told).values())


def test_the_made_up_years_hold_every_kind_of_change_often(cases: list[Case]) -> None:
    done = Counter(name for case in cases for name in case.truth.done)
    assert set(done) == {step.__name__ for step in STEPS} | {"reorder"}
    assert min(done.values()) >= CASES / 8


def test_items_are_related_as_recorded(cases: list[Case]) -> None:
    found: Counter[object] = Counter()
    told: Counter[object] = Counter()
    for case in cases:
        found.update((case.name, item.relation.value, item.old, item.new) for item in case.found.items)
        told.update((case.name, *relation) for relation in case.truth.relations)
    assert _share(found, told) >= 0.97


def test_no_certain_link_is_wrong(cases: list[Case]) -> None:
    wrong = [
        (case.name, clause.old, clause.new)
        for case in cases
        for item in case.found.items
        for clause in item.clauses
        if clause.old and clause.new and clause.certain
        and ((clause.old_item, clause.old_position), (clause.new_item, clause.new_position)) not in case.truth.links
    ]  # fmt: skip
    assert wrong == []


def test_the_targets_that_changed_are_told(cases: list[Case]) -> None:
    found: Counter[object] = Counter()
    told: Counter[object] = Counter()
    for case in cases:
        found.update(
            (case.name, one.change.value, one.old, one.new)
            for item in case.found.items
            for one in item.targets
            if one.change is not TargetKind.SAME
        )
        told.update((case.name, *target) for target in case.truth.targets)
    assert _share(found, told) >= 0.98


def test_the_units_that_came_and_went_are_told(cases: list[Case]) -> None:
    found: Counter[object] = Counter()
    told: Counter[object] = Counter()
    for case in cases:
        told.update((case.name, *unit) for unit in case.truth.units)
        for item in case.found.items:
            if item.relation not in (Relation.NEW, Relation.DROPPED):
                found.update((case.name, "added", unit) for unit in item.units.added)
                found.update((case.name, "removed", unit) for unit in item.units.removed)
    assert _share(found, told) >= 0.98


def test_all_old_clauses_make_up_the_old_notice_and_all_new_ones_the_new(cases: list[Case]) -> None:
    for case in cases:
        assert _text(case.found, "old") == _all(case.old), case.name
        assert _text(case.found, "new") == _all(case.new), case.name


def _text(found: Comparison, side: str) -> dict[tuple[int, int], str]:
    """The clauses of a side by place, put together again from the rows of all items."""
    parts: dict[tuple[int, int], dict[int, str]] = {}
    for item in found.items:
        for clause in item.clauses:
            text = getattr(clause, side)
            if text is not None:
                place = getattr(clause, f"{side}_item"), getattr(clause, f"{side}_position")
                parts.setdefault(place, {})[getattr(clause, f"{side}_part") or 0] = text
    return {place: "".join(text for _, text in sorted(texts.items())) for place, texts in parts.items()}


def _all(notice: Notice) -> dict[tuple[int, int], str]:
    return {
        (number, position): clause.text
        for number, item in enumerate(notice.items, start=1)
        for position, clause in enumerate(item.all_clauses, start=1)
    }


def test_comparing_again_says_the_same(cases: list[Case]) -> None:
    for case in cases[:20]:
        assert compare.notices(case.old, case.new) == case.found
