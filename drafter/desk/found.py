"""Findings as the page shows them: under the words they mean, in the field that holds these words."""

import re
from collections.abc import Sequence
from typing import Any

from drafter.check.parts import Part, parts_of
from drafter.drafting import notice_of
from drafter.model.draft import Draft
from drafter.model.finding import Finding

_FILE = re.compile(r"(?<=表) (?:[a-z_]+/)?[a-z_]+\.yaml")  # of a table that the words before it have named


def of(findings: Sequence[Finding], draft: Draft) -> list[dict[str, Any]]:
    """Each finding with its place in words, and the stretches of fields that it is about.

    A field is named by its path: ["items", id, "clauses", 0], ["items", id, "heading"], ["title"], ["opening", 0].
    """
    parts = {(part.name, part.ordinal): part for part in parts_of(notice_of(draft))}
    return [_found(one, parts.get((one.where.part, one.where.ordinal)), draft) for one in findings]


def without_files(text: str) -> str:
    """A sentence without the names of the files that hold the tables: 词表 words/terms.yaml is 词表 on the page."""
    return _FILE.sub("", text)


def _found(one: Finding, part: Part | None, draft: Draft) -> dict[str, Any]:
    place = part.place if part else "版式"
    said = {"message": without_files(one.message), "source": without_files(one.source)}
    shown = one.model_dump(mode="json") | said | {"place": place, "fields": []}
    if part and one.where.span:
        shown["fields"] = list(_fields(part, *one.where.span, draft))
    if one.where.part == "item" and one.where.ordinal and one.where.ordinal <= len(draft.items):
        shown["item"] = draft.items[one.where.ordinal - 1].id
    return shown


def _fields(part: Part, start: int, end: int, draft: Draft) -> list[dict[str, Any]]:
    """The stretches of a part's fields that a span covers; an empty span stands in the field that it touches."""
    found: list[dict[str, Any]] = []
    for segment in part.segments:
        first, last = max(start, segment.start), min(end, segment.end)
        if first < last or (start == end and segment.start <= start <= segment.end and not found):
            path = _named(segment.path, draft)
            whole = (first, last) == (segment.start, segment.end)
            place = {"start": first - segment.start, "end": max(last, first) - segment.start, "whole": whole}
            found.append({"path": path, **place})
    return found


def _named(path: tuple[str | int, ...], draft: Draft) -> list[str | int]:
    """The path with the id of the item in the place of its position, and clauses of entries counted as #N.C does."""
    if path[0] != "items":
        return list(path)
    item = draft.items[int(path[1])]
    if len(path) == 6 and path[2] == "entries":
        before = len(item.clauses) + sum(len(entry.clauses) for entry in item.entries[: int(path[3])])
        return ["items", item.id, "clauses", before + int(path[5])]
    return ["items", item.id, *path[2:]]
