"""征集事项比对表: each wish beside what was done before and what to do with it, as Word document and as workbook."""

from collections import Counter
from collections.abc import Sequence

from drafter.handover.workbook import workbook
from drafter.model.suggestion import Advice, Advised, Card
from drafter.render import Rendered, Templates, sheet

NAME = "征集事项比对表"
_COLUMNS = (
    ("序号", 6.0),
    ("征集事项", 36.0),
    ("提出单位", 14.0),
    ("相近往年事项", 44.0),
    ("建议", 24.0),
    ("理由", 36.0),
)
_NONE = "—"
_KINDS = {
    Advice.LAST_YEAR: "上一年已有或相近",
    Advice.EARLIER: "更早的年份办过",
    Advice.ELSEWHERE: "新增、别处办过",
    Advice.FOUND: "往年有相近的",
    Advice.NEW: "新增、文库中没有相近的",
}


def summary(advised: Sequence[Advised]) -> str:
    """How many wishes got which advice, in one sentence."""
    counts = Counter(one.kind for one in advised)
    parts = "，".join(f"{name}{counts[kind]}条" for kind, name in _KINDS.items() if counts[kind])
    return f"共{len(advised)}条：{parts}。"


def rows(advised: Sequence[Advised]) -> list[tuple[str, ...]]:
    """The cells of the table, a row a wish."""
    return [
        (
            str(number),
            one.wish.text,
            one.wish.unit or _NONE,
            past_of(one.card) if one.card else _NONE,
            one.advice,
            one.reason,
        )
        for number, one in enumerate(advised, start=1)
    ]


def past_of(card: Card) -> str:
    """A past commitment in a cell: reference and 文号, the clause, how its figures moved."""
    source = f"（{card.source}）" if card.source else ""
    return "\n".join([f"{card.ref}{source}", card.clause, *history_lines(card)])


def history_lines(card: Card) -> list[str]:
    """How each figure of a card moved: 托位数：2023年 3.8个 → 2025年 4.7个."""
    return [
        f"{series.object or '指标'}：" + " → ".join(f"{point.year}年{point.text}" for point in series.points)
        for series in card.history
    ]


def docx(advised: Sequence[Advised], source: str, templates: Templates) -> Rendered:
    """The table as a Word document on landscape pages. Raises UnfitValue for text that cannot be printed."""
    names = ("number", "wish", "unit", "past", "advice", "reason")
    values = {
        "title": NAME,
        "lead_in": f"征集材料：{source}。{summary(advised)}",
        "rows": [dict(zip(names, row, strict=True)) for row in rows(advised)],
    }
    return sheet("wishes", values, templates, title=NAME)


def xlsx(advised: Sequence[Advised], source: str) -> Rendered:
    """The table as a workbook. Raises UnfitValue for text that cannot be printed."""
    return workbook(f"{NAME}（{source}）", NAME, _COLUMNS, rows(advised))
