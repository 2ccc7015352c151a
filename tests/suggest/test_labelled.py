"""Labelled sentences of five notices: each is answered by the like ones of the other four.

The weights come from the other four notices alone. benchmarks/suggest.py prints the usual scorers beside.
"""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.index.index import lexicon_of
from drafter.library import Library
from drafter.similarity import Asked, Weights, folded
from tests.conftest import ROOT

# What character TF-IDF over single characters and pairs reaches on the same sentences.
TFIDF = {"hit": 0.951, "rank": 0.971}
# The best of the usual scorers on the sentences of each notice: first answers that are right, the mean reciprocal
# rank, the right ones among the first five. benchmarks/suggest.py prints them all.
BEST = {
    "临淄2026": (0.92, 0.95, 0.978),
    "博山2023": (1.0, 1.0, 0.89),
    "博山2025": (0.96, 0.98, 0.958),
    "淄博2024": (1.0, 1.0, 0.901),
    "淄川2023": (0.882, 0.941, 0.985),
}


class Answer(NamedTuple):
    """How a sentence was answered: the places of the right ones, from 0."""

    notice: str
    places: list[int]


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    sentences = json.loads(Path(__file__).with_name("similar_commitments.json").read_text("utf-8"))["sentences"]
    lexicon = lexicon_of(Library(ROOT / "library"))
    found = []
    for notice in sorted({one["notice"] for one in sentences}):
        others = [one for one in sentences if one["notice"] != notice]
        known = [(plain, lexicon.signs(plain)) for plain in (folded(one["text"]) for one in others)]
        weights = Weights.of(known, lexicon)
        prints = [weights.print(*one) for one in known]
        for sentence in (one for one in sentences if one["notice"] == notice):
            right = {at for at, one in enumerate(others) if set(one["subjects"]) & set(sentence["subjects"])}
            if right:
                asked = Asked(sentence["text"], weights)
                order = sorted(range(len(prints)), key=lambda at: -asked.likeness(prints[at]))
                found.append(Answer(notice, [place for place, at in enumerate(order) if at in right]))
    assert len(found) == 103
    return found


def _share(values: list[float]) -> float:
    return sum(values) / len(values)


def test_the_first_answer_is_right_at_least_as_often_as_with_tfidf(answers: list[Answer]) -> None:
    assert _share([float(one.places[0] == 0) for one in answers]) >= TFIDF["hit"]
    assert _share([1 / (one.places[0] + 1) for one in answers]) >= TFIDF["rank"]


def test_nearly_all_right_answers_are_among_the_first_five(answers: list[Answer]) -> None:
    recalls = [sum(place < 5 for place in one.places) / min(5, len(one.places)) for one in answers]
    assert _share(recalls) >= 0.95


@pytest.mark.parametrize("notice", BEST)
def test_no_notice_is_answered_worse_than_by_the_best_usual_scorer(answers: list[Answer], notice: str) -> None:
    own = [one for one in answers if one.notice == notice]
    hit, rank, recall = BEST[notice]
    assert _share([float(one.places[0] == 0) for one in own]) >= hit
    assert _share([1 / (one.places[0] + 1) for one in own]) >= rank
    assert _share([sum(place < 5 for place in one.places) / min(5, len(one.places)) for one in own]) >= recall
