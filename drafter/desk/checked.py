"""What a check found as the page 校核 shows it, with what is in the way of 送签 and what was allowed.

finding   as in found.py, with "words": [[text, is it faulty]], "fixable", "allow": the place an exception names or null
allowed   {"rule", "name", "place", "said": the place in words, "reason"}
rules     of each rule that is named: {"name", "flags", "why", "bad", "good"}
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from drafter import check
from drafter.check import allowing, fixing
from drafter.check.catalogue import by_slug
from drafter.check.catalogue import named as named_rule
from drafter.check.findings import excerpt
from drafter.check.parts import Part, parts_of
from drafter.check.rule import Need
from drafter.check.terminal import SEVERITIES, summary
from drafter.desk import beside, found
from drafter.drafting import notice_of, readiness
from drafter.index import Index
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.notice import Format

Shown = dict[str, Any]
_ALONE = {Need.LIBRARY, Need.DRAFT}  # what is at hand when a fix is made


def run(draft: Draft, library: Library, index: Index | None = None) -> tuple[Finding, ...]:
    """What is found beside last year's notice and the superior's, and with an index beside the neighbours'."""
    last, above = beside.last(draft, library), beside.superior(draft, library)
    return check.run(
        draft,
        library=library,
        against=last[1] if last else None,
        superior=above[1] if above else None,
        index=index,
    )


def of(findings: Sequence[Finding], draft: Draft, library: Library) -> Shown:
    """The findings and all that stands around them."""
    last, above = beside.last(draft, library), beside.superior(draft, library)
    return {
        "findings": told(findings, draft),
        "summary": summary(findings),
        "words": {kind.value: word for kind, word in SEVERITIES.items()},
        "rules": _rules(one.rule for one in findings),
        "allowed": _allowed(draft),
        "beside": {"last": last and last[0], "superior": above and above[0]},
    }


def told(findings: Sequence[Finding], draft: Draft) -> list[Shown]:
    """Each finding for the page."""
    parts = {(part.name, part.ordinal): part for part in parts_of(notice_of(draft))}
    shown = found.of(findings, draft)
    for one, data in zip(findings, shown, strict=True):
        part = parts.get((one.where.part, one.where.ordinal))
        data["words"] = _words(one, part)
        data["fixable"] = _is_fixable(one, draft)
        data["allow"] = None if _is_exempt(one) else allowing.place_of(one, draft)
        if one.where.part == "item" and one.where.ordinal:
            data["place"] += f"\u3000{draft.items[one.where.ordinal - 1].heading or ''}"
    return shown


def hindrances(draft: Draft, library: Library, in_format: Format) -> list[Shown]:
    """What keeps the draft from being signed in a format, each with the places that it is about."""
    final = readiness.errors(draft, library, in_format=in_format)
    places: dict[str, list[Shown]] = {}
    for data in found.of(final, draft):
        places.setdefault(data["rule"], []).append(data)
    lines = readiness.told(final, draft)
    of_rule = Counter(one.rule for one in lines)
    shown = []
    for one in lines:
        own = places.get(one.rule, [])
        told_apart = of_rule[one.rule] == len(own)
        shown.append({"text": one.text, "places": [own.pop(0)] if told_apart and own else own})
        of_rule[one.rule] -= 1
    return shown


def _words(one: Finding, part: Part | None) -> list[tuple[str, bool]]:
    """The excerpt in stretches, the faulty one marked where it stands in the text of the part."""
    if part and one.where.span:
        start, end = one.where.span
        if excerpt(part.text, start, end) == one.excerpt:
            at = len(excerpt(part.text[:start], start, start))
            pieces = one.excerpt[:at], one.excerpt[at : at + end - start], one.excerpt[at + end - start :]
            return [(text, number == 1) for number, text in enumerate(pieces) if text]
    return [(one.excerpt, False)] if one.excerpt.strip() else []


def _is_fixable(one: Finding, draft: Draft) -> bool:
    """Whether the step "fix" can make the fix."""
    rule = by_slug().get(one.rule)
    alone = rule is not None and _ALONE.issuperset(rule.needs)
    return bool(alone and one.fix and one.fix.safe and fixing.apply(draft, [one])[1])


def _is_exempt(one: Finding) -> bool:
    """Whether no exception can waive a finding: those about exceptions themselves."""
    return one.rule in (allowing.UNUSED, allowing.NO_REASON) or one.rule not in by_slug()


def _rules(slugs: Iterable[str]) -> Shown:
    known = by_slug()
    return {
        slug: {
            "name": known[slug].name,
            "flags": known[slug].flags,
            "why": known[slug].why,
            "bad": known[slug].bad,
            "good": known[slug].good,
        }
        for slug in dict.fromkeys(slugs)
        if slug in known
    }


def _allowed(draft: Draft) -> list[Shown]:
    numbers = {item.id: number for number, item in enumerate(draft.items, start=1)}
    shown = []
    for one in draft.allowed:
        rule = named_rule(one.rule)
        said = f"第{numbers[one.place]}项" if one.place in numbers else one.place
        shown.append(one.model_dump() | {"name": rule.name if rule else one.rule, "said": said})
    return shown
