"""The comparisons, made once."""

import pytest

from drafter.library import Library
from tests.handover.compared import Case, cases


@pytest.fixture(scope="session")
def made(library: Library) -> dict[str, Case]:
    """The comparisons by what they are of."""
    return cases(library)
