"""Importing into the library: files are dropped, read, reviewed, and stored as decided."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.blueprints import BlueprintSetupState

from drafter.desk import reviewing
from drafter.desk.app import opened, sent
from drafter.desk.uploads import MINUTES, MOST_FILES, Uploads
from drafter.errors import UnfitValue

routes = Blueprint("imports", __name__)
_EXTENSION = "desk-uploads"


@routes.record_once
def _begin(state: BlueprintSetupState) -> None:
    state.app.extensions[_EXTENSION] = Uploads()


@routes.get("/import/<key>")
def page(key: str) -> str:
    """The review of the files of a batch. Raises UnfitValue where it is gone."""
    _uploads().of(key)
    return render_template("import.html", here="library", key=key, minutes=MINUTES)


@routes.post("/api/import/files")
def upload() -> Response:
    """Take one file and read it; answers with the id of its batch."""
    file = request.files.get("file")
    if file is None:
        raise UnfitValue("没有收到文件。请重新选择后再试。")
    key = _uploads().add(request.form.get("batch") or None, file.filename or "", file.read())
    read = _uploads().of(key).outcomes[-1]
    return jsonify(batch=key, file=read.incoming.name, error=read.error)


@routes.get("/api/import/<key>")
def review(key: str) -> Response:
    """What was understood of each file and how it stands to the library."""
    return jsonify(reviewing.review(_uploads().of(key).outcomes, opened().workspace.library))


@routes.post("/api/import/<key>/store")
def store(key: str) -> Response:
    """Store what was chosen; the batch is gone then."""
    data, outcomes = sent(), _uploads().of(key).outcomes
    workspace = opened().workspace
    workspace.require_own()
    done = reviewing.store(outcomes, _choices(data), workspace.library, register=bool(data.get("register")))
    _uploads().drop(key)
    return jsonify(done)


def _uploads() -> Uploads:
    found: Uploads = current_app.extensions[_EXTENSION]
    return found


def _choices(data: dict[str, Any]) -> dict[int, str]:
    """The choice for each file by its number."""
    given = data.get("choices")
    if not isinstance(given, dict):
        abort(400)
    numbers = {str(number): number for number in range(MOST_FILES)}
    return {numbers[key]: str(choice) for key, choice in given.items() if key in numbers}
