"""Suggestions for a draft: cards for its items, and the whole of it beside the library."""

from drafter.errors import OutOfRange
from drafter.library import Library
from drafter.model.draft import Draft, DraftItem
from drafter.model.references import Reference
from drafter.model.suggestion import Card, ItemCards, Survey
from drafter.suggest.cards import Cards
from drafter.suggest.coverage import coverage
from drafter.suggest.omissions import last_notice, left_out, missing_themes
from drafter.suggest.ranking import Context, Wanted
from drafter.suggest.shelf import Shelf

_ANYTHING = Wanted()
_SPARE = 3  # cards beyond the limit, for those that another item gets


def for_item(
    draft: Draft,
    number: int,
    library: Library | Shelf,
    *,
    clause: int | None = None,
    limit: int = 5,
    wanted: Wanted = _ANYTHING,
) -> list[Card]:
    """Past commitments like those of a draft's item, or like one clause of it; what the draft uses is left out.

    Raises OutOfRange.
    """
    if not 1 <= number <= len(draft.items):
        raise OutOfRange("草稿的实事", number, len(draft.items))
    cards = Cards(library)
    item, leave_out = draft.items[number - 1], used(draft, cards)
    return _of_item(cards, draft, item, leave_out, limit=limit, wanted=wanted, clause=clause)


def _of_item(
    cards: Cards,
    draft: Draft,
    item: DraftItem,
    leave_out: frozenset[str],
    *,
    limit: int,
    wanted: Wanted,
    clause: int | None = None,
) -> list[Card]:
    library = cards.shelf.library
    context = Context.of_place(
        library, draft.place, year=draft.year, themes=themes_of(item, library), units=item.all_units
    )
    texts = [one.text for one in item.all_clauses]
    if clause is not None:
        if not 1 <= clause <= len(texts):
            raise OutOfRange("这一项的措施", clause, len(texts))
        texts = [texts[clause - 1]]
    asked = texts or ([item.heading] if item.heading else [])
    return cards.of(asked, limit=limit, context=context, wanted=wanted, leave_out=leave_out)


def themes_of(item: DraftItem, library: Library) -> tuple[str, ...]:
    """The themes that an item was given, or those its words tell."""
    return item.themes or library.themes.of_item(item)


def origins(draft: Draft) -> frozenset[str]:
    """The references of the past clauses that a draft was made from, and of what was dropped from it."""
    kept = {clause.origin for item in draft.items for clause in item.all_clauses if clause.origin}
    return frozenset(kept | {one.origin for one in draft.dropped if one.origin})


def used(draft: Draft, cards: Cards) -> frozenset[str]:
    """The origins of a draft with their copies of other years: nothing of these is news to it."""
    found = set(origins(draft))
    for text in sorted(found):
        place = Reference.of(text)
        if place and cards.shelf.holds(place):
            found |= {one.ref for one in cards.histories.of(text).years}
    return frozenset(found)


def survey(draft: Draft, library: Library | Shelf, *, limit: int = 2, wanted: Wanted = _ANYTHING) -> Survey:
    """For each item the best commitments that the draft does not use, and what the draft leaves out.

    A commitment stands below the one item that it is most like.
    """
    cards = Cards(library)
    shelf = cards.shelf
    leave_out = used(draft, cards)
    offered = [
        (card, number)
        for number, item in enumerate(draft.items, start=1)
        for card in _of_item(cards, draft, item, leave_out, limit=limit + _SPARE, wanted=wanted)
    ]
    given: dict[int, list[Card]] = {number: [] for number in range(1, len(draft.items) + 1)}
    told: set[str] = set()
    for card, number in sorted(offered, key=lambda one: -one[0].score):
        if told.isdisjoint(card.origins) and len(given[number]) < limit:
            given[number].append(card)
            told |= card.origins
    last = last_notice(draft.place, draft.year, shelf)
    entry = shelf.library.issuers.find(draft.place)
    superior = last_notice(entry.superior, None, shelf) if entry and entry.superior else None
    themes = [shelf.library.themes.touched_by(item) for item in draft.items]
    omitted_items, omitted_clauses = left_out(draft, last, shelf) if last else ((), ())
    return Survey(
        items=tuple(
            ItemCards(item=number, heading=item.heading, cards=tuple(given[number]))
            for number, item in enumerate(draft.items, start=1)
        ),
        last=last,
        omitted_items=omitted_items,
        omitted_clauses=omitted_clauses,
        superior=superior,
        missing_themes=missing_themes({one for listed in themes for one in listed}, superior, shelf)
        if superior
        else (),
        fields=coverage(themes, shelf.library.themes),
    )
