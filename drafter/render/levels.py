"""The faces of the levels 一、 and （一） in running text: their first sentence stands out (spec M-15, M-16)."""

import copy
import re

from docx.text.paragraph import Paragraph

from drafter.render.printed import Line

_BODY = "公文正文"
_LEVELS = (
    (re.compile(r"[一二三四五六七八九十]{1,3}、[^。]*。?"), "实事标题"),
    (re.compile(r"（[一二三四五六七八九十]{1,3}）[^。]*。?"), "分项标题"),
)


def mark(lines: list[Line]) -> None:
    """Give the first sentence of each such paragraph the face of its level."""
    for line in lines:
        if line.style == _BODY:
            for pattern, style in _LEVELS:
                found = pattern.match(line.text)
                if found and len(line.paragraph.runs) == 1:
                    _set_apart(line.paragraph, found.end(), style)


def _set_apart(paragraph: Paragraph, end: int, style: str) -> None:
    """Put the beginning of a paragraph of one run into a run of its own."""
    run, text = paragraph.runs[0], paragraph.text
    rest = copy.deepcopy(run._r)
    run.text = text[:end]
    run.style = style
    if text[end:]:
        run._r.addnext(rest)
        paragraph.runs[1].text = text[end:]
