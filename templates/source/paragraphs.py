"""Paragraphs, runs and template tags as XML."""

from xml.sax.saxutils import escape


def run(text: str, style_id: str = "") -> str:
    """A run of text, hinted Chinese so that quotes and dashes are full-width (spec P-34)."""
    return f'<w:r>{_hinted(style_id)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab() -> str:
    """A run with one tab."""
    return f"<w:r>{_hinted('')}<w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """A field such as PAGE, with what stands there until it is computed."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{_hinted('')}{part}</w:r>" for part in parts)


def _hinted(style_id: str) -> str:
    face = f'<w:rStyle w:val="{style_id}"/>' if style_id else ""
    return f'<w:rPr>{face}<w:rFonts w:hint="eastAsia"/></w:rPr>'


def paragraph(style_id: str, *runs: str) -> str:
    """A paragraph of a style; a run is plain text, or XML made here."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{inner}</w:p>'


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


def lines(names: str) -> str:
    """As many empty lines as a list is long."""
    return each(names, "text", paragraph("Blank", "{{ text }}"))
