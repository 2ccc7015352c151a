"""Files to be imported as the review shows them: what was understood, how each stands, what may be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from drafter.desk.found import without_files
from drafter.handover.importing import STORABLE, Arrival, Importing
from drafter.handover.incoming import Incoming, Outcome
from drafter.library import Library, proposals
from drafter.library.intake import Standing
from drafter.model.notice import Item
from drafter.model.results import ProblemKind

_STORE, _REPLACE, _LEAVE = "store", "replace", "leave"


def review(outcomes: Sequence[Outcome], library: Library) -> dict[str, Any]:
    """Each file with what may be chosen for it, and the units that the register does not know."""
    importing = _judged(outcomes, library, replacing=False)
    unknown = proposals.of_notices(((one.ref or "", one.unknown_units) for one in importing.arrivals), library)
    return {
        "files": [_file(number, one, library) for number, one in enumerate(importing.arrivals)],
        "units": [one.model_dump(mode="json") for one in unknown.proposed],
        "no_organs": [one.model_dump(mode="json") for one in unknown.no_organs],
    }


def store(
    outcomes: Sequence[Outcome], choices: Mapping[int, str], library: Library, *, register: bool
) -> dict[str, Any]:
    """Store what was chosen; what became of each file, and what was said of the units."""
    results: dict[int, dict[str, Any]] = {}
    stored: list[Arrival] = []
    troubled = ""
    for choice, replacing in ((_STORE, False), (_REPLACE, True)):
        numbers = [number for number in range(len(outcomes)) if choices.get(number) == choice]
        importing = _judged([outcomes[number] for number in numbers], library, replacing=replacing)
        importing.store()
        for number, one in zip(numbers, importing.arrivals, strict=True):
            results[number] = {"number": number, "file": one.name, "status": one.status, "ref": one.ref}
            results[number]["told"] = _told(one)
        stored += importing.having("stored", "replaced")
    found = proposals.of_notices(((one.ref or "", one.unknown_units) for one in stored), library)
    if register and found.proposed:
        troubled = without_files(Importing(library).register([one.name for one in found.proposed]))
    return {"files": [results[number] for number in sorted(results)], "units": troubled}


def _judged(outcomes: Sequence[Outcome], library: Library, *, replacing: bool) -> Importing:
    """The files judged; two that are the same bytes under one name are one."""
    kept = {one.incoming: one for one in outcomes}

    def read(asked: Sequence[Incoming]) -> Iterable[Outcome]:
        return [kept[one] for one in asked]

    importing = Importing(library, replacing=replacing)
    importing.take_in([one.incoming for one in outcomes], read)
    return importing


def _file(number: int, one: Arrival, library: Library) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "number": number,
        "file": one.name,
        "status": _status(one),
        "ref": one.ref,
        "told": _told(one),
        "choices": _choices(one),
    }
    if one.reading is None or one.judged is None:
        return shape
    notice = one.judged.notice
    return shape | {
        "title": notice.title,
        "doc_number": str(notice.doc_number) if notice.doc_number else "",
        "issuer": notice.issuer,
        "year": notice.year,
        "date": notice.date.isoformat() if notice.date else "",
        "items": [_item(item, library) for item in notice.items],
        "problems": [
            {"where": problem.where, "message": problem.message, "doubt": problem.kind is ProblemKind.DOUBT}
            for problem in one.reading.problems
        ],
        "unknown_units": list(one.unknown_units),
    }


def _item(item: Item, library: Library) -> dict[str, Any]:
    words = {one.theme: list(one.words[:4]) for one in library.themes.proposals(item)}
    return {
        "heading": item.heading or item.body[:20],
        "text": "".join(clause.text for clause in item.all_clauses),
        "units": list(item.all_units),
        "themes": [{"name": theme, "words": words.get(theme, [])} for theme in item.themes],
    }


def _status(one: Arrival) -> str:
    """new, changed, other, same or failed: changed may be stored in the place of what is held."""
    if one.status == "refused" and one.judged:
        return one.judged.standing.value
    return one.status


def _choices(one: Arrival) -> list[str]:
    if one.status in STORABLE:
        return [_STORE, _LEAVE]
    return [_REPLACE, _LEAVE] if _status(one) == Standing.CHANGED.value else [_LEAVE]


def _told(one: Arrival) -> str:
    """How a file stands, without the words that only the command line needs."""
    if one.status == "same" and one.judged is None:
        return f"这个文件已经导入过，就是 {one.ref}，不用再存"
    if one.status == "refused" and one.judged:
        other = one.judged.standing is Standing.OTHER
        return f"{one.judged.told}" + ("。一个地方一年只存一份，请核对该留哪一份" if other else "")
    return one.told
