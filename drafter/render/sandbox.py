"""Where templates run: they place values, test them and loop over them, and can do nothing else.

What is left out cannot be abused: no calls, no names but the placeholders, no arithmetic that could fill the memory,
no loops deeper than a notice is.
"""

import functools
from collections.abc import Iterator
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor")
FILTERS = ("count", "d", "default", "first", "join", "last", "length", "lower", "trim", "upper")
_KEPT = 100  # compiled texts: each part of a package is one
DEEPEST_LOOP = 3  # attachments, their rows, the cells of these
_ONLY = "模板只能摆放占位符、判断有没有、逐个列出"
_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Const,
    nodes.Tuple,
    nodes.List,
    nodes.Filter,
    nodes.Test,
    nodes.Keyword,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
)


class _Sandbox(SandboxedEnvironment):
    """An environment that refuses a template before it runs, and compiles each text once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_as_xml)
        self.globals.clear()
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """As jinja does it; what was compiled before is used again."""
        if source not in self._compiled:
            if len(self._compiled) >= _KEPT:
                self._compiled.clear()
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """As jinja does it. Raises SecurityError, in Chinese, for what a template may not do."""
        tree = self.parse(source) if isinstance(source, str) else source
        for _, reason in violations(tree):
            raise SecurityError(reason)
        return super().compile(tree, *args, **kwargs)


@functools.cache
def environment() -> SandboxedEnvironment:
    """The environment of all templates: values escaped once, a missing name an error."""
    return _Sandbox()


def _as_xml(value: Any) -> Any:
    """A value as XML text; braces become entities, since docxtpl rewrites {_{ and the like afterwards."""
    if isinstance(value, Undefined):
        return value
    text = value if isinstance(value, Markup) else escape(str(value))
    return text.replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def violations(node: nodes.Node, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The line and the reason, in Chinese, of everything in a parsed template that it may not do."""
    reason = _reason(node, depth)
    if reason:
        yield node.lineno, reason
        return
    inner = depth + isinstance(node, nodes.For)
    for child in node.iter_child_nodes():
        yield from violations(child, inner)


def _reason(node: nodes.Node, depth: int) -> str | None:
    if isinstance(node, nodes.Call):
        return f"不能调用函数（{_ONLY}）"
    if isinstance(node, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
        return "不能引入别的文件"
    if isinstance(node, nodes.Filter):
        return _filter_reason(node)
    if not isinstance(node, _NODES):
        return f"用了不允许的写法（{_ONLY}）"
    if isinstance(node, nodes.For) and depth >= DEEPEST_LOOP:
        return f"循环套得太深（最多{DEEPEST_LOOP}层）"
    name = _name(node)
    return f"不能用“{name}”" if name.startswith("_") or name == "self" else None


def _name(node: nodes.Node) -> str:
    """The name that a part of an expression uses, also in brackets as in item["heading"]."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    value = node.arg.value if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) else ""
    return value if isinstance(value, str) else ""


def _filter_reason(node: nodes.Filter) -> str | None:
    """Filters in a chain, or joined by texts that come from values, grow without bound."""
    if node.name not in FILTERS:
        return f"不能用过滤器“{node.name}”（能用的有 {'、'.join(FILTERS)}）"
    if isinstance(node.node, nodes.Filter) or not all(isinstance(one, nodes.Const) for one in node.args):
        return f"过滤器“{node.name}”只能单独用，参数只能是写定的文字"
    return None
