"""The JSON shapes of the command contract (design chapter 4), and a check whether a value has one of them."""

import datetime
import re
from collections.abc import Callable
from typing import Any

Shape = Any


def misfit(value: Any, shape: Shape, place: str = "$") -> str | None:
    """The first place where a value has not the shape, None where it fits.

    A dict names the keys there must be at least, a list of one shape stands for any number of them,
    a tuple holds alternatives, a type or None or a text is to be met itself, a function says yes or no.
    """
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return f"{place} is no object: {value!r}"
        lacking = [key for key in shape if key not in value]
        if lacking:
            return f"{place} lacks {lacking}"
        return next(filter(None, (misfit(value[key], one, f"{place}.{key}") for key, one in shape.items())), None)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{place} is no list: {value!r}"
        return next(filter(None, (misfit(one, shape[0], f"{place}[{at}]") for at, one in enumerate(value))), None)
    return None if _is(value, shape, place) else f"{place} is {value!r}"


def _is(value: Any, shape: Shape, place: str) -> bool:
    if isinstance(shape, tuple):
        return any(misfit(value, one, place) is None for one in shape)
    if isinstance(shape, type):
        return type(value) is shape
    if callable(shape):
        return bool(shape(value))
    return bool(value == shape and type(value) is type(shape))


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value


def _is_share(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


TEXT = (str, None)
DECIMAL = _matches(r"\d+(?:\.\d+)?")
BOUND = ("at_least", "at_most", "about", "exactly", "all")
TARGET = {"text": str, "value": (DECIMAL, None), "measure": TEXT, "bound": BOUND}
CLAUSE = {"text": str, "targets": [TARGET]}
ITEM = {
    "ordinal": TEXT,
    "heading": TEXT,
    "body": str,
    "units": [str],
    "lead_units": ([str], None),
    "clauses": [CLAUSE],
    "themes": [str],
}
NOTICE = {
    "title": str,
    "doc_number": (_matches(r"[\u4e00-\u9fff]+〔\d{4}〕(?:\d+|\u3000)号"), None),
    "issuer": str,
    "year": int,
    "date": (_is_date, None),
    "form": ("issue", "direct"),
    "recipients": TEXT,
    "opening": [str],
    "list_title": TEXT,
    "items": [ITEM],
    "closing": [str],
    "signature": TEXT,
    "contacts": dict,
    "format": ("letter", "file", None),
    "disclosure": TEXT,
    "attachments": [{"title": str, "rows": [[str]]}],
    "copies_to": [str],
}
READ = NOTICE | {"problems": [{"code": _matches(r"[a-z]+(?:-[a-z]+)*"), "message": str, "where": str}]}
DRAFT = NOTICE | {"items": [ITEM | {"ref": _matches(r".+#\d+"), "origin": (_matches(r".+-\d{4}#\d+"), None)}]}
FOUND = {
    "ref": _matches(r".+-\d{4}#\d+"),
    "issuer": str,
    "year": int,
    "ordinal": TEXT,
    "heading": TEXT,
    "themes": [str],
    "units": [str],
}
REPORT = {"written": [str], "notes": [str]}
SUGGEST = {
    "query": str,
    "matches": [
        {
            "ref": _matches(r".+-\d{4}#\d+\.\d+"),
            "clause": str,
            "heading": TEXT,
            "issuer": str,
            "year": int,
            "score": _is_share,
            "why": [str],
            "targets": [TARGET],
            "units": [str],
            "themes": [str],
        }
    ],
}
COMPARE = {
    "old": str,
    "new": str,
    "summary": dict,
    "items": [
        {
            "relation": ("continued", "split", "merged", "new", "dropped"),
            "old": [int],
            "new": [int],
            "retitled": bool,
            "moved": bool,
            "matched_by": TEXT,
            "certain": bool,
            "clauses": [
                {
                    "kind": ("same", "changed", "added", "removed", "moved"),
                    "old": TEXT,
                    "new": TEXT,
                    "old_item": (int, None),
                    "new_item": (int, None),
                }
            ],
            "targets": [
                {
                    "change": ("raised", "lowered", "same", "added", "dropped", "redefined"),
                    "old": TEXT,
                    "new": TEXT,
                    "object": TEXT,
                }
            ],
            "units": {"added": [str], "removed": [str], "lead_changed": bool},
        }
    ],
}
