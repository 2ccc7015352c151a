"""The faces of the levels 一、 and （一） in running text: their first sentence stands out (spec M-15, M-16)."""

import copy

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter.render.printed import Line
from drafter.text import levels

_STYLES = ("公文正文", "实事分项")
_FACES = {1: "实事标题", 2: "分项标题"}


def mark(lines: list[Line]) -> None:
    """Give the heading of each such paragraph the face of its level, where the template has not done so."""
    for line in lines:
        found = levels.lead(line.text) if line.style in _STYLES else None
        runs = [run for run in line.paragraph.runs if run.text]
        if found and len(runs) == 1:
            _set_apart(line.paragraph, runs[0], found[1], _FACES[found[0]])


def _set_apart(paragraph: Paragraph, run: Run, end: int, style: str) -> None:
    """Put the beginning of a paragraph of one run into a run of its own."""
    text = run.text
    rest = copy.deepcopy(run._r)
    run.text = text[:end]
    run.style = style
    if text[end:]:
        run._r.addnext(rest)
        Run(rest, paragraph).text = text[end:]
