"""The faults that a careful reader has found in the five real notices are found, and no error is made up."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import check, readers
from drafter.index import Index
from drafter.library import Library
from drafter.model.finding import Finding, Severity
from tests.conftest import REFERENCES, ROOT

Fault = dict[str, Any]
SEEDS: dict[str, list[Fault]] = yaml.safe_load((Path(__file__).parent / "seed_faults.yaml").read_text(encoding="utf-8"))
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


@pytest.mark.parametrize("fault", SEEDS["faults"], ids=lambda one: f"{one['rule']}-{one['in']}-{one.get('item', '')}")
def test_a_fault_of_a_real_notice_is_found_where_it_stands(fault: Fault, checked: Check) -> None:
    assert _is_told(fault, checked(fault)) != ("missed" in fault)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_error_on_a_real_notice_has_been_read_and_is_one(reference: str, checked: Check) -> None:
    own = [one for kind in SEEDS.values() for one in kind if one["in"] == reference]
    named = {(one.get("as", one["rule"]), one["part"], one.get("item")) for one in own}
    errors = [one for one in checked({"in": reference}) if one.severity is Severity.ERROR]
    places = {(one.rule, one.where.part, one.where.ordinal if one.where.part == "item" else None) for one in errors}
    assert places <= named


def test_nearly_all_faults_are_found() -> None:
    missed = [one for one in SEEDS["faults"] if "missed" in one]
    assert len(missed) * 20 <= len(SEEDS["faults"])
