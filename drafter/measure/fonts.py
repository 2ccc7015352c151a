"""Which faces a document names, and which ones its pages were printed with (P-43)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter import office
from drafter.measure import formatting, xml_rules_package, xml_rules_text
from drafter.measure.pages import MM, Glyph, Page, most_common
from drafter.model.results import Element

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_LONGEST = 8  # characters of a run looked for on the pages
_NEAR_EM = 0.03
_MOST = 0.95
_TTC_NAME = re.compile(r"(CJK)[a-z]{2}(?=-|$)|-VKana$")
_BODY, _LEADS = re.compile(r".*仿宋|FangSong"), re.compile(r".*(?:黑体|楷体)|SimHei|KaiTi")
_BY_FACE = ("M-15", "M-16", "M-51")
_REGION = re.compile(r"(?<=CJK) [A-Z]{2}$")
_PLAIN = re.compile(r"[^0-9a-z\u4e00-\u9fff]")

StandIns = tuple[tuple[str, str], ...]


def find_stand_ins(path: Path, pages: Sequence[Page]) -> StandIns:
    """Each Chinese face that a .docx names with the one printed for it, where that is another."""
    glyphs = [one for page in pages for line in page.lines for one in line.inked]
    printed = "".join(one.char for one in glyphs)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    begin = 0  # like words stand in several places: the next one in the order of the text is meant
    for face, text in _named(path):
        at = next(filter(lambda found: found >= 0, (printed.find(text, begin), printed.find(text))), None)
        if at is not None:
            seen[face][glyphs[at].font] += 1
            begin = at + 1
    used = {face: fonts.most_common(1)[0][0] for face, fonts in seen.items()}
    return tuple((face, _readable(font)) for face, font in sorted(used.items()) if not _is_same(face, font))


def judge(stand_ins: StandIns, pages: Sequence[Page]) -> list[Element]:
    """A row that tells what stood in for what, and whether it is as wide; none where every face was there."""
    if not stand_ins:
        return []
    wide = _has_right_widths([glyph for page in pages for line in page.lines for glyph in line.inked])
    count = "字宽与原字体相同，行数、字数可信" if wide else "字宽与原字体不同，行数、字数只供参考"
    told = "、".join(f"{face}→{font}" for face, font in stand_ins)
    return [Element(rule="P-43", name="代用字体", expected="文中所用字体都已安装", got=f"{told}（{count}）")]


def without_blind_verdicts(rows: Sequence[Element], stand_ins: StandIns) -> list[Element]:
    """The rows, those that tell faces apart left unjudged where one stand-in printed the body and the leads alike."""
    plain = {font for face, font in stand_ins if _BODY.match(face)}
    leads = {font for face, font in stand_ins if _LEADS.match(face)}
    if not plain & leads:
        return list(rows)
    told = {"got": "几种字体由同一种字体代用，看不出", "ok": None}
    return [row.replaced(**told) if row.rule in _BY_FACE and "字体" in row.name else row for row in rows]


def _named(path: Path) -> Iterator[tuple[str, str]]:
    """The Chinese face of each run with a piece of its text."""
    document = xml_rules_text.document(xml_rules_package.opened(path))
    for paragraph in document.flow:
        for run in paragraph.runs:
            face = formatting.face(run.format, "eastAsia")
            found = _HAN.search(run.text)
            if face and found and not formatting.is_theme(face):
                yield face, found[0][:_LONGEST]


def _is_same(face: str, font: str) -> bool:
    """Whether a name in a PDF is that of the face, under any of the names that it goes by."""
    names = next((row.names for row in office.font_map() if face in row.names), (face,))
    printed = _plain(_readable(font))
    return any(printed.startswith(_plain(_REGION.sub("", name))) for name in names)


def _plain(name: str) -> str:
    return _PLAIN.sub("", name.lower())


def _readable(font: str) -> str:
    """A name without the marks that a font collection leaves in it."""
    return _TTC_NAME.sub(lambda found: found[1] or "", font.removesuffix("-VKana"))


def _has_right_widths(glyphs: Sequence[Glyph]) -> bool:
    """Whether in the face of most of the text 汉字 are one em wide and digits half an em."""
    face = most_common(one.font for one in glyphs)
    fits: list[bool] = []
    for one in glyphs:
        em = one.advance / (one.size * MM)
        if one.font == face and "\u4e00" <= one.char <= "\u9fff":
            fits.append(abs(em - 1) < _NEAR_EM)
        elif one.font == face and one.char.isascii() and one.char.isdigit():
            fits.append(abs(em - 1 / 2) < _NEAR_EM)
    return sum(fits) >= _MOST * len(fits)
