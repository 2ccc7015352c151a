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
_CLAUSES_BESIDE = {
    ClauseKind.SAME: "相同",
    ClauseKind.CHANGED: "不同",
    ClauseKind.ADDED: "另有",
    ClauseKind.REMOVED: "没有",
    ClauseKind.MOVED: "异处",
}
_TARGETS_BESIDE = {
    TargetKind.LOWERED: "低于",
    TargetKind.DROPPED: "没有",
    TargetKind.REDEFINED: "口径不同",
    TargetKind.RAISED: "高于",
    TargetKind.ADDED: "另有",
    TargetKind.SAME: "相同",
}
_OF_ONE = {
    "continued": "沿用", "split": "拆分", "merged": "合并", "adjusted": "调整", "doubtful": "疑似沿用",
    "retitled": "标题调整", "moved": "移位", "received": "措施移入", "given": "措施移出",
    "moved_and_changed": "移动并修改", "reordered": "项内前后移动", "from": "移自", "changes": "变化",
    "joined": "增加", "left": "退出", "more": "增加", "less": "减少", "rises": "增长", "falls": "下降",
    "share_up": "提高", "share_down": "降低",
}  # fmt: skip
_BESIDE = {
    "continued": "相同", "split": "分列", "merged": "合列", "adjusted": "相近", "doubtful": "疑似对应",
    "retitled": "标题不同", "moved": "次序不同", "received": "含对方他项的措施", "given": "对方有措施在他项",
    "moved_and_changed": "异处且不同", "reordered": "项内次序不同", "from": "对应", "changes": "对照",
    "joined": "另有", "left": "没有", "more": "多", "less": "少", "rises": "高", "falls": "低",
    "share_up": "高", "share_down": "低",
}  # fmt: skip


class Wording(Value):
    """How the two sides are called, alone and at the head of a column; what of a list ended, what is new in it.

    `own` tells that both are of one place, so that what ended or began did so for a reason. Between two places
    nothing was changed, raised or cancelled by anybody: the words then only say in what the second differs.
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
        ends = {Relation.NEW: self.begun, Relation.DROPPED: self.ended}
        return ends.get(relation) or self.word(relation.value)

    @property
    def clauses(self) -> dict[ClauseKind, str]:
        """What became of a clause or another text."""
        return CLAUSES if self.own else _CLAUSES_BESIDE

    @property
    def targets(self) -> dict[TargetKind, str]:
        """What became of a target, those that a reader looks for first in front."""
        return TARGETS if self.own else _TARGETS_BESIDE

    def word(self, name: str) -> str:
        """Another word, by the name it has here."""
        return (_OF_ONE if self.own else _BESIDE)[name]

    @property
    def titles(self) -> tuple[str, str]:
        """What stands above the targets and above the units."""
        first = f"{self.targets[TargetKind.LOWERED]}和{self.targets[TargetKind.DROPPED].removesuffix('指标')}的在前"
        return f"指标{self.word('changes')}（{first}）", f"责任单位{self.word('changes')}"


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
