"""Rendering 成文: a notice into the Word document, through the office's template."""

from drafter.render.docx import Rendered, docx, sheet
from drafter.render.template_files import Templates

__all__ = ["Rendered", "Templates", "docx", "sheet"]
