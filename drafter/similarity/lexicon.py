"""Words that mean the same, found in folded texts."""

import operator
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from drafter.similarity.folding import MASK, folded, pairs

GAP = "…"
_WIDEST_GAP = 8
_MOST_HINTS = 2  # groups; what more of them know tells nothing
_FIRST = 0xE000
_MOST = 0xF8FF - _FIRST


class Lexicon:
    """Groups of words that mean the same; common ones, of who and how rather than what; light words, which say little.

    A group is told in a folded text by a sign of its own: one character of the private use area. A word such as
    打…针 has up to eight characters where the … stands.
    """

    def __init__(
        self,
        groups: Iterable[Sequence[str]] = (),
        common: Iterable[Sequence[str]] = (),
        light: Iterable[str] = (),
    ) -> None:
        signs: dict[tuple[str, str], str] = defaultdict(str)
        number = 0
        for number, group in enumerate((*groups, *(common := tuple(common))), start=1):
            for word in dict.fromkeys(_parts(word) for word in group):
                if number < _MOST and word[0].strip(MASK):
                    signs[word] += chr(_FIRST + number)
        self.common = frozenset(chr(_FIRST + at) for at in range(number - len(common) + 1, number + 1))
        plain_light = [folded(word) for word in light]
        self._light_characters = frozenset(word for word in plain_light if len(word) == 1)
        self._light = frozenset(word[at : at + 2] for word in plain_light for at in range(len(word) - 1))
        self._asked: tuple[str, list[tuple[int, int, str]]] = "", []
        self._words: dict[str, str] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}  # of the words that begin with two characters, the longest first
        self._spoken: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        blocking = [(word, "") for word in plain_light if len(word) > 1]
        for first, rest in sorted({*signs, *blocking}, key=lambda word: (-len(word[0]), word)):
            if rest or len(first) == 1:
                self._spoken[first[0]].append((first, rest, signs[first, rest]))
            else:
                self._words[first] = signs[first, rest]
                sizes = self._sizes.get(first[:2], ())
                self._sizes[first[:2]] = (*sizes, len(first)) if len(first) not in sizes else sizes

    def is_light(self, pair: str) -> bool:
        """Whether a pair of characters belongs to a light word."""
        return pair in self._light

    def says_little(self, pair: str) -> bool:
        """Whether a pair outside of every word says little: it is light, or one of its characters is."""
        return pair in self._light or not self._light_characters.isdisjoint(pair)

    def hints(self, pair: str) -> str:
        """The signs of the groups with a word that holds a pair of characters; none where more than two know it."""
        return self._hints.get(pair, "")

    @cached_property
    def _hints(self) -> dict[str, str]:
        found: dict[str, set[str]] = defaultdict(set)
        spoken = ((part, signs) for row in self._spoken.values() for *parts, signs in row for part in parts)
        for word, signs in (*self._words.items(), *spoken):
            for pair in pairs(word):
                found[pair].update(signs)
        telling = ((pair, signs - self.common) for pair, signs in found.items())
        return {pair: "".join(sorted(signs)) for pair, signs in telling if 0 < len(signs) <= _MOST_HINTS}

    def signs(self, plain: str, *, asked: bool = False) -> str:
        """The signs of the groups that a folded text has words of, in order, each as often as it has them.

        Words with a gap and words of one character are looked for only in what is asked: past clauses are formal.
        A word that begins inside another and ends behind it is none (女儿 in 妇女儿童), nor is a single character
        inside a word. Words of one group that overlap or touch count once.
        """
        found: list[str] = []
        ends: dict[str, int] = {}
        for at, behind, signs in self.words(plain, asked=asked):
            for sign in signs:
                if ends.get(sign, -1) < at:
                    found.append(sign)
                ends[sign] = max(ends.get(sign, 0), behind)
        return "".join(sorted(found))

    def words(self, plain: str, *, asked: bool = False) -> list[tuple[int, int, str]]:
        """The words of a folded text as start, end and signs; light words have no sign."""
        if not asked:
            return self._words_in(plain, asked=False)
        known, found = self._asked  # what is asked is looked through by all who weigh it
        if known != plain:
            found = self._words_in(plain, asked=True)
            self._asked = plain, found
        return found

    def _words_in(self, plain: str, *, asked: bool) -> list[tuple[int, int, str]]:
        found = []
        end = 0
        words, sizes, spoken = self._words, self._sizes, self._spoken
        for at, pair in enumerate(map(operator.add, plain, plain[1:] + " ")):
            if pair in sizes:
                for size in sizes[pair]:
                    behind = at + size
                    if (at >= end or behind <= end) and plain[at:behind] in words:
                        found.append((at, behind, words[plain[at:behind]]))
                        end = max(end, behind)
            if asked and plain[at] in spoken:
                for first, rest, signs in spoken[plain[at]]:
                    if _is_said(first, rest, plain, at, end):
                        found.append((at, at + len(first), signs))
                        end = max(end, at + len(first))
        return found


def _is_said(first: str, rest: str, plain: str, at: int, end: int) -> bool:
    """Whether a spoken word begins at a place of a text that is covered by words up to `end`."""
    behind = at + len(first)
    if not plain.startswith(first, at) or (at < end and (behind > end or len(first) == 1)):
        return False
    return not rest or plain.find(rest, behind, behind + _WIDEST_GAP + len(rest)) >= 0


def _parts(word: str) -> tuple[str, str]:
    """A word folded, as what stands before and behind its gap."""
    if GAP not in word:
        return folded(word), ""
    first, _, rest = word.partition(GAP)
    return folded(first), folded(rest)
