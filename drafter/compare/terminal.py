"""A comparison as lines of text for the terminal."""

from drafter.compare.summary import is_adjusted, summary
from drafter.model.comparison import ClauseKind, Comparison, ItemChange, Relation

RELATIONS = {
    Relation.CONTINUED: "沿用",
    Relation.SPLIT: "拆分",
    Relation.MERGED: "合并",
    Relation.NEW: "新增",
    Relation.DROPPED: "未延续",
}
_CLAUSES = {
    ClauseKind.CHANGED: "改",
    ClauseKind.ADDED: "增",
    ClauseKind.REMOVED: "删",
    ClauseKind.MOVED: "移",
}
_TARGETS = {
    "raised": "上调",
    "lowered": "下调",
    "added": "新增指标",
    "dropped": "取消指标",
    "redefined": "口径变化",
}


def lines(comparison: Comparison) -> list[str]:
    """The comparison item by item in the order of the new notice, then a line of counts."""
    shown = [f"{comparison.old or '上年'} → {comparison.new or '今年'}"]
    for field in comparison.head:
        shown += ["", f"【{field.field}】", f"  - {field.old or '（无）'}", f"  + {field.new or '（无）'}"]
    for change in comparison.items:
        shown += _item(change)
    counts = summary(comparison)
    parts = [f"{name}{counts[f'items_{relation.value}']}项" for relation, name in RELATIONS.items()]
    parts[0] += f"（其中有调整的{counts['items_adjusted']}项）"
    moved = [f"{name}{counts[f'targets_{kind}']}个" for kind, name in _TARGETS.items()]
    return [*shown, "", f"合计：{'，'.join(parts)}；指标{'，'.join(moved)}。"]


def _item(change: ItemChange) -> list[str]:
    old = "、".join(f"第{number}项" for number in change.old) or "—"
    new = "、".join(f"第{number}项" for number in change.new) or "—"
    name = "调整" if is_adjusted(change) else RELATIONS[change.relation]
    marks = [mark for mark, on in (("标题调整", change.retitled), ("移位", change.moved)) if on]
    doubt = "" if change.certain else "（疑似，请核对）"
    heading = change.new_heading or change.old_heading or ""
    shown = ["", f"【{'·'.join([name, *marks])}】{doubt}{heading}（上年{old}，今年{new}）"]
    if change.retitled:
        shown.append(f"  标题原为：{change.old_heading}")
    for clause in change.clauses:
        shown += _clause(clause.kind, clause.old, clause.new, clause.old_item)
    for target in change.targets:
        if target.change in _TARGETS:
            shown.append(
                f"  ［{_TARGETS[target.change]}］{target.object or ''}：{target.old or '无'} → {target.new or '无'}"
            )
    for field in change.fields:
        shown.append(f"  {field.field}：{field.old or '（无）'} → {field.new or '（无）'}")
    if change.relation not in (Relation.NEW, Relation.DROPPED):
        if change.units.added:
            shown.append(f"  责任单位增加：{'、'.join(change.units.added)}")
        if change.units.removed:
            shown.append(f"  责任单位减少：{'、'.join(change.units.removed)}")
        if change.units.lead_changed:
            shown.append("  牵头单位有变化")
    return shown


def _clause(kind: ClauseKind, old: str | None, new: str | None, old_item: int | None) -> list[str]:
    if kind is ClauseKind.SAME:
        return []
    if kind is ClauseKind.MOVED:
        return [f"  移 （自上年第{old_item}项）{new}"] if old == new else [f"  移 - {old}", f"     + {new}"]
    if kind is ClauseKind.CHANGED:
        return [f"  改 - {old}", f"     + {new}"]
    return [f"  {_CLAUSES[kind]} {'+' if new else '-'} {new or old}"]
