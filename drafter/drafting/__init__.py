"""Drafting 拟稿: from last year's notice to next year's, step by step; each step returns a new draft.

`draft.notes` tells what the step changed, left or doubted.
"""

from drafter.drafting.adding import add_clause, add_item
from drafter.drafting.allowing import allow
from drafter.drafting.begin import new
from drafter.drafting.edit import confirm, edit_clause, edit_item
from drafter.drafting.head import HEAD_FIELDS, edit_head
from drafter.drafting.judging import judge
from drafter.drafting.readiness import missing
from drafter.drafting.restoring import restore
from drafter.drafting.steps import drop, move
from drafter.drafting.taking import take, take_with_edits
from drafter.text.finished import notice_of

__all__ = [
    "HEAD_FIELDS",
    "add_clause",
    "add_item",
    "allow",
    "confirm",
    "drop",
    "edit_clause",
    "edit_head",
    "edit_item",
    "judge",
    "missing",
    "move",
    "new",
    "notice_of",
    "restore",
    "take",
    "take_with_edits",
]
