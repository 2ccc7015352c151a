"""What a drafter must look out for in a past commitment before taking it: the warnings of a card."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from drafter.library import Library
from drafter.library.words import Words
from drafter.model.references import Reference
from drafter.model.results import Match
from drafter.model.suggestion import Point, Series
from drafter.model.target import Bound
from drafter.suggest.shelf import place_and_year
from drafter.text import brackets, targets

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:[—～~-](?:19|20)?\d{2})?(?:学年度?|年度?)")
_ONCE = "once"


def of_match(match: Match, history: Sequence[Series], place: str | None, library: Library) -> tuple[str, ...]:
    """The warnings for taking a clause over, `place` being that of the office that asks, where it is known."""
    own = place is not None and place == place_and_year(Reference.parse(match.ref).notice)[0]
    return (
        *_years(match.clause),
        *_units(match.units, library, None if own else place),
        *_once(match.clause, library),
        *(text for series in history for text in _lower(series, match.year)),
    )


def _years(clause: str) -> list[str]:
    found = dict.fromkeys(_YEAR.findall(clause))
    return [f"写有年份“{'”“'.join(found)}”，采用时请核对"] if found else []


def _units(units: Iterable[str], library: Library, place: str | None) -> list[str]:
    """Units that the register lacks, and, for an office that asks, those that bear another place's name."""
    warnings = []
    unknown = [unit for unit in units if (entry := library.units.find(unit)) is None or not entry.confirmed]
    if unknown:
        warnings.append(f"责任单位登记表里没有：{'、'.join(unknown)}")
    ours = library.issuers.find(place) if place else None
    if ours:
        stems = [one.stem for one in library.issuers.entries if one.stem != ours.stem]
        local = [unit for unit in units if unit.startswith(tuple(stems)) or _is_town(unit)]
        if local:
            warnings.append(f"责任单位是别处的：{'、'.join(local)}")
    return warnings


def _is_town(unit: str) -> bool:
    """Whether a unit is one town's or street's government, which no other office has."""
    return bool(re.fullmatch(r"(?!各|有关|相关)[\u4e00-\u9fff]{1,4}(?:镇|乡)(?:人民政府|政府)?", unit))


def _once(clause: str, library: Library) -> list[str]:
    """A word for what is done once (揭牌, 改建) in a part of the clause that promises no number of it."""
    if not (library.folder / "words" / f"{_ONCE}.yaml").is_file():
        return []
    words: Words = library.words(_ONCE)
    at = 0
    found = []
    for part in brackets.split_outside(clause, "，；。"):
        counted = any(target.value is not None or target.high is not None for target in targets.find(part))
        found += [] if counted else [clause[at + one.start : at + one.end] for one in words.find(part)]
        at += len(part) + 1
    return [f"像是一次性的事（“{'”“'.join(dict.fromkeys(found))}”），请核对是否还要做"] if found else []


def _lower(series: Series, year: int) -> list[str]:
    """The figure of a year beside a higher one of the same commitment, the newest such."""
    own = next((point for point in series.points if point.year == year), None)
    higher = [point for point in series.points if own and _is_higher(point, own)]
    if own is None or not higher:
        return []
    top = higher[-1]
    return [f"指标“{own.text}”低于{top.year}年的“{top.text}”"]


def _is_higher(point: Point, than: Point) -> bool:
    if point.value is None or than.value is None or _is_limit(than.text):
        return False
    return Decimal(point.value) > Decimal(than.value)


def _is_limit(text: str) -> bool:
    """Whether a figure is an upper limit, of which less is more."""
    return any(target.bound is Bound.AT_MOST for target in targets.find(text))
