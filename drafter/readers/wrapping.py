"""Lines that were cut at a fixed width, as old mail programs and some web pages do, joined again."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from drafter.readers.blocks import Block, Line
from drafter.text import numerals

_WIDEST = 60
_NARROWEST = 16
_SLACK = 3
_FEWEST = 4
_STOPPED = re.compile(r"[。；：！？.;:!?）)〕】\]]\s*$")
_ADDRESSED = re.compile(r"\s*(?:各|有关)[^。]*[：:]\s*$")
_LABELLED = re.compile(r"\s*(?:附件\s*[:：\d]|抄送\s*[:：]|联系人\s*[:：]|主送\s*[:：]|[（(]此件|#)")
_FRESH = re.compile(
    r"\s{2,}\S|\s*(?:附件|联系电话"
    r"|(?:牵头|责任|配合)(?:单位|部门|领导)\s*[:：]|\S{2,24}(?:办公室|办公厅|人民政府)\s*$)"
)
_Measure = Callable[[str], float]


def width(text: str) -> float:
    """How many full-width cells a text takes."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text.rstrip())


def unwrap(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """The blocks with wrapped lines joined, and the width they were cut at; 0 where nothing was."""
    lines = [block.text for block in blocks if isinstance(block, Line)]
    exact = _cut_at(lines, len, 0)
    if exact:
        return _joined(blocks, lambda text: len(text) >= exact), round(exact)
    about = _cut_at(lines, width, _SLACK)
    if about:
        return _joined(blocks, lambda text: width(text) >= about - _SLACK), round(about)
    return list(blocks), 0


def _cut_at(lines: Sequence[str], measure: _Measure, slack: float) -> float:
    """The width at which most long lines end without a stop; 0 where lines end as paragraphs do."""
    sizes = [measure(line) for line in lines]
    widest = max(sizes, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = [line for line, size in zip(lines, sizes, strict=True) if size >= widest - slack]
    cut = [line for line in full if not _STOPPED.search(line)]
    return widest if len(cut) >= _FEWEST and len(cut) * 5 >= len(full) * 3 else 0


def _joined(blocks: Sequence[Block], is_full: Callable[[str], bool]) -> list[Block]:
    """The blocks with each line that follows a full one joined to it, unless it surely begins a paragraph."""
    joined: list[Block] = []
    full = False
    for block in blocks:
        before = joined[-1] if joined else None
        goes_on = full and isinstance(block, Line) and isinstance(before, Line)
        if (
            goes_on
            and isinstance(block, Line)
            and isinstance(before, Line)
            and not _begins_anew(before.text, block.text)
        ):
            joined[-1] = Line(text=before.text.rstrip() + block.text.strip(), where=before.where)
        else:
            joined.append(block)
        full = isinstance(block, Line) and is_full(block.text)
    return joined


def _begins_anew(before: str, text: str) -> bool:
    """Whether a line surely begins a paragraph: the one above ends as such does, or it has an ordinal or a label."""
    if _ADDRESSED.fullmatch(before) or _LABELLED.match(text):
        return True
    begins = numerals.split_ordinal(text.strip(" \u3000\t*#"))[0] or _FRESH.match(text)
    return bool(begins) and (bool(_STOPPED.search(before)) or text[:1].isspace())
