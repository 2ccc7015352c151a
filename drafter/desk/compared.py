"""A comparison as the page shows it: the rows that every view prints, and how an answer on a weak link is named.

told      the fields of compare.told.Told, and "kinds": the names of the kinds of change, "titles" of the targets and of
          the units, "heads" of their tables
item      "ids" of the draft's items, "badge": the class of its badge, "spot": what kind of change it is as a whole
pair      of each doubtful item and line: {"old", "new"}, what the step {"do": "judge", …, "linked"} keeps
"""

from typing import Any

from drafter import compare
from drafter.compare import judged, telling
from drafter.compare.told import Row, Told
from drafter.drafting import notice_of
from drafter.library import Library
from drafter.model.comparison import ClauseChange, ClauseKind, Relation
from drafter.model.draft import ConfirmedPair, Draft
from drafter.model.notice import Notice

Shown = dict[str, Any]
_DOUBTFUL = "doubtful"


def of(draft: Draft, name: str, beside: tuple[str, Notice], library: Library) -> Shown:
    """The comparison of a draft with a notice of the library, the notice as the older of the two."""
    old_name, old = beside
    found = compare.notices(old, draft, old_name=old_name, new_name=name, library=library)
    told = telling.of(found, old, notice_of(draft))
    shown: Shown = told.model_dump(mode="json") | _names(told)
    weak_items = {id(item) for item in found.doubtful_by_heading}
    for row, one, change in zip(shown["items"], told.items, found.items, strict=True):
        row |= {"badge": _badge(one), "spot": _spot(one)}
        if id(change) in weak_items:
            row["pair"] = _pair(judged.pair_of_items(old_name, change, linked=True))
        row["ids"] = [draft.items[number - 1].id for number in change.new]
        for line, clause in zip(row["lines"], change.clauses, strict=False):
            if not clause.certain and clause.old and clause.new:
                line["pair"] = _pair(judged.pair(old_name, _whole(clause, draft), linked=True))
    return shown


def _names(told: Told) -> Shown:
    words = told.wording
    kinds = {kind.value: name for kind, name in words.clauses.items() if kind is not ClauseKind.SAME}
    kinds |= {_DOUBTFUL: words.word("doubtful"), "target": "指标", "unit": "责任单位"}
    heads = {
        "targets": ("变化", "所在实事", "指标", words.old, words.new, "说明"),
        "units": ("实事", words.word("joined"), words.word("left"), "说明"),
    }
    return {"kinds": list(kinds.items()), "titles": words.titles, "heads": heads}


def _badge(row: Row) -> str:
    if not row.certain:
        return "doubt"
    ends = {Relation.NEW: "added", Relation.DROPPED: "gone"}
    return ends.get(row.relation) or ("kept" if row.is_same and not row.marks else "changed")


def _spot(row: Row) -> str | None:
    """The kind of change that an item is as a whole: it came, went, or stands elsewhere."""
    if not row.certain:
        return _DOUBTFUL
    whole = {Relation.NEW: ClauseKind.ADDED, Relation.DROPPED: ClauseKind.REMOVED}
    elsewhere = row.elsewhere or row.relation is not Relation.CONTINUED
    kind = whole.get(row.relation, ClauseKind.MOVED if elsewhere else None)
    return kind and kind.value


def _whole(link: ClauseChange, draft: Draft) -> ClauseChange:
    """The link with the whole text of the new clause, of which it may show a part."""
    item = draft.items[(link.new_item or 1) - 1]
    return link.replaced(new=item.all_clauses[(link.new_position or 1) - 1].text)


def _pair(answer: ConfirmedPair) -> Shown:
    return {"old": answer.old, "new": answer.new}
