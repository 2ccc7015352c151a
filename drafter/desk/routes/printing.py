"""版面: the pages as they will print, or a likeness where nothing here can print them; the Word file and the PDF.

What makes documents is loaded when one is first asked for: the desk starts without it.
"""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.blueprints import BlueprintSetupState

from drafter import office, render
from drafter.desk import draft_files
from drafter.desk.app import opened
from drafter.desk.printing import Printing
from drafter.drafting import draft_file, notice_of
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Format
from drafter.render.usual import usual_format

routes = Blueprint("printing", __name__)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXTENSION = "desk-printing"
_FORMATS = {Format.LETTER: "信函格式", Format.FILE: "文件格式"}


@routes.record_once
def _begin(state: BlueprintSetupState) -> None:
    state.app.extensions[_EXTENSION] = Printing()


@routes.get("/draft/<name>/pages")
def page(name: str) -> str:
    """The page 版面; where LibreOffice is not, with a likeness of the document in it."""
    draft, in_format = _asked(name)
    given: dict[str, Any] = {"formats": [(one.value, label, one is in_format) for one, label in _FORMATS.items()]}
    if office.find() is None:
        given["likeness"] = _likeness(draft, in_format)
    return render_template("pages.html", here="pages", draft_name=name, **given)


@routes.get("/api/drafts/<name>/pages")
def pages(name: str) -> Response:
    """The pages where they are ready; else they are begun, and the page asks again."""
    draft, in_format = _asked(name)
    made = render.docx(draft, opened().workspace.templates, in_format=in_format)
    key, found = _printing().ask(made.data)
    if found is None:
        return jsonify(ready=False)
    stand_ins = [{"wanted": wanted, "printed": printed} for wanted, printed in found.stand_ins]
    return jsonify(ready=True, key=key, count=len(found.pages), stand_ins=stand_ins, notes=list(made.notes))


@routes.get("/api/pages/<key>/<int:number>.png")
def picture(key: str, number: int) -> Response:
    """A page of a document, counted from 1."""
    found = _printing().page(key, number)
    return Response(found, mimetype="image/png") if found else abort(404)


@routes.get("/draft/<name>/pages/<any(docx, pdf):ending>")
def file(name: str, ending: str) -> Response:
    """The document as a Word file, or as the PDF that the pages were taken from."""
    from drafter.handover import package  # noqa: PLC0415 - see the module's docstring

    draft, in_format = _asked(name)
    made = render.docx(draft, opened().workspace.templates, in_format=in_format)
    data = made.data if ending == "docx" else _printing().whole(made.data).pdf
    return attached(data, package.file_name(name, _FORMATS[in_format], f".{ending}"))


def attached(data: bytes, file_name: str) -> Response:
    """A file to be saved under a name."""
    kinds = {"docx": _WORD, "pdf": "application/pdf", "zip": "application/zip"}
    answer = Response(data, mimetype=kinds[file_name.rpartition(".")[2]])
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file_name, safe='')}"
    return answer


def format_asked(draft: Draft, library: Library) -> Format:
    """The official format that the request names, else the usual one of the draft."""
    asked = request.args.get("format", "")
    return Format(asked) if asked in set(Format) else usual_format(notice_of(draft), library)


def _asked(name: str) -> tuple[Draft, Format]:
    workspace = opened().workspace
    draft = draft_file.load(draft_files.path_of(workspace, name))[0]
    return draft, format_asked(draft, workspace.library)


def _likeness(draft: Draft, in_format: Format) -> dict[str, Any]:
    """The texts of the document as templates get them, and its format."""
    from drafter.render import context, layout, mark  # noqa: PLC0415 - see the module's docstring

    notice = notice_of(draft)
    planned = layout.of(notice, in_format, opened().workspace.templates.settings)
    values = context.of_notice(notice, planned)
    points = planned.mark.points * planned.mark.scale / 100
    return values | {
        "format": in_format.value,
        "mark_words": mark.words(notice.issuer, in_format),
        "mark_points": points,
    }


def _printing() -> Printing:
    found: Printing = current_app.extensions[_EXTENSION]
    return found
