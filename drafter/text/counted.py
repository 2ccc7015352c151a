"""What a figure counts: the object of a target, taken verbatim from its clause."""

import re
from functools import cache

from drafter.text import word_lists

_CUTS = "，；。：、"
_TRAILING = re.compile(r"(?:[均达]|控制在|保持在|提高到|提高|下降|力争|最高|每次|每人|每户|每学年|标准)+$")


def counted_object(clause: str, start: int, end: int, measure: str | None) -> str | None:
    """The noun phrase a figure counts: behind it (3处城市书房), else before it (城市书房3处); None if neither."""
    if measure is not None and not measure.startswith(("%", "‰", "个百分点", "个月", "元")):
        behind = _behind(clause[end:])
        if behind:
            return behind
    return _before(clause[:start]) or None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile("^(?:" + "|".join(word_lists.load("verbs")[""]) + ")+")


def _behind(text: str) -> str:
    phrase = re.split(
        r"[，；。：、]|（[^）]*）(?![\u4e00-\u9fff]{2})|进行|开展|提供|实施|享受|发放|以“|以上|城乡", text, maxsplit=1
    )[0]
    phrase = phrase.removeprefix("的")
    phrase = phrase.rsplit("的", 1)[-1]
    return re.sub(r"^\d+[—-]\d+(?:周)?岁", "", phrase)


def _before(text: str) -> str:
    phrase = _last_part(text)
    phrase = _TRAILING.sub("", phrase)
    phrase = _verbs().sub("", phrase, count=1)
    return phrase.rsplit("的", 1)[-1]


def _last_part(text: str) -> str:
    """What stands behind the last mark outside quotes and brackets, an empty part passed over."""
    depth, end = 0, len(text)
    for at in range(len(text) - 1, -1, -1):
        char = text[at]
        if char in "”）》〕":
            depth += 1
        elif char in "“（《〔":
            depth = max(0, depth - 1)
        elif char in _CUTS and depth == 0:
            if at + 1 < end:
                return text[at + 1 : end]
            end = at
    return text[:end]
