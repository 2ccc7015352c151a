"""The styles of a notice by the names a drafter sees in Word, sizes and faces by element (spec P-41…P-43)."""

from source.page import (
    CHARACTER,
    FANGSONG,
    HEAD,
    HEITI,
    KAITI,
    LINE,
    RED,
    SIZE_SMALL,
    SIZE_TABLE,
    SIZE_TEXT,
    SIZE_TITLE,
    SMALL_CHARACTER,
    SONGTI,
    SPACES,
    TEXT_WIDTH,
    TITLE_LINE,
    XIAOBIAOSONG,
)

CENTRED = '<w:jc w:val="center"/>'
FLUSH = '<w:jc w:val="left"/>'
OFF_GRID = '<w:snapToGrid w:val="0"/>'
OWN_PAGE = "<w:pageBreakBefore/>"
TABLE_LINE = 400
IMPRINT_LINE = 500


def fonts(face: str) -> str:
    """The face for every kind of character, Chinese first (spec P-34)."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}" w:hint="eastAsia"/>'


def size(half_points: int) -> str:
    """A type size."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


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


def indent(first: int = 0, left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """Indents; `first` in characters of the text."""
    parts = [f'w:left="{left:.0f}"', f'w:right="{right:.0f}"']
    if first:
        parts.append(f'w:firstLineChars="{first * 100}" w:firstLine="{first * CHARACTER}"')
    if hanging:
        parts.append(f'w:hanging="{hanging:.0f}"')
    return f"<w:ind {' '.join(parts)}/>"


def line(exact: int, before: int = 0) -> str:
    """An exact line height; one other than the grid's leaves the grid, or it would be stretched to whole lines."""
    off_grid = "" if exact == LINE and not before else OFF_GRID
    return f'{off_grid}<w:spacing w:before="{before}" w:after="0" w:line="{exact}" w:lineRule="exact"/>'


def border(edge: str, eighths: int, colour: str = "000000", space: int = 0) -> str:
    """One edge of a border, thickness in eighths of a point."""
    return f'<w:{edge} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def styles(format_styles: str) -> str:
    """The styles part; `format_styles` are those in which the two official formats differ."""
    parts = (_defaults(), _text_styles(), _attachment_styles(), _imprint_styles(), _table_styles(), format_styles)
    return f"{HEAD}<w:styles {SPACES}>{''.join(parts)}</w:styles>"


def _defaults() -> str:
    """The defaults of all paragraphs.

    A mark may hang at a line's end (spec P-36), which is said here although Word takes it for granted: LibreOffice 7
    reads it as its contrary, and marks that it hangs are lost in its PDF.
    """
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + style(
            "Normal",
            "Normal",
            based_on="",
            paragraph='<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
            '<w:autoSpaceDN w:val="0"/>' + line(LINE) + '<w:jc w:val="both"/>',
            run=fonts(FANGSONG) + '<w:spacing w:val="-5"/><w:kern w:val="0"/>' + size(SIZE_TEXT),
        )
    )


def _text_styles() -> str:
    title = fonts(XIAOBIAOSONG) + '<w:spacing w:val="0"/>' + size(SIZE_TITLE)
    return "".join(
        (
            style("Blank", "空行"),
            style("CopyNumber", "份号", paragraph=FLUSH),
            style("Classification", "密级和紧急程度", paragraph=FLUSH, run=fonts(HEITI)),
            style("ClassificationWord", "密级字样", kind="character", based_on="", run=fonts(HEITI)),
            style("NoticeTitle", "公文标题", paragraph=line(TITLE_LINE) + indent() + CENTRED, run=title),
            style("Recipients", "主送机关", paragraph=indent()),
            style("BodyText", "公文正文", paragraph=indent(first=2)),
            style("ContactLine", "联系方式", based_on="BodyText"),
            style("Item", "实事条目", based_on="BodyText"),
            style("ItemPart", "实事分项", based_on="BodyText"),
            style("Signature", "署名", paragraph=indent() + CENTRED),
            style("SignatureDate", "成文日期", paragraph=indent() + CENTRED),
            style("Disclosure", "附注", paragraph=indent(first=2)),
            style("ListTitle", "清单标题", based_on="NoticeTitle", paragraph=OWN_PAGE),
            style("ItemHeading", "实事标题", kind="character", based_on="", run=fonts(HEITI)),
            style("PartHeading", "分项标题", kind="character", based_on="", run=fonts(KAITI)),
        )
    )


def _attachment_styles() -> str:
    """附件说明 alone and numbered (spec M-22), label and title of the attachment itself (M-51)."""
    alone = indent(left=5 * CHARACTER, hanging=3 * CHARACTER)
    first = indent(left=6.5 * CHARACTER, hanging=4.5 * CHARACTER)
    further = indent(left=6.5 * CHARACTER, hanging=1.5 * CHARACTER)
    return "".join(
        (
            style("AttachmentNote", "附件说明", paragraph=alone),
            style("AttachmentNoteFirst", "附件说明首项", paragraph=first),
            style("AttachmentNoteFurther", "附件说明续项", paragraph=further),
            style("AttachmentLabel", "附件标识", paragraph=OWN_PAGE + indent(), run=fonts(HEITI)),
            style("AttachmentTitle", "附件标题", based_on="NoticeTitle"),
        )
    )


def _imprint_styles() -> str:
    """版记 and page number in 四号; the place of the 版记 is a paragraph as high as its text box."""
    small = '<w:spacing w:val="0"/>' + size(SIZE_SMALL)
    one, three = SMALL_CHARACTER, 3 * SMALL_CHARACTER
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - one}"/></w:tabs>'
    copies = line(IMPRINT_LINE) + indent(left=one + three, right=one, hanging=three)
    return "".join(
        (
            style("ImprintPlace", "版记位置", paragraph=line(2 * IMPRINT_LINE) + indent()),
            style("CopiesTo", "抄送", paragraph=copies, run=small),
            style("ImprintLine", "印发", paragraph=tab + line(IMPRINT_LINE) + indent(left=one) + FLUSH, run=small),
            style("BoxEnd", "版记末行", paragraph=line(20) + indent(), run=size(2)),
            style("PageNumber", "公文页码", paragraph=line(400) + indent(), run=fonts(SONGTI) + small),
        )
    )


def _table_styles() -> str:
    small = '<w:spacing w:val="0"/>' + size(SIZE_TABLE)
    edges = "".join(border(edge, 4) for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    no_margins = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("top", "left", "bottom", "right"))
    imprint = border("top", 8) + border("bottom", 8) + border("insideH", 6)
    return "".join(
        (
            style("TableHead", "表头", paragraph=line(TABLE_LINE) + indent() + CENTRED, run=fonts(HEITI) + small),
            style("TableCell", "表格文字", paragraph=line(TABLE_LINE) + indent() + FLUSH, run=small),
            style("TableNumber", "表格序号", paragraph=line(TABLE_LINE) + indent() + CENTRED, run=small),
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr></w:style>",
            _table_style("ProgressTable", "进展情况表", f"<w:tblBorders>{edges}</w:tblBorders>"),
            _table_style(
                "Imprint", "版记", f"<w:tblBorders>{imprint}</w:tblBorders><w:tblCellMar>{no_margins}</w:tblCellMar>"
            ),
        )
    )


def _table_style(style_id: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{properties}</w:tblPr></w:style>'
    )


def _mark(position: str) -> str:
    run = fonts(XIAOBIAOSONG) + f'<w:color w:val="{RED}"/><w:spacing w:val="0"/>' + size(72)
    return style("IssuerMark", "发文机关标志", paragraph=position + indent() + CENTRED, run=run)


def file_styles() -> str:
    """文件格式: the mark in the text, the number centred above the red rule (spec H-07…H-17)."""
    rule = f"<w:pBdr>{border('bottom', 12, RED, 7)}</w:pBdr>"
    number = rule + OFF_GRID + indent() + CENTRED
    return _mark(line(864, before=160)) + style("DocNumber", "发文字号", paragraph=number)


def letter_styles() -> str:
    """信函格式: the mark in a box of its own, the number at the right (spec L-01…L-07)."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return "".join(
        (
            _mark(line(864)),
            style("HeadLine", "版头空行", paragraph=line(20) + indent(), run=size(2)),
            style("BelowRule", "双线下空", paragraph=line(740)),
            style("DocNumber", "发文字号", paragraph=OFF_GRID + indent() + '<w:jc w:val="right"/>'),
            style("DocNumberBeside", "发文字号与密级", paragraph=tab + OFF_GRID + indent() + FLUSH),
        )
    )
