"""Word files for the cases of the layout rules, each made by a function of its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter import render
from drafter.model.notice import Notice
from drafter.render import Templates
from tests.conftest import ROOT

_MAKERS: dict[str, Callable[[DocumentType], object]] = {}


def maker(function: Callable[[DocumentType], object]) -> Callable[[DocumentType], object]:
    """Enter a function that spoils a document of our own under its name."""
    _MAKERS[function.__name__] = function
    return function


def make(name: str, clean: Notice, folder: Path) -> Path:
    """The Word file of a name: our own rendering of a clean notice, spoilt by the function of that name."""
    path = folder / f"{name}.docx"
    render.docx(clean, Templates((ROOT / "templates",))).save(path)
    document = Document(str(path))
    _MAKERS[name](document)
    document.save(str(path))
    return path


@maker
def own(document: DocumentType) -> None:
    """As our own templates make it."""


@maker
def margins_of_word(document: DocumentType) -> None:
    """The margins that Word gives a new document."""
    for section in document.sections:
        section.top_margin, section.left_margin = Mm(25.4), Mm(31.8)


@maker
def letter_paper(document: DocumentType) -> None:
    """American letter paper."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(215.9), Mm(279.4)


@maker
def half_size(document: DocumentType) -> None:
    """A5."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(148), Mm(210)


def _texts(document: DocumentType) -> list[Run]:
    """The runs with text of the body."""
    return [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]


def _body(document: DocumentType) -> list[Run]:
    """The runs that hold whole sentences."""
    return [run for run in _texts(document) if "。" in run.text]


def _sentences(document: DocumentType) -> list[Paragraph]:
    """The paragraphs that hold whole sentences."""
    return [paragraph for paragraph in document.paragraphs if "。" in paragraph.text]


@maker
def line_and_a_half(document: DocumentType) -> None:
    """Lines of one and a half in the text."""
    for paragraph in _sentences(document):
        paragraph.paragraph_format.line_spacing = 1.5


@maker
def no_grid(document: DocumentType) -> None:
    """No grid of lines."""
    for section in document.sections:
        for grid in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(grid)


@maker
def loose_letters(document: DocumentType) -> None:
    """Letters two points apart."""
    for run in _body(document):
        _put(run._r.get_or_add_rPr(), "w:spacing", val="40")


def _put(parent: Any, name: str, **values: str) -> None:
    """Append an element of Word's to another."""
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _in_face(run: Run, face: str) -> None:
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(key), face)


@maker
def song_text(document: DocumentType) -> None:
    """The text in 宋体."""
    for run in _body(document):
        _in_face(run, "宋体")


@maker
def black_title(document: DocumentType) -> None:
    """The title in 黑体."""
    for run in _texts(document):
        if "关于印发" in run.text or "项目清单的通知" in run.text:
            _in_face(run, "黑体")


@maker
def small_text(document: DocumentType) -> None:
    """The text in 小四."""
    for run in _body(document):
        run.font.size = Pt(12)


@maker
def figures_in_arial(document: DocumentType) -> None:
    """The Latin letters of one paragraph in Arial."""
    fonts = _body(document)[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Arial")
    fonts.set(qn("w:hAnsi"), "Arial")


@maker
def theme_faces(document: DocumentType) -> None:
    """The text in the faces of the theme."""
    for run in _body(document):
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")


@maker
def no_hints(document: DocumentType) -> None:
    """Quotes without the hint that they are Chinese."""
    for fonts in document.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:hint"), None)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:hint"), None)


@maker
def bold_items(document: DocumentType) -> None:
    """Items in bold."""
    for run in _body(document):
        run.font.bold = True


@maker
def slanted(document: DocumentType) -> None:
    """A paragraph in italics."""
    _body(document)[0].font.italic = True


@maker
def underlined(document: DocumentType) -> None:
    """A paragraph underlined."""
    _body(document)[0].font.underline = True


@maker
def blue_text(document: DocumentType) -> None:
    """The text in blue."""
    for run in _body(document):
        run.font.color.rgb = RGBColor(0, 0, 0xFF)


@maker
def shaded(document: DocumentType) -> None:
    """A paragraph on a grey ground."""
    _put(_body(document)[0]._r.get_or_add_rPr(), "w:shd", val="clear", fill="D9D9D9")


@maker
def red_sentence(document: DocumentType) -> None:
    """A sentence in red."""
    _body(document)[-1].font.color.rgb = RGBColor(0xFF, 0, 0)


@maker
def page_of_pages(document: DocumentType) -> None:
    """A foot of one's own."""
    for section in document.sections:
        for foot in (section.footer, section.even_page_footer):
            for paragraph in foot.paragraphs:
                paragraph.text = "第1页 共8页"


@maker
def no_numbers(document: DocumentType) -> None:
    """Feet without a number."""
    for section in document.sections:
        for foot in (section.footer, section.even_page_footer):
            for paragraph in foot.paragraphs:
                paragraph.text = ""


@maker
def head_line(document: DocumentType) -> None:
    """A running head."""
    for section in document.sections:
        section.header.paragraphs[0].text = "内部资料"


@maker
def no_indent(document: DocumentType) -> None:
    """Paragraphs that begin at the margin."""
    for paragraph in _sentences(document):
        indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
        for name in ("w:firstLine", "w:firstLineChars"):
            indent.set(qn(name), "0")


@maker
def flush_left(document: DocumentType) -> None:
    """Paragraphs with a ragged right edge."""
    for paragraph in _sentences(document):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


@maker
def empty_paragraphs(document: DocumentType) -> None:
    """Six empty paragraphs before the text."""
    first = _sentences(document)[0]
    for _ in range(6):
        first.insert_paragraph_before("")


@maker
def numbered_by_word(document: DocumentType) -> None:
    """Items numbered by Word."""
    for paragraph in _sentences(document):
        _put(paragraph._p.get_or_add_pPr(), "w:numPr")
        for number in paragraph._p.iter(qn("w:numPr")):
            _put(number, "w:ilvl", val="0")
            _put(number, "w:numId", val="1")


@maker
def kept_with_next(document: DocumentType) -> None:
    """Items that hang on the next paragraph."""
    for paragraph in _sentences(document):
        paragraph.paragraph_format.keep_with_next = True


@maker
def outline_level(document: DocumentType) -> None:
    """Items as headings of an outline."""
    for paragraph in _sentences(document):
        _put(paragraph._p.get_or_add_pPr(), "w:outlineLvl", val="0")


@maker
def head_once(document: DocumentType) -> None:
    """A table whose head is not repeated."""
    for head in list(document.element.iter(qn("w:tblHeader"))):
        head.getparent().remove(head)


@maker
def rows_broken(document: DocumentType) -> None:
    """Rows that may break across pages."""
    for mark in list(document.element.iter(qn("w:cantSplit"))):
        mark.getparent().remove(mark)


@maker
def fitted_columns(document: DocumentType) -> None:
    """Columns as wide as what is in them."""
    for table in document.tables:
        table.autofit = True


@maker
def commented(document: DocumentType) -> None:
    """A comment."""
    document.add_comment(_body(document)[0], text="这里请再核一下", author="张三")


@maker
def hidden_words(document: DocumentType) -> None:
    """Hidden text."""
    _body(document)[0].font.hidden = True


@maker
def highlighted(document: DocumentType) -> None:
    """Text marked yellow."""
    _body(document)[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


@maker
def with_author(document: DocumentType) -> None:
    """The name of an author in the properties."""
    document.core_properties.author = "张三"


@maker
def placeholder(document: DocumentType) -> None:
    """Something left to fill in."""
    _body(document)[0].text += "联系人：××。"


@maker
def figures_in_arial_of_table(document: DocumentType) -> None:
    """The Latin letters of the title on the table in Arial."""
    for run in _texts(document):
        if "进展情况" in run.text:
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:ascii"), "Arial")
            fonts.set(qn("w:hAnsi"), "Arial")


@maker
def figures_in_roman(document: DocumentType) -> None:
    """The Latin letters of one paragraph alone in Times New Roman."""
    fonts = _body(document)[-1]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")


@maker
def theme_of_title(document: DocumentType) -> None:
    """The title in the faces of the theme."""
    fonts = _texts(document)[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:asciiTheme"), "majorHAnsi")


@maker
def theme_of_style(document: DocumentType) -> None:
    """Latin letters of the text in the faces of the theme."""
    for run in _body(document):
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsiTheme"), "minorHAnsi")


def _without_hint(runs: list[Run]) -> None:
    for run in runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "default")


@maker
def no_hint_in_list(document: DocumentType) -> None:
    """Quotes of one paragraph without the hint."""
    _without_hint([run for run in _texts(document) if "“" in run.text])


@maker
def no_hint_of_dash(document: DocumentType) -> None:
    """Dashes without the hint."""
    _without_hint([run for run in _texts(document) if "—" in run.text])


def _title_in_lines(document: DocumentType, *lines: str) -> None:
    """The title set in these lines."""
    title = next(one for one in document.paragraphs if one.style is not None and one.style.name == "公文标题")
    title.runs[0].text = "\n".join(lines)
    for run in title.runs[1:]:
        run.text = ""


@maker
def title_leaves_notice_alone(document: DocumentType) -> None:
    """A last line that holds 通知 alone."""
    _title_in_lines(document, "博山区人民政府办公室", "关于2026年为全区妇女儿童办好三件实事的", "通知")


@maker
def title_tears_a_word(document: DocumentType) -> None:
    """A word that goes on in the next line."""
    _title_in_lines(document, "博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事项目清", "单的通知")


@maker
def title_line_begins_with_de(document: DocumentType) -> None:
    """A line that begins with 的."""
    _title_in_lines(document, "博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事项目清单", "的通知书稿")


@maker
def struck_through(document: DocumentType) -> None:
    """Words that were struck through, not deleted."""
    _body(document)[0].font.strike = True


@maker
def struck_twice(document: DocumentType) -> None:
    """Words struck through with two lines."""
    _body(document)[0].font.double_strike = True


@maker
def gap_between_items(document: DocumentType) -> None:
    """An empty paragraph between two items."""
    _sentences(document)[-2].insert_paragraph_before("")
