"""Blocks made ready to be understood: tables found in lines, page numbers out, cut lines joined, each line mended."""

import re
from collections.abc import Sequence

from drafter.readers import text_tables, wrapping
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.pasting import unpaste
from drafter.readers.repair import Mended, mend
from drafter.readers.telling import Telling
from drafter.text import numerals

_PAGE_NUMBER = re.compile(
    r"[-—－–·\s\u3000]*\d{1,3}[-—－–·\s\u3000]*|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)

_BARE = re.compile(r"\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})[ \u3000\t]+(?=[\u4e00-\u9fff“])")
_FEWEST = 2

Part = Mended | Table


def prepare(blocks: list[Block], telling: Telling) -> list[Part]:
    """Lines and tables in order; what was taken out or mended is told here or borne by the line."""
    kept: list[Block] = []
    for block in _whole_tables(text_tables.find_tables(blocks)):
        if isinstance(block, Margin):
            if not is_page_number(block.text):
                telling.tell("text-unplaced", block.where, block.text, block.text)
        elif isinstance(block, Line) and _PAGE_NUMBER.fullmatch(block.text):
            telling.tell("page-number", block.where, block.text)
        elif isinstance(block, Table) and (imprint := _imprint_lines(block)):
            kept += imprint
        else:
            kept.append(block)
    kept = _with_marks(kept, telling)
    joined, width = wrapping.unwrap(kept)
    if width:
        telling.tell("broken-paragraph", "全文", detail=f"全文每{width}字左右断行")
    return _mended(joined, telling)


def is_page_number(text: str) -> bool:
    """Whether a line is a page number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def _with_marks(blocks: Sequence[Block], telling: Telling) -> list[Block]:
    """The blocks with a mark behind bare ordinals (1 开展…), where several lines count on so."""
    bare = {
        at: found for at, block in enumerate(blocks) if (found := isinstance(block, Line) and _BARE.match(block.text))
    }
    numbers = [numerals.ordinal_value(found["number"]) or 0 for found in bare.values() if found]
    if len(numbers) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return list(blocks)
    marked = list(blocks)
    for at, found in bare.items():
        block = blocks[at]
        if found and isinstance(block, Line):
            telling.tell("ordinal-mark", block.where, block.text)
            mark = "." if found["number"].isdigit() else "、"
            marked[at] = Line(text=f"{found['number']}{mark}{block.text[found.end() :]}", where=block.where)
    return marked


def _whole_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a table that a page number parts in two made one again."""
    found: list[Block] = []
    for block in blocks:
        whole = _whole(found[-2], found[-1], block) if len(found) > 1 else None
        if whole:
            found[-2:] = [found[-1], *_without_copies(whole)]
        else:
            found.append(block)
    return found


def _whole(first: Block, between: Block, second: Block) -> Table | None:
    """Two tables as one, where a page number stands between and the rows of the second count on."""
    if not (isinstance(first, Table) and isinstance(between, Line) and isinstance(second, Table)):
        return None
    if not _PAGE_NUMBER.fullmatch(between.text) or second.rows[0][0] != str(len(first.rows)):
        return None
    width = len(first.rows[0])
    cells = [cell for row in second.rows for cell in row]
    cells += [""] * (-len(cells) % width)
    rows = tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))
    return Table(rows=first.rows + rows, where=first.where)


def _without_copies(table: Table) -> list[Block]:
    """A table whose last cell goes on with the 抄送 behind it, parted from these lines."""
    *cells, last = table.rows[-1]
    inside, mark, behind = last.partition("抄送")
    if not mark:
        return [table]
    lines = [Line(text=line, where=table.where) for line in (mark + behind).split("\n") if line.strip()]
    return [Table(rows=(*table.rows[:-1], (*cells, inside.strip())), where=table.where), *lines]


def _imprint_lines(table: Table) -> list[Line]:
    """The lines of a 版记 that is laid out as a table; nothing where the table is none."""
    rows = ["\u3000".join(cell.strip().replace("\t", "\u3000") for cell in row if cell.strip()) for row in table.rows]
    texts = [text for text in rows if text]
    if not texts or not all(re.match(r"(?:抄送|主送|分送)\s*[：:]", text) or text.endswith("印发") for text in texts):
        return []
    return [Line(text=line, where=table.where) for text in texts for line in text.split("\n")]


def _mended(blocks: Sequence[Block], telling: Telling) -> list[Part]:
    """The lines mended, and those that hold several parts of a notice cut; tables stay."""
    parts: list[Part] = []
    for block in blocks:
        if isinstance(block, Table):
            parts.append(block)
        elif isinstance(block, Line):
            line = mend(block.text, block.where)
            if line.text:
                parts.append(line)
    cut = iter(unpaste([part for part in parts if isinstance(part, Mended)], telling))
    found: list[Part] = []
    pending = next(cut, None)
    for part in parts:
        if isinstance(part, Table):
            found.append(part)
            continue
        while pending is not None and pending.where == part.where:
            found.append(pending)
            pending = next(cut, None)
    return found
