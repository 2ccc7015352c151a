"""A target 指标: a figure promised in a clause."""

from decimal import Decimal
from enum import StrEnum

from drafter.model.base import Value


class Bound(StrEnum):
    """How a figure binds: 不少于 and the like, 不超过, 约/余, a plain figure, or all (全覆盖, 应…尽…)."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    EXACTLY = "exactly"
    ALL = "all"


class Target(Value):
    """A promised figure: verbatim text with its span in the clause, bound, value in base units, measure, object.

    `value` is None for coverage words; a range has `low` and `high` instead.
    """

    text: str
    start: int
    bound: Bound
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    measure: str | None = None
    object: str | None = None

    @property
    def end(self) -> int:
        """Position behind the last character of the text."""
        return self.start + len(self.text)
