"""Rows on tables and on how the 版记 is placed (spec T-01, T-02, B-12)."""

from collections.abc import Iterator

from drafter.measure.formatting import twips
from drafter.measure.xml_rules_package import W
from drafter.measure.xml_rules_roles import Role, Roles
from drafter.measure.xml_rules_rows import row, unjudged
from drafter.measure.xml_rules_text import Document, Place, Table
from drafter.model.results import Element

WIDTH_TOLERANCE = 10  # T-01, twips
_OFF = ("0", "false", "off")


def rows(document: Document, roles: Roles) -> Iterator[Element]:
    """The rows on tables; a document without a table of data has none of them."""
    layout = {id(paragraph) for paragraph in roles.of(Role.COPIES, Role.IMPRINT)}
    tables = [table for table in document.tables if not table.in_box and _holds_data(table, layout)]
    if tables:
        fine = f"{len(tables)}张表，都符合"
        yield row("T-02", "表头", "首行设为重复的标题行", _without_head(tables), fine)
        yield row("T-02", "表格的行", "每行都不跨页断开", _breaking(tables), fine)
        yield row("T-02", "表格列宽", "固定列宽，不随内容变", _loose(tables), fine)
        yield row("T-01", "表格宽度", "各列之和等于版心宽", _widths(document, tables), fine)
    block = roles.of(Role.COPIES, Role.IMPRINT)
    if block:
        boxed = block[-1].place is Place.BOX
        got = "在锚定的文本框里" if boxed else "随正文排在末尾，是否在版心底要看版面"
        yield unjudged("B-12", "版记的放法", "在末页版心底部，各软件里都不移动", got)


def _holds_data(table: Table, layout: set[int]) -> bool:
    cells = [paragraph for row_ in table.rows for cell in row_ for paragraph in cell]
    return len(table.rows) > 1 and max(map(len, table.rows)) > 1 and not any(id(cell) in layout for cell in cells)


def _set(table: Table, number: int, name: str) -> bool:
    """Whether a row has a property."""
    rows_ = [one for one in table.element.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table.element]
    found = rows_[number].find(f"{W}trPr/{W}{name}")
    return found is not None and found.get(f"{W}val") not in _OFF


def _without_head(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        if not _set(table, 0, "tblHeader"):
            yield f"{table.where}：首行没有设为重复标题行"


def _breaking(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        for number in range(len(table.rows)):
            if not _set(table, number, "cantSplit"):
                yield f"{table.where}第{number + 1}行：允许跨页断行"


def _loose(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        layout = table.element.find(f"{W}tblPr/{W}tblLayout")
        if layout is None or layout.get(f"{W}type") != "fixed":
            yield f"{table.where}：列宽随内容变"


def _widths(document: Document, tables: list[Table]) -> Iterator[str]:
    for table in tables:
        columns = [twips(column.get(f"{W}w")) or 0 for column in table.element.iterfind(f"{W}tblGrid/{W}gridCol")]
        wanted = document.sections[min(table.section, len(document.sections) - 1)].text_width
        if wanted is not None and abs(sum(columns) - wanted) > WIDTH_TOLERANCE:
            yield f"{table.where}：各列之和{sum(columns)}，版心宽{wanted}"
