"""A notice into a .docx through docxtpl, the only place that knows docxtpl.

docxtpl's defaults drop text: here values are escaped once, a missing name is an error, templates run in a
sandbox, and braces in a value can never become template code.
"""

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from drafter.errors import TemplateTrouble
from drafter.library import files
from drafter.model.notice import Notice
from drafter.render import context, table_widths
from drafter.render.template_files import Templates
from drafter.text.finished import notice_of

if TYPE_CHECKING:
    from drafter.model.draft import Draft

_TITLE_LIMIT = 255  # what a document property may hold
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Rendered:
    """A finished document, in memory until saved."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def save(self, path: Path | str) -> Path | None:
        """Write the file whole or not at all; another document that stood there is kept under a new name.

        Returns that name, None where there was none. Raises FileTrouble.
        """
        return files.write_bytes(Path(path), self.data)


def docx(notice: "Notice | Draft", templates: Templates, *, banner: str = "") -> Rendered:
    """The Word document of a notice or of a draft; equal ones give equal bytes.

    `banner` marks what is not the real one.
    Raises UnfitValue for text that cannot be printed, TemplateTrouble for a faulty template.
    """
    path = templates.path(notice.form.value)
    values = context.of_notice(notice_of(notice), banner)
    try:
        data = _filled(path, values, notice.title)
    except Exception as error:  # an office's own template is code and a package that may fail in any way
        raise TemplateTrouble(_explain(path, error)) from error
    return Rendered(_repacked(data))


def _filled(path: Path, values: context.Context, title: str) -> bytes:
    template = DocxTemplate(str(path))
    template.render(values, jinja_env=_environment())
    template.docx.core_properties.title = title[:_TITLE_LIMIT]
    for table in template.docx.tables:
        table_widths.fit(table)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_as_xml)


def _as_xml(value: Any) -> Any:
    """A value as XML text; braces become entities, since docxtpl rewrites {_{ and the like afterwards."""
    if isinstance(value, Markup | Undefined):
        return value
    return escape(str(value)).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def _explain(path: Path, error: Exception) -> str:
    """What is wrong with a template, with the text around where that is known."""
    if isinstance(error, UndefinedError):
        name = (re.findall(r"'([^']+)'", str(error)) or ["？"])[-1]
        reason, around = f"没有“{name}”这个占位符", _text_around(path, name)
    elif isinstance(error, TemplateSyntaxError):
        reason = "标记写得不对（{{ }} 或 {% %} 没有配对，或名字不对）"
        around = " ".join(part.strip() for part in getattr(error, "docx_context", ()) if part.strip())
    elif isinstance(error, SecurityError):
        reason, around = "用了不允许的功能", ""
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


def _repacked(data: bytes) -> bytes:
    """The package with all dates fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
