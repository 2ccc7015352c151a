"""The drafts of a workspace by name; a name from an address is only ever looked up, never made into a path."""

from pathlib import Path

from drafter.errors import UnknownReference
from drafter.workspace import Workspace


def names(workspace: Workspace) -> list[str]:
    """The names of all drafts, the last changed first."""
    found = [path for path in workspace.drafts.glob("*.yaml") if path.is_file() and not path.name.startswith(".")]
    return [path.stem for path in sorted(found, key=lambda path: -path.stat().st_mtime_ns)]


def path_of(workspace: Workspace, name: str) -> Path:
    """The file of a draft. Raises UnknownReference."""
    if name not in names(workspace):
        raise UnknownReference("草稿", name, names(workspace)[:3])
    return workspace.drafts / f"{name}.yaml"
