"""Sheets, feet, paragraphs, titles, tables and what is left in a file spoilt, each by a function of its name."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.check.spoiling import body, put, sentences


def own(document: Document) -> None:
    """As our own templates make it."""


def margins_of_word(document: Document) -> None:
    """The margins that Word gives a new document."""
    for section in document.sections:
        section.top_margin, section.left_margin = Mm(25.4), Mm(31.8)


def letter_paper(document: Document) -> None:
    """American letter paper."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(215.9), Mm(279.4)


def half_size(document: Document) -> None:
    """A5."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(148), Mm(210)


def line_and_a_half(document: Document) -> None:
    """Lines of one and a half in the text."""
    for paragraph in sentences(document):
        paragraph.paragraph_format.line_spacing = 1.5


def no_grid(document: Document) -> None:
    """No grid of lines."""
    for section in document.sections:
        for grid in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(grid)


def page_of_pages(document: Document) -> None:
    """A foot of one's own."""
    for section in document.sections:
        for foot in (section.footer, section.even_page_footer):
            for paragraph in foot.paragraphs:
                paragraph.text = "第1页 共8页"


def no_numbers(document: Document) -> None:
    """Feet without a number."""
    for section in document.sections:
        for foot in (section.footer, section.even_page_footer):
            for paragraph in foot.paragraphs:
                paragraph.text = ""


def head_line(document: Document) -> None:
    """A running head."""
    for section in document.sections:
        section.header.paragraphs[0].text = "内部资料"


def no_indent(document: Document) -> None:
    """Paragraphs that begin at the margin."""
    for paragraph in sentences(document):
        indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
        for name in ("w:firstLine", "w:firstLineChars"):
            indent.set(qn(name), "0")


def flush_left(document: Document) -> None:
    """Paragraphs with a ragged right edge."""
    for paragraph in sentences(document):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def empty_paragraphs(document: Document) -> None:
    """Six empty paragraphs before the text."""
    first = sentences(document)[0]
    for _ in range(6):
        first.insert_paragraph_before("")


def numbered_by_word(document: Document) -> None:
    """Items numbered by Word."""
    for paragraph in sentences(document):
        put(paragraph._p.get_or_add_pPr(), "w:numPr")
        for number in paragraph._p.iter(qn("w:numPr")):
            put(number, "w:ilvl", val="0")
            put(number, "w:numId", val="1")


def kept_with_next(document: Document) -> None:
    """Items that hang on the next paragraph."""
    for paragraph in sentences(document):
        paragraph.paragraph_format.keep_with_next = True


def outline_level(document: Document) -> None:
    """Items as headings of an outline."""
    for paragraph in sentences(document):
        put(paragraph._p.get_or_add_pPr(), "w:outlineLvl", val="0")


def head_once(document: Document) -> None:
    """A table whose head is not repeated."""
    for head in list(document.element.iter(qn("w:tblHeader"))):
        head.getparent().remove(head)


def rows_broken(document: Document) -> None:
    """Rows that may break across pages."""
    for mark in list(document.element.iter(qn("w:cantSplit"))):
        mark.getparent().remove(mark)


def fitted_columns(document: Document) -> None:
    """Columns as wide as what is in them."""
    for table in document.tables:
        table.autofit = True


def commented(document: Document) -> None:
    """A comment."""
    document.add_comment(body(document)[0], text="这里请再核一下", author="张三")


def with_author(document: Document) -> None:
    """The name of an author in the properties."""
    document.core_properties.author = "张三"


def placeholder(document: Document) -> None:
    """Something left to fill in."""
    body(document)[0].text += "联系人：××。"


def _title_in_lines(document: Document, *lines: str) -> None:
    """The title set in these lines."""
    title = next(one for one in document.paragraphs if one.style is not None and one.style.name == "公文标题")
    title.runs[0].text = "\n".join(lines)
    for run in title.runs[1:]:
        run.text = ""


def title_leaves_notice_alone(document: Document) -> None:
    """A last line that holds 通知 alone."""
    _title_in_lines(document, "博山区人民政府办公室", "关于2026年为全区妇女儿童办好三件实事的", "通知")


def title_tears_a_word(document: Document) -> None:
    """A word that goes on in the next line."""
    _title_in_lines(document, "博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事项目清", "单的通知")


def title_line_begins_with_de(document: Document) -> None:
    """A line that begins with 的."""
    _title_in_lines(document, "博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事项目清单", "的通知书稿")


def gap_between_items(document: Document) -> None:
    """An empty paragraph between two items."""
    sentences(document)[-2].insert_paragraph_before("")
