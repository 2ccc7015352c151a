"""Sheet, edges of the type area, characters a line, lines a page, pitch (P-*)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind, Placed
from drafter.measure.pages import MM, Line, Page, most_common
from drafter.measure.rows import holds, is_near, length, on_page, present, unjudged, without_fault
from drafter.model.results import Element

_NEAR_SHEET = 0.5
_FILLED = 4.6  # first and last line's ink: lines of 28.95 pt leave about 3 mm above and 2 below their ink
_NEAR_PITCH = 0.3  # pt
_TIGHTEST = 26.0  # pt, M-26
_CLOSING = set("，。、；：！？）》”’〕】…")
_EARLY_LINES = 3
_EARLY = 1.0  # lines; less is left below any full page
_FULL_WIDTH = range(0x4E00, 0xA000)
_NEAR_WIDTH = 0.3


@dataclass(frozen=True)
class TextPage:
    """A page that ends although the text goes on: its lines of running text."""

    number: int
    lines: tuple[Placed, ...]
    whole: bool  # nothing but running text in the body's size


def judge(found: Found) -> list[Element]:
    """The rows about the page as a whole."""
    return present(
        [
            _sheet(found.pages),
            *_edges(found),
            _characters(found),
            *_lines_a_page(found),
            _pitch(found),
            _half_empty(found),
            _body_on_first(found),
            _outside(found),
        ]
    )


def running(found: Found) -> tuple[Placed, ...]:
    """The lines of running text: body and addressees."""
    return found.of(Kind.BODY, Kind.RECIPIENTS)


def wrapped(lines: Sequence[Placed]) -> Iterator[Placed]:
    """The lines that are followed by another of the same paragraph: they fill the width."""
    for one, after in pairwise(lines):
        if after.line.left < of.LEFT + of.CELL and one.line.right > of.RIGHT - 2.2 * of.CELL:
            yield one


def _sheet(pages: Sequence[Page]) -> Element:
    wide, high = of.SHEET
    faults = [
        f"第{one.number}页 {one.width:.1f}×{one.height:.1f}"
        for one in pages
        if not (
            is_near(min(one.width, one.height), wide, _NEAR_SHEET)
            and is_near(max(one.width, one.height), high, _NEAR_SHEET)
        )
    ]
    return without_fault("P-01", "纸张", f"A4，{wide:.0f}×{high:.0f} 毫米", faults, f"{len(pages)}页均为 A4")


def _edges(found: Found) -> Iterator[Element]:
    """Left and right by the cells of flush lines, top and bottom by ink on pages that are full."""
    lines = running(found)
    full = list(wrapped(lines))
    flush = [one.line.left for one in lines if one.line.left < of.LEFT + of.CELL]
    if flush:
        yield length("P-02", "版心左边（订口）", of.LEFT, median(flush), of.NEAR)
    if full:
        ends = [one.line.right for one in full if one.line.inked[-1].char not in _CLOSING]
        yield length("P-03", "版心右边", of.RIGHT, median(ends or [one.line.right for one in full]), of.NEAR)
    yield _hanging(found)
    pages = [one for one in _going_on(found) if one.lines]
    tops = [one.lines[0].line.ink.y0 for one in pages if one.whole and one.number > 1]
    ends = [one.lines[-1].line.ink.y1 for one in pages if one.whole]
    if tops:
        yield _within("P-02", "满页首行上缘（天头）", tops, of.TOP - of.NEAR, of.TOP + _FILLED)
    if ends:
        yield _within("P-03", "满页末行下缘", ends, of.BOTTOM - _FILLED, of.BOTTOM + of.NEAR)


def _within(rule: str, name: str, got: Sequence[float], least: float, most: float) -> Element:
    """Whether the middle one of several places lies in a range."""
    ok = least <= median(got) <= most
    return holds(rule, name, f"{least:.1f}—{most:.1f} 毫米", f"{median(got):.1f} 毫米", ok=ok)


def _hanging(found: Found) -> Element:
    """P-36: one closing mark may hang out by a character, nothing else leaves the type area."""
    faults = []
    for one in found.flow:
        beyond = one.line.right - of.RIGHT
        allowed = of.CELL + of.NEAR if one.line.inked[-1].char in _CLOSING else of.NEAR
        if beyond > allowed or one.line.left < of.LEFT - of.NEAR:
            faults.append(on_page(one.page, one.line.text))
    return without_fault("P-36", "文字不出版心左右", "只许行末一个标点悬出一字", faults, "没有出界的行")


def _is_full_width(line: Line) -> bool:
    """Whether a line is of 汉字 only: digits are narrower, and marks next to each other may be condensed."""
    return all(ord(one.char) in _FULL_WIDTH for one in line.inked)


def _body_size(found: Found) -> float:
    return most_common(one.line.size for one in found.of(Kind.BODY))


def _characters(found: Found) -> Element | None:
    """Characters a line: what the pitch of 汉字 lets stand on it, or the most counted on a full line of 汉字 alone.

    The count alone would not do: a mark that may not begin a line takes a character with it to the next.
    """
    lines = running(found)
    pitches = _natural_pitches(lines)
    name, expected = "每行字数", f"{of.CHARACTERS} 字"
    if not any(wrapped(lines)) or not pitches:
        return unjudged("P-05", name, expected, "没有写满的行，无从数起")
    full = [one.line for one in wrapped(lines) if one.line.left < of.LEFT + of.CELL]
    pure = [len(one.inked) for one in full if _is_full_width(one)]
    pitch = median(pitches)
    count = max((int((of.WIDTH + _NEAR_WIDTH) / pitch), *pure))
    return holds("P-05", name, expected, f"{count} 字，字距 {pitch / MM:.2f} 磅", ok=count == of.CHARACTERS)


def _natural_pitches(lines: Sequence[Placed]) -> list[float]:
    """The pitches of 汉字 on the last lines of paragraphs; the other lines are stretched to the edge."""
    full = {id(one.line) for one in wrapped(lines)}
    return [pitch for one in lines if id(one.line) not in full for pitch in _pitches(one.line)]


def _pitches(line: Line) -> Iterator[float]:
    for one, after in pairwise(line.inked):
        if ord(one.char) in _FULL_WIDTH and ord(after.char) in _FULL_WIDTH:
            yield after.x - one.x


def _going_on(found: Found) -> Iterator[TextPage]:
    """The pages on which text stops only because the page is full: the next one begins with text.

    A page stops before it is full where text was moved on with a signature that had no room left (M-38).
    """
    flow = [one for one in found.flow if one.kind is not Kind.CAPTION]
    with_tables = {one.page for one in found.tables}
    for one, after in pairwise(flow):
        if after.page != one.page + 1 or one.page in with_tables:
            continue
        if one.kind is not Kind.BODY or after.kind is not Kind.BODY:
            continue
        lines = tuple(other for other in flow if other.page == one.page)
        if _EARLY < _free(lines) < _moved(found, after.page):
            continue
        size = _body_size(found)
        whole = all(other.kind is Kind.BODY and is_near(other.line.size, size, 1) for other in lines)
        yield TextPage(one.page, lines, whole)


def _lines_a_page(found: Found) -> Iterator[Element]:
    counts = {
        one.number: round((one.lines[-1].line.baseline - one.lines[0].line.baseline) / _line(found)) + 1
        for one in _going_on(found)
        if one.whole
    }
    if not counts:
        return
    faults = [f"第{page}页 {count} 行" for page, count in counts.items() if count != of.LINES]
    yield without_fault("P-05", "满页行数", f"{of.LINES} 行", faults, f"{of.LINES} 行（{len(counts)}页）")


def _steps(found: Found, *, later: bool = False) -> list[float]:
    """Baseline to baseline of lines of the body, in mm; `later` leaves page 1 out, which may be tightened (M-26)."""
    return [
        after.line.baseline - one.line.baseline
        for one, after in pairwise(found.flow)
        if one.page == after.page and one.kind is after.kind is Kind.BODY and not (later and one.page == 1)
    ]


def _line(found: Found) -> float:
    steps = _steps(found)
    return median(steps) if steps else of.LINE


def _pitch(found: Found) -> Element | None:
    steps = _steps(found, later=True) or _steps(found)
    if not steps:
        return unjudged("P-24", "行距", f"{of.LINE_PT}±{_NEAR_PITCH} 磅", "正文不足两行，无从量起")
    got = median(steps) / MM
    tightened = _may_tighten(found) and _TIGHTEST - _NEAR_PITCH <= got < of.LINE_PT
    expected = f"{of.LINE_PT}±{_NEAR_PITCH} 磅" + (f"，首页可紧到 {_TIGHTEST:g} 磅" if tightened else "")
    return holds("P-24", "行距", expected, f"{got:.2f} 磅", ok=tightened or is_near(got, of.LINE_PT, _NEAR_PITCH))


def _may_tighten(found: Found) -> bool:
    """Whether all there is to measure is page 1 of a 印发 notice, whose lines M-26 lets come nearer."""
    title = "".join(one.line.solid for one in found.of(Kind.TITLE))
    return "印发" in title and not _steps(found, later=True)


def _half_empty(found: Found) -> Element | None:
    """No page stops more than three lines early."""
    pages = list(_going_on(found))
    if not pages:
        return None
    faults = [f"第{one.number}页末空 {_free(one.lines):.0f} 行" for one in pages if _free(one.lines) > _EARLY_LINES + 1]
    return without_fault("P-05", "没有半空的页", f"正文未完的页，末尾空不过 {_EARLY_LINES} 行", faults, "没有")


def _free(lines: Sequence[Placed]) -> float:
    """How many lines of a page are left below its text."""
    return (of.BOTTOM - lines[-1].line.ink.y1) / of.LINE


def _moved(found: Found, page: int) -> float:
    """How many lines the signature on a page takes with the text it took along; none where it has no signature."""
    there = [one for one in found.flow if one.page == page]
    ends = [at for at, one in enumerate(there) if one.kind in (Kind.DATE, Kind.NOTE)]
    return (there[ends[-1]].line.ink.y1 - of.TOP) / of.LINE if ends else 0.0


def _body_on_first(found: Found) -> Element:
    body = [one for one in found.of(Kind.BODY) if one.page == 1]
    got = f"{len(body)} 行" if body else "没有"
    return holds("P-11", "首页有正文", "至少 1 行", got, ok=bool(body))


def _outside(found: Found) -> Element:
    faults = [on_page(one.page, one.line.text) for one in found.outside]
    return without_fault("N-05", "版心以外", "没有页眉和页码以外的文字", faults, "没有")
