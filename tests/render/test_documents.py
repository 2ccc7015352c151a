"""The finished Word document: the same each time, sound, in styles, and readable by other programs."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from docx.document import Document
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import drafting, render
from drafter.handover import demo
from drafter.library import Library
from drafter.model.notice import Notice
from drafter.render import Templates
from tests.conftest import REFERENCES, ROOT
from tests.render.conftest import W, item, notice, paragraphs, printed, saved


def every_kind(library: Library) -> Iterator[tuple[str, Notice]]:
    """The five notices, a draft from each of the two forms, and one with everything a notice may have."""
    for reference in REFERENCES:
        yield reference, library.notice(reference)
    for reference in ("临淄区-2026", "淄川区-2023"):
        draft = drafting.new(2027, reference.split("-")[0], library, library.notice(reference))
        yield f"草稿-{reference}", drafting.notice_of(draft)
    yield "空白框架", drafting.notice_of(drafting.new(2027, "张店区", library))
    entry = {"ordinal": "（一）", "heading": "检查", "clauses": ["全年检查2次。"], "units": ["县卫健局"]}
    table = {"title": "名单", "columns": ["单位", "姓名"], "rows": [["县妇联", "甲\n乙"]]}
    yield (
        "各部分俱全",
        notice(
            items=[item(entries=[entry], leader="张三丰", deadline="2027年底")],
            closing=["请认真落实。"],
            contact_line="联系电话：5550123",
            disclosure="此件公开发布",
            copies_to=["县委各部门"],
            attachments=[table, table, {"title": "办法"}],
        ),
    )


@pytest.fixture(scope="session")
def files(library: Library, templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The documents of every kind of notice and of the demonstration, by name."""
    folder = tmp_path_factory.mktemp("documents")
    made = {name: saved(value, templates, folder / f"{name}.docx") for name, value in every_kind(library)}
    shown = demo.run(folder / "示例", library, templates)
    return made | {"示例": next(path for path in shown.written if path.suffix == ".docx")}


@pytest.fixture(scope="session")
def documents(files: dict[str, Path]) -> dict[str, Document]:
    return {name: docx.Document(str(path)) for name, path in files.items()}


def styled(document: Document, name: str) -> list[str]:
    """The texts of the paragraphs of a style."""
    return [one.text for one in paragraphs(document) if one.style and one.style.name == name]


def test_the_same_notice_gives_the_same_bytes(library: Library, templates: Templates, files: dict[str, Path]) -> None:
    for name, value in every_kind(library):
        assert render.docx(value, templates).data == files[name].read_bytes(), name
    code = (
        "import hashlib; from pathlib import Path; from drafter import render; from drafter.library import Library\n"
        "notice = Library(Path('library')).notice('博山区-2023')\n"
        "data = render.docx(notice, render.Templates((Path('templates'),))).data\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    assert other.stdout.strip() == hashlib.sha256(files["博山区-2023"].read_bytes()).hexdigest()


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing(files: dict[str, Path]) -> None:
    validator = OpenXmlValidator()
    for name, path in files.items():
        result = validator.validate(path)
        assert [str(error) for error in result.errors] == [], name
        assert [str(finding) for finding in ooxml_integrity.check(path)] == [], name


@pytest.mark.long
def test_libreoffice_opens_each_document(files: dict[str, Path], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "soffice is not installed"
    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path / "pdf"),
            *map(str, files.values()),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = {path.stem for path in (tmp_path / "pdf").iterdir() if path.read_bytes().startswith(b"%PDF")}
    assert made == {path.stem for path in files.values()}


def test_nothing_is_formatted_directly_and_no_template_mark_is_left(documents: dict[str, Document]) -> None:
    allowed = {f"{W}rStyle", f"{W}rFonts"}
    for name, document in documents.items():
        body = document.element.body
        for properties in body.iter(f"{W}rPr"):
            assert {child.tag for child in properties} <= allowed, name
            for fonts in properties.iter(f"{W}rFonts"):
                assert set(fonts.attrib) == {f"{W}hint"}, name
        for properties in body.iter(f"{W}pPr"):
            assert {child.tag for child in properties} <= {f"{W}pStyle", f"{W}sectPr", f"{W}keepNext"}, name
        text = "".join(node.text or "" for node in body.iter(f"{W}t"))
        assert not any(mark in text for mark in ("{{", "{%", "}}", "%}")), name


def test_the_lines_of_a_title_joined_are_the_title(library: Library, documents: dict[str, Document]) -> None:
    for name, value in every_kind(library):
        (title,) = styled(documents[name], "公文标题")
        assert title.replace("\n", "") == value.title, name
        assert len(title.split("\n")) >= 2, name
        assert [one.replace("\n", "") for one in styled(documents[name], "清单标题")] == (
            [value.list_title] if value.list_title else []
        )


def test_an_item_is_one_paragraph_its_heading_in_a_style_of_its_own(
    library: Library, documents: dict[str, Document]
) -> None:
    for reference in REFERENCES:
        value = library.notice(reference)
        paragraphs = [
            one for one in documents[reference].paragraphs if one.style and one.style.name == "实事条目" and one.text
        ]
        assert len(paragraphs) == len(value.items)
        for one, paragraph in zip(value.items, paragraphs, strict=True):
            heading, text = (run for run in paragraph.runs if run.text)
            assert heading.style is not None
            assert heading.style.name == "实事标题"
            assert heading.text == f"{one.ordinal}、{one.heading}。"
            assert text.text.startswith(one.body)
            assert text.style is None or text.style.name != "实事标题"
    style = documents[REFERENCES[0]].styles["实事标题"].element
    assert {fonts.get(f"{W}eastAsia") for fonts in style.iter(f"{W}rFonts")} == {"黑体"}


def test_the_head_row_of_a_table_is_repeated_and_rows_are_not_torn(documents: dict[str, Document]) -> None:
    tables = [table for document in documents.values() for table in document.tables]
    assert len(tables) >= 5
    for table in tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f".//{W}tblHeader") is not None
        assert all(row.find(f".//{W}tblHeader") is None for row in others)
        assert all(row.find(f".//{W}cantSplit") is not None for row in (first, *others))
        widths = [int(column.get(f"{W}w") or 0) for column in table._tbl.tblGrid.gridCol_lst]
        assert abs(sum(widths) - 8845) <= len(widths)


def test_the_table_of_a_draft_is_made_from_its_items_under_the_heads_of_the_source(
    documents: dict[str, Document], library: Library
) -> None:
    (table,) = documents["草稿-临淄区-2026"].tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    source = library.notice("临淄区-2026")
    assert rows[0] == list(source.attachments[0].columns)
    assert [row[1] for row in rows[1:]] == [one.heading for one in source.items]
    assert rows[1] == ["1", "促进女性高质量充分就业", "区人社局\n区妇联\n区商务局", "", ""]


def test_the_parts_of_both_forms_stand_in_their_order(documents: dict[str, Document]) -> None:
    def order(name: str) -> list[str]:
        names = [one.style.name for one in paragraphs(documents[name]) if one.style and one.text.strip()]
        return [str(one) for at, one in enumerate(names) if one not in names[:at]]

    head = ["发文机关标志", "发文字号", "公文标题", "主送机关", "公文正文"]
    assert order("临淄区-2026") == [
        *head, "署名", "成文日期", "附注", "清单标题", "实事条目", "联系方式", "附件说明", "附件标识", "附件标题",
    ]  # fmt: skip
    direct = order("博山区-2023")
    assert direct[:6] == [*head, "实事条目"]
    assert direct.index("附件说明") < direct.index("署名")
    assert "清单标题" not in direct
    assert order("示例")[:2] == ["发文机关标志", "发文字号与密级"]


def test_what_is_not_known_yet_is_blank_and_only_an_example_bears_a_banner(
    templates: Templates, documents: dict[str, Document]
) -> None:
    draft = documents["草稿-临淄区-2026"]
    assert styled(draft, "成文日期") == ["2027年\u3000月\u3000日"]
    assert styled(draft, "发文字号") == ["临政办字〔2027〕\u3000号"]
    assert styled(draft, "发文字号与密级") == []
    assert styled(documents["示例"], "发文字号与密级") == ["示例，非正式公文\t临政办字〔2027〕\u3000号"]
    assert styled(printed(notice(doc_number=None), templates), "发文字号") == [""]
