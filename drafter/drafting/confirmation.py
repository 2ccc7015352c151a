"""Which figures of a draft were confirmed; a confirmation holds as long as the figure stands in its clause."""

from collections import Counter
from collections.abc import Sequence

from drafter.model.draft import DraftClause
from drafter.text import targets
from drafter.text.confirmed import unconfirmed

__all__ = ["confirmed_clause", "succeeded_by", "unconfirmed"]


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
