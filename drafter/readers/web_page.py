"""Web pages of government sites: the article found, its lines and tables kept, navigation and footer left out."""

import itertools
import re
from collections.abc import Iterator

from lxml import etree, html

from drafter.errors import NotUnderstood
from drafter.readers import plain_text
from drafter.readers.blocks import Block, Line, Table
from drafter.readers.notes import Notes
from drafter.readers.web_article import article, furniture_removed, heading_of, number_of

_LARGEST = 8_000_000
_ELEMENTS = 40_000  # a page of a government site has some thousand
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"}
# what begins and ends a line of its own
_LINES = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "ul",
    "caption", "tr", "td", "th", "tbody", "table",
}  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WRAPPED = re.compile(
    r"(?<=[\u2018-\u201d\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2018-\u201d\u3000-\u9fff\uff00-\uffef])"
)
# People and editors break a source text between two 汉字, where no blank is meant; word processors only at blanks.
_BY_A_PROGRAM = (
    "//meta[translate(@name, 'G', 'g') = 'generator'][contains(@content, 'Office') or contains(@content, 'Word')]"
)
_TITLE = re.compile(r"关于.*(?:通知|清单|方案)|实事.*清单")
_NUMBER = re.compile(r"[〔\[(（]\d{4}[〕\])）]\d+号")
_HEAD = 500  # signs at the beginning among which title and 文号 are looked for
_WIDEST = 100


def blocks(data: bytes, name: str, notes: Notes) -> list[Block]:
    """The lines and tables of the article on a web page. Raises NotUnderstood where there is no text."""
    if len(data) > _LARGEST:
        raise NotUnderstood(f"{name} 过大，不像一份通知的网页。请把通知的文字粘贴到 .txt 后重试。")
    root = _parsed(_decoded(data, name), name)
    if sum(1 for _ in itertools.islice(root.iter(), _ELEMENTS + 1)) > _ELEMENTS:
        raise NotUnderstood(f"{name} 里的内容过多，不像一份通知的网页。请把通知的文字粘贴到 .txt 后重试。")
    whole = _length(root)
    heading, number = heading_of(root), number_of(root)
    furniture_removed(root)
    found = _Lines(breaks_are_blanks=bool(root.xpath(_BY_A_PROGRAM)))
    top = article(root)
    found.read(top)
    kept = "".join("".join(block.text.split()) for block in found.blocks if isinstance(block, Line))
    if heading and not _TITLE.search(kept[:_HEAD]):
        found.blocks.insert(0, Line(text=heading, where="网页标题"))
    if number and not _NUMBER.search(kept[:_HEAD]):
        found.blocks.insert(0, Line(text=number, where="网页上的文号"))
    left_out = whole - _length(top)
    if left_out > 0:
        notes.tell("page-furniture", "全文", detail=f"约{left_out}字")
    return found.blocks


def _decoded(data: bytes, name: str) -> str:
    """The page's text: by byte order mark, by what it says of itself, else as any text."""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        said = _CHARSET.search(data[:4096])
        encoding = said[1].decode("ascii").lower() if said else ""
        for one in ("gb18030" if encoding in _CHINESE else encoding, "utf-8", "gb18030"):
            try:
                return data.decode(one)
            except (UnicodeDecodeError, LookupError):
                continue
    return plain_text.decode(data, name)


def _parsed(text: str, name: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NotUnderstood(f"{name} 是网页，里面没有文字。请在浏览器里复制通知全文，粘贴到 .txt 后重试。") from error
    return root


def _length(element: etree._Element) -> int:
    """How much visible text is in an element."""
    texts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::head)]")
    return sum(len("".join(str(text).split())) for text in texts)


class _Lines:
    """The lines and tables of an article in the making."""

    def __init__(self, *, breaks_are_blanks: bool) -> None:
        self.blocks: list[Block] = []
        self._breaks_are_blanks = breaks_are_blanks
        self._text = ""
        self._tables = 0

    def read(self, element: etree._Element) -> None:
        """Take in an element with all below it."""
        self._walk(element)
        self._end()

    def _walk(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "br":
            self._end()
        elif tag == "table" and _is_grid(element):
            self._end()
            self._table(element)
        else:
            own_line = tag in _LINES
            if own_line:
                self._end()
            self._add(element.text, preformatted=tag == "pre")
            for child in element:
                if isinstance(child.tag, str):
                    self._walk(child)
                self._add(child.tail, preformatted=tag == "pre")
            if own_line:
                self._end()

    def _add(self, text: str | None, *, preformatted: bool) -> None:
        if not text:
            return
        if preformatted:
            first, *others = text.split("\n")
            self._text += first
            for other in others:
                self._end()
                self._text = other
        else:
            self._text += _BLANKS.sub(" ", text if self._breaks_are_blanks else _WRAPPED.sub("", text))

    def _end(self) -> None:
        # indents are made of hard blanks on web pages; they mean the beginning of a paragraph, which is known anyway
        line, self._text = self._text.strip().lstrip("\u3000\u00a0 ").rstrip("\u3000\u00a0 "), ""
        if line:
            self.blocks.append(Line(text=line, where=f"第{len(self.blocks) + 1}段"))

    def _table(self, element: etree._Element) -> None:
        self._tables += 1
        rows = _rows(element, breaks_are_blanks=self._breaks_are_blanks)
        if any(cell for row in rows for cell in row):
            self.blocks.append(Table(rows=rows, where=f"第{self._tables}个表格"))


def _own(element: etree._Element, names: set[str]) -> Iterator[etree._Element]:
    """The rows or cells of a table, none of a table within."""
    for child in element:
        if child.tag in names:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot", "tr"):
            yield from _own(child, names)


def _is_grid(table: etree._Element) -> bool:
    """Whether a table holds data rather than a page: rows of several cells, no long texts of many paragraphs."""
    rows = [[*_own(row, {"td", "th"})] for row in _own(table, {"tr"})]
    if not any(len(row) > 1 for row in rows):
        return False
    return not any(len(cell.findall(".//p")) > 12 or cell.find(".//table") is not None for row in rows for cell in row)


def _rows(table: etree._Element, *, breaks_are_blanks: bool) -> tuple[tuple[str, ...], ...]:
    """The rows of a table; a cell that spans columns or rows has its text once, in its first place."""
    rows: list[tuple[str, ...]] = []
    held: dict[int, int] = {}  # columns that a cell above still fills, and for how many rows
    for row in _own(table, {"tr"}):
        texts: list[str] = []
        for cell in _own(row, {"td", "th"}):
            _pass_held(texts, held)
            inside = _Lines(breaks_are_blanks=breaks_are_blanks)
            inside.read(cell)
            text = "\n".join(block.text for block in inside.blocks if isinstance(block, Line))
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(len(texts), len(texts) + width) if height > 1 else ():
                held[at] = height
            texts += [text, *[""] * (width - 1)]
        _pass_held(texts, held)
        rows.append(tuple(texts))
        held = {at: left - 1 for at, left in held.items() if left > 1}
    return tuple(rows)


def _pass_held(texts: list[str], held: dict[int, int]) -> None:
    while len(texts) in held and held[len(texts)] > 0:
        texts.append("")


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), _WIDEST) if value.isdecimal() and int(value) else 1
