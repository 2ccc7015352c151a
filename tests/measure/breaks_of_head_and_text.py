"""Faults of the page, the head, the title and the text, one at a time."""

from copy import deepcopy

from tests.measure.breaking import (
    DOCUMENT,
    MM,
    Element,
    Parts,
    W,
    anchors,
    breaks,
    child,
    face,
    footers,
    items,
    margins,
    offset,
    paragraphs,
    place,
    put,
    red_bars,
    remove_blanks_before,
    retype,
    section,
    set_paragraph,
    set_runs,
    stretch,
    title_lines,
)

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


@breaks("a word of the title torn", "letter file", "M-07")
def _(parts: Parts) -> None:
    title_lines(parts, "临淄区人民政府办公室", "关于印发2026年为全区妇女儿", "童办实事项目清单的通知")


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
