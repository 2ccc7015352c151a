"""The titles: place, breaking by sense, shape (M-01…M-07)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind, Placed
from drafter.measure.pages import Line
from drafter.measure.rows import absent, centred, emptied, empty_lines, holds, without_fault
from drafter.model.notice import Format
from drafter.model.results import Element
from drafter.text.title import torn

_LEAST_LAST = 3.5  # M-07: characters on the last line, digits counting half
_INK_UNDER_RULE = 2.6  # mm from the top of a 2号 line to its ink: nothing of a rule above takes part in it
_YEAR_CUT = re.compile(r"(?:^|\D)\d{1,4}$")
_NOT_FIRST = tuple("的、，。；：》）”")


def judge(found: Found) -> list[Element]:
    """The rows of the title, then those of each further title."""
    title = found.of(Kind.TITLE)
    if not title:
        return [absent("M-01", "标题", "2号字，居中")]
    rows = [*_place(found, title), *breaking("标题", title)]
    for number, block in enumerate(_headings(found)):
        rows += breaking("清单标题" if number == 0 and _is_list(found, block) else "附件标题", block)
    return rows


def on_middle(rule: str, name: str, lines: Sequence[Placed]) -> Element:
    """Whether each line stands on the middle of the type area."""
    return centred(rule, name, max((one.line.centre - of.MIDDLE for one in lines), key=abs))


def breaking(name: str, lines: Sequence[Placed]) -> Iterator[Element]:
    """Whether a title is broken by sense and has the shape of a trapezoid or a diamond."""
    texts = [one.line.solid for one in lines]
    widths = [_characters(one.line) for one in lines]
    long = [f"第{at}行 {width:g} 字" for at, width in enumerate(widths, 1) if width > of.TITLE_LINE_MOST]
    yield without_fault("M-03", f"{name}每行字数", f"不过 {of.TITLE_LINE_MOST} 字", long, _shape(widths))
    if len(lines) < 2:
        return
    hourglass = any(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))
    yield holds("M-02", f"{name}形状", "梯形或菱形，中间不收窄", _shape(widths), ok=not hourglass)
    faults = [f"“{after[:4]}”不宜在行首" for after in texts[1:] if after.startswith(_NOT_FIRST)] + [
        f"年份断在“{one[-4:]}”" for one, after in pairwise(texts) if _YEAR_CUT.search(one) and re.match(r"\d|年", after)
    ]
    faults += [f"“{word}”断开" for word in torn(texts)]
    if texts[-1] in ("通知", "的通知") or widths[-1] < _LEAST_LAST:
        faults.append(f"末行只有“{texts[-1]}”")
    yield without_fault("M-07", f"{name}按词意分行", "不拆词和年份，“通知”不单占一行", faults, "／".join(texts))


def _characters(line: Line) -> float:
    return sum(0.5 if one.char.isascii() else 1.0 for one in line.inked)


def _shape(widths: Sequence[float]) -> str:
    return "／".join(f"{one:g}" for one in widths) + " 字"


def _headings(found: Found) -> list[tuple[Placed, ...]]:
    return [block for block in found.blocks if block[0].kind is Kind.HEADING]


def _is_list(found: Found, block: Sequence[Placed]) -> bool:
    labels = found.of(Kind.LABEL)
    return not labels or block[0].page < labels[0].page


def _place(found: Found, title: Sequence[Placed]) -> Iterator[Element]:
    yield on_middle("M-01", "标题居中", title)
    top = title[0].line.ink.y0
    if found.format is Format.FILE:
        above = [one.box.y1 for one in found.head.bands if one.box.y1 < top]
        rule, name, natural = "M-01", "红色分隔线与标题之间", _INK_UNDER_RULE
    else:
        items = (*found.head.classed, *([found.head.number] if found.head.number else []))
        above = [one.ink.y1 for one in items]
        rule, name, natural = "L-08", "版头末项与标题之间", of.INK_GAP
    if not above:
        return
    yield emptied(rule, name, 2, empty_lines(max(above), top, natural))
