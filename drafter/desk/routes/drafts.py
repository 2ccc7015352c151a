"""A draft in work: its page, its state, its steps, what is found in it and suggested for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from drafter import check, compare, suggest
from drafter.desk import badges, beside, draft_files, draft_state, found, sent_steps, unit_names
from drafter.desk.app import opened, sent
from drafter.drafting import draft_file
from drafter.errors import StaleFile
from drafter.library import files
from drafter.model.suggestion import Card
from drafter.suggest.ranking import Context

routes = Blueprint("drafts", __name__)
_CARDS = 6
_LONGEST = 400  # signs of a text that others are looked for like


@routes.get("/draft/<name>")
def page(name: str) -> str:
    """The page 拟稿."""
    draft_files.path_of(opened().workspace, name)
    themes = [theme.name for theme in opened().workspace.library.themes.entries]
    return render_template("draft.html", here="draft", draft_name=name, themes=themes)


@routes.get("/api/drafts/<name>")
def state(name: str) -> Response:
    """The whole state."""
    return jsonify(_state(name))


@routes.post("/api/drafts/<name>/steps")
def step(name: str) -> Response | tuple[Response, int]:
    """One step on the version the page knows; another version on disk is answered with what is there (409)."""
    workspace, data = opened().workspace, sent()
    taken, path = sent_steps.read(data.get("step")), draft_files.path_of(workspace, name)
    before, digest = draft_file.load(path)
    if digest != data.get("base"):
        return _stale(name)
    after = taken.take(before, workspace.library)
    try:
        sha = draft_file.save(path, after, expected=digest, what=taken.name)
    except StaleFile:
        return _stale(name)
    return jsonify(draft_state.changes(before, after, sha, workspace.library) | {"steps": _steps(path)})


@routes.post("/api/drafts/<name>/undo")
def undo(name: str) -> Response | tuple[Response, int]:
    """One step back; answers with the whole state."""
    return _moved(name, draft_file.undo, "已撤销")


@routes.post("/api/drafts/<name>/redo")
def redo(name: str) -> Response | tuple[Response, int]:
    """The step that was undone last taken again; answers with the whole state."""
    return _moved(name, draft_file.redo, "已重做")


@routes.get("/api/drafts/<name>/sha")
def digest(name: str) -> Response:
    """The digest of the file, by which a page knows that it changed elsewhere."""
    return jsonify(sha=files.digest(files.read_text(draft_files.path_of(opened().workspace, name))))


@routes.get("/api/drafts/<name>/around")
def around(name: str) -> Response:
    """What stands around the text: badges, last year's items not continued, findings."""
    workspace = opened().workspace
    draft, sha = draft_file.load(draft_files.path_of(workspace, name))
    library = workspace.library
    name_of_last, last = beside.last(draft, library) or ("", None)
    standing: dict[str, Any] = {"badges": {}, "gone": []}
    changes = compare.notices(last, draft, old_name=name_of_last, library=library) if last else None
    if last and changes:
        standing = badges.of(draft, last, changes)
    findings = check.run(draft, library=library, against=last, changes=changes)
    return jsonify(standing | {"sha": sha, "findings": found.of(findings, draft)})


@routes.get("/api/drafts/<name>/suggest")
def suggestions(name: str) -> Response:
    """Past commitments like what is typed, or like an item of the draft; `most` of them, where not all are wanted."""
    workspace = opened().workspace
    draft = draft_file.load(draft_files.path_of(workspace, name))[0]
    text, item_id = request.args.get("text", "").strip()[:_LONGEST], request.args.get("item", "")
    number = sent_steps.number_of(draft, item_id) if item_id else None
    limit = min(max(request.args.get("most", _CARDS, int), 1), _CARDS)

    def answer(shelf: suggest.Shelf) -> list[Card]:
        if not text:
            return suggest.for_item(draft, number or 1, shelf, limit=limit)
        context = Context.of_place(shelf.library, draft.place, year=draft.year)
        return suggest.cards(text, shelf, limit=limit, context=context, leave_out=suggest.origins(draft))

    cards = opened().asking.ask(answer) if text or number else []
    return jsonify(cards=[one.model_dump(mode="json") | {"item": one.item} for one in cards])


@routes.get("/api/units")
def units() -> Response:
    """The names of registered units that the letters typed may mean, those of the draft's own level first."""
    typed, place = request.args.get("text", "").strip(), request.args.get("place", "")
    return jsonify(units=unit_names.beginning_with(typed, place, opened().workspace.library))


def _state(name: str) -> dict[str, Any]:
    workspace = opened().workspace
    path = draft_files.path_of(workspace, name)
    draft, sha = draft_file.load(path)
    return draft_state.of(draft, sha, name, workspace.library) | {"steps": _steps(path)}


def _steps(path: Path) -> dict[str, str | None]:
    """The names of the step that undo would take back and of the one that redo would take again."""
    taken = draft_file.steps(path, most=1)
    return {"undo": taken.undo[0].what if taken.undo else None, "redo": taken.redo.what if taken.redo else None}


def _moved(name: str, move: Callable[[Path], str], done: str) -> Response | tuple[Response, int]:
    path = draft_files.path_of(opened().workspace, name)
    if files.digest(files.read_text(path)) != sent().get("base"):
        return _stale(name)
    what = move(path)
    return jsonify(_state(name) | {"notes": [f"{done}：{what}"]})


def _stale(name: str) -> tuple[Response, int]:
    """What is on disk now, for the page to set beside what was typed."""
    told = "草稿已在别处改动（另一个窗口、命令或编辑器），这一步没有执行。"
    return jsonify(error=told, state=_state(name)), 409
