"""The index follows the library's files, survives what happens to its own, and is asked by several at once."""

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from drafter.index import NEAR_ENOUGH, Index, index
from drafter.index.database import NAME
from drafter.library import Library
from drafter.model.notice import Notice
from drafter.suggest import Shelf
from tests.conftest import ROOT
from tests.index import making
from tests.library.making import notices

QUERIES = ("放学后没人接孩子", "托育", "两癌免费检查", "给残疾孩子做康复", "开展戏曲进校园活动30场")


def answers(found: Index) -> list[list[tuple[str, float]]]:
    return [[(hit.ref, round(hit.score, 5)) for hit in found.search(query, 5)] for query in QUERIES]


def test_a_clause_is_found_by_its_own_text_with_likeness_one(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    found = Index.open(library)
    for ref, notice in library.notices():
        clause = notice.items[0].all_clauses[0].text
        best = found.search(clause, 1)[0]
        assert (best.ref, best.text, round(best.score, 5)) == (f"{ref}#1.1", clause, 1.0)


def test_figures_and_marks_do_not_matter(tmp_path: Path) -> None:
    found = Index.open(making.library(tmp_path))
    best = found.search("新开通 27 条研学定制公交", 1)[0]
    assert (best.ref, round(best.score, 5)) == ("博山区-2025#6.2", 1.0)


@pytest.mark.parametrize("query", ["", "  ", "，。", "qqqq zzzz", "%", "'", '"', "\x00", "𠮷", "…"])
def test_what_nothing_answers_gives_nothing_near(tmp_path: Path, query: str) -> None:
    found = Index.open(making.library(tmp_path))
    assert all(hit.near < NEAR_ENOUGH for hit in found.search(query, 5))


def test_one_character_is_enough_to_find_what_holds_it(tmp_path: Path) -> None:
    found = Index.open(making.library(tmp_path))
    assert "药" in found.search("药", 1)[0].text


@pytest.mark.parametrize("left_out", ["博山区-2025", "博山区-2025#3", "博山区-2025#3.1"])
def test_what_is_left_out_is_not_found(tmp_path: Path, left_out: str) -> None:
    found = Index.open(making.library(tmp_path))
    query = "稳步推进托育服务工作，每千人口拥有3岁以下婴幼儿托位数达到4.7个。"
    assert found.search(query, 1)[0].ref == "博山区-2025#3.1"
    hits = found.search(query, 5, leave_out=frozenset({left_out}))
    assert len(hits) == 5
    assert not any(f"{hit.ref}.".replace("#", ".").startswith(f"{left_out}.".replace("#", ".")) for hit in hits)


def test_a_changed_an_added_and_a_removed_file_are_noticed(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    found = Index.open(library)
    making.change(library, "博山区-2025", "新开通1条研学定制公交。", "新开通1条观鸟热气球航线。")
    library.path_of("博山区-2023").rename(library.path_of("青山县-2023"))
    library.path_of("淄川区-2023").unlink()
    found.refresh()
    assert found.search("观鸟热气球航线", 1)[0].ref == "博山区-2025#6.2"
    assert all(found.notice(ref) == notice for ref, notice in library.notices())
    assert found.notice("淄川区-2023") is None
    refs = {hit.ref.split("#")[0] for query in QUERIES for hit in found.search(query, 100)}
    assert refs == {"博山区-2025", "青山县-2023", "淄博市-2024", "临淄区-2026"}


def test_after_any_changes_a_small_index_answers_as_a_fresh_one(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    found = Index.open(library)
    making.change(library, "博山区-2025", "新开通1条研学定制公交。", "新开通9条课后服务专线。")
    library.path_of("淄川区-2023").unlink()
    found.refresh()
    (library.folder / NAME).unlink()
    assert answers(found) == answers(Index.open(library))


def test_a_large_index_takes_in_a_changed_notice_without_being_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = making.library(tmp_path)
    found = Index.open(library)
    monkeypatch.setattr(index, "_SMALL", 0)
    monkeypatch.setattr(index, "_CHURN", 1.0)
    before = (library.folder / NAME).stat().st_ino
    making.change(library, "博山区-2025", "新开通1条研学定制公交。", "新开通1条观鸟热气球航线。")
    found.refresh()
    assert (library.folder / NAME).stat().st_ino == before
    hit = found.search("观鸟热气球航线", 1)[0]
    assert (hit.ref, hit.text) == ("博山区-2025#6.2", "新开通1条观鸟热气球航线。")
    assert found.notice("博山区-2025") == library.notice("博山区-2025")
    assert not any("研学定制公交" in other.text for other in found.search("新开通1条研学定制公交。", 100))
    assert answers(Index.open(library)) == answers(found)


@settings(max_examples=30)
@given(notice=notices)
def test_a_notice_is_given_as_its_file_says(notice: Notice) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = making.library(Path(folder))
        library.store(notice, replace=True)
        ref = library.reference_of(notice)
        found = Index.open(library)
        assert found.notice(ref) == notice == library.notice(ref)
        found.close()


def test_each_copy_of_a_clause_is_found(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    copy = library.path_of("青山县-2025")
    copy.write_bytes(library.path_of("博山区-2025").read_bytes())
    found = Index.open(library)
    hits = found.search("新开通1条研学定制公交。", 2)
    assert [hit.ref for hit in hits] == ["博山区-2025#6.2", "青山县-2025#6.2"]
    assert [hit.score for hit in hits] == [1.0, 1.0]
    (hit,) = found.search("新开通1条研学定制公交。", 1, leave_out=frozenset({"博山区-2025"}))
    assert hit.ref == "青山县-2025#6.2"


def test_a_broken_file_is_named_and_the_others_are_searched(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    library.path_of("博山区-2023").write_text("schema: 1\nissuer: [\n", encoding="utf-8")
    for _ in range(2):
        found = Index.open(library)
        ((ref, reason),) = found.faults
        assert ref == "博山区-2023"
        assert "博山区-2023.yaml" in reason
        assert found.search("托育", 1)


def test_an_office_may_add_a_word_of_its_own(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    assert all(hit.near < NEAR_ENOUGH for hit in Index.open(library).search("蘑菇课堂", 5))
    register = library.folder / "synonyms.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("groups:\n", "groups:\n- 蘑菇课堂、科普大篷车\n"), encoding="utf-8")
    best = Index.open(Library(library.folder)).search("蘑菇课堂", 1)[0]
    assert "科普大篷车" in best.text
    assert best.near >= NEAR_ENOUGH


@pytest.mark.parametrize("spoil", ["", "no database", "SQLite format 3\0" + "\0" * 5000])
def test_a_spoilt_index_is_written_again(tmp_path: Path, spoil: str) -> None:
    library = making.library(tmp_path)
    right = answers(Index.open(library))
    (library.folder / NAME).write_text(spoil, encoding="utf-8")
    assert answers(Index.open(library)) == right
    assert sqlite3.connect(library.folder / NAME).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_index_spoilt_in_its_middle_or_deleted_while_in_use_goes_on_answering(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    found = Index.open(library)
    right = answers(found)
    path = library.folder / NAME
    data = path.read_bytes()
    path.write_bytes(data[:8192] + os.urandom(len(data) - 8192))
    assert answers(found) == right
    assert answers(Index.open(library)) == right
    path.unlink()
    assert answers(found) == right
    found.refresh()
    assert answers(found) == right
    assert path.exists()


@pytest.mark.parametrize("spoilt", [b"", b"abc", b"\xff" * 400], ids=["empty", "cut", "wild"])
def test_spoilt_postings_do_no_harm(tmp_path: Path, spoilt: bytes) -> None:
    library = making.library(tmp_path)
    right = answers(Index.open(library))
    with sqlite3.connect(library.folder / NAME) as connection:
        connection.execute("UPDATE posting SET ids = ?", (spoilt,))
    assert answers(Index.open(library)) == right


@pytest.mark.parametrize("spoilt", ["", "{", "{}", b"\xff\x00"], ids=["empty", "cut off", "of nothing", "no text"])
def test_of_a_spoilt_value_no_notice_is_made(tmp_path: Path, spoilt: str | bytes) -> None:
    library = making.library(tmp_path)
    Index.open(library).close()
    with sqlite3.connect(library.folder / NAME) as connection:
        connection.execute("UPDATE value SET json = ?", (spoilt,))
    assert Index.open(library).notice("博山区-2025") is None
    assert Shelf(library).notice("博山区-2025").year == 2025


def test_where_the_index_cannot_be_written_it_lies_in_memory(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    (library.folder / NAME).mkdir()
    found = Index.open(library)
    assert found.search("托育", 1)
    assert [path.name for path in library.folder.iterdir() if path.name.endswith(".tmp")] == []


def test_progress_hears_every_file_that_is_read(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    heard: list[tuple[int, int]] = []
    Index.open(library, lambda done, of: heard.append((done, of)))
    assert heard == [(done, 5) for done in range(1, 6)]
    heard.clear()
    time.sleep(2.1)
    Index.open(library)  # the files are old enough now for their times to be trusted
    Index.open(library, lambda done, of: heard.append((done, of)))
    assert heard == []


def _keep_asking(
    folder: Path, right: list[list[tuple[str, float]]], until: float, out: "multiprocessing.Queue[str]"
) -> None:
    try:
        while time.time() < until:
            found = Index.open(Library(folder))
            if answers(found) != right:
                out.put("other answers")
                return
            found.close()
        out.put("")
    except BaseException as error:
        out.put(repr(error))


def test_processes_that_ask_and_write_at_once_all_get_right_answers_while_the_file_is_deleted(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    right = answers(Index.open(library))
    (library.folder / NAME).unlink()
    context = multiprocessing.get_context("spawn")
    out: multiprocessing.Queue[str] = context.Queue()
    until = time.time() + 6
    workers = [context.Process(target=_keep_asking, args=(library.folder, right, until, out)) for _ in range(3)]
    for worker in workers:
        worker.start()
    while time.time() < until:
        time.sleep(0.05)
        (library.folder / NAME).unlink(missing_ok=True)
    told = [out.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    assert told == ["", "", ""]


def test_a_process_killed_while_it_writes_the_index_leaves_a_library_that_answers(tmp_path: Path) -> None:
    library = making.library(tmp_path)
    code = (
        "import pathlib, sys; from drafter.index import Index; from drafter.library import Library;"
        "Index.open(Library(pathlib.Path(sys.argv[1])))"
    )
    for delay in (0.15, 0.25, 0.35, 0.5):
        (library.folder / NAME).unlink(missing_ok=True)
        process = subprocess.Popen([sys.executable, "-c", code, str(library.folder)], cwd=ROOT)
        time.sleep(delay)
        process.kill()
        process.wait()
        assert Index.open(library).search("托育", 1)[0].near > NEAR_ENOUGH
