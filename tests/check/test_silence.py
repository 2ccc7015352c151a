"""What lies in a Word file and is not printed is told once, and its cause is not told as another fault."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from drafter import check, readers, render
from drafter.library import Library
from drafter.model.finding import Finding
from drafter.render import Templates
from tests.check import cases, spoilt_characters, spoilt_pages
from tests.check.spoiling import body

Spoil = Callable[[Document], object]


def hidden_units(document: Document) -> None:
    """The unit clause of the first item hidden, the rest of it printed."""
    item = next(run for run in body(document) if run.text.endswith("）") and "责任单位" in run.text)
    before, mark, units = item.text.partition("（责任单位")
    item.text = before
    added = document.add_paragraph().add_run(mark + units)
    added.font.hidden = True
    item._r.addnext(added._r)


def _found(spoil: Spoil, library: Library, folder: Path) -> tuple[set[str], list[Finding]]:
    """What reading told of a clean notice spoilt so, and what a check of the file finds."""
    path = folder / "通知.docx"
    render.docx(cases.clean(), Templates((cases.HERE.parents[1] / "templates",))).save(path)
    document = docx.Document(str(path))
    spoil(document)
    document.save(str(path))
    reading = readers.read(path)
    found = check.run(reading.notice, library=library, problems=reading.problems, document=path)
    return {one.code for one in reading.problems}, list(found)


@pytest.mark.parametrize(
    ("spoil", "code", "word"),
    [
        (spoilt_characters.hidden_words, "text-hidden", "隐藏"),
        (spoilt_pages.commented, "comment-left-out", "批注"),
    ],
)
def test_what_the_layout_tells_reading_does_not_tell_again(
    spoil: Spoil, code: str, word: str, library: Library, tmp_path: Path
) -> None:
    told, found = _found(spoil, library, tmp_path)
    assert code in told
    assert code not in {one.rule for one in found}
    assert [one.rule for one in found if word in one.message] == ["residue"]


def test_units_that_are_hidden_are_not_told_to_be_missing(library: Library, tmp_path: Path) -> None:
    told, found = _found(hidden_units, library, tmp_path)
    assert {"text-hidden", "units-missing"} <= told
    assert "units-missing" not in {one.rule for one in found}
    assert [one.rule for one in found if "隐藏" in one.message] == ["residue"]


def test_of_a_text_that_holds_no_layout_the_word_of_reading_stands(library: Library) -> None:
    problems = [{"code": "text-hidden", "printed": "内部掌握", "message": "文件里有隐藏文字，没有收入"}]
    found = cases.run_all({"problems": problems}, library, Path())
    assert [one.rule for one in found] == ["text-hidden"]
