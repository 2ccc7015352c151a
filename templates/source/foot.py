"""版记 at the foot of the last page, page numbers (spec chapter 4)."""

from source.drawings import text_box
from source.page import HEAD, SMALL_CHARACTER, SPACES, TEXT_WIDTH
from source.paragraphs import field, paragraph, tab, when
from source.styles import IMPRINT_LINE


def file_imprint() -> str:
    """抄送 and 印发 between three rules, in a text box (spec B-01…B-07)."""
    rows = (
        _row_tag("{%tr if imprint_recipients or copies_to %}")
        + _row(_addressed())
        + _row_tag("{%tr endif %}")
        + _row(paragraph("ImprintLine", "{{ imprint_organ }}", tab(), "{{ imprint_date }}"))
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Imprint"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid>{rows}</w:tbl>'
    )
    box = text_box("版记", 10, table + paragraph("BoxEnd"), height=2 * IMPRINT_LINE)
    return paragraph("ImprintPlace", box)


def letter_imprint() -> str:
    """抄送 alone, without rules (spec L-12)."""
    box = text_box("版记", 10, _addressed(), height=IMPRINT_LINE)
    return when("imprint_recipients or copies_to", paragraph("ImprintPlace", box))


def _addressed() -> str:
    """主送 where the first page has no room for it, above 抄送 and without a rule between them (spec B-06)."""
    return "".join(
        when(name, paragraph("CopiesTo", "{{ " + name + " }}")) for name in ("imprint_recipients", "copies_to")
    )


def _cell(inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def _row(inner: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(inner)}</w:tr>"


def _row_tag(text: str) -> str:
    return f"<w:tr>{_cell(paragraph('CopiesTo', text))}</w:tr>"


def odd_footer() -> str:
    """The number of an odd page: right, one character in (spec N-03)."""
    return _footer("right", f'w:right="{SMALL_CHARACTER}"')


def even_footer() -> str:
    """The number of an even page: left, one character in."""
    return _footer("left", f'w:left="{SMALL_CHARACTER}"')


def _footer(side: str, indent: str) -> str:
    """— 1 — in a footer."""
    properties = f'<w:pPr><w:pStyle w:val="PageNumber"/><w:ind {indent}/><w:jc w:val="{side}"/></w:pPr>'
    number = paragraph("PageNumber", "— ", field("PAGE", "1"), " —").replace(
        '<w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>', properties
    )
    return f"{HEAD}<w:ftr {SPACES}>{number}</w:ftr>"
