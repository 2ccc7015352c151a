"""How Word prints an automatic number: each numbering format as a function from the number to its text."""

from collections.abc import Callable

from drafter.text import numerals

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_PLAIN_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999  # beyond it every format falls back on plain figures


def formatted(number: int, kind: str) -> str:
    """The number in one of Word's formats; a format that is not known prints figures, as Word itself does."""
    if kind == "none":
        return ""
    write = _FORMATS.get(kind)
    if write is None or not 0 < number <= _LARGEST:
        return str(number)
    return write(number)


def _counting(number: int) -> str:
    return numerals.to_chinese(number)


def _japanese(number: int) -> str:
    """As Chinese counting, but 百 and 千 stand without 一 and no 零 fills a gap."""
    text = numerals.to_chinese(number).replace("零", "")
    return text.replace("一百", "百").replace("一千", "千").replace("一十", "十")


def _digits(number: int) -> str:
    return "".join(_PLAIN_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    text = numerals.to_chinese(number)
    return ("一" + text if text.startswith("十") else text).translate(_LEGAL)


def _row(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode, figures beyond the last."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _circled(number: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _letters(number: int) -> str:
    """A … z, aa … zz: the letter repeated, as Word does, not counted on as in a spreadsheet."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographLegalTraditional": lambda number: _legal(number).translate(_TRADITIONAL),
    "chineseLegalSimplified": _legal,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographTraditional": lambda number: _STEMS[number - 1] if number <= len(_STEMS) else str(number),
    "ideographZodiac": lambda number: _BRANCHES[number - 1] if number <= len(_BRANCHES) else str(number),
    "ideographEnclosedCircle": _row("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
