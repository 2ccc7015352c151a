"""Exceptions of the check: a rule waived at one place of a draft, with the reason."""

import re

from drafter.check import allowing
from drafter.check.catalogue import named, rules
from drafter.check.parts import NAMES
from drafter.drafting import places
from drafter.errors import UnfitValue, UnknownReference
from drafter.library.registers import nearest
from drafter.model.draft import Allowed, Draft
from drafter.text.printable import require_printable

_POSITION = re.compile(r"(?:#|第)?(?P<number>\d{1,3})项?")


def allow(draft: Draft, rule: str, place: str, reason: str) -> Draft:
    """Waive a rule, by its slug or Chinese name, at a place; another reason for the same takes the first one's place.

    A place is an item's position (#3, 第3项, 3) or id (i3), a part by its Chinese name (标题, 结尾 …) or 全文.
    Raises UnknownReference for a rule or place that there is not, OutOfRange, UnfitValue where the reason is empty.
    """
    known = named(rule)
    if known is None:
        near = nearest(rule, [text for one in rules() for text in (one.name, one.slug)])
        raise UnknownReference("规则", rule, near, by_command="drafter check --rules")
    if not reason.strip():
        raise UnfitValue(f"例外“{known.name}”要写明理由，送审和以后接手的人才知道为什么放过。")
    made = Allowed(rule=known.slug, place=_place(draft, place.strip()), reason=reason.strip())
    require_printable(made, "例外")
    others = tuple(one for one in draft.allowed if (named(one.rule), one.place) != (known, made.place))
    note = f"已设例外：{_said(draft, made.place)}不再提“{known.name}”"
    return draft.replaced(allowed=(*others, made), notes=(note,))


def _place(draft: Draft, text: str) -> str:
    """The place as it is kept: an item's id, which stays with the item when others are moved."""
    position = _POSITION.fullmatch(text)
    if position:
        return places.item_at(draft, int(position["number"])).id
    known = [allowing.EVERYWHERE, *NAMES.values(), *(item.id for item in draft.items)]
    if text not in known:
        advice = "位置写 #3（第3项）、标题、结尾、附件等部分的名称，或全文。"
        raise UnknownReference("位置", text, nearest(text, known), advice)
    return text


def _said(draft: Draft, place: str) -> str:
    number = next((at for at, item in enumerate(draft.items, start=1) if item.id == place), None)
    return f"第{number}项" if number else place
