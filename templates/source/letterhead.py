"""版头: what stands above the title in 文件格式 and in 信函格式."""

from source.drawings import GAP, THICK, THIN, red_bar, text_box
from source.page import HEAD, SPACES
from source.paragraphs import blank, each, lines, paragraph, run, tab, tag, when

_FOOT_RULE = 277  # 20 mm above the edge of the sheet


def file_head() -> str:
    """份号, 密级, 紧急程度 in three lines kept free, the mark, the number above its rule (spec H-02…H-17)."""
    return "".join(
        (
            when("copy_number", paragraph("CopyNumber", "{{ copy_number }}")),
            each("classification", "text", paragraph("Classification", "{{ text }}")),
            lines("lines_kept_free"),
            paragraph("IssuerMark", "{{ mark }}文件"),
            blank(2),
            paragraph("DocNumber", "{{ doc_number }}"),
        )
    )


def letter_head() -> str:
    """The mark at its place on the sheet; below the double rule the number at the right (spec L-01, L-06, L-07).

    The mark is anchored in the text: LibreOffice moves a box that is anchored in a header to the sheet's edge.
    """
    mark = text_box("发文机关标志", 5, paragraph("IssuerMark", "{{ mark }}"), height=950, top=1615)
    beside = run("{{ beside_number }}", "ClassificationWord")
    return "".join(
        (
            paragraph("BelowRule", mark),
            tag("{%p if copy_number or beside_number %}"),
            paragraph("DocNumberBeside", "{{ copy_number }}", beside, tab(), "{{ doc_number }}"),
            tag("{%p else %}"),
            paragraph("DocNumber", "{{ doc_number }}"),
            tag("{%p endif %}"),
            each("below_number", "text", paragraph("Classification", "{{ text }}")),
        )
    )


def letter_header() -> str:
    """The first page's header of a letter: the double rule, its upper line thick (spec L-02…L-04)."""
    bars = red_bar(1, top=46.7, thickness=THICK) + red_bar(2, top=46.7 + THICK + GAP, thickness=THIN)
    return f"{HEAD}<w:hdr {SPACES}>{paragraph('HeadLine', bars)}</w:hdr>"


def letter_footer() -> str:
    """The first page's foot of a letter: no number, the double rule with its lower line thick (spec L-03, L-10)."""
    top = _FOOT_RULE - (THIN + GAP + THICK) / 2
    bars = red_bar(3, top=top, thickness=THIN) + red_bar(4, top=top + THIN + GAP, thickness=THICK)
    return f"{HEAD}<w:ftr {SPACES}>{paragraph('PageNumber', bars)}</w:ftr>"
