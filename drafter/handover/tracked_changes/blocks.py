"""The printed document as blocks: paragraphs with their characters, tables, and the paragraphs of each item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from drafter.render.bookmarks import PREFIX

Element = etree._Element
PARAGRAPH, TABLE, ROW, CELL, RUN, TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
P_PROPERTIES, R_PROPERTIES, BOX = qn("w:pPr"), qn("w:rPr"), qn("w:txbxContent")
_BREAK, _TAB, _TYPE, _START = (qn(f"w:{name}") for name in ("br", "tab", "type", "bookmarkStart"))


@dataclass(frozen=True)
class Atom:
    """A character of a paragraph, or something in it that is no text (`text` is empty): a drawing, a bookmark.

    `run` is the run it stands in, None for what stands beside the runs.
    """

    text: str
    element: Element
    run: Element | None


def atoms(paragraph: Element) -> Iterator[Atom]:
    """What a paragraph holds, in order; its properties are not in it, nor the text of boxes anchored in it."""
    for child in paragraph:
        if child.tag == RUN:
            for part in child:
                if part.tag == TEXT:
                    yield from (Atom(char, part, child) for char in part.text or "")
                elif part.tag != R_PROPERTIES:
                    yield Atom(_sign(part), part, child)
        elif child.tag != P_PROPERTIES:
            yield Atom("", child, None)


def _sign(part: Element) -> str:
    """What a part of a run that is no text is as a character, nothing for a drawing or the like."""
    if part.tag == _BREAK:
        return "\n" if part.get(_TYPE, "textWrapping") == "textWrapping" else ""
    return "\t" if part.tag == _TAB else ""


def text_of(paragraph: Element) -> str:
    """The characters of a paragraph, a line feed for each line break."""
    parts = (part for run in paragraph.iterchildren(RUN) for part in run)
    return "".join(part.text or "" if part.tag == TEXT else _sign(part) for part in parts)


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{P_PROPERTIES}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val"), ""))


def is_blank(block: Element) -> bool:
    """Whether a block is an empty line: layout, which is never compared."""
    return block.tag == PARAGRAPH and not text_of(block).strip() and next(block.iter(BOX), None) is None


def blocks(container: Element) -> list[Element]:
    """The paragraphs and tables of a body, a box or a cell, without empty lines."""
    return [child for child in container if child.tag in (PARAGRAPH, TABLE) and not is_blank(child)]


def boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, those for older programs too."""
    return list(paragraph.iter(BOX))


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(row.iterchildren(CELL))


def rows(table: Element) -> list[Element]:
    """The rows of a table."""
    return list(table.iterchildren(ROW))


def cell_text(cell: Element) -> str:
    """The text of a cell, its paragraphs parted by line feeds."""
    return "\n".join(map(text_of, cell.iterchildren(PARAGRAPH)))


@dataclass(frozen=True)
class Body:
    """The blocks of a document: before the items, of each item by its number, behind them."""

    head: list[Element]
    items: dict[int, list[Element]]
    tail: list[Element]


def body(element: Element, ids: Sequence[str], lengths: Sequence[int]) -> Body:
    """Find the items by their bookmarks; `lengths` are the paragraphs that each prints.

    An item without bookmark belongs to the one before it; without any bookmark everything is head.
    """
    found = blocks(element)
    numbers = {f"{PREFIX}{one}": number for number, one in enumerate(ids, start=1)}
    starts = [(at, number) for at, block in enumerate(found) if (number := _number(block, numbers))]
    if not starts:
        return Body(found, {}, [])
    last, number = starts[-1]
    end = min(len(found), last + lengths[number - 1])
    ends = [at for at, _ in starts[1:]] + [end]
    items = {one: found[at:until] for (at, one), until in zip(starts, ends, strict=True)}
    return Body(found[: starts[0][0]], items, found[end:])


def _number(block: Element, numbers: dict[str, int]) -> int | None:
    names = (mark.get(qn("w:name"), "") for mark in block.iterchildren(_START))
    return next((numbers[name] for name in names if name in numbers), None)
