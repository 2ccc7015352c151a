"""Measures that follow from the texts, set in the document's styles: mark, signature, 版记 (twips).

A style that an office's own template has not is passed over: then the office's layout stands.
"""

from collections.abc import Iterable

from docx.document import Document

from drafter.model.notice import Format
from drafter.render import named_styles, shapes
from drafter.render.mark import Mark
from drafter.render.named_styles import Style
from drafter.render.settings import Settings
from drafter.text.lines import width, wrap

_CHARACTER = 316
_CHARACTERS = 28
_TEXT_WIDTH = 8845
_LINE = 579
_FILE_MARK = 1984 - 3 * _LINE  # 35 mm below the text area's top, less the three lines above (spec H-07)
_LETTER_MARK = 1701  # 30 mm below the sheet's edge (spec L-01)
_INK_BELOW_TOP = 2.4  # of a line 1.2 times the type size, twips a point (spec H-18)
_MARK_LINE = 24
_MARK_INK = 19.2
_RULE_GAP = 227  # 4 mm from the mark's ink to the double rule (spec L-02)
_LINE_GAP = 74  # from the upper line of the double rule to the lower one (spec L-05)
_NUMBER_LINE = 180  # from its top to the line of the number, whose ink then is 4.94 mm below (spec L-07)
_RULE_BELOW = 180  # the red rule with its distance from the number (spec H-14)
_IMPRINT_LINE = 500
_COPIES_FIRST, _COPIES_FURTHER = 29.5, 26.5  # 四号 characters between the indents of 抄送 (spec B-04)
_TOP, _FOOT = 2098, 16838 - 1984
_IMPRINT, _BORDERS = "版记", 60


def fit_mark(styles: dict[str, Style], mark: Mark) -> None:
    """The size of the mark, and in 文件格式 its distance from the lines above (spec H-07, H-17)."""
    if "发文机关标志" in styles:
        style = styles["发文机关标志"]
        before = round(_FILE_MARK - _INK_BELOW_TOP * mark.points)
        named_styles.set_size(style, round(mark.points * 2), mark.scale)
        named_styles.set_paragraph(style, "spacing", line=round(mark.points * _MARK_LINE))
        if "双线下空" not in styles:
            named_styles.set_paragraph(style, "spacing", before=before)


def fit_letterhead(document: Document, styles: dict[str, Style], mark: Mark) -> None:
    """The places of mark and double rule in a letter's header, and of the first line below them."""
    rule = _double_rule(mark)
    shapes.move(document, "发文机关标志", top=round(_LETTER_MARK - _INK_BELOW_TOP * mark.points))
    shapes.move(document, "红色双线1", top=rule)
    shapes.move(document, "红色双线2", top=rule + _LINE_GAP)
    if "双线下空" in styles:
        named_styles.set_paragraph(styles["双线下空"], "spacing", line=rule + _NUMBER_LINE - _TOP)


def head_end(in_format: Format, mark: Mark) -> int:
    """Where the line of the number ends, from the edge of the sheet: what the measures above add up to."""
    if in_format is Format.FILE:
        lines = 3 + 2 + 1  # above the mark, below it, the number itself
        before = _FILE_MARK - _INK_BELOW_TOP * mark.points
        return round(_TOP + lines * _LINE + before + _MARK_LINE * mark.points + _RULE_BELOW)
    return round(_double_rule(mark) + _NUMBER_LINE + _LINE)


def _double_rule(mark: Mark) -> int:
    """Where a letter's double rule begins, from the edge of the sheet."""
    return round(_LETTER_MARK + _MARK_INK * mark.points + _RULE_GAP)


def fit_signature(styles: dict[str, Style], organ: str, date: str, settings: Settings) -> None:
    """With room for a seal the organ centred on the date, 4 characters from the right; else 2 (spec M-30…M-36)."""
    names = ("署名", "成文日期")
    if any(name not in styles for name in names):
        return
    wide, day = width(organ), width(date)
    if settings.seal:
        region = min(_CHARACTERS, max(2 * (4 + day / 2), wide))
        lefts = [_TEXT_WIDTH - region * _CHARACTER] * 2
    else:
        first = _CHARACTERS - 2 - wide if wide >= day else _CHARACTERS - 4 - day
        lefts = [first * _CHARACTER, (first + 2) * _CHARACTER]
    for name, left in zip(names, lefts, strict=True):
        named_styles.set_paragraph(styles[name], "ind", left=max(0, round(left)))
        named_styles.set_paragraph(styles[name], "jc", val="center" if settings.seal else "left")


def fit_imprint(document: Document, styles: dict[str, Style], texts: Iterable[str], layout: Format) -> int:
    """The height of the 版记 with 主送 and 抄送, and as much room for it at the end of the text (spec B-12)."""
    lines = sum(len(wrap(text, _COPIES_FIRST, _COPIES_FURTHER)) for text in texts if text)
    height = (lines + (layout is Format.FILE)) * _IMPRINT_LINE + _BORDERS
    if "版记位置" in styles:
        named_styles.set_paragraph(styles["版记位置"], "spacing", line=height)
        shapes.resize(document, _IMPRINT, height=height)
    return height


def lift_imprint(document: Document, height: int) -> None:
    """Place the 版记 from the top of the sheet: LibreOffice puts a box at the foot too low on a page of its own."""
    shapes.move(document, _IMPRINT, top=_FOOT - height)
