"""Findings that say again what a graver one says at the same place, or what one cause has brought about: left out."""

from collections import defaultdict
from collections.abc import Iterable

from drafter.check.context import Context
from drafter.model.finding import Finding, Severity

# of two findings at one place the first speaks
_STRONGER = {
    "units-renamed": {"units-style-mix", "units-unknown"},
    "units-level": {"units-style-mix", "foreign-left", "units-unknown"},
    "foreign-left": {"units-unknown", "units-style-mix", "place-leak"},
}
# what reading leaves out of a Word file, and what the layout rules say of it
_IN_THE_FILE = {"comment-left-out": "批注", "text-hidden": "隐藏", "tracked-changes": "修订"}
_OWN_LINE = "units-own-line"


def quieted(found: Iterable[Finding], context: Context) -> list[Finding]:
    """The findings without those that are told better by another."""
    told = list(found)
    by_part: defaultdict[tuple[str, int | None], list[Finding]] = defaultdict(list)
    for one in told:
        if one.rule in _STRONGER and one.where.span:
            by_part[one.where.part, one.where.ordinal].append(one)
    residue = " ".join(one.message for one in told if one.rule == "residue")
    silent = {code for code, word in _IN_THE_FILE.items() if word in residue}
    if any(problem.code == "text-hidden" and "单位" in (problem.printed or "") for problem in context.problems):
        silent.add("units-missing")
    told = [one for one in told if one.rule not in silent and not _said_better(one, by_part)]
    return _with_one_note(told) if _all_on_own_lines(told, context) else told


def _with_one_note(told: list[Finding]) -> list[Finding]:
    """The findings with one note at the first item in the place of those on every item."""
    first = next(one for one in told if one.rule == _OWN_LINE)
    note = first.replaced(
        severity=Severity.INFO, message="各项的责任单位都另起一行，写法一律，只是与通常接在段末的写法不同"
    )
    return [note if one is first else one for one in told if one is first or one.rule != _OWN_LINE]


def _said_better(one: Finding, by_part: dict[tuple[str, int | None], list[Finding]]) -> bool:
    graver = by_part.get((one.where.part, one.where.ordinal), ())
    return any(one.rule in _STRONGER[other.rule] and _overlap(one, other) for other in graver)


def _overlap(one: Finding, other: Finding) -> bool:
    (start, end), (first, last) = one.where.span or (0, 0), other.where.span or (0, 0)
    return start < last and first < end


def _all_on_own_lines(told: list[Finding], context: Context) -> bool:
    """Whether every item with units has them on a line of their own: a way of writing, not a slip."""
    with_units = [item for item, _ in context.items if item.all_units]
    apart = {one.where.ordinal for one in told if one.rule == _OWN_LINE}
    return len(with_units) > 1 and len(apart) >= len(with_units)
