"""How an item stands on paper: its heading with the stop, and its units in brackets."""

from drafter.model.notice import Entry, Item
from drafter.text import unit_clause


def heading(text: str | None, behind: str) -> str:
    """A heading with its stop; one that stands alone on its line has none (spec M-16, M-17)."""
    return f"{text}。" if text and behind else text or ""


def units(part: Item | Entry) -> str:
    """The unit clause of an item or entry in its brackets, as it was printed or else in the plain form."""
    inside = part.units_as_printed or unit_clause.print_inside(part.units, part.lead_units, part.leader, part.deadline)
    return unit_clause.print_clause(inside)
