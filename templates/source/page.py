"""Page and measures of GB/T 9704-2012 in the portable profile (spec P-20…P-28): twips, type in half-points."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:w10="urn:schemas-microsoft-com:office:word"',
    )
)

SHEET = (11906, 16838)
TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1587, 1474
TEXT_WIDTH = 8845
LANDSCAPE_WIDTH = SHEET[1] - TOP - BOTTOM
CHARACTER = 316
_FOOTER, _FOOTER_TURNED = 1420, 850
SMALL_CHARACTER = 280
LINE = 579
TITLE_LINE = 640

FANGSONG, XIAOBIAOSONG, HEITI, KAITI, SONGTI = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
SIZE_TITLE, SIZE_TEXT, SIZE_SMALL, SIZE_TABLE = 44, 32, 28, 24
RED = "FF0000"


def section(references: str, *, first_page_differs: bool, landscape: bool = False) -> str:
    """The section's page: A4, margins, 22 lines of 28.95 pt.

    The top of a landscape page is the left edge of the upright sheet (spec N-06), so its margins turn with it.
    """
    first = "<w:titlePg/>" if first_page_differs else ""
    size = f'w:w="{SHEET[0]}" w:h="{SHEET[1]}"'
    margins = (TOP, RIGHT, BOTTOM, LEFT)
    if landscape:
        size = f'w:w="{SHEET[1]}" w:h="{SHEET[0]}" w:orient="landscape"'
        margins = (LEFT, TOP, RIGHT, BOTTOM)
    named = zip(("top", "right", "bottom", "left"), margins, strict=True)
    edges = " ".join(f'w:{edge}="{width}"' for edge, width in named)
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/>"
        f'<w:pgMar {edges} w:header="851" w:footer="{_FOOTER_TURNED if landscape else _FOOTER}" w:gutter="0"/>{first}'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )
