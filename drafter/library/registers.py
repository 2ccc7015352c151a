"""The registers as they are asked: an issuer by place, a unit by any of its names, the themes of an item, synonyms."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import UnknownReference
from drafter.library import value_file
from drafter.model.base import Value
from drafter.model.notice import Clause, Item
from drafter.model.registers import Issuer, Outline, Theme, Unit

_LEVEL_WORDS = "区县市省"
_HEADING_WEIGHT = 3
_MOST_THEMES = 3


class _IssuerFile(Value):
    issuers: tuple[Issuer, ...]


class UnitFile(Value):
    """What units.yaml holds."""

    units: tuple[Unit, ...]


class _ThemeFile(Value):
    outlines: tuple[Outline, ...] = ()
    themes: tuple[Theme, ...]


class _SynonymFile(Value):
    groups: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    light: tuple[str, ...] = ()


class ThemeProposal(Value):
    """A theme that an item seems to have, with the words of the register that say so."""

    theme: str
    in_heading: tuple[str, ...] = ()
    in_text: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        """A word in the heading counts three times one in the text."""
        return _HEADING_WEIGHT * len(self.in_heading) + len(self.in_text)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that decided, those of the heading first."""
        return tuple(dict.fromkeys((*self.in_heading, *self.in_text)))


class Issuers:
    """The issuers, by place or by name."""

    def __init__(self, entries: Iterable[Issuer]) -> None:
        self.entries = tuple(entries)

    @classmethod
    def load(cls, path: Path) -> "Issuers":
        """Read issuers.yaml."""
        return cls(value_file.load(_IssuerFile, path)[0].issuers)

    def find(self, name: str) -> Issuer | None:
        """The issuer of a place, its stem or its full name; None where it is not registered."""
        return next((one for one in self.entries if name in (one.place, one.name, one.stem)), None)

    def require(self, name: str) -> Issuer:
        """As find; raises UnknownReference with the nearest places."""
        found = self.find(name)
        if found is None:
            advice = "请核对；新的地方请先在文库的 issuers.yaml 里登记。"
            raise UnknownReference("发文机关", name, nearest(name, [one.place for one in self.entries]), advice)
        return found


class Units:
    """The responsible units, found by full name, short name, alias, former name or pattern."""

    def __init__(self, entries: Iterable[Unit]) -> None:
        self.entries = tuple(entries)
        self._by_name: dict[str, Unit] = {}
        self._patterns: list[tuple[re.Pattern[str], Unit]] = []
        for unit in self.entries:
            for name in names_of(unit):
                self._enter(name, unit)
        for unit in self.entries:
            for name in names_of(unit) if unit.confirmed else ():
                if name[0] in _LEVEL_WORDS and "*" not in name:
                    self._by_name.setdefault(name[1:], unit)

    @classmethod
    def load(cls, path: Path) -> "Units":
        """Read units.yaml."""
        return cls(value_file.load(UnitFile, path)[0].units)

    def _enter(self, name: str, unit: Unit) -> None:
        if "*" in name:
            form = re.escape(name).replace(r"\*", r"[\u4e00-\u9fff]{1,8}")
            self._patterns.append((re.compile(form), unit))
            return
        self._by_name.setdefault(name, unit)
        if unit.confirmed:
            self._by_name.setdefault(name.replace("区", "县", 1), unit)

    def find(self, name: str) -> Unit | None:
        """The unit that bears a name; a level word or a place before it does not matter. None if unknown."""
        behind_levels = [at for at, char in enumerate(name) if char in _LEVEL_WORDS]
        starts = [0, *behind_levels, *(at + 1 for at in behind_levels)]
        for start in sorted(set(starts)):
            found = self._by_name.get(name[start:])
            if found and (found.confirmed or start == 0):
                return found
        return next((unit for pattern, unit in self._patterns if pattern.fullmatch(name)), None)

    def names(self) -> Iterator[str]:
        """Every name in the register."""
        yield from self._by_name


def names_of(unit: Unit) -> tuple[str, ...]:
    """All names of a unit, current ones first."""
    full = tuple(name for name in (unit.county, unit.county_proper, unit.city, unit.province) if name)
    return tuple(dict.fromkeys((unit.name, *full, *unit.short, *unit.aliases, *unit.former)))


class Themes:
    """The themes, and which of them an item is about; the national outlines whose fields they serve."""

    def __init__(self, entries: Iterable[Theme], outlines: Iterable[Outline] = ()) -> None:
        self.entries = tuple(entries)
        self.outlines = tuple(outlines)

    @classmethod
    def load(cls, path: Path) -> "Themes":
        """Read themes.yaml."""
        found = value_file.load(_ThemeFile, path)[0]
        return cls(found.themes, found.outlines)

    def require(self, name: str) -> Theme:
        """The theme of a name; raises UnknownReference with the nearest names."""
        found = next((one for one in self.entries if one.name == name), None)
        if found is None:
            raise UnknownReference("主题", name, nearest(name, [one.name for one in self.entries]))
        return found

    def of_item(self, item: Item) -> tuple[str, ...]:
        """One to three themes by the words found in heading and text, the strongest first; none if no word fits."""
        return tuple(one.theme for one in self.proposals(item))

    def touched_by(self, item: Item) -> tuple[str, ...]:
        """The themes of an item and of each of its clauses, which may be about something else."""
        alone = [Item(clauses=(Clause(text=clause.text),)) for clause in item.all_clauses]
        named = (*(item.themes or self.of_item(item)), *(theme for one in alone for theme in self.of_item(one)))
        return tuple(dict.fromkeys(named))

    def proposals(self, item: Item) -> tuple[ThemeProposal, ...]:
        """The themes of an item with the words that decided: the strongest, and those at least half as strong."""
        heading = "".join((item.heading or "", *(entry.heading or "" for entry in item.entries)))
        body = "".join(clause.text for clause in item.all_clauses)
        said = [(theme.name, _in_text(theme.words, heading), _in_text(theme.words, body)) for theme in self.entries]
        found = [
            ThemeProposal(theme=name, in_heading=in_heading, in_text=in_text)
            for name, in_heading, in_text in said
            if in_heading or in_text
        ]
        found.sort(key=lambda one: -one.score)
        return tuple(one for one in found if one.score * 2 >= found[0].score)[:_MOST_THEMES]


def _in_text(words: Iterable[str], text: str) -> tuple[str, ...]:
    """The words that a text says."""
    return tuple([word for word in words if word in text]) if text else ()


class Synonyms:
    """Words that mean the same: `groups` of what is done, `common` ones of who and how; `light` words say little."""

    def __init__(self, groups: Iterable[str] = (), common: Iterable[str] = (), light: Iterable[str] = ()) -> None:
        self.groups = tuple(tuple(line.split("、")) for line in groups)
        self.common = tuple(tuple(line.split("、")) for line in common)
        self.light = tuple(light)

    @classmethod
    def load(cls, path: Path) -> "Synonyms":
        """Read synonyms.yaml, a group a line; a library without one has no synonyms."""
        if not path.exists():
            return cls()
        found = value_file.load(_SynonymFile, path)[0]
        return cls(found.groups, found.common, found.light)


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names like a name, or the first few where none is."""
    import difflib  # noqa: PLC0415 - only errors need it

    choices = list(dict.fromkeys(known))
    return difflib.get_close_matches(name, choices, n=3, cutoff=0.3) or choices[:5]
