"""实事拟稿, the notice drafter: past notices → library → draft → Word document.

The names below are loaded when first used, so that the command line starts quickly.
"""

import importlib
from typing import Any

__all__ = ["Workspace", "check", "compare", "drafting", "render", "suggest"]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name == "Workspace":
        return importlib.import_module("drafter.workspace").Workspace
    if name in __all__:
        return importlib.import_module(f"drafter.{name}")
    raise AttributeError(f"module 'drafter' has no attribute {name!r}")
