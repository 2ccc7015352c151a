"""The text of a Word package with its effective formatting: paragraphs, runs, tables, sections, headers, footers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from drafter.measure import formatting
from drafter.measure.formatting import Properties, Section, Styles
from drafter.measure.xml_rules_package import Package, W
from drafter.measure.xml_rules_runs import BOX, FALLBACK, NOT_PRINTED, PAGE_BREAK, Run, Runs, chosen

EXCERPT = 12


class Place(StrEnum):
    """Where a paragraph stands."""

    BODY = "正文"
    TABLE = "表格"
    BOX = "文本框"
    HEADER = "页眉"
    FOOTER = "页脚"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its runs; `where` names its place for people."""

    where: str
    place: Place
    runs: tuple[Run, ...]
    format: Properties
    section: int = 0
    holds_drawing: bool = False

    @property
    def text(self) -> str:
        """Its printed text with tabs and line feeds; page breaks are form feeds."""
        return "".join(run.text for run in self.runs)

    @property
    def line(self) -> str:
        """Its text without blanks at both ends."""
        return self.text.strip()

    @property
    def is_blank(self) -> bool:
        """Whether it is an empty line: no text, no page break, nothing drawn in it or around it."""
        drawn = self.holds_drawing or any(key.startswith("pBdr/") for key in self.format)
        return not self.line and not drawn and PAGE_BREAK not in self.text

    @property
    def typed(self) -> str:
        """Its text with the first word of each field's instruction, `{PAGE}`, instead of the result."""
        parts: list[str] = []
        for run in self.runs:
            part = run.text if run.field is None else f"{{{(run.field.split() or ['?'])[0].upper()}}}"
            if run.field is None or parts[-1:] != [part]:
                parts.append(part)
        return "".join(parts)

    @property
    def size(self) -> float | None:
        """The size that most of its text has, in points."""
        sizes: dict[float | None, int] = {}
        for run in self.runs:
            size = formatting.points(run.format.get("sz"))
            sizes[size] = sizes.get(size, 0) + len(run.text.strip())
        return max(sizes, key=lambda size: sizes[size]) if sizes else None

    def __str__(self) -> str:
        """The place and the beginning of the text, as messages name it."""
        line = " ".join(self.line.split())
        return f"{self.where}“{line[:EXCERPT]}{'…' if len(line) > EXCERPT else ''}”" if line else self.where


@dataclass(frozen=True)
class Table:
    """A table outside others: its element, its cells' paragraphs by row, where it stands."""

    element: etree._Element
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    where: str
    in_box: bool
    section: int

    @property
    def text(self) -> str:
        """The text of all cells."""
        return "".join(paragraph.text for row in self.rows for cell in row for paragraph in cell)


@dataclass(frozen=True)
class Margins:
    """The paragraphs of one header or footer, with its section, type and part."""

    section: int
    kind: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The text it prints, fields as `{PAGE}`."""
        return "".join(paragraph.typed for paragraph in self.paragraphs).strip()


@dataclass(frozen=True)
class Document:
    """What the rules look at. `flow` is the text in order, table cells and text boxes included."""

    package: Package
    styles: Styles
    flow: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    headers: tuple[Margins, ...]
    footers: tuple[Margins, ...]

    @property
    def settings(self) -> etree._Element | None:
        """The settings, where the package has any."""
        return self.package.related("settings")


def document(package: Package) -> Document:
    """The text and set-up of a package."""
    styles = formatting.styles(package.related("styles"))
    targets = {name: relation.target for name, relation in package.relations().items()}
    body = package.document.find(f"{W}body")
    walk = _Walk(styles)
    if body is not None:
        walk.blocks(body, Place.BODY)
    sections: list[Section] = []
    for element in package.document.iter(f"{W}sectPr"):
        sections.append(formatting.section(element, targets, sections[-1] if sections else None))
    pages = tuple(sections) or (Section(),)
    return Document(
        package=package,
        styles=styles,
        flow=tuple(walk.flow),
        tables=tuple(walk.tables),
        sections=pages,
        headers=tuple(_margins(package, styles, pages, Place.HEADER)),
        footers=tuple(_margins(package, styles, pages, Place.FOOTER)),
    )


def _margins(package: Package, styles: Styles, sections: tuple[Section, ...], place: Place) -> Iterator[Margins]:
    for number, section in enumerate(sections):
        parts: Mapping[str, str] = section.headers if place is Place.HEADER else section.footers
        for kind, name in parts.items():
            if name in package.parts:
                walk = _Walk(styles)
                walk.blocks(package.parts[name], place)
                yield Margins(number, kind, tuple(walk.flow))


@dataclass
class _Walk:
    """Collects the paragraphs and tables below an element."""

    styles: Styles
    flow: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    count: int = 0
    section: int = 0

    def blocks(self, parent: etree._Element, place: Place) -> None:
        for child in chosen(parent):
            if child.tag == f"{W}p":
                self.count += 1
                where = f"第{self.count}段" if place in (Place.BODY, Place.BOX) else place.value
                self.paragraph(child, place, where)
                self.section += child.find(f"{W}pPr/{W}sectPr") is not None
            elif child.tag == f"{W}tbl":
                self.table(child, place)
            elif child.tag not in NOT_PRINTED:
                self.blocks(child, place)

    def paragraph(self, element: etree._Element, place: Place, where: str) -> Paragraph:
        properties = element.find(f"{W}pPr")
        boxes = [box for box in element.iter(BOX) if not _inside_fallback(box)]
        made = Paragraph(
            where=where,
            place=place,
            runs=tuple(Runs(self.styles, properties).of(element)),
            format=self.styles.of_paragraph(properties),
            section=self.section,
            holds_drawing=any(next(element.iter(f"{W}{name}"), None) is not None for name in ("drawing", "pict")),
        )
        self.flow.append(made)
        for box in boxes:
            self.blocks(box, place if place in (Place.HEADER, Place.FOOTER) else Place.BOX)
        return made

    def table(self, element: etree._Element, place: Place) -> None:
        number = len(self.tables) + 1
        rows = []
        for row_number, row in enumerate(_below(element, f"{W}tr"), start=1):
            where = f"表格{number}第{row_number}行"
            inner = Place.TABLE if place is Place.BODY else place
            rows.append(tuple(self.cell(cell, inner, where) for cell in _below(row, f"{W}tc")))
        self.tables.append(Table(element, tuple(rows), f"表格{number}", place is not Place.BODY, self.section))

    def cell(self, element: etree._Element, place: Place, where: str) -> tuple[Paragraph, ...]:
        paragraphs = tuple(self.paragraph(paragraph, place, where) for paragraph in _below(element, f"{W}p"))
        for nested in element.iterchildren(f"{W}tbl"):
            self.table(nested, place)
        return paragraphs


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The nearest elements of a tag: not those of a table inside."""
    for child in chosen(parent):
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tbl", *NOT_PRINTED):
            yield from _below(child, tag)


def _inside_fallback(box: etree._Element) -> bool:
    """Whether a text box stands in an alternative that is not looked at, or within another box."""
    return any(above.tag in (FALLBACK, BOX) for above in box.iterancestors())
