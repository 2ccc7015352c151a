"""A notice 通知 and its parts, as frozen values. What the five real notices contain has its place here."""

import datetime
import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_serializer, model_validator
from pydantic_core import core_schema

from drafter.model.base import Value

Paragraphs = tuple[str, ...]


class Form(StrEnum):
    """How the items stand: under a list title of their own, or in the notice itself."""

    ISSUE = "issue"
    DIRECT = "direct"


class Format(StrEnum):
    """The official format: 信函格式 or 文件格式 (GB/T 9704-2012)."""

    LETTER = "letter"
    FILE = "file"


_DOC_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,10})〔([12]\d{3})〕[ \u3000]*([1-9][0-9]{0,3})?[ \u3000]*号")


class DocNumber(Value):
    """文号: 代字, year and serial, e.g. 博政办字〔2025〕9号; a serial not yet given is None.

    Source: spec H-11.
    """

    agency_code: str
    year: int
    serial: int | None = None

    @model_validator(mode="after")
    def _printable(self) -> "DocNumber":
        if not _DOC_NUMBER.fullmatch(str(self)):
            raise ValueError(f"文号应如 博政办字〔2025〕9号（代字为2至10个汉字，序号为1至9999），现为 {self}")
        return self

    @classmethod
    def parse(cls, text: str) -> "DocNumber":
        """Read 代字〔YYYY〕n号; ValueError when it is not of that form."""
        found = _DOC_NUMBER.fullmatch(text)
        if not found:
            raise ValueError("文号应如 博政办字〔2025〕9号")
        code, year, serial = found.groups()
        return cls(agency_code=code, year=int(year), serial=int(serial) if serial else None)

    @model_serializer
    def __str__(self) -> str:
        serial = "\u3000" if self.serial is None else str(self.serial)
        return f"{self.agency_code}〔{self.year}〕{serial}号"


def _doc_number(value: Any) -> Any:
    return DocNumber.parse(value) if isinstance(value, str) else value


DocNumberText = Annotated[DocNumber, BeforeValidator(_doc_number)]


class Clause(Value):
    """措施: one sentence of a body, with its punctuation; its file form is the bare text."""

    text: str = Field(min_length=1, pattern=r"^[^\n\r]*$")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _to_text(self, handler: core_schema.SerializerFunctionWrapHandler) -> Any:
        plain = handler(self)
        return plain["text"] if set(plain) == {"text"} else plain


class Entry(Value):
    """A part of an item on a line of its own: （一）… with units of its own, or a further paragraph."""

    ordinal: str | None = None
    heading: str | None = None
    clauses: tuple[Clause, ...] = ()
    units: tuple[str, ...] = ()
    lead_units: tuple[str, ...] | None = None
    units_as_printed: str | None = None
    leader: str | None = None
    deadline: str | None = None


class Item(Value):
    """实事: one entry of the list.

    `ordinal` is as printed, without the 、 after a Chinese numeral; it may be absent or wrong.
    `lead_units` are told apart only where the text does (牵头单位); `units` always holds all, in order.
    `units_as_printed` is the inside of the unit clause where the plain form would print another text.
    `origin` is the reference of the past item it was made from and `reason` why it was taken or changed,
    where its draft told.
    """

    ordinal: str | None = None
    heading: str | None = None
    clauses: tuple[Clause, ...] = ()
    entries: tuple[Entry, ...] = ()
    units: tuple[str, ...] = ()
    lead_units: tuple[str, ...] | None = None
    units_as_printed: str | None = None
    leader: str | None = None
    deadline: str | None = None
    themes: tuple[str, ...] = ()
    origin: str | None = None
    reason: str | None = None

    @property
    def body(self) -> str:
        """The text between heading and unit clause; the sub-entries are not in it."""
        return "".join(clause.text for clause in self.clauses)

    @property
    def all_clauses(self) -> tuple[Clause, ...]:
        """The clauses of the body, then those of the sub-entries: what #N.C counts."""
        return self.clauses + tuple(clause for entry in self.entries for clause in entry.clauses)

    @property
    def all_units(self) -> tuple[str, ...]:
        """The units of the item, then those that only its sub-entries name."""
        return tuple(dict.fromkeys(self.units + tuple(unit for entry in self.entries for unit in entry.units)))


class Attachment(Value):
    """An attachment: its name in the 附件说明, its text, the heads and rows of its table.

    `printed_title` is set only where the attachment itself bears another title.
    Lines inside a cell are parted by a line feed. Announced but absent: no text, no columns, no rows.
    """

    title: str
    printed_title: str | None = None
    paragraphs: Paragraphs = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_progress_table(self) -> bool:
        """Whether its rows are the items: the table has a column for their names."""
        return any("实事" in column for column in self.columns)


class Contacts(Value):
    """Who is to be asked or reported to, as found in the closing or in the contact line."""

    persons: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    mailboxes: tuple[str, ...] = ()


class Head(Value):
    """Everything of a notice but its items. Field order is the order in its file.

    `copy_number`, `secrecy` and `urgency` are 份号, 密级和保密期限 and 紧急程度, which a public notice has not.
    `imprint_organ` and `imprint_date` are the line of the 版记 that says who sent it to print, and when.
    """

    issuer: str
    year: int
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    doc_number: DocNumberText | None = None
    date: datetime.date | None = None
    form: Form
    format: Format | None = None
    title: str
    recipients: str | None = None
    opening: Paragraphs = ()
    list_title: str | None = None
    closing: Paragraphs = ()
    contact_line: str | None = None
    signature: str | None = None
    disclosure: str | None = None
    attachments: tuple[Attachment, ...] = ()
    copies_to: tuple[str, ...] = ()
    imprint_organ: str | None = None
    imprint_date: datetime.date | None = None


class Notice(Head):
    """One issued or drafted document, with all its items."""

    items: tuple[Item, ...] = ()
