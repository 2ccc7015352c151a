"""A notice into a .docx through docxtpl, the only place that knows docxtpl.

docxtpl's defaults drop text: here values are escaped once, a missing name is an error, templates run in a
sandbox, and braces in a value can never become template code.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from drafter.errors import TemplateTrouble
from drafter.library import files
from drafter.model.notice import Format, Notice
from drafter.render import context, layout
from drafter.render.repacking import repacked
from drafter.render.sandbox import environment
from drafter.render.template_files import Templates
from drafter.text.finished import notice_of
from drafter.text.printable import require_printable

if TYPE_CHECKING:
    from drafter.model.draft import Draft

_TITLE_LIMIT = 255  # what a document property may hold


class Rendered:
    """A finished document, in memory until saved; `notes` tell what the layout had to move."""

    def __init__(self, data: bytes, notes: tuple[str, ...] = ()) -> None:
        self.data = data
        self.notes = notes

    def save(self, path: Path | str) -> Path | None:
        """Write the file whole or not at all; another document that stood there is kept under a new name.

        Returns that name, None where there was none. Raises FileTrouble.
        """
        return files.write_bytes(Path(path), self.data)


def docx(
    notice: "Notice | Draft", templates: Templates, *, in_format: Format | None = None, banner: str = ""
) -> Rendered:
    """The Word document of a notice or of a draft; equal ones give equal bytes.

    `in_format` is the official format, else the notice's own, else 信函格式. `banner` marks what is not the real one.
    Raises UnfitValue for text that cannot be printed, TemplateTrouble for a faulty template.
    """
    printed = notice_of(notice)
    page = layout.of(printed, in_format or printed.format or Format.LETTER, templates.settings)
    values = context.of_notice(printed, page, banner)
    ids = [getattr(item, "id", str(number)) for number, item in enumerate(notice.items, start=1)]
    path = templates.path(f"{printed.form.value}-{page.format.value}")
    made = _rendered(path, values, printed.title, lambda document: layout.carry_out(document, page, values, ids))
    return Rendered(made.data, layout.notes(page))


def sheet(name: str, values: context.Context, templates: Templates, *, title: str) -> Rendered:
    """Another document from the template of a name, such as a 发文稿纸; its tables get their widths.

    Raises UnfitValue for text that cannot be printed, TemplateTrouble for a faulty template.
    """
    require_printable(tuple(_texts(values)), title)
    return _rendered(templates.path(name), values, title, layout.fit_tables)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _rendered(path: Path, values: context.Context, title: str, finish: Callable[[Document], None]) -> Rendered:
    try:
        template = _Template(str(path))
        template.render(values, jinja_env=environment())
        template.docx.core_properties.title = title[:_TITLE_LIMIT]
        finish(template.docx)
        out = io.BytesIO()
        template.save(out)
    except Exception as error:  # an office's own template is code and a package that may fail in any way
        raise TemplateTrouble(_explain(path, error)) from error
    return Rendered(repacked(out.getvalue()))


class _Template(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """docxtpl mends XML that marks have torn by leaving text out; here that is an error."""

    def fix_tables(self, xml: str) -> Any:
        """As docxtpl does it. Raises XMLSyntaxError where tags do not pair."""
        etree.fromstring(xml)
        return super().fix_tables(xml)


def _explain(path: Path, error: Exception) -> str:
    """What is wrong with a template, with the text around where that is known."""
    if isinstance(error, UndefinedError):
        name = (re.findall(r"'([^']+)'", str(error)) or ["？"])[-1]
        reason, around = f"没有“{name}”这个占位符", _text_around(path, name)
    elif isinstance(error, TemplateSyntaxError):
        reason = "标记写得不对（{{ }} 或 {% %} 没有配对，或名字不对）"
        around = " ".join(part.strip() for part in getattr(error, "docx_context", ()) if part.strip())
    elif isinstance(error, SecurityError):
        reason, around = str(error), ""
    elif isinstance(error, etree.XMLSyntaxError) and _is_package(path):
        reason, around = "标记的开始和结束不在同一处（如一头在正文、一头在表格里）", ""
    elif isinstance(error, TemplateError | ArithmeticError | TypeError | LookupError) and _is_package(path):
        reason, around = f"标记执行时出错（{type(error).__name__}）", ""
    else:
        reason, around = "不是完好的 Word 文档（.docx）", ""
    where = f"，在“{around[:80]}”附近" if around else ""
    return f"模板 {path} 有错{where}：{reason}。请改正模板，或删去它以使用自带的模板。"


def _text_around(path: Path, name: str) -> str:
    """The template's paragraph that holds a name."""
    texts = (paragraph.text for paragraph in DocxTemplate(str(path)).get_docx().paragraphs)
    return next((text for text in texts if name in text), "")


def _is_package(path: Path) -> bool:
    return zipfile.is_zipfile(path) and "word/document.xml" in zipfile.ZipFile(path).namelist()
