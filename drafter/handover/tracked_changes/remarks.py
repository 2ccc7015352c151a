"""What is said of the new items in words: whence moved text came, what is only surmised."""

from collections.abc import Iterable, Mapping

from drafter.compare.wording import Wording
from drafter.handover.tracked_changes.links import Links
from drafter.model.comparison import ClauseChange, Comparison, ItemChange, Relation
from drafter.text import numerals

_SHOWN = 12


def on_whole(words: Wording, *, strict_order: bool) -> str:
    """What a reader of the tracked document is to know."""
    order = f"{words.old}的原次序" if strict_order else f"{words.new}的次序（移位的注明了原来的项次）"
    return f"全部接受修订，即{words.new}文稿；全部拒绝，即{words.old}文字，按{order}排列。"


def on_items(
    comparison: Comparison, words: Wording, mains: Mapping[int, int], placed: Links, *, strict_order: bool
) -> dict[int, list[str]]:
    """What is to be said of each new item, by its number."""
    told: dict[int, list[str]] = {}
    for change in comparison.items:
        for number in change.new:
            told[number] = [
                *_relation(change, number, words, mains, strict_order=strict_order),
                *_clauses(change, number, words, placed),
            ]
    return {number: texts for number, texts in told.items() if texts}


def _relation(
    change: ItemChange, number: int, words: Wording, mains: Mapping[int, int], *, strict_order: bool
) -> list[str]:
    old = f"{words.old}第{_numbers(change.old)}项"
    told = []
    if change.old and not change.certain:
        told.append(f"{words.word('doubtful')}{old}，按文字推断，请核对")
    elif change.relation in (Relation.SPLIT, Relation.MERGED):
        told.append(f"由{old}{words.relation(change.relation)}" if words.own else f"对应{old}")
    elif change.moved and change.old:
        told.append(f"由{old}移来" if words.own else f"对应{old}")
    if strict_order and change.old and number not in mains and told:
        told.append("原处以删去标出")
    return ["，".join(told)] if told else []


def _clauses(change: ItemChange, number: int, words: Wording, placed: Links) -> list[str]:
    told = []
    for row in change.clauses:
        if row.new_item != number or row.old is None or row.new is None:
            continue
        shown = row.new if len(row.new) <= _SHOWN else f"{row.new[:_SHOWN]}…"
        if not row.certain and not change.certain and row.old_item in change.old:
            continue
        old = f"{words.old}第{_numbers([row.old_item or 0])}项"
        if not row.certain:
            doubt = f"疑似由{old}沿用" if words.own else f"疑似对应{old}"
            told.append(f"“{shown}”{doubt}，按文字推断，请核对")
        elif row.old_item not in change.old:
            changed = "，文字也有修改" if row.changed else ""
            told.append(f"“{shown}”由{old}移来{changed}" if words.own else f"“{shown}”对应{old}")
        elif _changed_places(row, placed):
            told.append(f"“{shown}”{'在本项内移动了位置' if words.own else words.word('reordered')}")
    return told


def _changed_places(row: ClauseChange, placed: Links) -> bool:
    """Whether a clause moved inside its item and is compared where it stands now."""
    return row.moved and (row.new_item or 0, row.new_position or 0) in placed.rows


def _numbers(found: Iterable[int]) -> str:
    return "、".join(map(numerals.to_chinese, found))
