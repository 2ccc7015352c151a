"""Findings as one web page that stands alone: the notice with what is faulty marked, and the findings below it."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from drafter.check.parts import HEAD, Part, parts_of
from drafter.check.terminal import SEVERITIES, place, summary
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.notice import Notice
from drafter.text.columns import harmless
from drafter.text.finished import notice_of

_STYLE = Path(__file__).with_name("page.css")


def page(found: Sequence[Finding], checked: Notice | Draft, name: str) -> str:
    """The page; it needs nothing from elsewhere and can be printed."""
    notice = notice_of(checked)
    parts = parts_of(notice)
    known = {(part.name, part.ordinal) for part in parts}
    body = [_part(part, [one for one in found if _in(one, part)], notice) for part in parts]
    others = [one for one in found if (one.where.part, one.where.ordinal) not in known]
    body += [f"<section><h2>{place(others[0], None, notice)}</h2>{_list(others)}</section>"] if others else []
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>核稿 {_safe(name)}</title><style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f"<body><h1>核稿 {_safe(name)}</h1><p>{summary(found)}</p>\n{''.join(body)}</body></html>\n"
    )


def _in(one: Finding, part: Part) -> bool:
    return (one.where.part, one.where.ordinal) == (part.name, part.ordinal)


def _part(part: Part, found: list[Finding], notice: Notice) -> str:
    if not part.text and not found:
        return ""
    title = place(found[0], part, notice) if found else part.place
    shown = "" if part.name == HEAD and not found else f'<p class="text">{_marked(part.text, found)}</p>'
    return f"<section><h2>{_safe(title)}</h2>{shown}{_list(found)}</section>\n"


def _marked(text: str, found: list[Finding]) -> str:
    """The text with each stretch that findings are about in a mark; stretches that overlap are one."""
    spans = sorted({one.where.span for one in found if one.where.span and one.where.span[0] < one.where.span[1]})
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    pieces, at = [], 0
    for start, end in merged:
        pieces += [_safe(text[at:start]), f"<mark>{_safe(text[start:end])}</mark>"]
        at = end
    return "".join([*pieces, _safe(text[at:])])


def _list(found: list[Finding]) -> str:
    return f"<ul>{''.join(map(_item, found))}</ul>" if found else ""


def _item(one: Finding) -> str:
    fix = f"<br>{'可改为' if one.fix.safe else '建议改为'}：{_safe(one.fix.new) or '（删去）'}" if one.fix else ""
    said = one.excerpt.strip()
    quoted = f" <q>{_safe(said)}</q>" if said else ""
    return (
        f'<li class="{one.severity.value}"><b>{SEVERITIES[one.severity]}　{_safe(one.name)}</b>{quoted}<br>'
        f"{_safe(one.message)}{fix}<br><small>依据：{_safe(one.source)}［{one.rule}］</small></li>"
    )


def _safe(text: str) -> str:
    """A text that is neither markup nor turns the direction of writing; tabs between the cells of a table stay."""
    return escape("\t".join(map(harmless, text.split("\t"))))
