"""The index 索引: the clauses of a library found by likeness; derived from its files, disposable.

    index = Index.open(library)                 # brings it up to date with the files first
    hits = index.search("托育", limit=20)       # the likest first; leave_out={"临淄区-2026"} for what is not wanted
    if not hits or hits[0].near < NEAR_ENOUGH:  # nothing close enough is an answer
    index.faults                                # library files that could not be read: reference and reason
    index.refresh(progress=lambda done, of: …)  # after files changed, in a long-lived process

A hit has `ref` (博山区-2025#3.2), `text`, `heading`, `score`, its likeness, and `near`, its nearness (0 to 1). The
index lies in .index.sqlite beside the library's folders, in memory where that folder cannot be written; it may be
deleted at any moment.
"""

from drafter.index.finding import MAYBE_NEAR, NEAR_ENOUGH, Hit
from drafter.index.index import Index

__all__ = ["MAYBE_NEAR", "NEAR_ENOUGH", "Hit", "Index"]
