"""征集事项比对表: the same rows in Word and in the workbook."""

import io
from pathlib import Path

import ooxml_integrity
import pytest
import python_calamine
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import drafting, readers, suggest
from drafter.handover import wish_table
from drafter.library import Library
from drafter.model.suggestion import Advised
from drafter.render import Templates
from tests.conftest import ROOT
from tests.handover.making import rows, texts

HEADS = ["序号", "征集事项", "提出单位", "相近往年事项", "建议", "理由"]


@pytest.fixture(scope="module")
def advised(library: Library) -> list[Advised]:
    """Forty wishes held against 临淄区's draft."""
    wishes = readers.read_wishes(ROOT / "tests" / "suggest" / "wishes.txt").wishes
    return suggest.advise(wishes, library, draft=drafting.new(2027, "临淄区", library))


def test_word_and_workbook_have_the_same_rows(advised: list[Advised], templates: Templates) -> None:
    expected = [list(row) for row in wish_table.rows(advised)]
    made = wish_table.docx(advised, "征集.txt", templates)
    printed = rows(made)
    assert printed[1] == HEADS
    assert printed[2:] == expected
    sheet = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(wish_table.xlsx(advised, "征集.txt").data)
    ).get_sheet_by_index(0)
    assert sheet.to_python()[1:] == [HEADS, *expected]
    assert "征集.txt" in "".join(texts(made))


def test_the_sum_counts_every_wish_once(advised: list[Advised]) -> None:
    said = wish_table.summary(advised)
    numbers = [int(part) for part in "".join(c if c.isdigit() else " " for c in said).split()]
    assert numbers[0] == 40 == sum(numbers[1:])


def test_a_row_tells_where_the_past_commitment_stands(advised: list[Advised]) -> None:
    found = next(one for one in advised if one.card)
    assert found.card
    assert found.card.source
    past = wish_table.past_of(found.card)
    assert past.startswith(f"{found.card.ref}（{found.card.source}）\n{found.card.clause}")


def test_the_history_of_a_target_stands_in_the_row(library: Library) -> None:
    card = suggest.cards("每千人口婴幼儿托位数", library, limit=1)[0]
    assert wish_table.history_lines(card) == ["每千人口拥有3岁以下婴幼儿托位数：2023年达到3.8个 → 2025年达到4.7个"]


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing(
    advised: list[Advised], templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / "表.docx"
    wish_table.docx(advised, "征集.txt", templates).save(path)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(path)] == []
