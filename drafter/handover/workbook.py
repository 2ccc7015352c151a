"""A table as an Excel workbook (.xlsx) of one sheet: texts only, a head that repeats, columns of given widths.

Source: ECMA-376 part 1, chapter 18 (SpreadsheetML), the least that every program opens.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from drafter.render import Rendered
from drafter.render.repacking import repacked
from drafter.text.printable import require_printable

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="16"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    "</fills>"
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>'
    '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"'
    ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"'
    ' applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"'
    ' applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>'
)
_CELL, _COLUMN_HEAD, _TITLE = 1, 2, 3
_LANDSCAPE = (
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter>"
)


def workbook(title: str, name: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> Rendered:
    """The workbook of a table below a title; `columns` are heads with widths in characters, `name` the sheet's.

    Equal tables give equal bytes. Raises UnfitValue for text that cannot be printed.
    """
    require_printable(tuple(cell for row in rows for cell in row), title)
    texts = {text: at for at, text in enumerate(dict.fromkeys((title, *(head for head, _ in columns), *chain(*rows))))}
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_HEAD}{relations}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": _book(name),
        "xl/_rels/workbook.xml.rels": f'{_HEAD}{relations}<Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": _strings(texts),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": _sheet(title, columns, rows, texts),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, text in parts.items():
            package.writestr(path, text)
    return Rendered(repacked(out.getvalue()))


def _book(name: str) -> str:
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{escape(name)}!$2:$2</definedName></definedNames>'
        "</workbook>"
    )


def _strings(texts: Iterable[str]) -> str:
    """Every text once, by which cells name theirs."""
    listed = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    return f'{_HEAD}<sst xmlns="{_MAIN}">{listed}</sst>'


def _sheet(
    title: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]], texts: Mapping[str, int]
) -> str:
    """The title across all columns, the heads, which stay in view, then the rows."""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, (_, width) in enumerate(columns, 1)
    )
    heads = [head for head, _ in columns]
    listed = [([title], _TITLE), (heads, _COLUMN_HEAD), *((row, _CELL) for row in rows)]
    body = "".join(_row(number, cells, style, texts) for number, (cells, style) in enumerate(listed, start=1))
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>{body}</sheetData>"
        f'<mergeCells count="1"><mergeCell ref="A1:{_column(len(columns))}1"/></mergeCells>{_LANDSCAPE}</worksheet>'
    )


def _row(number: int, cells: Sequence[str], style: int, texts: Mapping[str, int]) -> str:
    listed = "".join(
        f'<c r="{_column(at)}{number}" s="{style}" t="s"><v>{texts[text]}</v></c>'
        for at, text in enumerate(cells, start=1)
    )
    return f'<row r="{number}">{listed}</row>'


def _column(number: int) -> str:
    """The letter of a column counted from 1; a table here has far fewer than 26."""
    return chr(ord("A") + number - 1)
