"""The sheets as files: sound by two checkers, in styles alone, opened by LibreOffice, forms on one page."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pypdfium2
import pytest
from docx.shared import Twips
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import drafting
from drafter.handover import consultation, cover, progress_tables
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.render import Rendered, Templates
from tests.handover.making import draft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "临淄区妇女儿童工作委员会办公室暨家庭家教家风建设工作领导小组联席会议办公室综合协调组"
HARD = "&<>\"'{}{{ 7*7 }}{% x %} 😀𠮷"
HEAVY: dict[str, Any] = {
    "issuer": LONG,
    "title": f"{LONG}关于印发2027年为全区妇女儿童办实事项目清单的通知",
    "recipients": "各镇人民政府、街道办事处，各开发区管委会，区人民政府各部门，有关企事业单位，" * 3,
    "copies_to": ["区委各部门", "区人大常委会办公室", "区政协办公室", "区纪委监委机关", "区人武部", "区法院"],
    "disclosure": None,
}


def drafts(library: Library) -> dict[str, Draft]:
    entry = {"ordinal": "（一）", "heading": "检查", "clauses": [{"text": "检查2次。"}], "units": ["区卫健局"]}
    return {
        "临淄区": drafting.new(2027, "临淄区", library),
        "淄川区": drafting.new(2027, "淄川区", library),
        "一项": draft({"units": ["区妇联"], "entries": [entry]}),
        "怪字": draft({"units": ["区妇联", HARD], "heading": HARD, "clauses": [{"text": f"{HARD}2次。"}]}),
        "长": draft({"units": [LONG], "clauses": [{"text": "举办活动10场，" * 200 + "好。"}]}, **HEAVY),
    }


@pytest.fixture(scope="module")
def files(library: Library, templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Up to three sheets of each kind for each draft, by name."""
    folder = tmp_path_factory.mktemp("sheets")
    found: dict[str, Path] = {}
    for name, made in drafts(library).items():
        documents: dict[str, Rendered] = {f"稿纸-{name}": cover.make(made, templates)}
        tables = list(progress_tables.make(made, library, templates).documents.values())
        asked = list(consultation.make(made, library, templates).documents.values())
        documents |= {f"进展-{name}-{at}": one for at, one in enumerate(tables[:3])}
        documents |= {f"征求-{name}-{at}": one for at, one in enumerate(asked[:3])}
        for kind, document in documents.items():
            found[kind] = folder / f"{kind}.docx"
            document.save(found[kind])
    return found


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing(files: dict[str, Path]) -> None:
    validator = OpenXmlValidator()
    for name, path in files.items():
        assert [str(error) for error in validator.validate(path).errors] == [], name
        assert [str(finding) for finding in ooxml_integrity.check(path)] == [], name


def test_nothing_is_formatted_directly_and_no_template_mark_is_left(files: dict[str, Path]) -> None:
    for name, path in files.items():
        body = docx.Document(str(path)).element.body
        for properties in body.iter(f"{W}rPr"):
            assert {child.tag for child in properties} <= {f"{W}rStyle", f"{W}rFonts"}, name
        for properties in body.iter(f"{W}pPr"):
            assert {child.tag for child in properties} <= {f"{W}pStyle", f"{W}sectPr"}, name
        text = "".join(node.text or "" for node in body.iter(f"{W}t"))
        assert not re.search(r"\{%(?:p|tr|tc) ", text), name
        assert "{{" not in text.replace("{{ 7*7 }}", ""), name


def test_every_cell_has_a_paragraph_and_every_table_fills_the_type_area(files: dict[str, Path]) -> None:
    for name, path in files.items():
        for table in docx.Document(str(path)).tables:
            assert sum(int(column.get(f"{W}w") or 0) for column in table._tbl.tblGrid.gridCol_lst) == 8845, name
            for row in table._tbl.tr_lst:
                assert sum(cell.width or 0 for cell in row.tc_lst) == Twips(8845), name
                assert all(cell.p_lst for cell in row.tc_lst), name


@pytest.mark.long
def test_libreoffice_opens_each_and_forms_stay_on_one_page(files: dict[str, Path], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "soffice is not installed"
    profile, out = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "pdf"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, files.values())],
        capture_output=True,
        timeout=180,
        check=True,
    )
    assert {path.stem for path in out.iterdir()} == set(files)
    pages = {path.stem: len(pypdfium2.PdfDocument(path)) for path in out.iterdir()}
    assert {name: count for name, count in pages.items() if name.startswith("稿纸") and count > 1} == {}
    assert pages["征求-一项-0"] == pages["进展-一项-1"] == 1
