"""Understanding lines and tables as a notice: head, items and what stands round them, nothing dropped in silence."""

import re

from drafter.errors import NotUnderstood
from drafter.model.notice import Form, Item, Notice
from drafter.model.results import Reading
from drafter.readers.attachments import fit_attachments, read_attachments
from drafter.readers.blocks import Block, Table
from drafter.readers.head import HeadReading, read_head
from drafter.readers.items import first_item, gather, understand
from drafter.readers.repair import Mended, mend
from drafter.readers.tail import Copies, Surroundings, is_attachment_label, read_copies
from drafter.readers.telling import Telling
from drafter.text import counts

_SEEN = 40


def recognise(blocks: list[Block], source: str) -> Reading:
    """The notice that the blocks hold, with every repair and doubt.

    Raises NotUnderstood, saying what was seen, where there is no title or no list of items.
    """
    telling = Telling()
    parts = [block if isinstance(block, Table) else mend(block.text, block.where) for block in blocks]
    parts = [part for part in parts if isinstance(part, Table) or part.text]
    behind = _attachments_start(parts)
    lines = [part for part in parts[:behind] if isinstance(part, Mended)]
    head = read_head(lines, telling)
    start = first_item(lines[head.taken :]) if head else None
    if head is None or start is None or head.issuer is None or head.year is None:
        raise NotUnderstood(_refusal(source, lines, head, start))
    start += head.taken
    before = _surroundings(lines[head.taken : start], head.issuer, telling)
    raw, taken = gather(lines[start:], telling)
    items = understand(raw, telling)
    after, copies = _after_items(lines[start + taken :], head.issuer, telling)
    copies, rest = _copies_behind(parts[behind:], copies, telling)
    notice = _notice(head, before, items, after, copies)
    attachments = fit_attachments(
        before.attachment_names + after.attachment_names, read_attachments(rest, telling), items, telling
    )
    notice = notice.model_copy(update={"attachments": attachments})
    _doubt_whole(notice, telling)
    return Reading(source=source, notice=notice, problems=telling.problems())


def _attachments_start(parts: list[Mended | Table]) -> int:
    """Where the attachments begin: at the label 附件 alone on a line, or at the first table."""
    for at, part in enumerate(parts):
        if isinstance(part, Table) or is_attachment_label(part.text):
            return at
    return len(parts)


def _surroundings(lines: list[Mended], issuer: str, telling: Telling) -> Surroundings:
    found = Surroundings(issuer, telling)
    for line in lines:
        found.place(line)
    return found


def _after_items(lines: list[Mended], issuer: str, telling: Telling) -> tuple[Surroundings, Copies | None]:
    found = Surroundings(issuer, telling)
    at = 0
    while at < len(lines):
        copies = read_copies(lines[at:], telling)
        if copies:
            for line in lines[at + copies.taken :]:
                telling.tell("text-unplaced", line.where, line.printed, line.text)
            return found, copies
        found.place(lines[at])
        at += 1
    return found, None


def _copies_behind(
    parts: list[Mended | Table], known: Copies | None, telling: Telling
) -> tuple[Copies | None, list[Mended | Table]]:
    """抄送 that stands behind the attachments, and the parts without it."""
    for at, part in enumerate(parts):
        lines = [later for later in parts[at:] if isinstance(later, Mended)]
        copies = read_copies(lines, telling) if isinstance(part, Mended) else None
        if copies:
            taken = lines[: copies.taken]
            return copies, [other for other in parts if not (isinstance(other, Mended) and other in taken)]
    return known, parts


def _notice(
    head: HeadReading, before: Surroundings, items: tuple[Item, ...], after: Surroundings, copies: Copies | None
) -> Notice:
    """Put together what was found. A signature before the items makes it the 印发 form."""
    form = Form.ISSUE if before.signature or before.dated or before.disclosure else Form.DIRECT
    opening, list_title = _opening_and_list_title(before, form)
    signed = before if form is Form.ISSUE else after
    return Notice(
        issuer=head.issuer or "",
        year=head.year or 0,
        doc_number=head.doc_number,
        date=signed.date,
        form=form,
        title=head.title,
        recipients=head.recipients,
        opening=opening,
        list_title=list_title,
        items=items,
        closing=tuple(paragraph.text for paragraph in after.paragraphs),
        contact_line=after.contact_line,
        signature=signed.signature,
        disclosure=signed.disclosure,
        copies_to=copies.names if copies else (),
    )


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
