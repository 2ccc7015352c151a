"""Which figures of a draft were confirmed; a confirmation holds as long as the figure stands in its clause."""

from collections import Counter
from collections.abc import Sequence

from drafter import similarity
from drafter.model.draft import DraftClause
from drafter.text import targets
from drafter.text.confirmed import unconfirmed

_HALF, _STRETCH = 0.5, 3  # a share, and characters: shorter stretches any two sentences have in common

__all__ = ["confirmed_clause", "succeeded_by", "unconfirmed"]


def confirmed_clause(clause: DraftClause) -> DraftClause:
    """The clause with every figure in it confirmed."""
    figures = tuple(target.text for target in targets.find(clause.text))
    return clause.replaced(confirmed=figures)


def succeeded_by(clause: DraftClause, texts: Sequence[str]) -> list[DraftClause]:
    """The clauses that a clause becomes, one a text, each of its confirmations held by one of them at most.

    The one that keeps most of its words is of its origin, and each other of which it holds half: what was newly written
    beside it came from nowhere.
    """
    left = Counter(clause.confirmed)
    shares = [_share(clause.text, text) for text in texts]
    heir = shares.index(max(shares))
    successors = []
    for at, text in enumerate(texts):
        kept = []
        for target in targets.find(text):
            if left[target.text]:
                left[target.text] -= 1
                kept.append(target.text)
        origin = clause.origin if at == heir or shares[at] >= _HALF else None
        successors.append(DraftClause(text=text, origin=origin, confirmed=tuple(kept)))
    return successors


def _share(old: str, new: str) -> float:
    """The share of a new text that stands in an old one, in stretches long enough to be no chance."""
    lengths = (step.new_end - step.new_start for step in similarity.opcodes(old, new) if step.tag == "equal")
    kept = sum(length for length in lengths if length >= _STRETCH)
    return kept / max(1, len(new))
