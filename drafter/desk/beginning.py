"""What a new draft may begin from: the offices, the year to propose, the notices; and the draft of the choices."""

import itertools
from typing import Any

from drafter import drafting
from drafter.desk import draft_files
from drafter.drafting import begin, draft_file
from drafter.errors import DrafterError, UnfitValue
from drafter.library import Library, provenance
from drafter.library.store import is_file_name
from drafter.model.draft import Draft
from drafter.suggest.shelf import place_and_year
from drafter.workspace import Workspace

_FIRST, _LAST = 2000, 2100
_MOST_OTHERS = 40
_ELSEWHERE = "电话、邮箱和抄送不会带过来，留空待填；地名、层级和单位名称按登记表改写，改不准的会列出来请你核对"


class Taken(DrafterError):
    """A draft of the name is there already; `free` is a name that no draft bears."""

    def __init__(self, name: str, free: str) -> None:
        super().__init__(f"已经有一份叫“{name}”的草稿，没有覆盖它。")
        self.name, self.free = name, free


def offices(library: Library) -> list[dict[str, Any]]:
    """The registered offices: those with the newest notices first, then those with most, then as registered."""
    years: dict[str, list[int]] = {}
    for place, year in map(place_and_year, library.references()):
        years.setdefault(place, []).append(year)
    listed = [
        {"place": one.place, "name": one.name, "years": sorted(years.get(one.place, ()), reverse=True)}
        for one in library.issuers.entries
    ]
    return sorted(listed, key=lambda one: (-max(one["years"], default=0), -len(one["years"])))


def sources(place: str, library: Library) -> dict[str, Any]:
    """The year to propose for an office and the notices to begin from: its own, newest first, then those of others.

    Of the others those of the superior come first; only the newest are named. Raises UnknownReference for an office
    that is not registered.
    """
    entry = library.issuers.require(place)
    by_year = sorted(library.references(), key=lambda one: -place_and_year(one)[1])
    own = [one for one in by_year if place_and_year(one)[0] == entry.place]
    others = [one for one in by_year if one not in own]
    others.sort(key=lambda one: place_and_year(one)[0] != entry.superior)
    named = [*own, *others[:_MOST_OTHERS]]
    listed = [found for one in named if (found := _source(one, library, own=one in own))]
    next_year = place_and_year(own[0])[1] + 1 if own else 0
    return {"year": max(provenance.today().year, next_year), "sources": listed}


def _source(reference: str, library: Library, *, own: bool) -> dict[str, Any] | None:
    """A notice to begin from; None where its file has a fault, which the page tells elsewhere."""
    try:
        notice = library.notice(reference)
    except DrafterError:
        return None
    return {
        "ref": reference,
        "title": notice.title,
        "year": notice.year,
        "items": len(notice.items),
        "own": own,
        "warning": "" if own else _ELSEWHERE,
    }


def write(workspace: Workspace, place: str, year: int, source: str | None, name: str | None) -> tuple[str, Draft]:
    """Write a new draft into drafts/ and return its name: from a notice of the library, or as an empty frame.

    Raises Taken where the name is another draft's, UnknownReference, UnfitValue.
    """
    library = workspace.library
    if not _FIRST <= year <= _LAST:
        raise UnfitValue(f"年份应在{_FIRST}到{_LAST}之间，现为{year}。请改一改再建。")
    last = library.notice(source) if source else None
    draft = drafting.new(year, place, library, last) if last else begin.frame(year, place, library)
    wanted = (name or f"{draft.place}-{year}").strip()
    if not wanted or not is_file_name(wanted):
        raise UnfitValue(f'“{wanted}”不能用作草稿名：不能有 / \\ : * ? " < > | # 等符号，不能以点开头。请换一个。')
    if (workspace.drafts / f"{wanted}.yaml").exists():
        raise Taken(wanted, _free(wanted, draft_files.names(workspace)))
    workspace.drafts.mkdir(exist_ok=True)
    draft_file.create(workspace.drafts / f"{wanted}.yaml", draft)
    return wanted, draft


def _free(name: str, taken: list[str]) -> str:
    """The name with the first number behind it that no draft bears."""
    return next(one for number in itertools.count(2) if (one := f"{name}（{number}）") not in taken)
