"""One fault at a time, put into a finished document: each named, with the rule whose row must turn red.

The places are found by their text, not by style names, so that the breaks outlive a change of the templates.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DOCUMENT = "word/document.xml"
FIRST_ITEM = "一、"
ITEMS = r"[一二三四五六七八九十]{1,2}、"
LAST_RED_RULES = 9_000_000  # EMU: positions below this are the lower pair's
MM = 36_000  # EMU

Element = etree._Element


class Parts:
    """The parts of a package, XML ones parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.raw = {name: archive.read(name) for name in archive.namelist()}
        self.parsed: dict[str, Element] = {}

    def __getitem__(self, name: str) -> Element:
        if name not in self.parsed:
            self.parsed[name] = etree.fromstring(self.raw[name])
        return self.parsed[name]

    def named(self, pattern: str) -> list[Element]:
        """The roots of the parts whose names match."""
        return [self[name] for name in self.raw if re.fullmatch(pattern, name)]

    def packed(self) -> bytes:
        """The package as it now is."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.raw.items():
                archive.writestr(name, etree.tostring(self.parsed[name]) if name in self.parsed else data)
        return target.getvalue()


def own_text(paragraph: Element) -> str:
    """The text of a paragraph without that of boxes anchored in it."""
    return "".join(one.text or "" for run in paragraph.findall(f"{W}r") for one in run.findall(f"{W}t"))


def paragraphs(root: Element, pattern: str) -> list[Element]:
    """All paragraphs whose text begins as the pattern says, text boxes and tables included; at least one."""
    found = [one for one in root.iter(f"{W}p") if re.match(pattern, own_text(one))]
    assert found, f"no paragraph begins with {pattern}"
    return found


def child(parent: Element, tag: str, *, first: bool = False) -> Element:
    """The child of a tag, made where there is none."""
    found = parent.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        parent.insert(0, found) if first else parent.append(found)
    return found


def set_paragraph(paragraph: Element, tag: str, **values: object) -> None:
    """Set direct formatting of a paragraph."""
    put(child(child(paragraph, "pPr", first=True), tag), values)


def set_runs(paragraph: Element, tag: str, **values: object) -> None:
    """Set direct formatting of every run of a paragraph."""
    for run in paragraph.findall(f"{W}r"):
        put(child(child(run, "rPr", first=True), tag), values)


def put(element: Element, values: dict[str, object]) -> None:
    """Set attributes; what a name ending in Chars or a theme sets beside it stays."""
    for name, value in values.items():
        element.set(f"{W}{name}", str(value))


def face(name: str) -> dict[str, str]:
    """The attributes of w:rFonts for one face."""
    return dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name)


def is_empty(paragraph: Element | None) -> bool:
    return paragraph is not None and paragraph.tag == f"{W}p" and not "".join(paragraph.itertext()).strip()


def anchors(root: Element, pattern: str = "") -> list[Element]:
    """The anchored shapes whose text begins as the pattern says, none of it for shapes without text."""
    found = [one for one in root.iter(f"{WP}anchor") if _box_text(one, pattern)]
    assert found, f"no box begins with {pattern}"
    return found


def _box_text(anchor: Element, pattern: str) -> bool:
    text = "".join(one.text or "" for one in anchor.iter(f"{W}t"))
    return bool(re.match(pattern, text)) if pattern else not text


def place(anchor: Element, millimetres: float) -> None:
    """Put a shape so far below the top of the page."""
    position = anchor.find(f"{WP}positionV")
    assert position is not None
    for old in list(position):
        position.remove(old)
    position.set("relativeFrom", "page")
    etree.SubElement(position, f"{WP}posOffset").text = str(round(millimetres * MM))


def offset(anchor: Element) -> int:
    """Where a shape stands, in EMU from the top of the page."""
    return int(anchor.findtext(f"{WP}positionV/{WP}posOffset") or 0)


def red_bars(parts: Parts, *, lower: bool) -> list[Element]:
    """The bars of one of the two red double rules, top to bottom."""
    roots = [parts[DOCUMENT], *parts.named(r"word/(header|footer)\d*\.xml")]
    found = [one for root in roots for one in root.iter(f"{WP}anchor") if _box_text(one, "")]
    bars = sorted((one for one in found if (offset(one) > LAST_RED_RULES) is lower), key=offset)
    assert len(bars) == 2
    return bars


def stretch(anchor: Element, *, wide: int | None = None, high: int | None = None) -> None:
    """Give a shape another size, in EMU."""
    for size in (anchor.find(f"{WP}extent"), *anchor.iter(f"{A}ext")):
        assert size is not None
        if wide:
            size.set("cx", str(wide))
        if high:
            size.set("cy", str(high))


def section(parts: Parts) -> Element:
    """The last section's properties."""
    return list(parts[DOCUMENT].iter(f"{W}sectPr"))[-1]


def margins(parts: Parts, **values: int) -> None:
    """Other page margins, in twips."""
    found = section(parts).find(f"{W}pgMar")
    assert found is not None
    put(found, dict(values))


def table(parts: Parts) -> Element:
    """The table of the attachment."""
    return next(one for one in parts[DOCUMENT].iter(f"{W}tbl") if "序号" in "".join(one.itertext()))


def footers(parts: Parts) -> list[Element]:
    """The paragraphs that print the page number."""
    roots = parts.named(r"word/footer\d*\.xml")
    return [one for root in roots for one in root.iter(f"{W}p") if "PAGE" in "".join(root.itertext())]


def title_lines(parts: Parts, *lines: str) -> None:
    """Another breaking of the title."""
    (title,) = paragraphs(parts[DOCUMENT], r"临淄区人民政府办公室关于印发")
    first, *others = title.findall(f"{W}r")
    for run in others:
        title.remove(run)
    for old in (*first.findall(f"{W}t"), *first.findall(f"{W}br")):
        first.remove(old)
    for number, line in enumerate(lines):
        if number:
            etree.SubElement(first, f"{W}br")
        etree.SubElement(first, f"{W}t").text = line


def retype(root: Element, old: str, new: str) -> None:
    """Put other words for some, wherever they stand in one piece."""
    found = [one for one in root.iter(f"{W}t") if old in (one.text or "")]
    assert found, f"{old} is not there"
    for one in found:
        one.text = (one.text or "").replace(old, new)


def remove_blanks_before(parts: Parts, pattern: str, count: int) -> None:
    """Take away empty lines right above a paragraph."""
    (below,) = paragraphs(parts[DOCUMENT], pattern)
    for _ in range(count):
        above = below.getprevious()
        assert is_empty(above)
        assert above is not None
        parent = above.getparent()
        assert parent is not None
        parent.remove(above)


def signature(parts: Parts) -> tuple[Element, Element]:
    """The paragraphs of the organ and of the date below it."""
    (date,) = paragraphs(parts[DOCUMENT], r"20\d\d年\d+月\d+日$")
    organ = date.getprevious()
    assert organ is not None
    return organ, date


Change = Callable[[Parts], None]


@dataclass(frozen=True)
class Break:
    """A fault and the format of the document it is put into.

    `rule` must turn red; those of `also` cannot but turn red with it, or tell the same from the XML.
    """

    name: str
    format: str
    rule: str
    change: Change
    also: frozenset[str] = frozenset()


BREAKS: list[Break] = []


def breaks(name: str, formats: str, rule: str, also: str = "") -> Callable[[Change], Change]:
    """Enter a fault for each of the formats."""

    def enter(change: Change) -> Change:
        BREAKS.extend(Break(name, one, rule, change, frozenset(also.split())) for one in formats.split())
        return change

    return enter


def items(parts: Parts) -> Iterator[Element]:
    """The paragraphs of the list's items."""
    yield from paragraphs(parts[DOCUMENT], ITEMS)
