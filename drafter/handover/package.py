"""The package 送审材料: the documents made from a draft, each as the command of its name writes it, and all as one zip.

sources = package.Sources(name, draft, library, templates, last=("临淄区-2026", notice))
made = package.make(["final", "table"], sources)   # -> Package: files and notes
data = package.zipped(made.files)                  # the same files give the same bytes
"""

import io
import zipfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from drafter import compare, render
from drafter.compare import telling
from drafter.compare.told import Told
from drafter.drafting import readiness
from drafter.errors import NotReady, UnfitValue
from drafter.handover import (
    check_comments,
    comparison_table,
    consultation,
    cover,
    explanation,
    marked_copy,
    progress_tables,
    tracked_changes,
)
from drafter.handover.batches import Batch, safe
from drafter.library import Library
from drafter.model.comparison import Comparison
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.notice import Format, Notice
from drafter.render import Rendered, Templates
from drafter.render.usual import usual_format
from drafter.text.finished import notice_of
from drafter.text.printable import require_printable

NAMES = {
    "final": "送签稿",
    "proof": "征求意见稿",
    "table": "对照表",
    "marked": "花脸稿",
    "tracked": "修订稿",
    "explain": "起草说明",
    "comments": "核稿批注稿",
    "cover": "发文稿纸",
    "progress": "进展情况表",
    "consult": "征求意见单",
}
BESIDE_LAST = frozenset({"table", "marked", "tracked", "explain"})
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o644 << 16


@dataclass(frozen=True)
class File:
    """A finished file; `name` is its path in the package, parted by /."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Package:
    """Finished files and what a drafter is to know of each kind, by its Chinese name."""

    files: tuple[File, ...]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sources:
    """What the documents are made from.

    `last` is the notice that the draft is laid beside, with its reference; `found` what its check found, for the
    comments; `in_format` the official format asked for, else the usual one.
    """

    name: str
    draft: Draft
    library: Library
    templates: Templates
    last: tuple[str, Notice] | None = None
    found: tuple[Finding, ...] = ()
    in_format: Format | None = None

    @cached_property
    def notice(self) -> Notice:
        """The notice that the draft makes."""
        return notice_of(self.draft)

    @cached_property
    def format(self) -> Format:
        """The official format that is printed in."""
        return self.in_format or usual_format(self.notice, self.library)

    @cached_property
    def beside(self) -> tuple[str, Notice]:
        """The notice to compare with. Raises UnfitValue where there is none."""
        if self.last is None:
            raise UnfitValue("文库里没有这份草稿的底稿，不能出对照的材料。请先把上年的通知收进文库。")
        for name, notice in (self.last, (self.name, self.notice)):
            require_printable(notice, f"{name}的")
        return self.last

    @cached_property
    def comparison(self) -> Comparison:
        """The draft beside the other notice."""
        name, old = self.beside
        return compare.notices(old, self.draft, old_name=name, new_name=self.name, library=self.library)

    @cached_property
    def told(self) -> Told:
        """The comparison in Chinese."""
        return telling.of(self.comparison, self.beside[1], self.notice)

    @cached_property
    def pages(self) -> tracked_changes.Pages:
        """Both notices printed, in the format that the draft's is usually issued in."""
        in_format = usual_format(self.notice, self.library)
        return tracked_changes.printed(self.beside[1], self.draft, self.templates, in_format=in_format)


def make(kinds: Collection[str], sources: Sources) -> Package:
    """The documents of some kinds (the keys of NAMES), in the order of NAMES.

    Raises NotReady for a `final` that something keeps from being one, UnfitValue where a document cannot be made of
    the draft, TemplateTrouble.
    """
    files: list[File] = []
    notes: list[tuple[str, str]] = []
    for kind in (one for one in NAMES if one in kinds):
        made = _MAKERS[kind](sources)
        if isinstance(made, Batch):
            folder, documents, told = f"{safe(NAMES[kind])}/", made.documents, list(made.notes)
        else:
            folder, documents, told = "", {file_name(sources.name, NAMES[kind], ".docx"): made}, []
        files += (File(folder + name, one.data) for name, one in documents.items())
        told += (note for one in documents.values() for note in one.notes)
        notes += ((NAMES[kind], note) for note in dict.fromkeys(told))
    return Package(tuple(files), tuple(notes))


def zipped(files: Iterable[File]) -> bytes:
    """The files as a zip: names in UTF-8 and said to be so, no dates, so that the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for one in files:
            entry = zipfile.ZipInfo(one.name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _PLAIN_FILE
            made.writestr(entry, one.data)
    return out.getvalue()


def file_name(draft: str, what: str, ending: str) -> str:
    """The name of a file made from a draft: the draft's and what it is, safe on every system."""
    return f"{safe(draft)}-{safe(what)}{ending}"


def _final(sources: Sources) -> Rendered:
    in_the_way = readiness.hindrances(sources.draft, sources.library, in_format=sources.format)
    if in_the_way:
        raise NotReady(one.text for one in in_the_way)
    return render.docx(sources.draft, sources.templates, in_format=sources.format)


def _proof(sources: Sources) -> Rendered:
    made = render.docx(sources.draft, sources.templates, in_format=sources.format)
    blank = readiness.blanks(sources.draft, in_format=sources.format)
    return Rendered(made.data, (*(f"未齐：{one.text}" for one in blank), *made.notes))


def _table(sources: Sources) -> Rendered:
    return comparison_table.document(sources.told, sources.templates)


def _marked(sources: Sources) -> Rendered:
    return marked_copy.document(sources.pages, sources.comparison)


def _tracked(sources: Sources) -> Rendered:
    return tracked_changes.document(sources.pages, sources.comparison)


def _explain(sources: Sources) -> Rendered:
    return explanation.document(sources.told, sources.templates)


def _comments(sources: Sources) -> Rendered:
    in_format = usual_format(sources.notice, sources.library)
    return check_comments.document(sources.found, sources.draft, sources.templates, in_format=in_format)


def _cover(sources: Sources) -> Rendered:
    made = cover.make(sources.draft, sources.templates)
    return Rendered(made.data, (*(f"留空：{one}" for one in cover.blanks(sources.draft)), *made.notes))


def _progress(sources: Sources) -> Batch:
    return progress_tables.make(sources.draft, sources.library, sources.templates)


def _consult(sources: Sources) -> Batch:
    return consultation.make(sources.draft, sources.library, sources.templates)


_MAKERS: dict[str, Callable[[Sources], Rendered | Batch]] = {
    "final": _final,
    "proof": _proof,
    "table": _table,
    "marked": _marked,
    "tracked": _tracked,
    "explain": _explain,
    "comments": _comments,
    "cover": _cover,
    "progress": _progress,
    "consult": _consult,
}
