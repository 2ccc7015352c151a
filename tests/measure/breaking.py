"""One fault at a time, put into a finished document: each named, with the rule whose row must turn red.

The places are found by their text, not by style names, so that the breaks outlive a change of the templates.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
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


# the page


@breaks("text area 4 mm lower", "letter", "P-02", "P-05 P-03 P-21 P-22 L-07")
def _(parts: Parts) -> None:
    margins(parts, top=2098 + 227)


@breaks("right margin of the items wider", "letter", "P-03", "P-05 P-31")
def _(parts: Parts) -> None:
    for one in items(parts):
        set_paragraph(one, "ind", right=400)


@breaks("items at 26 points a line", "letter", "P-24", "P-05 P-03")
def _(parts: Parts) -> None:
    for one in items(parts):
        set_paragraph(one, "spacing", line=520, lineRule="exact")
        set_paragraph(one, "snapToGrid", val=0)


@breaks("items without condensed spacing", "letter file", "P-05", "P-28")
def _(parts: Parts) -> None:
    for one in items(parts):
        set_runs(one, "spacing", val=0)


@breaks("an item in 14 points", "letter", "P-41", "P-28")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "二、")[0], "sz", val=28)


@breaks("an item in blue", "letter", "P-09")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "二、")[0], "color", val="0000FF")


@breaks("an item in red", "letter", "L-13", "P-09")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "二、")[0], "color", val="FF0000")


@breaks("an item on a new page", "letter file", "P-05", "M-16")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "三、")[0], "pageBreakBefore", val=1)


# the head


@breaks("mark 3 mm higher", "file", "H-07")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "临淄区人民政府办公室文件"):
        set_paragraph(one, "spacing", before=0)


@breaks("mark off the middle", "file", "H-07")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "临淄区人民政府办公室文件"):
        set_paragraph(one, "jc", val="left")


@breaks("black mark", "file letter", "P-09")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "临淄区人民政府办公室(文件)?$")[:2]:
        set_runs(one, "color", val="000000")


@breaks("mark of the letter 3 mm lower", "letter", "L-01", "L-02")
def _(parts: Parts) -> None:
    for one in anchors(parts[DOCUMENT], "临淄区人民政府办公室$"):
        place(one, offset(one) / MM + 3)


@breaks("straight brackets in the number", "file letter", "H-11")
def _(parts: Parts) -> None:
    retype(parts[DOCUMENT], "〔2026〕2", "[2026]2")


@breaks("number at the left", "file", "H-10")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "临政办字〔")[0], "jc", val="left")


@breaks("number of the letter moved left", "letter", "L-07")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "临政办字〔")[0], "tabs")
    (number,) = paragraphs(parts[DOCUMENT], "临政办字〔")
    for one in list(number.iter(f"{W}tab")):
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
    set_paragraph(number, "jc", val="left")


def red_rule(parts: Parts) -> Element:
    """The bottom border of the number, copied into its direct formatting."""
    (number,) = paragraphs(parts[DOCUMENT], "临政办字〔")
    border = child(child(child(number, "pPr", first=True), "pBdr"), "bottom")
    put(border, {"val": "single", "sz": 12, "space": 7, "color": "FF0000"})
    return border


@breaks("red rule indented", "file", "H-14")
def _(parts: Parts) -> None:
    red_rule(parts)
    set_paragraph(paragraphs(parts[DOCUMENT], "临政办字〔")[0], "ind", left=300, right=300)


@breaks("red rule too near", "file", "H-14")
def _(parts: Parts) -> None:
    put(red_rule(parts), {"space": 1})


@breaks("red rule too thin", "file", "H-15")
def _(parts: Parts) -> None:
    put(red_rule(parts), {"sz": 4})


@breaks("red rule in black", "file", "P-09")
def _(parts: Parts) -> None:
    put(red_rule(parts), {"color": "000000"})


@breaks("upper pair with the thin line on top", "letter", "L-02")
def _(parts: Parts) -> None:
    thick, thin = red_bars(parts, lower=False)
    stretch(thick, high=10_800)
    stretch(thin, high=28_800)


@breaks("upper pair 4 mm lower", "letter", "L-02", "L-07")
def _(parts: Parts) -> None:
    for one in red_bars(parts, lower=False):
        place(one, offset(one) / MM + 2)


@breaks("lower pair 4 mm higher", "letter", "L-03")
def _(parts: Parts) -> None:
    for one in red_bars(parts, lower=True):
        place(one, offset(one) / MM - 4)


@breaks("pair as wide as the text", "letter", "L-04")
def _(parts: Parts) -> None:
    for one in red_bars(parts, lower=False):
        stretch(one, wide=156 * MM)


@breaks("a number on page 1 of the letter", "letter", "L-10")
def _(parts: Parts) -> None:
    (first, *_), number = section(parts).findall(f"{W}footerReference"), deepcopy(footers(parts)[0])
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    target = next(one for one in parts["word/_rels/document.xml.rels"] if one.get("Id") == first.get(relation))
    paragraph = next(parts[f"word/{target.get('Target')}"].iter(f"{W}p"))
    paragraph.extend(number.findall(f"{W}r"))
    set_paragraph(paragraph, "ind", right=280, firstLine=0, firstLineChars=0)
    set_paragraph(paragraph, "jc", val="right")


# the title


@breaks("title flush left", "file letter", "M-01")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "临淄区人民政府办公室关于")[0], "jc", val="left")


@breaks("的通知 alone", "letter", "M-07")
def _(parts: Parts) -> None:
    title_lines(parts, "临淄区人民政府办公室", "关于印发2026年为全区妇女儿童办实事", "项目清单", "的通知")


@breaks("year torn", "letter", "M-07")
def _(parts: Parts) -> None:
    title_lines(parts, "临淄区人民政府办公室关于印发2026", "年为全区妇女儿童办实事项目清单的通知")


@breaks("hourglass", "letter", "M-02")
def _(parts: Parts) -> None:
    title_lines(parts, "临淄区人民政府办公室关于印发", "2026年为全区", "妇女儿童办实事项目清单的通知")


@breaks("one empty line above the title less", "file", "M-01")
def _(parts: Parts) -> None:
    remove_blanks_before(parts, "临淄区人民政府办公室关于", 1)


@breaks("one empty line above the letter's title less", "letter", "L-08")
def _(parts: Parts) -> None:
    remove_blanks_before(parts, "临淄区人民政府办公室关于", 1)


# the text


@breaks("no empty line above the addressees", "letter", "M-10")
def _(parts: Parts) -> None:
    remove_blanks_before(parts, "各镇人民政府", 1)


@breaks("addressees indented", "file letter", "M-10")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "各镇人民政府")[0], "ind", firstLineChars=200, firstLine=632)


@breaks("addressees without colon", "letter", "M-10", "P-31")
def _(parts: Parts) -> None:
    retype(parts[DOCUMENT], "有关企事业单位：", "有关企事业单位")


@breaks("first paragraph not indented", "letter", "M-13", "P-31")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "《2026年")[0], "ind", firstLineChars=0, firstLine=0)


@breaks("an item with a hanging indent", "letter", "M-13", "P-31 P-36")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "二、")[0], "ind", left=632, leftChars=200, firstLineChars=0, firstLine=0)


@breaks("lead of an item in the body's face", "letter file", "M-16", "M-15 P-41")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "二、")[0], "rFonts", **face("仿宋_GB2312"))


@breaks("a whole item in 黑体", "letter file", "M-16", "M-15 P-41")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "二、")[0], "rFonts", **face("黑体"))


@breaks("no empty line above the announced attachment", "letter", "M-20")
def _(parts: Parts) -> None:
    remove_blanks_before(parts, "附件：", 1)


@breaks("announced attachment flush left", "letter", "M-20")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "附件：")[0], "ind", left=948, leftChars=0, hanging=948, hangingChars=0)


@breaks("full stop after the announced attachment", "letter", "M-20")
def _(parts: Parts) -> None:
    (announced,) = paragraphs(parts[DOCUMENT], "附件：")
    last = list(announced.iter(f"{W}t"))[-1]
    last.text = f"{last.text}。"


# the signature


@breaks("organ 5 mm off its date", "file letter", "M-30")
def _(parts: Parts) -> None:
    organ, _date = signature(parts)
    set_paragraph(organ, "ind", left=4263 - 600, right=0)


@breaks("organ and date flush right", "letter", "M-30")
def _(parts: Parts) -> None:
    for one in signature(parts):
        set_paragraph(one, "ind", left=6000, right=0)
        set_paragraph(one, "jc", val="right")


@breaks("a zero before the month", "letter", "M-33", "M-30")
def _(parts: Parts) -> None:
    retype(parts[DOCUMENT], "2026年6月22日", "2026年06月22日")


@breaks("one empty line above the signature", "letter", "M-37")
def _(parts: Parts) -> None:
    organ, _date = signature(parts)
    for _number in range(2):
        above = organ.getprevious()
        assert is_empty(above)
        assert above is not None
        parts[DOCUMENT][0].remove(above)


@breaks("signature on a page of its own", "letter", "M-38")
def _(parts: Parts) -> None:
    set_paragraph(signature(parts)[0], "pageBreakBefore", val=1)
    for one in paragraphs(parts[DOCUMENT], "《2026年"):
        set_paragraph(one, "keepNext", val=0)


@breaks("note flush left", "file letter", "M-40", "P-31")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "（此件")[0], "ind", firstLineChars=0, firstLine=0, left=0)


@breaks("empty line above the note", "letter", "M-40")
def _(parts: Parts) -> None:
    (note,) = paragraphs(parts[DOCUMENT], "（此件")
    note.addprevious(etree.Element(f"{W}p"))


# list, attachment, table


@breaks("list on the page of the signature", "letter", "M-23")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "2026年为全区妇女儿童办实事项目清单")[0], "pageBreakBefore", val=0)


@breaks("label of the attachment in the body's face", "letter", "M-51", "P-41")
def _(parts: Parts) -> None:
    set_runs(paragraphs(parts[DOCUMENT], "附件$")[0], "rFonts", **face("仿宋_GB2312"))


@breaks("label with a colon", "letter", "M-54")
def _(parts: Parts) -> None:
    (label,) = paragraphs(parts[DOCUMENT], "附件$")
    list(label.iter(f"{W}t"))[-1].text = "附件："


@breaks("attachment on the page of the text", "letter", "M-50")
def _(parts: Parts) -> None:
    set_paragraph(paragraphs(parts[DOCUMENT], "附件$")[0], "pageBreakBefore", val=0)


@breaks("no empty line below the label", "letter", "M-51")
def _(parts: Parts) -> None:
    (label,) = paragraphs(parts[DOCUMENT], "附件$")
    blank = label.getnext()
    assert is_empty(blank)
    assert blank is not None
    parts[DOCUMENT][0].remove(blank)


@breaks("table 10 mm narrower", "file letter", "T-01")
def _(parts: Parts) -> None:
    found = table(parts)
    columns = list(found.iter(f"{W}gridCol"))
    for one in (*found.iter(f"{W}tblW"), columns[1], *found.findall(f"{W}tr/{W}tc[2]/{W}tcPr/{W}tcW")):
        put(one, {"w": int(one.get(f"{W}w") or 0) - 567})


@breaks("header row not repeated", "file letter", "T-02")
def _(parts: Parts) -> None:
    for one in list(table(parts).iter(f"{W}tblHeader")):
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


@breaks("a row that goes on over the page", "file letter", "T-02")
def _(parts: Parts) -> None:
    found = table(parts)
    for one in list(found.iter(f"{W}cantSplit")):
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
    row = next(one for one in found.iter(f"{W}tr") if own_text(next(one.iter(f"{W}p"))) == "8")
    cell = row.findall(f"{W}tc")[3]
    (paragraph,) = cell.findall(f"{W}p")
    for _number in range(14):
        copy = deepcopy(paragraph)
        for run in copy.findall(f"{W}r"):
            etree.SubElement(run, f"{W}t").text = "已完成"
        cell.append(copy)


# the 版记


@breaks("版记 in the middle of the page", "file", "B-02", "B-12")
def _(parts: Parts) -> None:
    for one in anchors(parts[DOCUMENT], "抄送："):
        place(one, 200)


@breaks("copies of the letter in the middle of the page", "letter", "L-12", "B-12")
def _(parts: Parts) -> None:
    for one in anchors(parts[DOCUMENT], "抄送："):
        place(one, 200)


def imprint_tables(parts: Parts) -> list[Element]:
    """The table of the 版记, in the box and in its fallback."""
    found = [one for one in parts[DOCUMENT].iter(f"{W}tbl") if "抄送：" in "".join(one.itertext())]
    assert found
    return found


@breaks("hairlines in the 版记", "file", "B-01", "B-03")
def _(parts: Parts) -> None:
    for one in imprint_tables(parts):
        borders = child(child(one, "tblPr"), "tblBorders")
        for side in ("top", "bottom"):
            put(child(borders, side), {"val": "single", "sz": 2, "space": 0, "color": "000000"})


@breaks("no rule between copies and printing", "file", "B-01", "B-03")
def _(parts: Parts) -> None:
    for one in imprint_tables(parts):
        put(child(child(child(one, "tblPr"), "tblBorders"), "insideH"), {"val": "nil"})


@breaks("copies in 16 points", "file letter", "P-41")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "抄送："):
        set_runs(one, "sz", val=32)


@breaks("copies flush left", "file letter", "B-04")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "抄送："):
        set_paragraph(one, "ind", left=840, hanging=840, right=280, leftChars=0, hangingChars=0)


@breaks("copies going on under their label", "file letter", "B-04")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "抄送："):
        set_paragraph(one, "ind", left=280, hanging=0, firstLine=0, right=280, leftChars=0, hangingChars=0)


@breaks("copies without full stop", "letter", "B-04")
def _(parts: Parts) -> None:
    retype(parts[DOCUMENT], "各群众团体。", "各群众团体")


@breaks("printing line flush left", "file", "B-07")
def _(parts: Parts) -> None:
    for one in paragraphs(parts[DOCUMENT], "临淄区人民政府办公室20.*印发"):
        set_paragraph(one, "ind", left=0, leftChars=0)


# the page numbers


@breaks("numbers 7 mm lower", "file letter", "N-02", "P-21 N-04")
def _(parts: Parts) -> None:
    margins(parts, footer=1000)


@breaks("hyphens about the number", "file", "N-01")
def _(parts: Parts) -> None:
    for one in footers(parts):
        for text in one.iter(f"{W}t"):
            text.text = (text.text or "").replace("—", "-")


@breaks("numbers centred", "file letter", "N-03")
def _(parts: Parts) -> None:
    for one in footers(parts):
        set_paragraph(one, "jc", val="center")


@breaks("numbers in 10 points", "file", "P-41", "N-02")
def _(parts: Parts) -> None:
    for one in footers(parts):
        set_runs(one, "sz", val=21)


@breaks("numbers from 3", "file", "M-53")
def _(parts: Parts) -> None:
    put(child(section(parts), "pgNumType"), {"start": 3})


@breaks("no numbers", "file", "N-01", "N-04")
def _(parts: Parts) -> None:
    for one in footers(parts):
        for run in one.findall(f"{W}r"):
            one.remove(run)
