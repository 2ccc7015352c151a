"""The web application: its routes, its limits, and how trouble is told.

What a route needs of the desk it takes from `opened()`: the workspace, and the library open for questions.
"""

import json
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, abort, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from drafter.desk import guard
from drafter.desk.asking import Asking
from drafter.desk.entry import Entry, Tries
from drafter.errors import DrafterError, StaleFile
from drafter.library import Library
from drafter.workspace import Workspace

_LARGEST = 60_000_000  # bytes of a request; a reader's own limits are narrower
_LARGEST_FORM = 2_000_000
_LARGEST_PASSWORD = 10_000
_LARGEST_JSON = 500_000  # what is typed is far less; a longer text would keep every check of it busy
_SENTENCES = {
    400: "这个请求不对，没有执行。请从拟稿台自己打开的网址进入。",
    401: "请从拟稿台启动时打开的网址进入；网址过期的，请重新运行 drafter desk。",
    403: "这个请求不是从拟稿台的页面发来的，没有执行。请刷新页面后重试。",
    404: "没有这个页面，或者草稿已经不在了。请回首页看看。",
    405: "这个请求的方式不对，没有执行。",
    413: "文字或文件太大，没有收下。文件请拆开，或另存为 .docx 后重试；文字请分成几次写。",
}


class Opened:
    """What a desk works on: a workspace, and its library open for questions."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stamp = _registers(workspace.library)
        self.asking = Asking(lambda: self.workspace.library)

    @property
    def workspace(self) -> Workspace:
        """The workspace; opened anew where a register was edited, since what was read of it is kept."""
        stamp = _registers(self._workspace.library)
        if stamp != self._stamp:
            self._workspace, self._stamp = Workspace(self._workspace.root, own=self._workspace.own), stamp
        return self._workspace


def _registers(library: Library) -> tuple[tuple[str, int, int], ...]:
    """How the registers and word lists are on disk: name, time, size."""
    found = [*library.folder.glob("*.yaml"), *(library.folder / "words").glob("*.yaml")]
    states = ((path, path.stat()) for path in sorted(found))
    return tuple((path.name, state.st_mtime_ns, state.st_size) for path, state in states)


def create(workspace: Workspace, entry: Entry, *, hosts: list[str], port: int) -> Flask:
    """The application over a workspace, for the hosts and the port that it will be reached at."""
    app = Flask("drafter.desk", template_folder="pages")
    app.config["MAX_CONTENT_LENGTH"] = _LARGEST
    app.config["MAX_FORM_MEMORY_SIZE"] = _LARGEST_FORM
    app.json.ensure_ascii = False  # type: ignore[attr-defined] # of Flask's own provider
    app.extensions["desk"] = Opened(workspace)
    guard.lock(app, entry, hosts, port)
    _let_in(app, entry, port)
    for blueprint in _blueprints():
        app.register_blueprint(blueprint)
    app.register_error_handler(Exception, _trouble)
    app.context_processor(lambda: {"token": guard.token_shown(), "draft_url": _draft_url})
    return app


def opened() -> Opened:
    """What the desk of this request works on."""
    return opened_of(current_app)


def opened_of(app: Flask) -> Opened:
    """What the desk of an application works on."""
    found: Opened = app.extensions["desk"]
    return found


def _draft_url(name: str, page: str) -> str:
    """The address of one of a draft's pages."""
    return f"/draft/{quote(name)}" + ("" if page == "draft" else f"/{page}")


def _blueprints() -> tuple[Any, ...]:
    from drafter.desk.routes import (  # noqa: PLC0415 - routes take what is open from here
        checking,
        comparing,
        drafts,
        exporting,
        home,
        imports,
        library,
        printing,
        wishes,
    )

    return (
        home.routes,
        library.routes,
        imports.routes,
        wishes.routes,
        drafts.routes,
        comparing.routes,
        checking.routes,
        printing.routes,
        exporting.routes,
    )


def _let_in(app: Flask, entry: Entry, port: int) -> None:
    """The two ways in: by the word in the address, by the password."""

    def admitted() -> Answer:
        answer = redirect(url_for("home.page"))
        answer.set_cookie(
            guard.cookie_name(port), entry.pass_value, httponly=True, samesite="Strict", max_age=400 * 86_400, path="/"
        )
        return answer

    def by_word(word: str) -> Answer | tuple[str, int]:
        return admitted() if entry.admits_word(word) else _page(401)

    tries = Tries()

    def by_password() -> Answer | tuple[str, int]:
        request.max_content_length = _LARGEST_PASSWORD
        asked = request.method == "POST"
        if asked and (wait := tries.wait()):
            return render_template("password.html", wait=wait), 429
        if asked and entry.admits_password(request.form.get("password", "")):
            tries.succeeded()
            return admitted()
        if asked:
            tries.failed()
        return render_template("password.html", wrong=asked), 401

    app.add_url_rule("/in/<word>", "entry.word", by_word)
    app.add_url_rule("/password", "entry.password", by_password, methods=["GET", "POST"])
    app.config["DESK_PASSWORD"] = entry.password is not None


def _trouble(error: Exception) -> Answer | tuple[Response, int] | tuple[str, int]:
    """What stops a request, as a sentence: JSON for scripts, a page for people."""
    if isinstance(error, HTTPException):
        return _refused(error)
    if isinstance(error, DrafterError):
        return _told(409 if isinstance(error, StaleFile) else 422, error.message)
    current_app.logger.exception("a request failed")
    return _told(
        500,
        f"程序内部出错（{type(error).__name__}），这一步没有执行，已保存的内容不受影响。请重试，仍出错请告诉维护者。",
    )


def _refused(error: HTTPException) -> Answer | tuple[Response, int] | tuple[str, int]:
    code = error.code or 500
    if code == 401 and current_app.config["DESK_PASSWORD"] and not _is_for_scripts():
        return redirect(url_for("entry.password"))
    if 300 <= code < 400:
        return error.get_response()
    if code == 400 and not _is_for_scripts():  # the host may be the fault: then no address of a page can be made
        return Response(_SENTENCES[400], 400, mimetype="text/plain")
    return _told(code, _SENTENCES.get(code, _SENTENCES[404]))


def _is_for_scripts() -> bool:
    return request.path.startswith("/api/")


def _told(code: int, sentence: str) -> tuple[Response, int] | tuple[str, int]:
    return (jsonify(error=sentence), code) if _is_for_scripts() else _page(code, sentence)


def _page(code: int, sentence: str = "") -> tuple[str, int]:
    return render_template("trouble.html", sentence=sentence or _SENTENCES[code]), code


def sent() -> dict[str, Any]:
    """The JSON object of the request.

    Raises BadRequest (400) where it is none, nested too deep, or holds half of a character, which no file can keep;
    RequestEntityTooLarge (413) where it is longer than anything that is typed.
    """
    request.max_content_length = _LARGEST_JSON
    try:
        data = json.loads(request.get_data(cache=False))
        json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        abort(400)
    if not isinstance(data, dict):
        abort(400)
    return data
