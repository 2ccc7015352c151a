"""Findings and rules as lines for the terminal: by part, each with its text and a caret below the faulty characters."""

import re
from collections.abc import Iterable, Sequence

from drafter.check.catalogue import groups
from drafter.check.engine import in_document
from drafter.check.findings import AROUND, excerpt
from drafter.check.folding import folded
from drafter.check.parts import ITEM, LAYOUT, NAMES, Part, parts_of
from drafter.check.rule import Rule
from drafter.model.draft import Draft
from drafter.model.finding import Finding, Severity
from drafter.model.notice import Notice
from drafter.text.columns import harmless, plain, width, wrap
from drafter.text.finished import notice_of

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_DELETED = "（删去）"
_INDENT = "    "
_WIDTH = 76  # columns of a terminal behind the indent
_SPAN = 44  # columns of a long span that are shown
_LONGEST = 200  # characters of a message that are shown
_MORE = "…"
_BLANKS = "[ \u00a0\u3000]*"
_UNDO = "改得不合适的，用 drafter undo 撤销"


def lines(found: Sequence[Finding], checked: Notice | Draft, name: str, *, fixable: bool = False) -> list[str]:
    """The findings on a notice, grouped by part in the order of the document; `fixable` where --fix can be used."""
    notice = notice_of(checked)
    parts = {(part.name, part.ordinal): part for part in parts_of(notice)}
    told = [f"核稿 {name}：{summary(found)}"]
    group = ""
    shown, left_out = folded(found)
    for one, more in shown:
        part = parts.get((one.where.part, one.where.ordinal))
        title = place(one, part, notice)
        if title != group:
            group = title
            told += ["", title]
        told += _finding(one, part, fixable=fixable)
        told += [f"    同类还有{more}处"] if more else []
    return told + (["", f"同类的问题共有{left_out}处没有列出，加 --json 列全"] if left_out else [])


def summary(found: Iterable[Finding]) -> str:
    """How many findings of each severity there are."""
    severities = [one.severity for one in found]
    counted = [f"{word}{severities.count(kind)}处" for kind, word in SEVERITIES.items() if kind in severities]
    return "，".join(counted) or "没有发现问题"


def place(one: Finding, part: Part | None, notice: Notice) -> str:
    """The part that a finding stands in, in words; an item with its heading."""
    if one.where.part == ITEM and one.where.ordinal:
        return f"第{one.where.ordinal}项　{notice.items[one.where.ordinal - 1].heading or ''}"
    return part.place if part else NAMES[one.where.part]


def _finding(one: Finding, part: Part | None, *, fixable: bool) -> list[str]:
    told = [f"  {SEVERITIES[one.severity]}　{one.name}［{one.rule}］"]
    if one.where.part != LAYOUT and one.excerpt.strip() and one.where.span != (0, 0):
        told += [f"{_INDENT}{line}" for line in _marked(one, part)]
    told += _wrapped(one.message)
    if one.fix:
        how = "可自动改为" if one.fix.safe and fixable else "可改为" if one.fix.safe else "建议改为"
        told += _wrapped(f"{how}：{one.fix.new or _DELETED}")
    return told


def _wrapped(text: str) -> list[str]:
    """A sentence in lines that fit, set in."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
    return [_INDENT + plain(line) for line in wrap([(_shown(cut), "")], _WIDTH)]


def _marked(one: Finding, part: Part | None) -> list[str]:
    """The excerpt, and a caret line below it where the faulty characters stand in it; neither is too long."""
    start, length = _span_in_excerpt(one, part)
    if start < 0:
        return [_cut(_shown(one.excerpt.strip()), _WIDTH)]
    before, inside = _shown(one.excerpt[:start]), _shown(one.excerpt[start : start + length])
    if width(inside) > _SPAN:
        tail = inside[-4:]
        inside = f"{_cut(inside, _SPAN - width(tail))}{tail}"
    room = _WIDTH - width(inside)
    before = _cut(before[::-1], room // 2)[::-1]
    behind = _cut(_shown(one.excerpt[start + length :]), room - width(before))
    caret = " " * width(before) + "^" * max(1, width(inside))
    return [before + inside + behind, caret]


def _cut(text: str, columns: int) -> str:
    """A text that takes no more columns, … where it was cut."""
    if width(text) <= columns:
        return text
    while text and width(text) > columns - width(_MORE):
        text = text[: max(0, min(len(text) - 1, columns))]
    return text + _MORE


def _shown(text: str) -> str:
    """A text on one line in which nothing steers the terminal."""
    return harmless("".join("\u3000" if char in "\t\n" else char for char in text))


def _span_in_excerpt(one: Finding, part: Part | None) -> tuple[int, int]:
    """Where the span begins in the excerpt and how long it is there; -1 where the excerpt does not hold it once.

    An excerpt as printed may have blanks in it that the part has not.
    """
    if part and one.where.span:
        start, end = one.where.span
        if excerpt(part.text, start, end) == one.excerpt:
            return len(excerpt(part.text[:start], start, start)), end - start
    covered = part.text[slice(*one.where.span)] if part and one.where.span else ""
    for faulty in (one.fix.old if one.fix else "", covered):
        printed = list(re.finditer(_BLANKS.join(map(re.escape, faulty)), one.excerpt)) if faulty else []
        if len(printed) == 1:
            return printed[0].start(), len(printed[0][0])
    return -1, 0


def fixed_lines(made: Iterable[Finding], checked: Notice | Draft) -> list[str]:
    """What was fixed, by part in the order of the document, and how to take it back."""
    notice = notice_of(checked)
    parts = {(part.name, part.ordinal): part for part in parts_of(notice)}
    told: list[str] = []
    group = ""
    listed = sorted(made, key=in_document)
    for one in listed:
        title = place(one, parts.get((one.where.part, one.where.ordinal)), notice)
        told += [title] if title != group else []
        group = title
        told += _wrapped(f"{_change(one)}［{one.name}］")
    return [f"已改{len(listed)}处：", *told, _UNDO, ""] if listed else []


def _change(one: Finding) -> str:
    """What a fix did, in words."""
    old, new = (one.fix.old, one.fix.new) if one.fix else ("", "")
    if old and new:
        return f"“{old}”改为“{new}”（{one.excerpt}）"
    if new:
        return f"在“{one.excerpt[: min(AROUND, one.where.span[0] if one.where.span else 0)]}”后面加“{new}”"
    return f"删去“{old}”（{one.excerpt}）"


def rule_lines() -> list[str]:
    """All rules by family, with what they flag, why, examples and source."""
    told: list[str] = []
    for group in groups():
        told += [f"【{group.name}】（{len(group.rules)}条）", ""]
        for one in group.rules:
            told += _rule(one)
    return told


def _rule(one: Rule) -> list[str]:
    needs = [f"  要有：{'、'.join(need.value for need in one.needs)}"] if one.needs else []
    return [
        f"{one.name}［{one.slug}］{SEVERITIES[one.severity]}",
        f"  查什么：{one.flags}",
        f"  为什么：{one.why}",
        f"  不妥：{one.bad}",
        f"  应作：{one.good}",
        f"  依据：{one.authority}",
        *needs,
        "",
    ]
