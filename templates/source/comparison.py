"""What goes with a comparison: 对照表 on landscape pages, 起草说明, and the styles that only they have."""

from source.forms import cell, form_table, heads, row, row_tag, section
from source.page import HEITI, LANDSCAPE_WIDTH
from source.paragraphs import blank, each, paragraph, run, when
from source.styles import FLUSH, fonts, indent, line, size, style

_FINE_LINE, _FINE_SIZE = 360, 24
_DELETED_COLOUR, _INSERTED_COLOUR = "C00000", "1F3864"
_LISTS = (650, 4350, 4350, 1250, LANDSCAPE_WIDTH - 650 - 2 * 4350 - 1250)
_TARGETS = (700, 1500, 3500, 1850, 1850, 1250, LANDSCAPE_WIDTH - 700 - 1500 - 3500 - 2 * 1850 - 1250)
_KEPT = "<w:keepNext/><w:keepLines/>"
_UNITS = (700, 3600, 2800, 2800, LANDSCAPE_WIDTH - 700 - 3600 - 2 * 2800)


def comparison_styles() -> str:
    """Deleted words are struck, inserted ones bold and underlined, so that both can be told without colour.

    A heading stays with what follows, and no single line of a row goes to the next page.
    """
    fine = '<w:spacing w:val="0"/>' + size(_FINE_SIZE)
    deleted = f'<w:strike/><w:color w:val="{_DELETED_COLOUR}"/>'
    inserted = f'<w:b/><w:color w:val="{_INSERTED_COLOUR}"/><w:u w:val="single"/>'
    return "".join(
        (
            style("ComparedText", "对照表内容", based_on="SheetText", paragraph="<w:widowControl/>"),
            style("ComparedHeading", "对照表实事标题", based_on="SheetText", paragraph=_KEPT, run=fonts(HEITI)),
            style("ComparedNote", "对照表备注", based_on="SheetText", paragraph="<w:widowControl/>" + FLUSH),
            style("PartHeading1", "说明一级标题", based_on="BodyText", paragraph=_KEPT, run=fonts(HEITI)),
            style("LeadIn", "对照表说明", paragraph=line(_FINE_LINE) + indent(), run=fine),
            style("DeletedWords", "删去的字", kind="character", based_on="", run=deleted),
            style("InsertedWords", "增加的字", kind="character", based_on="", run=inserted),
        )
    )


def table_body() -> str:
    """对照表: how to read it, the two lists side by side, the targets, the units."""
    return "".join(
        (
            paragraph("NoticeTitle", "{{ title }}"),
            paragraph("SheetGap"),
            each("lead_in", "text", paragraph("LeadIn", "{{ text }}")),
            paragraph("SheetGap"),
            _lists(),
            paragraph("SheetGap"),
            when("targets", _targets(), paragraph("SheetGap")),
            when("units", _units()),
            paragraph("BoxEnd"),
        )
    )


def _lists() -> str:
    """Row by row: an item's heading, its clauses, what else differs in it; only long rows break over pages."""
    return form_table(
        _LISTS,
        section("一、内容对照", _LISTS),
        heads(("序号", "{{ old }}", "{{ new }}", "变化类型", "说明"), _LISTS),
        row_tag("{%tr for row in rows %}", _LISTS),
        row_tag("{%tr if row.is_heading and row.is_long %}", _LISTS),
        _compared("ComparedHeading", may_break=True),
        row_tag("{%tr elif row.is_heading %}", _LISTS),
        _compared("ComparedHeading", may_break=False),
        row_tag("{%tr elif row.is_long %}", _LISTS),
        _compared("ComparedText", may_break=True),
        row_tag("{%tr else %}", _LISTS),
        _compared("ComparedText", may_break=False),
        row_tag("{%tr endif %}", _LISTS),
        row_tag("{%tr endfor %}", _LISTS),
    )


def _compared(style_id: str, *, may_break: bool) -> str:
    cells = (
        paragraph("SheetCentred", "{{ row.number }}"),
        paragraph(style_id, *_words("row.old", "DeletedWords")),
        paragraph(style_id, *_words("row.new", "InsertedWords")),
        paragraph("SheetCentred", "{{ row.kind }}"),
        paragraph("ComparedNote", "{{ row.note }}"),
    )
    return row(
        *(cell(inner, wide, place="top") for inner, wide in zip(cells, _LISTS, strict=True)), may_break=may_break
    )


def _words(names: str, changed: str) -> tuple[str, ...]:
    """The words of a text, those that changed in a style of their own."""
    return (
        run("{%r for words in " + names + " %}"),
        run("{%r if words.changed %}"),
        run("{{ words.text }}", changed),
        run("{%r else %}"),
        run("{{ words.text }}"),
        run("{%r endif %}"),
        run("{%r endfor %}"),
    )


def _targets() -> str:
    names = ("number", "place", "object", "old", "new", "kind", "note")
    columns = ("序号", "所在实事", "指标", "{{ old }}", "{{ new }}", "变化类型", "说明")
    return _listed("二、{{ targets_title }}", columns, "targets", names, _TARGETS)


def _units() -> str:
    names = ("number", "place", "added", "removed", "note")
    columns = ("序号", "实事", "{{ joined }}的责任单位", "{{ left }}的责任单位", "说明")
    return _listed("三、{{ units_title }}", columns, "units", names, _UNITS)


def _listed(title: str, columns: tuple[str, ...], rows: str, names: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """A table with a row for each entry of a list, the number in its middle."""
    styles = ("SheetCentred", *("ComparedNote",) * (len(widths) - 1))
    texts = ("{{ one." + name + " }}" for name in names)
    cells = (cell(paragraph(style_id, text), wide) for style_id, text, wide in zip(styles, texts, widths, strict=True))
    return form_table(
        widths,
        section(title, widths),
        heads(columns, widths),
        row_tag("{%tr for one in " + rows + " %}", widths),
        row(*cells),
        row_tag("{%tr endfor %}", widths),
    )


def explanation_body() -> str:
    """起草说明: its parts, each with a heading and paragraphs."""
    return "".join(
        (
            paragraph("NoticeTitle", "{{ title }}"),
            blank(),
            each(
                "parts",
                "part",
                paragraph("PartHeading1", "{{ part.heading }}"),
                each("part.texts", "text", paragraph("BodyText", "{{ text }}")),
            ),
        )
    )
