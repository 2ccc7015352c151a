"""A fault planted in a clean notice is found, and no error about anything else appears.

Each failing case is a clean notice of one of the two forms with one thing spoilt; `also` names the rules that the same
spoilt thing breaks as well.
"""

from pathlib import Path

import pytest

from drafter.check import catalogue
from drafter.check.rule import Need, Rule
from drafter.library import Library
from drafter.model.finding import Severity
from tests.check import cases

pytestmark = pytest.mark.long
# what these need is given by the case alone; a document of another maker breaks several rules of the page at once
_APART = {Need.DOCUMENT}


def _found(case: cases.Case, library: Library, folder: Path) -> set[str]:
    errors = {one.rule for one in cases.run_all(case, library, folder) if one.severity is Severity.ERROR}
    return errors - set(case.get("also", []))


@pytest.mark.parametrize("one", catalogue.rules(), ids=lambda one: one.slug)
def test_a_planted_fault_brings_no_unrelated_error(one: Rule, library: Library, tmp_path: Path) -> None:
    if _APART & set(one.needs):
        pytest.skip("judged by the document alone")
    for case in cases.of(one.slug)["fails"]:
        assert _found(case, library, tmp_path) <= {one.slug}, case
