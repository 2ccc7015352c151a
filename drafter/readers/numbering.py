"""Automatic numbers of Word paragraphs: the file holds only what to count; here it is counted and printed."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.readers.number_formats import formatted
from drafter.readers.word_text import W, number_of, switched_on, value_of

_CHAIN = 20  # how far a style may be based on another; a circle ends here
_DEEPEST = 8
_ENDS_IN_MARK = re.compile(r"[^\w]$")


@dataclass(frozen=True)
class Level:
    """One level of a list: how it is counted, how printed, what parts it from the text."""

    start: int = 0
    kind: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None  # the level (counted from 1) whose numbers begin this one anew; 0: never
    style: str | None = None


@dataclass
class _List:
    """A list as paragraphs refer to it: the counters it shares, its levels, where it starts anew."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of one document, which must be asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles = {} if styles is None else {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
        self._default = next((name for name, one in self._styles.items() if _is_default(one)), None)
        self._lists = {} if numbering is None else self._read(numbering)
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number as printed before this paragraph, with what parts it from the text; "" where there is none."""
        place = self._place(paragraph) if self._lists else None
        if place is None:
            return ""
        name, depth = place
        found = self._lists[name]
        level = found.levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(found.shared, {})
        self._count(name, found, depth, counters)
        if level.kind == "bullet":
            return ""
        text = re.sub(r"%([1-9])", lambda m: _printed(found, int(m[1]) - 1, counters, level), level.text)
        return text + _gap(text, level.suffix, paragraph) if text.strip() else ""

    def _count(self, name: str, found: _List, depth: int, counters: dict[int, int]) -> None:
        """One more on this level; deeper levels that restart behind it are forgotten."""
        if depth in found.starts and (name, depth) not in self._started:
            counters[depth] = found.starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = found.levels[depth].start
        self._started.add((name, depth))
        for above in range(depth):
            if above in found.levels:
                counters.setdefault(above, found.starts.get(above, found.levels[above].start))
        for deeper in [one for one in counters if one > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or depth < restart:
                del counters[deeper]

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else of its style, else of a style below that."""
        properties = paragraph.find(W + "pPr")
        own = None if properties is None else properties.find(W + "numPr")
        style = (value_of(properties, "pStyle") if properties is not None else None) or self._default
        name = None if own is None else value_of(own, "numId")
        depth = None if own is None else value_of(own, "ilvl")
        styled = self._place_of_style(style)
        if name is None:
            if styled is None:
                return None
            name = styled[0]
            at = styled[1] if depth is None else number_of(depth)
        else:
            at = number_of(depth) if depth is not None else self._depth_of_style(name, style)
        return (name, min(at, _DEEPEST)) if name in self._lists else None

    def _place_of_style(self, style: str | None) -> tuple[str, int] | None:
        named = style
        for _ in range(_CHAIN):
            if style not in self._styles:
                return None
            found = self._styles[style].find(f"{W}pPr/{W}numPr")
            if found is not None and value_of(found, "numId") is not None:
                name, depth = value_of(found, "numId") or "", value_of(found, "ilvl")
                return name, number_of(depth) if depth is not None else self._depth_of_style(name, named)
            style = value_of(self._styles[style], "basedOn")
        return None

    def _depth_of_style(self, name: str, style: str | None) -> int:
        """The level of a list that is tied to a style; the first where none is."""
        levels = self._lists[name].levels if name in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style and level.style == style), 0)

    def _read(self, numbering: etree._Element) -> dict[str, _List]:
        """The lists by their numId; list 0 means 'not numbered'."""
        abstract = {one.get(W + "abstractNumId", ""): one for one in numbering.findall(W + "abstractNum")}
        lists: dict[str, _List] = {}
        nums = {one.get(W + "numId", ""): one for one in numbering.findall(W + "num")}
        for name, num in nums.items():
            key = self._linked(value_of(num, "abstractNumId") or "", abstract, nums)
            if name == "0" or key not in abstract:
                continue
            levels = {_depth(one): _level(one) for one in abstract[key].findall(W + "lvl")}
            found = _List(key, levels)
            for override in num.findall(W + "lvlOverride"):
                _override(found, override)
            lists[name] = found
        return lists

    def _linked(self, key: str, abstract: dict[str, etree._Element], nums: dict[str, etree._Element]) -> str:
        """The definition that a list style leads to, where the one named is only a link to such a style."""
        for _ in range(_CHAIN):
            style = value_of(abstract[key], "numStyleLink") if key in abstract else None
            found = self._styles[style].find(f"{W}pPr/{W}numPr") if style in self._styles else None
            name = None if found is None else value_of(found, "numId")
            if name not in nums:
                return key
            key = value_of(nums[name], "abstractNumId") or ""
        return key


def _override(found: _List, override: etree._Element) -> None:
    depth = _depth(override)
    level = override.find(W + "lvl")
    if level is not None:
        found.levels[depth] = _level(level)
    start = value_of(override, "startOverride")
    if start is not None:
        found.starts[depth] = number_of(start)
        if depth in found.levels:
            found.levels[depth] = replace(found.levels[depth], start=found.starts[depth])


def _is_default(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _depth(element: etree._Element) -> int:
    return number_of(element.get(W + "ilvl"))


def _level(element: etree._Element) -> Level:
    # a format newer than the standard stands in an alternative; what older programs print is behind it
    kinds = [one.get(W + "val", "decimal") for one in element.iter(W + "numFmt")]
    restart = value_of(element, "lvlRestart")
    return Level(
        start=number_of(value_of(element, "start")),
        kind=next((kind for kind in kinds if kind != "custom"), "decimal"),
        text=value_of(element, "lvlText") or "",
        suffix=value_of(element, "suff") or "tab",
        legal=switched_on(element, "isLgl"),
        restart=None if restart is None else number_of(restart),
        style=value_of(element, "pStyle"),
    )


def _printed(found: _List, depth: int, counters: dict[int, int], asking: Level) -> str:
    """The number of one level inside a label; in a legal label all levels print figures."""
    if depth not in found.levels:
        return ""
    kind = found.levels[depth].kind
    number = counters.get(depth, found.levels[depth].start)
    return formatted(number, "decimal" if asking.legal and kind != "decimalZero" else kind)


def _gap(label: str, suffix: str, paragraph: etree._Element) -> str:
    """A blank where label and text would run into one figure or word; tabs and blanks behind a mark are only layout."""
    if suffix == "nothing":
        return ""
    first = next((one.text[0] for one in paragraph.iter(W + "t") if one.text), "")
    if _ENDS_IN_MARK.search(label) and not (label[-1] in ".．" and first.isdigit()):
        return ""
    return " "
