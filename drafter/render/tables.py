"""Tables: columns as wide as their texts ask for, together the 版心, and numbers centred (spec T-01, T-02; twips)."""

from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.table import Table

from drafter.text.lines import width

_TEXT_WIDTH = 8845
_CHARACTER, _MARGINS = 240, 114  # 小四
_LEAST, _MOST = 2.0, 14.0  # characters of a column with text
_NUMBERS = "序号"
_AIR = 0.2
_LONG_HEAD, _ROOM_FOR_TEXT = 6, 8.0  # a column to be filled in with sentences has a long head


def fit(table: Table) -> None:
    """Set the widths of a table whose rows all have a cell in each column; another is left as it is."""
    rows = [[_text(cell) for cell in row.tc_lst] for row in table._tbl.tr_lst]
    grid = table._tbl.tblGrid.gridCol_lst
    if not rows or any(len(row) != len(grid) for row in rows):
        return
    widths = of_columns(rows)
    for column, wide in zip(grid, widths, strict=True):
        column.set(qn("w:w"), str(wide))
    for row in table._tbl.tr_lst:
        for cell, wide in zip(row.tc_lst, widths, strict=True):
            cell.get_or_add_tcPr().get_or_add_tcW().set(qn("w:w"), str(wide))


@dataclass(frozen=True)
class _Column:
    """What a column needs at least, wants, and is glad of, in characters; `to_fill_in` has no text below its head."""

    least: float
    wanted: float
    glad: float
    to_fill_in: bool


def centre_numbers(table: Table, style_id: str) -> None:
    """Give the cells below the head 序号 a style of their own."""
    rows = table._tbl.tr_lst
    if not rows or not rows[0].tc_lst or _text(rows[0].tc_lst[0]) != _NUMBERS:
        return
    for row in rows[1:]:
        for paragraph in row.tc_lst[0].p_lst if row.tc_lst else ():
            paragraph.style = style_id


def of_columns(rows: list[list[str]]) -> list[int]:
    """The widths for a head and its rows: as wide as the longest line; columns without text share what is left."""
    columns = [_column(head, below) for head, *below in zip(*rows, strict=True)]
    space = _TEXT_WIDTH - _MARGINS * len(columns)
    widths = [one.wanted for one in columns]
    space_left = space / _CHARACTER - sum(widths)
    shares = [one.glad - one.wanted if space_left > 0 else one.wanted - one.least for one in columns]
    widths = _changed(widths, space_left, shares)
    growing = [one.wanted * (one.to_fill_in or not any(other.to_fill_in for other in columns)) for one in columns]
    left = space / _CHARACTER - sum(widths)
    widths = [wide + max(0.0, left) * share / sum(growing) for wide, share in zip(widths, growing, strict=True)]
    twips = [round(wide * space / sum(widths)) + _MARGINS for wide in widths]
    twips[-1] += _TEXT_WIDTH - sum(twips)
    return twips


def _column(head: str, below: list[str]) -> _Column:
    """A head of up to six characters stays in one line, a longer one in two if need be."""
    title, body = _widest(head), max(map(_widest, below), default=0.0)
    least = max(_LEAST, title if title <= _LONG_HEAD else title / 2) + _AIR
    if body:
        wanted = max(least, min(body, _MOST) + _AIR)
        return _Column(least, wanted, wanted, to_fill_in=False)
    wanted = max(least, _ROOM_FOR_TEXT) if title > _LONG_HEAD else least
    return _Column(wanted, wanted, max(wanted, title + _AIR), to_fill_in=True)


def _changed(widths: list[float], left: float, shares: list[float]) -> list[float]:
    """Widths grown, or shrunk where `left` is negative, by their shares at most."""
    part = max(-1.0, min(1.0, left / sum(shares))) if sum(shares) else 0.0
    return [wide + part * share for wide, share in zip(widths, shares, strict=True)]


def _widest(text: str) -> float:
    return max(map(width, text.split("\n")))


def _text(cell: CT_Tc) -> str:
    parts = [
        "".join(one.text or "" if one.tag == qn("w:t") else "\n" for one in p.iter(qn("w:t"), qn("w:br")))
        for p in cell.p_lst
    ]
    return "\n".join(parts)
