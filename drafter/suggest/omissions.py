"""What a draft leaves out: last year's items and clauses that nothing continues, themes only the superior has."""

from collections.abc import Iterable

from drafter.model.comparison import ClauseKind, Relation
from drafter.model.draft import Draft
from drafter.model.suggestion import MissingTheme, Omitted
from drafter.suggest.shelf import Shelf, place_and_year


def last_notice(place: str, year: int | None, shelf: Shelf) -> str | None:
    """The reference of a place's newest notice before a year, None where there is none."""
    earlier = [name for name in shelf.of_place(place) if year is None or place_and_year(name)[1] < year]
    return max(earlier, key=lambda name: place_and_year(name)[1], default=None)


def left_out(draft: Draft, last: str, shelf: Shelf) -> tuple[tuple[Omitted, ...], tuple[Omitted, ...]]:
    """The items of last year's notice that the draft drops whole, and the clauses it drops from items it keeps."""
    from drafter import compare  # noqa: PLC0415 - slow to load; a question for a text compares nothing

    notice = shelf.notice(last)
    reasons = {one.origin: one.reason for one in draft.dropped if one.origin}
    items, clauses = [], []
    for change in compare.notices(notice, draft, old_name=last).items:
        if change.relation is Relation.DROPPED:
            for number in change.old:
                ref, item = f"{last}#{number}", notice.items[number - 1]
                items.append(Omitted(ref=ref, text=item.heading or item.body, reason=reasons.get(ref)))
            continue
        for clause in change.clauses:
            if clause.kind is ClauseKind.REMOVED and clause.old:
                ref = f"{last}#{clause.old_item}.{clause.old_position}"
                clauses.append(Omitted(ref=ref, text=clause.old, reason=reasons.get(ref)))
    return tuple(items), tuple(dict.fromkeys(clauses))


def missing_themes(themes: Iterable[str], superior: str, shelf: Shelf) -> tuple[MissingTheme, ...]:
    """The themes of a superior's notice that are not among others, with its items of each."""
    there: dict[str, list[Omitted]] = {}
    for number, item in enumerate(shelf.notice(superior).items, start=1):
        for theme in item.themes:
            if theme not in themes:
                there.setdefault(theme, []).append(Omitted(ref=f"{superior}#{number}", text=item.heading or item.body))
    return tuple(MissingTheme(theme=theme, items=tuple(items)) for theme, items in there.items())
