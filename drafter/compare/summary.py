"""How much changed, counted from a comparison."""

from collections import Counter

from drafter.model.results import ClauseKind, Comparison, Relation


def summary(comparison: Comparison) -> dict[str, int]:
    """Counts of items by relation, clauses by kind and targets by change."""
    items = Counter(change.relation for change in comparison.items)
    clauses = Counter(clause.kind for change in comparison.items for clause in change.clauses)
    targets = Counter(target.change for change in comparison.items for target in change.targets)
    counts = {f"items_{relation.value}": items[relation] for relation in Relation}
    counts |= {f"clauses_{kind.value}": clauses[kind] for kind in ClauseKind}
    kinds = ("raised", "lowered", "same", "added", "dropped", "redefined")
    return counts | {f"targets_{kind}": targets[kind] for kind in kinds}
