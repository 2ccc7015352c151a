"""Reads the pages of a PDF into values; the only place that knows pypdfium2."""

import ctypes
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from drafter.measure.pages import MM, Box, Colour, Glyph, Page, Rule, into_lines, merged

_THICKEST = 3.0  # mm; a filled shape higher than this is no bar but an area
_SHORTEST = 2.0  # mm; shorter strokes are part of a drawing
_STRAIGHT = 0.05  # mm
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NO_INK = 0.01

_PICTURE_DPI = 120
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_RGB = (8, 2, 0, 0, 0)  # bits of a colour, colours without alpha, the one way each to pack, filter and interlace

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


def read(contents: bytes) -> tuple[Page, ...]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(contents)
    try:
        return tuple(_page(document[number], number + 1) for number in range(len(document)))
    finally:
        document.close()


def pictures(contents: bytes, dpi: int = _PICTURE_DPI) -> tuple[bytes, ...]:
    """The pages of a PDF as PNG files."""
    document = pypdfium2.PdfDocument(contents)
    try:
        return tuple(_picture(document[number], dpi) for number in range(len(document)))
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    drawn = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False)
    pixels, row = memoryview(drawn.buffer).cast("B"), drawn.width * 3
    unfiltered = b"".join(
        b"\0" + pixels[start : start + row] for start in range(0, drawn.height * drawn.stride, drawn.stride)
    )
    head = struct.pack(">2I5B", drawn.width, drawn.height, *_PNG_RGB)
    return _PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(unfiltered)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    rules: list[Rule] = []
    areas: list[Box] = []
    for item in page.get_objects():
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            _sort(item, height, rules, areas)
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            areas.append(_box(item.get_bounds(), height))
    lines = into_lines(_glyphs(text.raw, height))
    return Page(number, width * MM, height * MM, lines, merged(rules), tuple(areas))


def _box(bounds: tuple[float, float, float, float], height: float) -> Box:
    """A rectangle of the PDF (left, bottom, right, top, in points from the bottom) as ours."""
    left, bottom, right, top = bounds
    return Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)


def _glyphs(text: "pdfium.FPDF_TEXTPAGE", height: float) -> Iterator[Glyph]:
    """The characters that the document prints upright; those that pdfium adds between them are left out."""
    matrix, name = pdfium.FS_MATRIX(), ctypes.create_string_buffer(256)
    four = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = four
    x, y, flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
    parts = [ctypes.c_uint() for _ in range(4)]
    loose = pdfium.FS_RECTF()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code < 32 or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        if abs(matrix.b) > abs(matrix.a):
            continue  # turned text: the number of a landscape page along its left edge
        pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(text, at, loose)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetFontInfo(text, at, name, 256, flags)
        pdfium.FPDFText_GetFillColor(text, at, *parts)
        ink = _box((left.value, bottom.value, right.value, top.value), height)
        inked = ink.width > _NO_INK and ink.height > _NO_INK and not chr(code).isspace()
        yield Glyph(
            chr(code),
            ink if inked else None,
            x.value * MM,
            (loose.right - x.value) * MM,
            (height - y.value) * MM,
            pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d),
            _SUBSET.sub("", name.value.decode("utf-8", "replace")),
            Colour(*(one.value for one in parts[:3])),
        )


def _sort(item: pypdfium2.PdfObject, height: float, rules: list[Rule], areas: list[Box]) -> None:
    """Put the bars of a path among the rules, what else it paints among the areas."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, mode, stroked)
    placed = item.get_matrix()
    matrix: Matrix = (placed.a, placed.b, placed.c, placed.d, placed.e, placed.f)
    for path in _subpaths(item.raw, matrix):
        points = [(x * MM, (height - y) * MM) for x, y in path]
        if mode.value:
            _sort_fill(points, _colour(pdfium.FPDFPageObj_GetFillColor, item.raw), rules, areas)
        if stroked.value:
            rules.extend(_strokes(points, _pen(item.raw, matrix), _colour(pdfium.FPDFPageObj_GetStrokeColor, item.raw)))


def _sort_fill(points: list[Point], colour: Colour, rules: list[Rule], areas: list[Box]) -> None:
    across, down = [x for x, _ in points], [y for _, y in points]
    box = Box(min(across), min(down), max(across), max(down))
    if colour.is_white or max(box.width, box.height) < _SHORTEST:
        return
    if _NO_INK < min(box.width, box.height) <= _THICKEST and max(box.width, box.height) >= _SHORTEST:
        rules.append(Rule(box, colour))
    elif min(box.width, box.height) > _THICKEST:
        areas.append(box)


def _strokes(points: list[Point], pen: float, colour: Colour) -> Iterator[Rule]:
    """The lying and standing strokes along a path."""
    if colour.is_white:
        return
    half = pen / 2
    for (x0, y0), (x1, y1) in pairwise(points):
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if bottom - top < _STRAIGHT and right - left >= _SHORTEST:
            yield Rule(Box(left, top - half, right, bottom + half), colour)
        elif right - left < _STRAIGHT and bottom - top >= _SHORTEST:
            yield Rule(Box(left - half, top, right + half, bottom), colour)


def _subpaths(path: "pdfium.FPDF_PAGEOBJECT", matrix: Matrix) -> Iterator[list[Point]]:
    """The points of each connected piece of a path, in page coordinates; a closed one ends where it began."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _pen(path: "pdfium.FPDF_PAGEOBJECT", matrix: Matrix) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    return float(width.value * abs(matrix[3] or matrix[1]) * MM)


def _colour(asked: "ctypes._CFunctionType", path: "pdfium.FPDF_PAGEOBJECT") -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    asked(path, *parts)
    return Colour(*(one.value for one in parts[:3]))
