"""A commitment through the years of one office: the clauses that held it, and how its figures moved.

Two figures are the same one only where measure, object and the words around them agree; a total and an increase
never do. What is doubtful is left out: a wrong history is worse than none.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from drafter import similarity
from drafter.model.base import Value
from drafter.model.references import Reference
from drafter.model.suggestion import Point, Series, Sighting
from drafter.model.target import Target
from drafter.suggest.shelf import Shelf, place_and_year
from drafter.text import targets

# Likenesses of similarity.likenesses, tried on clauses and figures of notices of one office and of different ones:
# pairs that are no copies stayed below. Items of one theme need a little less.
_SAME_CLAUSE, _SAME_THEME = 0.3, 0.1
_SAME_OBJECT, _SAME_WORDS = 0.6, 0.55
_EQUAL_OBJECT, _NEAR_WORDS = 0.95, 0.45
_WHOLE_NAME = 6
_CLAUSES_TO_LOOK_AT = 5  # for the same figure in another notice
_MOST_NOTICES = 200  # kept taken apart; half a megabyte each
_MARKS = "，；。、"
_INCREASE = re.compile(r"新增|新建|新开|新设|增加|新培育|新打造")
_TOTAL = re.compile(r"累计|总数|总量|达到")


class Figure(NamedTuple):
    """A target with the words around it and the place of its clause."""

    clause: int
    target: Target
    words: str


class History(Value):
    """The years of a commitment and the figures that were followed through them."""

    years: tuple[Sighting, ...]
    series: tuple[Series, ...]


class _Clauses:
    """The clauses of a notice in order, and the figures in them."""

    def __init__(self, name: str, shelf: Shelf) -> None:
        self.name, self.year = name, shelf.notice(name).year
        self.refs: list[str] = []
        self.texts: list[str] = []
        self.themes: list[frozenset[str]] = []
        for number, item in enumerate(shelf.notice(name).items, start=1):
            for position, clause in enumerate(item.all_clauses, start=1):
                self.refs.append(f"{name}#{number}.{position}")
                self.texts.append(clause.text)
                self.themes.append(frozenset(item.themes))
        self._figures: dict[int, list[Figure]] = {}

    @cached_property
    def beside(self) -> similarity.Beside:
        """Its clauses, for texts to be set beside them."""
        return similarity.Beside(self.texts)

    def figures(self, clause: int) -> list[Figure]:
        """The figures of a clause."""
        if clause not in self._figures:
            self._figures[clause] = figures_of(self.texts[clause], clause)
        return self._figures[clause]

    def likest(self, likenesses: Sequence[float], themes: frozenset[str]) -> int | None:
        """The clause that a text of some themes is a copy of, by its likenesses to each; None where none is near."""
        values = [value + _SAME_THEME * bool(themes & own) for value, own in zip(likenesses, self.themes, strict=True)]
        best = max(values, default=0.0)
        return values.index(best) if best >= _SAME_CLAUSE else None

    def same_figure(self, figure: Figure, likenesses: Sequence[float]) -> Figure | None:
        """The figure that is the same as another notice's, by how like the words around that are to each clause."""
        near = sorted(range(len(likenesses)), key=lambda at: -likenesses[at])[:_CLAUSES_TO_LOOK_AT]
        listed = [one for at in near for one in self.figures(at)]
        found = same_figures([figure], listed)
        return listed[found[0]] if found else None


class Histories:
    """The histories of commitments; a notice is taken apart once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._notices: dict[str, _Clauses] = {}
        self._beside: dict[tuple[str, ...], similarity.Beside] = {}
        self._known: dict[str, History] = {}

    def of(self, reference: str) -> History:
        """The history of a clause of the library."""
        if reference not in self._known:
            self._known[reference] = self._worked_out(reference)
        return self._known[reference]

    def _worked_out(self, reference: str) -> History:
        place = Reference.parse(reference)
        own = self._clauses(place.notice)
        at = own.refs.index(reference)
        names = [name for name in self._shelf.of_place(place_and_year(place.notice)[0]) if name != place.notice]
        others = [self._clauses(name) for name in names]
        figures = own.figures(at)
        asked = [own.texts[at], *(figure.words for figure in figures)]
        rows = self._all_of(others).rows(asked)
        found = {own.year: reference}
        points = [[_point(own, figure)] for figure in figures]
        start = 0
        for there in others:
            clauses, *words = [row[start : start + len(there.texts)] for row in rows]
            start += len(there.texts)
            copy = _same_clause(own, at, there, clauses)
            if copy is not None:
                found[there.year] = there.refs[copy]
            for figure, row, listed in zip(figures, words, points, strict=True):
                same = _same_figure(own, figure, there, row)
                if same:
                    listed.append(_point(there, same))
                    found.setdefault(there.year, there.refs[same.clause])
        series = [_series(figure.target, listed) for figure, listed in zip(figures, points, strict=True)]
        years = tuple(Sighting(year=when, ref=ref) for when, ref in sorted(found.items()))
        return History(years=years, series=tuple(one for one in series if len(one.points) > 1))

    def _all_of(self, others: Sequence[_Clauses]) -> similarity.Beside:
        """The clauses of several notices, for texts to be set beside them."""
        names = tuple(there.name for there in others)
        if names not in self._beside:
            self._beside[names] = similarity.Beside(and_those_of=[there.beside for there in others])
        return self._beside[names]

    def _clauses(self, name: str) -> _Clauses:
        if name not in self._notices:
            if len(self._notices) >= _MOST_NOTICES:
                self._notices.clear()
                self._beside.clear()
            self._notices[name] = _Clauses(name, self._shelf)
        return self._notices[name]


def _same_clause(own: _Clauses, at: int, there: _Clauses, likenesses: Sequence[float]) -> int | None:
    """The clause of another notice that is a copy of one, each being the other's likest."""
    found = there.likest(likenesses, own.themes[at])
    if found is None:
        return None
    back = own.beside.rows([there.texts[found]])[0]
    return found if own.likest(back, there.themes[found]) == at else None


def _same_figure(own: _Clauses, figure: Figure, there: _Clauses, likenesses: Sequence[float]) -> Figure | None:
    """The figure of another notice that is the same as one, each being the other's likest."""
    found = there.same_figure(figure, likenesses)
    if found is None:
        return None
    back = own.beside.rows([found.words])[0]
    return found if own.same_figure(found, back) == figure else None


def _point(clauses: _Clauses, figure: Figure) -> Point:
    target = figure.target
    return Point(
        year=clauses.year,
        ref=clauses.refs[figure.clause],
        text=target.text,
        value=target.high if target.value is None else target.value,
    )


def _series(target: Target, points: list[Point]) -> Series:
    ordered = tuple(sorted(points, key=lambda point: point.year))
    return Series(object=target.object, measure=target.measure, points=ordered)


def figures_of(text: str, clause: int = 0) -> list[Figure]:
    """The figures of a clause, each with the words between the marks around it."""
    found = []
    for target in targets.find(text):
        start = max(text.rfind(mark, 0, target.start) for mark in _MARKS) + 1
        ends = [end for mark in _MARKS if (end := text.find(mark, target.end)) >= 0]
        found.append(Figure(clause, target, text[start : min(ends, default=len(text))]))
    return found


def same_figures(ones: Sequence[Figure], others: Sequence[Figure]) -> dict[int, int]:
    """Which figures are the same commitment's in two texts: position in the first → position in the second."""
    if {measure_of(one.target) for one in ones}.isdisjoint(measure_of(other.target) for other in others):
        return {}
    words = similarity.likenesses([one.words for one in ones], [one.words for one in others])
    if all(near < _NEAR_WORDS for row in words for near in row):
        return {}
    objects = similarity.likenesses([_object(one) for one in ones], [_object(one) for one in others])
    rows = [
        [
            near if _is_same(one, other, objects[row][column], near) else 0.0
            for column, (other, near) in enumerate(zip(others, words[row], strict=True))
        ]
        for row, one in enumerate(ones)
    ]
    return _pairs(rows, least=_NEAR_WORDS)


def _object(figure: Figure) -> str:
    return figure.target.object or ""


def _is_same(one: Figure, other: Figure, objects: float, words: float) -> bool:
    if measure_of(one.target) != measure_of(other.target) or not one.target.object or not other.target.object:
        return False
    if _is_total(one) != _is_total(other) and (_INCREASE.search(one.words) or _INCREASE.search(other.words)):
        return False
    if objects >= _EQUAL_OBJECT:
        return words >= _NEAR_WORDS
    if _is_part(_object(one), _object(other)):
        return words >= _NEAR_WORDS
    return words >= _SAME_WORDS and objects >= _SAME_OBJECT


def _is_part(one: str, other: str) -> bool:
    """Whether one object is named with more words in the other: 兴趣班, 亲子兴趣班."""
    short, long = sorted((similarity.folded(one), similarity.folded(other)), key=len)
    return len(short) >= _WHOLE_NAME and short in long


def measure_of(target: Target) -> str:
    """The measure, 场 and 场次 being one, and 人 and 名."""
    measure = target.measure or ""
    return {"场次": "场", "班次": "班", "个班次": "个班", "名": "人"}.get(measure, measure)


def _is_total(figure: Figure) -> bool:
    return bool(_TOTAL.search(figure.words)) and not _INCREASE.search(figure.words)


def _pairs(rows: list[list[float]], *, least: float) -> dict[int, int]:
    """Rows and columns that are each other's best, of at least a value."""
    columns: list[Any] = list(zip(*rows, strict=True))
    found = {}
    for row, values in enumerate(rows):
        best = max(values, default=0.0)
        if best >= least:
            column = values.index(best)
            if max(columns[column]) == best and columns[column].index(best) == row:
                found[row] = column
    return found
