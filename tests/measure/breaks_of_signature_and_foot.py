"""Faults of the signature, the attachments, the tables, the 版记 and the page numbers, one at a time."""

from copy import deepcopy

from lxml import etree

from tests.measure.breaking import (
    DOCUMENT,
    Element,
    Parts,
    W,
    anchors,
    breaks,
    child,
    face,
    footers,
    is_empty,
    margins,
    own_text,
    paragraphs,
    place,
    put,
    retype,
    section,
    set_paragraph,
    set_runs,
    signature,
    table,
)

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


@breaks("another name in the announced attachment", "letter file", "M-51")
def _(parts: Parts) -> None:
    (announced,) = paragraphs(parts[DOCUMENT], "附件：")
    retype(announced, "进展情况", "进展一览")


@breaks("no word behind the date of printing", "file", "B-07", "B-04 B-01")
def _(parts: Parts) -> None:
    retype(parts[DOCUMENT], "日印发", "日")
