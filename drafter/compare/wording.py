"""The Chinese words for a comparison, the same in every view."""

from drafter.model.base import Value
from drafter.model.comparison import ClauseKind, Relation, TargetKind
from drafter.model.notice import Head
from drafter.text import organs

CLAUSES = {
    ClauseKind.SAME: "未变",
    ClauseKind.CHANGED: "修改",
    ClauseKind.ADDED: "增加",
    ClauseKind.REMOVED: "删去",
    ClauseKind.MOVED: "移动",
}
TARGETS = {
    TargetKind.LOWERED: "下调",
    TargetKind.DROPPED: "取消指标",
    TargetKind.REDEFINED: "口径变化",
    TargetKind.RAISED: "上调",
    TargetKind.ADDED: "新增指标",
    TargetKind.SAME: "持平",
}
ADJUSTED, DOUBTFUL = "调整", "疑似沿用"
RETITLED, MOVED, RECEIVED, GIVEN = "标题调整", "移位", "措施移入", "措施移出"


class Wording(Value):
    """How the two sides are called, alone and at the head of a column; what of a list ended, what is new in it.

    `own` tells that both are of one place, so that what ended or began did so for a reason.
    """

    old: str
    new: str
    old_head: str
    new_head: str
    ended: str
    begun: str
    own: bool

    def relation(self, relation: Relation) -> str:
        """What became of an item, where nothing in it changed."""
        return {
            Relation.CONTINUED: "沿用",
            Relation.SPLIT: "拆分",
            Relation.MERGED: "合并",
            Relation.NEW: self.begun,
            Relation.DROPPED: self.ended,
        }[relation]


def of(old: Head, new: Head) -> Wording:
    """The words for two notices: years of one place, versions of one year, or two places beside each other."""
    before, after = organs.place_of(old.issuer), organs.place_of(new.issuer)
    ended, begun = "未延续", "新增"
    first, second = f"{old.year}年", f"{new.year}年"
    first_head, second_head = first, second
    if before != after:
        first_head = first = f"{before}{first}"
        second_head = second = f"{after}{second}"
        ended, begun = f"仅{first}有", f"仅{second}有"
    elif old.year == new.year:
        first_head = first = "原稿"
        second_head = second = "新稿"
        ended = "删去"
    elif new.year == old.year + 1:
        first_head, second_head = f"上年（{first}）", f"今年（{second}）"
        first, second = "上年", "今年"
    return Wording(
        old=first, new=second, old_head=first_head, new_head=second_head, ended=ended, begun=begun, own=before == after
    )
