"""The marked copy: the words of the tracked document in faces that survive print, on the page of the clean copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import compare
from drafter.handover import marked_copy, tracked_changes
from drafter.handover.tracked_changes import Pages
from drafter.library import Library
from drafter.measure import measure_all
from drafter.model.comparison import Comparison
from drafter.model.results import Element
from drafter.render import Rendered, Templates
from tests.handover.settling import W, body_of, lines

OFFICE = shutil.which("soffice")
PAIRS = [("博山区-2023", "博山区-2025"), ("淄博市-2024", "临淄区-2026"), ("临淄区-2026", "淄川区-2023")]
# paper, margins, type area, characters a line, lines a page, pitch, spacing of characters: the page itself
GEOMETRY = ("P-01", "P-02", "P-03", "P-04", "P-05", "P-23", "P-24", "P-25", "P-26", "P-27", "P-28", "P-29")


@pytest.fixture(scope="module")
def made(library: Library, templates: Templates) -> dict[tuple[str, str], tuple[Pages, bytes, bytes]]:
    """For each pair its pages, the marked copy and the tracked document."""
    found = {}
    for old, new in PAIRS:
        before, after = library.notice(old), library.notice(new)
        pages, comparison = tracked_changes.printed(before, after, templates), compare.notices(before, after)
        marked = marked_copy.document(pages, comparison).data
        found[old, new] = (pages, marked, tracked_changes.document(pages, comparison).data)
    return found


@pytest.mark.parametrize("document", [marked_copy.document, tracked_changes.document])
def test_text_that_is_wholly_new_runs_on_to_the_end_of_the_first_page(
    document: Callable[[Pages, Comparison], Rendered], library: Library, templates: Templates
) -> None:
    old = library.notice("临淄区-2026")
    long = "经区政府研究，新一年的十件实事确定如下，各责任单位要制定方案，倒排工期，按季度报送进展，年底前逐项验收。"
    for opening in ((long, "请各镇、街道抓好落实，及时解决推进中的困难，让群众得到实惠。"), (long * 5,)):
        new = old.replaced(year=2027, opening=opening)
        pages = tracked_changes.printed(old, new, templates)
        assert _held(pages.new.document.data, opening), "the clean copy has to keep or part its text for this test"
        assert _held(document(pages, compare.notices(old, new)).data, opening) == []


def _held(data: bytes, opening: tuple[str, ...]) -> list[str]:
    """The paragraphs of the opening that are kept with the next one or begin a page."""
    found = []
    for paragraph in body_of(data).iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        held = [name for name in ("keepNext", "pageBreakBefore") if paragraph.find(f"{W}pPr/{W}{name}") is not None]
        if text and held and any(text in one for one in opening):
            found.append(text)
    return found


def stretches(data: bytes) -> list[tuple[str, str]]:
    """The text of each run outside boxes with what its face says: gone, come, remark or kept."""
    found = []
    for run in body_of(data).iter(W + "r"):
        if next(run.iterancestors(W + "txbxContent"), None) is not None:
            continue
        face = run.find(W + "rPr")
        named = set() if face is None else {str(one.tag).removeprefix(W) for one in face}
        kind = next((kind for kind in ("strike", "bdr", "shd") if kind in named), "kept")
        text = "".join(one.text or "" for one in run if one.tag in (W + "t", W + "delText"))
        mark = run.getparent().tag.removeprefix(W)
        if text and kind != "shd":
            found.append(({"del": "strike", "ins": "bdr"}.get(mark, kind), text))
    return found


def test_it_marks_the_same_words_as_the_tracked_document(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]],
) -> None:
    for _, marked, tracked in made.values():
        assert stretches(marked) == stretches(tracked)


def test_deletions_are_struck_in_red_and_additions_boxed_in_blue(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]],
) -> None:
    for _, marked, _ in made.values():
        body = body_of(marked)
        assert not list(body.iter(W + "ins", W + "del", W + "delText", W + "commentReference"))
        for run in body.iter(W + "r"):
            struck, boxed = run.find(f"{W}rPr/{W}strike"), run.find(f"{W}rPr/{W}bdr")
            colour = run.find(f"{W}rPr/{W}color")
            assert (struck is None) or (boxed is None)
            if struck is not None:
                assert colour.get(W + "val") == "C00000"
            if boxed is not None:
                assert {boxed.get(W + "color"), colour.get(W + "val")} == {"0000FF"}


def test_the_mark_of_another_office_is_told_in_a_remark(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]],
) -> None:
    pages, marked, _ = made["淄博市-2024", "临淄区-2026"]
    body = body_of(marked)
    boxed = ["".join(text.text or "" for text in box.iter(W + "t")) for box in body.iter(W + "txbxContent")]
    assert boxed[0] == pages.new.notice.issuer
    assert any("原为“淄博市人民政府办公室”" in (text.text or "") for text in body.iter(W + "t"))


def test_without_what_is_struck_it_reads_as_the_new_notice(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]],
) -> None:
    for pages, marked, _ in made.values():
        body = body_of(marked)
        for run in [one for one in body.iter(W + "r") if one.find(f"{W}rPr/{W}strike") is not None]:
            run.getparent().remove(run)
        for run in [one for one in body.iter(W + "r") if one.find(f"{W}rPr/{W}shd") is not None]:
            run.getparent().remove(run)
        assert lines(body) == lines(body_of(pages.new.document.data))


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]], tmp_path: Path
) -> None:
    for at, (_, marked, _) in enumerate(made.values()):
        path = tmp_path / f"花脸稿{at}.docx"
        path.write_bytes(marked)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
        assert [str(finding) for finding in ooxml_integrity.check(path)] == []


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_its_page_has_the_measures_of_the_clean_copy(
    made: dict[tuple[str, str], tuple[Pages, bytes, bytes]], tmp_path: Path
) -> None:
    paths = []
    for at, (pages, marked, _) in enumerate(made.values()):
        for name, data in (("清稿", pages.new.document.data), ("花脸稿", marked)):
            paths.append(tmp_path / f"{name}{at}.docx")
            paths[-1].write_bytes(data)
    measured = measure_all(paths)
    for clean, copy in zip(measured[::2], measured[1::2], strict=True):
        wanted, found = rows(clean.elements), rows(copy.elements)
        assert len(wanted) > 8
        assert {name: row.expected for name, row in found.items()} == {n: row.expected for n, row in wanted.items()}
        assert {name: row.ok for name, row in found.items()} == {n: row.ok for n, row in wanted.items()}
        assert all(row.ok for row in found.values())


def rows(elements: tuple[Element, ...]) -> dict[tuple[str, str], Element]:
    """The rows of the page itself, by rule and name."""
    return {(one.rule, one.name): one for one in elements if one.rule in GEOMETRY}
