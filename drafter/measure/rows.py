"""Rows of the ruler, worded: what a rule wants, what the page has."""

from collections.abc import Iterable, Sequence

from drafter.measure.figures import INK_GAP, LINE, NEAR, NEAR_LINE
from drafter.model.results import Element

_NAMED_PLACES = 3
_EXACT = 0.05


def length(rule: str, name: str, wanted: float, got: float, near: float, *, digits: int = 1) -> Element:
    """A length or place in mm that must be near a figure."""
    expected = f"{wanted:.{digits}f}±{near:g} 毫米"
    return Element(rule=rule, name=name, expected=expected, got=f"{got:.{digits}f} 毫米", ok=is_near(got, wanted, near))


def centred(rule: str, name: str, off: float, near: float = NEAR) -> Element:
    """How far something is off the middle, in mm."""
    side = "左" if off < 0 else "右"
    got = f"偏{side} {abs(off):.1f} 毫米" if abs(off) > _EXACT else "居中"
    return holds(rule, name, f"偏离不过 {near:g} 毫米", got, ok=is_near(off, 0, near))


def emptied(rule: str, name: str, wanted: int, got: float) -> Element:
    """A number of empty lines, told to half a line."""
    ok = is_near(got, wanted, NEAR_LINE)
    told = f"空 {max(got, 0):.1f} 行" if wanted or got > NEAR_LINE else "紧接"
    return holds(rule, name, f"空 {wanted} 行" if wanted else "紧接", told, ok=ok)


def holds(rule: str, name: str, expected: str, got: str, *, ok: bool) -> Element:
    """A row that is right or wrong."""
    return Element(rule=rule, name=name, expected=expected, got=got, ok=ok)


def unjudged(rule: str, name: str, expected: str, why: str) -> Element:
    """A row that applies but cannot be judged."""
    return Element(rule=rule, name=name, expected=expected, got=why)


def absent(rule: str, name: str, expected: str) -> Element:
    """A row about something that must be there and is not."""
    return Element(rule=rule, name=name, expected=expected, got="没有找到", ok=False)


def without_fault(rule: str, name: str, expected: str, faults: Sequence[str], fine: str) -> Element:
    """A row that is right where no fault was found; the first faults are named."""
    return Element(rule=rule, name=name, expected=expected, got=listed(faults) or fine, ok=not faults)


def listed(places: Sequence[str]) -> str:
    """The first few of several places, and how many there are."""
    more = f"等 {len(places)} 处" if len(places) > _NAMED_PLACES else ""
    return "；".join(places[:_NAMED_PLACES]) + more


def is_near(got: float, wanted: float, near: float) -> bool:
    """Whether a figure lies within the tolerance."""
    return abs(got - wanted) <= near + 1e-6


def empty_lines(above: float, below: float, natural: float = INK_GAP) -> float:
    """How many empty lines lie between an ink bottom and the next ink top; `natural` is the gap of adjacent lines."""
    return (below - above - natural) / LINE


def quoted(text: str, most: int = 12) -> str:
    """The beginning of a text, in quotation marks."""
    short = "".join(text.split())
    return f"“{short[:most]}{'…' if len(short) > most else ''}”"


def on_page(number: int, text: str) -> str:
    """A place told by page and text."""
    return f"第{number}页{quoted(text)}"


def present(rows: Iterable[Element | None]) -> list[Element]:
    """The rows that apply."""
    return [one for one in rows if one is not None]
