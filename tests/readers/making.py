"""The five texts as files of other formats, made by hand where a second producer is wanted."""

import html
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from docx.document import Document

from drafter import office
from tests.conftest import REFERENCES
from tests.readers.five import expected
from tests.readers.test_word import document, split_at_table

_COLUMN, _FIRST = 28, 26  # signs that a line of official paper holds, and its first line behind the indent
_LINES = 22
_UNIT = re.compile(r"[（〔《“‘]*(?:[!-~]+|.)[，。；：！？、）〕》”’]*")  # what no program breaks
_OFD = 'xmlns:ofd="urn:ofd"'


def converted(kind: str, folder: Path, *, ruled: bool = True) -> dict[str, bytes]:
    """The five notices as Word documents, turned by LibreOffice into another format."""
    files = []
    for reference in REFERENCES:
        made = document(reference)
        for table in made.tables:
            table.style = "Table Grid" if ruled else None
        files.append(folder / f"{reference}.docx")
        made.save(str(files[-1]))
    return dict(zip(REFERENCES, office.convert(files, kind), strict=True))


def rows_of(reference: str) -> list[list[str]]:
    """The table of a notice with its heading, nothing where it has none."""
    for attachment in expected(reference)["attachments"]:
        if attachment["columns"]:
            return [attachment["columns"], *attachment["rows"]]
    return []


def html_table(rows: list[list[str]]) -> str:
    """A table as web pages write it."""
    cells = ("".join(f"<td><p>{html.escape(cell).replace(chr(10), '<br/>')}</p></td>" for cell in row) for row in rows)
    return "<table border=1><tbody>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</tbody></table>" if rows else ""


def government_page(reference: str, charset: str = "utf-8") -> bytes:
    """The notice as a government site shows it, with all that stands round it there."""
    before, behind = split_at_table(reference)
    body = [f'<p style="text-indent:2em"><span>{html.escape(line)}</span></p>' for line in before if line.strip()]
    body += [html_table(rows_of(reference))]
    body += [f"<p>&nbsp;&nbsp;{html.escape(line)}</p>" for line in behind if line.strip()]
    page = (Path(__file__).parent / "files" / "government-page.html").read_text("utf-8")
    return page.replace("@charset@", charset).replace("@body@", "\n".join(body)).encode(charset)


def _pages(lines: list[str]) -> Iterator[list[tuple[int, int, str]]]:
    """Pages of lines (column and row in signs), wrapped and indented as official paper is, short lines centred."""
    wrapped: list[tuple[int, str]] = []
    for line in filter(str.strip, lines):
        text, width = "", _FIRST
        for unit in _UNIT.findall(line.strip()):
            if text and _width(text + unit) > width:
                wrapped.append((_COLUMN - width, text))
                text, width = "", _COLUMN
            text += unit
        wrapped.append((_COLUMN - width, text))
    for start in range(0, len(wrapped), _LINES):
        yield [(left, row, text) for row, (left, text) in enumerate(wrapped[start : start + _LINES])]


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def ofd_file(reference: str) -> bytes:
    """The text as an OFD file: every line an object, those of a page in no order, page numbers below."""
    pages = [*_pages(split_at_table(reference)[0]), *_pages(split_at_table(reference)[1])]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
        area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        box = f"<ofd:CommonData>{area}</ofd:CommonData>"
        archive.writestr(
            "Doc_0/Document.xml", f"<ofd:Document {_OFD}>{box}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        )
        for at, page in enumerate(pages):
            objects = [_ofd_text(28 + 5.6 * left, 37 + 10 * row, text) for left, row, text in reversed(page)]
            objects.append(_ofd_text(100, 280, f"— {at + 1} —"))
            inner = f"<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
            archive.writestr(f"Doc_0/Pages/{at}.xml", f"<ofd:Page {_OFD}>{inner}</ofd:Page>")
    return packed.getvalue()


def _ofd_text(left: float, top: float, text: str) -> str:
    steps = " ".join("2.8" if char.isascii() else "5.6" for char in text[:-1])
    return (
        f'<ofd:TextObject Boundary="{left} {top} {5.6 * len(text)} 7" Size="5.6">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="{steps}">{html.escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def pdf_file(reference: str, header: str = "") -> bytes:
    """The text as a PDF of the kind that carries no fonts and no table of its characters: GBK codes, a named font."""
    before, behind = split_at_table(reference)
    streams = []
    for at, page in enumerate([*_pages(before), *_pages(behind)], start=1):
        shown = [_pdf_text(79 + 16 * left, 730 - 29 * row, 16, text) for left, row, text in page]
        shown.append(_pdf_text(280, 60, 14, f"— {at} —"))
        shown += [_pdf_text(79, 790, 10, header)] if header else []
        streams.append("\n".join(shown).encode("ascii"))
    return pdf_of(streams)


def _pdf_text(left: float, base: float, size: float, text: str) -> str:
    """The operators for one line: the wide signs by their codes, each as wide as the size."""
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def pdf_of(streams: list[bytes], resources: str = "/Font << /F1 3 0 R >>", extra: tuple[str, ...] = ()) -> bytes:
    """A PDF of pages with these contents."""
    pages = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(streams)} /Kids [{pages}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for at, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * at} 0 R"
            f" /Resources << {resources} >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects += [one.encode("latin-1") for one in extra]
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + end


def sheet_file(rows: list[list[str]]) -> bytes:
    """A spreadsheet of one sheet, all cells text."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    cells = "".join(f"<row>{''.join(map(_sheet_cell, row))}</row>" for row in rows)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{documents}"><sheets>'
        '<sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _sheet_cell(text: str) -> str:
    if re.fullmatch(r"\d+", text):
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{html.escape(text)}</t></is></c>'


def lines_without_table(reference: str) -> list[str]:
    """The lines of a source that stand in no table."""
    return [*itertools.chain(*split_at_table(reference))]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A zip file with one entry put in or replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return packed.getvalue()


def with_changed_parts(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A zip file with every entry changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)))
    return packed.getvalue()


def zip_of(name: str, content: bytes) -> bytes:
    """A zip with one entry."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def saved(made: Document) -> bytes:
    """The bytes of a Word document."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
