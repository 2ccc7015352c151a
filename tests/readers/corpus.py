"""Small notices of invented offices, one file a case with what must be read, and the judging of a reading by it."""

from pathlib import Path
from typing import Any

import yaml

from drafter.errors import NotUnderstood
from drafter.model.base import Value
from drafter.model.notice import Notice
from drafter.model.results import Reading
from drafter.readers.plain_text import blocks
from drafter.readers.recognise import notice_in

FOLDER = Path(__file__).parent / "corpus"
_ITEM_FIELDS = ("ordinal", "heading", "body", "units", "lead_units", "leader", "deadline")


class Case(Value):
    """A text, what must be read from it, and the slugs that must be told."""

    name: str
    shape: str
    text: str
    expected: dict[str, Any]
    held: bool = False


class Verdict(Value):
    """How a reading compares with what was expected: every value asked for, and those that were missed."""

    asked: dict[str, int]
    missed: tuple[tuple[str, str], ...]
    told: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether something is wrong and nothing was told."""
        return bool(self.missed) and not self.told


def cases() -> list[Case]:
    """All cases, in the order of their names."""
    return [
        Case(name=path.stem, **_plain_values(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)))  # noqa: S506 - strings
        for path in sorted(FOLDER.glob("*.yaml"))
    ]


def _plain_values(value: Any) -> Any:
    """Every scalar of a file is a string; `null` stands for nothing."""
    if isinstance(value, dict):
        return {key: _plain_values(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain_values(part) for part in value]
    return None if value == "null" else value


def read_case(case: Case) -> Reading | None:
    """The reading of a case as pasted text; None where it is refused."""
    try:
        return notice_in(blocks(case.text), case.name)
    except NotUnderstood:
        return None


def judge(case: Case) -> Verdict:
    """Read a case and compare."""
    reading = read_case(case)
    refused = bool(case.expected.get("refused"))
    if reading is None or refused:
        fault = () if refused == (reading is None) else (("refused", f"wanted {refused}"),)
        return Verdict(asked={"refused": 1}, missed=fault, told=("refused",) if reading is None else ())
    told = tuple(dict.fromkeys(problem.code for problem in reading.problems))
    asked, missed = _compare(case.expected, reading.notice)
    lacking = [code for code in case.expected["told"] if code not in told]
    return Verdict(asked=asked, missed=(*missed, *(("told", code) for code in lacking)), told=told)


def _compare(expected: dict[str, Any], notice: Notice) -> tuple[dict[str, int], list[tuple[str, str]]]:
    asked: dict[str, int] = {"count": 1}
    missed: list[tuple[str, str]] = []
    items = expected["items"]
    if len(items) != len(notice.items):
        found = [(item.ordinal, item.heading) for item in notice.items]
        missed.append(("count", f"{len(items)} wanted, got {len(notice.items)}: {found}"))
    for position, wanted in enumerate(items):
        got = notice.items[position] if position < len(notice.items) else None
        for field, value in _fields(wanted).items():
            asked[field] = asked.get(field, 0) + 1
            found = _plain(got, field)
            if got is None or found != value:
                missed.append((field, f"#{position + 1} {value!r}, got {found!r}"))
    for field, value in expected.items():
        if field in ("items", "told"):
            continue
        asked[field] = asked.get(field, 0) + 1
        found = _plain(notice, field)
        if found != value:
            missed.append((field, f"{value!r}, got {found!r}"))
    return asked, missed


def _fields(wanted: dict[str, Any]) -> dict[str, Any]:
    fields = {field: wanted[field] for field in _ITEM_FIELDS if field in wanted}
    if "entries" in wanted:
        fields["entries"] = [(one["ordinal"], one["body"], one["units"]) for one in wanted["entries"]]
    return fields


def _plain(value: Any, field: str) -> Any:
    """A field of a notice or item as it stands in a case."""
    found = getattr(value, field, None)
    if field == "entries":
        return [(one.ordinal, "".join(c.text for c in one.clauses), list(one.units)) for one in found or ()]
    if field == "attachments":
        return [one.title for one in found or ()]
    if field in ("doc_number", "date", "imprint_date", "format"):
        return None if found is None else str(found)
    return list(found) if isinstance(found, tuple) else found
