"""A comparison as one web page that needs no network: contents, change by change by keyboard, filters, print.

Every text is escaped, and the page's policy runs no script and loads no file but what is written here.
"""

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from pathlib import Path

from drafter.compare.told import Line, Row, TargetRow, Told, UnitRow
from drafter.compare.wording import Wording
from drafter.model.comparison import ClauseKind, Piece, PieceKind, Relation, TargetKind
from drafter.text.columns import harmless

_TAGS = {PieceKind.KEPT: "", PieceKind.DELETED: "del", PieceKind.INSERTED: "ins"}
_DOUBTFUL = "doubtful"


def page(told: Told, *, banner: str = "") -> str:
    """The whole page as text, to be written as UTF-8; `banner` marks what is not the real one."""
    style, script = (_data(name) for name in ("page.css", "page.js"))
    title = f"{f'【{banner}】' if banner else ''}比对：{told.old} → {told.new}"
    policy = f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'"
    sections = _sections(told)
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{_safe(title)}</h1>\n{_summary(told)}</header>\n{_bar(told.wording)}"
        f'<div class="columns">\n{_contents(told, sections)}<main>\n{"".join(sections.values())}</main>\n</div>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    """A text that is neither markup nor turns the direction of writing."""
    return escape(harmless(text))


def _data(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _summary(told: Told) -> str:
    sentences = [*told.summary]
    if told.yearly:
        sentences.append(f"每年必变、没有列出：{'、'.join(told.yearly)}。")
    if not told.different:
        sentences.insert(0, "两份通知没有差别。")
    shown = "".join(f"<p>{_safe(one)}</p>\n" for one in sentences)
    return f'{shown}<p class="legend">图例：<del>删去的字</del> <ins>增加的字</ins></p>\n'


def _bar(words: Wording) -> str:
    filters = {
        **{kind.value: words.clauses[kind] for kind in ClauseKind if kind is not ClauseKind.SAME},
        _DOUBTFUL: words.word("doubtful"),
        "target": "指标",
        "unit": "责任单位",
    }
    boxes = "".join(
        f'<label><input type="checkbox" name="kind" value="{kind}" checked>{name}</label>'
        for kind, name in filters.items()
    )
    return (
        '<div class="bar" hidden>\n'
        '<button id="previous" title="Shift+F7，或 p">上一处</button><button id="next" title="F7，或 n">下一处</button>'
        '<span id="count" role="status"></span>\n'
        '<button id="changes" aria-pressed="false">只看变化</button>\n'
        f"<fieldset><legend>显示</legend>{boxes}</fieldset>\n</div>\n"
    )


def _sections(told: Told) -> dict[str, str]:
    """The parts of the page that hold something, by the names of their anchors."""
    parts = {
        "head": ("清单以外的文字", f"<article>{''.join(map(_line, told.head))}</article>\n" if told.head else ""),
        "items": ("实事", "".join(_item(row, number) for number, row in enumerate(told.items, start=1))),
        "targets": (told.wording.titles[0], _targets(told)),
        "units": (told.wording.titles[1], _units(told)),
    }
    return {
        name: f'<section id="{name}">\n<h2>{title}</h2>\n{inner}</section>\n'
        for name, (title, inner) in parts.items()
        if inner
    }


def _contents(told: Told, sections: Iterable[str]) -> str:
    """The list of contents; each item with what became of it."""
    targets, units = (title.split("（")[0] for title in told.wording.titles)
    names = {"head": "清单以外的文字", "items": "实事", "targets": targets, "units": units}
    entries = []
    for name in sections:
        entries.append(f'<li><a href="#{name}"><strong>{names[name]}</strong></a></li>\n')
        if name == "items":
            entries += [
                f'<li><a href="#item-{number}">{_badges(row)}{_safe(_title(row))}</a></li>\n'
                for number, row in enumerate(told.items, start=1)
            ]
    return f'<nav aria-label="目录"><ol>\n{"".join(entries)}</ol></nav>\n'


def _title(row: Row) -> str:
    number = "、".join(map(str, row.new))
    return f"{number + '. ' if number else ''}{row.heading.new or row.heading.old or '（没有标题）'}"


def _badges(row: Row) -> str:
    kind = row.relation.value if row.certain else _DOUBTFUL
    first = f'<span class="badge {kind}">{_safe(row.label)}</span>'
    return first + "".join(f'<span class="badge">{_safe(mark)}</span>' for mark in row.marks)


def _item(row: Row, number: int) -> str:
    notes = f'<p class="note">说明：{_safe("；".join(row.notes))}</p>\n' if row.notes else ""
    heading = _line(row.heading) if row.heading.kind is ClauseKind.CHANGED else ""
    kind = _place_kind(row)
    spot = f' data-kind="{kind}"' if kind else ""
    return (
        f'<article id="item-{number}">\n<div class="title"{spot}>{_badges(row)}<h3>{_safe(_title(row))}</h3> '
        f'<span class="place">{_safe(row.place)}</span></div>\n{heading}'
        f"{''.join(map(_line, row.lines))}{notes}</article>\n"
    )


def _place_kind(row: Row) -> str:
    """The kind of change that an item as a whole is: it came, went, or stands elsewhere."""
    if not row.certain:
        return _DOUBTFUL
    whole = {Relation.NEW: ClauseKind.ADDED, Relation.DROPPED: ClauseKind.REMOVED}
    moved = row.elsewhere or row.relation is not Relation.CONTINUED
    kind = whole.get(row.relation, ClauseKind.MOVED if moved else None)
    return kind.value if kind else ""


def _line(line: Line) -> str:
    kind = " ".join(one.value for one in line.kinds) if line.certain else _DOUBTFUL
    name = f'<span class="name">{_safe(line.name)}：</span>' if line.name else ""
    note = f' <span class="note">（{_safe(line.note)}）</span>' if line.note else ""
    return (
        f'<div class="line {kind}" data-kind="{kind}"><span class="label">{_safe(line.label)}</span>'
        f'<div class="text">{name}{"".join(map(_piece, line.pieces))}{note}</div></div>\n'
    )


def _piece(piece: Piece) -> str:
    tag, text = _TAGS[piece.kind], _safe(piece.text)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _targets(told: Told) -> str:
    heads = ("变化", "所在实事", "指标", told.wording.old, told.wording.new, "说明")
    rows = [(f"{'same' if one.kind is TargetKind.SAME else 'target'} {one.kind}", _target(one)) for one in told.targets]
    return _table(heads, rows)


def _target(target: TargetRow) -> tuple[str, ...]:
    return target.label, target.place, target.object, target.old, target.new, target.note


def _units(told: Told) -> str:
    heads = ("实事", told.wording.word("joined"), told.wording.word("left"), "说明")
    return _table(heads, [("unit", _unit(one)) for one in told.units])


def _unit(unit: UnitRow) -> tuple[str, ...]:
    place = f"{unit.place} {unit.heading}"
    return place, "、".join(unit.added) or "—", "、".join(unit.removed) or "—", "；".join(unit.notes)


def _table(heads: Iterable[str], rows: list[tuple[str, tuple[str, ...]]]) -> str:
    """A table; the first word of a row's classes is the kind that it is filtered by."""
    if not rows:
        return ""
    head = "".join(f"<th>{_safe(one)}</th>" for one in heads)
    body = "".join(
        f'<tr class="{classes}" data-kind="{classes.split()[0]}">'
        + "".join(f"<td{' class=label' if not at else ''}>{_safe(cell)}</td>" for at, cell in enumerate(cells))
        + "</tr>\n"
        for classes, cells in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
