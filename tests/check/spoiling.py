"""What is spoilt in a Word file of our own: its runs, its sentences, elements put into it."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def texts(document: Document) -> list[Run]:
    """The runs with text of the body."""
    return [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]


def body(document: Document) -> list[Run]:
    """The runs that hold whole sentences."""
    return [run for run in texts(document) if "。" in run.text]


def sentences(document: Document) -> list[Paragraph]:
    """The paragraphs that hold whole sentences."""
    return [paragraph for paragraph in document.paragraphs if "。" in paragraph.text]


def put(parent: Any, name: str, **values: str) -> None:
    """Append an element of Word's to another."""
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
