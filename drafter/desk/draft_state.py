"""A draft as the page shows it: items by their ids, clauses with their figures, units with what the register says.

state     {"sha", "name", "place", "year", "source", "head": {…}, "order": [id…], "items": {id: item},
           "dropped": [{"text", "origin", "reason", "item": is it a whole item, "into": id of the item it
               was merged into, or null}]}
item      {"id", "heading", "clauses": [clause…], "units": [{"name", "known", "lead"}], "units_as_printed",
           "leads_told": are the leads named as such, "leader", "deadline", "themes", "origin", "reason", "notes",
           "entries": [entry…]}
clause    {"text", "origin", "figures": [{"start", "end", "text", "confirmed"}], "entry": position or null};
           the clauses of the body first, then those of the entries, as #N.C counts them
entry     {"ordinal", "heading", "units", "deadline"}
"""

from functools import lru_cache
from typing import Any

from drafter.library import Library
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.text import dates, targets
from drafter.text.confirmed import open_figures

State = dict[str, Any]
_MOST_KEPT = 2048


def of(draft: Draft, sha: str, name: str, library: Library) -> State:
    """The whole state of a draft whose file has a digest."""
    return {
        "sha": sha,
        "name": name,
        "place": draft.place,
        "year": draft.year,
        "source": draft.source,
        "head": _head(draft),
        "order": [item.id for item in draft.items],
        "items": {item.id: item_state(item, library) for item in draft.items},
        "dropped": _dropped(draft),
    }


def changes(before: Draft, after: Draft, sha: str, library: Library) -> State:
    """What a step changed: the parts of the new state that differ, the order of items always, and the notes."""
    kept = {item.id: item for item in before.items}
    changed = {item.id: item_state(item, library) for item in after.items if kept.get(item.id) != item}
    parts: State = {"sha": sha, "order": [item.id for item in after.items], "items": changed}
    if _head(before) != _head(after):
        parts["head"] = _head(after)
    if before.dropped != after.dropped:
        parts["dropped"] = _dropped(after)
    return parts | {"notes": list(after.notes)}


def item_state(item: DraftItem, library: Library) -> State:
    """An item; what its words tell is worked out once, what the register says each time."""
    leads = set(item.lead_units or item.units[:1])
    units = [{"name": unit, "known": bool(library.units.find(unit)), "lead": unit in leads} for unit in item.units]
    return {**_words(item), "units": units}


@lru_cache(maxsize=_MOST_KEPT)
def _words(item: DraftItem) -> State:
    places: list[int | None] = [None] * len(item.clauses)
    places += [at for at, entry in enumerate(item.entries) for _ in entry.clauses]
    return {
        "id": item.id,
        "heading": item.heading or "",
        "clauses": [_clause(clause, at) for clause, at in zip(item.all_clauses, places, strict=True)],
        "units_as_printed": item.units_as_printed,
        "leads_told": bool(item.lead_units),
        "leader": item.leader or "",
        "deadline": item.deadline or "",
        "themes": list(item.themes),
        "origin": item.origin,
        "reason": item.reason or "",
        "notes": list(item.notes),
        "entries": [
            {
                "ordinal": entry.ordinal or "",
                "heading": entry.heading or "",
                "units": list(entry.units),
                "deadline": entry.deadline or "",
            }
            for entry in item.entries
        ],
    }


def _clause(clause: DraftClause, entry: int | None) -> State:
    still_open = {target.start for target in open_figures(clause)}
    return {
        "text": clause.text,
        "origin": clause.origin,
        "entry": entry,
        "figures": [
            {"start": one.start, "end": one.end, "text": one.text, "confirmed": one.start not in still_open}
            for one in targets.find(clause.text)
        ],
    }


def _head(draft: Draft) -> State:
    number = draft.doc_number
    return {
        "issuer": draft.issuer,
        "agency_code": number.agency_code if number else "",
        "serial": str(number.serial) if number and number.serial else "",
        "date": dates.to_chinese(draft.date) if draft.date else "",
        "title": draft.title,
        "list_title": draft.list_title or "",
        "recipients": draft.recipients or "",
        "opening": list(draft.opening),
        "closing": list(draft.closing),
        "contact_line": draft.contact_line or "",
        "signature": draft.signature or "",
        "disclosure": draft.disclosure or "",
        "copies_to": "，".join(draft.copies_to),
        "format": draft.format.value if draft.format else "",
        "copy_number": draft.copy_number or "",
        "secrecy": draft.secrecy or "",
        "urgency": draft.urgency or "",
        "imprint_organ": draft.imprint_organ or "",
        "imprint_date": dates.to_chinese(draft.imprint_date) if draft.imprint_date else "",
        "attachments": [attachment.title for attachment in draft.attachments],
    }


def _dropped(draft: Draft) -> list[State]:
    return [
        {
            "text": one.text,
            "origin": one.origin,
            "reason": one.reason or "",
            "item": one.item is not None,
            "into": one.into,
        }
        for one in draft.dropped
    ]
