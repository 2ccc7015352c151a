"""Aligning two notices: clauses by origin, then by text, then by likeness; items by the flow of their clauses."""

from collections import Counter, defaultdict

from drafter import similarity
from drafter.compare.fields import head_changes, item_changes
from drafter.compare.figures import target_changes
from drafter.compare.order import longest_rise
from drafter.model.base import Value
from drafter.model.comparison import ClauseChange, ClauseKind, Comparison, ItemChange, Relation, UnitChange
from drafter.model.draft import Draft
from drafter.model.notice import Item, Notice
from drafter.model.references import Reference
from drafter.text import organs
from drafter.text.finished import notice_of

_LINKED = 0.55
_CERTAIN = 0.7


class Link(Value):
    """An old clause and the new one it became, by position (item, clause), with the way it was found."""

    old: tuple[int, int]
    new: tuple[int, int]
    by: str
    likeness: float


_Clauses = dict[tuple[int, int], str]
_Pair = tuple[tuple[int, ...], tuple[int, ...]]


def notices(old: Notice | Draft, new: Notice | Draft, *, old_name: str = "", new_name: str = "") -> Comparison:
    """Compare two notices, or a notice with what a draft makes of it.

    Origins recorded in a draft come before any likeness; they count where they name `old_name`, or without it
    the place and year of the old notice.
    """
    before, after = notice_of(old), notice_of(new)
    name = old_name or f"{organs.place_of(before.issuer)}-{before.year}"
    known = _recorded(new, name) if isinstance(new, Draft) else []
    return _compare(before, after, known, name, new_name or f"{organs.place_of(after.issuer)}-{after.year}")


def _recorded(draft: Draft, old_name: str) -> list[Link]:
    """The links that a draft remembers, of clauses that came from the old notice."""
    known = []
    for number, item in enumerate(draft.items, start=1):
        for position, clause in enumerate(item.all_clauses, start=1):
            origin = Reference.of(clause.origin)
            if origin and origin.notice == old_name and origin.item and origin.clause:
                place = (origin.item, origin.clause)
                known.append(Link(old=place, new=(number, position), by="来源", likeness=1.0))
    return known


def _compare(old: Notice, new: Notice, known: list[Link], old_name: str, new_name: str) -> Comparison:
    links = _links(_clauses(old), _clauses(new), known)
    pairs = _item_pairs(old, new, links)
    in_order = _in_order(pairs)
    changes = [
        _item_change(old, new, before, after, links, moved=bool(before and after) and (before, after) not in in_order)
        for before, after in pairs
    ]
    changes.sort(key=lambda change: (min(change.new, default=len(new.items) + 1), min(change.old, default=0)))
    return Comparison(old=old_name, new=new_name, head=head_changes(old, new), items=tuple(changes))


def _clauses(notice: Notice) -> _Clauses:
    return {
        (number, position): clause.text
        for number, item in enumerate(notice.items, start=1)
        for position, clause in enumerate(item.all_clauses, start=1)
    }


def _links(old: _Clauses, new: _Clauses, known: list[Link]) -> list[Link]:
    """Links of clauses, each clause used once: known ones, then equal texts, then alike ones."""
    links: list[Link] = []
    free_old, free_new = dict(old), dict(new)

    def take(link: Link) -> None:
        if link.old in free_old and link.new in free_new:
            links.append(link)
            del free_old[link.old], free_new[link.new]

    for link in known:
        take(link)
    for key, by in ((str, "文字相同"), (similarity.folded, "只有数字不同")):
        by_text: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, text in free_old.items():
            by_text[key(text)].append(place)
        for place, text in list(free_new.items()):
            for before in by_text.get(key(text), []):
                take(Link(old=before, new=place, by=by, likeness=1.0))
    olds, news = list(free_old), list(free_new)
    for before_at, after_at, value in similarity.assigned(
        [free_old[p] for p in olds], [free_new[p] for p in news], least=_LINKED
    ):
        take(Link(old=olds[before_at], new=news[after_at], by="文字相近", likeness=value))
    return links


def _item_pairs(old: Notice, new: Notice, links: list[Link]) -> list[_Pair]:
    """Which old items became which new ones.

    Two items belong together when each is where most of the other's clauses went, or when half of the old one's
    clauses went into the new one (a merger) or half of the new one's came from the old one (a split).
    """
    flow = Counter((link.old[0], link.new[0]) for link in links)
    weight = Counter(flow)
    headings = {item.heading: number for number, item in enumerate(old.items, start=1) if item.heading}
    for number, item in enumerate(new.items, start=1):
        if item.heading in headings:
            weight[headings[item.heading], number] += 1
    partners: dict[int, set[int]] = defaultdict(set)
    for (before, after), value in weight.items():
        most_in = value == max(other for (_, there), other in weight.items() if there == after)
        most_out = value == max(other for (here, _), other in weight.items() if here == before)
        count = 2 * flow[before, after]
        whole_in = most_out and count >= len(old.items[before - 1].all_clauses)
        whole_out = most_in and count >= len(new.items[after - 1].all_clauses)
        if (most_in and most_out) or (count and (whole_in or whole_out)):
            partners[after].add(before)
    pairs = _grouped(partners)
    linked_old = {number for before, _ in pairs for number in before}
    linked_new = {number for _, after in pairs for number in after}
    pairs += [((number,), ()) for number in range(1, len(old.items) + 1) if number not in linked_old]
    pairs += [((), (number,)) for number in range(1, len(new.items) + 1) if number not in linked_new]
    return pairs


def _grouped(partners: dict[int, set[int]]) -> list[_Pair]:
    """Items that hang together, as groups of old and new positions."""
    groups: list[tuple[set[int], set[int]]] = []
    for after, befores in sorted(partners.items()):
        joined = [group for group in groups if group[0] & befores]
        merged = (befores.union(*(g[0] for g in joined)), {after}.union(*(g[1] for g in joined)))
        groups = [group for group in groups if group not in joined] + [merged]
    return [(tuple(sorted(before)), tuple(sorted(after))) for before, after in groups]


def _in_order(pairs: list[_Pair]) -> set[_Pair]:
    """The largest set of single pairs that stand in the same order in both notices; other single ones were moved.

    Mergers and splits have no one place to have been moved from.
    """
    single = sorted((pair for pair in pairs if len(pair[0]) == len(pair[1]) == 1), key=lambda pair: pair[1])
    kept = set(longest_rise([pair[0] for pair in single]))
    return {pair for pair in pairs if pair not in single or pair[0] in kept}


def _item_change(
    old: Notice, new: Notice, before: tuple[int, ...], after: tuple[int, ...], links: list[Link], *, moved: bool
) -> ItemChange:
    olds, news = [old.items[n - 1] for n in before], [new.items[n - 1] for n in after]
    own = [link for link in links if link.new[0] in after or link.old[0] in before]
    inside = [link for link in own if link.old[0] in before and link.new[0] in after]
    by = {link.by for link in inside}
    old_heading, new_heading = _headings(olds), _headings(news)
    return ItemChange(
        relation=_relation(before, after),
        old=before,
        new=after,
        old_heading=old_heading,
        new_heading=new_heading,
        retitled=bool(before and after) and old_heading != new_heading,
        moved=moved,
        matched_by=next(
            (way for way in ("来源", "文字相同", "只有数字不同", "文字相近") if way in by),
            "标题相同" if before and after else None,
        ),
        certain=not inside or any(link.likeness >= _CERTAIN for link in inside),
        clauses=tuple(_clause_changes(old, new, before, after, own)),
        targets=tuple(target_changes(old, new, before, after, [(link.old, link.new) for link in inside])),
        units=_unit_change(olds, news),
        fields=item_changes(olds, news) if before and after else (),
    )


def _headings(items: list[Item]) -> str | None:
    return "；".join(item.heading or "" for item in items) or None


def _relation(before: tuple[int, ...], after: tuple[int, ...]) -> Relation:
    if not before:
        return Relation.NEW
    if not after:
        return Relation.DROPPED
    if len(after) > 1:
        return Relation.SPLIT
    return Relation.MERGED if len(before) > 1 else Relation.CONTINUED


def _clause_changes(
    old: Notice, new: Notice, before: tuple[int, ...], after: tuple[int, ...], links: list[Link]
) -> list[ClauseChange]:
    """The new items' clauses in order, then the old ones that nothing continues."""
    by_new = {link.new: link for link in links}
    by_old = {link.old: link for link in links}
    inside = sorted((link.new, link.old) for link in links if link.old[0] in before and link.new[0] in after)
    in_order = {place for number in before for place in longest_rise([old for _, old in inside if old[0] == number])}
    changes = []
    for number in after:
        for position, clause in enumerate(new.items[number - 1].all_clauses, start=1):
            link = by_new.get((number, position))
            if link is None:
                changes.append(ClauseChange(kind=ClauseKind.ADDED, new=clause.text, new_item=number))
                continue
            text = old.items[link.old[0] - 1].all_clauses[link.old[1] - 1].text
            kind = ClauseKind.SAME if text == clause.text else ClauseKind.CHANGED
            if link.old[0] not in before or (kind is ClauseKind.SAME and link.old not in in_order):
                kind = ClauseKind.MOVED
            changes.append(ClauseChange(kind=kind, old=text, new=clause.text, old_item=link.old[0], new_item=number))
    for number in before:
        for position, clause in enumerate(old.items[number - 1].all_clauses, start=1):
            if (number, position) not in by_old:
                changes.append(ClauseChange(kind=ClauseKind.REMOVED, old=clause.text, old_item=number))
    return changes


def _unit_change(olds: list[Item], news: list[Item]) -> UnitChange:
    before = [unit for item in olds for unit in item.all_units]
    after = [unit for item in news for unit in item.all_units]
    return UnitChange(
        added=tuple(unit for unit in after if unit not in before),
        removed=tuple(unit for unit in before if unit not in after),
        lead_changed=bool(before and after) and before[0] != after[0],
    )
