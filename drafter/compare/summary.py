"""How much changed, counted from a comparison."""

from collections import Counter

from drafter.model.comparison import ClauseKind, Comparison, ItemChange, Relation


def summary(comparison: Comparison) -> dict[str, int]:
    """Counts of items by relation, clauses by kind and targets by change."""
    items = Counter(change.relation for change in comparison.items)
    clauses = Counter(clause.kind for change in comparison.items for clause in change.clauses)
    targets = Counter(target.change for change in comparison.items for target in change.targets)
    adjusted = sum(is_adjusted(change) for change in comparison.items)
    counts = {"head": len(comparison.head), "items_adjusted": adjusted}
    counts |= {f"items_{relation.value}": items[relation] for relation in Relation}
    counts |= {f"clauses_{kind.value}": clauses[kind] for kind in ClauseKind}
    kinds = ("raised", "lowered", "same", "added", "dropped", "redefined")
    return counts | {f"targets_{kind}": targets[kind] for kind in kinds}


def is_adjusted(change: ItemChange) -> bool:
    """Whether an item lives on with something in it changed beside its place and title."""
    return change.relation is Relation.CONTINUED and bool(
        any(clause.kind is not ClauseKind.SAME for clause in change.clauses)
        or change.fields
        or change.units.added
        or change.units.removed
        or change.units.lead_changed
    )


def is_different(comparison: Comparison) -> bool:
    """Whether anything differs."""
    return bool(comparison.head) or any(
        change.relation is not Relation.CONTINUED or change.retitled or change.moved or is_adjusted(change)
        for change in comparison.items
    )
