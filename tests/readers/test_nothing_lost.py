"""No word of a text is lost in silence: it is in the notice, or in a problem that is told, or the text is refused."""

import functools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import NotUnderstood
from drafter.model.results import Reading
from drafter.readers import read
from tests.conftest import REFERENCES
from tests.readers.accounting import lost
from tests.readers.five import lines_of, path_of, source

# A stray line of each kind that a notice has a place for, and of kinds that it has none for. The words are unlike any
# of the five notices, so that each can be looked for.
STRAYS = {
    "a sentence": "甲乙丙丁要求各单位抓好戊己庚辛工作。",
    "a line without an end": "甲乙丙丁戊己庚辛壬癸",
    "an organ": "甲乙丙丁区人民政府办公室",
    "a signature with its date": "甲乙丙丁区人民政府办公室    2020年2月3日",
    "a date": "2020年2月3日",
    "a date not in the calendar": "2020年2月31日",
    "a date still blank": "2021年　月　日",
    "a note": "（此件依申请公开，甲乙丙丁）",
    "a document number": "甲乙丙字〔2020〕77号",
    "a title": "关于做好甲乙丙丁工作的通知",
    "a title with an issuer": "甲乙丙丁区人民政府关于做好戊己庚辛工作的通知",
    "recipients": "甲乙丙丁街道，戊己庚辛有关单位：",
    "an attachment announced": "附件：甲乙丙丁戊己登记表",
    "an attachment announced second": "2.甲乙丙丁戊己登记表",
    "the label of an attachment": "附件9",
    "copies": "抄送：甲乙丙丁局，戊己庚辛局。",
    "an imprint": "甲乙丙丁区人民政府办公室　　2020年2月4日印发",
    "contacts": "联系人：甲乙丙，联系电话：7654321",
    "a part of an item": "（一）甲乙丙丁。戊己庚辛壬癸。",
    "an item": "九、甲乙丙丁。戊己庚辛壬癸。",
    "an ordinal alone": "十一、",
    "a unit clause": "（责任单位：甲乙丙丁局）",
    "a unit clause with everything": "（牵头单位：甲乙丙丁局，责任人：戊己庚，责任领导：辛壬癸，完成时限：2020年底）",
    "a red head": "甲乙丙丁区人民政府办公室文件",
    "a page number": "— 37 —",
    "a heading of a web page": "## 甲乙丙丁戊己",
    "a cell of a table": "\t甲乙丙丁戊己",
}
# One with the list behind a letter, one with the items in the notice, one with 抄送 behind the table. The other two
# have their turn in the property tests below.
THREE = ("临淄区-2026", "博山区-2023", "淄川区-2023")


def places(lines: list[str]) -> dict[str, int]:
    """Where a stray line may get in, with the number of the line before which it stands."""
    about = next(at for at, line in enumerate(lines) if line.startswith("关于"))
    recipients = next(at for at, line in enumerate(lines) if line.startswith(("各镇", "各区县")))
    items = [
        at for at, line in enumerate(lines) if line.lstrip("*")[1:2] == "、" and line.lstrip("*")[0] in "一二三九十"
    ]
    cut = [at for at, line in enumerate(lines) if at > items[0] and line and line[-1] not in "。：；）〕) \t"]
    found = {
        "before everything": 0,
        "before the title": about - 1,
        "inside the title": about + 1,
        "before the recipients": recipients,
        "between head and items": recipients + 1,
        "before the first item": items[0],
        "between two items": items[1],
        "inside a broken paragraph": next((at + 1 for at in cut if at < items[-1]), items[1]),
        "behind the last item": items[-1] + 1,
        "at the very end": len(lines),
    }
    noted = next(at for at, line in enumerate(lines) if line.startswith("附件") and len(line) > 5)
    found |= {"before the attachment is announced": noted, "behind it": noted + 1}
    cells = [at for at, line in enumerate(lines) if line.startswith("\t")]
    if cells:
        label = next(at for at, line in enumerate(lines) if line.strip() == "附件")
        found |= {
            "between label and title of the attachment": label + 1,
            "between title and table": cells[0],
            "inside a row": next(at for at in cells if lines[at].strip() == "3") + 1,
            "before a row": next(at for at in cells if lines[at].strip() == "4"),
            "behind the table": cells[-1] + 1,
        }
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the many files."""
    return tmp_path_factory.mktemp("通知")


def read_lines(lines: list[str], folder: Path) -> Reading | None:
    """The reading of a text; None where it is refused, which loses nothing in silence."""
    path = folder / "通知.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        return read(path)
    except NotUnderstood:
        return None


@functools.cache
def lines_and_places(reference: str) -> tuple[list[str], dict[str, int]]:
    """A text and the places in it."""
    lines = lines_of(reference)
    return lines, places(lines)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_word_of_a_notice_is_in_its_reading(reference: str) -> None:
    assert lost(source(reference), read(path_of(reference))) == []


@pytest.mark.parametrize("reference", THREE)
@pytest.mark.parametrize("name", STRAYS)
def test_a_stray_line_is_kept_or_told_wherever_it_stands(name: str, reference: str, folder: Path) -> None:
    lines, where = lines_and_places(reference)
    missing = {}
    for place, at in where.items():
        spoilt = [*lines[:at], STRAYS[name], *lines[at:]]
        reading = read_lines(spoilt, folder)
        if reading and (words := lost("\n".join(spoilt), reading)):
            missing[place] = words
    assert missing == {}


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_stray_sentence_does_not_make_a_notice_unreadable(reference: str, folder: Path) -> None:
    lines, where = lines_and_places(reference)
    for at in where.values():
        assert read_lines([*lines[:at], STRAYS["a sentence"], *lines[at:]], folder)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("stray", ["a sentence", "a line without an end", "a page number", "a heading of a web page"])
def test_items_behind_a_stray_line_are_still_items(stray: str, reference: str, folder: Path) -> None:
    lines, where = lines_and_places(reference)
    at = where["between two items"]
    plain, spoilt = read_lines(lines, folder), read_lines([*lines[:at], STRAYS[stray], *lines[at:]], folder)
    assert plain
    assert spoilt
    assert [item.ordinal for item in spoilt.notice.items] == [item.ordinal for item in plain.notice.items]


@pytest.mark.parametrize("reference", REFERENCES)
def test_an_item_without_its_ordinal_does_not_swallow_the_items_behind_it(reference: str, folder: Path) -> None:
    lines, where = lines_and_places(reference)
    at = where["between two items"]
    spoilt = read_lines([*lines[:at], lines[at].replace("二、", "", 1), *lines[at + 1 :]], folder)
    plain = read_lines(lines, folder)
    assert plain
    assert spoilt
    behind = [item for item in plain.notice.items if item.ordinal not in ("一", "二")]
    assert [item for item in spoilt.notice.items if item.ordinal not in ("一", "二", None)] == behind


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_part_in_brackets_before_the_items_does_not_swallow_them(reference: str, folder: Path) -> None:
    lines, where = lines_and_places(reference)
    at = where["before the first item"]
    plain, spoilt = (
        read_lines(lines, folder),
        read_lines([*lines[:at], STRAYS["a part of an item"], *lines[at:]], folder),
    )
    assert plain
    assert spoilt
    assert [item for item in spoilt.notice.items if item.ordinal != "（一）"] == list(plain.notice.items)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_line_that_belongs_nowhere_is_told_where_it_stands(reference: str, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("甲乙丙丁打印室共印三百份\n" + source(reference), encoding="utf-8")
    assert ("第1行", "甲乙丙丁打印室共印三百份") in [(told.where, told.printed) for told in read(path).problems]


def test_the_line_of_the_imprint_behind_the_copies_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    line = "淄川区人民政府办公室　　　　2023年5月4日印发"
    path.write_text(source("淄川区-2023").rstrip() + f"\n{line}\n", encoding="utf-8")
    reading, plain = read(path), read(path_of("淄川区-2023"))
    assert reading.notice.imprint_organ == "淄川区人民政府办公室"
    assert str(reading.notice.imprint_date) == "2023-05-04"
    assert reading.notice.replaced(imprint_organ=None, imprint_date=None) == plain.notice


@pytest.mark.parametrize("line", ["甲乙丙丁打印室共印三百份", "共印三百份"])
def test_a_line_behind_the_copies_is_told_and_is_no_part_of_the_attachment(line: str, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(source("淄川区-2023").rstrip() + f"\n{line}\n", encoding="utf-8")
    reading, plain = read(path), read(path_of("淄川区-2023"))
    assert reading.notice == plain.notice
    assert ("第113行", line) in [(told.where, told.printed) for told in reading.problems]


ANY_LINE = st.one_of(
    st.sampled_from([*STRAYS.values()]),
    st.text("子丑寅卯辰巳午未申酉戌亥，。：（）、“”0123456789abc ", min_size=1, max_size=30),
)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(REFERENCES), st.lists(st.tuples(st.integers(0, 200), ANY_LINE), min_size=1, max_size=2))
def test_any_lines_put_in_anywhere_are_kept_or_told(
    folder: Path, reference: str, strays: list[tuple[int, str]]
) -> None:
    lines = lines_of(reference)
    for at, stray in strays:
        lines.insert(at % (len(lines) + 1), stray)
    reading = read_lines(lines, folder)
    missing = lost("\n".join(lines), reading) if reading else []
    assert missing == []


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(REFERENCES), st.data())
def test_lines_doubled_or_swapped_are_kept_or_told(folder: Path, reference: str, data: st.DataObject) -> None:
    lines = lines_of(reference)
    at, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    if data.draw(st.booleans()):
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines.insert(other, lines[at])
    reading = read_lines(lines, folder)
    missing = lost("\n".join(lines), reading) if reading else []
    assert missing == []
