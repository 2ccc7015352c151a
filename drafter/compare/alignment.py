"""Two notices side by side: clauses linked, items related by the flow of their clauses, and all that differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter import similarity
from drafter.compare import attachments, dividing, evidence, figures, judged, links, pieces, relations, rows, units
from drafter.compare.fields import head_changes, item_changes
from drafter.compare.links import Link
from drafter.compare.relations import Pair
from drafter.compare.sides import Place, Side
from drafter.compare.tokens import Words
from drafter.library import Library
from drafter.library.registers import Units
from drafter.model.comparison import ClauseChange, Comparison, ItemChange, Relation
from drafter.model.draft import ConfirmedPair, Draft
from drafter.model.notice import Item, Notice
from drafter.model.references import Reference
from drafter.text import organs
from drafter.text.finished import notice_of

_TITLE, _LIKE_TITLE = "标题相同", "标题相近"
_WAYS = (links.ORIGIN, links.CONFIRMED, links.EQUAL, links.FIGURES, links.ALIKE)


def notices(
    old: Notice | Draft,
    new: Notice | Draft,
    *,
    old_name: str = "",
    new_name: str = "",
    pairs: Iterable[ConfirmedPair] = (),
    library: Library | None = None,
) -> Comparison:
    """Compare two notices, or a notice with what a draft makes of it.

    Origins recorded in a draft come before any likeness; they count where they name `old_name`, or without it
    the place and year of the old notice. Answers on weak links, kept in the draft or given as `pairs`, are obeyed.
    With a `library` units are known by all their names.
    """
    before, after = notice_of(old), notice_of(new)
    name = old_name or f"{organs.place_of(before.issuer)}-{before.year}"
    given = tuple(pairs)
    answers, of_items = judged.places(new, name, given), judged.items(new, name, given)
    lineage = _Lineage.of(new, name) if isinstance(new, Draft) else _Lineage()
    old_side, new_side = Side(before.items), Side(after.items)
    found = _links(old_side, new_side, lineage, answers)
    confirmed = {pair for pair, linked in of_items.items() if linked and _has_items(before, after, pair)}
    lineage = replace(lineage, confirmed=frozenset(confirmed))
    told = _Rows((old_side, new_side), found, lineage, library.units if library else None)
    related = relations.pairs(old_side, new_side, found, confirmed | lineage.items, of_items.keys() - confirmed)
    head, yearly = head_changes(before, after, told.names)
    return Comparison(
        old=name,
        new=new_name or f"{organs.place_of(after.issuer)}-{after.year}",
        head=head,
        items=tuple(sorted(told.changes(related), key=_place)),
        yearly=yearly,
        attachments=attachments.changes(before.attachments, after.attachments, related, told.names),
    )


def _has_items(old: Notice, new: Notice, pair: tuple[int, int]) -> bool:
    return pair[0] <= len(old.items) and pair[1] <= len(new.items)


def _place(change: ItemChange) -> tuple[bool, int, int]:
    """Items follow the new notice; those that ended stand behind."""
    return not change.new, min(change.new, default=0), min(change.old, default=0)


@dataclass(frozen=True)
class _Lineage:
    """What a draft remembers of its old notice: items and clauses that come from it, and why things were taken out.

    `foreign` are the clauses that came from another notice than the draft's own old one: beside that one, likeness
    makes no successors of them. `taken` are those from a third notice, neither the draft's own nor the one it is
    beside, with where that was. `confirmed` are the items that a person said are one.
    """

    items: frozenset[tuple[int, int]] = frozenset()
    clauses: tuple[tuple[Place, Place], ...] = ()
    foreign: frozenset[Place] = frozenset()
    taken: tuple[tuple[Place, str], ...] = ()
    confirmed: frozenset[tuple[int, int]] = frozenset()
    origins: tuple[tuple[str | None, str | None], ...] = ()
    dropped_items: tuple[tuple[int, str | None], ...] = ()
    dropped_clauses: tuple[tuple[Place, str | None], ...] = ()

    @classmethod
    def of(cls, draft: Draft, old_name: str) -> "_Lineage":
        def origin(text: str | None) -> tuple[int | None, int | None]:
            known = Reference.of(text)
            return (known.item, known.clause) if known and known.notice == old_name else (None, None)

        items = {(origin(item.origin)[0], number) for number, item in enumerate(draft.items, start=1)}
        clauses = [
            (origin(clause.origin), (number, position))
            for number, item in enumerate(draft.items, start=1)
            for position, clause in enumerate(item.all_clauses, start=1)
        ]
        # Beside another notice than the one it was made from, a draft is a list like any other.
        foreign = {
            (number, position)
            for number, item in enumerate(draft.items, start=1)
            for position, clause in enumerate(item.all_clauses, start=1)
            if draft.source == old_name and (known := Reference.of(clause.origin)) and known.notice != old_name
        }
        taken = [
            ((number, position), str(known))
            for number, item in enumerate(draft.items, start=1)
            for position, clause in enumerate(item.all_clauses, start=1)
            if (known := Reference.of(clause.origin)) and known.notice not in (old_name, draft.source)
        ]
        gone = [(origin(one.origin), one.reason) for one in draft.dropped]
        return cls(
            items=frozenset((old, new) for old, new in items if old),
            clauses=tuple(((old, part), new) for (old, part), new in clauses if old and part),
            foreign=frozenset(foreign),
            taken=tuple(taken),
            origins=tuple((item.origin, item.reason) for item in draft.items),
            dropped_items=tuple((old, reason) for (old, part), reason in gone if old and not part),
            dropped_clauses=tuple(((old, part), reason) for (old, part), reason in gone if old and part),
        )


def _links(old: Side, new: Side, lineage: _Lineage, answers: dict[tuple[Place, Place], bool]) -> list[Link]:
    """All links of clauses, those of divided and joined clauses included; a doubt yields to them."""
    refused = {pair for pair, linked in answers.items() if not linked and _stands(old, new, pair)}
    known = {pair: links.ORIGIN for pair in lineage.clauses if _stands(old, new, pair)}
    known |= {pair: links.CONFIRMED for pair, linked in answers.items() if linked and _stands(old, new, pair)}
    refused |= {
        (first, second)
        for second in lineage.foreign
        for first, text in old.clauses.items()
        if similarity.folded(text) != similarity.folded(new.clauses[second])
    }
    weighed = evidence.weigh(old, new, refused.difference(known))
    found = links.find(old, new, weighed, known)
    more = dividing.further(old, new, weighed, found, known)
    olds, news = {link.old for link in more}, {link.new for link in more}
    kept = [link for link in found if link.certain or not (link.old in olds or link.new in news)]
    return sorted([*kept, *more], key=lambda link: (link.old, link.new))


def _stands(old: Side, new: Side, pair: tuple[Place, Place]) -> bool:
    return pair[0] in old.clauses and pair[1] in new.clauses


class _Rows:
    """The rows of a comparison, from what is linked."""

    def __init__(self, sides: tuple[Side, Side], found: list[Link], lineage: _Lineage, register: Units | None) -> None:
        (self.old, self.new), self.links, self.register, self.lineage = sides, found, register, lineage
        old, new = sides
        self.names = Words(unit for side in (old, new) for item in side.items for unit in item.all_units)
        self.rows = rows.of_links(old, new, found)
        self.reasons, self.origins = dict(lineage.dropped_clauses), dict(lineage.taken)

    def changes(self, related: Sequence[Pair]) -> list[ItemChange]:
        """One row for each group of items that belong together, and each that stands alone."""
        kept = relations.in_order(list(related))
        return [self._change(pair, moved=bool(pair[0] and pair[1]) and pair not in kept) for pair in related]

    def _change(self, pair: Pair, *, moved: bool) -> ItemChange:
        before, after = pair
        olds, news = [self.old.items[n - 1] for n in before], [self.new.items[n - 1] for n in after]
        both = bool(before and after)
        old_heading, new_heading = _headings(olds), _headings(news)
        inside = [link for link in self.links if link.old[0] in before and link.new[0] in after]
        by, certain = self._way(pair, inside) if both else (None, True)
        origin, reason = self._origin(pair)
        return ItemChange(
            relation=_relation(before, after),
            old=before,
            new=after,
            old_heading=old_heading,
            new_heading=new_heading,
            retitled=both and old_heading != new_heading,
            moved=moved,
            matched_by=by,
            certain=certain,
            clauses=self._clauses(pair),
            targets=tuple(figures.target_changes(self.old, self.new, before, after, self.links)),
            units=units.change(olds, news, self.register),
            fields=item_changes(olds, news, self.names) if both else (),
            heading=pieces.of_texts(old_heading, new_heading, self.names),
            received=tuple(sorted({link.old[0] for link in self.links if link.new[0] in after} - set(before))),
            given=tuple(sorted({link.new[0] for link in self.links if link.old[0] in before} - set(after))),
            carried=self._carried(before, inside) if both else None,
            origin=origin,
            reason=reason,
        )

    def _clauses(self, pair: Pair) -> tuple[ClauseChange, ...]:
        found = rows.changes(
            self.old, self.new, pair, self.rows, names=self.names, origins=self.origins, reasons=self.reasons
        )
        return tuple(found)

    def _way(self, pair: Pair, inside: list[Link]) -> tuple[str, bool]:
        """How the items were matched, and whether surely: by origin, the surest link of clauses, or their title."""
        before, after = pair
        if any(first in before and second in after for first, second in self.lineage.items):
            return links.ORIGIN, True
        if any(first in before and second in after for first, second in self.lineage.confirmed):
            return links.CONFIRMED, True
        sure = {link.by for link in inside if link.certain}
        titles = {self.old.headings[number - 1] for number in before} & {self.new.headings[n - 1] for n in after}
        way = next((way for way in _WAYS if way in sure), _TITLE if titles - {""} else None)
        if way:
            return way, True
        return (links.ALIKE if inside else _LIKE_TITLE), False

    def _carried(self, before: tuple[int, ...], inside: list[Link]) -> float:
        """The share of the old items' text whose clauses are in the new ones."""
        size = sum(self.old.sizes[number - 1] for number in before)
        return round(sum(len(self.old.clauses[place]) for place in {link.old for link in inside}) / max(1, size), 4)

    def _origin(self, pair: Pair) -> tuple[str | None, str | None]:
        """Where a draft's item came from and why; of an item that ended, why it was taken out."""
        before, after = pair
        if after and self.lineage.origins:
            return self.lineage.origins[after[0] - 1]
        if before and not after:
            return None, dict(self.lineage.dropped_items).get(before[0])
        return None, None


def _headings(items: Sequence[Item]) -> str | None:
    return "；".join(item.heading or "" for item in items) or None


def _relation(before: tuple[int, ...], after: tuple[int, ...]) -> Relation:
    if not before:
        return Relation.NEW
    if not after:
        return Relation.DROPPED
    if len(after) > 1:
        return Relation.SPLIT
    return Relation.MERGED if len(before) > 1 else Relation.CONTINUED
