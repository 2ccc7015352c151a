"""Rendering 成文: a notice into the Word document, through the office's template."""

from typing import TYPE_CHECKING, Any

from drafter.render.template_files import Templates

if TYPE_CHECKING:
    from drafter.render.filling import Rendered, docx, sheet

__all__ = ["Rendered", "Templates", "docx", "sheet"]


def __getattr__(name: str) -> Any:
    """Everything that needs docxtpl, loaded when first asked for: every command finds its templates, few print."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only this needs it

    return getattr(import_module("drafter.render.filling"), name)
