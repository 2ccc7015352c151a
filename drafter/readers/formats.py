"""Choosing the reader of a file, and the bounds that hold for all of them."""

import importlib
import time
from collections.abc import Sequence

from drafter.errors import NotUnderstood
from drafter.readers import plain_text
from drafter.readers.blocks import Block, Table
from drafter.readers.isolation import GaveUp, Unreadable, blocks_apart
from drafter.readers.notes import Note, Notes
from drafter.readers.sniff import Kind, damaged, is_named_word, is_open_word, kind_of

_MOST_SIGNS = 200_000  # a notice has some ten thousand; a bound on what recognising may cost
_MOST_BLOCKS = 5_000
_HERE = {
    Kind.WORD: "drafter.readers.word",
    Kind.PAGE: "drafter.readers.web_page",
    Kind.OFD: "drafter.readers.ofd",
}


def blocks(data: bytes, name: str) -> tuple[list[Block], tuple[Note, ...]]:
    """The lines and tables of a file, and what its reader has to tell about the file as a whole.

    Raises NotUnderstood for a format that is not read, a damaged file, or one beyond all bounds.
    """
    if not data.strip():
        raise NotUnderstood(f"{name} 是空文件。请核对是否选错了文件。")
    kind = kind_of(data, name)
    notes: Sequence[Note] = ()
    if kind is Kind.TEXT:
        found = plain_text.blocks(_text(data, name))
    elif kind in _HERE:
        found, notes = _here(kind, data, name)
    elif kind is Kind.LEGACY:
        found, notes = _legacy(data, name)
    else:
        found, notes = blocks_apart(kind.value, data, name)
    if len(found) > _MOST_BLOCKS or sum(map(_size, found)) > _MOST_SIGNS:
        raise NotUnderstood(f"{name} 里的文字过多，不像一份通知。请只留下通知本身，另存后重试。")
    return found, tuple(notes)


def _text(data: bytes, name: str) -> str:
    """The text of a file; what is none but is named like a Word document is told to be a damaged one."""
    try:
        return plain_text.decode(data, name)
    except NotUnderstood:
        if is_named_word(name):
            raise damaged(name) from None
        raise


def _here(kind: Kind, data: bytes, name: str) -> tuple[list[Block], list[Note]]:
    """Read in this process; the reader is loaded only now, each brings libraries of its own."""
    notes = Notes()
    try:
        found: list[Block] = importlib.import_module(_HERE[kind]).blocks(data, name, notes)
    except NotUnderstood:
        raise
    except Exception as error:  # readers of damaged files meet what nobody foresaw; the user gets a sentence
        raise NotUnderstood(f"{name} 已损坏或不完整，没有读成。请用原来的程序打开并另存后重试。") from error
    return found, notes.all


def _legacy(data: bytes, name: str) -> tuple[list[Block], list[Note]]:
    """An old Word document by the small converter, else by LibreOffice; the first refusal is the one told.

    LibreOffice is tried only for what may be whole: a document without a password that the converter itself refused.
    """
    began = time.monotonic()
    try:
        return blocks_apart(Kind.LEGACY.value, data, name)
    except GaveUp:
        raise
    except Unreadable as refusal:
        if not is_open_word(data):
            raise
        try:
            return blocks_apart(Kind.FOREIGN.value, data, name, time.monotonic() - began)
        except Unreadable:
            raise refusal from None


def _size(block: Block) -> int:
    return sum(len(cell) for row in block.rows for cell in row) if isinstance(block, Table) else len(block.text)
