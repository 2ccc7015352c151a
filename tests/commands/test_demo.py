"""`drafter demo`: the main job on the shipped library, every output marked 示例, every number counted."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from drafter.library import Library
from drafter.text import targets
from tests.commands.conftest import content_of
from tests.conftest import ROOT, Ran, Run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder that one run of the demonstration left, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "demo", "-o", "成果"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return folder / "成果", Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def draft(made: tuple[Path, Ran]) -> dict[str, Any]:
    """The draft's file, read by nothing but a YAML parser."""
    data: dict[str, Any] = yaml.load(next(made[0].glob("*.yaml")).read_bytes(), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only text
    return data


@pytest.fixture(scope="module")
def account(made: tuple[Path, Ran]) -> str:
    return next(made[0].glob("*.txt")).read_text(encoding="utf-8")


def _figures(item: dict[str, Any]) -> list[str]:
    texts = [one if isinstance(one, str) else one["text"] for one in item["clauses"]]
    return [target.text for text in texts for target in targets.find(text)]


def test_it_leaves_draft_document_comparison_and_account_all_named_an_example(made: tuple[Path, Ran]) -> None:
    folder, ran = made
    assert (ran.code, ran.err) == (0, "")
    kept = [path for path in folder.iterdir() if not path.name.startswith(".")]
    assert sorted(path.suffix for path in kept) == [".bak", ".docx", ".docx", ".history", ".html", ".txt", ".yaml"]
    assert all(path.name.startswith("示例") for path in kept)
    for path in kept:
        if path.suffix in (".yaml", ".docx", ".html", ".txt"):
            assert path.name in ran.out
    assert not [path for path in folder.parent.iterdir() if path != folder]


def test_the_first_page_says_example_and_serial_and_date_are_blank(
    made: tuple[Path, Ran], draft: dict[str, Any]
) -> None:
    paragraphs = [one.text for one in docx.Document(str(made[0] / "示例-临淄区-2027.docx")).paragraphs]
    printed = [text for text in paragraphs if text.strip()]
    assert printed[0] == "示例，非正式公文\t临政办字〔2027〕\u3000号"
    assert "2027年\u3000月\u3000日" in printed
    assert "date" not in draft
    assert draft["doc_number"] == "临政办字〔2027〕\u3000号"


def test_table_and_page_say_example_and_show_the_changed_targets(made: tuple[Path, Ran]) -> None:
    page = (made[0] / "示例-临淄区-2027-比对.html").read_text(encoding="utf-8")
    table = docx.Document(str(made[0] / "示例-临淄区-2027-对照表.docx"))
    printed = "\n".join(one.text for one in table.paragraphs)
    cells = [cell.text for one in table.tables for row in one.rows for cell in row.cells]
    assert "示例，非正式公文" in page
    assert "示例，非正式公文" in printed
    for figure in ("8场", "10场", "不少于120场", "不少于100场"):
        assert figure in page
        assert figure in cells


def test_it_takes_two_items_drops_one_and_changes_two_targets_all_with_reasons(draft: dict[str, Any]) -> None:
    last = Library(ROOT / "library").notice("临淄区-2026")
    origins = [item["origin"] for item in draft["items"]]
    taken = [item for item in draft["items"] if not item["origin"].startswith("临淄区-2026#")]
    assert sorted(item["origin"].split("#")[0] for item in taken) == ["博山区-2025", "淄博市-2024"]
    assert all(item["reason"] for item in taken)
    assert len(draft["dropped"]) == 1
    assert draft["dropped"][0]["reason"]
    continued = {f"临淄区-2026#{number}" for number in range(1, 11)} & set(origins)
    assert continued == {f"临淄区-2026#{number}" for number in range(1, 11)} - {draft["dropped"][0]["item"]["origin"]}
    changed = []
    for item in draft["items"]:
        if item in taken:
            continue
        old = last.items[int(item["origin"].split("#")[1]) - 1]
        before = [target.text for clause in old.clauses for target in targets.find(clause.text)]
        if _figures(item) != before:
            assert len(set(_figures(item)) ^ set(before)) == 2
            assert item["reason"]
            changed.append(item)
    assert len(changed) == 2


def test_no_name_of_the_place_it_was_taken_from_is_left(draft: dict[str, Any]) -> None:
    text = "".join(str(item) for item in draft["items"])
    assert "全市" not in text
    assert "市教育局" not in text
    assert not re.search(r"2024年|2025年|2026年", draft["title"] + draft["list_title"] + "".join(draft["opening"]))


def test_every_number_of_the_account_is_that_of_the_draft(draft: dict[str, Any], account: str) -> None:
    items = draft["items"]
    own = sum(item["origin"].startswith("临淄区-2026#") for item in items)
    figures = sum(len(_figures(item)) for item in items)
    assert f"现有实事{len(items)}项" in account
    assert f"沿用底稿{own}项，采自别处{len(items) - own}项" in account
    assert f"底稿中未延续{len(draft['dropped'])}项" in account
    assert f"指标{figures}个，已确认0个" in account
    assert f"{figures}个指标的确认" in account
    for item in items:
        if not item["origin"].startswith("临淄区-2026#"):
            assert item["origin"] in account
            assert item["reason"] in account
    assert draft["dropped"][0]["reason"] in account


def test_the_account_shows_the_suggestions_for_a_wish_and_the_comparison(account: str) -> None:
    assert "征集意见" in account
    assert re.search(r"\d+%\u3000\S+-20\d\d#\d+\.\d+\u3000.*残疾儿童", account)
    assert "与去年比对" in account
    assert account.count("【新增") == 2
    assert account.count("【未延续") == 1
    assert "8场 → 10场" in account
    assert "不少于120场 → 不少于100场" in account
    assert "上调1个，下调1个" in account
    assert "正式印发前还缺" in account


def test_a_second_run_into_the_same_folder_refuses_and_changes_nothing(made: tuple[Path, Ran], run: Run) -> None:
    before = content_of(made[0])
    again = run("demo", "-o", made[0])
    assert again.code == 3
    assert again.out == ""
    assert "已经存在" in again.err
    assert "-o" in again.err
    assert content_of(made[0]) == before


def test_the_demonstration_is_the_same_each_time(made: tuple[Path, Ran], run: Run, tmp_path: Path) -> None:
    assert run("demo", "-o", tmp_path / "又一次").code == 0
    for path in made[0].iterdir():
        if path.suffix in (".yaml", ".docx", ".html", ".txt"):
            assert (tmp_path / "又一次" / path.name).read_bytes() == path.read_bytes()
