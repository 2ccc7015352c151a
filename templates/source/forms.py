"""Tables of fixed widths for the sheets: rows, cells, rows that hold only a template tag, heads that repeat."""

from source.paragraphs import paragraph


def form_table(widths: tuple[int, ...], *rows: str) -> str:
    """A table of fixed widths; its rows differ in their number of cells, so none are fitted to the text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="SheetTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, height: int = 0, repeated: bool = False, may_break: bool = False) -> str:
    """A row, whole on one page unless it may break; `repeated` ones stand on each page of the table."""
    whole = "" if may_break else "<w:cantSplit/>"
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties = whole + least + ("<w:tblHeader/>" if repeated else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def row_tag(text: str, widths: tuple[int, ...]) -> str:
    """A row that holds only a template tag; it is gone in the printed document."""
    return f"<w:tr>{cell(paragraph('SheetText', text), sum(widths), span=len(widths))}</w:tr>"


def section(text: str, widths: tuple[int, ...]) -> str:
    """The title of a table across its columns, on each page."""
    return row(cell(paragraph("SheetSection", text), sum(widths), span=len(widths)), repeated=True)


def heads(texts: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """The heads of the columns, on each page."""
    cells = (cell(paragraph("SheetLabel", text), width) for text, width in zip(texts, widths, strict=True))
    return row(*cells, repeated=True)


def cell(inner: str, width: int, *, span: int = 1, place: str = "center") -> str:
    """A cell of one column or of several."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{over}<w:vAlign w:val="{place}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"
