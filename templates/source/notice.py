"""The parts of a notice between head and 版记, and their order in its two forms."""

from source.page import TEXT_WIDTH
from source.paragraphs import blank, each, lines, paragraph, run, when

_COLUMN = TEXT_WIDTH // 5


def issue_body(head: str, imprint: str) -> str:
    """印发: notice and signature, on a new page the list, then the attachments (spec M-23)."""
    list_title = when("list_title", paragraph("ListTitle", "{{ list_title }}"), blank())
    return (
        head
        + _opening()
        + _signature()
        + list_title
        + _items()
        + _closing()
        + _attachment_note()
        + _attachments()
        + imprint
    )


def direct_body(head: str, imprint: str) -> str:
    """The items in the notice itself, signature behind them."""
    return head + _opening() + _items() + _closing() + _attachment_note() + _signature() + _attachments() + imprint


def _opening() -> str:
    return "".join(
        (
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
    """附件：name for one; several are numbered, each below the other (spec M-20…M-22)."""
    gap = lines("above_attachment_note")
    return "".join(
        (
            when("attachment_note", gap, paragraph("AttachmentNote", "{{ attachment_note }}")),
            when("attachment_notes", gap, paragraph("AttachmentNoteFirst", "{{ attachment_notes[0] }}")),
            each("attachment_notes[1:]", "text", paragraph("AttachmentNoteFurther", "{{ text }}")),
        )
    )


def _signature() -> str:
    return "".join(
        (
            when(
                "signature",
                lines("room_for_seal"),
                paragraph("Signature", "{{ signature }}"),
            ),
            when("date", paragraph("SignatureDate", "{{ date }}")),
            when("disclosure", paragraph("Disclosure", "{{ disclosure }}")),
        )
    )


def _attachments() -> str:
    return each(
        "attachments",
        "attachment",
        paragraph("AttachmentLabel", "{{ attachment.label }}"),
        lines("below_attachment_label"),
        paragraph("AttachmentTitle", "{{ attachment.title }}"),
        blank(),
        each("attachment.paragraphs", "text", paragraph("BodyText", "{{ text }}")),
        when("attachment.columns", table("attachment.columns", "attachment.rows"), paragraph("BoxEnd")),
    )


def table(columns: str, rows: str) -> str:
    """A table of the names of two lists: its head repeated on each page, no row split (spec T-02)."""
    grid = f'<w:gridCol w:w="{_COLUMN}"/>' * 5
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ProgressTable"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + _row("<w:tblHeader/>", "TableHead", columns)
        + _row_tag("{%tr for row in " + rows + " %}")
        + _row("", "TableCell", "row")
        + _row_tag("{%tr endfor %}")
        + "</w:tbl>"
    )


def _cell(inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'


def _row(properties: str, style_id: str, names: str) -> str:
    texts = ("{%tc for cell in " + names + " %}", "{{ cell }}", "{%tc endfor %}")
    cells = "".join(_cell(paragraph(style_id, text)) for text in texts)
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _row_tag(text: str) -> str:
    return f"<w:tr>{_cell(paragraph('TableCell', text))}</w:tr>"
