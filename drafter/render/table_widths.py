"""Column widths of an attached table, so that it fills the 版心 (spec T-01)."""

from docx.oxml.ns import qn
from docx.table import Table

_TEXT_WIDTH = 8845
_PROGRESS = (680, 2155, 2155, 2608, 1247)


def fit(table: Table) -> None:
    """Give the columns the widths of the progress table, or equal ones where there are not five."""
    count = len(table.columns)
    widths = _PROGRESS if count == len(_PROGRESS) else (_TEXT_WIDTH // count,) * count
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.get_or_add_tcPr().get_or_add_tcW().set(qn("w:w"), str(width))
