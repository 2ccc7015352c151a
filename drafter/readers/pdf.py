"""The text layer of a PDF as placed signs and strokes; scans, locked and garbled files refused. Knows pypdfium2."""

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block
from drafter.readers.grids import Stroke
from drafter.readers.notes import Notes
from drafter.readers.sheets import Sheet, Sign, blocks_of

_PAGES = 100
_FEWEST = 30  # signs; with fewer the file is a scan, perhaps with a stamp of text on it
_STRAIGHT = 0.7  # points
_PRINTABLE = re.compile(
    r"[\u0020-\u007e\u00b7\u2010-\u2027\u2460-\u2473\u25a0-\u25ff\u3000-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
)
_GARBLED = 0.9  # below this share of signs that a Chinese document prints, its codes are no text
_HYPHEN = 0xFFFE  # pdfium's own sign for a hyphen at the end of a line


def blocks(data: bytes, name: str, _notes: Notes) -> list[Block]:
    """The paragraphs and tables of a PDF. Raises NotUnderstood where it has no text to read."""
    sheets = [*_sheets(data, name)]
    text = "".join(sign.text for sheet in sheets for sign in sheet.signs if not sign.text.isspace())
    if len(text) < _FEWEST:
        raise NotUnderstood(
            f"{name} 是 PDF，里面没有文字，多半是扫描件。"
            "请用文字识别软件（OCR）转成 .docx，或把文字粘贴到 .txt 后重试。"
        )
    if len(_PRINTABLE.findall(text)) < _GARBLED * len(text) or not re.search(r"[\u4e00-\u9fff]", text):
        raise NotUnderstood(
            f"{name} 是 PDF，其中的文字编码已乱，读出来不是中文。"
            "请从原来的文件另存为 .docx，或把文字粘贴到 .txt 后重试。"
        )
    return blocks_of(sheets)


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise NotUnderstood(f"{name} 是 PDF，设有密码，读不了。请去掉密码后另存，再重试。") from error
        raise NotUnderstood(
            f"{name} 是 PDF，已损坏，打不开。请重新取得原文件，或从原来的程序另存为 .docx 后重试。"
        ) from error
    try:
        if len(document) > _PAGES:
            raise NotUnderstood(f"{name} 超过{_PAGES}页，不像一份通知。请只留下通知本身的几页，另存后重试。")
        for number in range(len(document)):
            yield _sheet(document[number])
    except pypdfium2.PdfiumError as error:
        raise NotUnderstood(f"{name} 是 PDF，有的页已损坏。请从原来的程序另存为 .docx 后重试。") from error
    finally:
        document.close()


class _Turn:
    """From the coordinates of a PDF page (from the bottom, not turned) to those of the page as seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.quarter = page.get_rotation() // 90
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen, from the top left."""
        return (
            (x - self._left, self._top - y),
            (y - self._bottom, x - self._left),
            (self._right - x, y - self._bottom),
            (self._top - y, self._right - x),
        )[self.quarter]

    def upright(self, matrix: "pdfium.FS_MATRIX") -> bool:
        """Whether text set by this matrix runs across the page as seen."""
        along = ((matrix.a, matrix.b), (-matrix.b, matrix.a), (-matrix.a, -matrix.b), (matrix.b, -matrix.a))[
            self.quarter
        ]
        return bool(along[0] > abs(along[1]))


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    turn = _Turn(page)
    text = page.get_textpage()
    signs = tuple(_signs(text.raw, turn))
    strokes = tuple(stroke for item in page.get_objects() for stroke in _strokes(item, turn))
    return Sheet(width, height, signs, strokes)


def _signs(text: "pdfium.FPDF_TEXTPAGE", turn: _Turn) -> Iterator[Sign]:
    """The signs that the document prints; those that pdfium adds between them are left out."""
    matrix, box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code < 32 or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        if not turn.upright(matrix):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        (one, over), (other, under) = turn.point(box.left, box.top), turn.point(box.right, box.bottom)
        base = turn.point(x.value, y.value)[1]
        char = "-" if code == _HYPHEN else chr(code)
        yield Sign(char, min(one, other), max(one, other), base, max(1.0, abs(under - over)))


def _strokes(item: pypdfium2.PdfObject, turn: _Turn) -> Iterator[Stroke]:
    """The lying and standing strokes along a path; a thin bar gives its edges, which do as well."""
    if item.type != pdfium.FPDF_PAGEOBJ_PATH:
        return
    matrix = item.get_matrix()
    for points in _subpaths(item.raw):
        seen = [
            turn.point(matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
            for x, y in points
        ]
        for (x0, y0), (x1, y1) in pairwise(seen):
            if min(abs(x0 - x1), abs(y0 - y1)) < _STRAIGHT:
                yield Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _subpaths(path: "pdfium.FPDF_PAGEOBJECT") -> Iterator[list[tuple[float, float]]]:
    """The points of each connected piece of a path; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points
