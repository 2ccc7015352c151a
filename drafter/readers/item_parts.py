"""The parts of one item: heading, body, sub-entries and units out of its paragraphs."""

import re
from collections.abc import Sequence

from drafter.model.notice import Clause, Entry, Item
from drafter.readers.items import RawItem
from drafter.readers.paragraphs import Paragraph, is_complete
from drafter.readers.telling import Telling
from drafter.text import clauses, numerals, word_lists
from drafter.text.unit_clause import (
    UnitClause,
    find_inner_clause,
    find_unit_clause,
    is_unit_clause,
    names_units,
    read_unit_clause,
)

_HEADING_MAX = 40
_ALONE_MAX = 26
_BEFORE_COLON = re.compile(
    r"(?P<heading>[^，。；：]{2,25})：(?=.)(?<!如下：)(?<!以下：)(?<!包括：)(?<!做好：)(?<!内容：)(?<!目标：)(?<!任务：)(?<!措施：)"
)
_BEFORE_SEMICOLON = re.compile(r"(?P<heading>[^，。；：\d]{4,25})；(?=[^；]*\d)")
_WORDS = word_lists.load("reading_words")
_HEADING_LABEL = re.compile(rf"(?:{'|'.join(_WORDS['column heading'])})[：:](?=.)")
_BEFORE_BLANK = re.compile(r"(?P<heading>[^，。；：\s]{3,30})[ \u3000]+(?=\S.*[，。；])")


def headed_by_semicolon(raw: Sequence[RawItem]) -> bool:
    """Whether a list ends its headings with ；: most items begin with a few words and that mark."""
    found = [one for one in raw if _BEFORE_SEMICOLON.match(numerals.split_ordinal(one.paragraphs[0].text)[1])]
    return len(found) > 1 and len(found) * 3 >= len(raw) * 2


def understand(raw: RawItem, telling: Telling, *, by_semicolon: bool = False) -> Item:
    """The item as a value; faults of its units and heading are told."""
    first, *others = raw.paragraphs
    text = numerals.split_ordinal(first.text)[1]
    units, text = take_units(text, first, telling)
    heading, body = split_heading(text, first, telling, by_semicolon=by_semicolon)
    alone = len(body) <= _ALONE_MAX and body.endswith("。") and body.count("。") == 1
    if not heading and alone and (others or (units and not re.search(r"[\d，；]", body))):
        heading, body = body[:-1], ""
    if others and is_unit_clause(others[0].text) and any(map(_is_plain, others[1:2])):
        telling.tell("units-place", others[0].where, others[0].lines[0].printed)
        units, others = _joined(units, read_unit_clause(others[0].text)), others[1:]
    if heading and not body and others and _is_plain(others[0]):
        if units:
            telling.tell("units-place", first.where, first.lines[-1].printed)
        body_units, body = take_units(others[0].text, others[0], telling)
        units = _joined(units, body_units) if body_units else units
        others = others[1:]
    entries, own_lines = _entries(others, telling)
    for line in own_lines:
        units = _joined(units, line)
    if not heading and not body and not entries:
        telling.tell("item-empty", first.where)
    known = units or UnitClause()
    _tell_doubts(known, raw.where, telling)
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


def split_heading(
    text: str, paragraph: Paragraph, telling: Telling, *, by_semicolon: bool = False
) -> tuple[str | None, str]:
    """The heading and the rest: the first sentence, when it is short and more follows; a lone short line; else none."""
    label = _HEADING_LABEL.match(text)
    if label:
        telling.tell("item-heading-stop", paragraph.where, paragraph.lines[0].printed, label[0])
        heading, _, body = text[label.end() :].partition("。")
        return heading, body
    for ending in (_BEFORE_COLON, _BEFORE_BLANK, *([_BEFORE_SEMICOLON] if by_semicolon else [])):
        found = ending.match(text)
        if found and found["heading"] not in _WORDS["column body"]:
            telling.tell("item-heading-stop", paragraph.where, paragraph.lines[0].printed, found["heading"])
            return found["heading"], text[found.end() :]
    first, *rest = clauses.split(text) or [""]
    counted = "，" in first and bool(re.search(r"\d", first))
    if rest and len(first) <= _HEADING_MAX and first.endswith("。") and not counted:
        return first[:-1], "".join(rest)
    if not rest and 0 < len(first) <= _HEADING_MAX and not is_complete(first):
        return first, ""
    return None, text


def take_units(text: str, paragraph: Paragraph, telling: Telling) -> tuple[UnitClause | None, str]:
    """The unit clause of a paragraph, and the text without it; faults of place and brackets are told."""
    found = find_unit_clause(text)
    line = paragraph.lines[-1]
    if not found:
        found = find_inner_clause(text)
        if not found:
            return None, text
        telling.tell("units-place", line.where, line.printed)
    opening, closing = text[found.start], text[found.end - 1 : found.end].strip("。；") or _closing(text, found.end)
    if not found.closed or (found.bracketed and opening + closing not in ("（）", "〔〕")):
        telling.tell("units-bracket-pair", line.where, line.printed, f"{opening}{closing}")
    printed_open, printed_close = _printed_brackets(line.printed)
    if "halfwidth-punct" in line.codes and (printed_open == "(") != (printed_close == ")"):
        if len(re.findall(r"[,;:()!?]", line.printed)) == 1:
            telling.rename("halfwidth-punct", "units-bracket-pair", line.where)
        telling.tell("units-bracket-pair", line.where, line.printed)
    if not found.bracketed:
        telling.tell("units-no-brackets", line.where, line.printed)
    if found.nested_round:
        telling.tell("units-nested", line.where, line.printed)
    rest = (text[: found.start] + text[found.end :]).strip(" \u3000")
    before = find_unit_clause(rest)
    if before and before.bracketed and names_units(rest[before.start :]):
        found, rest = _joined(before, found), rest[: before.start].rstrip(" \u3000")
    stopped = text.endswith(("。", "；")) and found.end == len(text) and rest and not is_complete(rest)
    return found, f"{rest}。" if stopped and found.bracketed and len(rest) > _ALONE_MAX // 2 else rest


def _closing(text: str, end: int) -> str:
    """The last mark before the end that is no stop."""
    return text[:end].rstrip("。； \u3000")[-1:]


def _printed_brackets(printed: str) -> tuple[str, str]:
    """The marks that open and close the unit clause as printed."""
    end = printed.rstrip("。 \u3000*")[-1:]
    label = re.search(r"([(（〔\[])[^(（〔\[]{0,6}(?:单位|部门)[:：]", printed)
    return (label[1] if label else ""), end


def _tell_doubts(units: UnitClause, where: str, telling: Telling) -> None:
    if units.open_list:
        telling.tell("units-open", where, units.inside, units.inside)
    if units.doubtful:
        telling.tell("units-doubtful", where, units.inside, "、".join(units.doubtful))


def _entries(paragraphs: list[Paragraph], telling: Telling) -> tuple[list[Entry], list[UnitClause]]:
    """The sub-entries that paragraphs hold, and the unit clauses among them that are the item's own."""
    entries: list[Entry] = []
    own: list[UnitClause] = []
    pending: UnitClause | None = None
    for position, paragraph in enumerate(paragraphs):
        if is_unit_clause(field := numerals.split_ordinal(paragraph.text)[1]) and field != paragraph.text:
            telling.tell("units-own-line", paragraph.where, paragraph.lines[0].printed)
            own.append(take_units(field, paragraph, telling)[0] or read_unit_clause(field))
            continue
        if not is_unit_clause(paragraph.text):
            entry, units = _entry(paragraph, telling)
            entries.append(_with_units(entry, units))
            pending = units
            continue
        found, _ = take_units(paragraph.text, paragraph, telling) if paragraph.text[0] in "（〔【[［(" else (None, "")
        found = found or read_unit_clause(paragraph.text)
        goes_on = position > 0 and not own and is_unit_clause(paragraphs[position - 1].text)
        follows = [not is_unit_clause(one.text) for one in paragraphs[position + 1 :]]
        if entries and (goes_on or _is_of_entry(entries, last=not any(follows))):
            pending = _joined(pending, found)
            entries[-1] = _with_units(entries[-1], pending)
            _tell_doubts(found, paragraph.where, telling)
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
    if first is None:
        return second
    both = read_unit_clause(f"{first.inside}；{second.inside}")
    named = (*first.units, *second.units)
    if set(named) <= set(both.units):
        return both
    leads = (*(first.lead_units or ()), *(second.lead_units or ()))
    return both.replaced(units=tuple(dict.fromkeys(named)), lead_units=leads or None, as_printed=both.inside)


def _entry(paragraph: Paragraph, telling: Telling) -> tuple[Entry, UnitClause | None]:
    ordinal, text = numerals.split_ordinal(paragraph.text)
    if not ordinal:
        telling.tell("paragraph-in-item", paragraph.where, paragraph.text)
    units, text = take_units(text, paragraph, telling)
    heading, body = split_heading(text, paragraph, telling) if ordinal else (None, text)
    sentences = tuple(Clause(text=sentence) for sentence in clauses.split(body))
    if units:
        _tell_doubts(units, paragraph.where, telling)
    return Entry(ordinal=ordinal, heading=heading, clauses=sentences), units
