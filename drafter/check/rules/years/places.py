"""Where a change stands: the place in this year's notice that a finding about last year's is told at."""

from drafter.check.context import Context
from drafter.check.parts import TITLE, Part, Segment


def clause_at(notice: Context, item: int | None, position: int | None) -> tuple[Part, Segment] | None:
    """The part of an item and its clause at a position, both counted from 1."""
    if item is None or position is None or item > len(notice.items):
        return None
    part = notice.items[item - 1][1]
    clauses = part.all("clause")
    return (part, clauses[position - 1]) if position <= len(clauses) else None


def item_place(notice: Context, items: tuple[int, ...]) -> tuple[Part, int]:
    """The beginning of the first of some items, else that of the last title: what ended stands nowhere."""
    if items:
        return notice.items[items[0] - 1][1], 0
    return notice.named(TITLE)[-1], 0
