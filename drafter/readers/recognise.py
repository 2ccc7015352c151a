"""Understanding lines and tables as a notice: head, items and what stands round them, nothing dropped in silence."""

import re

from drafter.errors import NotUnderstood
from drafter.model.notice import Item, Notice
from drafter.model.results import Reading
from drafter.readers import account, doubts, item_tables, lead_rule
from drafter.readers.assembling import assemble, copies_of, take_imprint
from drafter.readers.attachments import fit_attachments, read_attachments
from drafter.readers.blocks import Block, Table
from drafter.readers.head import HeadReading, read_head
from drafter.readers.item_parts import headed_by_semicolon, understand
from drafter.readers.items import RawItem, gather
from drafter.readers.outline import Outline, find_outline, first_numbered
from drafter.readers.preparing import Part, prepare
from drafter.readers.repair import Mended
from drafter.readers.tail import Surroundings, is_attachment_label, is_copies
from drafter.readers.telling import Telling
from drafter.text import numerals, word_lists

_SEEN = 40
_DEEDS = re.compile("|".join(word_lists.load("reading_words")["deeds"]))


def notice_in(blocks: list[Block], source: str) -> Reading:
    """The notice that the blocks hold, with every repair and doubt.

    Raises NotUnderstood, saying what was seen, where there is no title or no list of items.
    """
    telling = Telling()
    parts = prepare(blocks, telling)
    found = Found(parts, telling)
    if found.head is None or found.head.issuer is None or found.head.year is None or not found.has_items():
        raise NotUnderstood(_refusal(source, found))
    notice = found.notice()
    if not _are_deeds(notice):
        raise NotUnderstood(_refusal(source, found, "编号的各项没有责任单位，文中也没有提到实事"))
    doubts.tell_about_whole(notice, telling)
    account.tell_unaccounted(blocks, notice, telling)
    return Reading(source=source, notice=notice, problems=telling.problems())


class Found:
    """The parts of a notice as they are found, step by step."""

    def __init__(self, parts: list[Part], telling: Telling) -> None:
        self.telling = telling
        self.table, self.before, self.behind = _list_table(parts)
        if self.table is None:
            at = _attachments_start(parts)
            self.before, self.behind = parts[:at], parts[at:]
        self.labelled = any(is_attachment_label(part.text) for part in self.before if isinstance(part, Mended))
        self.lines = _lines(self.before, telling)
        self.head: HeadReading | None = read_head(self.lines, telling)
        self.rest = self.lines[self.head.taken :] if self.head else []
        self.outline: Outline | None = None if self.table else find_outline(self.rest)

    def has_items(self) -> bool:
        """Whether a list was found, in lines or in a table."""
        return self.table is not None or self.outline is not None

    def notice(self) -> Notice:
        """The whole notice. Only asked for where head and items were found."""
        head, telling = self.head, self.telling
        assert head is not None
        issuer = head.issuer or ""
        if self.table:
            before = _surroundings(self.rest, issuer, telling)
            _tell_numbered(before, telling)
            items = item_tables.read_items(self.table, telling)
            behind_items, self.behind = _up_to_attachments(self.behind)
        else:
            before, items, behind_items = self._items_in_lines(issuer)
        imprint, behind_items, self.behind = take_imprint(behind_items, self.behind, telling)
        after, copies_before = _after_items(behind_items, issuer, telling)
        rest, copies_behind, tables = _split_at_copies(self.behind)
        copies = copies_of(copies_before, copies_behind, telling)
        notice = assemble(head, before, items, after, labelled=self.labelled)
        if imprint:
            notice = notice.replaced(imprint_organ=imprint.organ, imprint_date=imprint.date)
        announced = before.attachment_names + after.attachment_names
        for name, line in announced:
            if name == notice.list_title:
                telling.tell("list-as-attachment", line.where, line.printed, name)
        names = [name for name in announced if name[0] != notice.list_title]
        attachments = fit_attachments(names, read_attachments([*rest, *tables], telling), items, telling)
        notice = notice.replaced(copies_to=copies, attachments=attachments)
        rule = lead_rule.find_rule((*notice.opening, *notice.closing, *lead_rule.units_of(notice.items)))
        if rule:
            telling.tell("lead-rule", "正文", rule, rule)
            notice = notice.replaced(items=lead_rule.apply_rule(notice.items))
        return notice

    def _items_in_lines(self, issuer: str) -> tuple[Surroundings, tuple[Item, ...], list[Mended]]:
        """What stands before the items, the items, and the lines behind them."""
        outline, telling = self.outline, self.telling
        assert outline is not None
        first = outline.starts[0]
        before = _surroundings(
            [line for at, line in enumerate(self.rest[:first]) if at not in outline.titles], issuer, telling
        )
        for at in outline.titles:
            title = self.rest[at]
            telling.tell("section-title", title.where, title.printed, title.text)
            if outline.doubted:
                telling.tell("sections-doubt", title.where, title.printed, title.text)
        if outline.doubted and not outline.titles:
            for at in outline.starts:
                telling.tell("sections-doubt", self.rest[at].where, self.rest[at].printed, self.rest[at].text)
        raw, end = gather(self.rest, outline, telling)
        by_semicolon = headed_by_semicolon(raw)
        items = tuple(understand(one, telling, by_semicolon=by_semicolon) for one in raw)
        doubts.tell_about_items(items, _ordinals(raw, self.rest, outline), telling)
        return before, items, self.rest[end:]


def _ordinals(raw: list[RawItem], lines: list[Mended], outline: Outline) -> list[tuple[str | None, str, bool]]:
    """The ordinal of each item, its place, and whether a section begins with it."""
    place = {id(line): at for at, line in enumerate(lines)}
    found, last = [], -1
    for one in raw:
        at = place[id(one.paragraphs[0].lines[0])]
        found.append((one.ordinal, one.where, any(last < title < at for title in outline.titles)))
        last = at
    return found


def _list_table(parts: list[Part]) -> tuple[Table | None, list[Part], list[Part]]:
    """The table that is the list, with what stands before and behind it; None where the lines hold the list."""
    lines = [part for part in parts if isinstance(part, Mended)]
    outline = find_outline(lines)
    units = outline.with_units if outline else 0
    for at, part in enumerate(parts):
        if isinstance(part, Table) and item_tables.holds_items(part):
            if outline and units * 2 >= len(outline.starts) and (units > 1 or len(part.rows) <= 2):
                return None, [], []
            return part, parts[:at], parts[at + 1 :]
    return None, [], []


def _attachments_start(parts: list[Part]) -> int:
    """Where the attachments begin: at the label 附件 alone on a line, or at the first table, behind the items."""
    items = first_numbered([part for part in parts if isinstance(part, Mended)])
    if items is None:
        return len(parts)
    first = [at for at, part in enumerate(parts) if isinstance(part, Mended)][items]
    for at, part in enumerate(parts):
        if at > first and (isinstance(part, Table) or is_attachment_label(part.text)):
            return at
    return len(parts)


def _up_to_attachments(parts: list[Part]) -> tuple[list[Mended], list[Part]]:
    """The lines before the first table or label 附件, and the parts from there on."""
    lines: list[Mended] = []
    for at, part in enumerate(parts):
        if isinstance(part, Table) or is_attachment_label(part.text):
            return lines, parts[at:]
        lines.append(part)
    return lines, []


def _lines(parts: list[Part], telling: Telling) -> list[Mended]:
    """The lines before the attachments; a label or a table that stands among them is told."""
    lines = []
    for part in parts:
        if isinstance(part, Table):
            text = "，".join(cell for row in part.rows for cell in row if cell)
            telling.tell("text-unplaced", part.where, text, text)
        elif is_attachment_label(part.text):
            telling.tell("list-as-attachment", part.where, part.printed)
        else:
            lines.append(part)
    return lines


def _surroundings(lines: list[Mended], issuer: str, telling: Telling) -> Surroundings:
    found = Surroundings(issuer, telling)
    for line in lines:
        found.place(line)
    return found


def _tell_numbered(found: Surroundings, telling: Telling) -> None:
    """Numbered paragraphs that are no items, because the list is a table, are told."""
    for paragraph in found.paragraphs:
        if numerals.split_ordinal(paragraph.text)[0]:
            telling.tell("item-no-deed", paragraph.where, paragraph.text, paragraph.text[:_SEEN])


def _after_items(lines: list[Mended], issuer: str, telling: Telling) -> tuple[Surroundings, list[Mended]]:
    """What stands behind the items, and the lines from 抄送 on; numbered lines there are told to be no items."""
    found = Surroundings(issuer, telling)
    for at, line in enumerate(lines):
        if is_copies(line.text):
            _tell_numbered(found, telling)
            return found, lines[at:]
        found.place(line)
    _tell_numbered(found, telling)
    return found, []


def _split_at_copies(parts: list[Part]) -> tuple[list[Part], list[Mended], list[Part]]:
    """The parts before 抄送, the lines from there on, and the tables among these."""
    for at, part in enumerate(parts):
        if isinstance(part, Mended) and is_copies(part.text):
            lines = [later for later in parts[at:] if isinstance(later, Mended)]
            return parts[:at], lines, [later for later in parts[at:] if isinstance(later, Table)]
    return parts, [], []


def _are_deeds(notice: Notice) -> bool:
    """Whether a list is one of deeds: the text speaks of them, or at least half of the items name units."""
    texts = (notice.title, notice.list_title or "", *notice.opening)
    with_units = sum(bool(item.all_units) for item in notice.items)
    return any(map(_DEEDS.search, texts)) or with_units * 2 >= len(notice.items)


def _refusal(source: str, found: Found, reason: str = "") -> str:
    """What was seen in a text that is no notice, and what to do."""
    lines, head = found.lines, found.head
    if not lines:
        return f"{source} 里没有文字。请核对是否选错了文件。"
    if not any(re.search(r"[\u4e00-\u9fff]", line.text) for line in lines):
        return f"{source} 里没有汉字，不像一份通知。请核对是否选错了文件。"
    if reason:
        missing = reason
    elif head is None:
        missing = "没有找到标题（…关于…的通知）"
    elif not found.has_items():
        missing = "没有找到编号的实事（一、…）"
    elif head.issuer is None:
        missing = "没有找到发文机关"
    else:
        missing = "标题里没有年份"
    first = "".join(char if char.isprintable() else " " if char.isspace() else "□" for char in lines[0].text[:_SEEN])
    return f"{source} 不像办实事通知：{missing}。看到{len(lines)}行文字，开头是“{first}”。请核对文件，或补全后重试。"
