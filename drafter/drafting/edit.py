"""Changing fields of a draft's items: of an item, of one clause."""

from collections.abc import Sequence
from typing import Any

from drafter import similarity
from drafter.drafting import places
from drafter.drafting.confirmation import confirmed_clause, succeeded_by
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.text import clauses, organs
from drafter.text.printable import require_printable

_STOPS = ("。", "；", "！", "？", "。”", "！”", "？”", "。）")
_LIKE_ENOUGH = 0.45


def edit_item(
    draft: Draft,
    number: int,
    *,
    library: Library,
    heading: str | None = None,
    text: str | None = None,
    units: str | None = None,
    lead: str | None = None,
    leader: str | None = None,
    deadline: str | None = None,
    themes: Sequence[str] | None = None,
    reason: str | None = None,
) -> Draft:
    """Set fields of an item; None leaves a field, an empty text blanks it. Raises OutOfRange, UnfitValue.

    The reason of a step joins those of the steps before; one given alone takes their place.
    """
    item = places.item_at(draft, number)
    changes: dict[str, Any] = {}
    if heading is not None:
        changes["heading"] = heading.strip().rstrip("。") or None
    if text is not None:
        changes["clauses"] = tuple(rewritten(item.clauses, text))
    if units is not None:
        named = tuple(organs.split_units(units))
        changes |= {"units": named, "units_as_printed": None, "lead_units": _leads_left(item, named)}
    if lead is not None:
        changes |= _lead(changes.get("units", item.units), lead)
    if leader is not None:
        changes |= {"leader": leader.strip() or None, "units_as_printed": None}
    if deadline is not None:
        changes |= {"deadline": deadline.strip() or None, "units_as_printed": None}
    if themes is not None:
        changes["themes"] = tuple(library.themes.require(name).name for name in themes if name.strip())
    if reason is not None:
        changes["reason"] = _reasons(item, reason) if changes else reason.strip() or None
    changed = item.replaced(**changes)
    require_printable(changed, f"第{number}项")
    notes = [
        f"第{number}项已改",
        *_reprinted(item, changed, number),
        *_replaced_reason(item, changed),
        *_unended(changed.clauses if text is not None else (), number),
    ]
    unknown = [unit for unit in changes.get("units", ()) if library.units.find(unit) is None]
    if unknown:
        notes.append(f"责任单位登记表中没有：{'、'.join(unknown)}，请核对名称")
    return places.with_item(draft, number, changed).replaced(notes=tuple(notes))


def _reasons(item: DraftItem, reason: str) -> str | None:
    """The reasons of all steps so far, the newer behind the older, each once."""
    told = [*(item.reason or "").split("；"), reason.strip()]
    return "；".join(dict.fromkeys(one for one in told if one)) or None


def _replaced_reason(old: DraftItem, new: DraftItem) -> list[str]:
    lost = old.reason and not (new.reason or "").startswith(old.reason)
    return [f"原来的理由“{old.reason}”已{'改' if new.reason else '删去'}"] if lost else []


def _reprinted(old: DraftItem, new: DraftItem, number: int) -> list[str]:
    """A note where the printed form of the unit clause had labels of its own that the plain form has not."""
    if not old.units_as_printed or new.units_as_printed:
        return []
    return [f"第{number}项的责任单位原写作“{old.units_as_printed}”，现改为统一写法，请核对"]


def _unended(clauses: Sequence[DraftClause], number: int) -> list[str]:
    """A note for each clause without a stop at its end: printed, it runs into the next one."""
    return [
        f"第{number}项的“{clause.text[-10:]}”末尾没有句号，印出来会与下一句连在一起，请核对"
        for clause in clauses
        if not clause.text.endswith(_STOPS)
    ]


def _leads_left(item: DraftItem, units: tuple[str, ...]) -> tuple[str, ...] | None:
    return tuple(unit for unit in item.lead_units or () if unit in units) or None


def _lead(units: tuple[str, ...], lead: str) -> dict[str, Any]:
    """The named leads come first among the units."""
    leads = tuple(organs.split_units(lead))
    others = tuple(unit for unit in units if unit not in leads)
    return {"lead_units": leads or None, "units": leads + others, "units_as_printed": None}


def edit_clause(draft: Draft, number: int, clause: int, text: str, *, reason: str | None = None) -> Draft:
    """Replace one clause; several sentences become several clauses of the same origin."""
    item = places.item_at(draft, number)
    old = places.clause_at(draft, number, clause)
    sentences = clauses.split(_one_line(text))
    if not sentences:
        raise UnfitValue("措施不能为空。不要这一条，请把它删去。", by_command="drafter drop")
    new = succeeded_by(old, sentences)
    changed = places.with_clause(item, clause, new)
    if reason is not None:
        changed = changed.replaced(reason=_reasons(item, reason))
    require_printable(changed, f"第{number}项")
    notes = (f"第{number}项第{clause}条措施已改", *_unended(new, number))
    return places.with_item(draft, number, changed).replaced(notes=notes)


def confirm(draft: Draft, number: int, clause: int | None = None) -> Draft:
    """Mark the figures of an item, or of one of its clauses, as confirmed."""
    item = places.item_at(draft, number)
    chosen = range(1, len(item.all_clauses) + 1) if clause is None else (clause,)
    count = 0
    for position in chosen:
        changed = confirmed_clause(places.clause_at(draft, number, position))
        count += len(changed.confirmed)
        item = places.with_clause(item, position, [changed])
    result = places.with_item(draft, number, item)
    return result.replaced(notes=(f"第{number}项已确认{count}个指标",))


def rewritten(old: Sequence[DraftClause], text: str) -> list[DraftClause]:
    """The clauses of a new body; each keeps the origin and confirmations of the old clause it is like."""
    sentences = clauses.split(_one_line(text))
    left = list(old)
    origins: dict[int, DraftClause] = {}
    for position, sentence in enumerate(sentences):
        same = next((one for one in left if one.text == sentence), None)
        if same:
            origins[position] = same
            left.remove(same)
    open_ = [position for position in range(len(sentences)) if position not in origins]
    likes = similarity.assigned([one.text for one in left], [sentences[p] for p in open_], least=_LIKE_ENOUGH)
    for before, after, _ in likes:
        origins[open_[after]] = left[before]
    return [_like(origins.get(position), sentence) for position, sentence in enumerate(sentences)]


def _like(old: DraftClause | None, sentence: str) -> DraftClause:
    if old is None:
        return DraftClause(text=sentence)
    return succeeded_by(old, [sentence])[0]


def _one_line(text: str) -> str:
    """Typed text as one paragraph: line ends and the blanks beside them are layout."""
    return "".join(line.strip() for line in text.splitlines())
