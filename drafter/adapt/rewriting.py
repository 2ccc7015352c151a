"""A text, a unit list, a whole item made ours, with everything that was changed and everything left to be judged."""

import re
from collections.abc import Iterable, Iterator

from drafter.adapt import brands, institutions, levels, places, year
from drafter.adapt.edits import Edit, Kind, Moved, applied
from drafter.adapt.office import Crossing
from drafter.adapt.units import REASON, UnitNames

UNITS = "责任单位"


class Rewriting:
    """Makes text after text ours and keeps what was changed and what was left, in order.

    A text of the own office changes only its year. Figures never change.
    """

    def __init__(self, crossing: Crossing, old: int, new: int) -> None:
        self.crossing = crossing
        self.old, self.new = old, new
        self.changes: list[Edit] = []
        self.marks: list[Edit] = []
        self._units = UnitNames(crossing)

    def text(self, text: str, where: str) -> str:
        """A text in our words."""
        moved = self._moved(text, where)
        self.changes += moved.changed
        self.marks += moved.left
        return moved.text

    def _moved(self, text: str, where: str) -> Moved:
        if self.crossing.is_own:
            moved = year.move_year(text, self.old, self.new)
            told = [[edit.replaced(where=where) for edit in part] for part in (moved.changed, moved.left)]
            return moved.replaced(changed=tuple(told[0]), left=tuple(told[1]))
        years = year.edits(text, self.old, self.new)
        moving = [edit for edit in years if edit.new is not None]
        staying = [edit for edit in years if edit.new is None]
        return applied(text, [*moving, *self._foreign(text), *staying], where)

    def _foreign(self, text: str) -> Iterator[Edit]:
        """Everything of another office, what is more certain first."""
        closed = brands.closed(text)
        yield from brands.edits(text, self.crossing)
        found: Iterable[Edit] = (
            *places.edits(text, self.crossing, self._units),
            *self._units.edits(text),
            *levels.edits(text, self.crossing),
            *institutions.edits(text, self.crossing),
            *levels.leftovers(text, self.crossing),
        )
        for edit in found:
            if not any(start <= edit.start and edit.end <= end for start, end in closed):
                yield edit
            elif edit.kind != Kind.PLACE:
                yield edit.replaced(new=None, reason="在引号或书名号里，请核对")

    def units(self, units: tuple[str, ...], where: str = UNITS) -> tuple[str, ...]:
        """The units under the names they bear with us, each once."""
        named: list[str] = []
        for name in units:
            named += self.unit(name, where)
        return tuple(dict.fromkeys(named))

    def unit(self, name: str, where: str = UNITS) -> tuple[str, ...]:
        """The names that a unit of theirs has with us; what is changed or marked is kept."""
        if self.crossing.is_own:
            return (name,)
        found = self._units.ours(name)
        if found.mark:
            self.marks.append(Edit(text=name, start=0, reason=found.mark, kind=Kind.UNIT, where=where))
        elif found.names != (name,):
            new = "、".join(found.names)
            self.changes.append(Edit(text=name, start=0, new=new, reason=REASON, kind=Kind.UNIT, where=where))
        return found.names

    def names(self, unit: str) -> tuple[str, ...]:
        """The names that a unit of theirs has with us, without a word about it."""
        return (unit,) if self.crossing.is_own else self._units.ours(unit).names

    def printed_units(self, printed: str, units: tuple[str, ...], where: str) -> str | None:
        """The unit clause as printed with each unit under our name; None, and told, where one is not found in it."""
        if any(name not in printed for name in units):
            reason = "原来的写法里找不到其中的单位，改用统一写法"
            self.marks.append(Edit(text=printed, start=0, reason=reason, kind=Kind.UNIT, where=where))
            return None
        names = re.compile("|".join(map(re.escape, sorted(units, key=len, reverse=True))) or r"(?!)")
        made = names.sub(lambda found: "、".join(self.names(found[0])), printed)
        moved = year.move_year(made, self.old, self.new)
        self.changes += [edit.replaced(where=where) for edit in moved.changed]
        self.marks += [edit.replaced(where=where) for edit in moved.left]
        return moved.text
