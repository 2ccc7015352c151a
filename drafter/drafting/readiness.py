"""What keeps a draft from being the final document: the errors of its check, told in few lines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter import check
from drafter.model.base import Value
from drafter.model.draft import Draft
from drafter.model.finding import Finding, Severity
from drafter.model.notice import Format
from drafter.text.confirmed import unconfirmed

if TYPE_CHECKING:
    from drafter.library import Library

_FIGURES = "figure-unconfirmed"
BLANKS = frozenset(
    {
        "docno-missing",
        "docno-pending",
        _FIGURES,
        "imprint-date-missing",
        "item-empty",
        "item-heading-doubt",
        "items-missing",
        "opening-missing",
        "placeholder-left",
        "recipients-missing",
        "signature-missing",
        "units-missing",
    }
)
_MOST = 3


class Hindrance(Value):
    """One line of what is in the way, and the rule it comes from."""

    rule: str
    text: str


def hindrances(
    draft: Draft, library: "Library | None" = None, *, in_format: Format | None = None
) -> tuple[Hindrance, ...]:
    """What keeps a draft from being final; a rule that finds much is told in one line with its places.

    `in_format` is the official format that it is to be printed in, where that is not its own.
    """
    return told(errors(draft, library, in_format=in_format), draft)


def errors(draft: Draft, library: "Library | None" = None, *, in_format: Format | None = None) -> list[Finding]:
    """The errors of a draft that is to be final."""
    found = check.run(_formatted(draft, in_format), library=library, final=True)
    return [one for one in found if one.severity is Severity.ERROR]


def blanks(draft: Draft, *, in_format: Format | None = None) -> tuple[Hindrance, ...]:
    """Only what has still to be filled in."""
    found = check.run(_formatted(draft, in_format), final=True, only=BLANKS)
    return told((one for one in found if one.severity is Severity.ERROR), draft)


def _formatted(draft: Draft, in_format: Format | None) -> Draft:
    return draft.replaced(format=in_format) if in_format else draft


def missing(draft: Draft, library: "Library | None" = None) -> list[str]:
    """What the final document still lacks, or must not have, in the order of the document."""
    return [one.text for one in hindrances(draft, library)]


def told(found: Iterable[Finding], draft: Draft) -> tuple[Hindrance, ...]:
    """Errors in few lines, in the order of their rules."""
    by_rule: dict[str, list[Finding]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    of_rule = {rule: _lines(ones) for rule, ones in by_rule.items()}
    if _FIGURES in of_rule:
        of_rule[_FIGURES] = [f"{sum(len(unconfirmed(item)) for item in draft.items)}个指标的确认"]
    return tuple(Hindrance(rule=rule, text=text) for rule, lines in of_rule.items() for text in lines)


def _lines(found: list[Finding]) -> list[str]:
    places = dict.fromkeys(f"第{one.where.ordinal}项" for one in found if one.where.part == "item")
    if len(found) > _MOST:
        where = f"：{'、'.join(places)}" if places else ""
        return [f"{found[0].name}（{len(found)}处{where}）"]
    return [f"第{one.where.ordinal}项{one.message}" if one.where.part == "item" else one.message for one in found]
