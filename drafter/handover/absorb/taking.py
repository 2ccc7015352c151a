"""Taking changes of a file that came back into the draft: origins, reasons and confirmed figures stay."""

from collections.abc import Collection
from typing import Any

from drafter.drafting import places
from drafter.drafting.announced import recount
from drafter.drafting.confirmation import succeeded_by
from drafter.handover.absorb.changes import AttachmentStep, ItemPlan, Part, Returned, Step
from drafter.model.draft import Draft, DraftClause, DraftEntry, DraftItem, Dropped
from drafter.model.notice import Attachment, Item


def take(draft: Draft, returned: Returned, keys: Collection[str], reason: str | None = None) -> Draft:
    """The draft with the changes of these keys; what is taken out is kept in `dropped`, with the reason.

    Raises UnfitValue for text that a draft cannot hold.
    """
    taking = _Taking(draft, keys, reason)
    items = taking.items(returned)
    gone = [Dropped(id=one.id, item=one, reason=reason) for one in draft.items if returned.gone.get(one.id) in keys]
    result = draft.replaced(items=tuple(items), dropped=(*draft.dropped, *taking.dropped, *gone), notes=())
    result = recount(draft, result)
    for key, fields in returned.head.items():
        if key in keys:
            result = result.replaced(**fields)
    steps = [step for key, step in returned.attachments.items() if key in keys]
    return result.replaced(attachments=_attachments(draft.attachments, steps))


class _Taking:
    """Builds the items; `dropped` gathers the clauses that go."""

    def __init__(self, draft: Draft, keys: Collection[str], reason: str | None) -> None:
        self.draft, self.keys, self.reason = draft, keys, reason
        self.own = {item.id: item for item in draft.items}
        self.dropped: list[Dropped] = []

    def items(self, returned: Returned) -> list[DraftItem]:
        """The items in their order: that of the draft, with what moved or came behind the one before it in the file."""
        made = {plan.id: self._item(plan) for plan in returned.plans if plan.id}
        order = [
            self._noted(made.get(item.id, item), returned)
            for item in self.draft.items
            if returned.gone.get(item.id) not in self.keys
        ]
        named = self.draft
        before: str | None = None
        for plan in returned.plans:
            if plan.id is None and plan.key in self.keys:
                item = self._new(plan, places.next_id(named))
                named = named.replaced(items=(*named.items, item))
                _place(order, item, before)
                before = item.id
            elif plan.id and plan.moved in self.keys:
                item = next(one for one in order if one.id == plan.id)
                order.remove(item)
                _place(order, item, before)
                before = plan.id
            elif plan.id and plan.moved is None:
                before = plan.id
        return order

    def _noted(self, item: DraftItem, returned: Returned) -> DraftItem:
        notes = [note for key, (home, note) in returned.remarks.items() if key in self.keys and home == item.id]
        return item.replaced(notes=(*item.notes, *notes)) if notes else item

    def _item(self, plan: ItemPlan) -> DraftItem:
        own = self.own[plan.id or ""]
        changes: dict[str, Any] = {}
        for key, fields in plan.fields.items():
            if key in self.keys:
                changes |= fields
        body, *entries = plan.parts
        changes["clauses"] = self._clauses(own.id, own.clauses, body)
        changes["entries"] = tuple(self._entries(own, entries))
        return own.replaced(**changes)

    def _entries(self, own: DraftItem, parts: list[Part]) -> list[DraftEntry]:
        made = []
        for part in parts:
            taken = part.key in self.keys
            if part.added:
                if taken:
                    made.append(DraftEntry(clauses=self._clauses(own.id, (), part), **part.fields))
                continue
            entry = own.entries[part.entry or 0]
            if part.gone:
                if taken:
                    self.dropped += [Dropped(id=own.id, clause=one, reason=self.reason) for one in entry.clauses]
                else:
                    made.append(entry)
                continue
            fields = part.fields if taken else {}
            made.append(entry.replaced(clauses=self._clauses(own.id, entry.clauses, part), **fields))
        return made

    def _clauses(self, home: str, old: tuple[DraftClause, ...], part: Part) -> tuple[DraftClause, ...]:
        made = []
        for step in part.steps:
            taken = step.key in self.keys
            if step.old is None:
                if taken:
                    made.append(self._come(step))
            elif not taken or step.key is None:
                made.append(old[step.old])
            elif step.text is not None:
                made += succeeded_by(old[step.old], [step.text])
            elif not step.elsewhere:
                self.dropped.append(Dropped(id=home, clause=old[step.old], reason=self.reason))
        return tuple(made)

    def _come(self, step: Step) -> DraftClause:
        """A clause that is new, or that stood elsewhere: then with its origin and confirmed figures."""
        text = step.text or ""
        if step.source is None or step.source[0] not in self.own:
            return DraftClause(text=text)
        home, at = step.source
        return succeeded_by(self.own[home].all_clauses[at], [text])[0]

    def _new(self, plan: ItemPlan, item_id: str) -> DraftItem:
        item, steps = plan.item, list(plan.parts[0].steps)
        clauses = [self._come(step) for step in steps]
        entries = []
        at = len(item.clauses)
        for entry in item.entries:
            inside = tuple(clauses[at : at + len(entry.clauses)])
            at += len(entry.clauses)
            entries.append(DraftEntry.model_validate({**dict(entry), "clauses": inside}))
        fields = {name: getattr(item, name) for name in Item.model_fields} | {
            "id": item_id, "ordinal": None, "reason": self.reason, "clauses": tuple(clauses[: len(item.clauses)]),
            "entries": tuple(entries),
        }  # fmt: skip
        return DraftItem.model_validate(fields)


def _place(order: list[DraftItem], item: DraftItem, before: str | None) -> None:
    """Put an item behind another, or first of all."""
    at = next((at for at, one in enumerate(order, start=1) if one.id == before), 0)
    order.insert(at, item)


def _attachments(old: tuple[Attachment, ...], steps: list[AttachmentStep]) -> tuple[Attachment, ...]:
    made: list[Attachment | None] = list(old)
    for step in steps:
        if step.at is None:
            made.append(Attachment(**step.fields))
        elif not step.fields:
            made[step.at] = None
        else:
            one = made[step.at]
            made[step.at] = one and one.replaced(**step.fields)
    return tuple(one for one in made if one is not None)
