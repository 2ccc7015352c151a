"""导出: the documents that are handed over, one by one or as a zip; and a Word file that came back.

What makes and reads documents is loaded when one is first asked for: the desk starts without it.
"""

import hashlib
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.blueprints import BlueprintSetupState

from drafter.desk import beside, checked, draft_files
from drafter.desk.app import opened, sent
from drafter.desk.kept import Kept
from drafter.desk.routes.printing import attached, format_asked
from drafter.drafting import draft_file, readiness
from drafter.errors import StaleFile, UnfitValue
from drafter.model.draft import Draft

if TYPE_CHECKING:
    from drafter.handover.package import Package, Sources

routes = Blueprint("exporting", __name__)
_EXTENSION = "desk-packages"
_TOLD = {
    "final": "正式的 Word 文件，没有空缺和错误才能出",
    "proof": "同样的 Word 文件，空着的地方留空",
    "table": "上年与今年左右对照，附指标和责任单位变化",
    "marked": "删去的加删除线，增加的加框",
    "tracked": "带 Word 修订标记，可逐处接受或拒绝",
    "explain": "新增、未延续、调整的内容和理由",
    "comments": "校核发现的问题写成 Word 批注",
    "cover": "已知的栏目填好，其余留空",
    "progress": "总表一份，各责任单位一份",
    "consult": "各责任单位一份，请其确认指标、反馈意见",
}
_MOST = 4  # packages kept for fetching: a package is a megabyte or two


@routes.record_once
def _begin(state: BlueprintSetupState) -> None:
    state.app.extensions[_EXTENSION] = Kept["Package"](_MOST)


@routes.get("/draft/<name>/export")
def page(name: str) -> str:
    """The page 导出."""
    from drafter.handover import package  # noqa: PLC0415 - see the module's docstring

    draft_files.path_of(opened().workspace, name)
    kinds = [(kind, label, _TOLD[kind]) for kind, label in package.NAMES.items()]
    return render_template("export.html", here="export", draft_name=name, kinds=kinds)


@routes.get("/api/drafts/<name>/export")
def overview(name: str) -> Response:
    """What can be made of the draft, what is still blank in it, what keeps it from being signed."""
    from drafter.handover import package  # noqa: PLC0415 - see the module's docstring

    draft, sha = _loaded(name)
    sources = _sources(name, draft)
    in_the_way = checked.hindrances(draft, sources.library, sources.format)
    blank = [one.text for one in readiness.blanks(draft, in_format=sources.format)]
    against = sources.last and sources.last[0]
    return jsonify(sha=sha, in_the_way=in_the_way, blank=blank, against=against, beside=sorted(package.BESIDE_LAST))


@routes.post("/api/drafts/<name>/export")
def make(name: str) -> Response:
    """Make the documents of the kinds that were sent; they are fetched by the key that is answered."""
    from drafter.handover import package  # noqa: PLC0415 - see the module's docstring

    asked = sent().get("kinds")
    kinds = [kind for kind in package.NAMES if isinstance(asked, list) and kind in asked]
    if not kinds:
        raise UnfitValue("还没有选要导出的材料。请至少选一种。")
    draft, sha = _loaded(name)
    made = package.make(kinds, _sources(name, draft, with_findings="comments" in kinds))
    key = hashlib.sha256(b"".join(one.name.encode() + one.data for one in made.files)).hexdigest()
    _packages().put(key, made)
    files = [{"name": one.name, "size": len(one.data)} for one in made.files]
    notes = [{"of": of, "text": text} for of, text in made.notes]
    return jsonify(key=key, sha=sha, files=files, notes=notes)


@routes.get("/draft/<name>/export/<key>.zip")
def zip_file(name: str, key: str) -> Response:
    """All documents of a package that was made."""
    from drafter.handover import package  # noqa: PLC0415 - see the module's docstring

    return attached(package.zipped(_package(key).files), package.file_name(name, "送审材料", ".zip"))


@routes.get("/packages/<key>/<int:number>")
def one_file(key: str, number: int) -> Response:
    """One document of a package that was made, counted from 1."""
    files = _package(key).files
    if not 1 <= number <= len(files):
        abort(404)
    chosen = files[number - 1]
    return attached(chosen.data, chosen.name.rpartition("/")[2])


@routes.post("/api/drafts/<name>/returned")
def came_back(name: str) -> Response:
    """What a Word file that came back changes."""
    from drafter.desk import returned  # noqa: PLC0415 - see the module's docstring

    draft, sha = _loaded(name)
    data, file_name = _upload()
    found = returned.read(data, file_name, draft, opened().workspace.templates)
    return jsonify(returned.shown(found) | {"sha": sha, "name": file_name})


@routes.post("/api/drafts/<name>/returned/take")
def take(name: str) -> Response | tuple[Response, int]:
    """Take the changes of some keys out of a file that came back, as one step; answers with what it still changes."""
    from drafter.desk import returned  # noqa: PLC0415 - see the module's docstring
    from drafter.handover import absorb  # noqa: PLC0415 - as above

    draft, sha = _loaded(name)
    keys = request.form.getlist("key")
    if sha != request.form.get("base"):
        return _stale()
    templates, (data, file_name) = opened().workspace.templates, _upload()
    found = returned.read(data, file_name, draft, templates)
    if not keys or not {one.key for one in found.changes}.issuperset(keys):
        raise UnfitValue("没有选要采用的改动，草稿没有改动。请先勾选。")
    after = absorb.take(draft, found, keys, request.form.get("reason", "").strip() or None)
    try:
        path = draft_files.path_of(opened().workspace, name)
        sha = draft_file.save(path, after, expected=sha, what=f"回收 {file_name}")
    except StaleFile:
        return _stale()
    left = returned.read(data, file_name, after, templates)
    notes = [f"已采用{len(set(keys))}处", *after.notes]
    return jsonify(returned.shown(left) | {"sha": sha, "name": file_name, "done": notes})


def _stale() -> tuple[Response, int]:
    told = "草稿已在别处改动（另一个窗口、命令或编辑器），没有采用。下面已按现在的草稿重新列出，请再选一次。"
    return jsonify(error=told), 409


def _upload() -> tuple[bytes, str]:
    from drafter.desk import returned  # noqa: PLC0415 - see the module's docstring

    given = request.files.get("file")
    if given is None:
        raise UnfitValue("没有收到文件。请重新选一次。")
    return given.read(), returned.name_of(given.filename)


def _loaded(name: str) -> tuple[Draft, str]:
    return draft_file.load(draft_files.path_of(opened().workspace, name))


def _sources(name: str, draft: Draft, *, with_findings: bool = False) -> "Sources":
    from drafter.handover.package import Sources  # noqa: PLC0415 - see the module's docstring

    workspace = opened().workspace
    library = workspace.library
    found: Any = ()
    if with_findings:
        found = opened().asking.ask(lambda shelf: checked.run(draft, library, shelf.index))
    last, in_format = beside.last(draft, library), format_asked(draft, library)
    return Sources(name, draft, library, workspace.templates, last=last, found=found, in_format=in_format)


def _package(key: str) -> "Package":
    return _packages().get(key) or abort(404)


def _packages() -> "Kept[Package]":
    found: Kept[Package] = current_app.extensions[_EXTENSION]
    return found
