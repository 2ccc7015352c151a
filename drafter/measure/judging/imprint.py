"""The 版记: rules, 抄送, 印发 (B-*, L-12)."""

from collections.abc import Iterator, Sequence

from drafter.measure import figures as of
from drafter.measure.elements import Found
from drafter.measure.imprints import Imprint
from drafter.measure.pages import Line, Rule
from drafter.measure.rows import absent, holds, is_near, length, unjudged, without_fault
from drafter.model.notice import Format
from drafter.model.results import Element

_FOOT = 6.0  # L-12: the last line's ink ends within a line of the type area's bottom
_INDENT = of.LEFT + of.SMALL_CELL
_GOES_ON = of.LEFT + 4 * of.SMALL_CELL  # B-04: under the first character after 抄送：
_NEAR_SMALL = 0.9
_MAY_HANG = "，、。"
_INNER = 3  # rules with an inner one among them


def judge(found: Found) -> list[Element]:
    """The rows of the format; a letter without 抄送 has none."""
    imprint = found.imprint
    if found.format is Format.FILE:
        if imprint is None:
            return [_none(found)]
        return [*_rules(imprint), *_foot(found, imprint), *_copies(imprint), *_issued(imprint)]
    return [*_letter(found, imprint), *_copies(imprint)] if imprint else []


def _none(found: Found) -> Element:
    """What is told where no 版记 was found: lines on a page laid sideways are not read."""
    name, expected = "版记", "末页下端有版记"
    if found.pages[-1].is_upright:
        return absent("B-01", name, expected)
    return unjudged("B-01", name, expected, "末页是横排的表，没有量")


def _rules(imprint: Imprint) -> Iterator[Element]:
    rules = imprint.rules
    wanted = _INNER if imprint.issued and imprint.copies else _INNER - 1
    yield holds("B-01", "版记分隔线", f"{wanted} 条", f"{len(rules)} 条", ok=len(rules) == wanted)
    if not rules:
        return
    faults = [
        f"{one.box.x0:.1f}—{one.box.x1:.1f} 毫米"
        for one in rules
        if not (is_near(one.box.x0, of.LEFT, of.NEAR_RULE) and is_near(one.box.x1, of.RIGHT, of.NEAR_RULE))
    ]
    expected = f"{of.LEFT:.0f}—{of.RIGHT:.0f}±{of.NEAR_RULE:g} 毫米"
    yield without_fault("B-01", "版记分隔线与版心等宽", expected, faults, "相符")
    yield _thickness(rules)


def _thickness(rules: Sequence[Rule]) -> Element:
    wanted = [of.THICK, *(of.THIN for _ in rules[1:-1]), of.THICK][: len(rules)]
    got = [one.thickness for one in rules]
    ok = all(is_near(a, b, of.NEAR_THICKNESS) for a, b in zip(got, wanted, strict=True))
    ok = ok and all(one <= min(got[0], got[-1]) + 0.02 for one in got[1:-1])
    expected = "／".join(f"{one:.2f}" for one in wanted) + f"±{of.NEAR_THICKNESS:g} 毫米"
    return holds("B-01", "版记分隔线粗细", expected, "／".join(f"{one:.2f}" for one in got) + " 毫米", ok=ok)


def _foot(found: Found, imprint: Imprint) -> Iterator[Element]:
    ok = imprint.page == found.last_page
    yield holds("B-02", "版记在末页", "末页", f"第{imprint.page}页，共{found.last_page}页", ok=ok)
    if imprint.rules:
        yield length("B-02", "版记末条线与版心下边重合", of.BOTTOM, imprint.rules[-1].y, of.NEAR_FOOT)


def _copies(imprint: Imprint) -> Iterator[Element]:
    lines = imprint.copies
    if not lines:
        return
    yield length("B-04", "抄送左空 1 字", _INDENT, lines[0].left, _NEAR_SMALL)
    starts = [one for one in lines if one.solid.startswith(("抄送", "主送"))]
    faults = [
        f"第{at}行从 {one.left:.1f} 毫米起"
        for at, one in enumerate(lines[1:], 2)
        if one not in starts and not is_near(one.left, _GOES_ON, _NEAR_SMALL)
    ]
    if len(lines) > len(starts):
        yield without_fault("B-04", "抄送回行", f"与冒号后首字对齐（{_GOES_ON:.1f} 毫米）", faults, "对齐")
    beyond = max(_end(one) for one in lines) - (of.RIGHT - of.SMALL_CELL)
    got = f"越过 {beyond:.1f} 毫米" if beyond > _NEAR_SMALL else "未越过"
    yield holds("B-04", "抄送右空 1 字", "不越过", got, ok=beyond <= _NEAR_SMALL)
    end = lines[-1].solid[-1]
    yield holds("B-04", "抄送末尾", "句号", f"“{end}”", ok=end == "。")


def _end(line: Line) -> float:
    """Where a line ends, a mark that hangs out left aside (P-36)."""
    last = line.inked[-2] if line.inked[-1].char in _MAY_HANG and len(line.inked) > 1 else line.inked[-1]
    return last.x + last.advance


def _issued(imprint: Imprint) -> Iterator[Element]:
    line = imprint.issued
    if line is None:
        yield absent("B-07", "印发机关和印发日期", "抄送之下一行")
        return
    yield length("B-07", "印发机关左空 1 字", _INDENT, line.left, _NEAR_SMALL)
    yield length("B-07", "印发日期右空 1 字", of.RIGHT - of.SMALL_CELL, line.right, _NEAR_SMALL)


def _letter(found: Found, imprint: Imprint) -> Iterator[Element]:
    """L-12: 抄送 alone, without rules, at the foot of the last page."""
    ok = imprint.page == found.last_page and _is_low(imprint.copies or imprint.lines)
    got = f"第{imprint.page}页（共{found.last_page}页），下缘 {imprint.ink.y1:.1f} 毫米"
    yield holds("L-12", "抄送在末页版心下端", f"末页，{of.BOTTOM - _FOOT:.0f}—{of.BOTTOM:.0f} 毫米", got, ok=ok)
    extra = [f"{len(imprint.rules)} 条分隔线"] if imprint.rules else []
    extra += ["印发一行"] if imprint.issued else []
    yield without_fault("L-12", "信函版记", "只有抄送，不加分隔线和印发", extra, "相符")


def _is_low(lines: Sequence[Line]) -> bool:
    return of.BOTTOM - _FOOT <= lines[-1].ink.y1 <= of.BOTTOM + of.NEAR
