"""How well a clause answers what is asked: the scorer behind suggestions.

Three parts, each from 0 to 1:
- words: the cosine of the weighted characters and pairs of characters (as TF-IDF);
- meaning: the cosine of the weighted signs of synonyms;
- explained: how much of what is asked the clause explains: each word of the lexicon by any of its signs, and what
  stands between the words by its pairs of characters. A wish of which half is about something else has a low one.

Their shares were chosen on labelled sentences and on queries as drafters type them; benchmarks/suggest.py shows what
is chosen when each notice in turn is left out.
"""

from math import sqrt
from operator import mul
from typing import NamedTuple

from drafter.similarity.folding import MASK, folded, pairs
from drafter.similarity.weights import Print, Weights, length, times

_LOOSE = 0.5  # of a pair of characters outside of the lexicon's words, beside a word's weight


class Shares(NamedTuple):
    """How much each part counts."""

    words: float = 0.4
    meaning: float = 0.1
    explained: float = 0.5


SHARES = Shares()


class Gains(NamedTuple):
    """What features add to a score.

    Words by the length of the clause, signs by its length in signs, both by how often it has them (see `times`); of
    each row of `explained` only the first that the clause has.
    """

    words: dict[str, float]
    meaning: dict[str, float]
    explained: list[list[tuple[str, float]]]


class Asked:
    """A text that is asked about, made ready to be compared with many clauses."""

    def __init__(self, text: str, weights: Weights, shares: Shares = SHARES) -> None:
        plain = folded(text)
        words = weights.vector(plain)
        self._length = length(words)
        self._words = {feature: value * weights.word(feature) for feature, value in words.items()}
        self._doubled = [feature for feature in words if feature[0] * 2 == feature]
        meaning = weights.sign_vector(weights.lexicon.signs(plain, asked=True))
        self._sign_length = length(meaning)
        self._meaning = [(sign, value * weights.sign(sign)) for sign, value in meaning.items()]
        self._units = _units(plain, weights)
        self._pairs = _pairs_between(plain, weights)
        self._whole = sum(unit[0][1] for unit in self._units) + sum(self._pairs.values())
        self._shares = Shares(
            shares.words, shares.meaning if meaning else 0.0, shares.explained if self._whole else 0.0
        )

    def likeness(self, other: Print) -> float:
        """How well a clause answers, from 0 to 1; 1 for the same text."""
        shares = self._shares
        plain, signs = other.plain, other.signs
        score: float = sum(map(mul, self._words.values(), map(sqrt, map(plain.count, self._words))))
        for feature in self._doubled:
            score += self._words[feature] * (times(_overlapping(feature, plain)) - times(plain.count(feature)))
        score *= shares.words / (self._length * other.length)
        if shares.meaning:
            same = sum([value * times(signs.count(sign)) for sign, value in self._meaning if sign in signs])
            score += shares.meaning * same / (self._sign_length * other.sign_length)
        if shares.explained:
            score += shares.explained * self._explained(plain, signs) / self._whole
        return min(1.0, score / sum(shares))

    def gains(self) -> "Gains":
        """What each feature of a clause may add to its score."""
        shares = self._shares
        return Gains(
            {feature: shares.words * value / self._length for feature, value in self._words.items()},
            {sign: shares.meaning * value / self._sign_length for sign, value in self._meaning},
            [
                [(feature, shares.explained * weight / self._whole) for feature, weight in unit]
                for unit in (*self._units, *([pair] for pair in self._pairs.items()))
            ],
        )

    def _explained(self, plain: str, signs: str) -> float:
        """How much of the whole a clause of this folded text and these signs explains."""
        found = sum([weight for pair, weight in self._pairs.items() if pair in plain])
        for unit in self._units:
            for sign, weight in unit:
                if sign in signs:
                    found += weight
                    break
        return found


def _overlapping(pair: str, plain: str) -> int:
    """How often a pair of twice the same character stands in a text: in three of them it does twice."""
    return sum(map(pair.__eq__, pairs(plain)))


def _units(plain: str, weights: Weights) -> list[list[tuple[str, float]]]:
    """The words of the lexicon in a text, overlapping ones as one: each its signs with weights, the heaviest first."""
    units: list[tuple[int, set[str]]] = []
    for at, behind, signs in weights.lexicon.words(plain, asked=True):
        if not signs:
            continue
        if units and at < units[-1][0]:
            end, known = units.pop()
            units.append((max(end, behind), known | set(signs)))
        else:
            units.append((behind, set(signs)))
    return [
        sorted(((sign, weights.sign(sign)) for sign in signs), key=lambda pair: (-pair[1], pair[0]))
        for _, signs in units
    ]


def _pairs_between(plain: str, weights: Weights) -> dict[str, float]:
    """The pairs of characters outside of the lexicon's words, with weights; light ones and figures left out."""
    covered = {place for at, behind, _ in weights.lexicon.words(plain, asked=True) for place in range(at, behind)}
    between = dict.fromkeys(
        plain[at : at + 2] for at in range(len(plain) - 1) if not (at in covered and at + 1 in covered)
    )
    return {
        pair: _LOOSE * weights.rarity(pair)
        for pair in between
        if MASK not in pair and not weights.lexicon.says_little(pair)
    }
