"""How a rule's findings become one row of the ruler."""

from collections.abc import Iterable, Iterator

from drafter.measure.xml_rules_runs import Run
from drafter.measure.xml_rules_text import Document, Paragraph
from drafter.model.results import Element


def row(rule: str, name: str, expected: str, faults: Iterable[str], fine: str = "符合") -> Element:
    """A row that is red where there are faults: the first is named, the rest counted."""
    found = list(dict.fromkeys(faults))
    more = f"；另有{len(found) - 1}处" if len(found) > 1 else ""
    return Element(rule=rule, name=name, expected=expected, got=f"{found[0]}{more}" if found else fine, ok=not found)


def unjudged(rule: str, name: str, expected: str, reason: str) -> Element:
    """A row without a verdict."""
    return Element(rule=rule, name=name, expected=expected, got=reason)


def printed_runs(document: Document) -> Iterator[tuple[Paragraph, Run]]:
    """All runs with text, of headers and footers too, with their paragraphs."""
    margins = (paragraph for margin in (*document.headers, *document.footers) for paragraph in margin.paragraphs)
    for paragraph in (*document.flow, *margins):
        for run in paragraph.runs:
            if run.text.strip() or run.field:
                yield paragraph, run


def in_points(length: int) -> str:
    """A length in twips as points for people."""
    return f"{length / 20:g}磅"
