"""The rows of two tables side by side, and the words that differ in their cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafter import similarity
from drafter.compare.order import longest_rise
from drafter.handover.tracked_changes import differing
from drafter.handover.tracked_changes.aligning import in_order
from drafter.handover.tracked_changes.blocks import Element, cell_text, cells, rows
from drafter.model.comparison import Piece

_ALIKE = 0.3
_NUMBERS, _ITEMS, _UNITS = "序号", "实事", ("单位", "部门")


@dataclass(frozen=True)
class RowPair:
    """A row of the old table beside one of the new, None where there is none."""

    old: Element | None
    new: Element | None


def row_pairs(old: Element, new: Element, mains: Mapping[int, int], *, strict_order: bool) -> list[RowPair]:
    """The rows in the order of the new table; those of a progress table belong together as their items do."""
    before, after = rows(old), rows(new)
    if _is_progress_table(before, mains.values()) and _is_progress_table(after, mains):
        pairs = {0: 0} | {second: first for second, first in mains.items() if second < len(after)}
    else:
        texts = [[" ".join(map(cell_text, cells(row))) for row in side] for side in (before, after)]
        likenesses = similarity.likenesses(*texts)
        weights = [[value if value >= _ALIKE else 0.0 for value in row] for row in likenesses]
        if _is_head(before[0]) and _is_head(after[0]):
            weights[0][0] = 2.0
        found = in_order(weights, len(before), len(after))
        pairs = {second: first for first, second in found if first is not None and second is not None}
    if strict_order:
        rising = set(longest_rise([first for _, first in sorted(pairs.items())]))
        pairs = {second: first for second, first in pairs.items() if first in rising}
    return _listed(before, after, pairs)


def heads(table: Element) -> list[str]:
    """What stands above each column; nothing where the first row is no head."""
    first = rows(table)[0]
    return [cell_text(cell) if _is_head(first) else "" for cell in cells(first)]


def _is_head(row: Element) -> bool:
    """Whether a row is the head of a table, printed on each of its pages."""
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _is_progress_table(found: list[Element], numbers: Iterable[int]) -> bool:
    """Whether the rows below the head are the items."""
    head = [cell_text(cell) for cell in cells(found[0])] if found else []
    return any(_ITEMS in text for text in head) and max(numbers, default=0) < len(found)


def _listed(old: list[Element], new: list[Element], pairs: dict[int, int]) -> list[RowPair]:
    """All rows: what ended behind the row it stood behind, what began where it stands."""
    became = {first: second for second, first in pairs.items()}
    ended: dict[int, list[RowPair]] = {}
    behind = -1
    for at, row in enumerate(old):
        behind = became.get(at, behind)
        if at not in became:
            ended.setdefault(behind, []).append(RowPair(row, None))
    found = ended.get(-1, [])
    for at, row in enumerate(new):
        found += [RowPair(old[pairs[at]] if at in pairs else None, row), *ended.get(at, [])]
    return found


def cell_pieces(head: str, old: str, new: str) -> tuple[Piece, ...]:
    """The words that differ in two cells below a head; nothing where none do."""
    if old == new:
        return ()
    if head == _NUMBERS:
        return differing.whole(old, new)
    if any(word in head for word in _UNITS):
        return differing.of_units(old, new)
    return differing.of_printed(old, new, {})
