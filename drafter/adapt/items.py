"""A past item made ours: its heading, clauses, sub-entries, units and deadline."""

from typing import Any

from drafter.adapt.rewriting import UNITS, Rewriting
from drafter.model.notice import Clause, Entry, Item


def item(source: Item, rewriting: Rewriting, place: str = "") -> Item:
    """The item in our words; `place` is told before the name of each of its texts (第3项)."""
    heading = _text(source.heading, rewriting, f"{place}标题")
    clauses, position = _clauses(source.clauses, 0, rewriting, place)
    entries = []
    for number, entry in enumerate(source.entries, start=1):
        made, position = _entry(entry, number, position, rewriting, place)
        entries.append(made)
    return source.replaced(
        heading=heading,
        clauses=clauses,
        entries=tuple(entries),
        deadline=_text(source.deadline, rewriting, f"{place}完成时限"),
        **_units(source, rewriting, f"{place}{UNITS}"),
    )


def _entry(source: Entry, number: int, position: int, rewriting: Rewriting, place: str) -> tuple[Entry, int]:
    part = f"{place}{source.ordinal or f'第{number}分项'}"
    heading = _text(source.heading, rewriting, f"{part}标题")
    clauses, position = _clauses(source.clauses, position, rewriting, place)
    deadline = _text(source.deadline, rewriting, f"{part}完成时限")
    units = _units(source, rewriting, f"{part}{UNITS}")
    return source.replaced(heading=heading, clauses=clauses, deadline=deadline, **units), position


def _clauses(
    clauses: tuple[Clause, ...], position: int, rewriting: Rewriting, place: str
) -> tuple[tuple[Clause, ...], int]:
    """The clauses, counted on from those before them as #N.C counts."""
    made = tuple(
        clause.replaced(text=rewriting.text(clause.text, f"{place}第{at}条"))
        for at, clause in enumerate(clauses, start=position + 1)
    )
    return made, position + len(clauses)


def _units(part: Item | Entry, rewriting: Rewriting, where: str) -> dict[str, Any]:
    """The fields that name who answers for a part."""
    printed, leads = part.units_as_printed, part.lead_units
    own_leads = None if leads is None else tuple(dict.fromkeys(name for one in leads for name in rewriting.names(one)))
    return {
        "units": rewriting.units(part.units, where),
        "lead_units": own_leads,
        "units_as_printed": None if printed is None else rewriting.printed_units(printed, part.units, where),
    }


def _text(text: str | None, rewriting: Rewriting, where: str) -> str | None:
    return None if text is None else rewriting.text(text, where)
