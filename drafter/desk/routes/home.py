"""首页: the drafts, the library at a glance, a new draft in three choices."""

from flask import Blueprint, Response, current_app, jsonify, render_template

from drafter.desk import draft_files
from drafter.desk.app import opened

routes = Blueprint("home", __name__)


@routes.get("/")
def page() -> str:
    """The page 首页."""
    workspace = opened().workspace
    return render_template("home.html", here="home", drafts=draft_files.names(workspace))


@routes.get("/api/token")
def token() -> Response:
    """The token of this start, for a page that was opened before it."""
    return jsonify(token=current_app.config["DESK_TOKEN"])
