"""A leader at a Word file: edits in Word's ways, tracked or not, to a document in memory."""

import io
from copy import deepcopy
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_RUNS = (qn("w:r"), qn("w:ins"), qn("w:del"))


class Leader:
    """Edits one document; with `tracked` each edit is a tracked change."""

    def __init__(self, data: bytes, *, tracked: bool = False) -> None:
        self.document: Any = docx.Document(io.BytesIO(data))
        self.tracked = tracked
        self._number = 5000

    def saved(self) -> bytes:
        """The document as bytes."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def paragraph(self, beginning: str) -> Any:
        """The paragraph of the text, tables included, that begins so or holds it."""
        found = [Paragraph(one, self.document._body) for one in self.document.element.body.iter(qn("w:p"))]
        return next(one for one in found if beginning in one.text)

    def replace(self, old: str, new: str, *, within: str = "") -> None:
        """Retype a stretch of text that stands in one run."""
        paragraph = self.paragraph(within or old)
        run = next(one for one in paragraph.runs if old in one.text)
        before, _, behind = run.text.partition(old)
        pieces = [(None, before), ("w:del", old), ("w:ins", new), (None, behind)]
        last = run._r
        for mark, text in pieces:
            if not text or (mark == "w:del" and not self.tracked):
                continue
            made = self._run(run._r, text, deleted=mark == "w:del")
            if mark and self.tracked:
                made = self._marked(mark, [made])
            last.addnext(made)
            last = made
        paragraph._p.remove(run._r)

    def insert_behind(self, beginning: str, text: str) -> None:
        """Type a new paragraph behind another, in its style."""
        paragraph = self.paragraph(beginning)._p
        made = OxmlElement("w:p")
        made.append(deepcopy(paragraph.find(qn("w:pPr"))))
        run = self._run(next(paragraph.iterchildren(qn("w:r"))), text, deleted=False)
        made.append(self._marked("w:ins", [run]) if self.tracked else run)
        if self.tracked:
            self._mark_end(made, "w:ins")
        paragraph.addnext(made)

    def delete(self, beginning: str) -> None:
        """Take a whole paragraph out."""
        paragraph = self.paragraph(beginning)._p
        if not self.tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iterchildren(qn("w:r"))):
            for text in run.iterchildren(qn("w:t")):
                text.tag = qn("w:delText")
            mark = self._marked("w:del", [])
            run.addprevious(mark)
            mark.append(run)
        self._mark_end(paragraph, "w:del")

    def move(self, beginning: str, *, before: str) -> None:
        """Cut a paragraph with its bookmark and paste it before another."""
        moved, target = self.paragraph(beginning)._p, self.paragraph(before)._p
        if not self.tracked:
            target.addprevious(moved)
            return
        pasted = deepcopy(moved)
        for mark in [one for one in moved if one.tag in (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            moved.remove(mark)
        for paragraph, kind in ((moved, "moveFrom"), (pasted, "moveTo")):
            for run in list(paragraph.iterchildren(qn("w:r"))):
                mark = self._marked(f"w:{kind}", [])
                run.addprevious(mark)
                mark.append(run)
            self._mark_end(paragraph, f"w:{kind}")
            self._mark_range(paragraph, kind)
        target.addprevious(pasted)

    def shatter(self) -> None:
        """Part the text into runs of one character with proofing marks between, as long editing does."""
        for run in list(self.document.element.body.iter(qn("w:r"))):
            parts = [part for part in run if part.tag != qn("w:rPr")]
            if len(parts) != 1 or parts[0].tag != qn("w:t") or not parts[0].text:
                continue
            last = run
            for char in parts[0].text[1:]:
                made = self._run(run, char, deleted=False)
                mark = OxmlElement("w:proofErr")
                mark.set(qn("w:type"), "spellStart")
                last.addnext(mark)
                mark.addnext(made)
                last = made
            parts[0].text = parts[0].text[0]

    def comment(self, beginning: str, text: str, author: str = "王主任") -> None:
        """Put a comment on a paragraph."""
        paragraph = self.paragraph(beginning)
        self.document.add_comment(paragraph.runs, text=text, author=author, initials="王")

    def _run(self, like: Any, text: str, *, deleted: bool) -> Any:
        made = OxmlElement("w:r")
        if like.find(qn("w:rPr")) is not None:
            made.append(deepcopy(like.find(qn("w:rPr"))))
        inner = OxmlElement("w:delText" if deleted else "w:t")
        inner.text = text
        made.append(inner)
        return made

    def _marked(self, kind: str, inside: list[Any]) -> Any:
        self._number += 1
        mark = OxmlElement(kind)
        for name, value in {"id": str(self._number), "author": "王主任", "date": "2027-03-01T09:00:00Z"}.items():
            mark.set(qn(f"w:{name}"), value)
        mark.extend(inside)
        return mark

    def _mark_range(self, paragraph: Any, kind: str) -> None:
        """The marks by which Word knows the two ends of a move to be one."""
        self._number += 1
        for name, at in (("RangeStart", 1), ("RangeEnd", len(paragraph) + 1)):
            mark = OxmlElement(f"w:{kind}{name}")
            mark.set(qn("w:id"), str(self._number))
            if name == "RangeStart":
                mark.set(qn("w:name"), "move1")
            paragraph.insert(at, mark)

    def _mark_end(self, paragraph: Any, kind: str) -> None:
        properties = paragraph.find(qn("w:pPr"))
        face = properties.find(qn("w:rPr"))
        if face is None:
            face = OxmlElement("w:rPr")
            properties.append(face)
        face.append(self._marked(kind, []))
