"""Word files for the cases of the layout rules, each spoilt by the function of its name."""

import io
from functools import cache
from pathlib import Path

from docx import Document

from drafter import render
from drafter.model.notice import Notice
from drafter.render import Templates
from tests.check import spoilt_characters, spoilt_pages
from tests.conftest import ROOT

_SPOILING = {**vars(spoilt_characters), **vars(spoilt_pages)}


@cache
def _printed(clean: Notice) -> bytes:
    """Our own rendering of a notice, made once."""
    return render.docx(clean, Templates((ROOT / "templates",))).data


def make(name: str, clean: Notice, folder: Path) -> Path:
    """The Word file of a name: our own rendering of a clean notice, spoilt by the function of that name."""
    path = folder / f"{name}.docx"
    document = Document(io.BytesIO(_printed(clean)))
    _SPOILING[name](document)
    document.save(str(path))
    return path
