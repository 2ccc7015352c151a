"""Automatic numbers of Word: LibreOffice's print is the oracle; where it knows less, the rows of the standard are."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter import office
from drafter.readers import read, word
from drafter.readers.blocks import Line
from drafter.readers.notes import Notes
from drafter.readers.number_formats import formatted
from tests.conftest import REFERENCES
from tests.readers.five import codes, differences, path_of
from tests.readers.numbered import Level, automatic, number, of_levels, with_lists
from tests.readers.test_word import document, read_word, shattered

SAME_IN_OFFICE = (
    "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "taiwaneseCounting",
    "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimal", "decimalZero", "lowerLetter", "upperLetter",
    "lowerRoman", "upperRoman", "ideographTraditional", "ideographZodiac", "chineseLegalSimplified",
)  # fmt: skip
BY_THE_STANDARD = {
    "ideographDigital": {1: "一", 9: "九", 10: "一〇", 12: "一二", 101: "一〇一"},
    "japaneseCounting": {1: "一", 10: "十", 21: "二十一", 100: "百", 101: "百一"},
    "decimalFullWidth": {1: "１", 12: "１２"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "ideographEnclosedCircle": {1: "㊀", 10: "㊉", 11: "11"},
    "ideographLegalTraditional": {2: "貳", 13: "壹拾參", 36: "參拾陸"},
    "chineseCounting": {10: "十", 11: "十一", 20: "二十", 105: "一百零五"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa"},
    "upperRoman": {4: "IV", 1999: "MCMXCIX"},
    "none": {1: ""},
    "a format nobody knows": {3: "3"},
}
TEXT, LEGAL, NEVER = "%1、", "<w:isLgl/>", '<w:lvlRestart w:val="0"/>'
OUTLINE = (
    Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"), Level("decimal", "%3．"),
    Level("decimal", "（%4）"), Level("decimalEnclosedCircle", "%5"),
)  # fmt: skip


def saved(made: Document) -> bytes:
    """The document as the bytes of a file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def lines(made: Document) -> list[str]:
    """The lines we read, blanks left out."""
    return ["".join(one.text.split()) for one in word.blocks(saved(made), "甲.docx", Notes()) if isinstance(one, Line)]


def printed_by_office(documents: Sequence[Document], folder: Path) -> list[list[str]]:
    """The lines that LibreOffice prints, blanks left out."""
    files = [folder / f"{at}.docx" for at in range(len(documents))]
    for made, path in zip(documents, files, strict=True):
        path.write_bytes(saved(made))
    texts = [made.decode("utf-8-sig") for made in office.convert(files, "txt")]
    return [["".join(line.split()) for line in text.split("\n") if line.strip()] for text in texts]


def restarted() -> Document:
    """Two lists of one definition that go on, a third that starts anew."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = with_lists(docx.Document(), [[Level("chineseCounting", TEXT)]], [(0, ""), (0, ""), (0, override)])
    for num in (500, 501, 500, 502, 502, 500):
        number(made.add_paragraph("甲"), num)
    return made


def overridden() -> Document:
    """A level replaced by another for one list."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl>'
    made = with_lists(
        docx.Document(),
        [[Level("chineseCounting", TEXT)]],
        [(0, f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>')],
    )
    for _ in range(3):
        number(made.add_paragraph("甲"))
    return made


def by_style() -> Document:
    """Numbers that come from a style, and from a style that is based on it."""
    made = with_lists(docx.Document(), [OUTLINE])
    list_of = f'<w:pPr {nsdecls("w")}><w:numPr><w:numId w:val="500"/></w:numPr></w:pPr>'
    made.styles["Heading 1"].element.append(parse_xml(list_of))
    based = made.styles.add_style("实事标题", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = made.styles["Heading 1"]
    made.add_paragraph("甲", style="Heading 1")
    made.add_paragraph("乙", style="实事标题")
    number(made.add_paragraph("丙", style="实事标题"), 0)
    made.add_paragraph("丁", style="Heading 1")
    return made


DOCUMENTS: dict[str, Callable[[], Document]] = {
    **{kind: lambda kind=kind: of_levels([Level(kind, TEXT)], [0] * 32) for kind in SAME_IN_OFFICE},  # type: ignore[misc]
    "an outline": lambda: of_levels(OUTLINE, [0, 1, 1, 2, 2, 3, 4, 4, 1, 2, 0, 1, 2]),
    "starting above one": lambda: of_levels([Level("chineseCounting", TEXT, 6)], [0] * 3),
    "levels in one label": lambda: of_levels([Level("decimal", "%1"), Level("decimal", "%1.%2")], [0, 1, 1, 0, 1]),
    "words in the label": lambda: of_levels([Level("chineseCounting", "实事%1：")], [0] * 3),
    "lists that share and restart": restarted,
    "a level replaced": overridden,
    "numbers by style": by_style,
}


@pytest.mark.long
def test_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    made = {name: make() for name, make in DOCUMENTS.items()}
    for name, right in zip(made, printed_by_office(list(made.values()), tmp_path), strict=True):
        assert (name, lines(made[name])) == (name, right)


@pytest.mark.parametrize("kind", BY_THE_STANDARD)
def test_formats_print_as_the_standard_says(kind: str) -> None:
    assert {value: formatted(value, kind) for value in BY_THE_STANDARD[kind]} == BY_THE_STANDARD[kind]


@pytest.mark.parametrize("value", [0, -3, 10_000, 10**9])
def test_a_number_beyond_a_format_prints_figures(value: int) -> None:
    assert formatted(value, "chineseCounting") == str(value)


@pytest.mark.parametrize(
    ("label", "first", "read_as"), [("%1", "2025年", "1 2025年"), ("%1.", "5个", "1. 5个"), ("%1.", "甲", "1.甲")]
)
def test_a_number_never_runs_into_a_figure_of_the_text(label: str, first: str, read_as: str) -> None:
    made = with_lists(docx.Document(), [[Level("decimal", label)]])
    number(made.add_paragraph(first))
    assert [getattr(one, "text", None) for one in word.blocks(saved(made), "甲.docx", Notes())] == [read_as]


def test_a_legal_label_prints_figures_on_all_levels() -> None:
    made = of_levels([Level("chineseCounting", TEXT), Level("decimal", "%1.%2", 1, LEGAL)], [0, 1, 1, 0, 1])
    assert lines(made) == ["一、甲", "1.1甲", "1.2甲", "二、甲", "2.1甲"]


def test_a_level_told_never_to_restart_runs_on() -> None:
    made = of_levels([Level("chineseCounting", TEXT), Level("decimal", "%2．", 1, NEVER)], [0, 1, 1, 0, 1])
    assert lines(made) == ["一、甲", "1．甲", "2．甲", "二、甲", "3．甲"]


def test_bullets_are_no_text_and_still_part_paragraphs() -> None:
    assert lines(of_levels([Level("bullet", "●")], [0, 0])) == ["甲", "甲"]


def test_numbers_in_table_cells_are_counted() -> None:
    made = with_lists(docx.Document(), [[Level("decimal", "%1")]])
    table = made.add_table(2, 2)
    for at, row in enumerate(table.rows):
        number(row.cells[0].paragraphs[0])
        row.cells[1].text = "甲乙"[at]
    (found,) = word.blocks(saved(made), "甲.docx", Notes())
    assert getattr(found, "rows", None) == (("1", "甲"), ("2", "乙"))


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("kind", ["chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand"])
def test_a_notice_with_counted_ordinals_reads_to_the_same_notice(reference: str, kind: str, tmp_path: Path) -> None:
    made = automatic(document(reference, shattered), kind=kind)
    assert sum(one._p.pPr is not None and one._p.pPr.numPr is not None for one in made.paragraphs) >= 8
    reading, plain = read_word(made, tmp_path), read(path_of(reference))
    assert differences(reading.notice, plain.notice) == []
    assert codes(reading) == codes(plain)
