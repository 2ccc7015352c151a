"""Beginning a draft: from the newest notice of the issuer, or from nothing but the issuer's entry."""

import itertools

from drafter import adapt
from drafter.adapt import Rewriting
from drafter.drafting import foreign
from drafter.library import Library
from drafter.model.draft import Draft, DraftClause, DraftEntry, DraftItem
from drafter.model.notice import Attachment, Clause, DocNumber, Form, Item, Notice
from drafter.model.registers import Issuer, Level
from drafter.text import contacts

COLUMNS = ("序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限")
_SCOPE = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区"}


def new(year: int, issuer: str, library: Library, source: Notice | None = None) -> Draft:
    """A draft for the year; without `source` from the newest notice of the issuer, if there is one.

    The year of the list moves, serial and date are blank, every figure is unconfirmed.
    Raises UnknownReference for an issuer that is not registered.
    """
    entry = library.issuers.require(issuer)
    if source is None:
        newest = library.newest(entry.place)
        source = library.notice(newest) if newest else None
    if source is None:
        return frame(year, issuer, library)
    return _from_notice(year, entry, source, library)


def _from_notice(year: int, entry: Issuer, source: Notice, library: Library) -> Draft:
    reference = library.reference_of(source)
    ours = Rewriting(adapt.Crossing(library, entry.place, source), source.year, year)
    own = source.issuer == entry.name

    def text(value: str, where: str) -> str:
        return ours.text(value.replace(source.issuer, entry.name), where)

    code = source.doc_number.agency_code if own and source.doc_number else entry.agency_code
    draft = Draft(
        place=entry.place,
        source=reference,
        issuer=entry.name,
        year=year,
        doc_number=DocNumber(agency_code=code, year=year) if code else None,
        form=source.form,
        format=entry.format if source.format is None or not own else source.format,
        title=text(source.title, "标题"),
        recipients=text(source.recipients, "主送") if source.recipients else None,
        opening=tuple(text(one, "开头") for one in source.opening),
        list_title=None if source.list_title is None else text(source.list_title, "清单标题"),
        closing=tuple(text(one if own else contacts.blanked(one), "结尾") for one in source.closing),
        contact_line=_contact_line(source, own=own),
        signature=entry.name,
        disclosure=source.disclosure,
        attachments=tuple(_attachment(one, ours) for one in source.attachments),
        copies_to=source.copies_to if own else (),
        unit_separator=_unit_separator(source),
        items=tuple(
            draft_item(item, f"i{number}", f"{reference}#{number}", ours, f"第{number}项")
            for number, item in enumerate(source.items, start=1)
        ),
    )
    return draft.replaced(notes=(*_first_notes(draft, source, own=own), *foreign.notes(ours.changes, ours.marks)))


def _contact_line(source: Notice, *, own: bool) -> str | None:
    """The line of contacts; those of another office are left blank."""
    return source.contact_line if own or not source.contact_line else contacts.blanked(source.contact_line)


def _first_notes(draft: Draft, source: Notice, *, own: bool) -> list[str]:
    """What a drafter is to know of a new draft before anything else."""
    notes = [f"以 {draft.source} 为底稿，共{len(draft.items)}项；文号序号和成文日期留空，所有指标待确认"]
    if not own:
        notes.append(
            f"底稿是{source.issuer}的通知：电话、邮箱和抄送没有带过来，留空待填；地名、层级和单位名称已按登记表改写，请逐一核对"
        )
    if draft.year <= source.year:
        notes.append(f"注意：{draft.year}年不晚于底稿的{source.year}年，请核对年份")
    return notes


def frame(year: int, issuer: str, library: Library) -> Draft:
    """The bare frame of a 印发 notice (spec G-30), from nothing but the issuer's entry.

    Raises UnknownReference for an issuer that is not registered.
    """
    entry = library.issuers.require(issuer)
    told = "没有用底稿" if library.newest(entry.place) else f"文库中没有{entry.place}的通知"
    scope = "县" if entry.place.endswith("县") else _SCOPE[entry.level]
    list_title = f"{year}年为全{scope}妇女儿童办实事项目清单"
    return Draft(
        place=entry.place,
        issuer=entry.name,
        year=year,
        doc_number=DocNumber(agency_code=entry.agency_code, year=year) if entry.agency_code else None,
        form=Form.ISSUE,
        format=entry.format,
        title=f"{entry.name}关于印发{list_title}的通知",
        list_title=list_title,
        signature=entry.name,
        attachments=(Attachment(title=f"{year}年为全{scope}妇女儿童办实事工作进展情况表", columns=COLUMNS),),
        notes=(f"{told}，只建了空白框架；主送机关、开头、实事和结尾待补",),
    )


def _attachment(source: Attachment, ours: Rewriting) -> Attachment:
    """An attachment of the source; the rows of a progress table are made from the items when it is printed.

    A table that the source only announced gets the usual heads where its name is that of a progress table.
    """
    announced_only = not source.columns and not source.paragraphs
    columns = COLUMNS if announced_only and "进展" in source.title else source.columns
    moved = source.replaced(
        title=ours.text(source.title, "附件标题"),
        printed_title=None if source.printed_title is None else ours.text(source.printed_title, "附件标题"),
        paragraphs=tuple(ours.text(text, "附件") for text in source.paragraphs),
        columns=columns,
    )
    return moved.replaced(rows=()) if moved.is_progress_table else moved


def _unit_separator(source: Notice) -> str:
    """What parts the units in the table of the source: a line feed where any cell has one."""
    cells = (cell for attachment in source.attachments for row in attachment.rows for cell in row)
    return "\n" if any("\n" in cell for cell in cells) else "、"


def draft_item(source: Item, item_id: str, origin: str, ours: Rewriting, place: str = "") -> DraftItem:
    """An item of a past notice as an item of a draft, in our words, each clause with its origin.

    What is left to be judged in the words of another office is noted with the item.
    """
    before = len(ours.marks)
    item = adapt.item(source, ours, place)
    if not ours.crossing.is_own:
        ours.marks += foreign.leader_marks(source, f"{place}责任领导")
    numbers = itertools.count(1)

    def clauses(texts: tuple[Clause, ...]) -> tuple[DraftClause, ...]:
        return tuple(DraftClause(text=clause.text, origin=f"{origin}.{next(numbers)}") for clause in texts)

    fields = dict(item) | {"ordinal": None, "origin": origin, "reason": None, "clauses": clauses(item.clauses)}
    fields["entries"] = tuple(
        DraftEntry.model_validate(dict(entry) | {"clauses": clauses(entry.clauses)}) for entry in item.entries
    )
    kept = () if ours.crossing.is_own else foreign.kept_notes(ours.marks[before:])
    return DraftItem.model_validate(fields | {"id": item_id, "notes": kept})
