"""Word documents (.docx and its kin) into lines and tables: numbers counted, changes accepted, notes shown."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.readers.notes import Notes
from drafter.readers.numbering import Numbering
from drafter.readers.packages import Package
from drafter.readers.word_text import ADDED, ALTERNATIVES, REMOVED, W, chosen, number_of, paragraph_words

_MARGINS = {"header": "页眉", "footer": "页脚"}
_PASSED_THROUGH = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_NOTES = {"footnote": "脚注", "endnote": "尾注"}
_WIDEST = 100  # columns that a cell may span
_PLACES_SHOWN = 6
_MOST = 30_000  # paragraphs, those of table cells too


def blocks(data: bytes, name: str, notes: Notes) -> list[Block]:
    """The paragraphs and tables of a document's body in order, then its notes, headers and footers.

    Raises NotUnderstood where the package or its XML is damaged.
    """
    package = Package(data, name)
    main = _main_part(package)
    root = package.xml(main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise NotUnderstood(f"{name} 不是完好的 Word 文档（.docx）。请用 Word 或 WPS 打开并另存后重试。")
    folder = main.rpartition("/")[0]
    reading = _Body(name, Numbering(package.xml(f"{folder}/numbering.xml"), package.xml(f"{folder}/styles.xml")))
    found = [*reading.blocks(body)]
    reading.tell(notes, _comments(package.xml(f"{folder}/comments.xml")))
    return [*found, *_notes(package, folder, reading.noted), *_margins(package, folder)]


def _main_part(package: Package) -> str:
    """The name of the part with the text: most programs call it document.xml, not all."""
    relations = package.xml("_rels/.rels")
    for relation in () if relations is None else relations:
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").removeprefix("/")
    return ""


@dataclass
class _Body:
    """The body as it is walked through once, in order, as automatic numbers need it."""

    name: str
    numbering: Numbering
    seen: int = 0
    count: int = 0
    table: str = ""  # the place of the table that is being read
    carried: str = ""  # words before a paragraph mark that a reviewer took out
    changes: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)
    commented: dict[str, str] = field(default_factory=dict)
    noted: dict[tuple[str, str], str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The blocks below an element; content controls and the like are passed through."""
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag == ALTERNATIVES:
                yield from self.blocks(chosen(child))
            elif child.tag in _PASSED_THROUGH:
                yield from self.blocks(child)
        if self.carried:
            yield from self._lines("", self._here())

    def _here(self) -> str:
        return self.table or f"第{self.count}段"

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        self.seen += 1
        if self.seen > _MOST:
            raise NotUnderstood(f"{self.name} 里的文字过多，不像一份通知。请只留下通知本身，另存后重试。")
        self.count += not self.table
        where = self._here()
        self._look(paragraph, where)
        words = paragraph_words(paragraph)
        if words.hidden and "".join(words.hidden).strip():
            self.hidden[where] = self.hidden.get(where, "") + "".join(words.hidden)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.carried += words.text
        else:
            yield from self._lines(self.numbering.label(paragraph) + words.text, where)
        for box in _boxes(paragraph):
            yield from self.blocks(box)

    def _lines(self, text: str, where: str) -> Iterator[Line]:
        text, self.carried = self.carried + text, ""
        for line in text.split("\n"):
            if line.strip():
                yield Line(text=line, where=where)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        """A table as one; the single cell that some programs put round a text is no table."""
        where = f"第{self.count}段后的表格"
        found = [row for row in _children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [cell for row in found for cell in _children(row, "tc")]
        if len(cells) == 1:
            yield from self.blocks(cells[0])
            return
        outer, self.table = self.table, self.table or where
        rows = tuple(self._row(row) for row in found)
        self.table = outer
        if any(cell for row in rows for cell in row):
            yield Table(rows=rows, where=where)

    def _row(self, row: etree._Element) -> tuple[str, ...]:
        """The cells of a row; a cell that spans columns or rows has its text once, in its first place."""
        texts: list[str] = []
        for cell in _children(row, "tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continued = merged is not None and merged.get(W + "val") != "restart"
            texts.append("" if continued else "\n".join(_cell_lines(self.blocks(cell))).strip())
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = 1 if span is None else number_of(span.get(W + "val"), 1)
            texts += [""] * (min(width, _WIDEST) - 1)
        return tuple(texts)

    def _look(self, paragraph: etree._Element, where: str) -> None:
        """Note what is told in the end: changes of reviewers, comments, notes."""
        for element in paragraph.iter(*_LOOKED_FOR):
            kind = str(element.tag).removeprefix(W)
            if kind in ("footnoteReference", "endnoteReference"):
                self.noted.setdefault((kind.removesuffix("Reference"), element.get(W + "id", "")), where)
            elif kind in ("commentReference", "commentRangeStart"):
                self.commented.setdefault(element.get(W + "id", ""), where)
            else:
                self.changes["增加" if element.tag in ADDED else "删除"] += 1
                self.changed.append(where)

    def tell(self, notes: Notes, comments: dict[str, str]) -> None:
        """What a reader of the printed page would not see."""
        if self.changes:
            places = list(dict.fromkeys(self.changed))
            shown = "、".join(places[:_PLACES_SHOWN]) + ("等" if len(places) > _PLACES_SHOWN else "")
            counted = "，".join(f"{kind}{number}处" for kind, number in self.changes.items())
            notes.tell("tracked-changes", places[0], detail=f"{counted}（{shown}）")
        for number, (key, text) in enumerate(comments.items(), start=1):
            notes.tell("comment-left-out", f"{self.commented.get(key, '文末')}的批注{number}", text, text)
        for where, text in self.hidden.items():
            notes.tell("text-hidden", where, text, text)


_LOOKED_FOR = (
    *REMOVED,
    *ADDED,
    *(W + name for name in ("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart")),
)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those inside content controls too, none of a table within."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _PASSED_THROUGH:
            yield from _children(child, name)


def _cell_lines(found: Iterator[Block]) -> Iterator[str]:
    """The lines of a cell; a table within a table gives a line for each of its rows."""
    for block in found:
        if isinstance(block, Table):
            yield from (" ".join(cell for cell in row if cell) for row in block.rows)
        else:
            yield block.text


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once; what a box holds in turn comes with it."""
    for child in paragraph:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag in REMOVED:
            continue
        else:
            yield from _boxes(chosen(child) if child.tag == ALTERNATIVES else child)


def _comments(root: etree._Element | None) -> dict[str, str]:
    """The comments by number, each with who wrote it."""
    found = {}
    for comment in () if root is None else root.iter(W + "comment"):
        text = " ".join(_texts(comment))
        if text:
            author = comment.get(W + "author", "")
            found[comment.get(W + "id", "")] = f"{author}：{text}" if author else text
    return found


def _notes(package: Package, folder: str, noted: dict[tuple[str, str], str]) -> Iterator[Margin]:
    """Footnotes and endnotes, in the order of the files; the lines that part them from the text are none."""
    for kind, called in _NOTES.items():
        root = package.xml(f"{folder}/{kind}s.xml")
        for number, note in enumerate(() if root is None else root.iter(W + kind), start=1):
            text = " ".join(_texts(note))
            if text and note.get(W + "type", "normal") == "normal":
                where = noted.get((kind, note.get(W + "id", "")), "文末")
                yield Margin(text=text, where=f"{where}的{called}{number}")


def _margins(package: Package, folder: str) -> Iterator[Margin]:
    """The text of all headers and footers, of first and even pages and in tables too, each paragraph once."""
    seen: set[str] = set()
    for kind, called in _MARGINS.items():
        for part in sorted(name for name in package.names if name.startswith(f"{folder}/{kind}")):
            root = package.xml(part)
            for text in () if root is None else _texts(root):
                if text not in seen:
                    seen.add(text)
                    yield Margin(text=text, where=f"{called}第{len(seen)}行")


def _texts(root: etree._Element) -> Iterator[str]:
    """The text of each paragraph below an element, boxes once."""
    for paragraph in root.iter(W + "p"):
        if not any(str(above.tag).endswith("}Fallback") for above in paragraph.iterancestors()):
            text = paragraph_words(paragraph).text.strip()
            if text:
                yield text
