"""What the tests of the sheets share: small drafts of a real place, and what stands in a document."""

import io
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.model.draft import Draft
from drafter.render import Rendered

COLUMNS = ("序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限")
TABLE = {"title": "2027年为全区妇女儿童办实事工作进展情况表", "columns": COLUMNS}
HEAD: dict[str, Any] = {
    "place": "临淄区",
    "issuer": "临淄区人民政府办公室",
    "year": 2027,
    "doc_number": "临政办字〔2027〕\u3000号",
    "form": "issue",
    "title": "临淄区人民政府办公室关于印发2027年为全区妇女儿童办实事项目清单的通知",
    "list_title": "2027年为全区妇女儿童办实事项目清单",
    "attachments": [TABLE],
}


def draft(*items: dict[str, Any], **head: Any) -> Draft:
    """A draft with these items, each with an id and a heading if it has none."""
    made = [
        {"id": f"i{number}", "heading": f"实事{number}", "clauses": [{"text": f"做第{number}件事。"}], **item}
        for number, item in enumerate(items, start=1)
    ]
    return Draft.model_validate({**HEAD, **head, "items": made})


def opened(document: Rendered) -> Document:
    """A document as python-docx reads it."""
    return docx.Document(io.BytesIO(document.data))


def texts(document: Rendered) -> list[str]:
    """Every paragraph of a document in order, those in tables too."""
    made = opened(document)
    return [Paragraph(one, made).text for one in made.element.body.iter(qn("w:p"))]


def rows(document: Rendered, table: int = 0) -> list[list[str]]:
    """The cells of a table, each once, paragraphs of a cell joined by a line feed."""
    found = opened(document).tables[table]
    return [["\n".join(p.text for p in cell.paragraphs) for cell in dict.fromkeys(row.cells)] for row in found.rows]
