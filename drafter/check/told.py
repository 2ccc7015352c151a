"""What reading repaired or doubted, as findings: it is told by slug and line, here it gets its part and its span."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from drafter.check.catalogue import by_slug
from drafter.check.context import Context
from drafter.check.findings import finding
from drafter.check.parts import Part
from drafter.check.printed_lines import Place
from drafter.check.rule import Rule
from drafter.model.finding import Finding, Where
from drafter.model.results import Problem

UNLISTED = "reading-note"  # what has no rule of its own is told as this one tells it
_MARKDOWN = re.compile(r"^#{1,6}\s+|\*\*")


def findings(
    context: Context, places: Sequence[Place | None], ran: Collection[str], found: Collection[Finding]
) -> Iterator[Finding]:
    """The findings that the problems of a reading make; what a rule that ran has `found` itself is not told twice.

    A rule of the page does not run on a plain text: where it says so, the word of the reading stands then.
    """
    known = {(one.rule, one.where.part) for one in found}
    for problem, place in zip(context.problems, places, strict=True):
        rule = by_slug().get(problem.code) or replace(by_slug()[UNLISTED], slug=problem.code)
        if rule.in_notice is not None and (rule.told_at is None or rule.slug in ran):
            continue
        exact = list(_exact(rule, context, problem, place)) if rule.in_part else []
        whole = _whole(rule, problem, place)
        yield from exact or ([] if rule.in_part and (rule.slug, whole.where.part) in known else [whole])


def _exact(rule: Rule, context: Context, problem: Problem, place: Place | None) -> Iterator[Finding]:
    """What a rule on texts finds in the line as printed, its span put into the repaired text."""
    printed = _MARKDOWN.sub("", problem.printed or "")
    part = place.part if place else Part(rule.parts[0], None, "")
    for fault in rule.in_part(Part(part.name, part.ordinal, printed), context) if rule.in_part else ():
        span = place.span(printed, fault.start, fault.end) if place else None
        found = finding(rule, fault)
        yield found.replaced(where=Where(part=part.name, ordinal=part.ordinal, span=span))


def _whole(rule: Rule, problem: Problem, place: Place | None) -> Finding:
    """A problem without a nearer place than its line."""
    printed = problem.printed or ""
    where = Where(part=rule.told_at or rule.parts[0])
    if place:
        span = place.span(printed, 0, len(printed))
        where = Where(part=place.part.name, ordinal=place.part.ordinal, span=span)
    return Finding(
        rule=rule.slug,
        name=rule.name,
        severity=rule.severity,
        where=where,
        message=problem.message if problem.where in problem.message else f"{problem.message}（{problem.where}）",
        excerpt=printed.strip(),
        source=rule.authority,
    )
