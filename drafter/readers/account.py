"""The last account of a reading: each sign of the text is in the notice or told, and the notice holds no other."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.notice import Attachment, Entry, Format, Item, Notice
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.preparing import is_page_number
from drafter.readers.telling import Telling
from drafter.text import dates, word_lists

_Texts = list[tuple[str, str]]
_BLANKS = r"[\s|｜*]*"
_UNIT_LABELS = "|".join(
    _BLANKS.join(word)
    for kind in ("lead", "plain", "leader", "deadline")
    for word in word_lists.load("unit_labels")[kind]
)
# Words that only say what something is; the notice says it by the field in which it stands.
_LABELS = re.compile(
    rf"(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[)）.．、][ \u3000]*)?(?:{_UNIT_LABELS}){_BLANKS}(?:[：:]|[ \u3000])"
    r"|附件[ \u3000]*\d{0,2}[ \u3000]*(?:$|[：: \u3000])|抄送[ \u3000]*[：:]",
    re.MULTILINE,
)
_NUMBER = r"\d{1,2}[ \u3000]*[.．、][ \u3000]*"
_MOST = 200  # lines told one by one; with more the text was not understood at all
_MOSTLY = 0.8  # of its signs: a line that lost fewer is told with what it lost


def tell_unaccounted(blocks: Sequence[Block], notice: Notice, telling: Telling) -> None:
    """Tell each line that lost signs between the blocks and the notice, and signs that the notice alone has."""
    texts = [*_printed(blocks)]
    whole = "\n".join(text for text, _ in texts)
    told = {problem.code for problem in telling.problems()}
    kept = [*_kept(notice), "" if "docno-zero-or-di" in told else str(notice.doc_number or "")]
    kept += [_day(day, telling.rewritten_days) for day in (notice.date, notice.imprint_date) if day]
    kept += _printed_again(notice, whole, kept)
    labels = _signs("\n".join([*(found[0] for found in _LABELS.finditer(whole)), *_numbers(notice, whole)]))
    needed, had = _signs(whole), _signs("\n".join(kept))
    left_out = _signs("\n".join(telling.left_out))
    lost = needed - had - left_out - labels
    if lost:
        _tell_lost(texts, lost, telling)
    invented = had - needed - labels
    if invented:
        telling.tell("text-not-printed", "全文", None, "".join(sorted(invented.elements())))


def _signs(text: str) -> "Counter[str]":
    """The signs that say something, each in one width: 汉字, letters, figures and struck names."""
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum() or char == "●")


def _printed(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Each line and cell with its place; page numbers in the margins are none of the text."""
    for block in blocks:
        if isinstance(block, Line):
            yield block.text, block.where
        elif isinstance(block, Margin):
            if not is_page_number(block.text):
                yield block.text, block.where
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    """The cells of a table with their places."""
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row, start=1):
            yield cell, f"{table.where}第{number}行第{column}列"


def _kept(notice: Notice) -> Iterator[str]:
    """What a notice holds, each part once, as it was printed."""
    yield from filter(None, (notice.copy_number, notice.secrecy, notice.urgency, notice.title, notice.recipients))
    yield from notice.opening
    yield notice.list_title or ""
    for item in notice.items:
        yield from _of_item(item)
    yield from notice.closing
    yield from filter(None, (notice.contact_line, notice.signature, notice.disclosure, notice.imprint_organ))
    yield "印发" if notice.imprint_organ else ""
    yield "文件" if notice.format is Format.FILE else ""
    yield from notice.copies_to
    for attachment in notice.attachments:
        yield from _of_attachment(attachment)


def _day(day: datetime.date, printed: dict[datetime.date, str]) -> str:
    """A day as it was printed: in another form where that was told, else in the official one."""
    return printed.get(day, dates.to_chinese(day))


def _numbers(notice: Notice, whole: str) -> Iterator[str]:
    """The numbers before the names of attachments, which the notice counts itself."""
    for name in (*(one.title for one in notice.attachments), notice.list_title or ""):
        if name:
            yield from re.findall(rf"{_NUMBER}(?={re.escape(name[:2])})", whole)


def _of_item(part: Item | Entry) -> Iterator[str]:
    yield part.ordinal or ""
    yield part.heading or ""
    yield from (clause.text for clause in part.clauses)
    if part.units_as_printed:
        yield _LABELS.sub("", part.units_as_printed)
    else:
        yield from (*part.units, part.leader or "", part.deadline or "")
    if isinstance(part, Item):
        for entry in part.entries:
            yield from _of_item(entry)


def _of_attachment(attachment: Attachment) -> Iterator[str]:
    yield attachment.title
    yield from attachment.paragraphs
    yield from attachment.columns
    yield from (cell for row in attachment.rows for cell in row)


def _printed_again(notice: Notice, whole: str, kept: list[str]) -> list[str]:
    """What may be printed once more than the notice holds it: the organ above the title, titles of attachments."""
    plain, held = _plain(whole), _plain("\n".join(kept))
    again: list[str] = []
    for name in (notice.issuer, *(one.printed_title or one.title for one in notice.attachments)):
        if plain.count(_plain(name)) > held.count(_plain(name)) + again.count(name):
            again.append(name)
    return again


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum() or char == "●")


def _tell_lost(texts: _Texts, lost: "Counter[str]", telling: Telling) -> None:
    """Tell the lines that lost signs: those that lost most of theirs first, then those with the longest run of them."""
    run = re.compile(f"[{re.escape(''.join(lost))}]+")
    scored = []
    for at, (text, _) in enumerate(texts):
        signs = _signs(_LABELS.sub("", text))
        shared = (signs & lost).total()
        if shared:
            longest = max(map(len, run.findall(_plain(text))))
            scored.append((shared >= _MOSTLY * signs.total(), longest, at))
    for mostly, _, at in sorted(scored, reverse=True)[:_MOST]:
        text, where = texts[at]
        taken = _signs(text) & lost
        if taken:
            telling.tell("text-unplaced", where, text, text.strip() if mostly else _lost_of(text, taken))
            lost = lost - taken
    if lost:
        telling.tell("text-unplaced", "全文", None, "".join(lost.elements()))


def _lost_of(text: str, lost: "Counter[str]") -> str:
    """The signs of a line that were lost, in their order."""
    left = Counter(lost)
    found = ""
    for char in text:
        if left[unicodedata.normalize("NFKC", char)] > 0:
            left[unicodedata.normalize("NFKC", char)] -= 1
            found += char
    return found
