"""Dates as official documents print them: 2026年6月22日 (spec M-33)."""

import datetime
import re

from drafter.text import numerals

_DATE = r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日"
_BLANK = r"(\d{4})年[\s\u3000]*(?:\d{1,2})?[\s\u3000]*月[\s\u3000]*日"
_ISO = r"((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})"
_CHINESE_DATE = r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"


def parse(text: str) -> datetime.date:
    """Read 2026年6月22日, 2026-06-22 (or with . or /) or 二〇二六年六月二十二日.

    ValueError when it is none of these, or not in the calendar.
    """
    plain = "".join(text.split())
    found = re.fullmatch(_DATE, plain) or re.fullmatch(_ISO, plain)
    if found:
        return datetime.date(*(int(part) for part in found.groups()))
    found = re.fullmatch(_CHINESE_DATE, plain)
    if found:
        return datetime.date(*(numerals.to_int(part) for part in found.groups()))
    raise ValueError("日期应如 2026年6月22日 或 2026-06-22")


def is_blank(text: str) -> bool:
    """Whether the text is a date line whose day is not yet known: 2027年　月　日."""
    return bool(re.fullmatch(_BLANK, text)) and not re.fullmatch(_DATE, text)


def find_at_end(text: str) -> str | None:
    """The date or blank date that ends the text, None where there is none."""
    found = re.search(rf"(?:{_DATE}|{_BLANK}|{_CHINESE_DATE})$", text)
    return found[0] if found else None


def to_chinese(date: datetime.date) -> str:
    """The printed form, without leading zeros."""
    return f"{date.year}年{date.month}月{date.day}日"


def blank(year: int) -> str:
    """The printed form of a day not yet known (spec S-05)."""
    return f"{year}年\u3000月\u3000日"


def is_plain(text: str) -> bool:
    """Whether a date is in the official form: Arabic digits, no leading zeros (spec M-33)."""
    return bool(re.fullmatch(r"\d{4}年[1-9]\d?月[1-9]\d?日", text))
