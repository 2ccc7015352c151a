"""The drafts of a workspace by name; a name from an address is only ever looked up, never made into a path."""

from pathlib import Path

from drafter.errors import UnknownReference
from drafter.workspace import Workspace


def names(workspace: Workspace) -> list[str]:
    """The names of all drafts, the last changed first; not of files whose names no page can show."""
    found = [path for path in _files(workspace) if _is_text(path.stem)]
    return [path.stem for path in sorted(found, key=lambda path: -path.stat().st_mtime_ns)]


def nameless(workspace: Workspace) -> int:
    """How many drafts have names that are not text, such as those of an archive packed in another encoding."""
    return sum(not _is_text(path.stem) for path in _files(workspace))


def _files(workspace: Workspace) -> list[Path]:
    return [path for path in workspace.drafts.glob("*.yaml") if path.is_file() and not path.name.startswith(".")]


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of a name that are not UTF-8 stand in it as lone surrogates
        return False
    return True


def path_of(workspace: Workspace, name: str) -> Path:
    """The file of a draft. Raises UnknownReference."""
    if name not in names(workspace):
        raise UnknownReference("草稿", name, names(workspace)[:3])
    return workspace.drafts / f"{name}.yaml"
