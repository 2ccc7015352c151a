"""征求意见 sheets, one a unit: its items in full, the figures to confirm, and room for its answer."""

from collections import Counter

from drafter.compare.figures import pair_targets
from drafter.drafting.confirmation import unconfirmed
from drafter.errors import UnfitValue, UnknownReference
from drafter.handover.batches import Batch, file_names
from drafter.handover.responsibilities import Responsible, responsibilities
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.model.notice import Notice
from drafter.model.references import Reference
from drafter.model.target import Target
from drafter.render import Rendered, Templates, sheet
from drafter.render.context import of_item
from drafter.text import numerals, targets
from drafter.text.finished import notice_of
from drafter.text.printable import require_printable

NAME = "征求意见单"
_NO_PAST = "—"
_COMPARABLE = ("raised", "lowered", "same")
_CONFIRMED, _TO_CONFIRM = "已确认", "□确认\u3000□改为："


class Figure(Value):
    """A figure, verbatim, with what the origin of its clause said, and whether it was confirmed."""

    text: str
    past: str | None
    confirmed: bool


class Figured(Value):
    """A clause with the figures in it."""

    text: str
    figures: tuple[Figure, ...]


def make(draft: Draft, library: Library, templates: Templates) -> Batch:
    """A sheet for each unit of a draft.

    Raises UnfitValue where no unit is named or something cannot be printed.
    """
    found = responsibilities(draft, library)
    if not found.units:
        told = "草稿里没有写责任单位，没有可以征求意见的单位。请先补上责任单位，再重试。"
        raise UnfitValue(told, by_command="drafter edit 草稿#项 --units")
    notice = notice_of(draft)
    require_printable(notice)
    past = _Past(library)
    listed = [figured(item, past) for item in draft.items]
    names = file_names((NAME, unit.name) for unit in found.units)
    made = [_sheet(notice, unit, listed, templates) for unit in found.units]
    return Batch(kind=f"{NAME}-", documents=dict(zip(names, made, strict=True)), notes=(*found.notes, *past.notes))


def _sheet(notice: Notice, unit: Responsible, listed: list[list[Figured]], templates: Templates) -> Rendered:
    values = {
        "title": notice.title,
        "unit": unit.name,
        "items": [of_item(notice.items[number - 1]) | {"role": unit.role_in(number)} for number in unit.numbers],
        "figured": [
            {"text": numerals.print_ordinal(notice.items[number - 1].ordinal) + one.text, "figures": _rows(one)}
            for number in unit.numbers
            for one in listed[number - 1]
        ],
    }
    return sheet("consult", values, templates, title=f"{NAME}（{unit.name}）")


def _rows(clause: Figured) -> list[dict[str, str]]:
    return [
        {
            "text": figure.text,
            "past": figure.past or _NO_PAST,
            "state": _CONFIRMED if figure.confirmed else _TO_CONFIRM,
        }
        for figure in clause.figures
    ]


def figured(item: DraftItem, past: "_Past") -> list[Figured]:
    """The clauses of an item that promise figures, in their order."""
    return [clause for one in item.all_clauses if (clause := _figured(item, one, past)).figures]


def _figured(item: DraftItem, clause: DraftClause, past: "_Past") -> Figured:
    found = targets.find(clause.text)
    alone = item.replaced(clauses=(clause,), entries=())
    confirmed = Counter(one.text for one in found) - Counter(unconfirmed(alone))
    figures = []
    for target, before in zip(found, past.of(clause, found), strict=True):
        figures.append(Figure(text=target.text, past=before, confirmed=confirmed[target.text] > 0))
        confirmed[target.text] -= 1
    return Figured(text=clause.text, figures=tuple(figures))


class _Past:
    """What the clauses said that those of a draft came from; a missing one is told once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._notices: dict[str, Notice] = {}
        self._missing: dict[str, None] = {}

    @property
    def notes(self) -> list[str]:
        """The origins that the library does not hold."""
        if not self._missing:
            return []
        return [f"这些来源在文库里找不到，往年指标没有列：{'、'.join(self._missing)}"]

    def of(self, clause: DraftClause, found: list[Target]) -> list[str | None]:
        """For each figure of a clause what its origin promised instead, with place and year; None where nothing."""
        origin = Reference.of(clause.origin)
        text = self._text(origin) if origin and origin.clause else None
        if origin is None or text is None:
            return [None] * len(found)
        changes = [one for one in pair_targets(targets.find(text), found) if one.change in _COMPARABLE]
        place, _, year = origin.notice.rpartition("-")
        said: list[str | None] = []
        for target in found:
            same = [one for one in changes if one.new == target.text]
            change = next((one for one in same if one.object == target.object), same[0] if same else None)
            if change:
                changes.remove(change)
            said.append(f"{change.old}（{place}{year}年）" if change else None)
        return said

    def _text(self, origin: Reference) -> str | None:
        try:
            if origin.notice not in self._notices:
                self._notices[origin.notice] = self._library.notice(origin.notice)
            items = self._notices[origin.notice].items
            if origin.item and origin.clause and origin.item <= len(items):
                return items[origin.item - 1].all_clauses[origin.clause - 1].text
        except (UnknownReference, IndexError):
            pass
        self._missing[str(origin)] = None
        return None
