"""The exceptions that a draft makes: a rule, by its slug or its Chinese name, waived at one place, with the reason.

A place is an item's id (i3), a part by name (标题, 主送机关, 开头, 结尾, 署名和日期, 附注, 附件, 抄送, 文首) or 全文.
"""

from collections.abc import Iterable

from drafter.check.catalogue import by_slug, named, rules
from drafter.check.parts import HEAD, ITEM, NAMES
from drafter.library.registers import nearest
from drafter.model.draft import Allowed, Draft
from drafter.model.finding import Finding, Where

EVERYWHERE = "全文"
UNUSED, NO_REASON = "allow-unused", "allow-no-reason"


def without_allowed(found: Iterable[Finding], draft: Draft, ran: set[str]) -> list[Finding]:
    """The findings that no exception waives, and a finding for each exception that waives nothing or has no reason.

    An exception of a rule that did not run (`ran` are those that did) waives nothing and is not told of.
    """
    left: list[Finding] = []
    used: set[Allowed] = set()
    valid = [one for one in draft.allowed if one.reason.strip()]
    for one in found:
        waiving = [allowed for allowed in valid if _slug(allowed) == one.rule and _covers(allowed.place, one, draft)]
        used.update(waiving)
        if not waiving:
            left.append(one)
    for allowed in draft.allowed:
        if not allowed.reason.strip():
            left.append(_about(NO_REASON, f"{_said(allowed, draft)}没有写理由，不起作用。请写明理由，或删去这条例外"))
        elif named(allowed.rule) is None and allowed not in used:
            near = nearest(allowed.rule, [text for one in rules() for text in (one.name, one.slug)])
            like = f"，相近的有：{'、'.join(near)}" if near else ""
            left.append(_about(UNUSED, f"例外里写的“{allowed.rule}”：没有这条规则{like}"))
        elif allowed not in used and _slug(allowed) in ran:
            left.append(_about(UNUSED, f"{_said(allowed, draft)}已经没有对应的问题。请删去这条例外"))
    return left


def _slug(allowed: Allowed) -> str:
    rule = named(allowed.rule)
    return rule.slug if rule else allowed.rule


def place_of(one: Finding, draft: Draft) -> str:
    """The place at which an exception waives a finding and no more than it must: the item's id, else the part."""
    number = one.where.ordinal
    return draft.items[number - 1].id if one.where.part == ITEM and number else NAMES[one.where.part]


def _covers(place: str, one: Finding, draft: Draft) -> bool:
    return place in (EVERYWHERE, NAMES[one.where.part], place_of(one, draft))


def _said(allowed: Allowed, draft: Draft) -> str:
    known = named(allowed.rule)
    positions = {item.id: f"第{number}项" for number, item in enumerate(draft.items, start=1)}
    place = positions.get(allowed.place, allowed.place)
    return f"例外“{known.name if known else allowed.rule}”（{place}）"


def _about(slug: str, message: str) -> Finding:
    rule = by_slug()[slug]
    return Finding(
        rule=slug,
        name=rule.name,
        severity=rule.severity,
        where=Where(part=HEAD),
        message=message,
        excerpt="",
        source=rule.authority,
    )
