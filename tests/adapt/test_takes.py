"""Takes across offices, one by one: the text that is to come of each was written by hand from the sources."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import drafting
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Item
from drafter.model.references import Reference
from tests.conftest import REFERENCES

TAKES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "takes.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)["takes"]


def _names(row: dict[str, Any]) -> str:
    return f"{row['take']}→{row['by']}"


def empty(library: Library, place: str, year: int = 2027) -> Draft:
    """A draft of a place without an item, for which nothing but its registers and notices speaks."""
    issuer = library.issuers.require(place)
    return Draft(place=issuer.place, issuer=issuer.name, year=year, form="issue", title="清单")


def test_the_table_has_rows_enough_of_every_notice_and_for_offices_of_every_kind() -> None:
    assert len({_names(row) for row in TAKES}) == len(TAKES) >= 44
    notices = Counter(row["take"].split("#")[0] for row in TAKES)
    assert all(notices[reference] >= 5 for reference in REFERENCES)
    for reference in REFERENCES:
        assert len({row["by"] for row in TAKES if row["take"].startswith(reference)}) >= 2
    assert {row["by"][-1] for row in TAKES} == {"省", "市", "区", "县"}


@pytest.mark.parametrize("row", TAKES, ids=_names)
def test_an_item_of_another_office_is_taken_in_our_words(wide: Library, row: dict[str, Any]) -> None:
    source: Item = wide.item(Reference.parse(row["take"]))
    item = drafting.take(empty(wide, row["by"]), row["take"], library=wide).items[0]
    assert item.heading == row.get("heading", source.heading)
    wanted = row.get("clauses", {})
    assert [clause.text for clause in item.clauses] == [
        wanted.get(str(number), clause.text) for number, clause in enumerate(source.clauses, start=1)
    ]
    assert list(item.units) == row.get("units", list(source.units))
    assert item.units_as_printed == row.get("printed")
    assert item.origin == row["take"]


@pytest.mark.parametrize("row", TAKES, ids=_names)
def test_what_cannot_be_mapped_is_marked_and_nothing_else(wide: Library, row: dict[str, Any]) -> None:
    taking = drafting.take_with_edits(empty(wide, row["by"]), row["take"], library=wide)
    left = [mark.text for mark in taking.marks]
    missing = []
    for word in row.get("marks", []):
        held = next((text for text in left if word in text), None)
        if held is None:
            missing.append(word)
        else:
            left.remove(held)
    assert (missing, left) == ([], [])
    assert all(mark.reason and mark.new is None for mark in taking.marks)
