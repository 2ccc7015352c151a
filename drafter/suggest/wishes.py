"""Wishes that departments sent in, each held against the library: done before, done elsewhere, or new."""

from collections.abc import Sequence

from drafter import similarity
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Item
from drafter.model.references import Reference
from drafter.model.suggestion import Advice, Advised, Card, Sighting, Wish
from drafter.suggest.cards import Cards
from drafter.suggest.history import Figure, figures_of, measure_of, same_figures
from drafter.suggest.omissions import last_notice
from drafter.suggest.ranking import Context
from drafter.suggest.shelf import Shelf, place_and_year
from drafter.text import targets

_LOOKED_AT = 5
_OWN_MAY_BE_LESS = 0.15  # an own commitment this much less alike is still the one to name
_SURE = 0.42  # from here on an own commitment is named without a question
_SAME_WISH = 0.6


def advise(
    wishes: Sequence[Wish], library: Library | Shelf, *, place: str | None = None, draft: Draft | None = None
) -> list[Advised]:
    """What to do with each wish, in their order.

    `place` is the office that asks, else that of `draft`; without either no notice is its own.
    Raises UnknownReference for a place that is not registered.
    """
    table = _Table(Cards(library), draft.place if draft else place, draft)
    alike = _alike([wish.text for wish in wishes])
    return [table.advised(wish, alike.get(number)) for number, wish in enumerate(wishes)]


def _alike(texts: list[str]) -> dict[int, int]:
    """For a wish that is like an earlier one of the same list, that one's number counted from 1."""
    rows = similarity.likenesses(texts, texts)
    found = {}
    for number, row in enumerate(rows):
        earlier = row[:number]
        if earlier and max(earlier) >= _SAME_WISH:
            found[number] = earlier.index(max(earlier)) + 1
    return found


class _Table:
    """What is known of the office that asks."""

    def __init__(self, cards: Cards, place: str | None, draft: Draft | None) -> None:
        self.cards, library = cards, cards.shelf.library
        year = draft.year if draft else None
        self.context = Context.of_place(library, place, year=year) if place else Context()
        self.last = last_notice(place, year, cards.shelf) if place else None
        self.taken = {
            clause.origin: number
            for number, item in enumerate(draft.items if draft else (), start=1)
            for clause in item.all_clauses
            if clause.origin
        }

    def advised(self, wish: Wish, like: int | None) -> Advised:
        """The advice on a wish; `like` is an earlier wish of the list that it repeats."""
        card = self._card(wish)
        repeated = [f"与本表第{like}条相近，可合并"] if like else []
        if card is None:
            reason = "；".join([*repeated, self._nothing(wish)])
            return Advised(wish=wish, kind=Advice.NEW, advice="新增", reason=reason)
        reasons = [*repeated, *card.why, f"相似度{card.score:.0%}"]
        kind, advice, seen = self._judged(wish, card)
        if seen:
            reasons += _figures_beside(wish.text, self.cards.shelf.clause(seen.ref), seen.year)
        return Advised(wish=wish, kind=kind, advice=advice, reason="；".join(reasons), card=card)

    def _card(self, wish: Wish) -> Card | None:
        """The commitment to name: the nearest, an own one before others that are little nearer."""
        themes = self.cards.shelf.library.themes.of_item(Item(heading=wish.text))
        context = self.context.replaced(themes=themes, units=(wish.unit,) if wish.unit else ())
        found = self.cards.of([wish.text], limit=_LOOKED_AT, context=context)
        if not found:
            return None
        top = max(card.score for card in found)
        least = min(_SURE, top - _OWN_MAY_BE_LESS)
        near = [card for card in found if self._is_own(card) and card.score >= least]
        return (near or found)[0]

    def _is_own(self, card: Card) -> bool:
        return place_and_year(Reference.parse(card.ref).notice)[0] == self.context.place

    def _judged(self, wish: Wish, card: Card) -> tuple[Advice, str, Sighting | None]:
        """The kind of advice, its words, and the own clause that it speaks of."""
        if not self._is_own(card):
            place = Reference.parse(card.ref)
            goal = _goals(card.clause)
            there = f"可参考{_named(place)}{f'（{goal}）' if goal else ''}"
            return (Advice.ELSEWHERE, f"新增；{there}", None) if self.context.place else (Advice.FOUND, there, None)
        seen = card.years[-1]
        place = Reference.parse(seen.ref)
        goal = _goals(self.cards.shelf.clause(seen.ref))
        in_draft = self.taken.get(seen.ref)
        drafted = f"，草稿第{in_draft}项已有" if in_draft else ""
        if place.notice == self.last:
            how = _closeness(wish.text, self.cards.shelf.clause(seen.ref), card.score)
            return Advice.LAST_YEAR, f"与{self._year(seen.year)}第{place.item}项{how}{drafted}", seen
        sure = "" if card.score >= _SURE else "可能"
        done = f"{sure}{seen.year}年已办（第{place.item}项）{f'，{goal}' if goal else ''}"
        return Advice.EARLIER, done + drafted, seen

    def _year(self, year: int) -> str:
        """去年 only where the year drafted is known to be the next."""
        return f"去年（{year}年）" if self.context.year == year + 1 else f"{year}年"

    def _nothing(self, wish: Wish) -> str:
        """Why a wish is new, with the nearest there is, so that a person can judge."""
        nearest = self.cards.shelf.nearest(wish.text, 1)
        if not nearest or not nearest[0].score:
            return "文库中没有相近的"
        return f"文库中没有足够相近的（最接近的是{nearest[0].ref}，相似度只有{nearest[0].score:.0%}）"


def _closeness(wish: str, clause: str, score: float) -> str:
    if similarity.folded(wish) == similarity.folded(clause):
        return "相同"
    return "相近，可并入" if score >= _SURE else "可能相近，请核对"


def _goals(clause: str) -> str:
    found = "、".join(target.text for target in targets.find(clause))
    return f"目标{found}" if found else ""


def _named(place: Reference) -> str:
    office, year = place_and_year(place.notice)
    return f"{office}{f'{year}年' if year else ''}第{place.item}项"


def _figures_beside(wish: str, clause: str, year: int) -> list[str]:
    """The figures of a wish that differ from those of the past clause for the same thing."""
    ours, theirs = figures_of(wish), figures_of(clause)
    told = []
    for one, other in same_figures(ours, theirs).items():
        asked, before = ours[one].target, theirs[other].target
        if asked.value is None or before.value is None or asked.value == before.value:
            continue
        how = "低于" if asked.value < before.value else "高于"
        told.append(f"“{asked.text}”{how}{year}年的“{before.text}”")
    return told or _only_figures(ours, theirs, year)


def _only_figures(ours: Sequence[Figure], theirs: Sequence[Figure], year: int) -> list[str]:
    """A figure beside the only one of its measure on the other side, without a word on which is more."""
    kinds, others = ([measure_of(figure.target) for figure in side] for side in (ours, theirs))
    return [
        f"指标这次“{asked.target.text}”，{year}年“{theirs[others.index(kind)].target.text}”"
        for asked, kind in zip(ours, kinds, strict=True)
        if kind and kinds.count(kind) == others.count(kind) == 1
        if asked.target.value != theirs[others.index(kind)].target.value
    ]
