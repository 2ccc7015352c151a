"""Which old clause lives on in which new one: what is recorded, then equal texts, then the likeliest pairing of all."""

from collections import defaultdict
from collections.abc import Callable
from statistics import median

from drafter import similarity
from drafter.compare.assignment import best_pairs
from drafter.compare.evidence import Evidence
from drafter.compare.sides import Place, Side
from drafter.model.base import Value

ORIGIN, CONFIRMED, EQUAL, FIGURES, ALIKE = "来源", "已确认", "文字相同", "只有数字不同", "文字相近"

_LEAST, _LEAST_LIKENESS = 0.2, 0.1
_CERTAIN = 0.33
_USUAL_SHARE, _OF_A_DOUBT = 0.4, 0.1
_MOST_DOUBTS = 5


class Link(Value):
    """An old clause and the new one it became, by place (item, clause), with the way it was found."""

    old: Place
    new: Place
    by: str
    likeness: float
    certain: bool = True


def find(old: Side, new: Side, evidence: Evidence, known: dict[tuple[Place, Place], str]) -> list[Link]:
    """Links of clauses, each clause used once, in the order of the old ones; the surest ways come first.

    `known` are recorded or confirmed pairs with the way they are known. At most five links are not certain.
    """
    search = _Search(old, new, evidence)
    for (first, second), by in known.items():
        search.take(first, second, by)
    for key, by in ((str, EQUAL), (similarity.folded, FIGURES)):
        search.take_equal(key, by)
    search.take_alike()
    return sorted(search.links, key=lambda link: (link.old, link.new))


class _Search:
    """The links found so far, and the clauses still free, by number."""

    def __init__(self, old: Side, new: Side, evidence: Evidence) -> None:
        self.old, self.new, self.evidence = old, new, evidence
        self.rows = {place: number for number, place in enumerate(old.clauses)}
        self.columns = {place: number for number, place in enumerate(new.clauses)}
        self.free_old, self.free_new = dict(old.clauses), dict(new.clauses)
        self.links: list[Link] = []

    def take(self, first: Place, second: Place, by: str, *, certain: bool = True) -> None:
        """Link two clauses where both are still free."""
        if first in self.free_old and second in self.free_new:
            alike = self.evidence.likenesses[self.rows[first]][self.columns[second]]
            self.links.append(Link(old=first, new=second, by=by, likeness=round(alike, 4), certain=certain))
            del self.free_old[first], self.free_new[second]

    def take_equal(self, key: Callable[[str], str], by: str) -> None:
        """Link free clauses whose texts are equal under a key; among several, those whose items are most alike."""
        groups: dict[str, tuple[list[Place], list[Place]]] = defaultdict(lambda: ([], []))
        for side, free in enumerate((self.free_old, self.free_new)):
            for place, text in free.items():
                if key(text):
                    groups[key(text)][side].append(place)
        for olds, news in groups.values():
            gains = [[self._score(first, second) for second in news] for first in olds]
            for row, column in best_pairs(gains) if olds and news else ():
                self.take(olds[row], news[column], by)

    def _score(self, first: Place, second: Place) -> float:
        return self.evidence.scores[self.rows[first]][self.columns[second]]

    def take_alike(self) -> None:
        """Link what is left by the pairing with the greatest sum of scores; the best few weak links are doubts."""
        olds, news = list(self.free_old), list(self.free_new)
        pairs = [
            (olds[row], news[column])
            for row, column in best_pairs([[self._score(first, second) - _LEAST for second in news] for first in olds])
        ]
        trusts = {pair: self.evidence.trust(self.rows[pair[0]], self.columns[pair[1]]) for pair in pairs}
        pairs = [pair for pair in pairs if trusts[pair] >= _LEAST and self._likeness(pair) >= _LEAST_LIKENESS]
        usual = self._usual_likeness(pairs)
        sure = [pair for pair in pairs if trusts[pair] >= _CERTAIN and self._likeness(pair) >= _USUAL_SHARE * usual]
        doubts = [pair for pair in pairs if pair not in sure and self._likeness(pair) >= _OF_A_DOUBT * usual]
        doubts.sort(key=lambda pair: (-trusts[pair], pair))
        for pair in sure:
            self.take(*pair, ALIKE)
        for pair in doubts[:_MOST_DOUBTS]:
            self.take(*pair, ALIKE, certain=False)

    def _likeness(self, pair: tuple[Place, Place]) -> float:
        return self.evidence.likenesses[self.rows[pair[0]]][self.columns[pair[1]]]

    def _usual_likeness(self, pairs: list[tuple[Place, Place]]) -> float:
        """How like the words of linked clauses of these two notices usually are."""
        found = [link.likeness for link in self.links] + [self._likeness(pair) for pair in pairs]
        return median(found) if found else 0.0
