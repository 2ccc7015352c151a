"""Builds the Word templates beside this file: `python templates/build.py`, or with --check only compares.

One template for each form of the notice: issue.docx (印发 + 清单) and direct.docx. What differs stands in
`_issue_body` and `_direct_body`; styles and page are the same. Sizes are twips, type sizes half-points;
the figures are those of GB/T 9704-2012 in the portable profile (spec P-20…P-43).
"""

import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FANGSONG, _XIAOBIAOSONG, _HEITI, _KAITI, _SONGTI = (
    "仿宋_GB2312",
    "方正小标宋简体",
    "黑体",
    "楷体_GB2312",
    "宋体",
)
_RED = "FF0000"
_TEXT_WIDTH = 8845
_CHARACTER = 316
_LINE = 579
_COLUMN = _TEXT_WIDTH // 5


def fonts(face: str) -> str:
    """The face for every kind of character, Chinese first (spec P-34)."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}" w:hint="eastAsia"/>'


def style(
    style_id: str,
    name: str,
    *,
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
    based_on: str = "Normal",
) -> str:
    """One style; `name` is what a drafter sees in Word."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = ' w:default="1"' if not based_on and kind == "paragraph" else ""
    custom = "" if default else ' w:customStyle="1"'
    ppr = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    rpr = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{based}<w:qFormat/>{ppr}{rpr}</w:style>"
    )


def _indent(first: int = 0, left: int = 0, right: int = 0, hanging: int = 0) -> str:
    parts = [f'w:left="{left}"', f'w:right="{right}"']
    if first:
        parts.append(f'w:firstLineChars="{first * 100}" w:firstLine="{first * _CHARACTER}"')
    if hanging:
        parts.append(f'w:hanging="{hanging}"')
    return f"<w:ind {' '.join(parts)}/>"


def _line(exact: int) -> str:
    """An exact line height; one other than the grid's leaves the grid, or it would be stretched to whole lines."""
    off_grid = "" if exact == _LINE else '<w:snapToGrid w:val="0"/>'
    return f'{off_grid}<w:spacing w:before="0" w:after="0" w:line="{exact}" w:lineRule="exact"/>'


def _styles() -> str:
    size = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
    big = size.format(44)
    title = fonts(_XIAOBIAOSONG) + '<w:spacing w:val="0"/>' + big
    no_indent = _indent()
    centred = '<w:jc w:val="center"/>'
    right = '<w:jc w:val="right"/>'
    own_page = "<w:pageBreakBefore/>"
    four = '<w:spacing w:val="0"/>' + size.format(28)
    mark = fonts(_XIAOBIAOSONG) + f'<w:color w:val="{_RED}"/><w:spacing w:val="0"/>' + size.format(72)
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="{_RED}"/></w:pBdr>'
    parts = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(_FANGSONG)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>",
        style(
            "Normal",
            "Normal",
            based_on="",
            paragraph='<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
            + _line(_LINE)
            + '<w:jc w:val="both"/>',
            run=fonts(_FANGSONG) + '<w:spacing w:val="-5"/><w:kern w:val="0"/>' + size.format(32),
        ),
        style("Blank", "空行"),
        style("Banner", "文稿标记", paragraph=no_indent + centred, run=fonts(_HEITI)),
        style("IssuerMark", "发文机关标志", paragraph=_line(864) + no_indent + centred, run=mark),
        style("DocNumber", "发文字号", paragraph=rule + no_indent + centred),
        style("NoticeTitle", "公文标题", paragraph=_line(640) + no_indent + centred, run=title),
        style("Recipients", "主送机关", paragraph=no_indent),
        style("BodyText", "公文正文", paragraph=_indent(first=2)),
        style("ContactLine", "联系方式", based_on="BodyText", paragraph='<w:jc w:val="left"/>'),
        style("Item", "实事条目", based_on="BodyText"),
        style("ItemPart", "实事分项", based_on="BodyText"),
        style("AttachmentNote", "附件说明", paragraph=_indent(left=5 * _CHARACTER, hanging=3 * _CHARACTER)),
        style("Signature", "署名", paragraph=_indent(right=4 * _CHARACTER) + right),
        style("SignatureDate", "成文日期", paragraph=_indent(right=4 * _CHARACTER) + right),
        style("Disclosure", "附注", paragraph=_indent(first=2)),
        style("ListTitle", "清单标题", based_on="NoticeTitle", paragraph=own_page),
        style("AttachmentLabel", "附件标识", paragraph=own_page + no_indent, run=fonts(_HEITI)),
        style("AttachmentTitle", "附件标题", based_on="NoticeTitle"),
        style("TableHead", "表头", paragraph=_line(420) + no_indent + centred, run=fonts(_HEITI) + four),
        style("TableCell", "表格文字", paragraph=_line(420) + no_indent + '<w:jc w:val="left"/>', run=four),
        style("CopiesTo", "抄送", paragraph=_line(500) + _indent(left=1120, right=280, hanging=840), run=four),
        style("PageNumber", "公文页码", paragraph=_line(400) + no_indent, run=fonts(_SONGTI) + four),
        style("ItemHeading", "实事标题", kind="character", based_on="", run=fonts(_HEITI)),
        style("PartHeading", "分项标题", kind="character", based_on="", run=fonts(_KAITI)),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        '<w:style w:type="table" w:customStyle="1" w:styleId="ProgressTable"><w:name w:val="进展情况表"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style>",
    ]
    return f"{_HEAD}<w:styles {_W}>{''.join(parts)}</w:styles>"


def paragraph(style_id: str, *runs: str) -> str:
    """A paragraph of a style; a run is plain text, or made by `run` for a face of its own."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{inner}</w:p>'


def run(text: str, style_id: str = "") -> str:
    """A run of text, hinted Chinese so that quotes and dashes are full-width (spec P-34)."""
    face = f'<w:rStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:r><w:rPr>{face}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def tag(text: str) -> str:
    """A paragraph that holds only a template tag; it is gone in the printed document."""
    return paragraph("Blank", text)


def when(name: str, *inner: str) -> str:
    """Paragraphs that are printed only when the value is there."""
    return tag("{%p if " + name + " %}") + "".join(inner) + tag("{%p endif %}")


def each(names: str, name: str, *inner: str) -> str:
    """Paragraphs that are printed for each entry of a list."""
    return tag("{%p for " + name + " in " + names + " %}") + "".join(inner) + tag("{%p endfor %}")


def blank(lines: int = 1) -> str:
    """Empty lines as the standard counts them."""
    return paragraph("Blank") * lines


def _opening() -> str:
    return "".join(
        (
            when("banner", paragraph("Banner", "{{ banner }}")),
            paragraph("IssuerMark", "{{ mark }}"),
            blank(),
            when("doc_number", paragraph("DocNumber", "{{ doc_number }}")),
            blank(2),
            paragraph("NoticeTitle", "{{ title }}"),
            blank(),
            when("recipients", paragraph("Recipients", "{{ recipients }}")),
            each("opening", "text", paragraph("BodyText", "{{ text }}")),
        )
    )


def _items() -> str:
    heading = run("{{ item.ordinal }}{{ item.heading }}", "ItemHeading")
    part = run("{{ entry.ordinal }}{{ entry.heading }}", "PartHeading")
    return each(
        "items",
        "item",
        paragraph("Item", heading, "{{ item.text }}"),
        each("item.entries", "entry", paragraph("ItemPart", part, "{{ entry.text }}")),
        when("item.units_line", paragraph("Item", "{{ item.units_line }}")),
    )


def _closing() -> str:
    return each("closing", "text", paragraph("BodyText", "{{ text }}")) + when(
        "contact_line", paragraph("ContactLine", "{{ contact_line }}")
    )


def _attachment_note() -> str:
    return when("attachment_notes", blank()) + each(
        "attachment_notes", "text", paragraph("AttachmentNote", "{{ text }}")
    )


def _signature() -> str:
    return "".join(
        (
            when("signature", blank(2), paragraph("Signature", "{{ signature }}")),
            when("date", paragraph("SignatureDate", "{{ date }}")),
            when("disclosure", paragraph("Disclosure", "{{ disclosure }}")),
        )
    )


def _attachments() -> str:
    cell = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'

    def row(properties: str, style_id: str, names: str, open_row: str = "", close_row: str = "") -> str:
        cells = "".join(
            cell.format(width=_COLUMN, paragraph=paragraph(style_id, text))
            for text in ("{%tc for cell in " + names + " %}", "{{ cell }}", "{%tc endfor %}")
        )
        return open_row + f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>" + close_row

    def row_tag(text: str) -> str:
        return f"<w:tr>{cell.format(width=_COLUMN, paragraph=paragraph('TableCell', text))}</w:tr>"

    grid = f'<w:gridCol w:w="{_COLUMN}"/>' * 5
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ProgressTable"/><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row("<w:tblHeader/>", "TableHead", "attachment.columns")
        + row_tag("{%tr for row in attachment.rows %}")
        + row("", "TableCell", "row")
        + row_tag("{%tr endfor %}")
        + "</w:tbl>"
    )
    return each(
        "attachments",
        "attachment",
        paragraph("AttachmentLabel", "{{ attachment.label }}"),
        blank(),
        paragraph("AttachmentTitle", "{{ attachment.title }}"),
        blank(),
        each("attachment.paragraphs", "text", paragraph("BodyText", "{{ text }}")),
        when("attachment.columns", table, paragraph("Blank")),
    )


def _copies() -> str:
    return when("copies_to", paragraph("CopiesTo", "{{ copies_to }}"))


def _issue_body() -> str:
    list_title = when("list_title", paragraph("ListTitle", "{{ list_title }}"), blank())
    return (
        _opening() + _signature() + list_title + _items() + _closing() + _attachment_note() + _attachments() + _copies()
    )


def _direct_body() -> str:
    return _opening() + _items() + _closing() + _attachment_note() + _signature() + _attachments() + _copies()


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
        f'w:header="851" w:footer="1390" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{_LINE}"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{section}</w:body></w:document>"


def _footer(side: str, indent: str) -> str:
    field = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{inner}</w:r>'
        for inner in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    properties = f'<w:pPr><w:pStyle w:val="PageNumber"/><w:ind {indent}/><w:jc w:val="{side}"/></w:pPr>'
    return f"{_HEAD}<w:ftr {_W} {_R}><w:p>{properties}{field}</w:p></w:ftr>"


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT_TYPES = (
    _HEAD
    + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in (
            ("word/document.xml", _TYPE + "document.main+xml"),
            ("word/styles.xml", _TYPE + "styles+xml"),
            ("word/settings.xml", _TYPE + "settings+xml"),
            ("word/fontTable.xml", _TYPE + "fontTable+xml"),
            ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("word/footer1.xml", _TYPE + "footer+xml"),
            ("word/footer2.xml", _TYPE + "footer+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        )
    )
    + "</Types>"
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _relations(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def _theme() -> str:
    """A plain theme: Word expects one, though no style here takes a face or colour from it."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"),
            *((f"accent{number}", "000000") for number in range(1, 7)),
            ("hlink", "000000"), ("folHlink", "000000"),
        )
    )  # fmt: skip
    face = f'<a:latin typeface="{_FANGSONG}"/><a:ea typeface="{_FANGSONG}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文">'
        f'<a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _font_table() -> str:
    """The faces used, told as Chinese ones, so that a machine without them picks a Chinese stand-in."""
    fonts_used = "".join(
        f'<w:font w:name="{face}"><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face in (_FANGSONG, _HEITI, _KAITI, _SONGTI, _XIAOBIAOSONG)
    )
    return f"{_HEAD}<w:fonts {_W}>{fonts_used}</w:fonts>"


_SETTINGS = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/></cp:coreProperties>'
)


def build(body: str) -> bytes:
    """The bytes of a template, the same every time."""
    core_relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(
            (_RELATION + "officeDocument", "word/document.xml"), (core_relation, "docProps/core.xml")
        ),
        "word/document.xml": _document(body),
        "word/_rels/document.xml.rels": _relations(
            (_RELATION + "styles", "styles.xml"),
            (_RELATION + "settings", "settings.xml"),
            (_RELATION + "footer", "footer1.xml"),
            (_RELATION + "footer", "footer2.xml"),
            (_RELATION + "fontTable", "fontTable.xml"),
            (_RELATION + "theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
        "word/footer1.xml": _footer("right", 'w:right="280"'),
        "word/footer2.xml": _footer("left", 'w:left="280"'),
        "docProps/core.xml": _CORE,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def templates() -> dict[str, bytes]:
    """Every template by file name."""
    return {"issue.docx": build(_issue_body()), "direct.docx": build(_direct_body())}


def main() -> int:
    """Write the templates, or with --check say which of those on disk are stale (exit 1)."""
    stale = [
        name for name, data in templates().items() if not (HERE / name).exists() or (HERE / name).read_bytes() != data
    ]
    if "--check" in sys.argv[1:]:
        print("\n".join(f"stale: templates/{name}" for name in stale) or "templates are fresh")
        return 1 if stale else 0
    for name, data in templates().items():
        (HERE / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
