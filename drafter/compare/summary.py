"""How much changed, counted from a comparison."""

from collections import Counter

from drafter.model.comparison import ClauseKind, Comparison, ItemChange, Relation, TargetKind


def summary(comparison: Comparison) -> dict[str, int]:
    """Counts of items by relation, clauses by kind and targets by change; how many of each are doubtful.

    A clause that was moved and changed counts as both, and is counted apart besides. Doubtful targets are in no other
    count.
    """
    items = Counter(change.relation for change in comparison.items)
    rows = [clause for change in comparison.items for clause in change.clauses]
    clauses = Counter(clause.kind for clause in rows if not (clause.moved or clause.changed))
    clauses[ClauseKind.CHANGED] = sum(clause.changed for clause in rows)
    clauses[ClauseKind.MOVED] = sum(clause.moved for clause in rows)
    promised = [target for change in comparison.items for target in change.targets]
    targets = Counter(target.change for target in promised if target.certain)
    adjusted = sum(is_adjusted(change) for change in comparison.items)
    counts = {"head": len(comparison.head), "items_adjusted": adjusted}
    counts |= {f"items_{relation.value}": items[relation] for relation in Relation}
    counts |= {f"clauses_{kind.value}": clauses[kind] for kind in ClauseKind}
    counts |= {f"targets_{kind.value}": targets[kind] for kind in TargetKind}
    return counts | {
        "items_doubtful": sum(not change.certain for change in comparison.items),
        "clauses_moved_and_changed": sum(clause.moved and clause.changed for clause in rows),
        "clauses_doubtful": len(comparison.doubtful),
        "targets_doubtful": sum(not target.certain for target in promised),
    }


def is_adjusted(change: ItemChange) -> bool:
    """Whether an item lives on with something in it changed beside its place and title."""
    return change.relation is Relation.CONTINUED and bool(
        any(clause.kind is not ClauseKind.SAME for clause in change.clauses)
        or change.fields
        or change.units.old != change.units.new
        or change.units.lead_changed
    )


def is_different(comparison: Comparison) -> bool:
    """Whether anything differs beside what differs each year; a progress table says what its items say."""
    return (
        bool(comparison.head)
        or any(not one.progress for one in comparison.attachments)
        or any(
            change.relation is not Relation.CONTINUED or change.retitled or change.moved or is_adjusted(change)
            for change in comparison.items
        )
    )
