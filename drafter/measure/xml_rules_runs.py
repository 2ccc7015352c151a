"""The runs of a paragraph with their effective formatting, across content controls, links and fields."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.measure.formatting import Properties, Styles
from drafter.measure.xml_rules_package import MC, W

NOT_PRINTED = {
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "sectPr", "rt", "rubyPr")
}
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t",
}
BOX = f"{W}txbxContent"
FALLBACK = f"{MC}Fallback"
_ALTERNATE = f"{MC}AlternateContent"
PAGE_BREAK = "\f"


@dataclass(frozen=True)
class Run:
    """Text of one formatting; `field` is the instruction of the field whose result it is."""

    text: str
    format: Properties
    field: str | None = None


@dataclass
class Runs:
    """Reads the runs of one paragraph; fields may begin in one run and end in another."""

    styles: Styles
    properties: etree._Element | None
    fields: list[list[str]] = field(default_factory=list)

    def of(self, parent: etree._Element, simple: str | None = None) -> Iterator[Run]:
        """The runs below an element; `simple` is the instruction of the simple field around it."""
        for child in chosen(parent):
            if child.tag == f"{W}r":
                yield from self._run(child, simple)
            elif child.tag == f"{W}fldSimple":
                yield from self.of(child, child.get(f"{W}instr", ""))
            elif child.tag not in NOT_PRINTED:
                yield from self.of(child, simple)

    def _run(self, element: etree._Element, simple: str | None) -> Iterator[Run]:
        effective = self.styles.of_run(self.properties, element.find(f"{W}rPr"))
        text = ""
        for child in chosen(element):
            if child.tag == f"{W}fldChar":
                yield from self._flushed(text, effective, simple)
                text = ""
                if child.get(f"{W}fldCharType") == "end" and self.fields:
                    yield Run("", effective, self.fields[-1][0])
                self._field_character(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText":
                if self.fields:
                    self.fields[-1][0] += child.text or ""
            elif child.tag == f"{W}ruby":
                yield from self.of(child, simple)
            else:
                text += _character(child)
        yield from self._flushed(text, effective, simple)

    def _flushed(self, text: str, effective: Properties, simple: str | None) -> Iterator[Run]:
        if text:
            yield Run(text, effective, self.fields[-1][0] if self.fields else simple)

    def _field_character(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append([""])
        elif kind == "end" and self.fields:
            self.fields.pop()


def _character(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br":
        return PAGE_BREAK if element.get(f"{W}type") in ("page", "column") else "\n"
    return _CHARACTERS.get(str(element.tag), "")


def chosen(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of an element; of alternatives the first choice only."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == _ALTERNATE:
            choice = child.find(f"{MC}Choice")
            yield from chosen(choice) if choice is not None else ()
        elif child.tag not in (FALLBACK, BOX):
            yield child
