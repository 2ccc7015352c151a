"""Putting a comparison into Chinese, row by row: every view prints these rows and adds nothing to them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from drafter.compare import lines, wording
from drafter.compare.summary import is_adjusted, is_different, summary
from drafter.compare.told import Line, Row, TargetRow, Told, UnitRow
from drafter.compare.wording import Wording
from drafter.model.comparison import (
    ClauseChange,
    ClauseKind,
    Comparison,
    ItemChange,
    Relation,
    TargetChange,
    TargetKind,
    UnitChange,
)
from drafter.model.notice import Head
from drafter.model.references import Reference

_UNITS, _NAMELESS = "责任单位", "未写对象"
_SHARE = "%"
_TEN_THOUSAND = 10_000
_Kind = TypeVar("_Kind", bound=StrEnum)


def of(comparison: Comparison, old: Head, new: Head) -> Told:
    """The rows of a comparison of two notices, in the order of the new one; targets lowered or ended come first."""
    words = wording.of(old, new)
    order = list(wording.TARGETS)
    attached = lines.of_attachments(comparison.attachments, words)
    targets = sorted(
        (target for item in comparison.items for target in item.targets), key=lambda one: order.index(one.change)
    )
    return Told(
        wording=words,
        old=comparison.old or words.old,
        new=comparison.new or words.new,
        old_title=old.list_title or old.title,
        title=new.list_title or new.title,
        summary=tuple(_summary(comparison, words)),
        yearly=tuple(field.field for field in comparison.yearly),
        head=(*(lines.of_field(field, words) for field in comparison.head), *attached),
        items=tuple(_row(item, words) for item in comparison.items),
        targets=tuple(_target(target, words) for target in targets),
        units=tuple(_units(item, words) for item in comparison.items if _units_differ(item)),
        different=is_different(comparison) or bool(attached),
    )


def _summary(comparison: Comparison, words: Wording) -> list[str]:
    """Sentences of counts; what did not happen is left out, what is in doubt is told apart."""
    counts = summary(comparison)
    before, after = (sum(len(places) for places in side) for side in zip(*_places(comparison), strict=True))
    items = _listed(counts, "items", {one: words.relation(one) for one in Relation}, "项")
    clauses = _listed(counts, "clauses", words.clauses, "条")
    targets = _listed(counts, "targets", {one: words.targets[one] for one in TargetKind}, "个")
    doubtful = words.word("doubtful")
    of_items = {
        f"{'有' if words.own else ''}{words.word('adjusted')}的": counts["items_adjusted"],
        f"{doubtful}的": counts["items_doubtful"],
    }
    of_clauses = {
        f"{words.word('moved_and_changed')}的": counts["clauses_moved_and_changed"],
        f"{doubtful}的": counts["clauses_doubtful"],
    }
    open_ = counts["targets_doubtful"]
    apart = f"{'；' if targets else ''}另有{doubtful}措施里的{open_}个没有计入，请先核对" if open_ else ""
    return [
        f"实事{words.old}{before}项，{words.new}{after}项：{items}{_among(of_items, '项')}。",
        *([f"措施{clauses}{_among(of_clauses, '条')}。"] if clauses else []),
        *([f"指标{targets}{apart}。"] if targets or apart else []),
    ]


def _among(counts: Mapping[str, int], measure: str) -> str:
    """Counts of what is among the others, where there is any."""
    told = "，".join(f"{name}{count}{measure}" for name, count in counts.items() if count)
    return f"；其中{told}" if told else ""


def _listed(counts: Mapping[str, int], of_what: str, names: Mapping[_Kind, str], measure: str) -> str:
    """Kinds that occur with their counts, in the order of their names."""
    found = ((name, counts[f"{of_what}_{kind.value}"]) for kind, name in names.items())
    return "，".join(f"{name}{count}{measure}" for name, count in found if count)


def _places(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(item.old, item.new) for item in comparison.items] or [((), ())]


def _row(item: ItemChange, words: Wording) -> Row:
    both = bool(item.old and item.new)
    marks = {
        "retitled": item.retitled,
        "moved": item.moved,
        "received": both and bool(item.received),
        "given": both and bool(item.given),
    }
    return Row(
        relation=item.relation,
        label=_label(item, words),
        marks=tuple(words.word(mark) for mark, holds in marks.items() if holds),
        certain=item.certain,
        elsewhere=item.moved,
        old=item.old,
        new=item.new,
        place="，".join(_numbered(side, places) for side, places in _sides(item, words) if places),
        heading=_heading(item, words),
        lines=(
            *(_clause(clause, item, words) for clause in item.clauses),
            *(lines.of_field(field, words) for field in item.fields),
            *([] if both else _own_units(item.units, words)),
        ),
        notes=tuple(_item_notes(item, words)),
    )


def _label(item: ItemChange, words: Wording) -> str:
    if not item.certain:
        return words.word("doubtful")
    return words.word("adjusted") if is_adjusted(item) else words.relation(item.relation)


def _own_units(units: UnitChange, words: Wording) -> list[Line]:
    """The units of an item that stands on one side only."""
    old, new = ("、".join(side) or None for side in (units.old, units.new))
    return [lines.of_texts(_UNITS, old, new, words)] if old or new else []


def _sides(item: ItemChange, words: Wording) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return (words.old, item.old), (words.new, item.new)


def _numbered(side: str, places: Iterable[int]) -> str:
    return f"{side}第{'、'.join(map(str, places))}项"


def _heading(item: ItemChange, words: Wording) -> Line:
    old, new = item.old_heading, item.new_heading
    kind = ClauseKind.CHANGED if item.retitled else ClauseKind.SAME
    if not item.old or not item.new:
        kind = ClauseKind.ADDED if item.new else ClauseKind.REMOVED
    return Line(
        kind=kind,
        label=words.clauses[kind],
        kinds=(kind,),
        name="标题",
        old=old if item.old else None,
        new=new if item.new else None,
        pieces=lines.whole_or_pieces(old if item.old else None, new if item.new else None, item.heading),
    )


def _item_notes(item: ItemChange, words: Wording) -> list[str]:
    both = bool(item.old and item.new)
    several = item.relation in (Relation.SPLIT, Relation.MERGED)
    before, here = _numbered(words.old, item.old), words.relation(item.relation)
    told = {
        f"由{before}{here}" if words.own else f"对应{before}": several,
        f"有措施{words.word('from')}{_numbered(words.old, item.received)}": both and item.received,
        f"有措施{'移入' if words.own else '对应'}{_numbered(words.new, item.given)}": both and item.given,
        f"来源：{_origin(item.origin)}": item.relation is Relation.NEW and item.origin,
        f"理由：{item.reason}": item.reason,
        f"是否{'沿用' if words.own else '同一件事'}按文字推断，请核对": not item.certain,
    }
    return [note for note, holds in told.items() if holds]


def _origin(text: str | None) -> str:
    """A recorded origin as people name it: 淄博市2024年第8项 for 淄博市-2024#8."""
    known = Reference.of(text)
    place, _, year = known.notice.rpartition("-") if known else ("", "", "")
    return f"{place}{year}年第{known.item}项" if known and place and known.item else text or ""


def _clause(clause: ClauseChange, item: ItemChange, words: Wording) -> Line:
    origin = _taken_from(clause, item)
    told = {
        f"取自 {origin}": origin,
        f"{words.word('from')}{words.old}第{clause.old_item}项": clause.old_item
        and clause.new_item
        and clause.old_item not in item.old,
        words.word("reordered"): clause.moved and clause.old_item in item.old,
        f"{'原' if words.own else '对方'}措施拆开后的第{clause.old_part}部分": clause.old_part,
        f"合并后措施的第{clause.new_part}部分": clause.new_part,
        f"理由：{clause.reason}": clause.reason,
        "按文字推断，请核对": not clause.certain,
    }
    both = clause.moved and clause.changed
    label = words.word("moved_and_changed") if both else words.clauses[clause.kind]
    return Line(
        kind=clause.kind,
        label=label if clause.certain else words.word("doubtful"),
        kinds=(ClauseKind.MOVED, ClauseKind.CHANGED) if both else (clause.kind,),
        old=clause.old,
        new=clause.new,
        pieces=lines.whole_or_pieces(clause.old, clause.new, clause.pieces),
        note="；".join(note for note, holds in told.items() if holds),
        origin=origin,
        reason=clause.reason or "",
        certain=clause.certain,
    )


def _taken_from(clause: ClauseChange, item: ItemChange) -> str:
    """Where a clause was taken from, where that is not told of its whole item already."""
    known, whole = Reference.of(clause.origin), Reference.of(item.origin)
    told = (
        item.relation is Relation.NEW and known and whole and (known.notice, known.item) == (whole.notice, whole.item)
    )
    return "" if told else clause.origin or ""


def _target(target: TargetChange, words: Wording) -> TargetRow:
    place = _numbered(words.new, [target.new_item]) if target.new_item else _numbered(words.old, [target.old_item or 0])
    return TargetRow(
        kind=target.change,
        label=words.targets[target.change],
        place=place if target.new_item or target.old_item else "",
        object=target.object or _NAMELESS,
        old=target.old or "—",
        new=target.new or "—",
        note="；".join(filter(None, (_difference(target, words), "" if target.certain else "按文字推断，请核对"))),
        certain=target.certain,
    )


def _difference(target: TargetChange, words: Wording) -> str:
    """By how much a target differs: 增加2场，增长25%; 降低5个百分点; between two places 多2场，高25%."""
    if not target.difference:
        return ""
    amount, rises = _number(abs(target.difference)), target.difference > 0
    if target.measure == _SHARE:
        return f"{words.word('share_up' if rises else 'share_down')}{amount}个百分点"
    told = f"{words.word('more' if rises else 'less')}{amount}{target.measure or ''}"
    if target.percentage is None:
        return told
    return f"{told}，{words.word('rises' if rises else 'falls')}{_number(abs(target.percentage))}%"


def _number(value: Decimal) -> str:
    """A figure as such notices write it: 1.9万 for 19000."""
    if value >= _TEN_THOUSAND and not value % 100:
        return f"{(value / _TEN_THOUSAND).normalize():f}万"
    return f"{value.normalize():f}"


def _units_differ(item: ItemChange) -> bool:
    units = item.units
    differs = bool(units.added or units.removed or units.renamed or units.lead_changed or units.reordered)
    return differs and item.relation not in (Relation.NEW, Relation.DROPPED)


def _units(item: ItemChange, words: Wording) -> UnitRow:
    return UnitRow(
        place=_numbered(words.new, item.new),
        heading=item.new_heading or "",
        added=item.units.added,
        removed=item.units.removed,
        notes=tuple(_unit_notes(item.units, words)),
    )


def _unit_notes(units: UnitChange, words: Wording) -> list[str]:
    before, after = "、".join(units.old_lead), "、".join(units.new_lead)
    lead = f"由{before}改为{after}" if words.own else f"不同：{words.old}为{before}，{words.new}为{after}"
    names = "，".join(f"{one.old}→{one.new}" for one in units.renamed)
    told = {
        f"牵头单位{lead}": units.lead_changed,
        f"名称{'有变' if words.own else '不同'}：{names}": units.renamed,
        f"仅顺序{'调整' if words.own else '不同'}": units.reordered,
    }
    return [note for note, holds in told.items() if holds]
