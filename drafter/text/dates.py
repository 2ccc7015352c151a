"""Dates as official documents print them: 2026年6月22日 (spec M-33)."""

import datetime
import re

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_BLANK = re.compile(r"(\d{4})年[\s\u3000]*(?:\d{1,2})?[\s\u3000]*月[\s\u3000]*日")
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def parse(text: str) -> datetime.date:
    """Read 2026年6月22日 or 2026-06-22; ValueError when it is neither, or not in the calendar."""
    plain = text.strip()
    found = _DATE.fullmatch(plain)
    if found:
        return datetime.date(*(int(part) for part in found.groups()))
    if _ISO.fullmatch(plain):
        return datetime.date(*(int(part) for part in plain.split("-")))
    raise ValueError("日期应如 2026年6月22日 或 2026-06-22")


def is_date(text: str) -> bool:
    """Whether the text is a date line, the day known or still blank."""
    return bool(_DATE.fullmatch(text) or _BLANK.fullmatch(text))


def is_blank(text: str) -> bool:
    """Whether the text is a date line whose day is not yet known: 2027年　月　日."""
    return bool(_BLANK.fullmatch(text)) and not _DATE.fullmatch(text)


def find_at_end(text: str) -> str | None:
    """The date or blank date that ends the text, None where there is none."""
    found = re.search(rf"(?:{_DATE.pattern}|{_BLANK.pattern})$", text)
    return found[0] if found else None


def to_chinese(date: datetime.date) -> str:
    """The printed form, without leading zeros."""
    return f"{date.year}年{date.month}月{date.day}日"


def blank(year: int) -> str:
    """The printed form of a day not yet known (spec S-05)."""
    return f"{year}年\u3000月\u3000日"
