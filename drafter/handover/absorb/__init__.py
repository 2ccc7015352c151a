"""回收修改: a Word file that came back from a leader, its changes taken into the draft one by one.

    returned = absorb.read(path, draft, templates)     # what the file changes, beside what the draft prints
    draft = absorb.take(draft, returned, keys, reason) # with the changes of these keys

The draft is printed and read back, and the file is compared with that: what printing and reading do to a text is
never taken for a change. Tracked changes count as accepted.
"""

from pathlib import Path

from drafter import readers
from drafter.errors import UnfitValue
from drafter.handover import marked_copy
from drafter.handover.absorb import authors, file_marks, left_over
from drafter.handover.absorb.changes import Change, ChangeKind, Returned
from drafter.handover.absorb.file_marks import Comment
from drafter.handover.absorb.head_fields import attachment_changes, head_changes
from drafter.handover.absorb.matching import is_other, matched
from drafter.handover.absorb.planning import Planning
from drafter.handover.absorb.table_rows import only_in_tables
from drafter.handover.absorb.taking import take
from drafter.model.draft import Draft
from drafter.model.notice import Format
from drafter.render import Templates
from drafter.render import docx as print_docx

__all__ = ["Change", "ChangeKind", "Returned", "read", "take"]


def read(path: Path, draft: Draft, templates: Templates) -> Returned:
    """What a file changes in the draft it was printed from.

    Raises FileTrouble or NotUnderstood for a file that is no notice, UnfitValue for a 花脸稿, for a notice of another
    year or printed from another draft, and for a draft that cannot be printed.
    """
    came = readers.read(path)
    if file_marks.category_of(path.read_bytes(), path.name) == marked_copy.CATEGORY:
        raise UnfitValue(
            f"{path.name} 是花脸稿，删去的字也印在里面，不能收回。请在干净的 Word 文档或修订稿上改，再收回那一份。"
        )
    if came.notice.year != draft.year:
        raise UnfitValue(
            f"{path.name} 是{came.notice.year}年的通知，草稿是{draft.year}年的，不能收回。"
            "请核对文件和草稿；要存往年的通知，请用 drafter import。"
        )
    printed = print_docx(draft, templates, in_format=came.notice.format or Format.LETTER)
    own = readers.read_bytes(printed.data, "草稿")
    base, returned = own.notice, came.notice
    if is_other(base.items, returned.items):
        raise UnfitValue(
            f"{path.name} 里的实事与草稿大多对不上，不像是从这份草稿印出来的。"
            "请核对文件和草稿；要用别的通知里的内容，请到文库里采用。",
            by_command="drafter take",
        )
    marks = file_marks.read(path.read_bytes(), path.name, returned.items)
    pairs = matched(base.items, [item.id for item in draft.items], returned.items, marks.ids)
    planning = Planning(draft, base.items, returned.items, pairs)
    planning.run()
    head, fields = head_changes(base, returned)
    attached, steps = attachment_changes(base, returned)
    said, remarks = _remarks(draft, marks.comments, pairs)
    left_out, mended = left_over.from_problems(own.problems, came.problems)
    told = authors.with_authors(
        (*head, *planning.changes, *attached), path.read_bytes(), path.name, moved=planning.moved
    )
    return Returned(
        changes=(*told, *said),
        unplaced=(
            *left_out,
            *left_over.from_head(draft, base, returned),
            *only_in_tables(base, returned, pairs, draft.unit_separator),
            *left_over.from_comments(marks.comments),
        ),
        notes=tuple(mended),
        plans=tuple(planning.plans),
        gone=planning.gone,
        head=fields,
        attachments=steps,
        remarks=remarks,
    )


def _remarks(
    draft: Draft, comments: tuple[Comment, ...], pairs: dict[int, int]
) -> tuple[list[Change], dict[str, tuple[str, str]]]:
    """The comments on items that the draft has not noted yet, as changes, with the item and the note of each key."""
    changes: list[Change] = []
    remarks: dict[str, tuple[str, str]] = {}
    for number, one in enumerate(comments, start=1):
        at = None if one.item is None else pairs.get(one.item - 1)
        if at is None:
            continue
        item, note = draft.items[at], f"批注（{one.author or '未署名'}）：{one.text}"
        if note not in item.notes:
            key = f"{item.id}:note{number}"
            changes.append(Change(key=key, kind=ChangeKind.NOTE, place=f"第{at + 1}项", what="记下批注", new=note))
            remarks[key] = (item.id, note)
    return changes, remarks
