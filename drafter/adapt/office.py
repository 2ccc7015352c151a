"""The two offices of a take: whose text it was, who makes it its own, and what the level words of each mean."""

import re
from functools import cached_property
from typing import NamedTuple

from drafter.library import Library
from drafter.model.notice import Notice
from drafter.model.registers import Issuer, Level, Wording
from drafter.text import organs

LEVEL_CHARS = "省市区县旗州"
_RANKS = {"省": 0, "市": 1, "州": 1, "区": 2, "县": 2, "旗": 2}
_RANK_OF = {Level.PROVINCE: 0, Level.CITY: 1, Level.COUNTY: 2}
_USUAL = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区"}
_ENDS = re.compile(r"(?:(?:特别)?行政区|自治[区州县旗]|[省市区县旗州盟])$")


class Office(NamedTuple):
    """A place that issues notices: its name, stem and level, and the places above it, the nearest first."""

    place: str
    stem: str
    level: Level
    above: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """What the office calls its own area: 全区, 全县, 全市, 全省."""
        return self.place[-1] if self.place[-1] in LEVEL_CHARS else _USUAL[self.level]

    @property
    def words_above(self) -> str:
        """The level words of the places above."""
        return "".join(place[-1] for place in self.above)


class Crossing:
    """A notice of `theirs` on its way to `ours`, with the registers and with what our own notices show.

    `drafted` are the units that our draft names already: it goes by them before it goes by past notices.
    """

    def __init__(self, library: Library, place: str, source: Notice, drafted: tuple[str, ...] = ()) -> None:
        self.library = library
        self.source = source
        self.drafted = drafted
        self.ours = _office(library, place)
        self.theirs = _office(library, source.issuer)

    @property
    def is_own(self) -> bool:
        """Whether both are one office, so that only the year moves."""
        return self.ours.place == self.theirs.place

    @property
    def wording(self) -> Wording:
        """The words of the library's adapting.yaml."""
        return self.library.wording

    @cached_property
    def own_notices(self) -> tuple[Notice, ...]:
        """The notices of our own office, the newest first."""
        return _notices_of(self.library, self.ours.place)

    @cached_property
    def own_units(self) -> tuple[tuple[str, ...], ...]:
        """The units that our draft names, then those of each of our notices, the newest first."""
        return (self.drafted, *(units_of(notice) for notice in self.own_notices))

    @cached_property
    def known_text(self) -> str:
        """What the notices of our office say, and those of the places above it unless the text comes from there."""
        above = [
            one for place in self.ours.above if place != self.theirs.place for one in _notices_of(self.library, place)
        ]
        return "\n".join(_text(notice) for notice in (*self.own_notices, *above))

    @cached_property
    def places(self) -> dict[str, Issuer]:
        """Every known place by its name and by its stem."""
        entries = self.library.issuers.entries
        return {name: one for one in entries for name in (one.stem, one.place)}

    def ends_a_place(self, text: str) -> bool:
        """Whether a text ends with the name of a known place."""
        offices = (self.ours.place, *self.ours.above, self.theirs.place, *self.theirs.above)
        return text.endswith((*offices, *self.places))

    def means_ours(self, char: str) -> bool:
        """Whether a level word of their text is that of our own place: 全市 of a district, taken by its city."""
        return any(place == self.ours.place and place[-1] == char for place in self.theirs.above)

    def is_right_here(self, char: str) -> bool:
        """Whether a level word that is not their own may stay: it is ours, or that of a place above both."""
        if self.means_ours(char):
            return True
        rank = _RANKS.get(char, 2)
        if rank < _RANK_OF[self.theirs.level]:
            return char in self.ours.words_above and char != self.ours.word
        if self.ours.level == Level.COUNTY:
            return char == self.ours.word
        return rank >= _RANK_OF[self.ours.level]

    def is_above_us(self, place: str) -> bool:
        """Whether a place is one above ours and not the office that the text comes from."""
        return place in self.ours.above and place != self.theirs.place


def _office(library: Library, name: str) -> Office:
    """The office of a place or an issuer's name, from the register or else from the name."""
    entry = library.issuers.find(name)
    if entry is None:
        return _unregistered(organs.place_of(name))
    above: list[str] = []
    superior = library.issuers.find(entry.superior) if entry.superior else None
    while superior is not None and superior.place not in above:
        above.append(superior.place)
        superior = library.issuers.find(superior.superior) if superior.superior else None
    return Office(entry.place, entry.stem, entry.level, tuple(above))


def _unregistered(place: str) -> Office:
    """济南市历下区 is a 区 below 济南市; what the last character does not tell is taken for a county."""
    parts = re.findall(r"[\u4e00-\u9fff]+?(?:自治[区州县旗]|[省市区县旗州盟])(?![市区县]$)", place)
    own = parts[-1] if parts else place
    level = {"省": Level.PROVINCE, "州": Level.CITY, "盟": Level.CITY, "市": Level.CITY}.get(own[-1:], Level.COUNTY)
    if own.endswith("自治区"):
        level = Level.PROVINCE
    above = tuple(reversed(parts[:-1]))
    if level == Level.CITY and any(one.endswith(("市", "州")) for one in above):
        level = Level.COUNTY
    return Office(own, _ENDS.sub("", own) or own, level, above)


def _notices_of(library: Library, place: str) -> tuple[Notice, ...]:
    years = re.compile(re.escape(place) + r"-(\d{4})")
    found = [(int(match[1]), match[0]) for one in library.references() if (match := years.fullmatch(one))]
    return tuple(library.notice(reference) for _, reference in sorted(found, reverse=True))


def units_of(notice: Notice) -> tuple[str, ...]:
    """Every unit that a notice names, once."""
    return tuple(dict.fromkeys(unit for item in notice.items for unit in item.all_units))


def _text(notice: Notice) -> str:
    """All that a notice says, one text a line."""
    head = (notice.title, notice.recipients or "", *notice.opening, *notice.closing)
    items = (text for item in notice.items for text in (item.heading or "", *(c.text for c in item.all_clauses)))
    return "\n".join((*head, *items, *units_of(notice)))
