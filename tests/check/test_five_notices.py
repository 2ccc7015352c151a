"""The five real notices as received: what a careful reader finds in them is found, and no error is a false one."""

from functools import cache
from typing import Any

import pytest
import yaml

from drafter import check, readers
from drafter.library import Library
from drafter.model.finding import Finding, Severity
from tests.check.cases import HERE
from tests.conftest import REFERENCES, ROOT

_READ: dict[str, Any] = yaml.safe_load((HERE / "five.yaml").read_text(encoding="utf-8"))
_FAULTS = [(name, fault) for name, faults in _READ["faults"].items() for fault in faults]


@cache
def _found(reference: str) -> tuple[Finding, ...]:
    reading = readers.read(ROOT / "library" / "sources" / f"{reference}.txt")
    return check.run(reading.notice, library=Library(ROOT / "library"), problems=reading.problems)


@pytest.mark.parametrize(("reference", "fault"), _FAULTS)
def test_a_fault_of_a_real_notice_is_found(reference: str, fault: str) -> None:
    slug, _, item = fault.partition(" ")
    places = [(one.where.part, one.where.ordinal) for one in _found(reference) if one.rule == slug]
    assert places
    if item:
        assert ("item", int(item)) in places


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_error_in_a_real_notice_has_been_read_and_is_one(reference: str) -> None:
    errors = {one.rule for one in _found(reference) if one.severity is Severity.ERROR}
    assert errors == set(_READ["errors"][reference])
