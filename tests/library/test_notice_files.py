"""The files of the library: read and written again they are the same, and the sources give them anew."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from drafter import readers
from drafter.errors import BrokenFile, FileTrouble, OutOfRange, UnknownReference
from drafter.library import Library, value_file
from drafter.library.store import notice_text
from drafter.model.notice import Item, Notice
from drafter.model.references import Reference
from drafter.workspace import Workspace
from tests.conftest import REFERENCES, ROOT
from tests.library import making

NOTICES = ROOT / "library" / "notices"
SOURCES = ROOT / "library" / "sources"


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_shipped_notice_read_and_written_again_is_the_same_byte_for_byte(library: Library, reference: str) -> None:
    assert notice_text(library.notice(reference)).encode("utf-8") == (NOTICES / f"{reference}.yaml").read_bytes()


@pytest.mark.parametrize("reference", REFERENCES)
def test_the_shipped_library_is_what_the_readers_make_of_its_sources(library: Library, reference: str) -> None:
    read = readers.read(SOURCES / f"{reference}.txt").notice
    assert library.reference_of(read) == reference
    assert notice_text(library.with_themes(read)) == (NOTICES / f"{reference}.yaml").read_text(encoding="utf-8")


def test_the_library_holds_a_notice_for_each_source_and_no_other(library: Library) -> None:
    assert library.references() == sorted(path.stem for path in SOURCES.glob("*.txt")) == sorted(REFERENCES)


@pytest.mark.parametrize("reference", REFERENCES)
def test_each_clause_stands_alone_on_its_line(library: Library, reference: str) -> None:
    lines = (NOTICES / f"{reference}.yaml").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "schema: 1"
    for item in library.notice(reference).items:
        for clause in item.clauses:
            assert sum(clause.text in line for line in lines) == 1


@settings(deadline=None, max_examples=100)
@given(making.notices)
def test_any_notice_written_and_read_is_the_same_notice(notice: Notice) -> None:
    text = notice_text(notice)
    again = value_file.parse(Notice, text, "甲.yaml")
    assert again == notice
    assert notice_text(again) == text


@settings(deadline=None, max_examples=50)
@given(making.notices)
def test_any_yaml_reader_understands_the_file(notice: Notice) -> None:
    read = yaml.load(notice_text(notice), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes only texts
    assert read["title"] == notice.title
    assert [item.get("heading") for item in read.get("items", [])] == [item.heading for item in notice.items]


def _notice(*, year: int = 2031, title: str = "甲") -> Notice:
    item = Item(heading="关爱", clauses=("慰问10人。",), units=("区妇联",))
    return Notice(issuer="周村区人民政府办公室", year=year, form="direct", title=title, items=(item,))


def test_storing_writes_one_file_named_by_place_and_year(workspace: Workspace) -> None:
    path = workspace.library.store(_notice())
    assert path == workspace.root / "library" / "notices" / "周村区-2031.yaml"
    assert Library(workspace.root / "library").notice("周村区-2031") == _notice()


def test_storing_over_a_notice_needs_to_be_asked_for(workspace: Workspace) -> None:
    path = workspace.library.store(_notice())
    before = path.read_bytes()
    with pytest.raises(FileTrouble, match="--replace"):
        workspace.library.store(_notice(title="乙"))
    assert path.read_bytes() == before
    workspace.library.store(_notice(title="乙"), replace=True)
    assert workspace.library.notice("周村区-2031").title == "乙"


def test_a_broken_notice_is_never_written_over(workspace: Workspace) -> None:
    path = workspace.library.store(_notice())
    path.write_text("schema: 1\ntitle: [\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(BrokenFile):
        workspace.library.store(_notice(), replace=True)
    assert path.read_bytes() == before


def test_one_broken_notice_is_named_when_the_library_is_read(workspace: Workspace) -> None:
    path = workspace.library.path_of("博山区-2025")
    path.write_text(path.read_text(encoding="utf-8").replace("year: 2025", "year: 二〇二五"), encoding="utf-8")
    with pytest.raises(BrokenFile, match="整数") as told:
        list(workspace.library.notices())
    assert (told.value.path, told.value.line) == (path, 3)


def test_an_unknown_notice_is_told_with_the_nearest_ones(library: Library) -> None:
    with pytest.raises(UnknownReference, match="博山区-2025"):
        library.notice("博山区-2024")
    with pytest.raises(UnknownReference, match="博山区-2025"):
        library.clause(Reference.parse("博山-2025#1.1"))


@pytest.mark.parametrize("place", ["博山区-2025#0", "博山区-2025#11", "博山区-2025#3.3", "博山区-2025#3.0"])
def test_an_item_or_clause_that_is_not_there_is_told_with_how_many_there_are(library: Library, place: str) -> None:
    with pytest.raises(OutOfRange, match="第1至第"):
        library.clause(Reference.parse(place if "." in place else f"{place}.1"))


def test_the_newest_notice_of_a_place_is_by_year(workspace: Workspace) -> None:
    assert workspace.library.newest("博山区") == "博山区-2025"
    assert workspace.library.newest("周村区") is None
    workspace.library.store(_notice(year=2019))
    workspace.library.store(_notice(year=2021))
    assert workspace.library.newest("周村区") == "周村区-2021"


def test_files_that_are_no_notices_are_left_alone(workspace: Workspace) -> None:
    folder = workspace.root / "library" / "notices"
    (folder / "说明.txt").write_text("甲", encoding="utf-8")
    (folder / "博山区-2025.yaml.bak").write_text("乙", encoding="utf-8")
    assert workspace.library.references() == sorted(REFERENCES)


def test_a_reference_cannot_lead_out_of_the_library(library: Library) -> None:
    with pytest.raises(UnknownReference):
        library.notice(str(Path("..") / "units"))
