"""The same notice saved, typed or pasted in another way reads to the same notice."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.text import numerals
from tests.conftest import REFERENCES
from tests.readers.five import codes, differences, path_of, read_as_file, source

Variant = Callable[[str], str | bytes]

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NARROW = str.maketrans("，。；：（）", ",.;:()")


def saved_as(encoding: str, mark: bytes = b"") -> Variant:
    """The text in another encoding."""
    return lambda text: mark + text.encode(encoding)


def line_ends(end: str) -> Variant:
    """The text with other line ends."""
    return lambda text: text.replace("\n", end).encode()


def each_line(change: Callable[[str], str], *, tables: bool = False) -> Variant:
    """Every line that holds text changed; cells of a table (lines behind a tab) only where asked for."""
    return lambda text: "\n".join(
        change(line) if line.strip() and (tables or not line.startswith("\t")) else line for line in text.split("\n")
    )


def apart(line: str) -> str:
    """Blanks between figures and 汉字."""
    return re.sub(r"(?<=[0-9])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])", " ", line)


def starred(line: str) -> str:
    """The heading of an item in Markdown stars, as web pages are saved."""
    return re.sub(r"^([一二三四五六七八九十]+、[^。*]{1,40}。)", r"**\1**", line)


SILENT: dict[str, Variant] = {
    "Windows line ends": line_ends("\r\n"),
    "old Mac line ends": line_ends("\r"),
    "UTF-8 with mark": saved_as("utf-8", b"\xef\xbb\xbf"),
    "UTF-16 little endian": saved_as("utf-16-le", b"\xff\xfe"),
    "UTF-16 big endian": saved_as("utf-16-be", b"\xfe\xff"),
    "GB18030": saved_as("gb18030"),
    "GBK": saved_as("gbk"),
    "form feeds between lines": lambda text: text.replace("\n", "\n\f"),
    "blank lines doubled": lambda text: text.replace("\n", "\n\n"),
    "blanks at the ends of lines": each_line(lambda line: line + " \u3000 ", tables=True),
    "line end behind the last line": lambda text: text.rstrip("\n") + "\n\n\n",
}
TOLD: dict[str, tuple[Variant, set[str]]] = {
    "full-width figures": (each_line(lambda line: line.translate(_WIDE)), {"number-width"}),
    "full-width figures in the table": (each_line(lambda line: line.translate(_WIDE), tables=True), {"number-width"}),
    "half-width marks": (each_line(lambda line: line.translate(_NARROW), tables=True), {"halfwidth-punct"}),
    "blanks round figures": (each_line(apart), {"blank-in-text", "title-blank", "docno-spaces"}),
    "paragraphs indented by blanks": (each_line(lambda line: "\u3000\u3000" + line), {"layout-by-blanks"}),
    "straight quotes": (each_line(lambda line: re.sub("[“”]", '"', line)), {"quotes-straight-or-unpaired"}),
    "full-width per cent": (each_line(lambda line: line.replace("%", "％")), {"percent-fullwidth"}),
    "Markdown stars": (each_line(starred), {"residue"}),
}
# Not expected to be equal, so not here: the marks “ ” 《 》 、 taken out (the text is another), a table whose tabs
# are gone.


def wrapped(text: str, width: int) -> str:
    """Every line cut at a number of signs; cells of tables stay."""
    lines = []
    for line in text.split("\n"):
        cuts = range(0, len(line) or 1, width) if not line.startswith("\t") else [0]
        lines += [line[at : at + width] if len(cuts) > 1 else line for at in cuts]
    return "\n".join(lines)


def with_page_numbers(text: str) -> str:
    """A page number behind every ninth line."""
    lines = text.split("\n")
    return "\n".join(f"{line}\n— {at // 9 + 1} —" if at % 9 == 8 else line for at, line in enumerate(lines))


WRAPPED: dict[str, Callable[[str], str]] = {
    "lines wrapped at 30": lambda text: wrapped(text, 30),
    "lines wrapped at 40": lambda text: wrapped(text, 40),
    "half-width marks, wrapped at 30": lambda text: wrapped(text.translate(_NARROW), 30),
    "full-width figures, wrapped at 34": lambda text: wrapped(text.translate(_WIDE), 34),
    "page numbers between the lines": with_page_numbers,
}
RENUMBERED = {
    "1.": "{number}.",
    "1、": "{number}、",
    "（一）": "（{numeral}）",
    "第一件": "第{numeral}件：",
    "实事一": "实事{numeral}：",
}


def renumbered(text: str, form: str) -> str:
    """The items with ordinals of another form."""
    return re.sub(
        r"(?m)^(\**)([一二三四五六七八九十]+)、",
        lambda found: found[1] + form.format(numeral=found[2], number=numerals.to_int(found[2])),
        text,
    )


def on_one_line(text: str, between: str) -> str:
    """All lines before the attachment made one; its table cannot be read without its line ends."""
    before = re.split(r"\n\s*附件\s*\n", text)[0]
    return between.join(line.strip() for line in before.split("\n") if line.strip())


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("name", WRAPPED)
def test_line_ends_and_pages_change_nothing(reference: str, name: str, tmp_path: Path) -> None:
    plain = read_as_file(source(reference), tmp_path)
    varied = read_as_file(WRAPPED[name](source(reference)), tmp_path)
    assert differences(varied.notice, plain.notice) == []
    assert {"broken-paragraph", "page-number"} & set(codes(varied))


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("between", ["", " "], ids=["nothing", "a blank"])
def test_a_text_pasted_on_one_line_is_cut_into_its_parts(reference: str, between: str, tmp_path: Path) -> None:
    plain = read_as_file(source(reference), tmp_path)
    varied = read_as_file(on_one_line(source(reference), between), tmp_path)
    behind_the_cut = {"attachments": (), "copies_to": ()}
    wanted, got = plain.notice.replaced(**behind_the_cut), varied.notice.replaced(**behind_the_cut)
    assert differences(got, wanted) == []
    assert "items-run-together" in codes(varied)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("name", RENUMBERED)
def test_other_ordinals_change_nothing_but_the_ordinals(reference: str, name: str, tmp_path: Path) -> None:
    plain = read_as_file(source(reference), tmp_path)
    varied = read_as_file(renumbered(source(reference), RENUMBERED[name]), tmp_path)
    assert [item.ordinal for item in varied.notice.items] != [item.ordinal for item in plain.notice.items]
    values = [numerals.ordinal_value(item.ordinal or "") for item in varied.notice.items]
    assert values == [numerals.ordinal_value(item.ordinal or "") for item in plain.notice.items]
    items = tuple(
        item.replaced(ordinal=other.ordinal)
        for item, other in zip(varied.notice.items, plain.notice.items, strict=True)
    )
    assert differences(varied.notice.replaced(items=items), plain.notice) == []
    assert codes(varied) == codes(plain)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("form", ["{number}、", "{number}.", "({number})", "第{numeral}件："])
def test_any_one_item_numbered_in_another_shape_stays_an_item(reference: str, form: str, tmp_path: Path) -> None:
    plain = read_as_file(source(reference), tmp_path).notice
    for at, item in enumerate(plain.items):
        number = at + 1
        printed = form.format(number=number, numeral=numerals.to_chinese(number))
        text = re.sub(rf"(?m)^(\**){item.ordinal}、", rf"\g<1>{printed}", source(reference))
        varied = read_as_file(text, tmp_path)
        assert "item-numbering" in codes(varied)
        assert numerals.ordinal_value(varied.notice.items[at].ordinal or "") == number
        again = varied.notice.items[at].replaced(ordinal=item.ordinal)
        items = (*varied.notice.items[:at], again, *varied.notice.items[number:])
        assert differences(varied.notice.replaced(items=items), plain) == []


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("name", SILENT)
def test_how_a_text_was_saved_changes_nothing_and_is_not_told(reference: str, name: str, tmp_path: Path) -> None:
    plain = read_as_file(path_of(reference).read_bytes(), tmp_path)
    varied = read_as_file(SILENT[name](source(reference)), tmp_path)
    assert differences(varied.notice, plain.notice) == []
    assert codes(varied) == codes(plain)


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("name", TOLD)
def test_how_a_text_was_typed_changes_nothing_but_is_told(reference: str, name: str, tmp_path: Path) -> None:
    change, slugs = TOLD[name]
    text = source(reference)
    varied_text = change(text)
    plain = read_as_file(text, tmp_path)
    varied = read_as_file(varied_text, tmp_path)
    assert differences(varied.notice, plain.notice) == []
    if varied_text != text:
        assert len(varied.problems) >= len(plain.problems)
        assert slugs & set(codes(varied))


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_line_that_was_repaired_is_told(reference: str, tmp_path: Path) -> None:
    varied_text = each_line(lambda line: line.translate(_NARROW).translate(_WIDE))(source(reference))
    assert isinstance(varied_text, str)
    told = {problem.where for problem in read_as_file(varied_text, tmp_path).problems}
    wide = {f"第{n}行" for n, line in enumerate(varied_text.split("\n"), 1) if re.search("[０-９]", line)}
    assert wide <= told


def test_letters_made_of_two_signs_are_joined_without_a_word(tmp_path: Path) -> None:
    text = source("博山区-2025").replace("“妈妈岗”", "“Café妈妈岗”")
    plain = read_as_file(unicodedata.normalize("NFC", text), tmp_path)
    varied = read_as_file(unicodedata.normalize("NFD", text), tmp_path)
    assert differences(varied.notice, plain.notice) == []
    assert codes(varied) == codes(plain)
