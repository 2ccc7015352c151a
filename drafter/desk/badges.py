"""What became of last year's items in the draft, in a word for each: 沿用 调整 新增 待确认; what is not continued."""

from typing import Any

from drafter.compare import telling
from drafter.compare.told import Row
from drafter.drafting import notice_of
from drafter.model.comparison import Comparison, Relation
from drafter.model.draft import Draft
from drafter.model.notice import Notice

_DOUBT = "doubt"


def of(draft: Draft, last: Notice, found: Comparison) -> dict[str, Any]:
    """The badge of each item by its id, and last year's items that nothing continues, with their references.

    `found` is the comparison of both.
    """
    told = telling.of(found, last, notice_of(draft))
    badges: dict[str, dict[str, str]] = {}
    for row in told.items:
        for number in row.new:
            badges[draft.items[number - 1].id] = {"label": row.labels, "kind": _kind(row)}
    return {"badges": badges, "gone": [_gone(row, last, found.old) for row in told.items if not row.new]}


def _kind(row: Row) -> str:
    if not row.certain:
        return _DOUBT
    if row.relation is Relation.NEW:
        return "added"
    return "kept" if row.is_same else "changed"


def _gone(row: Row, last: Notice, name: str) -> dict[str, Any]:
    number = row.old[0]
    item = last.items[number - 1]
    text = "".join(clause.text for clause in item.all_clauses)
    return {"ref": f"{name}#{number}", "heading": item.heading or text[:20], "text": text, "label": row.labels}
