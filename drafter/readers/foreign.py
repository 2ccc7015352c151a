"""Formats that only LibreOffice opens (RTF, ODT, Word XML; a .doc that nothing else reads), by way of .docx."""

import tempfile
from pathlib import Path

from drafter import office
from drafter.readers import word
from drafter.readers.blocks import Block
from drafter.readers.notes import Notes


def blocks(data: bytes, name: str, notes: Notes) -> list[Block]:
    """The lines and tables of a document. Raises NotConverted where LibreOffice is absent or refuses it."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "in.doc")
        source.write_bytes(data)
        (converted,) = office.convert([source], "docx")
    found = word.blocks(converted, name, notes)
    notes.tell("converted", "全文", detail="由 LibreOffice 转换")
    return found
