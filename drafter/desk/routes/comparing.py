"""比对: the draft beside last year's notice or any other of the library."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from drafter.desk import beside, compared, draft_files
from drafter.desk.app import opened
from drafter.drafting import draft_file
from drafter.errors import UnfitValue

routes = Blueprint("comparing", __name__)


@routes.get("/draft/<name>/compare")
def page(name: str) -> str:
    """The page 比对."""
    draft_files.path_of(opened().workspace, name)
    return render_template("compare.html", here="compare", draft_name=name)


@routes.get("/api/drafts/<name>/compare")
def comparison(name: str) -> Response:
    """The comparison with the notice asked for (`against`), else with the one the draft started from."""
    workspace = opened().workspace
    draft, sha = draft_file.load(draft_files.path_of(workspace, name))
    answer: dict[str, Any] = {
        "sha": sha,
        "choices": beside.choices(draft, workspace.library),
        "against": None,
        "told": None,
    }
    try:
        other = beside.named(request.args.get("against", ""), draft, workspace.library)
    except ValueError:
        raise UnfitValue("这个名称不是文库中的通知。请在列表里选一份。") from None
    if other:
        answer |= {"against": other[0], "told": compared.of(draft, name, other, workspace.library)}
    return jsonify(answer)
