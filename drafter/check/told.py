"""What reading repaired or doubted, as findings: it is told by slug and line, here it gets its part and its span."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.check.catalogue import by_slug
from drafter.check.context import Context
from drafter.check.findings import finding
from drafter.check.parts import ITEM, Part
from drafter.check.rule import Rule
from drafter.model.finding import Finding, Where
from drafter.model.results import Problem

UNLISTED = "reading-note"  # what has no rule of its own is told as this one tells it
_LEAST = 2
_ORDINALS = "零一二三四五六七八九十百0123456789第件项"
_MARKDOWN = re.compile(r"^#{1,6}\s+|\*\*")
_ENOUGH = 24  # letters and figures by which a line is known


def findings(context: Context) -> Iterator[Finding]:
    """The findings that the problems of a reading make; what a rule finds in the notice itself is not told twice."""
    for problem, place in zip(context.problems, _places(context), strict=True):
        rule = by_slug().get(problem.code) or replace(by_slug()[UNLISTED], slug=problem.code)
        if rule.in_notice is not None:
            continue
        exact = list(_exact(rule, context, problem, place)) if rule.in_part else []
        yield from exact or [_whole(rule, problem, place)]


@dataclass(frozen=True)
class _Place:
    """Where a printed line stands in a part: `letters` are the places of its letters and figures in the part's text.

    `index` counts the parts of the notice.
    """

    part: Part
    letters: list[int]
    first: int
    index: int

    def span(self, printed: str, start: int, end: int) -> tuple[int, int]:
        """The stretch of the part's text that stands for a stretch of the printed line."""
        left, right = self.first + len(_plain(printed[:start])), self.first + len(_plain(printed[:end]))
        begin = max(self._behind(left), self._letter(left) - _marks(printed[start:end]))
        after = min(self._letter(right), self._behind(right) + _marks(printed[start:end][::-1]))
        return (begin, max(begin, after)) if right > left else (self._behind(left), self._letter(right))

    def _behind(self, number: int) -> int:
        """The place behind the letter before this one."""
        return self._letter(number - 1) + 1 if number > 0 and self.letters else 0

    def _letter(self, number: int) -> int:
        """Where a letter stands in the part's text, at most its end; 0 for one before it (an ordinal)."""
        if number < 0:
            return 0
        return self.letters[number] if number < len(self.letters) else len(self.part.text)


def _places(context: Context) -> list[_Place | None]:
    """Where the line of each problem stands; of several items that say the same, the one its line number points at."""
    if not context.problems:
        return []
    texts, first_lines = _Texts(context.parts), _first_lines(context.parts)
    choices = [texts.find(problem.printed or "") for problem in context.problems]
    lines = [_line(problem.where) for problem in context.problems]
    certain = [(at, one[0].index) for at, one in zip(lines, choices, strict=True) if len(one) == 1]
    taken: set[tuple[str, str | None, int]] = set()
    found: list[_Place | None] = []
    for problem, line, of in zip(context.problems, lines, choices, strict=True):
        key = (problem.code, problem.printed)
        free = [one for one in of if (*key, one.index) not in taken] or of
        best = _nearest(free, line, certain, first_lines)
        if best:
            taken.add((*key, best.index))
        found.append(best)
    return found


def _nearest(
    choices: "list[_Place]", line: int, certain: list[tuple[int, int]], first_lines: list[int]
) -> "_Place | None":
    """The place whose line, counted from the nearest certain one, comes nearest to a line; else the first.

    A certain one is the number of a line and that of the part which it is in.
    """
    if not choices or not certain:
        return choices[0] if choices else None
    known, index = min(certain, key=lambda one: abs(one[0] - line))
    return min(choices, key=lambda one: abs(first_lines[one.index] - first_lines[index] - (line - known)))


def _first_lines(parts: tuple[Part, ...]) -> list[int]:
    """The line on which each part begins where each paragraph is a line."""
    counts = [part.text.count("\n") + 1 if part.text else 0 for part in parts]
    return [sum(counts[:at]) for at in range(len(parts))]


def _line(where: str) -> int:
    """The number in a place told by reading (第12行, 第24段), 0 where there is none."""
    found = re.search(r"\d+", where)
    return int(found[0]) if found else 0


class _Texts:
    """Finds printed lines in the parts by their letters and figures alone."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        found = [(at, part, _plain(part.text), _letters(part.text)) for at, part in enumerate(parts)]
        self._parts = sorted(found, key=lambda one: len(one[2]))  # a short part is not to be found inside a longer one

    def find(self, printed: str) -> list[_Place]:
        """Where a line as printed stands: in the shortest part that has it, or in each item that has it."""
        whole = _plain(printed)
        bare = whole.lstrip(_ORDINALS)
        for wanted in dict.fromkeys((whole, bare, bare[:_ENOUGH])):
            found = [
                _Place(part, letters, text.find(wanted) - (len(whole) - len(bare) if wanted != whole else 0), at)
                for at, part, text, letters in self._parts
                if len(wanted) >= _LEAST and wanted in text
            ]
            if found:
                items = [one for one in found if one.part.name == ITEM]
                return sorted(items, key=lambda one: one.index) if found[0].part.name == ITEM else found[:1]
        return []


def _marks(text: str) -> int:
    """How many marks, blanks not counted, the text begins with."""
    at = next((at for at, char in enumerate(text) if char.isalnum()), len(text))
    return sum(not char.isspace() for char in text[:at])


def _plain(text: str) -> str:
    """The letters and figures of a text, whatever their width."""
    return "".join(unicodedata.normalize("NFKC", char) for char in text if char.isalnum())


def _letters(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if char.isalnum() for _ in unicodedata.normalize("NFKC", char)]


def _exact(rule: Rule, context: Context, problem: Problem, place: _Place | None) -> Iterator[Finding]:
    """What a rule on texts finds in the line as printed, its span put into the repaired text."""
    printed = _MARKDOWN.sub("", problem.printed or "")
    part = place.part if place else Part(rule.parts[0], None, "")
    for fault in rule.in_part(Part(part.name, part.ordinal, printed), context) if rule.in_part else ():
        span = place.span(printed, fault.start, fault.end) if place else None
        found = finding(rule, fault)
        yield found.replaced(where=Where(part=part.name, ordinal=part.ordinal, span=span))


def _whole(rule: Rule, problem: Problem, place: _Place | None) -> Finding:
    """A problem without a nearer place than its line."""
    printed = problem.printed or ""
    where = Where(part=rule.told_at or rule.parts[0])
    if place:
        span = place.span(printed, 0, len(printed))
        where = Where(part=place.part.name, ordinal=place.part.ordinal, span=span)
    return Finding(
        rule=rule.slug,
        name=rule.name,
        severity=rule.severity,
        where=where,
        message=problem.message if problem.where in problem.message else f"{problem.message}（{problem.where}）",
        excerpt=printed.strip(),
        source=rule.authority,
    )
