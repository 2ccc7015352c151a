"""Lines of a file as they were printed, found again in the parts of the notice that was read from it."""

import re
import unicodedata
from dataclasses import dataclass

from drafter.check.catalogue import by_slug
from drafter.check.context import Context
from drafter.check.parts import ITEM, Part

_LEAST = 2
_ORDINALS = "零一二三四五六七八九十百0123456789第件项"
_ENOUGH = 24  # letters and figures by which a line is known


@dataclass(frozen=True)
class Place:
    """Where a printed line stands in a part: `letters` are the places of its letters and figures in the part's text.

    `index` counts the parts of the notice.
    """

    part: Part
    letters: list[int]
    first: int
    index: int

    def span(self, printed: str, start: int, end: int) -> tuple[int, int]:
        """The stretch of the part's text that stands for a stretch of the printed line."""
        left, right = self.first + len(plain(printed[:start])), self.first + len(plain(printed[:end]))
        if left == right:  # marks or blanks alone, and those of one line
            begin, after = self._behind(left), self._letter(right)
            line_end = self.part.text.find("\n", begin, after)
            return begin, after if line_end < 0 else line_end
        begin = max(self._behind(left), self._letter(left) - _marks(printed[start:end]))
        after = min(self._letter(right), self._behind(right) + _marks(printed[start:end][::-1]))
        return begin, max(begin, after)

    def _behind(self, number: int) -> int:
        """The place behind the letter before this one."""
        return self._letter(number - 1) + 1 if number > 0 and self.letters else 0

    def _letter(self, number: int) -> int:
        """Where a letter stands in the part's text, at most its end; 0 for one before it (an ordinal)."""
        if number < 0:
            return 0
        return self.letters[number] if number < len(self.letters) else len(self.part.text)


def places(context: Context) -> list[Place | None]:
    """Where the line of each problem stands; of several items that say the same, the one its line number points at."""
    if not context.problems:
        return []
    texts, first_lines = _Texts(context.parts), _first_lines(context.parts)
    choices = [texts.find(problem.printed or "", _parts_of(problem.code)) for problem in context.problems]
    lines = [_line(problem.where) for problem in context.problems]
    certain = [(at, one[0].index) for at, one in zip(lines, choices, strict=True) if len(one) == 1]
    taken: set[tuple[str, str | None, int]] = set()
    found: list[Place | None] = []
    for problem, line, of in zip(context.problems, lines, choices, strict=True):
        key = (problem.code, problem.printed)
        free = [one for one in of if (*key, one.index) not in taken] or of
        best = _nearest(free, line, certain, first_lines)
        if best:
            taken.add((*key, best.index))
        found.append(best)
    return found


def _parts_of(code: str) -> tuple[str, ...]:
    """The parts that the rule of a problem looks at."""
    rule = by_slug().get(code)
    return rule.parts if rule else ()


def _nearest(choices: list[Place], line: int, certain: list[tuple[int, int]], first_lines: list[int]) -> Place | None:
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
        found = [(at, part, plain(part.text), letters_of(part.text)) for at, part in enumerate(parts)]
        self._parts = sorted(found, key=lambda one: len(one[2]))  # a short part is not to be found inside a longer one

    def find(self, printed: str, among: tuple[str, ...]) -> list[Place]:
        """Where a line as printed stands: in the shortest part that has it, or in each item that has it.

        One of the parts named goes before all others.
        """
        whole = plain(printed)
        bare = whole.lstrip(_ORDINALS)
        for wanted in dict.fromkeys((whole, bare, bare[:_ENOUGH])):
            found = [
                Place(part, letters, text.find(wanted) - (len(whole) - len(bare) if wanted != whole else 0), at)
                for at, part, text, letters in self._parts
                if len(wanted) >= _LEAST and wanted in text
            ]
            found = [one for one in found if one.part.name in among] or found
            if found:
                items = [one for one in found if one.part.name == ITEM]
                return sorted(items, key=lambda one: one.index) if found[0].part.name == ITEM else found[:1]
        return []


def _marks(text: str) -> int:
    """How many marks, blanks not counted, the text begins with."""
    at = next((at for at, char in enumerate(text) if char.isalnum()), len(text))
    return sum(not char.isspace() for char in text[:at])


def plain(text: str) -> str:
    """The letters and figures of a text, whatever their width."""
    return "".join(unicodedata.normalize("NFKC", char) for char in text if char.isalnum())


def letters_of(text: str) -> list[int]:
    """Where each of those letters and figures stands."""
    return [at for at, char in enumerate(text) if char.isalnum() for _ in unicodedata.normalize("NFKC", char)]
