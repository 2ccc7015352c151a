"""A rendered page as plain values: glyphs with their ink, straight bars, pictures; in mm from the top-left corner.

Nothing here knows the standard, and nothing but `pdf` knows how a PDF is read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

MM = 25.4 / 72  # millimetres in a point
_BASELINE_STEP = 0.7  # glyphs whose baselines differ by less stand in one line
_TOUCH = 0.35  # pieces of a bar nearer than this are one bar
_SAME_EDGE = 0.12
_DARK, _SPREAD = 90, 40
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """The centre, x and y."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around others."""
    kept = list(boxes)
    return Box(
        min(one.x0 for one in kept),
        min(one.y0 for one in kept),
        max(one.x1 for one in kept),
        max(one.y1 for one in kept),
    )


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue, 0 to 255."""

    red: int = 0
    green: int = 0
    blue: int = 0

    @property
    def is_red(self) -> bool:
        """Whether one would call it red (spec V-5)."""
        return self.red > 150 and self.green < 120 and self.blue < 120

    @property
    def is_black(self) -> bool:
        """Whether one would call it black: dark and without a hue."""
        parts = (self.red, self.green, self.blue)
        return max(parts) < _DARK and max(parts) - min(parts) < _SPREAD

    @property
    def is_white(self) -> bool:
        """Whether it leaves no ink."""
        return min(self.red, self.green, self.blue) > 250


BLACK = Colour()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as printed: its ink, where its cell begins, how wide the cell is, its baseline, size and face."""

    char: str
    ink: Box | None
    x: float
    advance: float
    baseline: float
    size: float  # points
    font: str
    colour: Colour = BLACK


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline, left to right; at least one of them has ink."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """What is printed, blanks kept as they stand."""
        return "".join(one.char for one in self.glyphs)

    @cached_property
    def solid(self) -> str:
        """What is printed without any blank."""
        return "".join(self.text.split())

    @cached_property
    def inked(self) -> tuple[Glyph, ...]:
        """The glyphs that leave ink."""
        return tuple(one for one in self.glyphs if one.ink)

    @cached_property
    def ink(self) -> Box:
        """The rectangle around all ink."""
        return around(one.ink for one in self.glyphs if one.ink)

    @property
    def left(self) -> float:
        """Where the cell of the first inked glyph begins."""
        return self.inked[0].x

    @property
    def right(self) -> float:
        """Where the cell of the last inked glyph ends."""
        return self.inked[-1].x + self.inked[-1].advance

    @property
    def centre(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """The baseline."""
        return self.inked[0].baseline

    @cached_property
    def size(self) -> float:
        """The size of most of its glyphs, in points."""
        return most_common(round(one.size, 1) for one in self.inked)

    @cached_property
    def font(self) -> str:
        """The face of most of its glyphs."""
        return most_common(one.font for one in self.inked)

    @cached_property
    def colour(self) -> Colour:
        """The colour of most of its glyphs."""
        return most_common(one.colour for one in self.inked)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight bar of ink, lying or standing."""

    box: Box
    colour: Colour = BLACK

    @property
    def lies(self) -> bool:
        """Whether it runs from left to right."""
        return self.box.width >= self.box.height

    @property
    def thickness(self) -> float:
        """Across."""
        return self.box.height if self.lies else self.box.width

    @property
    def length(self) -> float:
        """Along."""
        return self.box.width if self.lies else self.box.height

    @property
    def y(self) -> float:
        """Half way between upper and lower edge."""
        return self.box.middle[1]


@dataclass(frozen=True)
class Page:
    """A page: lines from top to bottom, bars, and the places of pictures and areas of colour."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not (self.lines or self.rules or self.pictures)

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.height >= self.width


def most_common(values: Iterable[_T]) -> _T:
    """The value met most often; the first of several."""
    return Counter(values).most_common(1)[0][0]


def into_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Glyphs of a page put into lines by their baselines."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.baseline):
        if rows and glyph.baseline - rows[-1][0].baseline < _BASELINE_STEP:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    made = (Line(tuple(sorted(row, key=lambda one: one.x))) for row in rows)
    return tuple(one for one in made if one.inked)


def merged(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Bars with the pieces that touch end to end, or lie upon each other, made one; top to bottom, left to right."""
    done: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (one.lies, one.colour.red, _across(one), _along(one))):
        at = next((number for number, other in enumerate(done) if _continues(other, rule)), None)
        if at is None:
            done.append(rule)
        else:
            done[at] = Rule(around((done[at].box, rule.box)), rule.colour)
    return tuple(sorted(done, key=lambda one: (one.box.y0, one.box.x0)))


def _continues(one: Rule, other: Rule) -> bool:
    """Whether two bars of one colour lie in one line and touch."""
    if one.lies != other.lies or one.colour != other.colour:
        return False
    if max(abs(a - b) for a, b in zip(_across(one), _across(other), strict=True)) > _SAME_EDGE:
        return False
    (start, end), (begin, stop) = _along(one), _along(other)
    return begin <= end + _TOUCH and start <= stop + _TOUCH


def _across(rule: Rule) -> tuple[float, float]:
    return (rule.box.y0, rule.box.y1) if rule.lies else (rule.box.x0, rule.box.x1)


def _along(rule: Rule) -> tuple[float, float]:
    return (rule.box.x0, rule.box.x1) if rule.lies else (rule.box.y0, rule.box.y1)
