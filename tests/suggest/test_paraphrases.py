"""Queries as drafters type them find their clauses through the index, whatever words they are in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from drafter.index import NEAR_ENOUGH, Index
from tests.index import making


class Answer(NamedTuple):
    """How a query was answered: its kind, the places of the right clauses, how many there are, the best score."""

    kind: str
    places: list[int]
    right: int
    best: float


def queries() -> Iterator[dict[str, Any]]:
    for name in ("queries.yaml", "queries_more.yaml"):
        yield from yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    index = Index.open(making.library(tmp_path_factory.mktemp("paraphrases")))
    found = []
    for query in queries():
        hits = index.search(query["query"], 20)
        places = [place for place, hit in enumerate(hits) if hit.ref in query["right"]]
        found.append(Answer(query["kind"], places, len(query["right"]), hits[0].near if hits else 0.0))
    return found


def _share(values: list[float]) -> float:
    return sum(values) / len(values)


def _first(answers: list[Answer], kind: str, most: int) -> float:
    return _share([float(any(place < most for place in one.places)) for one in answers if one.kind == kind])


def test_loose_wishes_find_their_clause(answers: list[Answer]) -> None:
    assert _first(answers, "loose", 1) >= 0.85
    assert _first(answers, "loose", 3) >= 0.95


@pytest.mark.parametrize("kind", ["keyword", "formal"])
def test_keywords_and_formal_clauses_find_their_clause_at_once(answers: list[Answer], kind: str) -> None:
    assert _first(answers, kind, 1) >= 0.95


def test_nine_of_ten_right_clauses_are_among_the_first_five(answers: list[Answer]) -> None:
    recalls = [sum(place < 5 for place in one.places) / min(5, one.right) for one in answers if one.right]
    assert _share(recalls) >= 0.9


def test_wishes_that_nothing_answers_are_told_apart(answers: list[Answer]) -> None:
    nothing = [one.best for one in answers if one.kind == "none"]
    assert sum(best >= NEAR_ENOUGH for best in nothing) <= len(nothing) / 10
