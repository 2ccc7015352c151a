"""The five notices of the library, read and compared with what a person took from them by hand."""

from functools import cache
from typing import Any

import pytest

from drafter.model.notice import Contacts
from drafter.model.results import Reading
from drafter.readers import read
from drafter.text import contacts
from tests.conftest import REFERENCES
from tests.readers.five import Expected, expected, path_of


@cache
def reading(reference: str) -> Reading:
    """The reading of a source, made once."""
    return read(path_of(reference))


def or_none(value: str) -> str | None:
    """Null is spelt out in the hand-made files."""
    return None if value == "null" else value


def item_cases() -> list[Any]:
    """Each item with what it should be."""
    return [
        pytest.param(reference, number, item, id=f"{reference}-{item['ordinal']}-{item['heading']}")
        for reference in REFERENCES
        for number, item in enumerate(expected(reference)["items"])
    ]


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize(
    "field", ["title", "issuer", "recipients", "list_title", "contact_line", "signature", "disclosure"]
)
def test_a_line_of_its_own_is_where_it_belongs(reference: str, field: str) -> None:
    assert getattr(reading(reference).notice, field) == or_none(expected(reference)[field])


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("field", ["opening", "closing", "copies_to"])
def test_paragraphs_and_lists_are_whole_and_in_order(reference: str, field: str) -> None:
    assert list(getattr(reading(reference).notice, field)) == expected(reference)[field]


@pytest.mark.parametrize("reference", REFERENCES)
def test_number_year_date_and_form_are_read(reference: str) -> None:
    notice, right = reading(reference).notice, expected(reference)
    assert str(notice.doc_number) == right["doc_number"]
    assert str(notice.year) == right["year"]
    assert (notice.date.isoformat() if notice.date else None) == or_none(right["date"])
    assert notice.form.value == right["form"]


@pytest.mark.parametrize("reference", REFERENCES)
def test_there_are_as_many_items_as_printed(reference: str) -> None:
    assert len(reading(reference).notice.items) == len(expected(reference)["items"])


@pytest.mark.parametrize(("reference", "number", "right"), item_cases())
def test_an_item_is_read_whole(reference: str, number: int, right: Expected) -> None:
    item = reading(reference).notice.items[number]
    assert item.ordinal == right["ordinal"]
    assert item.heading == right["heading"]
    assert item.body == right["body"]
    assert list(item.units) == right["units"]
    printed = or_none(right["units_as_printed"])
    assert item.units_as_printed == (f"责任单位：{printed}" if printed else None)
    assert (item.lead_units, item.leader, item.deadline, item.entries) == (None, None, None, ())


@pytest.mark.parametrize("reference", REFERENCES)
def test_contacts_are_those_in_the_closing_and_the_contact_line(reference: str) -> None:
    notice = reading(reference).notice
    found = contacts.find([*notice.closing, *([notice.contact_line] if notice.contact_line else [])])
    assert found == Contacts(**expected(reference)["contacts"])


@pytest.mark.parametrize("reference", REFERENCES)
def test_tables_are_read_cell_by_cell(reference: str) -> None:
    found = [(a.title, list(a.columns), [list(row) for row in a.rows]) for a in reading(reference).notice.attachments]
    right = [(a["title"], a["columns"], a["rows"]) for a in expected(reference)["attachments"]]
    assert found == right


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_repair_and_doubt_is_told_at_its_place_and_no_other(reference: str) -> None:
    told = {(problem.code, problem.where) for problem in reading(reference).problems}
    right = {
        (problem["code"], "文末" if problem["line"] == "null" else f"第{problem['line']}行")
        for problem in expected(reference)["problems"]
    }
    assert told == right


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_problem_shows_the_line_as_it_was_printed(reference: str) -> None:
    lines = path_of(reference).read_text("utf-8").splitlines()
    for problem in reading(reference).problems:
        assert problem.message
        if problem.code == "attach-missing":
            assert problem.printed
            assert problem.printed in lines[int(problem.where.strip("第行")) - 1]
        elif problem.where != "文末" and problem.printed and problem.code not in ("title-elements", "title-break"):
            assert lines[int(problem.where.strip("第行")) - 1].rstrip() == problem.printed.rstrip()
