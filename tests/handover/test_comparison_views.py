"""The five views of a comparison say the same, and the documents among them are sound."""

import io
import itertools
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter.compare import page, terminal
from drafter.handover import comparison_table, explanation, marked_copy, tracked_changes
from drafter.model.comparison import ClauseChange, ClauseKind, Piece, PieceKind
from drafter.render import Templates
from tests.compare import viewing
from tests.compare.viewing import HOSTILE, in_page, in_table, in_terminal, notice
from tests.handover.compared import GOES, REWORDED, Case, made_item
from tests.handover.making import opened, texts

MARKS = {PieceKind.KEPT: "", PieceKind.DELETED: "\u0336", PieceKind.INSERTED: "\u0332"}


def test_terminal_page_table_and_values_tell_the_same_changes_in_the_same_order(
    made: dict[str, Case], templates: Templates
) -> None:
    for name, (_, _, comparison, told) in made.items():
        on_terminal, _ = in_terminal(terminal.lines(told))
        on_page, _ = in_page(page.page(told))
        in_document, _ = in_table(comparison_table.document(told, templates))
        assert on_terminal == on_page == in_document, name
        assert [(old, new) for _, old, new in on_page] == viewing.of_values(comparison), name
        assert on_page or name.split("→")[0] == name.split("→")[-1], name


def test_terminal_page_and_table_tell_the_same_targets_those_lowered_or_ended_first(
    made: dict[str, Case], templates: Templates
) -> None:
    bad = ("下调", "取消指标")
    for name, (_, _, comparison, told) in made.items():
        moved = [target for item in comparison.items for target in item.targets if target.change.value != "same"]
        assert len(in_terminal(terminal.lines(told))[1]) == len(moved), name
        counts = [
            len(in_page(page.page(told))[1]),
            len(in_table(comparison_table.document(told, templates))[1]),
            sum(len(item.targets) for item in comparison.items),
        ]
        assert len(set(counts)) == 1, name
        labels = [row.label in bad for row in told.targets]
        assert labels == sorted(labels, reverse=True), name
        for row, on_page in zip(told.targets, in_page(page.page(told))[1], strict=True):
            assert on_page == " ".join((row.label, row.place, row.object, row.old, row.new, row.note)), name


WORDS = st.sampled_from(
    ["妇女", "儿童", "培训", "检查", "活动", "建设", "关爱", "提升", "服务", "社区", "家庭", "就业", "健康", "教育"]
)
CLAUSES = st.builds("".join, st.lists(WORDS, min_size=2, max_size=9)).flatmap(
    lambda text: st.sampled_from([f"{text}。", f"开展{text}12场。", f"{text}不少于200人次。"])
)
LISTS = st.lists(
    st.builds(
        lambda heading, units, clauses: made_item(heading, units, *clauses),
        st.builds("".join, st.lists(WORDS, min_size=1, max_size=4)),
        st.sampled_from(["县妇联", "县妇联、县教体局", "县卫健局"]),
        st.lists(CLAUSES, min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=25, deadline=None)
@given(LISTS, LISTS, st.data())
def test_terminal_page_and_table_agree_on_any_two_lists(
    templates: Templates, old: list[dict[str, Any]], further: list[dict[str, Any]], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(old), max_size=len(old), unique_by=id))
    comparison, told = viewing.told(notice(*old, year=2026), notice(*kept, *further))
    on_page, _ = in_page(page.page(told))
    assert in_terminal(terminal.lines(told, 60))[0] == on_page
    assert in_table(comparison_table.document(told, templates))[0] == on_page
    assert [(old, new) for _, old, new in on_page] == viewing.of_values(comparison)


def test_a_clause_that_was_moved_and_changed_counts_as_both_and_shows_its_words_in_all_five_views(
    made: dict[str, Case], templates: Templates
) -> None:
    old, new, comparison, told = made["移动并修改"]
    (clause,) = [one for item in comparison.items for one in item.clauses if one.moved and one.changed]
    assert (clause.kind, clause.old, clause.new) == (ClauseKind.MOVED, GOES, REWORDED)
    assert told.summary[1] == "措施未变6条，修改1条，移动1条；其中移动并修改的1条。"
    lines = terminal.lines(told)
    for shown in (
        in_terminal(lines)[0],
        in_page(page.page(told))[0],
        in_table(comparison_table.document(told, templates))[0],
    ):
        assert ("移动并修改", clause.old, clause.new) in shown
    assert "适龄女孩{+分批+}免费接种疫苗" in "".join(line.strip() for line in lines)
    assert 'data-kind="moved changed"' in page.page(told)
    pages = tracked_changes.printed(old, new, templates)
    for document in (tracked_changes.document(pages, comparison), marked_copy.document(pages, comparison)):
        assert _marked(clause.pieces) in _of_runs(document.data)
        assert any("上年第二项移来，文字也有修改" in text for text in (*texts(document), *_remarks(document.data)))


def _remarks(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(data)).comments]


def test_a_clause_taken_from_a_third_notice_is_told_with_its_source(
    made: dict[str, Case], templates: Templates
) -> None:
    told = made["草稿"][3]
    source = "取自 淄博市-2024#3.2"
    assert source in "".join(line.strip() for line in terminal.lines(told))
    assert f"（{source}" in page.page(told)
    notes = [row.cells[4].text for row in opened(comparison_table.document(told, templates)).tables[0].rows]
    assert [note for note in notes if note.startswith(source)]
    assert any(f"”{source}" in text for text in texts(explanation.document(told, templates)))
    assert not [line for row in told.items for line in row.lines if line.origin.startswith("临淄区-2026")]


def test_the_units_of_an_item_that_came_or_ended_stand_with_it(made: dict[str, Case], templates: Templates) -> None:
    for name, line in (("移动", ("增加", "", "县文旅局")), ("草稿", ("删去", "区教体局", ""))):
        told = made[name][3]
        for shown in (
            in_terminal(terminal.lines(told))[0],
            in_page(page.page(told))[0],
            in_table(comparison_table.document(told, templates))[0],
        ):
            assert line in shown


def test_between_two_places_nothing_is_said_to_have_been_raised_cancelled_or_continued(
    made: dict[str, Case], templates: Templates
) -> None:
    told = made["淄博市-2024→临淄区-2026"][3]
    document = opened(comparison_table.document(told, templates))
    shown = (
        "".join(line.strip() for line in terminal.lines(told)),
        page.page(told).split("<main>")[1].split("<script>")[0],
        "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells),
        "".join(texts(explanation.document(told, templates))),
    )
    words = ("下调", "上调", "取消指标", "新增指标", "持平", "口径变化", "未延续", "沿用", "移自", "措施移入", "移位")
    for text in shown:
        assert [word for word in words if word in text] == []
    assert {row.label for row in told.targets} <= {"低于", "高于", "相同", "没有", "另有", "口径不同"}
    assert any(row.note.startswith(("少", "多", "低", "高")) for row in told.targets)


def _marked(pieces: Iterable[Piece]) -> str:
    """A text every character of which bears what became of it."""
    return "".join(char + MARKS[piece.kind] for piece in pieces for char in piece.text if char.strip())


def _of_runs(data: bytes) -> str:
    """The text of a document, every character with what its tracked change or its face says became of it."""
    text = []
    for run in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:r")):
        face = run.find(qn("w:rPr"))
        struck = face is not None and face.find(qn("w:strike")) is not None
        boxed = face is not None and face.find(qn("w:bdr")) is not None
        around = {one.tag for one in run.iterancestors(qn("w:ins"), qn("w:del"))}
        kind = PieceKind.KEPT
        if struck or qn("w:del") in around:
            kind = PieceKind.DELETED
        elif boxed or qn("w:ins") in around:
            kind = PieceKind.INSERTED
        inner = "".join(node.text or "" for node in run.iter(qn("w:t"), qn("w:delText")))
        text.append(_marked([Piece(kind=kind, text=inner)]))
    return "".join(text)


def _stretches(clause: ClauseChange) -> list[str]:
    """What must stand together: a clause with words kept; else what went and what came, each for itself."""
    if any(piece.kind is PieceKind.KEPT for piece in clause.pieces):
        return [_marked(clause.pieces)]
    return [_marked([piece]) for piece in clause.pieces]


def test_tracked_changes_and_marked_copy_show_each_changed_clause_word_by_word_as_the_others_do(
    made: dict[str, Case], templates: Templates
) -> None:
    for name, (old, new, comparison, _) in made.items():
        pages = tracked_changes.printed(old, new, templates)
        tracked = _of_runs(tracked_changes.document(pages, comparison).data)
        marked = _of_runs(marked_copy.document(pages, comparison).data)
        for clause in itertools.chain.from_iterable(item.clauses for item in comparison.items):
            if clause.changed or clause.kind in (ClauseKind.ADDED, ClauseKind.REMOVED):
                for stretch in _stretches(clause):
                    assert stretch in tracked, (name, clause.old, clause.new)
                    assert stretch in marked, (name, clause.old, clause.new)


@pytest.fixture(scope="module")
def files(made: dict[str, Case], templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """对照表 and 起草说明 of each case and of hostile text."""
    folder = tmp_path_factory.mktemp("views")
    old = notice({"heading": HOSTILE, "clauses": [f"{HOSTILE}一件事。"], "units": [HOSTILE]}, year=2026, title=HOSTILE)
    new = notice({"heading": f"{HOSTILE}新", "clauses": [f"{HOSTILE}2场。"], "units": ["县妇联"]}, opening=[HOSTILE])
    hostile = viewing.told(old, new, old_name=HOSTILE, new_name=f"{HOSTILE}2")[1]
    found = {}
    for name, told in {**{name: case[3] for name, case in made.items()}, "怪字": hostile}.items():
        for kind, make in (("对照表", comparison_table.document), ("起草说明", explanation.document)):
            found[f"{kind}-{name}"] = folder / f"{kind}-{name.replace('→', '-')}.docx"
            make(told, templates).save(found[f"{kind}-{name}"])
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
        for properties in body.iter(qn("w:rPr")):
            assert {child.tag for child in properties} <= {qn("w:rStyle"), qn("w:rFonts")}, name
        text = "".join(node.text or "" for node in body.iter(qn("w:t")))
        assert "{{" not in text.replace("{{ 7*7 }}", ""), name
        assert "{%" not in text.replace("{% x %}", ""), name


def test_hostile_text_stands_in_the_table_as_it_is(files: dict[str, Path]) -> None:
    cells = [
        cell.text
        for table in docx.Document(str(files["对照表-怪字"])).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert any(f"{HOSTILE}一件事。" == cell for cell in cells)
    assert any(f"{HOSTILE}2场。" == cell for cell in cells)


def test_the_table_is_landscape_its_heads_repeat_and_only_long_rows_may_break(files: dict[str, Path]) -> None:
    document = docx.Document(str(files["对照表-博山区-2023→博山区-2025"]))
    page_size = document.sections[0]
    assert (page_size.page_width or 0) > (page_size.page_height or 0)
    assert len(document.tables) == 3
    broken = []
    for table in document.tables:
        heads, whole = (
            [row._tr.trPr is not None and row._tr.trPr.find(qn(name)) is not None for row in table.rows]
            for name in ("w:tblHeader", "w:cantSplit")
        )
        assert heads[:2] == [True, True]
        assert not any(heads[2:])
        longest = [max(len(cell.text) for cell in row.cells) for row in table.rows[2:]]
        assert all(kept for kept, size in zip(whole[2:], longest, strict=True) if size <= 50)
        assert not any(kept for kept, size in zip(whole[2:], longest, strict=True) if size > 150)
        broken += [kept for kept in whole[2:] if not kept]
    assert broken
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["序号", "2023年", "2025年", "变化类型", "说明"]


def test_what_changed_can_be_told_without_colour(files: dict[str, Path]) -> None:
    with zipfile.ZipFile(files["对照表-移动"]) as package:
        styles = package.read("word/styles.xml").decode("utf-8")
    deleted = styles.split('w:styleId="DeletedWords"')[1].split("</w:style>")[0]
    inserted = styles.split('w:styleId="InsertedWords"')[1].split("</w:style>")[0]
    assert "<w:strike/>" in deleted
    assert "<w:b/>" in inserted
    assert '<w:u w:val="single"/>' in inserted


def test_the_order_is_that_of_the_new_list_then_what_ended(made: dict[str, Case]) -> None:
    told = made["博山区-2023→博山区-2025"][3]
    new = [row.new for row in told.items if row.new]
    assert new == sorted(new)
    ended = [bool(row.new) for row in told.items]
    assert ended == sorted(ended, reverse=True)


def test_an_office_may_lay_its_own_template_beside(made: dict[str, Case], tmp_path: Path, templates: Templates) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    with zipfile.ZipFile(templates.path("compare")) as shipped, zipfile.ZipFile(own / "compare.docx", "w") as changed:
        for name in shipped.namelist():
            data = shipped.read(name)
            if name == "word/document.xml":
                data = data.replace("一、内容对照".encode(), "内容逐条对照".encode())
            changed.writestr(name, data)
    document = comparison_table.document(made["移动"][3], Templates((own, *templates.folders)))
    assert opened(document).tables[0].rows[0].cells[0].text == "内容逐条对照"
