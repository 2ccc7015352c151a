"""What a figure counts: the object of a target, taken verbatim from its clause."""

import re
from functools import cache

from drafter.text import brackets, word_lists

_MARKS = "，；。：、！？"
_OPENING = "“‘（《〈〔"
_NO_THINGS = ("%", "‰", "个百分点", "个月", "元")
_MONEY = "元"
_LEAST = 2
_AGE = re.compile(r"^\d+(?:[—～~–-]\d+)?(?:周)?岁(?:以[上下])?")
_ALL_OF_THEM = re.compile(r"应([\u4e00-\u9fff])尽\1$")
_LAST_BRACKET = re.compile(r"（[^）]*）(?![\u4e00-\u9fff]{2})")
_BY_MEANS = re.compile(r"以(?=“)|(?<=[\u4e00-\u9fff])(?<![存所现正潜实])在(?![校读园册岗职家乡建])")
_OF = re.compile(r"(?<!目)的(?![确士])")
_PAID = re.compile(r"^(?:的?标准)?(?:发放|给予|给付|支付|提供)?")


def counted_object(clause: str, start: int, end: int, measure: str | None) -> str | None:
    """The noun phrase a figure counts: behind it (3处城市书房), else before it (城市书房3处).

    Where there is none, the words up to the next mark round the figure (全年惠及逾1100户), or, round a figure that
    stands alone, what the words before that mark count. None where the clause says nothing else.
    """
    before, behind = clause[:start], clause[end:]
    own = _named(before, behind, measure)
    if own:
        return own
    around = clause[_last_start(before) : end + len(_first_part(behind))].strip()
    alone = not _without_times(before[_last_start(before) :]) and not _first_part(behind)
    return (_earlier(before) if alone else None) or (around if len(around) > end - start else None)


def _named(before: str, behind: str, measure: str | None) -> str:
    """The name in the stretch between marks that the figure stands in."""
    if measure is not None and measure.startswith(_MONEY):
        paid = _behind(_PAID.sub("", behind, count=1))
        return next((name for name in (_before(before), paid) if _is_money(name)), _before(before))
    counts_things = measure is not None and not measure.startswith(_NO_THINGS)
    return (counts_things and _behind(behind)) or _before(before)


def _earlier(text: str) -> str | None:
    """The name that ends the nearest stretch before the one that a text ends in."""
    rest = text[: _last_start(text)]
    while rest:
        name = _before(rest)
        if name:
            return name
        rest = rest.rstrip(_MARKS)
        rest = rest[: _last_start(rest)]
    return None


@cache
def _words(section: str) -> str:
    return "|".join(map(re.escape, word_lists.load("counted_words")[section]))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A pattern in which @section stands for the words of that section."""
    verbs = "|".join(word_lists.load("verbs")[""])
    return re.compile(re.sub(r"@(\w+)", lambda name: verbs if name[1] == "verbs" else _words(name[1]), form))


def _behind(text: str) -> str:
    phrase = _LAST_BRACKET.split(_first_part(text), maxsplit=1)[0]
    cuts = [at for form in (_pattern("@behind"), _BY_MEANS) for at, _ in _outside(form, phrase)]
    phrase = _AGE.sub("", _after_of(phrase[: min(cuts, default=len(phrase))].removeprefix("的")))
    return _sound(phrase)


def _before(text: str) -> str:
    phrase = _last_part(text)
    quoted = phrase.endswith(tuple(_OPENING))
    phrase = phrase.rstrip(_OPENING)
    if quoted and _pattern("(?:和|与|及|、)$").search(phrase):
        return ""  # one of several sayings in quotes, which count nothing
    phrase = _ALL_OF_THEM.sub("", _pattern("(?:@trailing)+$").sub("", phrase))
    ends = [end for _, end in _outside(_pattern("@within"), phrase) if len(phrase) - end >= _LEAST]
    phrase = phrase[max(ends, default=0) :]
    return _sound(_after_of(_pattern("^(?:@verbs|@leading)+").sub("", phrase, count=1)))


def _sound(phrase: str) -> str:
    """The phrase where it is a name: at least two characters, no quote or bracket without its partner."""
    whole = all(phrase.count(one) == phrase.count(other) for one, other in ("“”", "（）", "《》", "‘’"))
    return phrase if whole and len(phrase) >= _LEAST else ""


def _is_money(name: str) -> bool:
    return bool(_pattern("(?:@money)$").search(name))


def _without_times(text: str) -> str:
    return _pattern("^(?:@trailing|@leading)+$").sub("", text)


def _after_of(phrase: str) -> str:
    """What stands behind the last 的 outside quotes, where that alone says enough."""
    ends = [end for _, end in _outside(_OF, phrase) if len(phrase) - end > _LEAST or phrase[end:] in _short_names()]
    return phrase[max(ends, default=0) :]


def _short_names() -> tuple[str, ...]:
    return word_lists.load("counted_words")["alone"]


def _outside(form: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where a form stands in a text outside quotes and brackets."""
    closed = [(opening, end) for opening, end in brackets.closings(text).items()]
    found = (one.span() for one in form.finditer(text))
    return [(start, end) for start, end in found if not any(first < start < last for first, last in closed)]


def _first_part(text: str) -> str:
    return brackets.split_outside(text, _MARKS)[0]


def _last_part(text: str) -> str:
    """What stands behind the last mark outside quotes and brackets; marks at the end are passed over."""
    text = text.rstrip(_MARKS)
    return text[_last_start(text) :]


def _last_start(text: str) -> int:
    """Where the stretch begins that a text ends in: behind the last mark outside quotes and brackets."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        char = text[at]
        if char in "”’）》〕":
            depth += 1
        elif char in _OPENING:
            depth = max(0, depth - 1)
        elif char in _MARKS and depth == 0:
            return at + 1
    return 0
