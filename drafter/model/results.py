"""What reading, suggesting and measuring return: plain values, never exceptions."""

from enum import StrEnum

from drafter.model.base import Value
from drafter.model.notice import Notice


class ProblemKind(StrEnum):
    """What a problem of a reading is: something mended, or something that a person should look at."""

    REPAIR = "repair"
    DOUBT = "doubt"


class Problem(Value):
    """A repair made or a doubt met in reading: the slug of the rule broken, the place, the text as printed."""

    code: str
    message: str
    where: str
    printed: str | None = None
    kind: ProblemKind = ProblemKind.DOUBT


class Reading(Value):
    """What a reader made of a file: the notice and everything it repaired or doubted."""

    source: str
    notice: Notice
    problems: tuple[Problem, ...] = ()


class Match(Value):
    """A past clause like the text asked about; `score` runs from 0 to 1, `source` is the 文号 of its notice."""

    ref: str
    clause: str
    heading: str | None
    issuer: str
    year: int
    score: float
    why: tuple[str, ...]
    units: tuple[str, ...]
    themes: tuple[str, ...]
    source: str | None = None

    @property
    def item(self) -> str:
        """The reference of the item that the clause stands in."""
        return self.ref.rsplit(".", 1)[0]


class Element(Value):
    """One row of the ruler: what a rule wants of the page, what was found; `ok` is None where it cannot be judged."""

    rule: str
    name: str
    expected: str
    got: str
    ok: bool | None = None


class Measurement(Value):
    """A document beside the standard. Without a renderer `measured` is false and `reason` says why.

    `stand_ins` are the faces the document names with those that stood in for them.
    """

    measured: bool
    reason: str | None = None
    stand_ins: tuple[tuple[str, str], ...] = ()
    elements: tuple[Element, ...] = ()

    @property
    def red(self) -> tuple[Element, ...]:
        """The rows that do not hold."""
        return tuple(one for one in self.elements if one.ok is False)

    @property
    def score(self) -> tuple[int, int]:
        """How many rows hold, of how many that could be judged."""
        judged = [one for one in self.elements if one.ok is not None]
        return sum(bool(one.ok) for one in judged), len(judged)
