"""A measurement as lines of text for the terminal."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from drafter.model.results import Element, Measurement

_VERDICTS = {False: "不合", None: "未判", True: "符合"}
_HEADINGS = ("判定", "条目", "项目", "应为", "实为")


def lines(measurement: Measurement) -> list[str]:
    """A table of the rows, red ones first, then a count and the stand-in faces; or why it was not measured."""
    if not measurement.measured:
        return [f"没有测量：{measurement.reason}"]
    order = list(_VERDICTS)
    rows = sorted(measurement.elements, key=lambda one: order.index(one.ok))
    held, judged = measurement.score
    summary = f"符合 {held} 项，共判 {judged} 项。"
    if measurement.red:
        summary += f"不合 {len(measurement.red)} 项，列在表首。"
    stand_ins = "、".join(f"{face}→{font}" for face, font in measurement.stand_ins)
    return [*_table(rows), "", summary, *([f"代用字体：{stand_ins}。"] if stand_ins else [])]


def _table(rows: Sequence[Element]) -> list[str]:
    cells = [_HEADINGS, *((_VERDICTS[one.ok], one.rule, one.name, one.expected, one.got) for one in rows)]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(_HEADINGS) - 1)]
    return ["  ".join((*_padded(row, widths), row[-1])) for row in cells]


def _padded(row: Sequence[str], widths: Iterable[int]) -> list[str]:
    return [text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=False)]


def _width(text: str) -> int:
    """Columns of a terminal; marks of ambiguous width are narrow, as terminals outside old code pages show them."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
