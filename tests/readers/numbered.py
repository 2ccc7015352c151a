"""Word documents whose numbers are counted by the program: lists made of levels, and paragraphs in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph


@dataclass(frozen=True)
class Level:
    """A level of a list as Word stores it."""

    kind: str = "decimal"
    text: str = "%1、"
    start: int = 1
    extra: str = ""


def with_lists(made: Document, lists: Sequence[Sequence[Level]], nums: Sequence[tuple[int, str]] = ()) -> Document:
    """The document with list definitions 100, 101 … and the lists 500, 501 … that use them.

    Each of `nums` names a definition (from 0) and holds overrides as XML.
    """
    numbering: Any = made.part.numbering_part.element
    for old in numbering.findall(qn("w:num")) + numbering.findall(qn("w:abstractNum")):
        numbering.remove(old)
    for number, levels in enumerate(lists):
        inner = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.kind}"/>{level.extra}'
            f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for depth, level in enumerate(levels)
        )
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{100 + number}">'
                f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
            )
        )
    for number, (used, overrides) in enumerate(nums or [(at, "") for at in range(len(lists))]):
        inner = f'<w:abstractNumId w:val="{100 + used}"/>{overrides}'
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{500 + number}">{inner}</w:num>'))
    return made


def number(paragraph: Paragraph, num: int = 500, depth: int = 0) -> None:
    """Put a paragraph into a list."""
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'))


def of_levels(levels: Sequence[Level], depths: Iterable[int]) -> Document:
    """A document of one list with a paragraph 甲 for each depth."""
    made = with_lists(docx.Document(), [levels])
    for depth in depths:
        number(made.add_paragraph("甲"), depth=depth)
    return made


def automatic(
    made: Document, ordinals: str = r"([一二三四五六七八九十]+)、", kind: str = "chineseCounting"
) -> Document:
    """The document with typed ordinals of items taken out and counted by the program instead."""
    with_lists(made, [[Level(kind, "%1、")]])
    for paragraph in made.paragraphs:
        found = re.match(rf"\W*?{ordinals}", paragraph.text.strip("*"))
        if found and paragraph.runs:
            stars = re.match(r"\*+", paragraph.text)
            rest = paragraph.text[len(stars[0]) if stars else 0 :][len(found[0]) :]
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = (stars[0] if stars else "") + rest
            number(paragraph)
    return made
