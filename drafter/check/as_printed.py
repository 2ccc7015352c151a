"""The excerpts of findings with the marks that the file has, where reading has put others in their place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from drafter.check.context import Context
from drafter.check.findings import around
from drafter.check.printed_lines import Place, letters_of, plain
from drafter.model.finding import Finding

_Line = tuple[Place, str, list[int]]


def shown(found: Iterable[Finding], context: Context, places: Sequence[Place | None]) -> Iterator[Finding]:
    """The findings with their excerpts as printed; those where reading has mended nothing as they are."""
    lines: defaultdict[tuple[str, int | None], list[_Line]] = defaultdict(list)
    for problem, place in zip(context.problems, places, strict=True):
        if place and problem.printed:
            lines[place.part.name, place.part.ordinal].append((place, problem.printed, letters_of(problem.printed)))
    for one in found:
        of_part = lines.get((one.where.part, one.where.ordinal), []) if one.where.span else []
        excerpts = (_printed(one, line) for line in of_part)
        excerpt = next(filter(None, excerpts), one.excerpt)
        yield one if excerpt == one.excerpt else one.replaced(excerpt=excerpt)


def _printed(one: Finding, line: _Line) -> str:
    """The stretch of a printed line that reads as the excerpt does but for its marks, "" where there is none."""
    place, printed, letters = line
    bounds = around(place.part.text, *(one.where.span or (0, 0)))
    first, last = (bisect_left(place.letters, at) - place.first for at in bounds)
    if not 0 <= first < last <= len(letters):
        return ""
    start, end = letters[first], letters[last - 1] + 1
    if not one.excerpt[0].isalnum():
        start = letters[first - 1] + 1 if first else 0
    if not one.excerpt[-1].isalnum():
        end = letters[last] if last < len(letters) else len(printed)
    stretch = printed[start:end]
    return stretch if plain(stretch) == plain(one.excerpt) else ""
