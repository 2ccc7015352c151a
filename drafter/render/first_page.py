"""Carries the plan of the first page out, and keeps the signature with text (spec M-26, M-38)."""

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from drafter.render.page_one import LINE, Plan
from drafter.render.printed import Line

if TYPE_CHECKING:
    from lxml import etree

_TITLE = "公文标题"
_BODY = ("公文正文", "实事条目", "实事分项", "联系方式")
_SIGNATURE = ("署名", "成文日期", "附注")


def carry_out(lines: list[Line], plan: Plan) -> None:
    """Set pitch, parting and keeping-together of the notice's own pages."""
    ends = [at for at, line in enumerate(lines) if line.style in _SIGNATURE]
    if not ends:
        return
    last_text = max((at for at in range(ends[0]) if lines[at].style in _BODY), default=None)
    if last_text is None:
        return
    if plan.line != LINE:
        _tighten(lines[: ends[-1] + 1], plan)
    if plan.stays:
        _part(lines[last_text].paragraph, plan.stays)
        return
    for line in lines[last_text : ends[-1]]:
        line.paragraph.paragraph_format.keep_with_next = True


def _tighten(lines: list[Line], plan: Plan) -> None:
    """Give the lines from above the title on the pitch of the plan, off the page's grid."""
    title = next((at for at, line in enumerate(lines) if line.style == _TITLE), len(lines) + 2)
    for line in lines[title - 2 :]:
        paragraph = line.paragraph
        paragraph.paragraph_format.line_spacing = Twips(plan.title_line if line.style == _TITLE else plan.line)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        off_grid = OxmlElement("w:snapToGrid")
        off_grid.set(qn("w:val"), "0")
        properties: etree._Element = paragraph._p.get_or_add_pPr()
        spacing = properties.find(qn("w:spacing"))
        if spacing is not None:
            spacing.addprevious(off_grid)


def _part(paragraph: Paragraph, stays: str) -> None:
    """Part a paragraph: the rest begins a page, without indent."""
    rest = Paragraph(copy.deepcopy(paragraph._p), paragraph._parent)
    paragraph._p.addnext(rest._p)
    _keep(paragraph, 0, len(stays))
    _keep(rest, len(stays), len(rest.text))
    rest.paragraph_format.page_break_before = True
    rest.paragraph_format.first_line_indent = 0
    rest._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "0")


def _keep(paragraph: Paragraph, start: int, end: int) -> None:
    """Leave of a paragraph's text only what lies between two offsets."""
    at = 0
    texts: Iterator[etree._Element] = paragraph._p.iter(qn("w:t"))
    for text in texts:
        whole = text.text or ""
        text.text = whole[max(0, start - at) : max(0, end - at)]
        at += len(whole)
