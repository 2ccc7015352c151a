"""The text of an item's paragraphs as segments: ordinal, heading, each clause, units."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafter.handover.tracked_changes.blocks import Element, text_of
from drafter.model.notice import Clause, Item
from drafter.render import context


class Kind(StrEnum):
    """What a segment is; WHOLE is a paragraph that a template prints in a way of its own."""

    ORDINAL = "ordinal"
    HEADING = "heading"
    CLAUSE = "clause"
    UNITS = "units"
    WHOLE = "whole"


@dataclass(frozen=True)
class Segment:
    """A stretch of an item's paragraph; `clause` is the place (item, clause), counted from 1, of a clause."""

    kind: Kind
    text: str
    clause: tuple[int, int] = (0, 0)


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph of an item, printed, with its segments; `item` counts from 1."""

    item: int
    element: Element
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The printed text."""
        return "".join(segment.text for segment in self.segments)

    @property
    def clauses(self) -> tuple[Segment, ...]:
        """The clauses in it."""
        return tuple(segment for segment in self.segments if segment.kind is Kind.CLAUSE)

    def first(self, kind: Kind) -> str:
        """The text of its segment of a kind, empty where it has none."""
        return next((segment.text for segment in self.segments if segment.kind is kind), "")


def length(item: Item) -> int:
    """How many paragraphs an item prints."""
    return len(_of_item(item, 0))


def of_item(number: int, item: Item, elements: Iterable[Element]) -> list[Paragraph]:
    """The paragraphs of an item; in one that reads otherwise than expected no segments are told apart."""
    expected = _of_item(item, number)
    found = []
    for at, element in enumerate(elements):
        text = text_of(element)
        segments = expected[at] if at < len(expected) else ()
        if "".join(segment.text for segment in segments) != text:
            segments = (Segment(Kind.WHOLE, text),)
        found.append(Paragraph(number, element, segments))
    return found


def _of_item(item: Item, number: int) -> list[tuple[Segment, ...]]:
    values = context.of_item(item)
    found = [_segments(number, 0, values, item.clauses)]
    before = len(item.clauses)
    for entry, entry_values in zip(item.entries, values["entries"], strict=True):
        found.append(_segments(number, before, entry_values, entry.clauses))
        before += len(entry.clauses)
    if values["units_line"]:
        found.append((Segment(Kind.UNITS, values["units_line"]),))
    return found


def _segments(number: int, before: int, values: context.Context, clauses: tuple[Clause, ...]) -> tuple[Segment, ...]:
    """Ordinal, heading, clauses and what stands behind them: the units."""
    body = "".join(clause.text for clause in clauses)
    parts = [
        Segment(Kind.ORDINAL, values["ordinal"]),
        Segment(Kind.HEADING, values["heading"]),
        *(Segment(Kind.CLAUSE, one.text, (number, at)) for at, one in enumerate(clauses, start=before + 1)),
        Segment(Kind.UNITS, values["text"][len(body) :]),
    ]
    return tuple(part for part in parts if part.text)
