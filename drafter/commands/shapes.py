"""The JSON shapes of the command contract, made from values of the model."""

from decimal import Decimal
from typing import Any

from drafter.adapt import Edit
from drafter.model.comparison import Comparison
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.model.notice import Attachment, Clause, Entry, Head, Item, Notice
from drafter.model.results import Match, Problem, Reading
from drafter.model.suggestion import Advised, Survey
from drafter.model.target import Target
from drafter.text import contacts, targets

Shape = dict[str, Any]


def reading(value: Reading) -> Shape:
    """What was read from a file, with its problems."""
    return notice(value.notice) | {
        "source": value.source,
        "problems": [problem(one) for one in value.problems],
    }


def problem(value: Problem) -> Shape:
    """A repair or doubt."""
    return value.model_dump()


def notice(value: Notice) -> Shape:
    """A notice with all its items."""
    return head(value) | {"items": [item(one) for one in value.items]}


def draft(value: Draft, name: str) -> Shape:
    """A draft: the shape of a notice, each item with ref, id, origin and reason."""
    items = [draft_item(one, name, number) for number, one in enumerate(value.items, start=1)]
    return head(value) | {
        "place": value.place,
        "source": value.source,
        "items": items,
        "dropped": [one.model_dump() for one in value.dropped],
    }


def head(value: Head) -> Shape:
    """Everything but the items."""
    lines = (*value.opening, *value.closing, *([value.contact_line] if value.contact_line else []))
    return {
        "title": value.title,
        "doc_number": str(value.doc_number) if value.doc_number else None,
        "issuer": value.issuer,
        "year": value.year,
        "date": value.date.isoformat() if value.date else None,
        "form": value.form.value,
        "recipients": value.recipients,
        "opening": list(value.opening),
        "list_title": value.list_title,
        "closing": list(value.closing),
        "signature": value.signature,
        "contacts": contacts.find(lines).model_dump(mode="json") | {"line": value.contact_line},
        "format": value.format.value if value.format else None,
        "disclosure": value.disclosure,
        "attachments": [attachment(one) for one in value.attachments],
        "copies_to": list(value.copies_to),
        "copy_number": value.copy_number,
        "secrecy": value.secrecy,
        "urgency": value.urgency,
        "imprint_organ": value.imprint_organ,
        "imprint_date": value.imprint_date.isoformat() if value.imprint_date else None,
    }


def attachment(value: Attachment) -> Shape:
    """An attached table; `columns` are its heads, `rows` what stands below them."""
    return {
        "title": value.title,
        "printed_title": value.printed_title,
        "paragraphs": list(value.paragraphs),
        "columns": list(value.columns),
        "rows": [list(row) for row in value.rows],
    }


def item(value: Item) -> Shape:
    """An item with its clauses and their targets."""
    return {
        "ordinal": value.ordinal,
        "heading": value.heading,
        "body": value.body,
        "units": list(value.units),
        "lead_units": list(value.lead_units) if value.lead_units else None,
        "units_as_printed": value.units_as_printed,
        "leader": value.leader,
        "deadline": value.deadline,
        "clauses": [clause(one) for one in value.clauses],
        "entries": [entry(one) for one in value.entries],
        "themes": list(value.themes),
        "origin": value.origin,
        "reason": value.reason,
    }


def entry(value: Entry) -> Shape:
    """A sub-entry."""
    return {
        "ordinal": value.ordinal,
        "heading": value.heading,
        "text": "".join(one.text for one in value.clauses),
        "units": list(value.units),
        "lead_units": list(value.lead_units) if value.lead_units else None,
        "units_as_printed": value.units_as_printed,
        "leader": value.leader,
        "deadline": value.deadline,
        "clauses": [clause(one) for one in value.clauses],
    }


def draft_item(value: DraftItem, name: str, number: int) -> Shape:
    """An item of a draft."""
    return item(value) | {
        "ref": f"{name}#{number}",
        "id": value.id,
        "origin": value.origin,
        "reason": value.reason,
        "notes": list(value.notes),
    }


def clause(value: Clause) -> Shape:
    """A clause with its targets; in a draft also its origin and which figures are confirmed."""
    shape: Shape = {"text": value.text, "targets": [target(one) for one in targets.find(value.text)]}
    if isinstance(value, DraftClause):
        shape |= {"origin": value.origin, "confirmed": list(value.confirmed)}
    return shape


def edit(value: Edit) -> Shape:
    """A place of a taken text that was changed, or left where `new` is null; `at` counts in the text as it is now."""
    return {
        "where": value.where,
        "kind": value.kind.value,
        "start": value.start,
        "end": value.end,
        "at": value.at,
        "old": value.text,
        "new": value.new,
        "why": value.reason,
    }


def target(value: Target) -> Shape:
    """A target; numbers as decimal strings in base units, a range with low and high."""
    shape: Shape = {
        "text": value.text,
        "value": _decimal(value.value),
        "measure": value.measure,
        "bound": value.bound.value,
        "object": value.object,
    }
    if value.low is not None or value.high is not None:
        shape |= {"low": _decimal(value.low), "high": _decimal(value.high)}
    return shape


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def match(value: Match) -> Shape:
    """A similar past clause; a card also has its years, history and warnings."""
    return value.model_dump(mode="json") | {
        "targets": [target(one) for one in targets.find(value.clause)],
    }


def survey(value: Survey) -> Shape:
    """A draft beside the library."""
    items = [
        {"item": one.item, "heading": one.heading, "matches": [match(card) for card in one.cards]}
        for one in value.items
    ]
    return value.model_dump(mode="json", exclude={"items"}) | {"items": items}


def advised(value: Advised) -> Shape:
    """A wish with the advice on it."""
    return value.wish.model_dump() | {
        "kind": value.kind.value,
        "advice": value.advice,
        "reason": value.reason,
        "match": match(value.card) if value.card else None,
    }


def comparison(value: Comparison) -> Shape:
    """A comparison with its summary."""
    from drafter.compare.summary import summary

    return {
        "old": value.old,
        "new": value.new,
        "summary": summary(value),
        "items": [one.model_dump(mode="json") for one in value.items],
        "head": [one.model_dump(mode="json") for one in value.head],
        "yearly": [one.model_dump(mode="json") for one in value.yearly],
        "attachments": [one.model_dump(mode="json") for one in value.attachments],
    }
