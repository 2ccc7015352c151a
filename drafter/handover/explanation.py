"""起草说明: what is new and why, what ended and why, what moved; every figure counted from the comparison."""

from collections import Counter
from collections.abc import Iterable, Iterator

from drafter.compare.told import Line, Row, TargetRow, Told
from drafter.compare.wording import Wording
from drafter.model.comparison import ClauseKind, Relation, TargetKind
from drafter.render import Rendered, Templates, sheet
from drafter.text import numerals
from drafter.text.title import break_title

NAME = "起草说明"
_NO_REASON = "理由待补"
_REASON = "理由："
_SHOWN = 20


def document(told: Told, templates: Templates) -> Rendered:
    """The 起草说明 of a comparison; its notes name the items without a reason.

    Raises UnfitValue for text that cannot be printed, TemplateTrouble.
    """
    title = f"关于《{told.title}》的{NAME}"
    written = [(heading, list(texts)) for heading, texts in _parts(told)]
    parts = [
        {"heading": f"{numerals.to_chinese(number)}、{heading}", "texts": texts}
        for number, (heading, texts) in enumerate(((h, t) for h, t in written if t), start=1)
    ]
    made = sheet("explain", {"title": "\n".join(break_title(title)), "parts": parts}, templates, title=title)
    return Rendered(made.data, tuple(_notes(told)))


def _parts(told: Told) -> Iterator[tuple[str, Iterable[str]]]:
    words = told.wording
    yield "总体情况", _overall(told)
    yield f"{words.begun}的实事", _whole(told, Relation.NEW, words.begun)
    yield f"{words.ended}的实事", _whole(told, Relation.DROPPED, words.ended)
    targets, units = (title.split("（")[0] for title in words.titles)
    yield f"{words.word('adjusted')}的实事", _numbered(_adjusted(row, words) for row in told.items if _is_adjusted(row))
    moved = (_adjusted(row, words) for row in told.items if _is_only_moved(row))
    yield "内容没有变、标题或次序变了的实事" if words.own else "内容相同、标题或次序不同的实事", _numbered(moved)
    yield targets, _targets(told)
    yield units, _numbered(_units(told))
    yield f"清单以外文字的{'变化' if words.own else '不同'}", _head(told)
    yield "需要核对的地方", _doubts(told)


def _overall(told: Told) -> Iterator[str]:
    what = "变化" if told.wording.own else "异同"
    compared = f"《{told.title}》与《{told.old_title}》（{told.wording.old}）相比"
    yield f"{compared}，{what}如下。{''.join(told.summary)}"


def _whole(told: Told, relation: Relation, what: str) -> Iterator[str]:
    """The items that came or went, each with its reason."""
    rows = [row for row in told.items if row.relation is relation]
    if not rows:
        yield f"没有{what}的实事。"
        return
    yield f"{what}的实事共{len(rows)}项。"
    yield from _numbered(
        _sentence(f"{_title(row)}（{row.place}）", [*_taken(row.lines), *row.notes, *_lacking(row, told)])
        for row in rows
    )


def _lacking(row: Row, told: Told) -> list[str]:
    """That a reason is missing, where both lists are of one place and the item came or went for one."""
    known = not told.wording.own or any(note.startswith(_REASON) for note in row.notes)
    return [] if known else [_NO_REASON]


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts, start=1):
        yield f"{number}. {text}"


def _sentence(first: str, further: Iterable[str]) -> str:
    return "；".join(part.rstrip("。；") for part in (first, *further) if part) + "。"


def _title(row: Row) -> str:
    return row.heading.new or row.heading.old or "（没有标题）"


def _is_adjusted(row: Row) -> bool:
    """Whether an item that lives on was split or merged, or has other texts than its title: what the summary counts."""
    if row.relation is Relation.CONTINUED:
        return any(line.kind is not ClauseKind.SAME for line in row.lines)
    return row.relation not in (Relation.NEW, Relation.DROPPED)


def _is_only_moved(row: Row) -> bool:
    """Whether nothing but the title or the place of an item differs."""
    changed = bool(row.marks) or row.heading.kind is not ClauseKind.SAME
    return row.relation is Relation.CONTINUED and not _is_adjusted(row) and changed


def _taken(lines: Iterable[Line]) -> list[str]:
    """The clauses that were taken from a third notice, with where that is."""
    return [f"“{_shortened(line.new or '')}”取自 {line.origin}" for line in lines if line.origin]


def _cut(lines: Iterable[Line]) -> list[str]:
    """The clauses that were taken out for a reason, with it."""
    return [f"删去“{_shortened(line.old or '')}”，{_REASON}{line.reason}" for line in lines if line.reason]


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _adjusted(row: Row, words: Wording) -> str:
    retitled = row.heading.kind is ClauseKind.CHANGED
    title = f"{'原' if words.own else f'{words.old}的'}标题：{row.heading.old}" if retitled else ""
    return _sentence(
        f"{_title(row)}（{row.place}，{row.labels}）",
        [title, *_counted(row.lines, words), *_taken(row.lines), *_cut(row.lines), *row.notes],
    )


def _counted(lines: Iterable[Line], words: Wording) -> list[str]:
    """How many clauses changed in which way, then the other fields by name."""
    listed = list(lines)
    counts = Counter(line.label for line in listed if not line.name)
    unchanged = words.clauses[ClauseKind.SAME]
    clauses = [f"{label}{count}条" for label, count in counts.items() if label != unchanged]
    fields = [_field(line, words) for line in listed if line.name]
    return [*([f"措施{'、'.join(clauses)}"] if clauses else []), *fields]


def _field(line: Line, words: Wording) -> str:
    old, new = line.old or "无", line.new or "无"
    return f"{line.name}由{old}改为{new}" if words.own else f"{line.name}：{words.old}为{old}，{words.new}为{new}"


def _targets(told: Told) -> Iterator[str]:
    """The targets that moved, by kind, those lowered and ended first; unchanged ones are only counted.

    Those of clauses whose link is in doubt are told with the doubts.
    """
    number = 0
    for kind, name in told.wording.targets.items():
        rows = [one for one in told.targets if one.kind is kind and one.certain]
        if not rows or kind is TargetKind.SAME:
            continue
        number += 1
        listed = _sentence("", (_target(one) for one in rows))
        yield f"（{numerals.to_chinese(number)}）{name}{len(rows)}个。{listed}"


def _target(target: TargetRow) -> str:
    """A target with what was promised: old and new, or the one that there is."""
    both = target.kind not in (TargetKind.ADDED, TargetKind.DROPPED)
    promised = f"{target.old}→{target.new}" if both else target.new if target.kind is TargetKind.ADDED else target.old
    note = f"（{target.note}）" if target.note else ""
    return f"{target.object}{promised}{note}"


def _units(told: Told) -> Iterator[str]:
    for one in told.units:
        changes = [
            f"{told.wording.word('joined')}{'、'.join(one.added)}" if one.added else "",
            f"{told.wording.word('left')}{'、'.join(one.removed)}" if one.removed else "",
            *one.notes,
        ]
        yield f"{one.heading}（{one.place}）：{_sentence('', changes)}"


def _head(told: Told) -> Iterator[str]:
    if told.head:
        yield f"{'、'.join(f'{line.name}（{line.label}）' for line in told.head)}，共{len(told.head)}处，详见对照表。"


def _doubts(told: Told) -> Iterator[str]:
    doubtful = [line for row in told.items for line in row.lines if not line.certain]
    if doubtful:
        yield f"以下{len(doubtful)}条措施按文字推断为{'沿用' if told.wording.own else '同一件事'}，还没有核对。"
        sides = told.wording
        yield from _numbered(f"{sides.old}：{line.old}{sides.new}：{line.new}" for line in doubtful)
    targets = [one for one in told.targets if not one.certain and one.kind is not TargetKind.SAME]
    if targets:
        listed = _sentence("", (f"{one.label}：{_target(one)}" for one in targets))
        yield f"由此推断的指标{told.wording.word('changes')}{len(targets)}个，没有计入上文：{listed}"


def _notes(told: Told) -> Iterator[str]:
    lacking = [row for row in told.items if row.relation in (Relation.NEW, Relation.DROPPED) and _lacking(row, told)]
    if lacking:
        places = "、".join(row.place for row in lacking)
        yield f"{NAME}里理由待补的有{len(lacking)}项：{places}。理由取自草稿，请在草稿里补写"
