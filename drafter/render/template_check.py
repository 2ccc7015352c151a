"""Checking a template before it is used: everything that would stop it, lose text, or leave a part of a notice out."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import UndefinedError
from lxml import etree

from drafter.render import placeholders, sandbox, template_marks, template_parts
from drafter.render.context import Context
from drafter.render.findings import Finding, Place, Severity, found
from drafter.render.placeholders import Use
from drafter.render.template_files import Templates
from drafter.render.template_parts import Part, Tag, Template
from drafter.render.template_syntax import sound


def check(path: Path, name: str, templates: Templates) -> tuple[Finding, ...]:
    """What is wrong with a template file that stands for the template of a name.

    Raises TemplateTrouble where it is no Word document, UnknownReference for an unknown name.
    """
    own, pattern = template_parts.read(path), template_parts.read(templates.shipped_path(name))
    family = tuple(use for one in templates.family(name) for use in used(template_parts.read(one)))
    exists = placeholders.known(family)
    leaves = {use.path for use in family if use.printed}
    findings: list[Finding] = []
    here: list[Use] = []
    whole = True
    for part in own.parts:
        findings += template_marks.faults(part)
        findings += (_swallowed(tag) for tag in part.lost)
        read = sound(part.tags)
        findings += read.findings
        findings += _names(read.tags, exists, leaves, read.lost_names)
        here += _uses(read.tags)
        whole = whole and not read.findings
    if whole:
        findings += _left_out(used(pattern), here)
        if not any(one.severity is Severity.ERROR for one in findings):
            findings += _tried(own.parts, family)
    findings += _links(own)
    findings += _layout_hints(own, pattern)
    return tuple(dict.fromkeys(findings))


def likest(path: Path, templates: Templates) -> str:
    """The name of the shipped template for which a file stands: its own name, else the one whose names it shares."""
    names = [one.name for one in templates.listed()]
    if path.stem in names:
        return path.stem
    own = {use.path for use in used(template_parts.read(path))}

    def shared(name: str) -> int:
        return -len(own ^ {use.path for use in used(template_parts.read(templates.shipped_path(name)))})

    return max(names, key=shared)


def used(template: Template) -> tuple[Use, ...]:
    """Every use of a placeholder in the sound tags of a template."""
    return tuple(use for part in template.parts for use in _uses(sound(part.tags).tags))


def _uses(tags: Iterable[Tag]) -> tuple[Use, ...]:
    return placeholders.uses(sandbox.environment().parse(template_parts.sources(tags)))


def _swallowed(tag: Tag) -> Finding:
    message = f"标记 {tag.written} 会和同一段（行）里的另一个标记一起去掉，不起作用。请让每个 {{%p %}} 单独占一段。"
    return found("swallowed-text", Severity.ERROR, tag.place, message, tag.written)


def _names(
    tags: tuple[Tag, ...], exists: frozenset[str], leaves: set[str], unsure: frozenset[str]
) -> Iterator[Finding]:
    """Names that no placeholder has, and lists placed as if they were texts.

    `unsure` are names that only a faulty loop would have given.
    """
    holders = {one for path in leaves for one in placeholders.beginnings(path)[:-1]} - leaves
    for use in _uses(tags):
        tag = tags[use.line - 1]
        if use.path not in exists and use.path.partition(".")[0].removesuffix("[]") not in unsure:
            yield found("unknown-placeholder", Severity.ERROR, tag.place, _unknown(use.path, exists), tag.written)
        elif use.printed and use.path in holders:
            message = f"{placeholders.label(use.path)}不是一段文字，不能直接印，要用 {{%p for … in … %}} 逐个印。"
            yield found("unknown-placeholder", Severity.ERROR, tag.place, message, tag.written)


def _unknown(path: str, exists: frozenset[str]) -> str:
    """That a name is none, with the nearest one that stands in the same place."""
    first = next(one for one in placeholders.beginnings(path) if one not in exists)
    within = first[: -len(first.rpartition(".")[2])] if "." in first else ""
    name = first[len(within) :].removesuffix("[]")
    beside = [
        one[len(within) :] for one in sorted(exists) if one.startswith(within) and one[len(within) :].isidentifier()
    ]
    near = difflib.get_close_matches(name, beside, n=1)
    hint = f"是不是 {near[0]}？" if near else f"这里能用的有：{'、'.join(beside)}。" if beside else "请删去。"
    holder = placeholders.label(within.removesuffix(".")) if within else ""
    return f"{f'{holder}里' if holder else ''}没有“{name}”这个占位符。{hint}"


def _left_out(wanted: Iterable[Use], here: Iterable[Use]) -> Iterator[Finding]:
    for path in placeholders.lacking(wanted, here):
        place = Place(part="全文", where="全文")
        message = f"没有{placeholders.label(path)}，通知里有这部分内容时也不会印出。"
        yield found("missing-placeholder", Severity.WARNING, place, message)


def _tried(parts: Iterable[Part], used: tuple[Use, ...]) -> Iterator[Finding]:
    """What goes wrong when the template is filled, with every value there and with none."""
    for part in parts:
        for filled in (True, False):
            fault = _fault(part, placeholders.sample(used, filled=filled))
            if fault:
                message = f"各部分{'有' if filled else '没有'}内容时{fault}。"
                yield found("broken-document", Severity.ERROR, Place(part=part.name, where=part.name), message)


def _fault(part: Part, values: Context) -> str | None:
    """Why a part filled with values is no whole part of a document."""
    try:
        text = sandbox.environment().from_string(part.patched).render(values)
        if part.is_xml:
            etree.fromstring(text.encode("utf-8"))
    except etree.XMLSyntaxError:
        return "印出的文件不完整：判断、循环的开头和结尾要同在正文，或同在一个表格里"
    except UndefinedError:
        return "要印的东西不存在（如空名单的第一个）。请先用 {%p if … %} 判断"
    except Exception as error:  # a template's code may fail in any way
        return f"出错（{type(error).__name__}），请核对其中的标记"
    return None


def _links(own: Template) -> Iterator[Finding]:
    """Files and addresses that each document made from the template would load when opened."""
    for link in sorted(own.links):
        message = f"引用了外部文件或网址“{link}”，印出的文件一打开就会去读取。请删去，或改为嵌入。"
        yield found("external-link", Severity.ERROR, Place(part="全文", where="全文"), message)


def _layout_hints(own: Template, pattern: Template) -> Iterator[Finding]:
    """Names by which the layout finds what it sets; without them the template's own measures stay."""
    for rule, what, missing in (
        ("missing-style", "样式", pattern.styles - own.styles),
        ("missing-shape", "文本框或图形", pattern.shapes - own.shapes),
    ):
        if missing:
            message = f"没有这些{what}：{'、'.join(sorted(missing))}。用到它们的版面不再自动调整，以模板自己的为准。"
            yield found(rule, Severity.INFO, Place(part=what, where=what), message)
