"""A notice of the library as its page shows it: clauses counted as #N.C does, figures told apart."""

import itertools
from collections.abc import Iterator
from typing import Any

from drafter.model.notice import Clause, Entry, Item, Notice
from drafter.text import targets


def items(notice: Notice) -> list[dict[str, Any]]:
    """The items with their clauses, those of the sub-entries behind those of the body."""
    return [_item(number, item) for number, item in enumerate(notice.items, start=1)]


def _item(number: int, item: Item) -> dict[str, Any]:
    counted = itertools.count(1)
    return {
        "number": number,
        "ordinal": item.ordinal,
        "heading": item.heading,
        "clauses": list(_clauses(item.clauses, counted)),
        "entries": [_entry(entry, counted) for entry in item.entries],
        "units": _units(item),
        "leader": item.leader,
        "deadline": item.deadline,
        "themes": item.themes,
        "origin": item.origin,
        "reason": item.reason,
    }


def _entry(entry: Entry, counted: Iterator[int]) -> dict[str, Any]:
    return {
        "ordinal": entry.ordinal,
        "heading": entry.heading,
        "clauses": list(_clauses(entry.clauses, counted)),
        "units": _units(entry),
        "leader": entry.leader,
        "deadline": entry.deadline,
    }


def _units(part: Item | Entry) -> str:
    """The units in the words of the notice, with the label where these do not bear one."""
    words = part.units_as_printed or "、".join(part.units)
    return words if not words or "单位：" in words else f"责任单位：{words}"


def _clauses(clauses: tuple[Clause, ...], counted: Iterator[int]) -> Iterator[dict[str, Any]]:
    for clause in clauses:
        yield {"number": next(counted), "pieces": list(_pieces(clause.text))}


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether a piece is a figure promised."""
    end = 0
    for one in targets.find(text):
        if one.start >= end:
            yield text[end : one.start], False
            yield text[one.start : one.end], True
            end = one.end
    yield text[end:], False
