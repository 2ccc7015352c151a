"""Which figures of a draft were confirmed; a confirmation holds as long as the figure stands in its clause."""

from collections import Counter
from collections.abc import Sequence

from drafter.model.draft import DraftClause, DraftItem
from drafter.text import targets


def confirmed_clause(clause: DraftClause) -> DraftClause:
    """The clause with every figure in it confirmed."""
    figures = tuple(target.text for target in targets.find(clause.text))
    return clause.replaced(confirmed=figures)


def succeeded_by(clause: DraftClause, texts: Sequence[str]) -> list[DraftClause]:
    """The clauses that a clause becomes: of its origin, each of its confirmations held by one of them at most."""
    left = Counter(clause.confirmed)
    successors = []
    for text in texts:
        kept = []
        for target in targets.find(text):
            if left[target.text]:
                left[target.text] -= 1
                kept.append(target.text)
        successors.append(DraftClause(text=text, origin=clause.origin, confirmed=tuple(kept)))
    return successors


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
