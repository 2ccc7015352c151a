"""The parts of a notice as texts, as they stand on paper: what the span of a finding counts in.

    head         版头 a line each: 份号, 密级, 紧急程度, 发文机关, 文号, those that there are
    title        1 the title of the notice, 2 the title of the list
    recipients   主送机关 with its closing ：
    opening      one part a paragraph
    item         heading with its 。, body, unit clause; each further paragraph (entry) on a line of its own, and then
                 the unit clause of the item on the last line; the ordinal is not in it
    closing      one part a paragraph, the contact line behind the last
    signature    署名, and on the next line 成文日期 (blank: 2027年　月　日)
    note         附注 with its brackets
    attachment   one part an attachment: name in the 附件说明, the title on it where it is another, its paragraphs,
                 the heads of its table, its rows, a line each; cells are parted by a tab
    copies       抄送：…。 and on the next line 印发机关 and 印发日期, parted by a tab

A segment tells which field of the model a stretch of a part's text is made from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.check.fault import Fault
from drafter.model.finding import Severity
from drafter.model.notice import Attachment, Entry, Item, Notice
from drafter.text import dates, printed_item

Path = tuple[str | int, ...]

HEAD, TITLE, RECIPIENTS, OPENING, ITEM = "head", "title", "recipients", "opening", "item"
CLOSING, SIGNATURE, NOTE, ATTACHMENT, COPIES, LAYOUT = (
    "closing",
    "signature",
    "note",
    "attachment",
    "copies",
    "layout",
)
PROSE = (OPENING, ITEM, CLOSING)
TEXT = (TITLE, RECIPIENTS, OPENING, ITEM, CLOSING, NOTE, ATTACHMENT, COPIES)
NAMES = {
    HEAD: "文首",
    TITLE: "标题",
    RECIPIENTS: "主送机关",
    OPENING: "开头",
    ITEM: "实事",
    CLOSING: "结尾",
    SIGNATURE: "署名和日期",
    NOTE: "附注",
    ATTACHMENT: "附件",
    COPIES: "抄送",
    LAYOUT: "版式",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a part's text and the field it is made from: its name (clause, heading, units …) and its path."""

    name: str
    start: int
    end: int
    path: Path


@dataclass(frozen=True)
class Part:
    """One part of the notice: its name, its position counted from 1 where there are several, its text."""

    name: str
    ordinal: int | None
    text: str
    segments: tuple[Segment, ...] = ()

    def fault(
        self,
        start: int,
        end: int,
        message: str,
        *,
        new: str | None = None,
        safe: bool = False,
        severity: Severity | None = None,
    ) -> Fault:
        """A fault of the characters from `start` to `end`; `new` is what should stand there.

        `severity` where it is another than the rule's.
        """
        return Fault(self, start, end, message, new, safe, severity)

    def all(self, *names: str) -> tuple[Segment, ...]:
        """The segments of these names, in order."""
        return tuple(one for one in self.segments if one.name in names)

    def first(self, *names: str) -> Segment | None:
        """The first segment of these names."""
        return next(iter(self.all(*names)), None)

    def said(self, segment: Segment) -> str:
        """The text of a segment."""
        return self.text[segment.start : segment.end]

    @cached_property
    def place(self) -> str:
        """The part in words: 第3项, 开头, 附件2."""
        if self.name == ITEM:
            return f"第{self.ordinal}项"
        if self.name == TITLE:
            return "清单标题" if self.ordinal == 2 else "标题"
        return NAMES[self.name]


class _Writer:
    """Puts a part's text together and remembers what each stretch of it is made from."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def write(self, text: str) -> None:
        """Add what belongs to no field."""
        self._text.append(text)
        self._length += len(text)

    def field(self, name: str, text: str, *path: str | int) -> None:
        """Add the text of a field, nothing for nothing."""
        if text:
            self._segments.append(Segment(name, self._length, self._length + len(text), path))
            self.write(text)

    def line(self) -> None:
        """Begin a new line unless one has just begun."""
        if self._length:
            self.write("\n")

    def part(self, name: str, ordinal: int | None = None) -> Part:
        """The part as written."""
        return Part(name, ordinal, "".join(self._text), tuple(self._segments))


def parts_of(notice: Notice) -> tuple[Part, ...]:
    """All parts of a notice in the order of the document; what the notice has not is not among them.

    head, title and signature are always there, empty where there is nothing.
    """
    return tuple(_parts(notice))


def _parts(notice: Notice) -> Iterator[Part]:
    yield _head(notice)
    yield _simple(TITLE, 1, ("title", notice.title, "title"))
    if notice.recipients:
        yield _framed(RECIPIENTS, "", "recipients", notice.recipients, "：")
    yield from _paragraphs(OPENING, notice.opening, "opening")
    if notice.list_title:
        yield _simple(TITLE, 2, ("title", notice.list_title, "list_title"))
    for number, item in enumerate(notice.items, start=1):
        yield item_part(item, number)
    yield from _paragraphs(CLOSING, notice.closing, "closing")
    if notice.contact_line:
        yield _simple(CLOSING, len(notice.closing) + 1, ("contacts", notice.contact_line, "contact_line"))
    yield _signature(notice)
    if notice.disclosure:
        yield _framed(NOTE, "（", "disclosure", notice.disclosure, "）")
    for number, attachment in enumerate(notice.attachments, start=1):
        yield _attachment(attachment, number)
    if notice.copies_to or notice.imprint_organ or notice.imprint_date:
        yield _copies(notice)


def _head(notice: Notice) -> Part:
    writer = _Writer()
    number = str(notice.doc_number) if notice.doc_number else ""
    fields = ("copy_number", "secrecy", "urgency", "issuer")
    for name, text in (*((name, getattr(notice, name) or "") for name in fields), ("doc_number", number)):
        if text:
            writer.line()
            writer.field(name, text, name)
    return writer.part(HEAD)


def _simple(part: str, ordinal: int | None, field: tuple[str, str, str]) -> Part:
    writer = _Writer()
    writer.field(*field)
    return writer.part(part, ordinal)


def _framed(part: str, before: str, field: str, text: str, behind: str) -> Part:
    writer = _Writer()
    writer.write(before)
    writer.field(field, text, field)
    writer.write(behind)
    return writer.part(part)


def _paragraphs(part: str, texts: Iterable[str], field: str) -> Iterator[Part]:
    for number, text in enumerate(texts, start=1):
        writer = _Writer()
        writer.field("paragraph", text, field, number - 1)
        yield writer.part(part, number)


def item_part(item: Item, number: int) -> Part:
    """The part that an item at a position makes."""
    writer = _Writer()
    path: Path = ("items", number - 1)
    units = printed_item.units(item)
    _headed(writer, item, "" if item.entries else units, path)
    for at, entry in enumerate(item.entries):
        writer.line()
        _headed(writer, entry, printed_item.units(entry), (*path, "entries", at))
    if item.entries and units:
        writer.line()
        writer.field("units", units, *path, "units")
    return writer.part(ITEM, number)


def _headed(writer: _Writer, of: Item | Entry, units: str, path: Path) -> None:
    """Heading with its stop, clauses and unit clause of an item or entry."""
    text = "".join(clause.text for clause in of.clauses) + units
    writer.field("heading", of.heading or "", *path, "heading")
    writer.write(printed_item.heading(of.heading, text)[len(of.heading or "") :])
    for at, clause in enumerate(of.clauses):
        writer.field("clause", clause.text, *path, "clauses", at)
    writer.field("units", units, *path, "units")


def _signature(notice: Notice) -> Part:
    writer = _Writer()
    writer.field("signature", notice.signature or "", "signature")
    if notice.date or notice.signature:
        writer.line()
        writer.field("date", dates.to_chinese(notice.date) if notice.date else dates.blank(notice.year), "date")
    return writer.part(SIGNATURE)


def _attachment(attachment: Attachment, number: int) -> Part:
    writer = _Writer()
    path: Path = ("attachments", number - 1)
    writer.field("name", attachment.title, *path, "title")
    if attachment.printed_title:
        writer.line()
        writer.field("title", attachment.printed_title, *path, "printed_title")
    for at, text in enumerate(attachment.paragraphs):
        writer.line()
        writer.field("paragraph", text, *path, "paragraphs", at)
    _row(writer, "column", attachment.columns, (*path, "columns"))
    for at, row in enumerate(attachment.rows):
        _row(writer, "cell", row, (*path, "rows", at))
    return writer.part(ATTACHMENT, number)


def _row(writer: _Writer, name: str, cells: Iterable[str], path: Path) -> None:
    for at, cell in enumerate(cells):
        if at:
            writer.write("\t")
        else:
            writer.line()
        writer.field(name, cell, *path, at)


def _copies(notice: Notice) -> Part:
    writer = _Writer()
    for at, organ in enumerate(notice.copies_to):
        writer.write("，" if at else "抄送：")
        writer.field("organ", organ, "copies_to", at)
    if notice.copies_to:
        writer.write("。")
    if notice.imprint_organ or notice.imprint_date:
        writer.line()
        writer.field("imprint_organ", notice.imprint_organ or "", "imprint_organ")
        if notice.imprint_date:
            writer.write("\t")
            writer.field("imprint_date", dates.to_chinese(notice.imprint_date), "imprint_date")
            writer.write("印发")
    return writer.part(COPIES)
