"""The queries with their right clauses: the file itself is sound, whatever is suggested for them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.library import Library
from drafter.model.references import Reference
from tests.conftest import REFERENCES


def _read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load(
        Path(__file__).with_name(name).read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
    )
    return found


FIRST = _read("queries.yaml")
QUERIES = [*FIRST, *_read("queries_more.yaml")]
KINDS = ("loose", "keyword", "formal", "none")
HALVES = ("tune", "judge")


def _folded(query: str) -> str:
    return "".join(sign for sign in query if sign.isalnum())


def test_every_query_has_its_fields_and_no_others() -> None:
    for one in QUERIES:
        assert set(one) - {"note"} == {"query", "kind", "half", "right"}, one
        assert one["query"].strip(), one
        assert one["kind"] in KINDS, one
        assert one["half"] in HALVES, one


def test_there_are_at_least_60_queries_and_10_without_an_answer() -> None:
    kinds = Counter(one["kind"] for one in QUERIES)
    assert kinds.total() >= 60
    assert kinds["none"] >= 10
    assert set(kinds) == set(KINDS)


def test_no_query_stands_twice() -> None:
    counted = Counter(_folded(one["query"]) for one in QUERIES)
    assert [query for query, times in counted.items() if times > 1] == []


def test_a_query_has_right_clauses_unless_it_has_no_answer() -> None:
    wrong = [one["query"] for one in QUERIES if bool(one["right"]) == (one["kind"] == "none")]
    assert wrong == []


def test_no_right_clause_stands_twice_in_a_list() -> None:
    assert [one["query"] for one in QUERIES if len(set(one["right"])) != len(one["right"])] == []


@pytest.mark.parametrize("text", sorted({text for one in QUERIES for text in one["right"]}))
def test_every_right_clause_is_in_the_library(library: Library, text: str) -> None:
    reference = Reference.parse(text)
    assert str(reference) == text
    assert reference.clause is not None
    assert library.clause(reference).text


def test_all_five_notices_are_asked_for() -> None:
    assert {text.split("#")[0] for one in QUERIES for text in one["right"]} == set(REFERENCES)


@pytest.mark.parametrize("kind", KINDS)
def test_half_of_each_kind_of_the_first_file_is_kept_for_judging(kind: str) -> None:
    halves = Counter(one["half"] for one in FIRST if one["kind"] == kind)
    assert abs(halves["tune"] - halves["judge"]) <= 1


def test_no_query_is_a_clause_of_the_library_word_for_word(library: Library) -> None:
    clauses = [
        _folded(clause.text) for _, notice in library.notices() for item in notice.items for clause in item.all_clauses
    ]
    copied = [
        one["query"]
        for one in QUERIES
        if one["kind"] in ("loose", "formal") and any(_folded(one["query"]) in text for text in clauses)
    ]
    assert copied == []
