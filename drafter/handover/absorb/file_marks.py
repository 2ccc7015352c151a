"""What only the Word file tells: the bookmarks on the items, and the comments with the paragraphs they stand on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from drafter.handover import check_comments
from drafter.handover.tracked_changes import comments
from drafter.model.base import Value
from drafter.model.notice import Item
from drafter.readers.packages import Package
from drafter.readers.word_text import W, paragraph_words
from drafter.render.bookmarks import PREFIX
from drafter.similarity import folded
from drafter.text import numerals

_ZIP = b"PK\x03\x04"
_MAIN, _COMMENTS = "word/document.xml", "word/comments.xml"
_CORE = "docProps/core.xml"
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_OURS = (comments.INITIALS, check_comments.INITIALS)
_LEAST = 4  # characters by which a paragraph is known


class Comment(Value):
    """A reader's comment on the text `on`; `item` is the position, from 1, of the item it stands in, if in one."""

    author: str
    text: str
    item: int | None
    on: str


class FileMarks(Value):
    """For each item read, by position from 1, the id it was printed with, where its bookmark is there; the comments."""

    ids: dict[int, str]
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class _Paragraph:
    element: etree._Element
    text: str
    item: int | None


def category_of(data: bytes, name: str) -> str:
    """The category in the properties of a .docx, by which our own working copies are told; empty for anything else."""
    core = Package(data, name).xml(_CORE) if data.startswith(_ZIP) else None
    return next((one.text or "" for one in core.iter(_CATEGORY)), "") if core is not None else ""


def read(data: bytes, name: str, items: Sequence[Item]) -> FileMarks:
    """The marks in a .docx; none in a file of another kind. Raises NotUnderstood for a damaged package."""
    if not data.startswith(_ZIP):
        return FileMarks(ids={})
    package = Package(data, name)
    main = package.xml(_MAIN)
    if main is None:
        return FileMarks(ids={})
    found = list(_paragraphs(main, items))
    ids: dict[int, str] = {}
    for one in found:
        for mark in one.element.iter(W + "bookmarkStart"):
            mark_name = mark.get(W + "name", "")
            if one.item and mark_name.startswith(PREFIX):
                ids.setdefault(one.item, mark_name.removeprefix(PREFIX))
    return FileMarks(ids=ids, comments=tuple(_comments(package, found)))


def _paragraphs(main: etree._Element, items: Sequence[Item]) -> Iterator[_Paragraph]:
    """Every paragraph with the item it is part of: the next one that its text begins, else the present one's text."""
    texts = [folded(_whole(item)) for item in items]
    present = 0
    for element in main.iter(W + "p"):
        text = paragraph_words(element).text.strip()
        plain = folded(numerals.split_ordinal(text)[1])
        row = next(element.iterancestors(W + "tr"), None)
        if row is not None:
            yield _Paragraph(element, text, _named(row, items))
            continue
        begun = next((at for at in range(present, len(items)) if _begins(plain, texts[at])), None)
        if begun is not None:
            present = begun + 1
        inside = present and len(plain) >= _LEAST and plain in texts[present - 1]
        yield _Paragraph(element, text, present if begun is not None or inside else None)


def _begins(plain: str, item: str) -> bool:
    return len(plain) >= _LEAST and (item.startswith(plain) or (len(item) >= _LEAST and plain.startswith(item)))


def _named(row: etree._Element, items: Sequence[Item]) -> int | None:
    """The item whose heading stands in a row of a table."""
    cells = {folded(paragraph_words(one).text) for one in row.iter(W + "p")}
    return next((at for at, item in enumerate(items, start=1) if item.heading and folded(item.heading) in cells), None)


def _whole(item: Item) -> str:
    entries = (f"{one.heading or ''}{''.join(clause.text for clause in one.clauses)}" for one in item.entries)
    return f"{item.heading or ''}{item.body}{''.join(entries)}"


def _comments(package: Package, found: list[_Paragraph]) -> Iterator[Comment]:
    root = package.xml(_COMMENTS)
    places = {
        mark.get(W + "id", ""): one
        for one in reversed(found)
        for mark in one.element.iter(W + "commentRangeStart", W + "commentReference")
    }
    for comment in () if root is None else root.iter(W + "comment"):
        text = "\n".join(filter(None, (paragraph_words(one).text.strip() for one in comment.iter(W + "p"))))
        if not text or comment.get(W + "initials") in _OURS:
            continue
        place = places.get(comment.get(W + "id", ""))
        yield Comment(
            author=comment.get(W + "author", ""),
            text=text,
            item=place.item if place else None,
            on=place.text if place else "",
        )
