"""What a draft is laid beside: the notice it started from, the superior's of its year, any other of the library."""

from typing import Any

from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.model.references import Reference

Named = tuple[str, Notice]


def last(draft: Draft, library: Library) -> Named | None:
    """The notice that a draft started from, with its reference, where the library still has it."""
    if not draft.source or not library.holds(draft.source):
        return None
    return draft.source, library.notice(draft.source)


def superior(draft: Draft, library: Library) -> Named | None:
    """The notice of the level above for the same year, with its reference, where the library has it."""
    name = _superior_of(draft, library)
    return (name, library.notice(name)) if name and library.holds(name) else None


def named(text: str, draft: Draft, library: Library) -> Named | None:
    """The notice of a reference, the one that the draft started from where none is given.

    Raises UnknownReference where the library has it not, ValueError where it is no reference.
    """
    if not text:
        return last(draft, library)
    name = Reference.parse(text).notice
    return name, library.notice(name)


def choices(draft: Draft, library: Library) -> list[dict[str, Any]]:
    """All notices of the library by their references, each with what it is to the draft, nearest first."""
    issuer = library.issuers.find(draft.issuer)
    above = issuer.superior if issuer else None

    def rank(name: str) -> int:
        place = name.rpartition("-")[0]
        return 0 if name == draft.source else 1 if place == draft.place else 2 if place == above else 3

    words = ("底稿", "本地", "上级", "其他")
    listed = sorted(library.references(), key=lambda name: (rank(name), name))
    return [{"ref": name, "group": words[rank(name)]} for name in listed]


def _superior_of(draft: Draft, library: Library) -> str | None:
    issuer = library.issuers.find(draft.issuer)
    return f"{issuer.superior}-{draft.year}" if issuer and issuer.superior else None
