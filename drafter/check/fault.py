"""What a rule yields: a stretch of a part's text, what is wrong with it, and what should stand there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.finding import Severity

if TYPE_CHECKING:
    from drafter.check.parts import Part


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the characters of `part` from `start` to `end`; made by Part.fault."""

    part: "Part"
    start: int
    end: int
    message: str
    new: str | None = None
    safe: bool = False
    severity: Severity | None = None

    @property
    def old(self) -> str:
        """The faulty characters."""
        return self.part.text[self.start : self.end]
