"""Runs the rules over a notice and returns what they found, in the order of the document."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.check import allowing, as_printed, printed_lines, silence, told
from drafter.check.catalogue import rules
from drafter.check.context import Context
from drafter.check.findings import finding
from drafter.check.parts import NAMES
from drafter.check.rule import Need, Rule
from drafter.model.draft import Draft
from drafter.model.finding import Finding, Severity
from drafter.model.notice import Notice
from drafter.model.results import Problem
from drafter.text.finished import notice_of

if TYPE_CHECKING:
    from drafter.index import Index
    from drafter.library import Library
    from drafter.model.comparison import Comparison

_ORDER = {name: at for at, name in enumerate(NAMES)}
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def run(
    checked: Notice | Draft,
    *,
    library: "Library | None" = None,
    against: Notice | None = None,
    superior: Notice | None = None,
    problems: Iterable[Problem] = (),
    document: Path | None = None,
    index: "Index | None" = None,
    changes: "Comparison | None" = None,
    final: bool = False,
    only: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """The findings of all rules on a notice, or on what a draft makes of it.

    Rules that need registers and word lists run with a `library`, those on last year's notice with `against`, those on
    the superior's with `superior`, those on the page with the Word `document`, those that search the library with its
    `index` (which costs some milliseconds a clause). `problems` are those of the reading; `changes` is the comparison
    with `against`, where there is one already.
    `final` asks for what the document to be signed must have: blanks, and figures that nobody confirmed, are errors.
    `only` names the rules to run, all where it is None.
    """
    draft = checked if isinstance(checked, Draft) else None
    told_of = tuple(problems)
    context = Context(notice_of(checked), draft, library, against, superior, document, final, told_of, index, changes)
    given = _given(context)
    run_rules = [one for one in rules() if given.issuperset(one.needs) and (only is None or one.slug in only)]
    found = [_of_year(finding(one, fault), one, context) for one in run_rules for fault in one.find(context)]
    ran = {one.slug for one in run_rules}
    places = printed_lines.places(context)
    found = list(as_printed.shown(found, context, places))
    found = silence.quieted([*found, *told.findings(context, places, ran, found)], context)
    if draft:
        found = allowing.without_allowed(found, draft, ran)
    if only is not None:
        found = [one for one in found if one.rule in only]
    once = {(one.rule, one.where, one.message): one for one in reversed(found)}
    return tuple(sorted(once.values(), key=in_document))


def _of_year(one: Finding, by: Rule, context: Context) -> Finding:
    """A finding beside an older notice than last year's names its year."""
    if Need.AGAINST not in by.needs or context.against.year == context.notice.year - 1:
        return one
    return one.replaced(message=one.message.replace("上年", f"{context.against.year}年"))


def _given(context: Context) -> set[Need]:
    given = {
        Need.LIBRARY: context.given_library,
        Need.INDEX: context.given_index,
        Need.AGAINST: context.given_against,
        Need.SUPERIOR: context.given_superior,
        Need.DOCUMENT: context.given_document,
        Need.DRAFT: context.draft,
    }
    return {need for need, value in given.items() if value is not None}


def in_document(one: Finding) -> tuple[int, int, int, int]:
    """What findings are sorted by: part, position, place in its text, gravity."""
    where = one.where
    return (_ORDER[where.part], where.ordinal or 0, where.span[0] if where.span else -1, _GRAVITY[one.severity])
