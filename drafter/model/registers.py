"""Entries of the registers: issuers, responsible units and themes."""

from enum import StrEnum

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

    Names at county level are written with 区; a 县 reads them as 县. A unit met in an import and not yet looked at
    by a person is not `confirmed`: it answers only to its name as printed.
    """

    name: str
    province: str | None = None
    city: str | None = None
    county: str | None = None
    short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    confirmed: bool = True


class Theme(Value):
    """主题: what an item is about, with the fields of the two national outlines 2021—2030 it serves."""

    name: str
    women: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    words: tuple[str, ...]
