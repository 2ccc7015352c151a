"""The placeholders that templates use: which exist is told by the shipped templates, nothing else lists them.

A placeholder is written as a path: `items[].entries[].text` is the text of any part of any item.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.runtime import LoopContext

from drafter.model.base import Value

LOOP = frozenset(f"loop.{name}" for name in dir(LoopContext) if not name.startswith("_"))
_LABELS = {
    "copy_number": "份号",
    "classification": "密级和紧急程度",
    "lines_kept_free": "版头留空的行",
    "mark": "发文机关标志",
    "doc_number": "发文字号",
    "beside_number": "文号旁的密级或紧急程度",
    "below_number": "文号下的密级或紧急程度",
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "list_title": "清单标题",
    "items": "实事",
    "items.ordinal": "实事的序号",
    "items.heading": "实事的标题",
    "items.text": "实事的内容",
    "items.units_line": "实事单独一行的责任单位",
    "items.entries": "实事的分项",
    "items.entries.ordinal": "分项的序号",
    "items.entries.heading": "分项的标题",
    "items.entries.text": "分项的内容",
    "closing": "结尾",
    "contact_line": "联系方式",
    "attachment_note": "附件说明",
    "attachment_notes": "几个附件的附件说明",
    "above_attachment_note": "附件说明上方的空行",
    "room_for_seal": "给印章留的空行",
    "signature": "署名",
    "date": "成文日期",
    "disclosure": "附注",
    "attachments": "附件",
    "attachments.label": "附件标识",
    "attachments.title": "附件的标题",
    "attachments.paragraphs": "附件的正文",
    "attachments.columns": "附件表格的表头",
    "attachments.rows": "附件表格的各行",
    "below_attachment_label": "附件标识下方的空行",
    "copies_to": "抄送机关",
    "imprint_organ": "印发机关",
    "imprint_date": "印发日期",
    "imprint_recipients": "移到版记的主送机关",
}


class Use(Value):
    """A placeholder used in a line of a template; `printed` where it is placed, not only tested or looped over.

    `index` is the highest position that is asked for by number.
    """

    path: str
    line: int
    printed: bool
    index: int = 0


def uses(tree: nodes.Node) -> tuple[Use, ...]:
    """Every use of a placeholder in a parsed template."""
    return tuple(_uses(tree, {}, printed=False))


def _uses(node: nodes.Node, scope: dict[str, str], *, printed: bool) -> Iterator[Use]:
    path = _path(node, scope)
    if path is not None:
        yield Use(path=path, line=node.lineno, printed=printed, index=_index(node))
    elif isinstance(node, nodes.For):
        yield from _uses(node.iter, scope, printed=False)
        each = f"{_path(node.iter, scope) or ''}[]"
        names = {name.name: each for name in node.target.find_all(nodes.Name)} | (
            {node.target.name: each} if isinstance(node.target, nodes.Name) else {}
        )
        inner = {**scope, **names, "loop": "loop"}
        for child in (*([node.test] if node.test else []), *node.body, *node.else_):
            yield from _uses(child, inner, printed=False)
    elif isinstance(node, nodes.CondExpr):
        yield from _uses(node.test, scope, printed=False)
        for one in (node.expr1, node.expr2):
            if one is not None:
                yield from _uses(one, scope, printed=printed)
    else:
        shown = isinstance(node, nodes.Output) or (printed and not isinstance(node, nodes.Compare | nodes.Test))
        for child in node.iter_child_nodes():
            yield from _uses(child, scope, printed=shown)


def _path(node: nodes.Node | None, scope: dict[str, str]) -> str | None:
    """The path that an expression names, None for any other expression."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Filter):
        inside = _path(node.node, scope)
        return f"{inside}[]" if inside and node.name in ("first", "last", "join") else inside
    inside = _path(node.node, scope) if isinstance(node, nodes.Getattr | nodes.Getitem) else None
    return None if inside is None else inside + _step(node)


def _step(node: nodes.Node | None) -> str:
    """What an attribute or an index adds to the path; a slice is the same list."""
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}"
    index = node.arg if isinstance(node, nodes.Getitem) else None
    if isinstance(index, nodes.Const) and isinstance(index.value, str):
        return f".{index.value}"
    return "" if isinstance(index, nodes.Slice) else "[]"


def _index(node: nodes.Node) -> int:
    steps = [one.arg for one in (node, *node.find_all(nodes.Getitem)) if isinstance(one, nodes.Getitem)]
    return max((one.value for one in steps if isinstance(one, nodes.Const) and isinstance(one.value, int)), default=0)


def beginnings(path: str) -> list[str]:
    """A path and everything that holds it, the widest first: items, items[], items[].text."""
    steps = path.replace("[]", "\0[]").replace(".", "\0.").split("\0")
    return ["".join(steps[: count + 1]) for count in range(len(steps))]


def known(used: Iterable[Use]) -> frozenset[str]:
    """Every path that exists where these uses are right."""
    return frozenset(one for use in used for one in beginnings(use.path)) | LOOP | {"loop"}


def lacking(wanted: Iterable[Use], here: Iterable[Use]) -> list[str]:
    """The widest paths that others print and these do not, in the others' order."""
    printed = {one for use in here if use.printed for one in beginnings(use.path)}
    missing = [next((one for one in beginnings(use.path) if one not in printed), None) for use in wanted if use.printed]
    return list(dict.fromkeys(_bare(one) for one in missing if one))


def _bare(path: str) -> str:
    return path.replace("[]", "")


def label(path: str) -> str:
    """What a placeholder is called: 结尾（closing）."""
    bare = _bare(path)
    return f"{_LABELS[bare]}（{bare}）" if bare in _LABELS else f"“{bare}”"


def sample(used: tuple[Use, ...], *, filled: bool) -> dict[str, Any]:
    """Values for all placeholders of a template: texts and lists that hold something, or that are all empty."""
    tree: dict[str, Any] = {}
    for use in used:
        inner = tree
        for step in use.path.replace("[]", ".[]").split("."):
            inner = inner.setdefault(step, {})
    tree.pop("loop", None)
    count = max((use.index for use in used), default=0) + 2 if filled else 0
    return {name: _value(inner, "甲" if filled else "", count) for name, inner in tree.items()}


def _value(tree: dict[str, Any], text: str, count: int) -> Any:
    if "[]" in tree:
        return [_value(tree["[]"], text, count) for _ in range(count)]
    return {name: _value(inner, text, count) for name, inner in tree.items()} if tree else text
