"""Chinese numerals and item ordinals, to numbers and back."""

import re
from decimal import Decimal

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MULTIPLES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 10**8}

CHINESE = r"[零〇一二两三四五六七八九十百千]+"
_ORDINAL = (
    rf"(?:(?P<chinese>{CHINESE})(?P<stop>、)"
    rf"|(?P<bracket>[（(](?:{CHINESE}|\d{{1,2}})[)）])、?"
    r"|(?P<arabic>\d{1,2}(?:[.．](?!\d)|、)))\s*"
)


def to_int(numeral: str) -> int:
    """The value of a Chinese numeral below ten thousand, e.g. 二十一 → 21; ValueError when it is none."""
    if not numeral:
        raise ValueError("空数字")
    if all(char in _VALUES for char in numeral):
        return int("".join(str(_VALUES[char]) for char in numeral))
    total, pending = 0, None
    for char in numeral:
        if char in _VALUES:
            pending = _VALUES[char]
        elif char in _PLACES:
            total += (1 if pending is None else pending) * _PLACES[char]
            pending = 0
        else:
            raise ValueError(f"不是汉字数字：{numeral}")
    return total + (pending or 0)


def to_chinese(number: int) -> str:
    """The Chinese numeral of 0 to 9999 as used for ordinals, e.g. 12 → 十二."""
    if not 0 <= number <= 9999:
        raise ValueError(f"超出范围：{number}")
    if number == 0:
        return DIGITS[0]
    text, rest, gap = "", number, False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, place)
        if digit:
            text += (DIGITS[0] if gap else "") + DIGITS[digit] + name
            gap = False
        elif text and rest:
            gap = True
    return text[1:] if text.startswith("一十") else text


def to_decimal(number: str, multiple: str = "") -> Decimal:
    """The value of an Arabic or Chinese number with 万, 亿 and the like, e.g. 1.9 and 万 → 19000."""
    plain = number.replace(",", "")
    value = Decimal(plain) if plain[0].isdigit() else Decimal(to_int(plain))
    return value * _MULTIPLES[multiple]


def split_ordinal(text: str) -> tuple[str | None, str]:
    """An ordinal at the head of a paragraph, and the rest: 一、… → 一; （一）…, 1.… and 1、… as printed."""
    found = re.match(_ORDINAL, text)
    if not found:
        return None, text
    ordinal = found["chinese"] or found["bracket"] or found["arabic"]
    return ordinal, text[found.end() :]


def print_ordinal(ordinal: str | None) -> str:
    """The ordinal as it stands before its heading: 一 → 一、; others bear their own mark."""
    if not ordinal:
        return ""
    return ordinal + "、" if re.fullmatch(CHINESE, ordinal) else ordinal


def ordinal_value(ordinal: str) -> int | None:
    """The number an ordinal stands for, None where it stands for none."""
    bare = ordinal.strip("（）().．、")
    try:
        return int(bare) if bare.isdigit() else to_int(bare)
    except ValueError:
        return None
