"""Entries of the registers: issuers, responsible units and themes, words to look for, days off."""

import datetime
from enum import StrEnum

from pydantic import Field

from drafter.model.base import Value
from drafter.model.notice import Format


class Level(StrEnum):
    """The level of an organ of government."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Issuer(Value):
    """发文机关: the organ that issues, its place, level, superior place, 代字 and usual format."""

    place: str
    stem: str
    name: str
    level: Level
    superior: str | None = None
    agency_code: str | None = None
    format: Format = Format.LETTER


class Unit(Value):
    """责任单位: one organ with the names it bears at each level; `*` stands for the place's stem.

    Names at county level are written with 区; a 县 or 县级市 reads them as its own. `county_proper` is the name in
    a 县 or 县级市 where it is another one (区公安分局, 县公安局). A unit met in an import and not yet looked at by a
    person is not `confirmed`: it answers only to its name as printed.
    """

    name: str
    province: str | None = None
    city: str | None = None
    county: str | None = None
    county_proper: str | None = None
    short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    confirmed: bool = True


class KnownName(Value):
    """A name of a programme that is used everywhere, or in `place` and below; `*` stands for any words."""

    name: str
    place: str | None = None


class Wording(Value):
    """Words by which a text of another office is adapted: general names, brands, institutions, lower levels.

    `children` are the words for all places of the level below, `governments` what follows them where their
    governments are meant; the first of each is the usual one.
    """

    known: tuple[KnownName, ...] = ()
    brand_words: tuple[str, ...]
    institutions: tuple[str, ...]
    schools: tuple[str, ...]
    plain: tuple[str, ...]
    zones: tuple[str, ...]
    verbs: tuple[str, ...]
    bodies: tuple[str, ...]
    children: dict[Level, tuple[str, ...]]
    governments: dict[Level, tuple[str, ...]]


class Theme(Value):
    """主题: what an item is about, with the fields of the two national outlines 2021—2030 it serves."""

    name: str
    women: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    words: tuple[str, ...]


class Outline(Value):
    """A national outline 纲要 with its fields, in their order."""

    name: str
    fields: tuple[str, ...]


class Word(Value):
    """A word that a check looks for; not where it is part of a phrase of `unless`.

    `instead` is what is to be written, `why` the reason, where they differ from word to word.
    """

    word: str
    instead: str | None = None
    unless: tuple[str, ...] = ()
    why: str | None = None


class HolidayYear(Value):
    """The days off of a year, and the weekend days that are worked instead, as the State Council arranges them."""

    year: int
    source: str
    off: tuple[datetime.date, ...]
    working: tuple[datetime.date, ...] = ()


class Holidays(Value):
    """The years whose days off are known."""

    years: tuple[HolidayYear, ...]

    def of(self, year: int) -> HolidayYear | None:
        """The arrangement of a year, None where it is not known."""
        return next((one for one in self.years if one.year == year), None)


class Event(Value):
    """A day or campaign of the year by name, and the day (month-day) by which it is over."""

    word: str
    until: str = Field(pattern=r"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")

    def over_on(self, year: int) -> datetime.date:
        """The last day of it in a year."""
        month, day = map(int, self.until.split("-"))
        return datetime.date(year, month, day)


class Events(Value):
    """Days and campaigns that a notice may name."""

    events: tuple[Event, ...]


class Duty(Value):
    """What a kind of task is called, and the units (by register name) one of which usually has it.

    `leads`: it stands first where a heading says so; `needed`: it is among the units where the text says so.
    """

    words: tuple[str, ...]
    units: tuple[str, ...]
    leads: bool = False
    needed: bool = False


class Duties(Value):
    """The tasks that usually belong to certain units."""

    duties: tuple[Duty, ...]
