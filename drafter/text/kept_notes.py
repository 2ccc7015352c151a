"""The notes that stay with an item until a person has looked at its words: “八陡镇”：是博山区的镇或街道，请改."""

import re
from typing import NamedTuple

_NOTE = re.compile("“(?P<words>.+?)”：(?P<reason>.*)", re.DOTALL)
_MUST = re.compile("请改|不是.+的地名")  # what says that the words cannot stay; other notes ask to look at them


class Kept(NamedTuple):
    """The words of a note and what is to be thought of."""

    words: str
    reason: str

    @property
    def must_change(self) -> bool:
        """Whether the words are another place's unit or place, not only to be looked at."""
        return bool(_MUST.search(self.reason))


def written(words: str, reason: str) -> str:
    """The note on some words."""
    return f"“{words}”：{reason}"


def read(note: str) -> Kept | None:
    """What a note says; None where it is one on the whole item."""
    found = _NOTE.match(note)
    return Kept(found["words"], found["reason"]) if found else None
