"""What keeps a draft from being the final document: the errors of its check, told in few lines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter import check
from drafter.model.base import Value
from drafter.model.draft import Draft
from drafter.model.finding import Finding, Severity
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


def hindrances(draft: Draft, library: "Library | None" = None) -> tuple[Hindrance, ...]:
    """What keeps a draft from being final; a rule that finds much is told in one line with its places."""
    return _told(check.run(draft, library=library, final=True), draft)


def blanks(draft: Draft) -> tuple[Hindrance, ...]:
    """Only what has still to be filled in."""
    return _told(check.run(draft, final=True, only=BLANKS), draft)


def missing(draft: Draft, library: "Library | None" = None) -> list[str]:
    """What the final document still lacks, or must not have, in the order of the document."""
    return [one.text for one in hindrances(draft, library)]


def _told(found: Iterable[Finding], draft: Draft) -> tuple[Hindrance, ...]:
    by_rule: dict[str, list[Finding]] = {}
    for one in found:
        if one.severity is Severity.ERROR:
            by_rule.setdefault(one.rule, []).append(one)
    told = {rule: _lines(ones) for rule, ones in by_rule.items()}
    if _FIGURES in told:
        told[_FIGURES] = [f"{sum(len(unconfirmed(item)) for item in draft.items)}个指标的确认"]
    return tuple(Hindrance(rule=rule, text=text) for rule, lines in told.items() for text in lines)


def _lines(found: list[Finding]) -> list[str]:
    places = dict.fromkeys(f"第{one.where.ordinal}项" for one in found if one.where.part == "item")
    if len(found) > _MOST:
        where = f"：{'、'.join(places)}" if places else ""
        return [f"{found[0].name}（{len(found)}处{where}）"]
    return [f"第{one.where.ordinal}项{one.message}" if one.where.part == "item" else one.message for one in found]
