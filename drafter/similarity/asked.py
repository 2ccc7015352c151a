"""How well a clause answers what is asked: the scorer behind suggestions.

Three parts, each from 0 to 1:
- words: the cosine of the weighted characters and pairs of characters (as TF-IDF);
- meaning: the cosine of the weighted signs of synonyms;
- explained: how much of what is asked the clause explains: each word of the lexicon by any of its signs, and what
  stands between the words by its pairs of characters. A wish of which half is about something else has a low one.
  A pair that no clause has is still explained by half where a clause has a word of a group that knows the pair.

The likeness of all three gives the order. How much `explained` counts depends on how much is asked. A short wish in
loose words is answered by a clause that has all of it, whatever else the clause says. A whole clause is answered by
one of the same wording: it tells who, how and how many besides, which no other explains, and chance words of it weigh
as much as its subject. So with the length of what is asked `explained` fades, and the words count for more.

Whether the best is near enough at all is told by how much it explains, of a whole clause too, and better where the
meaning counts for more: it falls both for what the clause does not say and for what it says beside.

The shares were chosen on labelled sentences and on queries as drafters type them; benchmarks/suggest.py shows what is
chosen when each notice in turn is left out.
"""

from collections.abc import Iterable, Sequence
from math import exp, sqrt
from operator import mul
from typing import NamedTuple

from drafter.similarity.folding import MASK, folded, pairs
from drafter.similarity.weights import Print, Weights, length, times

_LOOSE = 0.5  # of a pair of characters outside of the lexicon's words, beside a word's weight
_ALONE = 0.3  # the same of a character that stands alone between light ones
_HINTED = 0.5  # of a pair that is explained only by a word that has it


class Shares(NamedTuple):
    """How much each part counts: `explained` so much of the shortest texts, a third of it at `fading` characters."""

    meaning: float = 0.1
    explained: float = 0.5
    fading: float = 34

    def of(self, characters: int) -> "Parts":
        """The shares for a folded text of so many characters."""
        explained = self.explained * exp(-((characters / self.fading) ** 2))
        return Parts(1 - self.meaning - explained, self.meaning, explained)


class Parts(NamedTuple):
    """The shares of the parts for one text; 0 for a part that it has not."""

    words: float
    meaning: float
    explained: float


SHARES = Shares()
_NEAR = Parts(words=0.4, meaning=0.4, explained=0.5)  # where it is told whether a clause is near, whatever the length


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
        self._pieces = _pieces_between(plain, weights)
        self._hints = _hints(self._pieces, weights)
        self._whole = sum(unit[0][1] for unit in self._units) + sum(self._pieces.values())
        self._shares = self._of_what_is_there(shares.of(len(plain)))
        self._near = self._of_what_is_there(_NEAR)

    def _of_what_is_there(self, shares: Parts) -> Parts:
        meaning = shares.meaning if self._meaning else 0.0
        return Parts(shares.words, meaning, shares.explained if self._whole else 0.0)

    def likeness(self, other: Print) -> float:
        """How well a clause answers, from 0 to 1; 1 for the same text. What decides the order."""
        return self._score(other, self._shares)

    def nearness(self, other: Print) -> float:
        """How near a clause is, from 0 to 1; 1 for the same text. What decides whether it is shown."""
        return self._score(other, self._near)

    def _score(self, other: Print, shares: Parts) -> float:
        plain, signs = other.plain, other.signs
        score: float = sum(map(mul, self._words.values(), map(sqrt, map(plain.count, self._words))))
        for feature in self._doubled:
            score += self._words[feature] * (times(_overlapping(feature, plain)) - times(plain.count(feature)))
        score *= shares.words / (self._length * other.length)
        if shares.meaning:
            score += shares.meaning * self._same_meaning(other)
        if shares.explained:
            score += shares.explained * self._explained(plain, signs) / self._whole
        return min(1.0, score / sum(shares))

    def gains(self) -> "Gains":
        """What each feature of a clause may add to its score."""
        shares = self._shares
        share = shares.explained / self._whole if self._whole else 0.0
        pieces = [[(piece, weight), *self._hints.get(piece, ())] for piece, weight in self._pieces.items()]
        return Gains(
            {feature: shares.words * value / self._length for feature, value in self._words.items()},
            {sign: shares.meaning * value / self._sign_length for sign, value in self._meaning},
            [[(feature, share * weight) for feature, weight in row] for row in (*self._units, *pieces)],
        )

    def _same_meaning(self, other: Print) -> float:
        signs = other.signs
        same = sum([value * times(signs.count(sign)) for sign, value in self._meaning if sign in signs])
        return same / (self._sign_length * other.sign_length)

    def _explained(self, plain: str, signs: str) -> float:
        """How much of the whole a clause of this folded text and these signs explains."""
        found = sum([weight for piece, weight in self._pieces.items() if piece in plain])
        for row in self._units:
            found += _first(row, signs)
        for piece, row in self._hints.items():
            if piece not in plain:
                found += _first(row, signs)
        return found


def _first(row: Sequence[tuple[str, float]], signs: str) -> float:
    """The weight of the first sign that a clause has."""
    for sign, weight in row:
        if sign in signs:
            return weight
    return 0.0


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


def _pieces_between(plain: str, weights: Weights) -> dict[str, float]:
    """What stands outside of the lexicon's words, with weights; what says little and figures left out.

    Pairs of characters, and beside these and words the characters that are in none of them: alone they tell nothing.
    """
    lexicon = weights.lexicon
    words = lexicon.words(plain, asked=True)
    covered = {place for at, behind, _ in words for place in range(at, behind)}
    says = [character != MASK and not lexicon.says_little(character) for character in plain]
    pieces: dict[str, float] = {}
    alone: dict[str, float] = {}
    for at, character in enumerate(plain):
        pair = plain[at : at + 2]
        if len(pair) > 1 and not {at, at + 1} <= covered and says[at] and says[at + 1]:
            if not lexicon.says_little(pair):
                pieces[pair] = _LOOSE * weights.rarity(pair)
        elif says[at] and at not in covered and not (at and says[at - 1]):
            alone[character] = _ALONE * weights.rarity(character)
    return pieces | alone if pieces or any(signs for *_, signs in words) else {}


def _hints(pieces: Iterable[str], weights: Weights) -> dict[str, list[tuple[str, float]]]:
    """For pairs that no clause has the signs of the groups that know them, with weights."""
    return {
        piece: [(sign, _HINTED * _LOOSE * weights.rarity(piece)) for sign in weights.lexicon.hints(piece)]
        for piece in pieces
        if not weights.is_known(piece) and weights.lexicon.hints(piece)
    }
