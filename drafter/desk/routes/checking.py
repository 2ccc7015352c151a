"""校核: what is found in the draft, what is in the way of 送签, what was allowed."""

from flask import Blueprint, Response, jsonify, render_template, request

from drafter.desk import checked, draft_files
from drafter.desk.app import opened
from drafter.drafting import draft_file, notice_of
from drafter.render.usual import usual_format

routes = Blueprint("checking", __name__)


@routes.get("/draft/<name>/check")
def page(name: str) -> str:
    """The page 校核."""
    draft_files.path_of(opened().workspace, name)
    return render_template("check.html", here="check", draft_name=name)


@routes.get("/api/drafts/<name>/check")
def findings(name: str) -> Response:
    """The findings; with `neighbours` those on what stands alike in other notices too, which takes longer."""
    library = opened().workspace.library
    draft, sha = draft_file.load(draft_files.path_of(opened().workspace, name))
    if request.args.get("neighbours"):
        found = opened().asking.ask(lambda shelf: checked.run(draft, library, shelf.index))
    else:
        found = checked.run(draft, library)
    in_the_way = checked.hindrances(draft, library, usual_format(notice_of(draft), library))
    return jsonify(checked.of(found, draft, library) | {"sha": sha, "in_the_way": in_the_way})
