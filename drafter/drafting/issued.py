"""The notice that was issued in the end, with the lineage of its draft, and what became of the draft on the way."""

from drafter import compare
from drafter.model.base import Value
from drafter.model.comparison import ClauseKind, ItemChange, Relation
from drafter.model.draft import Draft
from drafter.model.notice import Notice

_CLAUSES = {
    ClauseKind.CHANGED: "改{}条措施",
    ClauseKind.ADDED: "增{}条措施",
    ClauseKind.REMOVED: "删{}条措施",
    ClauseKind.MOVED: "移来{}条措施",
}
_TARGETS = {
    "raised": "上调", "lowered": "下调", "added": "新增指标", "dropped": "取消指标", "redefined": "口径变化",
}  # fmt: skip


class Issued(Value):
    """The issued notice with lineage; `unmatched` are its items that the draft has not, `notes` what was changed."""

    notice: Notice
    unmatched: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def with_lineage(notice: Notice, draft: Draft) -> Issued:
    """The issued notice, each item with themes, origin and reason of the draft's item that it is."""
    changes = compare.notices(draft, notice, old_name="草稿", new_name="印发").items
    items = list(notice.items)
    unmatched: list[int] = []
    notes: list[str] = []
    for change in changes:
        if change.relation is Relation.NEW:
            unmatched += change.new
        for number in change.new if change.old else ():
            made_from = draft.items[change.old[0] - 1]
            items[number - 1] = items[number - 1].replaced(
                themes=made_from.themes, origin=made_from.origin, reason=made_from.reason
            )
        line = _told(change, draft, notice)
        notes += [line] if line else []
    return Issued(notice=notice.replaced(items=tuple(items)), unmatched=tuple(unmatched), notes=tuple(notes))


def _told(change: ItemChange, draft: Draft, notice: Notice) -> str:
    """In one line what became of an item of the draft; nothing where it was issued as drafted."""
    old = "、".join(f"第{number}项" for number in change.old)
    new = "、".join(f"第{number}项" for number in change.new)
    if change.relation is Relation.NEW:
        item = notice.items[change.new[0] - 1]
        return f"印发{new}“{_named(item.heading, item.body)}”在草稿里没有对应的实事，主题按登记的词拟，来源和理由空着"
    if change.relation is Relation.DROPPED:
        item = draft.items[change.old[0] - 1]
        return f"草稿{old}“{_named(item.heading, item.body)}”没有印发"
    parts = [f"由草稿{old}{'拆开' if change.relation is Relation.SPLIT else '合并'}"] if _regrouped(change) else []
    parts += [f"标题原为“{change.old_heading or '无'}”"] if change.retitled else []
    parts += _clauses_and_targets(change)
    if change.units.added:
        parts.append(f"增加单位{'、'.join(change.units.added)}")
    if change.units.removed:
        parts.append(f"减少单位{'、'.join(change.units.removed)}")
    if change.units.lead_changed:
        parts.append("牵头单位有变化")
    parts += [f"{field.field}由“{field.old or '无'}”变为“{field.new or '无'}”" for field in change.fields]
    if not parts:
        return ""
    doubt = "" if change.certain else "（与草稿的对应没有把握，请核对）"
    return f"印发{new}“{change.new_heading or ''}”：{'；'.join(parts)}{doubt}"


def _regrouped(change: ItemChange) -> bool:
    return change.relation in (Relation.SPLIT, Relation.MERGED)


def _clauses_and_targets(change: ItemChange) -> list[str]:
    kinds = [clause.kind for clause in change.clauses]
    parts = [words.format(kinds.count(kind)) for kind, words in _CLAUSES.items() if kind in kinds]
    return parts + [
        f"{_TARGETS[one.change]}{one.object or ''}{one.old or '无'}→{one.new or '无'}"
        for one in change.targets
        if one.change in _TARGETS
    ]


def _named(heading: str | None, body: str) -> str:
    return heading or body[:20]
