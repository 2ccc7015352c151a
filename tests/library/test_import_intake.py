"""Notices coming into a library: known when they come again, never in another's place, with where they came from."""

import datetime
from pathlib import Path

import pytest

from drafter import readers
from drafter.errors import BrokenFile, FileTrouble
from drafter.library import Library, intake, provenance, value_file
from drafter.library.intake import Intake, Standing
from drafter.library.provenance import Provenance
from drafter.library.store import is_file_name, notice_text
from drafter.model.notice import Item, Notice
from drafter.workspace import Workspace
from tests.conftest import REFERENCES, ROOT
from tests.library import coming_in

SOURCE = Provenance(file="去年.txt", sha256="ab" * 32, format="text", read_on=datetime.date(2026, 11, 5))


def _read(text: str) -> Notice:
    return readers.read_bytes(text.encode(), "粘贴").notice


def _stored(workspace: Workspace, text: str) -> Library:
    library = workspace.library
    judged = Intake(library).judge(library.with_themes(_read(text)), exact=False)
    intake.store(judged, SOURCE, library)
    return library


def _judged(library: Library, text: str, *, exact: bool = False) -> intake.Judged:
    return Intake(library).judge(library.with_themes(_read(text)), exact=exact)


def test_a_notice_of_a_new_place_is_new(workspace: Workspace) -> None:
    judged = _judged(workspace.library, coming_in.text())
    assert (judged.ref, judged.standing, judged.told) == ("安平区-2025", Standing.NEW, None)


def test_the_same_content_is_the_same_whatever_themes_a_person_set(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    path = library.path_of("安平区-2025")
    old = path.read_text(encoding="utf-8")
    assert "- 妇女健康" in old
    path.write_text(old.replace("- 妇女健康", "- 困难妇女"), encoding="utf-8")
    assert _judged(library, coming_in.text()).standing is Standing.SAME
    again = _judged(library, coming_in.text(), exact=True)
    assert again.standing is Standing.CHANGED
    assert "主题" in (again.told or "")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"women": 3000}, "第1项不同"),
        ({"units": "区妇联"}, "第3项不同"),
        ({"day": 9}, "日期由“2025-03-05”变为“2025-03-09”"),
    ],
)
def test_another_reading_of_the_notice_is_told_with_what_differs(
    workspace: Workspace, changes: dict[str, int | str], told: str
) -> None:
    judged = _judged(_stored(workspace, coming_in.text()), coming_in.text(**changes))  # type: ignore[arg-type]
    assert judged.standing is Standing.CHANGED
    assert told in (judged.told or "")
    assert "\n" not in (judged.told or "")


def test_an_item_more_or_less_is_told_as_a_count(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    shorter = coming_in.text().split("三、实施困境")[0]
    assert "实事由3项变为2项" in (_judged(library, shorter).told or "")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"serial": 17}, "文号"),
        ({"issuer": "安平区妇女儿童工作委员会办公室"}, "发文机关"),
    ],
)
def test_another_document_of_the_same_place_and_year_takes_no_place(
    workspace: Workspace, changes: dict[str, int | str], told: str
) -> None:
    library = _stored(workspace, coming_in.text())
    judged = _judged(library, coming_in.text(**changes), exact=True)  # type: ignore[arg-type]
    assert (judged.ref, judged.standing) == ("安平区-2025", Standing.OTHER)
    assert told in (judged.told or "")
    reason = str(intake.refusal(judged, library))
    assert "安平区-2025.yaml" in reason
    assert "--replace" not in reason


def test_of_two_that_come_in_together_under_one_reference_the_first_is_taken(workspace: Workspace) -> None:
    library = workspace.library
    coming = Intake(library)
    first = coming.judge(_read(coming_in.text()), exact=False)
    coming.accept(first, name="甲.txt", sha256="aa")
    again = coming.judge(_read(coming_in.text()), exact=False)
    other = coming.judge(_read(coming_in.text(women=10)), exact=False)
    assert (again.standing, other.standing) == (Standing.SAME, Standing.OTHER)
    assert "甲.txt" in (other.told or "")
    assert coming.known("aa") == "安平区-2025"


def test_what_was_read_before_is_known_by_its_bytes_as_long_as_the_notice_stands(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    assert Intake(library).known(SOURCE.sha256) == "安平区-2025"
    assert Intake(library).known("00") is None
    library.path_of("安平区-2025").unlink()
    assert Intake(library).known(SOURCE.sha256) is None


def test_provenance_is_kept_beside_the_notice_and_is_stable(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    kept = provenance.path_of(library, "安平区-2025")
    assert provenance.of_notice(library, "安平区-2025") == SOURCE
    assert provenance.of_notice(library, "博山区-2025") is None
    text = kept.read_text(encoding="utf-8")
    assert value_file.to_text(value_file.parse(Provenance, text, kept)) == text
    notice = library.path_of("安平区-2025").read_text(encoding="utf-8")
    assert notice_text(library.notice("安平区-2025")) == notice
    assert "sha256" not in notice


def test_a_replaced_notice_and_its_provenance_stay_as_backups(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    path = library.path_of("安平区-2025")
    before = path.read_bytes()
    intake.store(_judged(library, coming_in.text(women=9)), SOURCE.replaced(file="改.txt"), library)
    assert path.with_name(path.name + ".bak").read_bytes() == before
    assert library.notice("安平区-2025").items[0].clauses[0].text.startswith("为9名")
    assert provenance.of_notice(library, "安平区-2025") == SOURCE.replaced(file="改.txt")
    backup = provenance.path_of(library, "安平区-2025").with_name("安平区-2025.yaml.bak")
    assert "去年.txt" in backup.read_text(encoding="utf-8")


def test_a_broken_provenance_is_named_with_its_line(workspace: Workspace) -> None:
    library = _stored(workspace, coming_in.text())
    path = provenance.path_of(library, "安平区-2025")
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-05", "去年"), encoding="utf-8")
    with pytest.raises(BrokenFile) as told:
        Intake(library)
    assert (told.value.path, told.value.line) == (path, 5)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_shipped_notice_comes_in_as_the_same(library: Library, reference: str) -> None:
    text = (ROOT / "library" / "sources" / f"{reference}.txt").read_text(encoding="utf-8")
    judged = _judged(library, text, exact=True)
    assert (judged.ref, judged.standing) == (reference, Standing.SAME)


@pytest.mark.parametrize("issuer", ["../../甲", "甲/乙", "甲\\乙", "..", ".甲", "甲:乙", "甲\n乙", "甲" * 90, "甲#1"])
def test_an_issuer_whose_name_would_leave_the_folder_is_refused(workspace: Workspace, issuer: str) -> None:
    item = Item(heading="甲", clauses=("乙。",))
    notice = Notice(issuer=issuer, year=2025, form="direct", title="甲", items=(item,))
    before = sorted(workspace.root.parent.rglob("*"))
    with pytest.raises(FileTrouble, match="发文机关"):
        Intake(workspace.library).judge(notice, exact=False)
    with pytest.raises(FileTrouble, match="发文机关"):
        workspace.library.store(notice)
    assert sorted(workspace.root.parent.rglob("*")) == before


@pytest.mark.parametrize("reference", [*REFERENCES, "甲 乙-2025", "甲·乙自治州-2025"])
def test_the_names_of_places_are_names_of_files(reference: str) -> None:
    assert is_file_name(reference)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.txt", tmp_path / ("长" * 200)):
        with pytest.raises(FileTrouble, match="请"):
            provenance.digest_of(path)


def test_a_file_name_is_shown_without_what_a_terminal_would_obey() -> None:
    assert provenance.printable("甲\x1b[2J乙\n丙\udcff.txt") == "甲□[2J乙□丙□.txt"
