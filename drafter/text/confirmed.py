"""Which figures of a draft nobody confirmed yet; a confirmation holds as long as the figure stands in its clause."""

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.target import Target
from drafter.text import targets

if TYPE_CHECKING:
    from drafter.model.draft import DraftClause, DraftItem


def open_figures(clause: "DraftClause") -> list[Target]:
    """The figures of a clause that were not confirmed, with their places; one confirmation covers one figure."""
    known = Counter(clause.confirmed)
    found = []
    for target in targets.find(clause.text):
        if known[target.text]:
            known[target.text] -= 1
        else:
            found.append(target)
    return found


def unconfirmed(item: "DraftItem") -> list[str]:
    """The figures of an item that nobody confirmed yet, verbatim."""
    return [target.text for clause in item.all_clauses for target in open_figures(clause)]
