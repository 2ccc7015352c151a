"""The faults that a careful reader has found in the five real notices are found, and no error is made up."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from drafter import check, readers
from drafter.index import Index
from drafter.library import Library
from drafter.model.finding import Finding, Severity
from tests.check import cases
from tests.conftest import REFERENCES, ROOT

Fault = dict[str, Any]
SEEDS: dict[str, Any] = cases.data(cases.HERE / "seed_faults.yaml")
Check = Callable[[Fault], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def checked(library: Library) -> Check:
    """What a check finds on a fault's notice as received, beside the notices that the fault names."""
    readings = cache(lambda name: readers.read(ROOT / "library" / "sources" / f"{name}.txt"))
    index = Index.open(library)

    @cache
    def run(name: str, against: str | None, superior: str | None, *, neighbours: bool) -> tuple[Finding, ...]:
        return check.run(
            readings(name).notice,
            library=library,
            problems=readings(name).problems,
            against=readings(against).notice if against else None,
            superior=readings(superior).notice if superior else None,
            index=index if neighbours else None,
        )

    return lambda one: run(one["in"], one.get("against"), one.get("superior"), neighbours=one.get("neighbours", False))


def _is_told(fault: Fault, found: tuple[Finding, ...]) -> bool:
    wanted = fault.get("as", fault["rule"]), fault["part"], fault.get("item")
    return any(
        (one.rule, one.where.part, one.where.ordinal if fault["part"] == "item" else None) == wanted
        and fault.get("text", "") in one.excerpt + one.message
        for one in found
    )


FAULTS: list[Fault] = [*SEEDS["faults"], *SEEDS["also"]]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: f"{one['rule']}-{one['in']}-{one.get('item', '')}")
def test_a_fault_of_a_real_notice_is_found_where_it_stands(fault: Fault, checked: Check) -> None:
    assert _is_told(fault, checked(fault))


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_error_on_a_real_notice_has_been_read_and_is_one(reference: str, checked: Check) -> None:
    named = {(one.get("as", one["rule"]), one["part"], one.get("item")) for one in FAULTS if one["in"] == reference}
    errors = [one for one in checked({"in": reference}) if one.severity is Severity.ERROR]
    places = {(one.rule, one.where.part, one.where.ordinal if one.where.part == "item" else None) for one in errors}
    assert places <= named
    assert {one.rule for one in errors} == set(SEEDS["errors"][reference])
