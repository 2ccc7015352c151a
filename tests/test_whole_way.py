"""The whole way of the five notices: text → model → YAML → model → .docx → model, without a difference."""

from pathlib import Path

import pytest

from drafter import readers, render
from drafter.library import Library
from drafter.render import Templates
from drafter.workspace import Workspace
from tests.conftest import REFERENCES, ROOT


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_notice_comes_back_from_the_whole_way_as_it_was_read(
    reference: str, workspace: Workspace, library: Library, templates: Templates, tmp_path: Path
) -> None:
    read = library.with_themes(readers.read(ROOT / "library" / "sources" / f"{reference}.txt").notice)
    workspace.library.store(read, replace=True)
    stored = workspace.library.notice(reference)
    assert stored == read
    render.docx(stored, templates).save(tmp_path / "通知.docx")
    back = library.with_themes(readers.read(tmp_path / "通知.docx").notice)
    assert back == read


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_clause_of_the_source_is_printed_in_the_document(
    reference: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    render.docx(library.notice(reference), templates).save(tmp_path / "通知.docx")
    printed = readers.read(tmp_path / "通知.docx").notice
    source = "".join((ROOT / "library" / "sources" / f"{reference}.txt").read_text(encoding="utf-8").split())
    folded = source.replace("**", "").replace(",", "，").replace("％", "%")
    for item in printed.items:
        for clause in item.all_clauses:
            assert "".join(clause.text.split()) in folded
