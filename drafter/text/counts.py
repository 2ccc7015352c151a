"""Counts of items announced in words: 八件实事, 10件民生实事."""

import re

from drafter.model.base import Value
from drafter.text import numerals

_COUNT = re.compile(rf"(?<!\d)(?P<number>{numerals.CHINESE}|\d{{1,4}})(?P<rest>件(?:民生)?(?:大)?实事|项(?:民生)?实事)")


class Count(Value):
    """An announced count: its text, where it starts, the number and whether it is in Chinese numerals."""

    text: str
    start: int
    number: int
    chinese: bool


def find(text: str) -> list[Count]:
    """The counts that the text announces."""
    return [
        Count(
            text=found[0],
            start=found.start(),
            number=int(found["number"]) if found["number"].isdigit() else numerals.to_int(found["number"]),
            chinese=not found["number"].isdigit(),
        )
        for found in _COUNT.finditer(text)
    ]


def replace(text: str, old: int, new: int) -> str:
    """The text with the count `old` made `new`, each in its own numerals; other counts stay."""

    def changed(found: re.Match[str]) -> str:
        chinese = not found["number"].isdigit()
        number = numerals.to_int(found["number"]) if chinese else int(found["number"])
        if number != old:
            return found[0]
        return (numerals.to_chinese(new) if chinese else str(new)) + found["rest"]

    return _COUNT.sub(changed, text)
