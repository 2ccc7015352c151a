"""A library of one's own for the tests of the index."""

import shutil
from pathlib import Path

from drafter.library import Library
from tests.conftest import ROOT


def library(folder: Path) -> Library:
    """A copy of the shipped library in a folder."""
    shutil.copytree(ROOT / "library", folder / "library", ignore=shutil.ignore_patterns(".*", "sources"))
    return Library(folder / "library")


def change(found: Library, ref: str, old: str, new: str) -> None:
    """Change the file of a notice as an editor does."""
    path = found.path_of(ref)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
