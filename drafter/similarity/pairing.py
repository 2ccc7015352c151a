"""Texts of two short lists paired by their likeness, each text compared with each."""

from collections.abc import Iterable, Sequence

from drafter.similarity.folding import folded


def _bigrams(text: str) -> str:
    plain = folded(text)
    return " ".join(plain[at : at + 2] for at in range(len(plain) - 1)) or plain


def _ranked(query: str, texts: Sequence[str]) -> list[tuple[int, float]]:
    """Positions of the texts with their likeness to the query, the likest first.

    A query that stands whole in a text counts as very like, so that short words find what holds them.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - slow to load; most commands never compare

    plain = folded(query)
    prepared = [_bigrams(text) for text in texts]
    found = process.extract(_bigrams(query), prepared, scorer=fuzz.token_set_ratio, processor=None, limit=None)
    scores = {}
    for _, value, position in found:
        other = folded(texts[position])
        whole = fuzz.ratio(plain, other)
        likeness = 0.75 * value + 0.25 * whole
        if plain and plain in other:
            likeness = max(likeness, 80 + 0.2 * whole)
        scores[position] = likeness / 100
    order = sorted(scores, key=lambda position: (-scores[position], position))
    return [(position, scores[position]) for position in order]


def assigned(olds: Sequence[str], news: Iterable[str], *, least: float) -> list[tuple[int, int, float]]:
    """Pairs (old, new, likeness) of at least `least`, each text used once, the likest pairs first."""
    pairs = [
        (position, number, value)
        for number, text in enumerate(news)
        for position, value in _ranked(text, olds)
        if value >= least
    ]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for old, new, value in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
        if old not in taken_old and new not in taken_new:
            taken_old.add(old)
            taken_new.add(new)
            found.append((old, new, value))
    return found
