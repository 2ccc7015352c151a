"""The product's own documents pass its own ruler: the demonstration, the five notices, and notices of odd measures."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import drafting, measure, office, render
from drafter.handover import demo
from drafter.library import Library
from drafter.model.notice import Format, Notice
from drafter.model.results import Measurement
from drafter.render import Templates
from tests.conftest import REFERENCES
from tests.render.conftest import in_boxes, item, notice

COLUMNS = ["序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限"]
LONG_ISSUER = "甘肃临夏回族自治州积石山保安族东乡族撒拉族自治县人民政府妇女儿童工作委员会办公室"
OWN_SETTINGS = {
    "even": "imprint_page: even",
    "times": "digits: times",
    "unsealed": "seal: false",
    "small mark": "mark_size: 30",
}
SENTENCE = "深入实施妇女健康保障工程，为全县3500名农村适龄妇女开展“两癌”免费检查，检查覆盖率达到90%以上。"
RARE = "为𠮷镕村、㛃水镇等5个村（社区）的儿童配备图书2000册。"


def _items(count: int, text: str = SENTENCE) -> list[dict[str, Any]]:
    ordinals = [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十"]
    return [
        item(ordinal=ordinal, heading="促进妇女就业创业", clauses=[text, SENTENCE], units=["县妇联", "县人社局"])
        for ordinal in ordinals[:count]
    ]


def _table(rows: int) -> dict[str, Any]:
    cells = [[str(n), "促进妇女就业创业", "县妇联\n县人社局\n县卫健局", "", ""] for n in range(1, rows + 1)]
    return {"title": "2027年为全县妇女儿童办实事工作进展情况表", "columns": COLUMNS, "rows": cells}


def odd_notices() -> dict[str, Notice]:
    """Notices that differ from a plain one in one measure each."""
    plain: dict[str, Any] = {"items": _items(5), "attachments": [_table(6)], "disclosure": "此件公开发布"}
    return {name: notice(**{**plain, **changes}) for name, changes in {**_odd_heads(), **_odd_lists()}.items()}


def _odd_heads() -> dict[str, dict[str, Any]]:
    long_title = f"{LONG_ISSUER}关于印发2027年为全县妇女儿童办实事项目清单的通知"
    list_title = "2027年为全县妇女儿童办实事项目清单和重点任务分工以及完成时限安排表（征求意见后修改稿）"
    copies = ["县委各部门", "县人大常委会办公室", "县政协办公室", "县人武部", "县人民法院", "县人民检察院"]
    many = "，".join(f"第{number}片区各镇人民政府、街道办事处" for number in "一二三四五六七八九十")
    four_lines = "青岚县人民政府办公室关于印发2027年为全县妇女儿童办实事项目清单和重点任务分工以及完成时限安排表的通知"
    secret = {"copy_number": "000012", "secrecy": "机密★1年", "urgency": "特急", "disclosure": None}
    return {
        "plain": {},
        "an issuer of forty characters": {"issuer": LONG_ISSUER, "signature": LONG_ISSUER, "title": long_title},
        "a list title of three lines": {"list_title": list_title},
        "copies in two lines": {"copies_to": copies},
        "a long opening": {"opening": [SENTENCE * 3]},
        "addressees in seven lines": {"recipients": many},
        "a title of four lines": {"title": four_lines},
        "blanks": {"date": None, "doc_number": "青政办字〔2027〕　号"},
        "secret": secret,
    }


def _odd_lists() -> dict[str, dict[str, Any]]:
    direct = {"form": "direct", "list_title": None, "closing": ["请认真落实。"]}
    names = {"title": "名单", "columns": ["单位", "姓名"], "rows": [["县妇联", "甲"]]}
    entry = {"ordinal": "（一）", "heading": "检查", "clauses": [SENTENCE], "units": ["县卫健局"]}
    plain_entry = {**entry, "heading": None}
    return {
        "one item": {"items": _items(1)},
        "twenty items": {"items": _items(20), "attachments": [_table(20)]},
        "an attachment of three pages": {"attachments": [_table(40)]},
        "two attachments": {"attachments": [_table(6), names]},
        "an item of 900 characters": {"items": _items(3, SENTENCE * 18)},
        "rare characters": {"items": [item(clauses=[RARE], units=["㛃水镇政府", "县妇联"])]},
        "sub-entries": {"items": [item(entries=[entry, {**plain_entry, "ordinal": "（二）"}])]},
        "levels in the closing": {"closing": ["一、提高认识。各单位要高度重视。", "（一）压实责任。各负其责。"]},
        "the direct form": direct,
        "the direct form, twenty items": {**direct, "items": _items(20)},
    }


def _documents(library: Library, templates: Templates, folder: Path) -> Iterator[tuple[str, Path, Format]]:
    notices: dict[str, Any] = {reference: library.notice(reference) for reference in REFERENCES}
    notices["draft"] = drafting.new(2027, "临淄区", library)
    notices |= odd_notices()
    for name, value in notices.items():
        for in_format in Format:
            path = folder / f"{name}-{in_format.value}.docx"
            render.docx(value, templates, in_format=in_format).save(path)
            yield f"{name}, {in_format.value}", path, in_format
    for name, text in OWN_SETTINGS.items():
        (folder / name).mkdir()
        (folder / name / "settings.yaml").write_text(f"schema: 1\n{text}\n", encoding="utf-8")
        own = Templates((folder / name, *templates.folders))
        for in_format in Format:
            path = folder / f"{name}-{in_format.value}.docx"
            render.docx(library.notice("博山区-2023"), own, in_format=in_format).save(path)
            yield f"{name}, {in_format.value}", path, in_format
    shown = demo.run(folder / "示例", library, templates)
    yield "demonstration", next(path for path in shown.written if path.suffix == ".docx"), Format.LETTER


@pytest.fixture(scope="module")
def documents(
    library: Library, templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[str, Path, Format]]:
    return list(_documents(library, templates, tmp_path_factory.mktemp("measured")))


@pytest.fixture(scope="module")
def measured(documents: list[tuple[str, Path, Format]]) -> dict[str, Measurement]:
    """Every document measured, with one start of LibreOffice."""
    found = measure.measure_all([path for _, path, _ in documents])
    return {name: one for (name, _, _), one in zip(documents, found, strict=True)}


def _marks(text: str) -> Counter[str]:
    return Counter(char for char in text if char in "，。、；：）”》")


@pytest.mark.long
def test_no_mark_of_a_notice_is_lost_on_the_printed_pages(
    library: Library, templates: Templates, tmp_path: Path
) -> None:
    paths = []
    for reference in REFERENCES:
        paths.append(tmp_path / f"{reference}.docx")
        render.docx(library.notice(reference), templates).save(paths[-1])
    for path, contents in zip(paths, office.convert(paths), strict=True):
        pages = pypdfium2.PdfDocument(contents)
        printed = "".join(page.get_textpage().get_text_range() for page in pages)
        document = docx.Document(str(path))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        written = "".join([*(one.text for one in document.paragraphs), *cells, *in_boxes(document)])
        assert _marks(printed) == _marks(written), path.name


@pytest.mark.long
def test_every_row_that_can_be_judged_is_green(measured: dict[str, Measurement]) -> None:
    red = {
        name: [f"{row.rule} {row.name}: {row.expected} / {row.got}" for row in found.red]
        for name, found in measured.items()
    }
    assert {name: rows for name, rows in red.items() if rows} == {}
    assert {name: found.reason for name, found in measured.items() if not found.measured} == {}
    assert min(found.score[1] for found in measured.values()) >= 90


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing_in_any_of_them(documents: list[tuple[str, Path, Format]]) -> None:
    validator = OpenXmlValidator()
    for name, path, _ in documents:
        assert [str(error) for error in validator.validate(path).errors] == [], name
        assert [str(finding) for finding in ooxml_integrity.check(path)] == [], name
