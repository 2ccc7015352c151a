"""What stands round the items beside the head: opening, signature, closing, 附件说明, 附注, 抄送."""

import datetime
import re

from drafter.model.base import Value
from drafter.readers.paragraphs import Paragraph, is_complete
from drafter.readers.repair import Mended
from drafter.readers.telling import Telling
from drafter.text import contacts, dates, organs

_NOTE = re.compile(r"[（(](此件[^）)]*|[^）)]{0,10}公开[^）)]*|联系人[^）)]*)[)）]")
_ATTACH_NOTE = re.compile(r"附件\s*[：:]\s*(?P<name>.*)")
_NUMBERED = re.compile(r"\d{1,2}\s*[.．、]\s*(?P<name>.+)")
_ATTACH_LABEL = re.compile(r"附件\s*\d{0,2}\s*[：:]?")
_COPIES = re.compile(r"抄送\s*[：:]\s*(?P<names>.*)")
_IMPRINT = re.compile(r".*\d{4}年\d{1,2}月\d{1,2}日印发.*|.{2,20}(?:办公室|办公厅)(?:[\u4e00-\u9fff]{2,6}科)?")


class Surroundings:
    """What was found round the items so far; lines are handed in one by one, in order."""

    def __init__(self, issuer: str | None, telling: Telling) -> None:
        self.issuer = issuer
        self.telling = telling
        self.paragraphs: list[Paragraph] = []
        self.signature: str | None = None
        self.date: datetime.date | None = None
        self.dated: tuple[str, Mended] | None = None
        self.disclosure: str | None = None
        self.contact_line: str | None = None
        self.attachment_names: list[tuple[str, Mended]] = []
        self._naming = False

    def place(self, line: Mended) -> None:
        """Put a line where it belongs: signature, date, 附注, 附件说明, contact line, or running text."""
        naming, self._naming = self._naming, False
        if self._place_signature(line) or self._place_note(line) or self._place_attachment(line, naming=naming):
            return
        if self.paragraphs and not is_complete(self.paragraphs[-1].text):
            self.paragraphs[-1].join(line, "broken-paragraph", self.telling)
        elif contacts.is_contact_line(line.text):
            self._place_contacts(line)
            return
        else:
            self.paragraphs.append(Paragraph(line))
        self.telling.tell_repairs(line)

    def _place_signature(self, line: Mended) -> bool:
        text = line.text
        day = dates.find_at_end(text)
        organ = text[: -len(day)].strip() if day else text
        if not (organ in ("", self.issuer) or organs.is_issuer(organ)):
            return False
        if organ and self.signature:
            self.telling.tell("text-unplaced", line.where, line.printed, organ)
        elif organ:
            self.signature = organ
        if day and self.dated:
            self.telling.tell("text-unplaced", line.where, line.printed, day)
        elif day:
            self.dated = day, line
            self._take_date(day, line)
        code = "signature-one-line" if organ and day else "blank-in-text"
        self.telling.tell_repairs(line, {"blank-in-text": code})
        if organ and day and "blank-in-text" not in line.codes:
            self.telling.tell(code, line.where, line.printed)
        return True

    def _take_date(self, day: str, line: Mended) -> None:
        if dates.is_blank(day):
            self.telling.tell("date-blank", line.where, line.printed)
            return
        if not dates.is_plain(day):
            self.telling.tell("date-form", line.where, line.printed, day)
        try:
            self.date = dates.parse(day)
        except ValueError:
            self.telling.tell("date-valid", line.where, line.printed, day)

    def _place_note(self, line: Mended) -> bool:
        found = _NOTE.fullmatch(line.text)
        if not found:
            return False
        if self.disclosure:
            self.telling.tell("text-unplaced", line.where, line.printed, line.text)
            return True
        self.disclosure = found[1]
        self.telling.tell_repairs(line, {"halfwidth-punct": "note-brackets"})
        return True

    def _place_attachment(self, line: Mended, *, naming: bool) -> bool:
        found = _ATTACH_NOTE.fullmatch(line.text)
        further = _NUMBERED.fullmatch(line.text) if naming else None
        if not found and not further:
            return False
        name = found["name"] if found else line.text
        numbered = _NUMBERED.fullmatch(name)
        self.attachment_names.append((numbered["name"] if numbered else name, line))
        self.telling.tell_repairs(line, {"halfwidth-punct": "halfwidth-colon-label"})
        self._naming = True
        return True

    def _place_contacts(self, line: Mended) -> None:
        self.contact_line = f"{self.contact_line}\u3000{line.text}" if self.contact_line else line.text
        self.telling.tell_repairs(line)


def tell_unplaced(lines: list[Mended], telling: Telling) -> None:
    """Lines that belong to no part of the notice."""
    for line in lines:
        telling.tell("text-unplaced", line.where, line.printed, line.text)


def is_attachment_label(text: str) -> bool:
    """Whether a line is the label 附件 above an attachment."""
    return bool(_ATTACH_LABEL.fullmatch(text))


def is_ending(text: str) -> bool:
    """Whether a line stands only behind the text: a signature, a date, an 附注 or 附件：."""
    day = dates.find_at_end(text)
    organ = text[: -len(day)].strip() if day else text
    signed = organs.is_issuer(organ) or (bool(day) and not organ)
    return signed or bool(_NOTE.fullmatch(text) or _ATTACH_NOTE.fullmatch(text))


def is_copies(text: str) -> bool:
    """Whether a line begins the 抄送."""
    return bool(_COPIES.fullmatch(text))


class Copies(Value):
    """抄送, and how many lines it took."""

    names: tuple[str, ...]
    taken: int


def read_copies(lines: list[Mended], telling: Telling) -> Copies | None:
    """The 抄送 organs when the lines begin with them; a list goes on until its 。."""
    found = _COPIES.fullmatch(lines[0].text) if lines else None
    if not found:
        return None
    paragraph, taken = Paragraph(lines[0]), 1
    telling.tell_repairs(lines[0])
    while not is_complete(paragraph.text) and taken < len(lines) and not _IMPRINT.fullmatch(lines[taken].text):
        paragraph.join(lines[taken], "broken-paragraph", telling)
        telling.tell_repairs(lines[taken])
        taken += 1
    names = _COPIES.fullmatch(paragraph.text)
    text = names["names"].rstrip("。") if names else ""
    return Copies(names=tuple(name for name in re.split(r"[，,]", text) if name), taken=taken)
