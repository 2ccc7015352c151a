"""核稿批注稿: the notice as it is printed, each finding of its check a comment of Word at its place."""

import copy
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import docx as python_docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter import render
from drafter.check.parts import Part, parts_of
from drafter.check.terminal import SEVERITIES
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.notice import Format, Notice
from drafter.render import Rendered, Templates
from drafter.render.repacking import repacked
from drafter.text.columns import harmless
from drafter.text.finished import notice_of

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = INITIALS = "核稿"


def document(
    found: Sequence[Finding], checked: Notice | Draft, templates: Templates, *, in_format: Format | None = None
) -> Rendered:
    """The commented document; a finding whose text is nowhere on paper stands at the title.

    The comments bear no date, so that the same notice gives the same bytes.
    """
    printed = render.docx(checked, templates, in_format=in_format)
    made = python_docx.Document(io.BytesIO(printed.data))
    parts = {(part.name, part.ordinal): part for part in parts_of(notice_of(checked))}
    paragraphs = [one for one in _paragraphs(made) if one.text.strip()]
    title = next((one for one in paragraphs if _plain(one) == checked.title), paragraphs[0])
    for one in found:
        part = parts.get((one.where.part, one.where.ordinal))
        place = _place(one, part, paragraphs) if part else None
        paragraph, start, end = place or (title, 0, 0)
        _comment(made, paragraph, start, end, _text(one))
    out = io.BytesIO()
    made.save(out)
    return Rendered(repacked(out.getvalue()), printed.notes)


def _text(one: Finding) -> str:
    fix = ""
    if one.fix:
        fix = f"建议改为“{one.fix.new}”。" if one.fix.new else f"建议删去“{one.fix.old}”。"
    return harmless(f"【{SEVERITIES[one.severity]}】{one.name}：{one.message}。{fix}依据：{one.source}。")


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the body, then those of the tables."""
    yield from document.paragraphs
    for table in document.tables:
        for cell in table._cells:
            yield from cell.paragraphs


def _place(one: Finding, part: Part, paragraphs: list[Paragraph]) -> tuple[Paragraph, int, int] | None:
    """The paragraph that prints the line of a part which a finding is about, and the span in it."""
    start, end = one.where.span or (0, 0)
    first = part.text.rfind("\n", 0, start) + 1
    line = part.text[first:].split("\n", 1)[0]
    for paragraph in paragraphs if line else ():
        at = _plain(paragraph).find(line)
        if at >= 0:
            return paragraph, at + start - first, at + min(end - first, len(line))
    return None


def _plain(paragraph: Paragraph) -> str:
    """The text of a paragraph without its line breaks."""
    return "".join(one.text or "" for one in paragraph._p.iter(qn("w:t")))


def _comment(document: Document, paragraph: Paragraph, start: int, end: int, text: str) -> None:
    """Put a comment on characters of a paragraph, on all of it where there are none."""
    comment = document.comments.add_comment(text=text, author=AUTHOR, initials=INITIALS)
    made = comment._comment_elm
    made.attrib.pop(qn("w:date"), None)
    for name in ("w:pStyle", "w:rStyle"):  # styles that the document has not
        for style in list(made.iter(qn(name))):
            parent = style.getparent()
            if parent is not None:
                parent.remove(style)
    _cut(paragraph, start)
    _cut(paragraph, end)
    runs = [run for run, at in _runs(paragraph) if start <= at < end] or [run for run, _ in _runs(paragraph)]
    number = str(comment.comment_id)
    runs[0].addprevious(_mark("w:commentRangeStart", number))
    ending = _mark("w:commentRangeEnd", number)
    runs[-1].addnext(ending)
    reference = OxmlElement("w:r")
    reference.append(_mark("w:commentReference", number))
    ending.addnext(reference)


def _mark(name: str, number: str) -> "etree._Element":
    made = OxmlElement(name)
    made.set(qn("w:id"), number)
    return made


def _runs(paragraph: Paragraph) -> Iterator[tuple["etree._Element", int]]:
    """The runs with text, each with the place of its first character."""
    at = 0
    for run in paragraph._p.iter(qn("w:r")):
        length = sum(len(one.text or "") for one in run.iter(qn("w:t")))
        if length:
            yield run, at
        at += length


def _cut(paragraph: Paragraph, at: int) -> None:
    """See that a run begins at a place: the run across it is made two."""
    for run, start in list(_runs(paragraph)):
        texts = [one for one in run.iter(qn("w:t")) if one.text]
        length = sum(len(one.text or "") for one in texts)
        if not start < at < start + length:
            continue
        behind = copy.deepcopy(run)
        _keep(run, 0, at - start)
        _keep(behind, at - start, length)
        run.addnext(behind)
        return


def _keep(run: "etree._Element", start: int, end: int) -> None:
    """Leave of a run's text and line breaks only what lies between two places."""
    at = 0
    for one in list(run):
        if one.tag == qn("w:t"):
            text = one.text or ""
            one.text = text[max(0, start - at) : max(0, end - at)]
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            at += len(text)
        elif one.tag == qn("w:br") and not start < at + (start == 0) <= end:
            run.remove(one)
