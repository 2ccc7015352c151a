"""征集事项比对表 on landscape pages: each wish, what was done before, what to do with it and why."""

from source.forms import cell, form_table, heads, row, row_tag, section
from source.page import LANDSCAPE_WIDTH
from source.paragraphs import paragraph
from source.styles import CENTRED, FLUSH, indent, line, size, style

_SMALL, _SMALL_LINE = 21, 300  # 五号, so that forty wishes take few pages
_WIDTHS = (600, 2500, 1300, 3500, 1800, LANDSCAPE_WIDTH - 600 - 2500 - 1300 - 3500 - 1800)


def wish_styles() -> str:
    """The texts of the table are set flush left: columns so narrow cannot be justified."""
    small = '<w:spacing w:val="0"/>' + size(_SMALL)
    return "".join(
        (
            style("WishText", "比对表内容", paragraph=line(_SMALL_LINE) + indent() + FLUSH, run=small),
            style("WishNumber", "比对表序号", based_on="WishText", paragraph=CENTRED),
        )
    )


def wish_table_body() -> str:
    """The table below its title and a sentence that sums it up."""
    names = ("number", "wish", "unit", "past", "advice", "reason")
    styles = ("WishNumber", *("WishText",) * (len(names) - 1))
    cells = (
        cell(paragraph(style_id, "{{ row." + name + " }}"), width, place="top")
        for style_id, name, width in zip(styles, names, _WIDTHS, strict=True)
    )
    return "".join(
        (
            paragraph("NoticeTitle", "{{ title }}"),
            paragraph("SheetGap"),
            paragraph("SheetText", "{{ lead_in }}"),
            paragraph("SheetGap"),
            form_table(
                _WIDTHS,
                section("逐条比对", _WIDTHS),
                heads(("序号", "征集事项", "提出单位", "相近往年事项", "建议", "理由"), _WIDTHS),
                row_tag("{%tr for row in rows %}", _WIDTHS),
                row(*cells),
                row_tag("{%tr endfor %}", _WIDTHS),
            ),
            paragraph("BoxEnd"),
        )
    )
