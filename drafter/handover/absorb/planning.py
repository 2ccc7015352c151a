"""What becomes of each item of a draft by the file that came back: the plans, and the changes told of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.compare import pieces
from drafter.compare.figures import pair_targets
from drafter.compare.order import longest_rise
from drafter.compare.tokens import Words
from drafter.compare.wording import TARGETS
from drafter.handover.absorb.changes import Change, ChangeKind, ItemPlan, Part
from drafter.handover.absorb.clause_steps import Open, Steps
from drafter.handover.tracked_changes import differing
from drafter.model.comparison import TargetKind
from drafter.model.draft import Draft, DraftItem
from drafter.model.notice import Clause, Entry, Item
from drafter.text import printed_item, targets

_UNITS = ("units", "lead_units", "leader", "deadline", "units_as_printed")
_SHOWN = 20


class Planning:
    """Gathers plans and changes; `base` are the items as they were printed, read back like those that came."""

    def __init__(self, draft: Draft, base: Sequence[Item], returned: Sequence[Item], pairs: Mapping[int, int]) -> None:
        self.draft, self.base, self.returned, self.pairs = draft, base, returned, pairs
        self.steps = Steps()
        self.numbers = {item.id: number for number, item in enumerate(draft.items, start=1)}
        self.changes: list[Change] = []
        self.plans: list[ItemPlan] = []
        self.gone: dict[str, str] = {}
        self.moved: dict[str, str] = {}
        self.names = Words(unit for side in (base, returned) for item in side for unit in item.all_units)

    def run(self) -> None:
        """Make all plans and changes."""
        for at, item in enumerate(self.draft.items):
            if at not in self.pairs.values():
                self.gone[item.id] = f"{item.id}:dropped"
                self.steps.leave(item.id, 0, [clause.text for clause in item.all_clauses])
        drawn = [self._drawn(number) for number in range(len(self.returned))]
        self.steps.link()
        moved = self._moved()
        for number, parts in enumerate(drawn):
            self._plan(number, parts, moved)
        for at, item in enumerate(self.draft.items):
            if item.id in self.gone:
                self.changes.append(_dropped(item, at + 1, self.gone[item.id]))

    def _drawn(self, number: int) -> list[tuple[Part, list[Open]]]:
        """The parts of an item that came back, with steps that may still be linked."""
        new = self.returned[number]
        if number not in self.pairs:
            return [(Part(), self.steps.of_new(f"new:{number + 1}", [one.text for one in new.all_clauses]))]
        at = self.pairs[number]
        own, old = self.draft.items[at], self.base[at]
        drawn = [(Part(), self._steps(own.id, "c", 0, (own.clauses, old.clauses, new.clauses)))]
        first = len(own.clauses)
        places = [sum(len(entry.clauses) for entry in own.entries[:count]) for count in range(len(own.entries) + 1)]
        entries = old.entries if len(old.entries) == len(own.entries) else own.entries
        for before, after in pieces.line_pairs(list(map(_entry_text, entries)), list(map(_entry_text, new.entries))):
            if after is None and before is not None:
                gone = [clause.text for clause in own.entries[before].clauses]
                self.steps.leave(own.id, first + places[before], gone)
                drawn.append((Part(entry=before, gone=True, key=f"{own.id}:e{before + 1}"), []))
            elif before is None and after is not None:
                one = new.entries[after]
                key = f"{own.id}:e+{after + 1}"
                steps = self.steps.of_new(key, [clause.text for clause in one.clauses])
                drawn.append((Part(fields=_fields(one, ("ordinal", "heading", *_UNITS)), key=key, added=True), steps))
            elif before is not None and after is not None:
                drawn.append(self._entry(own, before, entries[before], new.entries[after], first + places[before]))
        return drawn

    def _entry(self, own: DraftItem, at: int, old: Entry, new: Entry, first: int) -> tuple[Part, list[Open]]:
        names = [name for name in ("ordinal", "heading", *_UNITS) if getattr(old, name) != getattr(new, name)]
        key = f"{own.id}:e{at + 1}"
        texts = (own.entries[at].clauses, old.clauses, new.clauses)
        steps = self._steps(own.id, f"e{at + 1}.", first, texts)
        return Part(entry=at, fields=_fields(new, names), key=key if names else None), steps

    def _steps(
        self, home: str, name: str, first: int, texts: tuple[Sequence[Clause], Sequence[Clause], Sequence[Clause]]
    ) -> list[Open]:
        """The steps from the clauses of the draft, as printed, to those that came back."""
        own, old, new = ([clause.text for clause in side] for side in texts)
        if old == new:
            return self.steps.of_part(home, name, first, own, own)
        return self.steps.of_part(home, name, first, old if len(old) == len(own) else own, new)

    def _moved(self) -> dict[int, str]:
        """The items that stand at another place among the others, by position in the file, with their keys."""
        order = [(number, self.pairs[number]) for number in range(len(self.returned)) if number in self.pairs]
        kept = set(longest_rise([at for _, at in order]))
        return {number: f"{self.draft.items[at].id}:order" for number, at in order if at not in kept}

    def _plan(self, number: int, drawn: list[tuple[Part, list[Open]]], moved: Mapping[int, str]) -> None:
        new = self.returned[number]
        parts = tuple(part.replaced(steps=tuple(one.step for one in steps)) for part, steps in drawn)
        if number not in self.pairs:
            key = f"new:{number + 1}"
            self.plans.append(ItemPlan(id=None, item=new, parts=parts, key=key))
            self.changes.append(_new(new, number + 1, key, self._sources(drawn[0][1])))
            return
        at = self.pairs[number]
        own, old = self.draft.items[at], self.base[at]
        place = f"第{at + 1}项"
        fields: dict[str, dict[str, Any]] = {}
        if number in moved:
            self.moved[moved[number]] = _item_line(new)
            self.changes.append(
                Change(key=moved[number], kind=ChangeKind.ORDER, place=place, what="移位", new=self._behind(number))
            )
        if old.heading != new.heading:
            fields[f"{own.id}:heading"] = {"heading": new.heading}
            self.changes.append(_text_change(f"{own.id}:heading", ChangeKind.HEADING, place, old.heading, new.heading))
        for part, steps in drawn:
            self.changes += self._part_changes(place, own, old, part, steps)
        if any(getattr(old, name) != getattr(new, name) for name in _UNITS):
            fields[f"{own.id}:units"] = _unit_fields(own, old, new)
            self.changes.append(_units(f"{own.id}:units", place, old, new))
        self.plans.append(ItemPlan(id=own.id, item=new, fields=fields, parts=parts, moved=moved.get(number)))

    def _behind(self, number: int) -> str:
        """Where an item stands now, in words."""
        if number == 0:
            return "移到最前"
        before = self.returned[number - 1]
        return f"移到“{before.heading or before.body[:_SHOWN]}”之后"

    def _part_changes(
        self, place: str, own: DraftItem, old: Item, part: Part, steps: Sequence[Open]
    ) -> Iterator[Change]:
        if part.gone:
            entry = own.entries[part.entry or 0]
            yield Change(
                key=part.key or "", kind=ChangeKind.ENTRY, place=place, what="删去分项", old=_entry_line(entry)
            )
            return
        if part.added:
            text = "".join(one.text or "" for one in steps)
            line = f"{part.fields['ordinal'] or ''}{printed_item.heading(part.fields['heading'], text)}{text}"
            yield Change(
                key=part.key or "", kind=ChangeKind.ENTRY, place=place, what="增加分项", new=line,
                notes=tuple(self._sources(steps)),
            )  # fmt: skip
            return
        if part.key and part.entry is not None:
            whole: Entry = old.entries[part.entry] if part.entry < len(old.entries) else own.entries[part.entry]
            texts = _entry_head(whole), _entry_head(whole.replaced(**part.fields))
            yield _text_change(part.key, ChangeKind.ENTRY, f"{place}分项{part.entry + 1}", *texts)
        for one in steps:
            if one.key and not one.elsewhere:
                yield self._clause(place, one)

    def _clause(self, place: str, one: Open) -> Change:
        """A clause that was changed, came, went, or came from elsewhere."""
        old = one.before if one.source is None else one.source.before
        what = "改措施" if one.before is not None and one.text is not None else "删去措施"
        if one.before is None:
            what = "增加措施" if one.source is None else "移来措施"
        return Change(
            key=one.key or "",
            kind=ChangeKind.CLAUSE,
            place=place,
            what=what,
            old=old,
            new=one.text,
            pieces=pieces.of_texts(old, one.text, self.names),
            notes=(*self._sources([one]), *_targets(old, one.text)),
        )

    def _sources(self, steps: Sequence[Open]) -> list[str]:
        """Where the clauses of a new text stood before."""
        homes = dict.fromkeys(one.source.home for one in steps if one.source)
        return [f"原在第{self.numbers[home]}项" for home in homes if home in self.numbers]


def _fields(part: Item | Entry, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(part, name) for name in names}


def _unit_fields(own: DraftItem, old: Item, new: Item) -> dict[str, Any]:
    """The unit fields of an item that came back; what reading inferred and the draft does not say is not taken."""
    fields = _fields(new, _UNITS)
    for name in ("lead_units", "units_as_printed"):
        if getattr(old, name) != getattr(own, name):
            fields[name] = None
    return fields


def _text_change(key: str, kind: ChangeKind, place: str, old: str | None, new: str | None) -> Change:
    what = {ChangeKind.HEADING: "改标题", ChangeKind.ENTRY: "改标题和单位"}[kind]
    return Change(key=key, kind=kind, place=place, what=what, old=old, new=new, pieces=pieces.of_texts(old, new))


def _units(key: str, place: str, old: Item, new: Item) -> Change:
    added = [unit for unit in new.units if unit not in old.units]
    gone = [unit for unit in old.units if unit not in new.units]
    notes = [f"增加{'、'.join(added)}"] if added else []
    notes += [f"减少{'、'.join(gone)}"] if gone else []
    if old.units[:1] != new.units[:1]:
        notes.append("第一个单位（牵头）有变化")
    before, after = printed_item.units(old), printed_item.units(new)
    return Change(
        key=key, kind=ChangeKind.UNITS, place=place, what="改责任单位", old=before or None, new=after or None,
        pieces=differing.of_units(before, after), notes=tuple(notes),
    )  # fmt: skip


def _targets(old: str | None, new: str | None) -> tuple[str, ...]:
    """The targets that moved between two texts of a clause."""
    found = pair_targets(targets.find(old or ""), targets.find(new or ""))
    return tuple(
        f"{TARGETS[one.change]}：{one.object or ''}{one.old or '无'}→{one.new or '无'}"
        for one in found
        if one.change is not TargetKind.SAME
    )


def _new(item: Item, number: int, key: str, notes: Sequence[str]) -> Change:
    return Change(
        key=key, kind=ChangeKind.NEW, place=f"新稿第{number}项", what="新增一项", new=_item_line(item),
        notes=tuple(notes),
    )  # fmt: skip


def _dropped(item: DraftItem, number: int, key: str) -> Change:
    return Change(key=key, kind=ChangeKind.DROPPED, place=f"第{number}项", what="删去整项", old=_item_line(item))


def _item_line(item: Item) -> str:
    lines = [f"{printed_item.heading(item.heading, item.body)}{item.body}{printed_item.units(item)}"]
    return "\n".join([*lines, *map(_entry_line, item.entries)])


def _entry_line(entry: Entry) -> str:
    return f"{entry.ordinal or ''}{_entry_text(entry)}{printed_item.units(entry)}"


def _entry_text(entry: Entry) -> str:
    text = "".join(clause.text for clause in entry.clauses)
    return f"{printed_item.heading(entry.heading, text)}{text}"


def _entry_head(entry: Entry) -> str:
    return f"{entry.ordinal or ''}{entry.heading or ''}{printed_item.units(entry)}"
