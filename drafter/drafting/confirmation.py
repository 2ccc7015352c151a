"""Which figures of a draft were confirmed; a confirmation holds as long as the figure stands in its clause."""

from collections import Counter

from drafter.model.draft import DraftClause, DraftItem
from drafter.text import targets


def confirmed_clause(clause: DraftClause) -> DraftClause:
    """The clause with every figure in it confirmed."""
    figures = tuple(target.text for target in targets.find(clause.text))
    return clause.replaced(confirmed=figures)


def kept_confirmations(clause: DraftClause, text: str) -> tuple[str, ...]:
    """The confirmations of a clause that still hold when its text becomes another."""
    there = Counter(target.text for target in targets.find(text))
    kept = []
    for figure in clause.confirmed:
        if there[figure]:
            there[figure] -= 1
            kept.append(figure)
    return tuple(kept)


def unconfirmed(item: DraftItem) -> list[str]:
    """The figures of an item that nobody confirmed yet, verbatim."""
    found: list[str] = []
    for clause in item.all_clauses:
        known = Counter(clause.confirmed)
        for target in targets.find(clause.text):
            if known[target.text]:
                known[target.text] -= 1
            else:
                found.append(target.text)
    return found
