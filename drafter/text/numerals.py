"""Chinese numerals and item ordinals, to numbers and back."""

import functools
import re
from decimal import Decimal

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MULTIPLES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 10**8}

DIGIT = "[零〇一二两三四五六七八九十百千]"
CHINESE = rf"{DIGIT}+"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_COUNTER = rf"(?:{CHINESE}|\d{{1,2}})"
_ORDINAL = re.compile(
    rf"(?:(?P<chinese>{CHINESE})、"
    rf"|(?P<bracket>[（(]{_COUNTER}[)）])、?"
    r"|(?P<arabic>\d{1,2}(?:[.．](?!\d)|、|[)）]))"
    rf"|(?P<circled>[{_CIRCLED}])、?"
    rf"|(?P<worded>第{_COUNTER}[件项](?:实事)?|(?:民生实事|实事|项目){_COUNTER})"
    r"(?:[：:、，.．][ \u3000]*|[ \u3000]+|$|(?=[“《]))"
    rf"|(?P<listed>{CHINESE}是)(?=[\u4e00-\u9fff“《])"
    r")\s*"
)
_SHAPES = ("chinese", "bracket", "arabic", "circled", "worded", "listed")


def to_int(numeral: str) -> int:
    """The value of a Chinese numeral below ten thousand, e.g. 二十一 → 21; ValueError when it is none."""
    if not numeral:
        raise ValueError("空数字")
    if all(char in _VALUES for char in numeral):
        return functools.reduce(lambda value, char: value * 10 + _VALUES[char], numeral, 0)
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
    """An ordinal at the head of a paragraph, and the rest.

    一、… → 一 and 第一件：… → 第一件; （一）…, 1.…, 1、…, ①… and 一是… as printed.
    """
    found = _ORDINAL.match(text)
    if not found:
        return None, text
    ordinal = next(found[shape] for shape in _SHAPES if found[shape])
    return ordinal, text[found.end() :]


def shape_of(ordinal: str) -> str:
    """The way of counting that an ordinal belongs to; ordinals of one list are alike in it."""
    if ordinal[0] in "（(":
        return "round" if ordinal.strip("（()）").isdigit() else "bracket"
    if ordinal[0].isdigit():
        return "arabic"
    if ordinal[0] in _CIRCLED:
        return "circled"
    if re.fullmatch(CHINESE, ordinal):
        return "chinese"
    return "listed" if ordinal.endswith("是") else re.sub(_COUNTER, "", ordinal)


def print_ordinal(ordinal: str | None) -> str:
    """The ordinal as it stands before its heading: 一 → 一、 and 第一件 → 第一件：; others bear their own mark."""
    if not ordinal:
        return ""
    if re.fullmatch(CHINESE, ordinal):
        return ordinal + "、"
    worded = _ORDINAL.fullmatch(ordinal)
    return ordinal + "：" if worded and worded["worded"] else ordinal


def ordinal_value(ordinal: str) -> int | None:
    """The number an ordinal stands for, None where it stands for none."""
    if ordinal and ordinal in _CIRCLED:
        return _CIRCLED.index(ordinal) + 1
    bare = re.search(_COUNTER, ordinal)
    rest = re.sub(_COUNTER, "", ordinal, count=1)
    if not bare or not re.fullmatch(r"[（()）.．、]*|第[件项](?:实事)?|(?:民生)?实事|项目|是", rest):
        return None
    try:
        return int(bare[0]) if bare[0].isdigit() else to_int(bare[0])
    except ValueError:
        return None
