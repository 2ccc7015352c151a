"""A notice into a .docx through docxtpl, the only place that knows docxtpl.

docxtpl's defaults drop text: here values are escaped once, a missing name is an error, templates run in a
sandbox, and braces in a value can never become template code.
"""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, Undefined
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
    template = DocxTemplate(str(path))
    try:
        template.render(values, jinja_env=_environment())
    except TemplateError as error:
        raise TemplateTrouble(_explain(path, error)) from error
    for table in template.docx.tables:
        table_widths.fit(table)
    out = io.BytesIO()
    template.save(out)
    return Rendered(_repacked(out.getvalue()))


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_as_xml)


def _as_xml(value: Any) -> Any:
    """A value as XML text; braces become entities, since docxtpl rewrites {_{ and the like afterwards."""
    if isinstance(value, Markup | Undefined):
        return value
    return escape(str(value)).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def _explain(path: Path, error: TemplateError) -> str:
    around = " ".join(part.strip() for part in getattr(error, "docx_context", ()) if part.strip())
    where = f"，在“{around[:80]}”附近" if around else ""
    return f"模板 {path} 有错{where}：{error}。请改正模板，或删去它以使用自带的模板。"


def _repacked(data: bytes) -> bytes:
    """The package with all dates fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
