"""How much the characters, pairs of characters and signs of a text count: much where few clauses have them."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from typing import NamedTuple

from drafter.similarity.folding import features, pairs
from drafter.similarity.lexicon import Lexicon

_LIGHT = 0.5
_COMMON = 0.3
_TIMES = tuple(map(math.sqrt, range(64)))


class Print(NamedTuple):
    """What of a clause is compared: its folded text, the signs of its words, and the lengths of both as vectors."""

    plain: str
    signs: str
    length: float
    sign_length: float


class Weights:
    """Weights from how many of `total` clauses have each feature; one that none has weighs most."""

    def __init__(self, counts: Mapping[str, int], total: int, lexicon: Lexicon) -> None:
        self._counts, self._total, self.lexicon = counts, total, lexicon
        self._words = _Remembered(lambda feature: self.rarity(feature) * (_LIGHT if lexicon.is_light(feature) else 1.0))
        self._squares = _Remembered(lambda feature: self._words[feature] ** 2)
        self._sign_squares = _Remembered(lambda sign: self._signs[sign] ** 2)
        self._signs = _Remembered(lambda sign: self.rarity(sign) * (_COMMON if sign in lexicon.common else 1.0))

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]], lexicon: Lexicon) -> "Weights":
        """Weights from clauses given as folded text and signs."""
        counts: Counter[str] = Counter()
        total = 0
        for plain, signs in texts:
            counts.update(features(plain))
            counts.update(set(signs))
            total += 1
        return cls(counts, total, lexicon)

    def rarity(self, feature: str) -> float:
        """1 for what every clause has, more the fewer have it (the smoothed inverse document frequency)."""
        return 1 + math.log((1 + self._total) / (1 + self._counts.get(feature, 0)))

    def is_known(self, feature: str) -> bool:
        """Whether any clause has a feature."""
        return feature in self._counts

    def word(self, feature: str) -> float:
        """The weight of a character or pair; half for light ones."""
        return self._words[feature]

    def sign(self, sign: str) -> float:
        """The weight of a sign; less for common ones, of who and how."""
        return self._signs[sign]

    def vector(self, plain: str) -> dict[str, float]:
        """The weighted characters and pairs of a folded text."""
        return {feature: times(count) * self._words[feature] for feature, count in _all_features(plain).items()}

    def sign_vector(self, signs: str) -> dict[str, float]:
        """The weighted signs of a text."""
        return {sign: times(count) * self._signs[sign] for sign, count in Counter(signs).items()}

    def print(self, plain: str, signs: str) -> Print:
        """The print of a clause given as folded text and signs."""
        # As a feature counts the root of its number, the squares of both vectors are sums over all that is there.
        square = sum(map(self._squares.__getitem__, plain)) + sum(map(self._squares.__getitem__, pairs(plain)))
        sign_square = sum(map(self._sign_squares.__getitem__, signs))
        return Print(plain, signs, math.sqrt(square) or 1.0, math.sqrt(sign_square) or 1.0)


def _all_features(plain: str) -> Counter[str]:
    found = Counter(plain)
    found.update(pairs(plain))
    return found


class _Remembered(dict[str, float]):
    """Weights as they are first asked for."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, feature: str) -> float:
        self[feature] = weight = self._weigh(feature)
        return weight


def times(count: int) -> float:
    """How much a feature counts that a text has `count` times: the root, so that what is said again does not drown."""
    return _TIMES[count] if count < len(_TIMES) else math.sqrt(count)


def length(vector: Mapping[str, float]) -> float:
    """The Euclidean length of a vector; 1 for the empty one, so that it can divide."""
    return math.hypot(*vector.values()) or 1.0


def known_features(plain: str, signs: str) -> Set[str]:
    """All features of a folded text and its signs."""
    return features(plain) | set(signs)
