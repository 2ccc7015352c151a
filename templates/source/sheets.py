"""The sheets beside a notice: progress table of a unit, 征求意见单, 发文稿纸; and the styles that only they have."""

from source.forms import cell, form_table, heads, row, row_tag, section
from source.notice import table
from source.page import HEITI, TEXT_WIDTH
from source.paragraphs import each, paragraph, run, tab, when
from source.styles import CENTRED, FLUSH, border, fonts, indent, line, size, style

_SIZE_FINE, _FINE_CHARACTER, _FINE_LINE = 24, 240, 360  # 小四, so that a form stays one page
_LABEL = 1400
_FORM = (_LABEL, 3222, _LABEL, TEXT_WIDTH - 2 * _LABEL - 3222)
_ITEMS = (TEXT_WIDTH - 1200, 1200)
_FIGURES = (2150, 3945, TEXT_WIDTH - 2150 - 3945)
_ROOM_FOR_ANSWER, _ROOM_FOR_NAME = 3400, 900
_DAY = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"


def sheet_styles() -> str:
    """The styles of lines, labels and values of a form."""
    fine = '<w:spacing w:val="0"/>' + size(_SIZE_FINE)
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="2400"/><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    unit = indent(left=9 * _FINE_CHARACTER, hanging=9 * _FINE_CHARACTER)
    spacing = line(_FINE_LINE)
    seal = "<w:keepNext/>" + spacing + indent(right=2 * _FINE_CHARACTER) + '<w:jc w:val="right"/>'
    note = "<w:keepLines/>" + line(_FINE_LINE, before=80)
    return "".join(
        (
            style("SheetUnit", "填报单位", paragraph=spacing + unit + FLUSH, run=fine),
            style("SheetLine", "填报栏", paragraph=tabs + spacing + indent() + FLUSH, run=fine),
            style("SheetNote", "表注", paragraph=note + indent(), run=fine),
            style("SheetGap", "表间空行", paragraph=line(240) + indent(), run=fine),
            style("SheetLabel", "栏目", paragraph=spacing + indent() + CENTRED, run=fonts(HEITI) + fine),
            style("SheetSection", "表内标题", based_on="SheetLabel", paragraph=FLUSH),
            style("SheetText", "栏目内容", paragraph=spacing + indent(), run=fine),
            style("SheetClause", "带指标的措施", based_on="SheetText", paragraph="<w:keepNext/>"),
            style("SheetCentred", "居中内容", based_on="SheetText", paragraph=CENTRED),
            style("AnswerLabel", "反馈栏目", based_on="SheetLabel", paragraph="<w:keepNext/>"),
            style("AnswerValue", "反馈内容", based_on="SheetText", paragraph="<w:keepNext/>"),
            style("AnswerSeal", "反馈盖章", paragraph=seal, run=fine),
            _table_style(),
        )
    )


def _table_style() -> str:
    edges = "".join(border(edge, 8) for edge in ("top", "left", "bottom", "right"))
    inner = border("insideH", 4) + border("insideV", 4)
    margins = (("top", 40), ("left", 57), ("bottom", 40), ("right", 57))
    around = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in margins)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="SheetTable"><w:name w:val="表单"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{edges}{inner}</w:tblBorders><w:tblCellMar>{around}</w:tblCellMar></w:tblPr></w:style>"
    )


def progress_body() -> str:
    """The progress table below its title and what the unit fills in (spec G-35)."""
    return "".join(
        (
            paragraph("NoticeTitle", "{{ title }}"),
            paragraph("SheetGap"),
            paragraph("SheetUnit", "填报单位（盖章）：{{ unit }}"),
            paragraph("SheetLine", "填报人：", tab(), "联系电话：", tab(), f"填报日期：{_DAY}"),
            table("columns", "rows"),
            paragraph("BoxEnd"),
            when("note", paragraph("SheetNote", "{{ note }}")),
        )
    )


def consult_body() -> str:
    """征求意见单: the unit, its items in full, the figures to confirm, room for the answer."""
    return "".join(
        (
            paragraph("NoticeTitle", "征求意见单"),
            paragraph("SheetGap"),
            _form(
                row(_label("征求意见", "的文稿"), _value("{{ title }}（征求意见稿）", 3)),
                row(_label("责任单位"), _value("{{ unit }}", 3)),
                row(_label("反馈时限"), _value(f"请于{_DAY}前反馈", 3)),
            ),
            paragraph("SheetGap"),
            _items(),
            paragraph("SheetGap"),
            when("figured", _figures(), paragraph("SheetGap")),
            _answer(),
            paragraph("BoxEnd"),
        )
    )


def _items() -> str:
    text = paragraph("SheetText", run("{{ item.ordinal }}{{ item.heading }}", "ItemHeading"), "{{ item.text }}")
    part = paragraph("SheetText", "{{ entry.ordinal }}{{ entry.heading }}{{ entry.text }}")
    further = each("item.entries", "entry", part) + when(
        "item.units_line", paragraph("SheetText", "{{ item.units_line }}")
    )
    role = paragraph("SheetCentred", "{{ item.role }}")
    return form_table(
        _ITEMS,
        section("本单位参与的实事", _ITEMS),
        heads(("实事内容", "分工"), _ITEMS),
        row_tag("{%tr for item in items %}", _ITEMS),
        row(cell(text + further, _ITEMS[0]), cell(role, _ITEMS[1]), may_break=True),
        row_tag("{%tr endfor %}", _ITEMS),
    )


def _figures() -> str:
    """Each clause across the table, below it its figures one a row."""
    cells = ("{{ figure.text }}", "{{ figure.past }}", "{{ figure.state }}")
    return form_table(
        _FIGURES,
        section("请逐个确认的指标", _FIGURES),
        heads(("指标", "往年指标", "确认情况"), _FIGURES),
        row_tag("{%tr for clause in figured %}", _FIGURES),
        row(cell(paragraph("SheetClause", "{{ clause.text }}"), TEXT_WIDTH, span=len(_FIGURES))),
        row_tag("{%tr for figure in clause.figures %}", _FIGURES),
        row(*(cell(paragraph("SheetCentred", text), wide) for text, wide in zip(cells, _FIGURES, strict=True))),
        row_tag("{%tr endfor %}", _FIGURES),
        row_tag("{%tr endfor %}", _FIGURES),
    )


def _answer() -> str:
    """The unit's answer on one page: all its lines are kept with the next."""
    wide = sum(_FORM[1:])
    seal = paragraph("AnswerSeal", "（单位盖章）") + paragraph("AnswerSeal", _DAY)
    empty, label = paragraph("AnswerValue"), "AnswerLabel"
    return _form(
        row(_label("反馈意见", style_id=label), cell(seal, wide, span=3, place="bottom"), height=_ROOM_FOR_ANSWER),
        row(_label("单位负责人", "签字", style_id=label), cell(empty, wide, span=3), height=_ROOM_FOR_NAME),
        row(
            _label("联系人", style_id=label),
            cell(empty, _FORM[1]),
            _label("联系电话", style_id=label),
            cell(empty, _FORM[3]),
        ),
    )


def cover_body() -> str:
    """发文稿纸, one page (spec S-04); what is not known is blank."""
    return "".join(
        (
            paragraph("NoticeTitle", "{{ form }}"),
            paragraph("SheetGap"),
            _form(
                _pair("文号", "{{ doc_number }}", "密级和\n保密期限", "{{ secrecy }}"),
                _pair("紧急程度", "{{ urgency }}", "份数", ""),
                _opinions("签发", "会签", "room_to_sign"),
                row(_label("标题"), _value("{{ title }}", 3)),
                row(_label("主送"), _value("{{ recipients }}", 3)),
                row(_label("抄送"), _value("{{ copies_to }}", 3)),
                row(_label("附件名称", "及份数"), _value("{{ attachments }}", 3)),
                row(_label("公开属性"), _value("{{ disclosure }}", 3)),
                _pair("拟稿单位", "", "拟稿人", ""),
                _pair("联系电话", "", "拟稿日期", _DAY),
                _opinions("拟稿部门\n负责人核稿", "相关部门\n意见", "room_to_check"),
                _opinions("办公室\n核稿", "办公室\n负责人审核", "room_to_review"),
                _pair("编号", "", "打印", ""),
                _pair("校对", "", "印发日期", "{{ imprint_date }}"),
            ),
            paragraph("BoxEnd"),
        )
    )


def _pair(label: str, value: str, other: str, other_value: str) -> str:
    return row(
        _label(*label.split("\n")),
        cell(_one("SheetText", value), _FORM[1]),
        _label(*other.split("\n")),
        cell(_one("SheetText", other_value), _FORM[3]),
    )


def _opinions(label: str, other: str, room: str) -> str:
    """A row for two opinions, as high as the list of empty lines is long."""
    empty = each(room, "text", paragraph("SheetText", "{{ text }}"))
    return row(
        _label(*label.split("\n")),
        cell(empty, _FORM[1]),
        _label(*other.split("\n")),
        cell(paragraph("SheetText"), _FORM[3]),
    )


def _form(*rows: str) -> str:
    return form_table(_FORM, *rows)


def _label(*lines: str, style_id: str = "SheetLabel") -> str:
    return cell("".join(paragraph(style_id, text) for text in lines), _LABEL)


def _value(text: str, span: int) -> str:
    return cell(_one("SheetText", text), sum(_FORM[1 : span + 1]), span=span)


def _one(style_id: str, text: str) -> str:
    return paragraph(style_id, *([text] if text else []))
