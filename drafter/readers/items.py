"""The items of a notice gathered from its lines: which lines belong to which item, and where the list ends."""

import re
from collections.abc import Sequence

from drafter.readers.outline import Outline
from drafter.readers.paragraphs import Paragraph, is_complete
from drafter.readers.repair import Mended
from drafter.readers.tail import is_ending, is_requirement
from drafter.readers.telling import Telling
from drafter.text import contacts, numerals, organs, word_lists
from drafter.text.unit_clause import find_unit_clause, is_unit_clause, opens_unit_clause

_WORDS = word_lists.load("reading_words")
_CLOSING = re.compile(
    r"(?:本通知|各(?:有关|级|相关|镇|街道|区县|责任|部门|单位|地|乡)|以上|请(?:各|你|认真)|区政府|市政府|县政府|附件"
    r"|联系|抄送|注[：:]|备注[：:]|说明[：:])"
)
_OWN_LINE_MAX = 40
_FIELD = re.compile(
    rf"(?:{'|'.join(word for kind in ('column body', 'column heading') for word in _WORDS[kind])})[：:]"
)
_OPEN = ("、", "，", "和", "及")


class RawItem:
    """An item in the making: its first paragraph and those that follow it."""

    def __init__(self, ordinal: str | None, line: Mended) -> None:
        self.ordinal = ordinal
        self.paragraphs = [Paragraph(line)]

    @property
    def last(self) -> Paragraph:
        """The paragraph that a further line would go on."""
        return self.paragraphs[-1]

    @property
    def where(self) -> str:
        """The place of its first line."""
        return self.paragraphs[0].where

    def has_units(self) -> bool:
        """Whether its last paragraph ends with units, so that the item may be done."""
        found = find_unit_clause(self.last.text)
        return found.closed if found else is_unit_clause(self.last.text)

    def has_body(self) -> bool:
        """Whether it holds more than a heading and units."""
        text = numerals.split_ordinal(self.paragraphs[0].text)[1]
        found = find_unit_clause(text)
        own = text[: found.start] if found else text
        rest = [one for one in self.paragraphs[1:] if not is_unit_clause(one.text)]
        return bool(rest) or not own or is_complete(own) or "。" in own or "：" in own


class Gathering:
    """Gathers items line by line; what is needed of the whole list is known from its outline."""

    def __init__(self, lines: Sequence[Mended], outline: Outline, telling: Telling) -> None:
        self.lines = lines
        self.starts = outline.starts
        self.end = outline.end
        self.titles = set(outline.titles)
        self.telling = telling
        self.raw: list[RawItem] = []
        self.headed = self._are_headed()

    def items(self) -> tuple[list[RawItem], int]:
        """The items, and the line behind the last that belongs to them."""
        first = self.starts[0]
        for at in range(first, self.end):
            if at in self.titles or self._is_page_head(at):
                continue
            if not self._take(at):
                return self.raw, at
        return self.raw, self.end

    def _are_headed(self) -> bool:
        """Whether most items begin with a heading on a line of its own: short, without a stop, more below it."""
        short = [
            at
            for at in self.starts
            if len(self.lines[at].text) <= _OWN_LINE_MAX
            and not re.search(r"[。；：]", self.lines[at].text)
            and at + 1 < self.end
            and at + 1 not in self.starts
        ]
        return len(short) > 1 and len(short) * 3 >= len(self.starts) * 2

    def _is_page_head(self, at: int) -> bool:
        """Whether a line is the 发文机关标志 printed again on a further page; that is told."""
        line = self.lines[at]
        if not line.text.endswith("文件") or not organs.issuers_in(line.text.removesuffix("文件")):
            return False
        self.telling.tell("head-repeated", line.where, line.printed, text=line.text)
        return True

    def _take(self, at: int) -> bool:
        """Put a line where it belongs; False when the list ends before it."""
        line = self.lines[at]
        goes_on = any(start > at for start in self.starts)
        if at in self.starts:
            self.raw.append(RawItem(numerals.split_ordinal(line.text)[0], line))
        elif is_unit_clause(numerals.split_ordinal(line.text)[1]) or opens_unit_clause(line.text):
            self._take_units(line)
        elif is_ending(line.text) and not goes_on:
            return False
        elif self._goes_on_with_units(line):
            self._add_units(line)
        elif not self._is_done(line):
            self.raw[-1].last.join(line, "broken-paragraph", self.telling)
        elif self._is_bare_item(line):
            self.raw.append(RawItem(None, line))
        elif not self._ends_list(line, at):
            self.raw[-1].paragraphs.append(Paragraph(line))
        elif goes_on:
            self.telling.tell("text-unplaced", line.where, line.printed, line.text)
            return True
        else:
            return False
        self.telling.tell_repairs(line)
        return True

    def _is_done(self, line: Mended) -> bool:
        """Whether the last paragraph is whole, so that a line begins another."""
        item = self.raw[-1]
        if _FIELD.match(line.text):
            return True
        if numerals.split_ordinal(line.text)[0]:
            return is_complete(item.last.text) or item.has_units() or len(item.last.text) <= 40
        return is_complete(item.last.text) or item.has_units() or self._is_heading_line(item)

    def _is_heading_line(self, item: RawItem) -> bool:
        """Whether the item so far is a heading on a line of its own."""
        text = numerals.split_ordinal(item.paragraphs[0].text)[1]
        if (
            self.headed
            and len(item.paragraphs) == 1
            and len(text) <= _OWN_LINE_MAX
            and not re.search(r"[。；：]", text)
        ):
            return True
        return len(item.paragraphs) == 1 and len(text) <= 25 and not re.search(r"[，。；：（]", text)

    def _take_units(self, line: Mended) -> None:
        """A unit clause on a line of its own: of the item, or of the sub-entry it stands below."""
        item = self.raw[-1]
        bracketed = line.text.startswith(("（", "〔", "(", "【", "[", "［"))
        if len(item.paragraphs) == 1 and not item.has_units() and bracketed and item.has_body():
            item.last.join(line, "units-own-line", self.telling)
            return
        if not numerals.split_ordinal(item.last.text)[0] or len(item.paragraphs) == 1:
            self.telling.tell("units-own-line", line.where, line.printed)
        item.paragraphs.append(Paragraph(line))

    def _goes_on_with_units(self, line: Mended) -> bool:
        """Whether a line only names further units of the unit line above."""
        last = self.raw[-1].last.text
        named = organs.split_units(line.text.rstrip("。）"))
        if not is_unit_clause(last) or last.endswith(("）", "〕", "。")) or is_unit_clause(line.text):
            return False
        return last.endswith(_OPEN) or (bool(named) and all(map(organs.is_named_organ, named)))

    def _add_units(self, line: Mended) -> None:
        last = self.raw[-1].last
        if not last.text.endswith(_OPEN):
            last.text += "、"
        last.join(line, "units-own-line", self.telling)

    def _is_bare_item(self, line: Mended) -> bool:
        """Whether a line is an item that has lost its ordinal: it has units, the one before is done."""
        found = find_unit_clause(line.text)
        before = self.raw[-1]
        own = not any(numerals.split_ordinal(one.text)[0] for one in before.paragraphs[1:])
        done = before.has_units() and before.has_body() and own
        return done and found is not None and found.start > 0 and not numerals.split_ordinal(line.text)[0]

    def _ends_list(self, line: Mended, at: int) -> bool:
        """Whether a line that does not go on a sentence stands behind the list rather than in its last item."""
        if numerals.split_ordinal(line.text)[0]:
            return False
        item = self.raw[-1]
        bodied = any(one.has_body() for one in self.raw[:-1]) or at + 1 < self.end
        done = item.has_units() and (item.has_body() or not bodied)
        bare = len(line.text) <= 20 and is_requirement(line.text)
        return done or bare or bool(_CLOSING.match(line.text)) or contacts.is_contact_line(line.text)


def gather(lines: Sequence[Mended], outline: Outline, telling: Telling) -> tuple[list[RawItem], int]:
    """The items of an outline, and the line behind the last that belongs to them."""
    return Gathering(lines, outline, telling).items()
