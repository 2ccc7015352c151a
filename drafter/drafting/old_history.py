"""Histories of the older form: every state of a draft as a whole text, and how many of them an undo left."""

import json
from typing import Any, NamedTuple

_NEW, _UNDO = "new", "undo"


class State(NamedTuple):
    """A text the draft had, and the step that led to it."""

    at: str
    what: str
    text: str


def states(data: bytes) -> list[State]:
    """The states that lead to the present one, oldest first. A torn line is passed over."""
    found: list[State] = []
    for line in data.split(b"\n"):
        record = parsed(line)
        if record is None:
            continue
        if record["what"] == _NEW:
            found = []
        if record["what"] == _UNDO:
            del found[record["steps"] :]
        else:
            found.append(State(str(record.get("at", "")), str(record["what"]), record["text"]))
    return found


def parsed(line: bytes) -> dict[str, Any] | None:
    """A record of the older form; None for every other line."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or "what" not in record or "after" in record or "present" in record:
        return None
    known = isinstance(record.get("steps"), int) if record["what"] == _UNDO else isinstance(record.get("text"), str)
    return record if known else None
