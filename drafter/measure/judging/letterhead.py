"""The head of page 1: mark, 文号, red rules (H-*, L-*)."""

import re
from collections.abc import Iterator, Sequence

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind
from drafter.measure.heads import Head
from drafter.measure.pages import Box, Rule
from drafter.measure.rows import absent, centred, emptied, empty_lines, holds, is_near, length
from drafter.model.notice import Format
from drafter.model.results import Element

# H-11, with S-05: a draft leaves the serial blank.
_DOC_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}〔20\d{2}〕(?:[1-9]\d{0,3}|[ \u3000]*)号")
_RANKS = (r"\d", "[绝机秘]", "")  # H-04: 份号, 密级, 紧急程度
_NEAR_PAIR_MIDDLE = 1.5  # L-04: centred on the type area, or on the sheet
_PAIR_GAP = 4.0  # mm; two red rules nearer than this are a pair


def judge(found: Found) -> list[Element]:
    """The rows of the format that the document has."""
    shared = [*_mark(found), *_number_form(found.head), *_classed(found.head)]
    return [*shared, *(_file(found) if found.format is Format.FILE else _letter(found))]


def _mark(found: Found) -> Iterator[Element]:
    file = found.format is Format.FILE
    rule, top = ("H-07", of.MARK_TOP_FILE) if file else ("L-01", of.MARK_TOP_LETTER)
    ink = found.head.mark_ink
    if ink is None:
        yield absent(rule, "发文机关标志上缘", f"{top:.1f}±{of.NEAR:g} 毫米")
        return
    yield length(rule, "发文机关标志上缘", top, ink.y0, of.NEAR)
    yield centred(rule, "发文机关标志居中", ink.middle[0] - of.MIDDLE)
    lines = len(found.head.mark)
    ok = lines == 1 and ink.width <= of.WIDTH + of.NEAR_RULE
    yield holds(
        "H-08",
        "发文机关标志一行排下",
        f"1 行，宽不过 {of.WIDTH:.0f} 毫米",
        f"{lines} 行，宽 {ink.width:.1f} 毫米",
        ok=ok,
    )
    text = "".join(one.solid for one in found.head.mark)
    named = "有“文件”二字" if text.endswith("文件") else "无“文件”二字"
    if not file:
        yield holds("L-01", "信函标志用字", "不带“文件”二字", named, ok=not text.endswith("文件"))


def _number_form(head: Head) -> Iterator[Element]:
    expected = "机关代字〔年份〕序号号，如 博政办字〔2026〕9号"
    if head.number is None:
        yield absent("H-11", "发文字号写法", expected)
        return
    text = head.number.text.strip()
    yield holds("H-11", "发文字号写法", expected, text, ok=bool(_DOC_NUMBER.fullmatch(text)))


def _classed(head: Head) -> Iterator[Element]:
    """份号, 密级 and 紧急程度, where the document has them: flush left, each on its line, in that order."""
    if not head.classed:
        return
    worst = max((one.left for one in head.classed), key=lambda left: abs(left - of.LEFT))
    yield length("H-04", "份号、密级、紧急程度顶格", of.LEFT, worst, of.NEAR)
    texts = [one.solid for one in head.classed]
    ranks = [next(at for at, begins in enumerate(_RANKS) if re.match(begins, one)) for one in texts]
    lines = len({round(one.baseline) for one in head.classed}) == len(texts)
    ok = ranks == sorted(ranks) and lines
    yield holds("H-04", "份号、密级、紧急程度次序", "依次分行", "、".join(texts), ok=ok)


def _file(found: Found) -> Iterator[Element]:
    head, number, ink = found.head, found.head.number, found.head.mark_ink
    if number is not None:
        yield centred("H-10", "发文字号居中", number.centre - of.MIDDLE)
        if ink is not None:
            yield emptied("H-10", "标志与发文字号之间", 2, empty_lines(ink.y1, number.ink.y0))
    yield from _red_rule(head, number.ink if number else None)


def _red_rule(head: Head, above: Box | None) -> Iterator[Element]:
    expected = f"{of.RULE_BELOW:.1f}±{of.NEAR:g} 毫米"
    below = [one for one in head.bands if above is None or one.y > above.y1]
    if not below:
        yield absent("H-14", "红色分隔线", f"发文字号之下 {expected}")
        return
    first = below[0]
    if above is not None:
        yield length("H-14", "红色分隔线距发文字号", of.RULE_BELOW, first.box.y0 - above.y1, of.NEAR)
    beside = [one for one in below if abs(one.y - first.y) < 1]
    ends = f"{min(one.box.x0 for one in beside):.1f}—{max(one.box.x1 for one in beside):.1f} 毫米"
    ok = len(beside) == 1 and _spans(first, of.LEFT, of.RIGHT)
    got = ends if len(beside) == 1 else f"{ends}，断成 {len(beside)} 段"
    yield holds("H-14", "红色分隔线与版心等宽", f"{of.LEFT:.0f}—{of.RIGHT:.0f}±{of.NEAR_RULE:g} 毫米", got, ok=ok)
    least, most = of.RULE_THICKNESS
    ok = least - 0.02 <= first.thickness <= most + 0.02
    yield holds("H-15", "红色分隔线粗细", f"{least:g}—{most:g} 毫米", f"{first.thickness:.2f} 毫米", ok=ok)


def _spans(rule: Rule, left: float, right: float) -> bool:
    return is_near(rule.box.x0, left, of.NEAR_RULE) and is_near(rule.box.x1, right, of.NEAR_RULE)


def _letter(found: Found) -> Iterator[Element]:
    bands, ink = found.head.bands, found.head.mark_ink
    upper = [one for one in bands if one.y < found.pages[0].height / 2]
    lower = [one for one in bands if one not in upper]
    yield from _upper_pair(upper, ink)
    yield from _lower_pair(lower)
    yield from _lengths((*upper, *lower))
    yield from _number_place(found, upper)
    yield from _above_lower(found, lower)
    on_first = found.numbers.get(1)
    yield holds("L-10", "首页不编页码", "没有", on_first.text if on_first else "没有", ok=on_first is None)


def _is_pair(rules: Sequence[Rule]) -> bool:
    return len(rules) == 2 and rules[1].y - rules[0].y < _PAIR_GAP


def _upper_pair(rules: Sequence[Rule], mark: Box | None) -> Iterator[Element]:
    if not _is_pair(rules):
        yield _no_pair("L-02", "上粗下细双线", rules)
        return
    thick, thin = (one.thickness for one in rules)
    yield holds("L-02", "首道双线上粗下细", "上粗下细", f"上 {thick:.2f}、下 {thin:.2f} 毫米", ok=thick > thin + 0.1)
    if mark is not None:
        yield length("L-02", "首道双线距标志", of.RULE_BELOW, rules[0].box.y0 - mark.y1, of.NEAR)


def _lower_pair(rules: Sequence[Rule]) -> Iterator[Element]:
    if not _is_pair(rules):
        yield _no_pair("L-03", "上细下粗双线", rules)
        return
    thin, thick = (one.thickness for one in rules)
    yield holds("L-03", "末道双线上细下粗", "上细下粗", f"上 {thin:.2f}、下 {thick:.2f} 毫米", ok=thick > thin + 0.1)
    middle = (rules[0].box.y0 + rules[1].box.y1) / 2
    yield length("L-03", "末道双线位置", of.PAIR_FOOT, middle, of.NEAR)


def _no_pair(rule: str, name: str, rules: Sequence[Rule]) -> Element:
    got = f"找到 {len(rules)} 道红线" if rules else "没有找到"
    return holds(rule, name, "红色双线一道", got, ok=False)


def _lengths(rules: Sequence[Rule]) -> Iterator[Element]:
    if not rules:
        return
    worst = max(rules, key=lambda one: abs(one.length - of.PAIR_LENGTH))
    yield length("L-04", "双线长度", of.PAIR_LENGTH, worst.length, of.NEAR_RULE)
    off = max((one.box.middle[0] - of.MIDDLE for one in rules), key=abs)
    yield centred("L-04", "双线居中", off, _NEAR_PAIR_MIDDLE)


def _number_place(found: Found, upper: Sequence[Rule]) -> Iterator[Element]:
    number = found.head.number
    if number is None:
        return
    yield length("L-07", "发文字号顶右", of.RIGHT, number.right, of.NEAR)
    if upper:
        gap = number.ink.y0 - upper[-1].box.y1
        yield length("L-07", "发文字号距首道双线", of.NUMBER_BELOW_PAIR, gap, of.NEAR)
    if upper and found.head.classed:
        gap = found.head.classed[0].ink.y0 - upper[-1].box.y1
        yield length("L-06", "版头首项距首道双线", of.NUMBER_BELOW_PAIR, gap, of.NEAR)


def _above_lower(found: Found, lower: Sequence[Rule]) -> Iterator[Element]:
    """L-09: the last line on page 1 keeps its distance from the lower pair."""
    last = [one.line.ink.y1 for one in found.flow if one.page == 1]
    if lower and last and found.of(Kind.BODY):
        gap = lower[0].box.y0 - max(last)
        got = f"{gap:.1f} 毫米"
        ok = gap >= of.NUMBER_BELOW_PAIR - of.NEAR
        yield holds("L-09", "末道双线与正文", f"不小于 {of.NUMBER_BELOW_PAIR:.1f} 毫米", got, ok=ok)
