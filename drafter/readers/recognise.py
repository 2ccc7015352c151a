"""Understanding lines and tables as a notice: head, items and what stands round them, nothing dropped in silence."""

import re

from drafter.errors import NotUnderstood
from drafter.model.notice import Form, Item, Notice
from drafter.model.results import Reading
from drafter.readers.attachments import fit_attachments, read_attachments
from drafter.readers.blocks import Block, Margin, Table
from drafter.readers.head import HeadReading, read_head
from drafter.readers.items import first_item, gather, understand
from drafter.readers.repair import Mended, mend
from drafter.readers.tail import Surroundings, is_attachment_label, is_copies, read_copies, tell_unplaced
from drafter.readers.telling import Telling
from drafter.text import counts

_SEEN = 40
_PAGE_NUMBER = re.compile(r"[-—－–\s\u3000]*\d{1,3}[-—－–\s\u3000]*|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?")

_Parts = list[Mended | Table]


def notice_in(blocks: list[Block], source: str) -> Reading:
    """The notice that the blocks hold, with every repair and doubt.

    Raises NotUnderstood, saying what was seen, where there is no title or no list of items.
    """
    telling = Telling()
    parts = _mended(blocks, telling)
    behind = _attachments_start(parts)
    lines = _lines(parts[:behind], telling)
    head = read_head(lines, telling)
    start = first_item(lines[head.taken :]) if head else None
    if head is None or start is None or head.issuer is None or head.year is None:
        raise NotUnderstood(_refusal(source, lines, head, start))
    start += head.taken
    before = _surroundings(lines[head.taken : start], head.issuer, telling)
    raw, taken = gather(lines[start:], telling)
    items = understand(raw, telling)
    after, copies_before = _after_items(lines[start + taken :], head.issuer, telling)
    rest, copies_behind, tables = _split_at_copies(parts[behind:])
    notice = _notice(head, before, items, after)
    notice = notice.replaced(copies_to=_copies(copies_before, copies_behind, telling))
    names = [name for name in before.attachment_names + after.attachment_names if name[0] != notice.list_title]
    attachments = fit_attachments(names, read_attachments([*rest, *tables], telling), items, telling)
    notice = notice.replaced(attachments=attachments)
    _doubt_whole(notice, telling)
    return Reading(source=source, notice=notice, problems=telling.problems())


def _mended(blocks: list[Block], telling: Telling) -> _Parts:
    """Lines repaired, page numbers and the text of page margins taken out and told."""
    parts: _Parts = []
    for block in blocks:
        if isinstance(block, Table):
            parts.append(block)
        elif isinstance(block, Margin):
            if not _PAGE_NUMBER.fullmatch(block.text.strip()):
                telling.tell("text-unplaced", block.where, block.text, block.text)
        elif _PAGE_NUMBER.fullmatch(block.text):
            telling.tell("page-number", block.where, block.text)
        else:
            line = mend(block.text, block.where)
            if line.text:
                parts.append(line)
    return parts


def _attachments_start(parts: _Parts) -> int:
    """Where the attachments begin: at the label 附件 alone on a line, or at the first table, behind the items."""
    texts = [part.text if isinstance(part, Mended) else "" for part in parts]
    items = first_item([part for part in parts if isinstance(part, Mended)])
    if items is None:
        return len(parts)
    first = [at for at, part in enumerate(parts) if isinstance(part, Mended)][items]
    for at, text in enumerate(texts):
        if at > first and (isinstance(parts[at], Table) or is_attachment_label(text)):
            return at
    return len(parts)


def _lines(parts: _Parts, telling: Telling) -> list[Mended]:
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


def _after_items(lines: list[Mended], issuer: str, telling: Telling) -> tuple[Surroundings, list[Mended]]:
    """What stands behind the items, and the lines from 抄送 on."""
    found = Surroundings(issuer, telling)
    for at, line in enumerate(lines):
        if is_copies(line.text):
            return found, lines[at:]
        found.place(line)
    return found, []


def _split_at_copies(parts: _Parts) -> tuple[_Parts, list[Mended], _Parts]:
    """The parts before 抄送, the lines from there on, and the tables among these."""
    for at, part in enumerate(parts):
        if isinstance(part, Mended) and is_copies(part.text):
            lines = [later for later in parts[at:] if isinstance(later, Mended)]
            return parts[:at], lines, [later for later in parts[at:] if isinstance(later, Table)]
    return parts, [], []


def _copies(before: list[Mended], behind: list[Mended], telling: Telling) -> tuple[str, ...]:
    """The organs of the last 抄送; an earlier one, and lines behind it, are told."""
    names: tuple[str, ...] = ()
    for lines in (behind, before):
        copies = read_copies(lines, telling)
        if copies and names:
            tell_unplaced(lines, telling)
        elif copies:
            names = copies.names
            tell_unplaced(lines[copies.taken :], telling)
    return names


def _notice(head: HeadReading, before: Surroundings, items: tuple[Item, ...], after: Surroundings) -> Notice:
    """Put together what was found. A signature before the items makes it the 印发 form."""
    form = Form.ISSUE if before.signature or before.disclosure else Form.DIRECT
    signed, other = (before, after) if before.signature or not after.dated else (after, before)
    if signed.dated and other.dated:
        day, line = other.dated
        after.telling.tell("text-unplaced", line.where, line.printed, day)
    opening, list_title = _opening_and_list_title(before, form)
    contact_lines = [line for line in (before.contact_line, after.contact_line) if line]
    return Notice(
        issuer=head.issuer or "",
        year=head.year or 0,
        doc_number=head.doc_number,
        date=signed.date if signed.dated else other.date,
        form=form,
        title=head.title,
        recipients=head.recipients,
        opening=opening,
        list_title=list_title,
        items=items,
        closing=tuple(paragraph.text for paragraph in after.paragraphs),
        contact_line="\u3000".join(contact_lines) or None,
        signature=_one_of("署名", before.signature, after.signature, after.telling),
        disclosure=_one_of("附注", before.disclosure, after.disclosure, after.telling),
    )


def _one_of(what: str, first: str | None, second: str | None, telling: Telling) -> str | None:
    """The one of two that is there; a second, other one is told."""
    if first and second and first != second:
        telling.tell("text-unplaced", f"文末{what}", second, second)
    return first or second


def _opening_and_list_title(before: Surroundings, form: Form) -> tuple[tuple[str, ...], str | None]:
    """In the 印发 form the last words before the items, which end without a stop, are the list's title."""
    texts = [paragraph.text for paragraph in before.paragraphs]
    if form is Form.ISSUE and texts and not re.search(r"[。：；]$", texts[-1]):
        for line in before.paragraphs[-1].lines:
            if "blank-in-text" in line.codes:
                before.telling.rename("blank-in-text", "title-blank", line.where)
        return tuple(texts[:-1]), texts[-1]
    return tuple(texts), None


def _doubt_whole(notice: Notice, telling: Telling) -> None:
    """Doubts that only the whole shows: no signature, or another number of items than announced."""
    if not notice.signature or not notice.date:
        telling.tell("signature-missing", "文末")
    for text in (notice.title, *notice.opening, *notice.closing):
        for count in counts.find(text):
            if count.number != len(notice.items):
                detail = f"“{count.text}”，实际{len(notice.items)}项"
                telling.tell("title-count-vs-items", "标题和正文", text, detail)


def _refusal(source: str, lines: list[Mended], head: HeadReading | None, start: int | None) -> str:
    """What was seen in a text that is no notice, and what to do."""
    if not lines:
        return f"{source} 里没有文字。请核对是否选错了文件。"
    if head is None:
        missing = "没有找到标题（…关于…的通知）"
    elif head.issuer is None:
        missing = "没有找到发文机关"
    elif start is None:
        missing = "没有找到编号的实事（一、…）"
    else:
        missing = "标题里没有年份"
    first = lines[0].text[:_SEEN]
    return f"{source} 不像办实事通知：{missing}。看到{len(lines)}行文字，开头是“{first}”。请核对文件，或补全后重试。"
