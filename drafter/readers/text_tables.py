"""Tables that stand in plain lines: cells parted by tabs, pipes or blanks, or one cell a line below a row of heads."""

import itertools
import re
from collections.abc import Sequence

from drafter.readers.blocks import Block, Line, Table
from drafter.text import organs, word_lists

_WORDS = word_lists.load("reading_words")
_HEADS = {word for kind, words in _WORDS.items() if kind.startswith("column") for word in words} | {"备注", "进展情况"}
_UNIT_HEADS = {*_WORDS["column lead"], *_WORDS["column units"]}
_RULE = re.compile(r"[\s|:\-—+=]+")
_FEWEST = 3
_COUNTED = re.compile(
    r"\s*(?P<number>\d{1,2})[.．、\s]\s*(?P<name>[^\s，。；：]{2,30})\s+(?P<text>[^\s（(]+)\s+(?P<units>[^\s。：:]+)\s*"
)
_COUNTED_HEADS = ("序号", "项目名称", "项目内容", "责任单位")
_FEWEST_COUNTED = 2


def find_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such lines made tables; each table begins with a row of known column heads."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        taken = _table(blocks, at) if isinstance(blocks[at], Line) else None
        if taken:
            table, at = taken
            found.append(table)
        else:
            found.append(blocks[at])
            at += 1
    return found


def cells_of(text: str) -> list[str]:
    """The cells of a line: between pipes, else between tabs, else between wide blanks."""
    if "|" in text or "｜" in text:
        return [cell.strip() for cell in re.split(r"[|｜]", text.strip().strip("|｜"))]
    if "\t" in text.strip():
        return [cell.strip() for cell in text.strip("\n").split("\t")]
    return [cell.strip() for cell in re.split(r"[ \u00a0\u3000]{2,}|\u3000", text.strip())]


def _is_head(cells: Sequence[str]) -> bool:
    known = [cell for cell in cells if _name(cell) in _HEADS]
    units = any(_name(cell) in _UNIT_HEADS for cell in cells)
    return units and len(known) >= _FEWEST and len(known) * 2 >= len(cells)


def _name(cell: str) -> str:
    return re.sub(r"[\s（）()]|（.*?）", "", cell)


def _table(blocks: Sequence[Block], at: int) -> tuple[Table, int] | None:
    line = blocks[at]
    if not isinstance(line, Line):
        return None
    head = cells_of(line.text)
    if _is_head(head):
        return _of_lines(blocks, at, head)
    return _without_heads(blocks, at) or (_of_cells(blocks, at) if _name(line.text) in _HEADS else None)


def _of_lines(blocks: Sequence[Block], at: int, head: list[str]) -> tuple[Table, int] | None:
    """A table with one row a line; a line of another width goes on in the last cell, or ends the table."""
    rows = [tuple(head)]
    end = at + 1
    while end < len(blocks):
        line = blocks[end]
        if not isinstance(line, Line):
            break
        if _RULE.fullmatch(line.text) and "-" in line.text:
            end += 1
            continue
        cells = cells_of(line.text)
        if not 1 < len(cells) <= len(head):
            break
        rows.append(tuple(cells + [""] * (len(head) - len(cells))))
        end += 1
    if len(rows) == 1:
        return None
    return Table(rows=tuple(rows), where=_where(blocks[at])), end


def _without_heads(blocks: Sequence[Block], at: int) -> tuple[Table, int] | None:
    """A table without a row of heads: lines that count from 1, each a name, a text and units parted by blanks."""
    rows: list[tuple[str, ...]] = []
    for block in itertools.islice(blocks, at, None):
        found = _COUNTED.fullmatch(block.text) if isinstance(block, Line) else None
        if not found or int(found["number"]) != len(rows) + 1 or not _are_named(found["units"]):
            break
        rows.append((found["number"], found["name"], found["text"], found["units"]))
    if len(rows) < _FEWEST_COUNTED:
        return None
    return Table(rows=(_COUNTED_HEADS, *rows), where=_where(blocks[at]), headed=False), at + len(rows)


def _are_named(text: str) -> bool:
    return organs.are_organs(organs.split_units(text))


def _of_cells(blocks: Sequence[Block], at: int) -> tuple[Table, int] | None:
    """A table with one cell a line: the heads one below the other, then rows that begin with 1, 2 and so on."""
    texts = [block.text.strip() if isinstance(block, Line) else "" for block in blocks[at:]]
    width = next((count for count, text in enumerate(texts) if _name(text) not in _HEADS), len(texts))
    if width < _FEWEST or not _is_head(texts[:width]) or texts[width : width + 1] != ["1"]:
        return None
    rows, start, number = [tuple(texts[:width])], width, 1
    while start < len(texts) and texts[start] == str(number):
        ahead = (at for at in range(start + 1, len(texts)) if texts[at] == str(number + 1))
        following = next(ahead, None)
        end = following if following is not None and following - start < 3 * width else start + width
        rows.append(_row(texts[start:end], width))
        start, number = min(end, len(texts)), number + 1
        if following is None or end != following:
            break
    while start < len(texts) and rows[-1][-1] and rows[-1][-1].endswith("、"):
        rows[-1] = (*rows[-1][:-1], rows[-1][-1] + texts[start])
        start += 1
    return Table(rows=tuple(rows), where=_where(blocks[at])), at + start


def _row(cells: list[str], width: int) -> tuple[str, ...]:
    """A row of the width: further lines that name units belong to the cell of units, others to the text."""
    row = list(cells)
    while len(row) > width:
        both = [at for at in range(1, len(row)) if _are_units(row[at]) and _are_units(row[at - 1])]
        at = both[-1] if both else min(3, len(row) - 1)
        row[at - 1 : at + 1] = [f"{row[at - 1]}\n{row[at]}"]
    return tuple(row + [""] * (width - len(row)))


def _are_units(text: str) -> bool:
    named = organs.split_units(text)
    return bool(named) and all(map(organs.is_organ, named))


def _where(block: Block) -> str:
    return block.where
