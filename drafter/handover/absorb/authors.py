"""Who changed what in a file that came back, and when, as its tracked changes tell."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from drafter.handover.absorb.changes import Change
from drafter.readers.packages import Package
from drafter.readers.word_text import ADDED, REMOVED, W
from drafter.text import dates

_ZIP, _MAIN = b"PK\x03\x04", "word/document.xml"
_UNNAMED = "未署名"


@dataclass(frozen=True)
class _Sign:
    """A character of a paragraph; `put_by` and `cut_by` name who put it in and who took it out."""

    char: str
    put_by: str | None
    cut_by: str | None


def with_authors(changes: Iterable[Change], data: bytes, name: str, *, moved: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes with those who made them; a change that is not tracked, or a file without marks, names nobody.

    `moved` has the whole text of each item that stands at another place, by the key of the change.
    """
    main = Package(data, name).xml(_MAIN) if data.startswith(_ZIP) else None
    found = [] if main is None else [signs for one in main.iter(W + "p") if (signs := list(_signs(one)))]
    tracked = [signs for signs in found if any(sign.put_by or sign.cut_by for sign in signs)]
    return tuple(
        change.replaced(by=_by(change.old, moved.get(change.key, change.new), tracked)) if tracked else change
        for change in changes
    )


def _signs(paragraph: etree._Element) -> Iterator[_Sign]:
    """The characters of a paragraph with their marks; blanks are left out, since reading mends them."""
    for text in paragraph.iter(W + "t", W + "delText"):
        if next(text.iterancestors(W + "p")) is not paragraph:
            continue
        marks = list(text.iterancestors(*ADDED, *REMOVED))
        put = next((_author(one) for one in marks if one.tag in ADDED), None)
        cut = next((_author(one) for one in marks if one.tag in REMOVED), None)
        yield from (_Sign(char, put, cut) for char in text.text or "" if not char.isspace())


def _author(mark: etree._Element) -> str:
    """Name and day of a mark: 王主任，2027年3月1日."""
    author = mark.get(W + "author", "").strip() or _UNNAMED
    try:
        day = datetime.date.fromisoformat(mark.get(W + "date", "")[:10])
    except ValueError:
        return author
    return f"{author}，{dates.to_chinese(day)}"


def _by(old: str | None, new: str | None, tracked: Sequence[Sequence[_Sign]]) -> tuple[str, ...]:
    """Who put in what is in the new text, and who took out what was in the old one."""
    names: list[str] = []
    for signs in tracked:
        after = [sign for sign in signs if sign.cut_by is None]
        before = [sign for sign in signs if sign.put_by is None]
        names += [sign.put_by for sign in _stretches(new, after) if sign.put_by]
        names += [sign.cut_by for sign in _stretches(old, before) if sign.cut_by]
    return tuple(dict.fromkeys(names))


def _stretches(text: str | None, signs: Sequence[_Sign]) -> Iterator[_Sign]:
    """The characters of a paragraph that are those of a line of a text."""
    whole = "".join(sign.char for sign in signs)
    for line in (text or "").split("\n"):
        wanted = "".join(line.split())
        at = whole.find(wanted) if wanted else -1
        if at >= 0:
            yield from signs[at : at + len(wanted)]
