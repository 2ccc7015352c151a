"""A rule of the whole document that says which unit leads: 排在第一位的为牵头单位."""

import re
from collections.abc import Iterable
from typing import TypeVar

from drafter.model.notice import Entry, Item
from drafter.text.unit_clause import print_inside

_Part = TypeVar("_Part", Item, Entry)
_RULE = re.compile(
    r"(?:排|列|位列|位居|居于|名列)?(?:在)?(?:第一位|第一名|第一|首位|首个|最前面|前面)"
    r"[的者]?(?:责任|承办)?(?:单位|部门)?(?:，)?(?:即|均)?(?:为|是|作为|负责)(?:该项|本项|该|各项)?(?:实事|工作|任务)?的?"
    r"(?:总)?(?:牵头|主办|主责)"
)

_IN_BRACKETS = re.compile(r"（[^（）]*）")


def find_rule(texts: Iterable[str]) -> str | None:
    """The paragraph that holds such a rule."""
    return next((text for text in texts if _RULE.search(text)), None)


def units_of(items: Iterable[Item]) -> tuple[str, ...]:
    """The names of all units as read: a rule may stand in brackets behind one of them."""
    return tuple(unit for item in items for unit in item.all_units)


def apply_rule(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with the first unit leading, where none is told apart; what is printed stays."""
    return tuple(
        _led(item).replaced(entries=tuple(_led(entry) for entry in item.entries)) if item.entries else _led(item)
        for item in items
    )


def _led(part: _Part) -> _Part:
    if part.lead_units or not part.units:
        return part
    printed = part.units_as_printed or print_inside(part.units, None, part.leader, part.deadline)
    units = tuple(filter(None, (_IN_BRACKETS.sub(_unless_rule, unit) for unit in part.units)))
    return part.replaced(units=units, lead_units=units[:1], units_as_printed=printed)


def _unless_rule(found: re.Match[str]) -> str:
    return "" if _RULE.search(found[0]) else found[0]
