"""The numbered items of a notice: heading, body, unit clause, in whatever lines they stand."""

import re

from drafter.model.notice import Clause, Entry, Item
from drafter.readers.paragraphs import Paragraph, is_complete
from drafter.readers.repair import Mended
from drafter.readers.tail import is_ending
from drafter.readers.telling import Telling
from drafter.text import clauses, contacts, numerals
from drafter.text.unit_clause import UnitClause, find_unit_clause, is_unit_clause, read_unit_clause

_HEADING_MAX = 40
_ALONE_MAX = 26
_NO_DEED = (
    r"^(?:加强|强化|落实|完善)?"
    r"(?:组织领导|保障措施|工作要求|有关要求|总体要求|总体目标|指导思想|基本原则|目标任务|实施步骤)"
)
_CLOSING = re.compile(
    r"(?:本通知|各(?:有关|级|相关|镇|街道|区县|责任|部门|单位|地)|以上|请(?:各|你|认真)|区政府|市政府|县政府|附件|联系|抄送)"
)


class RawItem:
    """An item in the making: its first paragraph and those that follow it."""

    def __init__(self, ordinal: str, line: Mended) -> None:
        self.ordinal = ordinal
        self.paragraphs = [Paragraph(line)]

    @property
    def last(self) -> Paragraph:
        """The paragraph that a further line would go on."""
        return self.paragraphs[-1]

    def has_units(self) -> bool:
        """Whether the unit clause has been reached, so that the item is done."""
        return is_unit_clause(self.last.text) or find_unit_clause(self.last.text) is not None


def style_of(ordinal: str) -> str:
    """The way of counting an ordinal belongs to: chinese, bracket or arabic."""
    if ordinal[0] in "（(":
        return "bracket"
    return "arabic" if ordinal[0].isdigit() else "chinese"


def first_item(lines: list[Mended]) -> int | None:
    """Where the items begin: the first line with an ordinal, 一、 before any other way of counting."""
    ordinals = {at: ordinal for at, line in enumerate(lines) if (ordinal := numerals.split_ordinal(line.text)[0])}
    first = next(iter(ordinals), None)
    return next((at for at, ordinal in ordinals.items() if ordinal == numerals.to_chinese(1)), first)


def gather(lines: list[Mended], telling: Telling) -> tuple[list[RawItem], int]:
    """The items that the lines begin with, and how many lines they take."""
    raw: list[RawItem] = []
    style = ""
    for at, line in enumerate(lines):
        ordinal, _ = numerals.split_ordinal(line.text)
        style = style or (style_of(ordinal) if ordinal else "")
        if ordinal and style_of(ordinal) == style:
            raw.append(RawItem(ordinal, line))
        elif is_unit_clause(line.text):
            _take_unit_line(raw[-1], line, telling)
        elif is_ending(line.text) and not _goes_on(lines[at + 1 :], style, len(raw) + 1):
            return raw, at
        elif not is_complete(raw[-1].last.text) and not raw[-1].has_units() and not _is_heading_line(raw[-1]):
            raw[-1].last.join(line, "broken-paragraph", telling)
        elif not _ends_list(raw[-1], line, ordinal):
            raw[-1].paragraphs.append(Paragraph(line))
        elif _goes_on(lines[at + 1 :], style, len(raw) + 1):
            telling.tell("text-unplaced", line.where, line.printed, line.text)
            continue
        else:
            return raw, at
        telling.tell_repairs(line)
    return raw, len(lines)


def _take_unit_line(item: RawItem, line: Mended, telling: Telling) -> None:
    """A unit clause on a line of its own: of the item, or of the sub-entry it stands below."""
    if len(item.paragraphs) > 1:
        item.paragraphs.append(Paragraph(line))
    elif item.has_units() or not line.text.startswith(("（", "〔", "(")):
        telling.tell("units-own-line", line.where, line.printed)
        item.paragraphs.append(Paragraph(line))
    else:
        item.last.join(line, "units-own-line", telling)


def _goes_on(lines: list[Mended], style: str, number: int) -> bool:
    """Whether the list still goes on to a higher number, so that a line before that is no end but a stray one."""
    for line in lines:
        ordinal, _ = numerals.split_ordinal(line.text)
        if ordinal and style_of(ordinal) == style and (numerals.ordinal_value(ordinal) or 0) >= number:
            return True
    return False


def _is_heading_line(item: RawItem) -> bool:
    """Whether the item so far is a heading on a line of its own."""
    text = numerals.split_ordinal(item.paragraphs[0].text)[1]
    return len(item.paragraphs) == 1 and len(text) <= 25 and not re.search(r"[，。；：（]", text)


def _ends_list(item: RawItem, line: Mended, ordinal: str | None) -> bool:
    """Whether a line that does not go on a sentence stands behind the list rather than in its last item."""
    if ordinal:
        return False
    return item.has_units() or bool(_CLOSING.match(line.text)) or contacts.is_contact_line(line.text)


def understand(raw: list[RawItem], telling: Telling) -> tuple[Item, ...]:
    """The items as values; doubts about numbering and units are told."""
    items = tuple(_item(one, telling) for one in raw)
    for position, (item, one) in enumerate(zip(items, raw, strict=True), start=1):
        if numerals.ordinal_value(one.ordinal) != position:
            telling.tell("item-numbering", one.last.where, detail=f"第{position}项写作“{one.ordinal}”")
        if not item.all_units:
            telling.tell("units-missing", one.paragraphs[0].where, item.heading)
        if re.search(_NO_DEED, item.heading or item.body):
            telling.tell("item-no-deed", one.paragraphs[0].where, item.heading or item.body[:20])
    return items


def _item(raw: RawItem, telling: Telling) -> Item:
    first, *others = raw.paragraphs
    _, text = numerals.split_ordinal(first.text)
    units, text = _take_units(text, first, telling)
    heading, body = _split_heading(text)
    if not heading and others and len(body) <= _ALONE_MAX and body.endswith("。") and body.count("。") == 1:
        heading, body = body[:-1], ""
    if heading and not body and others and _is_plain(others[0]):
        body_units, body = _take_units(others[0].text, others[0], telling)
        units = units or body_units
        others = others[1:]
    entries, own_lines = _entries(others, telling)
    for line in own_lines:
        units = _joined(units, line)
    if not heading and not body and not entries:
        telling.tell("item-empty", first.where)
    known = units or UnitClause()
    return Item(
        ordinal=raw.ordinal,
        heading=heading,
        clauses=tuple(Clause(text=text) for text in clauses.split(body)),
        entries=tuple(entries),
        units=known.units,
        lead_units=known.lead_units,
        units_as_printed=known.as_printed,
        leader=known.leader,
        deadline=known.deadline,
    )


def _entries(paragraphs: list[Paragraph], telling: Telling) -> tuple[list[Entry], list[UnitClause]]:
    """The sub-entries that paragraphs hold, and the unit clauses among them that are the item's own."""
    entries: list[Entry] = []
    own: list[UnitClause] = []
    pending: UnitClause | None = None
    for position, paragraph in enumerate(paragraphs):
        if not is_unit_clause(paragraph.text):
            entry, units = _entry(paragraph, telling)
            entries.append(_with_units(entry, units))
            pending = units
            continue
        found = read_unit_clause(paragraph.text)
        goes_on = position > 0 and not own and is_unit_clause(paragraphs[position - 1].text)
        follows = [not is_unit_clause(one.text) for one in paragraphs[position + 1 :]]
        if entries and (goes_on or _is_of_entry(entries, last=not any(follows))):
            pending = _joined(pending, found)
            entries[-1] = _with_units(entries[-1], pending)
        else:
            own.append(found)
    return entries, own


def _is_of_entry(entries: list[Entry], *, last: bool) -> bool:
    """Whether a unit clause below a sub-entry is that entry's: others follow it, or all before it have their own."""
    if entries[-1].units or not entries[-1].ordinal:
        return False
    earlier = entries[:-1]
    return not last or (bool(earlier) and all(entry.units for entry in earlier))


def _with_units(entry: Entry, found: UnitClause | None) -> Entry:
    if found is None:
        return entry
    return entry.replaced(
        units=found.units,
        lead_units=found.lead_units,
        leader=found.leader,
        deadline=found.deadline,
        units_as_printed=found.as_printed,
    )


def _is_plain(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text: no sub-entry, no unit clause alone."""
    return not numerals.split_ordinal(paragraph.text)[0] and not is_unit_clause(paragraph.text)


def _joined(first: UnitClause | None, second: UnitClause) -> UnitClause:
    """Two unit clauses of one item, read as one."""
    return second if first is None else read_unit_clause(f"{first.inside}；{second.inside}")


def _entry(paragraph: Paragraph, telling: Telling) -> tuple[Entry, UnitClause | None]:
    ordinal, text = numerals.split_ordinal(paragraph.text)
    if not ordinal:
        telling.tell("paragraph-in-item", paragraph.where, paragraph.text)
    units, text = _take_units(text, paragraph, telling)
    heading, body = _split_heading(text) if ordinal else (None, text)
    sentences = tuple(Clause(text=sentence) for sentence in clauses.split(body))
    return Entry(ordinal=ordinal, heading=heading, clauses=sentences), units


def _take_units(text: str, paragraph: Paragraph, telling: Telling) -> tuple[UnitClause | None, str]:
    """The unit clause at the end of a paragraph, and the text without it; bracket faults are told."""
    found = find_unit_clause(text)
    if not found:
        return None, text
    line = paragraph.lines[-1]
    printed_open, printed_close = _printed_brackets(line.printed)
    if "halfwidth-punct" in line.codes and (printed_open == "(") != (printed_close == ")"):
        if len(re.findall(r"[,;:()!?]", line.printed)) == 1:
            telling.rename("halfwidth-punct", "units-bracket-pair", line.where)
        telling.tell("units-bracket-pair", line.where, line.printed)
    if not found.bracketed:
        telling.tell("units-no-brackets", line.where, line.printed)
    if found.nested_round:
        telling.tell("units-nested", line.where, line.printed)
    return found, text[: found.start]


def _printed_brackets(printed: str) -> tuple[str, str]:
    """The marks that open and close the unit clause as printed."""
    end = printed.rstrip("。 \u3000*")[-1:]
    label = re.search(r"([(（〔\[])[^(（〔\[]{0,6}(?:单位|部门)[:：]", printed)
    return (label[1] if label else ""), end


def _split_heading(text: str) -> tuple[str | None, str]:
    """The first sentence as heading, when it is short and more follows; else a lone short line, else none."""
    first, *rest = clauses.split(text) or [""]
    if rest and len(first) <= _HEADING_MAX and first.endswith("。"):
        return first[:-1], "".join(rest)
    if not rest and 0 < len(first) <= _HEADING_MAX and not is_complete(first):
        return first, ""
    return None, text
