"""Putting safe fixes into a draft; nothing else is changed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from drafter.check import engine
from drafter.check.parts import Path, Segment, parts_of
from drafter.model.base import Value
from drafter.model.draft import Draft, DraftClause
from drafter.model.finding import Finding, Fix
from drafter.model.notice import DocNumber, Entry, Item
from drafter.text import printed_item, targets, unit_clause
from drafter.text.finished import notice_of

if TYPE_CHECKING:
    from drafter.library import Library

_ROUNDS = 5  # a fix may uncover another; more rounds than this would mean that two rules undo one another
_UNTOUCHED = ("date", "imprint_date")


def fix(draft: Draft, *, library: "Library | None" = None) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft with every safe fix made, and the findings that were fixed, in the order made."""
    made: list[Finding] = []
    for _ in range(_ROUNDS):
        draft, fixed = apply(draft, engine.run(draft, library=library))
        made += fixed
        if not fixed:
            break
    return draft, tuple(made)


def apply(draft: Draft, findings: Iterable[Finding]) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft with the safe fixes of these findings made, and those that could be made.

    One that overlaps another, or stands in what a draft makes itself (ordinals, the rows of the progress table), waits.
    """
    parts = {(part.name, part.ordinal): part for part in parts_of(notice_of(draft))}
    made: list[Finding] = []
    free: dict[tuple[str, int | None], int] = {}
    for one in sorted(findings, key=lambda found: found.where.span or (0, 0), reverse=True):
        key = (one.where.part, one.where.ordinal)
        part, span = parts.get(key), one.where.span
        if not one.fix or not one.fix.safe or part is None or span is None or span[1] > free.get(key, len(part.text)):
            continue
        segment = next((each for each in part.segments if each.start <= span[0] and span[1] <= each.end), None)
        if segment is None or part.text[slice(*span)] != one.fix.old or _is_made(draft, segment):
            continue
        draft = _changed(draft, segment.path, _text(segment, draft), span[0] - segment.start, one.fix)
        free[key] = span[0]
        made.append(one)
    return draft, tuple(made)


def _text(segment: Segment, draft: Draft) -> str:
    """The text of a field as it is now: what stands behind in the same field may have been changed already."""
    if segment.name == "units":
        return printed_item.units(_at(draft, segment.path[:-1]))
    value = _at(draft, segment.path)
    return value.text if isinstance(value, DraftClause) else str(value)


def _is_made(draft: Draft, segment: Segment) -> bool:
    """Whether a field is a date, or a cell that a draft generates from its items."""
    if segment.path[0] in _UNTOUCHED:
        return True
    return segment.name == "cell" and draft.attachments[int(segment.path[1])].is_progress_table


def _changed(draft: Draft, path: Path, text: str, at: int, made: Fix) -> Draft:
    changed: Draft = _with(draft, path, text[:at] + made.new + text[at + len(made.old) :])
    return changed


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _with(value: Any, path: Path, text: str) -> Any:
    """The value with the text of one field inside it replaced."""
    if not path:
        return _replaced(value, text)
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], _with(value[step], tuple(rest), text), *value[step + 1 :])
    if step == "units" and not rest and isinstance(value, Item | Entry):
        return _with_units(value, text)
    return value.replaced(**{step: _with(getattr(value, step), tuple(rest), text)})


def _replaced(value: Any, text: str) -> Any:
    if isinstance(value, DocNumber):
        return DocNumber.parse(text)
    if isinstance(value, DraftClause):
        return value.replaced(text=text, confirmed=_still_confirmed(value, text))
    return text


def _still_confirmed(clause: DraftClause, text: str) -> tuple[str, ...]:
    """The confirmed figures in the form that a fix gave them: the figures of both texts answer to one another."""
    before, after = targets.find(clause.text), targets.find(text)
    if len(before) != len(after):
        return clause.confirmed
    left, kept = list(clause.confirmed), []
    for old, new in zip(before, after, strict=True):
        if old.text in left:
            left.remove(old.text)
            kept.append(new.text)
    return (*kept, *left)


def _with_units(value: Value, text: str) -> Value:
    """An item or entry whose unit clause reads so."""
    read = unit_clause.read_unit_clause(text)
    return value.replaced(
        units=read.units,
        lead_units=read.lead_units,
        leader=read.leader,
        deadline=read.deadline,
        units_as_printed=read.as_printed,
    )
