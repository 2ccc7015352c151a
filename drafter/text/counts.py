"""Counts of deeds announced in words: 八件实事, 10件妇女儿童实事, 十大实事, 实事项目8项."""

import re
from collections.abc import Iterator

from drafter.model.base import Value
from drafter.text import numerals, word_lists

_WORDS = word_lists.load("count_words")
_BETWEEN = rf"(?P<between>(?:{'|'.join(_WORDS['between'])})*)"
_DEEDS = "|".join(_WORDS["deeds"])
_NUMERAL = numerals.CHINESE[1:-2]
# 第八件, 每十件, 前八件, 几十件 announce nothing of the whole, nor do the last signs of a longer figure
_NUMBER = rf"(?<![每第前后几数近约余{_NUMERAL}\d.])(?P<number>{numerals.CHINESE}|\d{{1,4}})"
_BEFORE = re.compile(rf"{_NUMBER}(?:件|项|个|大){_BETWEEN}(?:{_DEEDS})+")
_BEHIND = re.compile(rf"{_BETWEEN}(?:{_DEEDS})+(?:项目|事项)?(?:共计|合计|共|有)?{_NUMBER}(?:件|项|个)")
_AUDIENCE = re.compile("|".join(_WORDS["audiences"]))


class Count(Value):
    """An announced count: its text, where it starts, the number and whether it is in Chinese numerals."""

    text: str
    start: int
    number: int
    chinese: bool


def find(text: str, items: int | None = None) -> list[Count]:
    """The counts that the text announces; 3件妇女实事、4件儿童实事 are parts and none.

    一件实事 is said of any deed: it counts only where there is one, as `items` tells.
    """
    return [
        Count(
            text=found[0],
            start=found.start(),
            number=_value(found["number"]),
            chinese=not found["number"].isdigit(),
        )
        for found in _found(text, one=items == 1)
    ]


def replace(text: str, old: int, new: int) -> str:
    """The text with the count `old` made `new`, each in its own numerals; other counts stay."""
    for found in reversed([*_found(text, one=old == 1)]):
        if _value(found["number"]) == old:
            number = str(new) if found["number"].isdigit() else numerals.to_chinese(new)
            text = text[: found.start("number")] + number + text[found.end("number") :]
    return text


def _found(text: str, *, one: bool) -> Iterator["re.Match[str]"]:
    """Where a count of all deeds is announced, from left to right; a count of one only where that is meant."""
    before = [*_BEFORE.finditer(text)]
    behind = [
        found
        for found in _BEHIND.finditer(text)
        if not any(one.start() < found.end() and found.start() < one.end() for one in before)
    ]
    counts = sorted((*before, *behind), key=lambda found: found.start())
    audiences = [{*_AUDIENCE.findall(found["between"])} for found in counts]
    parts = [len(named) == 1 and any(other and other != named for other in audiences) for named in audiences]
    whole = (found for found, part in zip(counts, parts, strict=True) if not part)
    return (found for found in whole if _value(found["number"]) > (0 if one else 1))


def _value(number: str) -> int:
    return int(number) if number.isdigit() else numerals.to_int(number)
