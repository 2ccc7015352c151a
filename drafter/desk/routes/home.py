"""首页: the drafts, the library at a glance, a new draft in three choices."""

import datetime
from collections import Counter
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template, request

from drafter.desk import beginning, draft_files
from drafter.desk.app import opened, sent
from drafter.desk.routes.shelves import shelved
from drafter.drafting import draft_file, progress
from drafter.errors import BrokenFile, DrafterError, UnfitValue
from drafter.library import lookup, provenance

routes = Blueprint("home", __name__)


@routes.get("/")
def page() -> str:
    """The page 首页; what takes time is asked for by its script."""
    workspace = opened().workspace
    names = draft_files.names(workspace)
    drafts = [(name, _when((workspace.drafts / f"{name}.yaml").stat().st_mtime)) for name in names]
    return render_template("home.html", here="home", drafts=drafts, nameless=draft_files.nameless(workspace))


@routes.get("/api/token")
def token() -> Response:
    """The token of this start, for a page that was opened before it."""
    return jsonify(token=current_app.config["DESK_TOKEN"])


@routes.get("/api/home/drafts/<name>")
def standing(name: str) -> Response:
    """How far a draft is; for a file with a fault the sentence that says which."""
    workspace = opened().workspace
    try:
        draft = draft_file.load(draft_files.path_of(workspace, name))[0]
    except BrokenFile as error:
        where = f"第{error.line}行：" if error.line else ""
        return jsonify(fault=f"这份草稿的文件有错，打不开。{where}{error.reason}。请用记事本打开 {error.path} 改正。")
    except DrafterError as error:
        return jsonify(fault=error.message)
    found = progress.status(draft, workspace.library)
    return jsonify(
        place=draft.place,
        year=draft.year,
        source=draft.source,
        items=found.items,
        missing=found.missing,
        ready=found.ready,
    )


@routes.get("/api/home/library")
def at_a_glance() -> Response:
    """The library in figures: notices by office and year, clauses, items by theme."""
    library, held = opened().workspace.library, shelved()
    offices: dict[str, list[dict[str, Any]]] = {}
    for reference, notice in held.notices:
        offices.setdefault(library.place_of(notice.issuer), []).append(
            {"ref": reference, "year": notice.year, "items": len(notice.items)}
        )
    themes: Counter[str] = lookup.theme_use(library, held.notices)
    return jsonify(
        notices=len(held.notices),
        items=sum(len(notice.items) for _, notice in held.notices),
        clauses=sum(len(item.all_clauses) for _, notice in held.notices for item in notice.items),
        offices=[{"place": place, "notices": listed} for place, listed in offices.items()],
        themes=[{"name": name, "items": count} for name, count in themes.most_common()],
        faults=held.faults,
    )


@routes.get("/api/begin")
def begin() -> Response:
    """The offices; with one named, the year to propose for it and the notices to begin from."""
    library, place = opened().workspace.library, request.args.get("place", "")
    return jsonify(beginning.sources(place, library) if place else {"offices": beginning.offices(library)})


@routes.post("/api/begin")
def write() -> Response | tuple[Response, int]:
    """Write the draft of the three choices; a name that is taken is answered with a free one (409)."""
    data = sent()
    place, source, name = (str(data.get(key) or "") for key in ("place", "source", "name"))
    try:
        year = int(str(data.get("year")))
    except ValueError:
        raise UnfitValue("年份没有写对，应如 2027。请改一改再建。") from None
    try:
        written, draft = beginning.write(opened().workspace, place, year, source or None, name or None)
    except beginning.Taken as taken:
        return jsonify(error=str(taken), taken=taken.name, free=taken.free), 409
    return jsonify(name=written, notes=draft.notes)


def _when(changed: float) -> str:
    """A time as people say it: 今天 08:30, 3月5日 08:30, 2025年3月5日."""
    then, today = datetime.datetime.fromtimestamp(changed).astimezone(), provenance.today()
    if then.date() == today:
        return f"今天 {then:%H:%M}"
    if then.year == today.year:
        return f"{then.month}月{then.day}日 {then:%H:%M}"
    return f"{then.year}年{then.month}月{then.day}日"
