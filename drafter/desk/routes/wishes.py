"""征集事项: a list of the departments' wishes held against the library, as a table to read and to save."""

import secrets
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.blueprints import BlueprintSetupState

from drafter import readers, suggest
from drafter.desk import draft_files
from drafter.desk.app import opened
from drafter.desk.kept import Kept
from drafter.desk.uploads import shown
from drafter.drafting import draft_file
from drafter.errors import UnfitValue
from drafter.model.draft import Draft

if TYPE_CHECKING:
    from drafter.desk.wished import Told

routes = Blueprint("wishes", __name__)
_EXTENSION = "desk-wishes"
_MOST = 8
_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@routes.record_once
def _begin(state: BlueprintSetupState) -> None:
    state.app.extensions[_EXTENSION] = Kept["Told"](_MOST)


@routes.get("/wishes")
def page() -> str:
    """The page 征集事项."""
    workspace = opened().workspace
    places = [one.place for one in workspace.library.issuers.entries]
    return render_template("wishes.html", here="home", drafts=draft_files.names(workspace), places=places)


@routes.post("/api/wishes")
def advise() -> Response:
    """Take a file, read its wishes, hold them against the library for a draft or for an office."""
    from drafter.desk.wished import Told  # noqa: PLC0415 - brings the Word libraries, which the start need not wait for

    file = request.files.get("file")
    if file is None:
        raise UnfitValue("没有收到文件。请重新选择后再试。")
    listed = readers.read_wishes_bytes(file.read(), shown(file.filename or ""))
    place, draft = _office(request.form.get("draft", ""), request.form.get("place", ""))
    # Not of `asking`: many wishes take a while, and those who type need not wait for them.
    told = Told(listed, suggest.advise(listed.wishes, opened().workspace.library, place=place, draft=draft))
    key = secrets.token_urlsafe(24)
    _kept().put(key, told)
    return jsonify(told.shape() | {"key": key})


@routes.get("/api/wishes/<key>.<kind>")
def saved(key: str, kind: str) -> Response:
    """The table as a file to be saved."""
    from drafter.desk.wished import NAME  # noqa: PLC0415 - as above

    told = _kept().get(key)
    if told is None or kind not in _KINDS:
        abort(404)
    data = told.xlsx() if kind == "xlsx" else told.docx(opened().workspace.templates)
    answer = Response(data, mimetype=_KINDS[kind])
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{NAME}.{kind}', safe='')}"
    return answer


def _office(name: str, place: str) -> tuple[str | None, Draft | None]:
    """For whom it is asked: for a draft, for an office, or for nobody in particular."""
    if name:
        return None, draft_file.load(draft_files.path_of(opened().workspace, name))[0]
    return place or None, None


def _kept() -> "Kept[Told]":
    found: Kept[Told] = current_app.extensions[_EXTENSION]
    return found
