"""What stands round the items beside the head: opening, signature, closing, 附件说明, 附注, 抄送."""

import datetime
import re

from drafter.model.base import Value
from drafter.readers.paragraphs import Paragraph, is_complete
from drafter.readers.repair import Mended
from drafter.readers.telling import Telling
from drafter.text import contacts, dates, numerals, organs, word_lists

_TITLE_MAX = 25
_PLACING = 4  # blanks behind a signature by which it is moved to its place; fewer come of saving
_TITLE_ENDS = ("清单", "方案", "计划", "一览表", "任务书", "安排")
_NOTE = re.compile(r"[（(](此件[^）)]*|[^）)]{0,10}公开[^）)]*|联系人[^）)]*)[)）]")
_ATTACH_NOTE = re.compile(r"附件\s*[：:]\s*(?P<name>.*)")
_NUMBERED = re.compile(r"\d{1,2}\s*[.．、]\s*(?P<name>.+)")
_ATTACH_LABEL = re.compile(r"附件\s*\d{0,2}\s*[：:]?")
_COPIES = re.compile(r"抄送\s*[：:]\s*(?P<names>.*)")
_GAP = r"[ \t\u3000]{0,60}"
_NOT_YET = r"[ \t\u3000\d_＿×✕xX*＊○●□—]{0,20}"  # what stands where a figure is still to be filled in
_IN_WORDS = r"[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_FILLED = rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日|{_IN_WORDS}"
_IMPRINTED = re.compile(
    rf"(?P<organ>[\u4e00-\u9fff]{{2,30}}?){_GAP}"
    rf"(?P<date>{_FILLED}|{_NOT_YET}年{_NOT_YET}月{_NOT_YET}日){_GAP}印发[。]?"
)
_IMPRINT = re.compile(rf"{_IMPRINTED.pattern}|.{{2,20}}(?:办公室|办公厅)(?:[\u4e00-\u9fff]{{2,6}}科)?")
_FURNITURE = re.compile("|".join(map(re.escape, word_lists.load("reading_words")["page furniture"])))
_REQUIREMENT = re.compile(
    "(?:进一步)?(?:加强|强化|落实|完善|严格|注重|抓好|做好|健全|压实|明确|提高|加大)?"
    f"(?:{'|'.join(word_lists.load('reading_words')['requirements'])})"
)


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
        self.signed_after: int | None = None
        self._naming = False
        self._signing = False
        self._placed_by_blanks = False

    def place(self, line: Mended) -> None:
        """Put a line where it belongs: signature, date, 附注, 附件说明, contact line, or running text."""
        naming, self._naming = self._naming, False
        signing, self._signing = self._signing, False
        if is_furniture(line.text):
            self.telling.tell("text-unplaced", line.where, line.printed, line.text)
            return
        if (
            self._place_signature(line, signing=signing)
            or self._place_note(line)
            or self._place_attachment(line, naming=naming)
        ):
            return
        if self.paragraphs and self._goes_on(self.paragraphs[-1].text, line.text):
            self.paragraphs[-1].join(line, "broken-paragraph", self.telling)
        elif contacts.is_contact_line(line.text):
            self._place_contacts(line)
            return
        else:
            self.paragraphs.append(Paragraph(line))
        self.telling.tell_repairs(line)

    def _goes_on(self, before: str, text: str) -> bool:
        """Whether a line goes on the paragraph above, which was cut; a title alone on its line was not."""
        titled = len(before) <= _TITLE_MAX and (
            is_requirement(before) or (numerals.split_ordinal(before)[0] and len(text) > len(before))
        )
        behind = -1 if self.signed_after is None else len(self.paragraphs) - self.signed_after
        anew = (
            numerals.split_ordinal(text)[0]
            or behind == 0
            or (behind == 1 and (is_complete(text) or before.endswith(_TITLE_ENDS)))
        )
        return not is_complete(before) and not titled and not anew

    def _place_signature(self, line: Mended, *, signing: bool) -> bool:
        text = line.text
        day = dates.find_at_end(text)
        organ = text[: -len(day)].strip() if day else text
        several = organs.issuers_in(organ)
        further = signing and bool(several)
        if not (organ in ("", self.issuer) or organs.is_issuer(organ) or len(several) > 1 or further):
            return False
        self._signing = not day
        self.signed_after = len(self.paragraphs)
        if organ and self.signature and not further:
            self.telling.tell("text-unplaced", line.where, line.printed, organ)
        elif organ:
            names = [*(self.signature.split() if self.signature else ()), *several] or [organ]
            self.signature = "\u3000".join(names) if several else organ
            if len(names) > 1:
                self.telling.tell("signature-several", line.where, line.printed, "、".join(names))
        if day and self.dated:
            self.telling.tell("text-unplaced", line.where, line.printed, day)
        elif day:
            self.dated = day, line
            self._take_date(day, line)
        code = "signature-one-line" if organ and day else "blank-in-text"
        self.telling.tell_repairs(line, {"blank-in-text": code})
        if organ and day and "blank-in-text" not in line.codes:
            self.telling.tell(code, line.where, line.printed)
        if len(line.behind) >= _PLACING and not self._placed_by_blanks:
            self._placed_by_blanks = True
            self.telling.tell("layout-by-blanks", line.where, line.printed + line.behind)
        return True

    def _take_date(self, day: str, line: Mended) -> None:
        if dates.is_blank(day):
            self.telling.tell("date-blank", line.where, line.printed, "成文日期", text=day)
            return
        self.date = read_day(day, line, self.telling)

    def _place_note(self, line: Mended) -> bool:
        found = _NOTE.fullmatch(line.text)
        if not found:
            return False
        if self.disclosure:
            self.telling.tell("text-unplaced", line.where, line.printed, line.text)
            return True
        self.signed_after = len(self.paragraphs)
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


def read_day(day: str, line: Mended, telling: Telling) -> datetime.date | None:
    """The day that a text prints; one in another form, or in no calendar, is told."""
    try:
        found = dates.parse(day)
    except ValueError:
        telling.tell("date-valid", line.where, line.printed, day)
        return None
    if not dates.is_plain(day):
        telling.tell("date-form", line.where, line.printed, day)
        telling.rewritten_days[found] = day
    return found


def is_furniture(text: str) -> bool:
    """Whether a line is what a web page prints round a text."""
    return bool(_FURNITURE.match(text))


def is_requirement(text: str) -> bool:
    """Whether a line is the heading of what is asked of the units, or begins with it."""
    return bool(_REQUIREMENT.match(numerals.split_ordinal(text)[1]))


def tell_unplaced(lines: list[Mended], telling: Telling) -> None:
    """Lines that belong to no part of the notice."""
    for line in lines:
        telling.tell("text-unplaced", line.where, line.printed, line.text)


def is_attachment_note(text: str) -> bool:
    """Whether a line is the 附件说明 (附件：…)."""
    return bool(_ATTACH_NOTE.fullmatch(text))


def is_attachment_label(text: str) -> bool:
    """Whether a line is the label 附件 above an attachment."""
    return bool(_ATTACH_LABEL.fullmatch(text))


def is_ending(text: str) -> bool:
    """Whether a line stands only behind the text: a signature, a date, an 附注 or 附件：."""
    day = dates.find_at_end(text)
    organ = text[: -len(day)].strip() if day else text
    signed = organs.is_issuer(organ) or (bool(day) and not organ) or len(organs.issuers_in(organ)) > 1
    return signed or bool(_NOTE.fullmatch(text) or _ATTACH_NOTE.fullmatch(text))


def is_copies(text: str) -> bool:
    """Whether a line begins the 抄送."""
    return bool(_COPIES.fullmatch(text))


class Imprint(Value):
    """The line of the 版记 that says who sent the notice to print, and when, where that is known."""

    organ: str
    date: datetime.date | None


def read_imprint(line: Mended, telling: Telling) -> Imprint | None:
    """The 印发 line, where this is one; a day not filled in, or in no calendar, is told and left open."""
    found = _IMPRINTED.fullmatch(line.text)
    if not found:
        return None
    if re.fullmatch(_FILLED, found["date"]):
        return Imprint(organ=found["organ"], date=read_day(found["date"], line, telling))
    telling.tell("date-blank", line.where, line.printed, "印发日期", text=found["date"])
    return Imprint(organ=found["organ"], date=None)


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
