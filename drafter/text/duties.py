"""Duties told in words: 县教育局牵头，县妇联、团县委按职责分工负责."""

import re

from drafter.model.base import Value
from drafter.text import brackets, organs, word_lists

_WORDS = word_lists.load("unit_labels")
_LEADS = re.compile(rf"(?P<units>.+?)(?:{'|'.join(_WORDS['lead verbs'])})")
_OTHERS = re.compile(rf"(?P<units>.+?)(?:{'|'.join(_WORDS['verbs'])})")


class Duties(Value):
    """The units that a text names with their duties, all in order, and those that lead."""

    units: tuple[str, ...]
    leads: tuple[str, ...]
    open_list: bool


def read(text: str) -> Duties | None:
    """The duties that make up the whole text; None where it says anything else."""
    units: list[str] = []
    leads: list[str] = []
    open_list, pending = False, ""
    for segment in brackets.split_outside(text, "，,；;"):
        told = f"{pending}、{segment}" if pending else re.sub(r"^由", "", segment)
        lead, other = _LEADS.fullmatch(told), _OTHERS.fullmatch(told)
        found = lead or other
        if not found:
            pending = told
            continue
        pending = ""
        listed = organs.without_open_end(found["units"])
        open_list = open_list or listed != found["units"]
        named = organs.split_units(listed)
        if not organs.are_organs(named):
            return None
        units += named
        leads += named if lead else []
    if pending or not units:
        return None
    return Duties(units=tuple(units), leads=tuple(leads), open_list=open_list)
