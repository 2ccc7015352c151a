"""The registers as they are asked: an issuer by place, a unit by any of its names, the themes of an item."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import UnknownReference
from drafter.library import value_file
from drafter.model.base import Value
from drafter.model.notice import Item
from drafter.model.registers import Issuer, Theme, Unit

_LEVEL_WORDS = "区县市省"
_HEADING_WEIGHT = 3
_MOST_THEMES = 3


class _IssuerFile(Value):
    issuers: tuple[Issuer, ...]


class _UnitFile(Value):
    units: tuple[Unit, ...]


class _ThemeFile(Value):
    themes: tuple[Theme, ...]


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
            for name in names_of(unit):
                if name[0] in _LEVEL_WORDS and "*" not in name:
                    self._by_name.setdefault(name[1:], unit)

    @classmethod
    def load(cls, path: Path) -> "Units":
        """Read units.yaml."""
        return cls(value_file.load(_UnitFile, path)[0].units)

    def _enter(self, name: str, unit: Unit) -> None:
        if "*" in name:
            form = re.escape(name).replace(r"\*", r"[\u4e00-\u9fff]{1,8}")
            self._patterns.append((re.compile(form), unit))
            return
        self._by_name.setdefault(name, unit)
        self._by_name.setdefault(name.replace("区", "县", 1), unit)

    def find(self, name: str) -> Unit | None:
        """The unit that bears a name; a level word or a place before it does not matter. None if unknown."""
        behind_levels = [at for at, char in enumerate(name) if char in _LEVEL_WORDS]
        starts = [0, *behind_levels, *(at + 1 for at in behind_levels)]
        for start in sorted(set(starts)):
            if name[start:] in self._by_name:
                return self._by_name[name[start:]]
        return next((unit for pattern, unit in self._patterns if pattern.fullmatch(name)), None)

    def names(self) -> Iterator[str]:
        """Every name in the register."""
        yield from self._by_name


def names_of(unit: Unit) -> tuple[str, ...]:
    """All names of a unit, current ones first."""
    full = tuple(name for name in (unit.county, unit.city, unit.province) if name)
    return tuple(dict.fromkeys((unit.name, *full, *unit.short, *unit.aliases, *unit.former)))


class Themes:
    """The themes, and which of them an item is about."""

    def __init__(self, entries: Iterable[Theme]) -> None:
        self.entries = tuple(entries)

    @classmethod
    def load(cls, path: Path) -> "Themes":
        """Read themes.yaml."""
        return cls(value_file.load(_ThemeFile, path)[0].themes)

    def require(self, name: str) -> Theme:
        """The theme of a name; raises UnknownReference with the nearest names."""
        found = next((one for one in self.entries if one.name == name), None)
        if found is None:
            raise UnknownReference("主题", name, nearest(name, [one.name for one in self.entries]))
        return found

    def of_item(self, item: Item) -> tuple[str, ...]:
        """One to three themes by the words found in heading and text, the strongest first; none if no word fits."""
        heading = item.heading or ""
        body = item.body + "".join(c.text for entry in item.entries for c in entry.clauses)
        scores = {
            theme.name: sum(_HEADING_WEIGHT * (word in heading) + (word in body) for word in theme.words)
            for theme in self.entries
        }
        best = max(scores.values(), default=0)
        if not best:
            return ()
        ranked = sorted(scores, key=lambda name: -scores[name])
        return tuple(name for name in ranked if scores[name] * 2 >= best)[:_MOST_THEMES]


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names like a name, or the first few where none is."""
    import difflib  # noqa: PLC0415 - only errors need it

    choices = list(dict.fromkeys(known))
    return difflib.get_close_matches(name, choices, n=3, cutoff=0.3) or choices[:5]
