"""What `drafter compare` makes: the comparison of two named notices, and its files, all of them or none."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.arguments import Named
from drafter.commands.common import workspace
from drafter.commands.render import format_of
from drafter.compare.told import Told
from drafter.model.comparison import Comparison

if TYPE_CHECKING:
    from drafter.handover.tracked_changes import Pages
    from drafter.render import Rendered

_PAGES = (".html", ".htm")


@dataclass(frozen=True)
class Sides:
    """Two named notices with their comparison, as values and in Chinese."""

    before: Named
    after: Named
    found: Comparison
    told: Told


@dataclass(frozen=True)
class Marks:
    """By whom and when the changes of the tracked document are, and whether in the old order."""

    author: str
    date: datetime.datetime | None
    strict_order: bool


def require_names(wanted: dict[str, Path]) -> None:
    """Wrong use (exit 2) where a file's name does not fit what is to be in it, or two files are one."""
    for name, path in wanted.items():
        fitting = _PAGES if name == "html" else (".docx",)
        if path.suffix.lower() not in fitting:
            raise click.UsageError(f"--{name} 的文件 {path} 应以 {fitting[0]} 结尾。")
    places = [path.resolve() for path in wanted.values()]
    if len(set(places)) < len(places):
        raise click.UsageError("几个输出文件用了同一个文件名，请各用各的。")


def require_docx(options: list[str]) -> None:
    """Wrong use (exit 2) where options are given that only the tracked document obeys, and it is not asked for."""
    if options:
        raise click.UsageError(f"{'、'.join(options)} 只用于修订稿。请同时给 --docx 文件.docx，或去掉。")


def compared(before: Named, after: Named) -> Sides:
    """The comparison of two named notices; a draft's origins and answers count."""
    from drafter import compare
    from drafter.compare import telling

    found = compare.notices(
        before.draft or before.notice,
        after.draft or after.notice,
        old_name=before.name,
        new_name=after.name,
        library=workspace().library,
    )
    return Sides(before, after, found, telling.of(found, before.notice, after.notice))


def made(sides: Sides, wanted: dict[str, Path], marks: Marks) -> "tuple[dict[str, bytes], list[str]]":
    """The bytes of each wanted file by the name of its option, and what a drafter is to know of them.

    Raises UnfitValue for text that a document cannot hold, TemplateTrouble.
    """
    documents: dict[str, Rendered] = {}
    data: dict[str, bytes] = {}
    if "html" in wanted:
        from drafter.compare.page import page

        data["html"] = page(sides.told).encode("utf-8")
    if set(wanted) - {"html"}:
        _require_printable(sides)
        documents = _documents(sides, wanted, marks)
    notes = [note for document in documents.values() for note in document.notes]
    return data | {name: document.data for name, document in documents.items()}, notes


def _require_printable(sides: Sides) -> None:
    from drafter.text.printable import require_printable

    for named in (sides.before, sides.after):
        require_printable(named.notice, f"{named.name}的")


def _documents(sides: Sides, wanted: dict[str, Path], marks: Marks) -> "dict[str, Rendered]":
    made: dict[str, Rendered] = {}
    if "table" in wanted:
        from drafter.handover import comparison_table

        made["table"] = comparison_table.document(sides.told, workspace().templates)
    if "docx" in wanted or "marked" in wanted:
        made |= _marked(sides, wanted, marks)
    if "explain" in wanted:
        from drafter.handover import explanation

        made["explain"] = explanation.document(sides.told, workspace().templates)
    return made


def _marked(sides: Sides, wanted: dict[str, Path], marks: Marks) -> "dict[str, Rendered]":
    """The documents that show the changes on the page of the new notice."""
    from drafter.handover import tracked_changes

    made: dict[str, Rendered] = {}
    pages = _pages(sides)
    if "docx" in wanted:
        made["docx"] = tracked_changes.document(
            pages, sides.found, author=marks.author, date=marks.date, strict_order=marks.strict_order
        )
    if "marked" in wanted:
        from drafter.handover import marked_copy

        made["marked"] = marked_copy.document(pages, sides.found)
    return made


def _pages(sides: Sides) -> "Pages":
    """Both notices printed, in the format that the new one is usually issued in."""
    from drafter.handover import tracked_changes

    before, after = (one.draft or one.notice for one in (sides.before, sides.after))
    return tracked_changes.printed(before, after, workspace().templates, in_format=format_of(sides.after.notice))


def write(files: tuple[dict[str, bytes], list[str]], wanted: dict[str, Path]) -> tuple[list[Path], list[str]]:
    """Write what was made; other files that stood there are kept under new names, which the notes tell."""
    from drafter.library.files import write_bytes

    data, notes = files
    for name, path in wanted.items():
        kept = write_bytes(path, data[name])
        if kept:
            notes = [*notes, f"原有的 {path.name} 内容不同，已另存为 {kept.name}"]
    return list(wanted.values()), notes
