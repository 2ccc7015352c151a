"""What the tests of the Word document share: notices that use every field, and a document's text."""

import io
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from drafter import render
from drafter.model.notice import Notice
from drafter.render import Templates

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HEAD: dict[str, Any] = {
    "issuer": "青岚县人民政府办公室",
    "year": 2027,
    "doc_number": "青政办字〔2027〕8号",
    "date": "2027-03-05",
    "form": "issue",
    "title": "青岚县人民政府办公室关于印发2027年为全县妇女儿童办实事项目清单的通知",
    "recipients": "各镇人民政府、街道办事处，县政府各部门",
    "opening": ["《2027年为全县妇女儿童办实事项目清单》已经县政府同意，现印发给你们，请认真组织实施。"],
    "list_title": "2027年为全县妇女儿童办实事项目清单",
    "signature": "青岚县人民政府办公室",
}
ITEM: dict[str, Any] = {
    "ordinal": "一",
    "heading": "促进就业",
    "clauses": ["举办招聘活动不少于2场。"],
    "units": ["县妇联"],
}


def notice(**fields: Any) -> Notice:
    """A notice of an invented county with one item, fields replaced as told."""
    return Notice.model_validate({**HEAD, "items": [ITEM], **fields})


def item(**fields: Any) -> dict[str, Any]:
    """The item of that notice, fields replaced as told."""
    return {**ITEM, **fields}


def printed(value: Notice, templates: Templates) -> Document:
    """The Word document of a notice, opened."""
    return opened(render.docx(value, templates).data)


def opened(data: bytes) -> Document:
    """A Word document from its bytes."""
    return docx.Document(io.BytesIO(data))


def saved(value: Notice, templates: Templates, path: Path) -> Path:
    """The file of a notice's Word document."""
    render.docx(value, templates).save(path)
    return path


def paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs of the text and of its text boxes, each once, in their order."""
    found = document.element.body.iter(f"{W}p")
    return [
        Paragraph(one, document._body)
        for one in found
        if not any(above.tag in (f"{W}tc", FALLBACK) for above in one.iterancestors())
    ]


def in_boxes(document: Document) -> list[str]:
    """The texts of all paragraphs in text boxes, in tables there too."""
    boxes = document.element.body.iter(f"{W}txbxContent")
    return [
        Paragraph(one, document._body).text
        for box in boxes
        if not any(above.tag == FALLBACK for above in box.iterancestors())
        for one in box.iter(f"{W}p")
    ]
