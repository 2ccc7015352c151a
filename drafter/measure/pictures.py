"""A Word document as pictures of its printed pages, and the faces that stood in for those it names."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from drafter import office
from drafter.measure import fonts, pdf
from drafter.measure.fonts import StandIns


@dataclass(frozen=True)
class Pictured:
    """The pages of a document: its PDF, a PNG a page, and each face it names with the one printed for it."""

    pdf: bytes
    pages: tuple[bytes, ...]
    stand_ins: StandIns


def of(word: bytes) -> Pictured:
    """The pages of a .docx as LibreOffice prints it. Raises NotConverted."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(word)
        printed = office.convert([path])[0]
        return Pictured(printed, pdf.pictures(printed), fonts.find_stand_ins(path, pdf.read(printed)))
