"""Faces, sizes, colours and marks of characters spoilt, each by a function of the name that cases give."""

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

from tests.check.spoiling import body, put, texts


def loose_letters(document: Document) -> None:
    """Letters two points apart."""
    for run in body(document):
        put(run._r.get_or_add_rPr(), "w:spacing", val="40")


def _in_face(run: Run, face: str) -> None:
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(key), face)


def song_text(document: Document) -> None:
    """The text in 宋体."""
    for run in body(document):
        _in_face(run, "宋体")


def black_title(document: Document) -> None:
    """The title in 黑体."""
    for run in texts(document):
        if "关于印发" in run.text or "项目清单的通知" in run.text:
            _in_face(run, "黑体")


def small_text(document: Document) -> None:
    """The text in 小四."""
    for run in body(document):
        run.font.size = Pt(12)


def figures_in_arial(document: Document) -> None:
    """The Latin letters of one paragraph in Arial."""
    fonts = body(document)[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Arial")
    fonts.set(qn("w:hAnsi"), "Arial")


def theme_faces(document: Document) -> None:
    """The text in the faces of the theme."""
    for run in body(document):
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")


def no_hints(document: Document) -> None:
    """Quotes without the hint that they are Chinese."""
    for fonts in document.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:hint"), None)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:hint"), None)


def bold_items(document: Document) -> None:
    """Items in bold."""
    for run in body(document):
        run.font.bold = True


def slanted(document: Document) -> None:
    """A paragraph in italics."""
    body(document)[0].font.italic = True


def underlined(document: Document) -> None:
    """A paragraph underlined."""
    body(document)[0].font.underline = True


def blue_text(document: Document) -> None:
    """The text in blue."""
    for run in body(document):
        run.font.color.rgb = RGBColor(0, 0, 0xFF)


def shaded(document: Document) -> None:
    """A paragraph on a grey ground."""
    put(body(document)[0]._r.get_or_add_rPr(), "w:shd", val="clear", fill="D9D9D9")


def red_sentence(document: Document) -> None:
    """A sentence in red."""
    body(document)[-1].font.color.rgb = RGBColor(0xFF, 0, 0)


def hidden_words(document: Document) -> None:
    """Hidden text."""
    body(document)[0].font.hidden = True


def highlighted(document: Document) -> None:
    """Text marked yellow."""
    body(document)[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


def figures_in_arial_of_table(document: Document) -> None:
    """The Latin letters of the title on the table in Arial."""
    for run in texts(document):
        if "进展情况" in run.text:
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:ascii"), "Arial")
            fonts.set(qn("w:hAnsi"), "Arial")


def figures_in_roman(document: Document) -> None:
    """The Latin letters of one paragraph alone in Times New Roman."""
    fonts = body(document)[-1]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")


def theme_of_title(document: Document) -> None:
    """The title in the faces of the theme."""
    fonts = texts(document)[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:asciiTheme"), "majorHAnsi")


def theme_of_style(document: Document) -> None:
    """Latin letters of the text in the faces of the theme."""
    for run in body(document):
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsiTheme"), "minorHAnsi")


def _without_hint(runs: list[Run]) -> None:
    for run in runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "default")


def no_hint_in_list(document: Document) -> None:
    """Quotes of one paragraph without the hint."""
    _without_hint([run for run in texts(document) if "“" in run.text])


def no_hint_of_dash(document: Document) -> None:
    """Dashes without the hint."""
    _without_hint([run for run in texts(document) if "—" in run.text])


def struck_through(document: Document) -> None:
    """Words that were struck through, not deleted."""
    body(document)[0].font.strike = True


def struck_twice(document: Document) -> None:
    """Words struck through with two lines."""
    body(document)[0].font.double_strike = True
