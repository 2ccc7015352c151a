"""The labelled sentences and the queries as drafters type them, and how well a ranking answers them.

A ranking is made from clauses and then asked: it gives each of them a likeness. What is labelled: sentences of five
notices and the subjects they share (tests/suggest/similar_commitments.json), asked with their own notice left out, so
that weights come from the other four alone; and queries with their right clauses (tests/suggest/queries.yaml and
queries_more.yaml).
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rapidfuzz import fuzz

from drafter.index.index import lexicon_of
from drafter.library import Library
from drafter.similarity import SHARES, Asked, Lexicon, Shares, Weights, folded, pairs

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = Library(ROOT / "library")
CASES = ROOT / "tests" / "suggest"
Rank = Callable[[str], Sequence[float]]
Ranking = Callable[[Sequence[str]], Rank]


class Asking(NamedTuple):
    """One asked sentence: the positions of its right clauses in the ranking, from 0."""

    of: str
    places: list[int]

    @property
    def at_once(self) -> bool:
        """Whether a right clause stands first."""
        return bool(self.places) and self.places[0] == 0

    @property
    def recall(self) -> float:
        """The share of right clauses among the first five, of those that can be there."""
        return sum(place < 5 for place in self.places) / min(5, len(self.places))


def sentences() -> list[dict[str, Any]]:
    """The labelled sentences."""
    found: list[dict[str, Any]] = json.loads((CASES / "similar_commitments.json").read_text("utf-8"))["sentences"]
    return found


def queries() -> list[dict[str, Any]]:
    """The queries with their right clauses."""
    names = ("queries.yaml", "queries_more.yaml")
    return [one for name in names for one in yaml.safe_load((CASES / name).read_text("utf-8"))]


def on_sentences(ranking: Ranking) -> list[Asking]:
    """Every labelled sentence that has a like one in another notice, asked of the other four notices."""
    found = []
    every = sentences()
    for left_out in sorted({one["notice"] for one in every}):
        others = [one for one in every if one["notice"] != left_out]
        rank = ranking([one["text"] for one in others])
        for one in every:
            right = {at for at, other in enumerate(others) if set(one["subjects"]) & set(other["subjects"])}
            if one["notice"] == left_out and right:
                found.append(_asked(left_out, rank(one["text"]), right))
    return found


def on_queries(ranking: Ranking, half: str) -> list[Asking]:
    """Every query of a half, asked of the shipped library."""
    clauses = {
        f"{ref}#{number}.{position}": clause.text
        for ref, notice in LIBRARY.notices()
        for number, item in enumerate(notice.items, start=1)
        for position, clause in enumerate(item.all_clauses, start=1)
    }
    rank = ranking(list(clauses.values()))
    places = {ref: at for at, ref in enumerate(clauses)}
    return [
        _asked(one["kind"], rank(one["query"]), {places[ref] for ref in one["right"]})
        for one in queries()
        if one["half"] == half
    ]


def _asked(of: str, likenesses: Sequence[float], right: set[int]) -> Asking:
    order = sorted(range(len(likenesses)), key=lambda at: (-likenesses[at], at))
    return Asking(of, [place for place, at in enumerate(order) if at in right])


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def by_pairs(texts: Sequence[str], scorer: Callable[..., float]) -> Rank:
    """A scorer of rapidfuzz on texts whose pairs of characters are spaced."""
    spaced = [" ".join(pairs(folded(text))) for text in texts]
    return lambda query: [scorer(" ".join(pairs(folded(query))), text) / 100 for text in spaced]


def plainly(texts: Sequence[str], scorer: Callable[..., float]) -> Rank:
    """A scorer of rapidfuzz on texts without blanks and punctuation."""
    bare = [re.sub(r"\W", "", text) for text in texts]
    return lambda query: [scorer(re.sub(r"\W", "", query), text) / 100 for text in bare]


def tfidf(texts: Sequence[str], *, bare: Callable[[str], str] = folded) -> Rank:
    """The cosine of TF-IDF over characters and pairs, 1 + ln of the number, smoothed as usual; a baseline."""
    from math import log, sqrt  # noqa: PLC0415 - used by this baseline alone

    def terms(text: str) -> Counter[str]:
        plain = bare(text)
        return Counter([*plain, *pairs(plain)])

    documents = [terms(text) for text in texts]
    held = Counter(term for document in documents for term in document)

    def vector(found: Counter[str]) -> dict[str, float]:
        weighted = {
            term: (1 + log(count)) * (1 + log((1 + len(texts)) / (1 + held[term])))
            for term, count in found.items()
            if term in held
        }
        size = sqrt(sum(value * value for value in weighted.values())) or 1.0
        return {term: value / size for term, value in weighted.items()}

    vectors = [vector(document) for document in documents]

    def rank(query: str) -> list[float]:
        asked = vector(terms(query))
        return [sum(value * other.get(term, 0.0) for term, value in asked.items()) for other in vectors]

    return rank


def ours(texts: Sequence[str], *, shares: Shares = SHARES, lexicon: Lexicon | None = None) -> Rank:
    """The product's scorer over all clauses, without an index."""
    words = lexicon or lexicon_of(LIBRARY)
    known = [(plain, words.signs(plain)) for plain in map(folded, texts)]
    weights = Weights.of(known, words)
    prints = [weights.print(*one) for one in known]

    def rank(query: str) -> list[float]:
        asked = Asked(query, weights, shares)
        return [asked.likeness(one) for one in prints]

    return rank


def nearness_of_best(texts: Sequence[str]) -> Callable[[str], float]:
    """How near the product's scorer takes the likest of all clauses to be."""
    words = lexicon_of(LIBRARY)
    known = [(plain, words.signs(plain)) for plain in map(folded, texts)]
    weights = Weights.of(known, words)
    prints = [weights.print(*one) for one in known]

    def nearness(query: str) -> float:
        asked = Asked(query, weights)
        return asked.nearness(max(prints, key=asked.likeness))

    return nearness


RANKINGS: dict[str, Ranking] = {
    "ratio": lambda texts: plainly(texts, fuzz.ratio),
    "partial_ratio": lambda texts: plainly(texts, fuzz.partial_ratio),
    "WRatio": lambda texts: plainly(texts, fuzz.WRatio),
    "token_set_ratio, pairs": lambda texts: by_pairs(texts, fuzz.token_set_ratio),
    "TF-IDF": tfidf,
    "TF-IDF, figures kept": lambda texts: tfidf(texts, bare=lambda text: re.sub(r"\W", "", text)),
    "ours": ours,
    "ours, no synonyms": lambda texts: ours(texts, lexicon=Lexicon()),
}


class Answer(NamedTuple):
    """The nearness of the best clause for a query; `answerable` where a right one is in the library that was asked."""

    left_out: str
    answerable: bool
    best: float


def answers_without_each_notice(half: str) -> list[Answer]:
    """The queries of a half asked of the whole library and of the library without each notice."""
    notices = dict(LIBRARY.notices())
    found = []
    for left_out in ("", *notices):
        kept = {ref: notice for ref, notice in notices.items() if ref != left_out}
        texts = [clause.text for notice in kept.values() for item in notice.items for clause in item.all_clauses]
        nearness = nearness_of_best(texts)
        for one in queries():
            if one["half"] == half:
                answerable = any(ref.split("#")[0] in kept for ref in one["right"])
                found.append(Answer(left_out, answerable, nearness(one["query"])))
    return found


def errors(answers: Sequence[Answer], cut: float) -> str:
    """How many are refused though answerable, and answered though not."""
    refused, given = _errors(answers, cut)
    answerable = sum(one.answerable for one in answers)
    return f"{refused} of {answerable}, {given} of {len(answers) - answerable}"


def _errors(answers: Sequence[Answer], cut: float) -> tuple[int, int]:
    refused = sum(one.answerable and one.best < cut for one in answers)
    return refused, sum(not one.answerable and one.best >= cut for one in answers)


def best_cut(answers: Sequence[Answer]) -> float:
    """The lowest nearness at which at most one in ten of those that nothing answers gets an answer."""
    best = sorted((one.best for one in answers if not one.answerable), reverse=True)
    above = best[len(best) // 10]
    return min(one.best for one in answers if one.best > above)
