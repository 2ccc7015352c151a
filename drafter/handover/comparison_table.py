"""对照表: two lists side by side on landscape pages, then the targets and the units that changed.

Deleted words are struck in the left column, inserted ones bold and underlined in the right one.
"""

from collections.abc import Iterable, Iterator

from drafter.compare.told import Line, Row, Told
from drafter.model.comparison import ClauseKind, Piece, PieceKind
from drafter.render import Rendered, Templates, sheet
from drafter.render.context import Context
from drafter.text.title import break_title

NAME = "对照表"
NOTHING = "—"
_LINES = 7  # a third of a page
_CHARACTERS = {"old": 17, "new": 17, "kind": 4, "note": 8}  # a line of each column
_HOW_TO_READ = "左栏加删除线的是删去的字，右栏加粗、加下划线的是增加的字。序号的变化不作为变化列出。"


def document(told: Told, templates: Templates, *, banner: str = "") -> Rendered:
    """The 对照表 of a comparison; `banner` marks what is not the real one.

    Raises UnfitValue for text that cannot be printed, TemplateTrouble.
    """
    title = f"《{told.title}》{NAME}"
    values: Context = {
        "title": "\n".join(break_title(title)),
        "lead_in": [*([f"【{banner}】"] if banner else []), *_lead_in(told)],
        "old": told.wording.old_head,
        "new": told.wording.new_head,
        "targets_title": told.wording.titles[0],
        "units_title": told.wording.titles[1],
        "joined": told.wording.word("joined"),
        "left": told.wording.word("left"),
        "rows": [*map(_head_row, told.head), *(one for row in told.items for one in _rows(row, told))],
        "targets": [
            one.model_dump(include={"place", "object", "old", "new", "note"}) | {"number": str(at), "kind": one.label}
            for at, one in enumerate(told.targets, start=1)
        ],
        "units": [
            {
                "number": str(at),
                "place": f"{one.place} {one.heading}",
                "added": "、".join(one.added) or NOTHING,
                "removed": "、".join(one.removed) or NOTHING,
                "note": "；".join(one.notes),
            }
            for at, one in enumerate(told.units, start=1)
        ],
    }
    return sheet("compare", values, templates, title=title)


def _lead_in(told: Told) -> Iterator[str]:
    yield f"比对：{told.old} → {told.new}。{''.join(told.summary)}"
    yield _HOW_TO_READ
    if told.yearly:
        yield f"每年必变、没有列出：{'、'.join(told.yearly)}。"
    if not told.different:
        yield "两份通知没有差别。"


def _head_row(line: Line) -> Context:
    return _row(line, number=NOTHING, kind=f"{line.name}{line.label}")


def _rows(row: Row, told: Told) -> Iterator[Context]:
    """An item's heading with all that became of it, then its texts where any differs."""
    number = "、".join(map(str, row.new)) or NOTHING
    before = f"{told.wording.old}第{'、'.join(map(str, row.old))}项" if row.old else ""
    notes = [before, *row.notes, *([f"内容{told.wording.clauses[ClauseKind.SAME]}"] if row.is_same else [])]
    heading = _row(row.heading, number=number, kind=row.labels, note="；".join(filter(None, notes)))
    for side, there in (("old", row.old), ("new", row.new)):
        if not there:
            heading[side] = [{"text": f"（{row.label}）", "changed": False}]
    yield {**heading, "is_heading": True, "is_long": _is_long(heading)}
    if not row.is_same:
        yield from (_row(line, kind=f"{line.name}{line.label}", note=line.note) for line in row.lines)


def _row(line: Line, *, kind: str, number: str = "", note: str = "") -> Context:
    made: Context = {
        "number": number,
        "old": _words(line.pieces, PieceKind.DELETED),
        "new": _words(line.pieces, PieceKind.INSERTED),
        "kind": kind,
        "note": note,
        "is_heading": False,
    }
    return {**made, "is_long": _is_long(made)}


def _is_long(row: Context) -> bool:
    """Whether a row may break over two pages: it is higher than a third of one."""
    sides = {side: "".join(words["text"] for words in row[side]) for side in ("old", "new")}
    texts = sides | {name: row[name] for name in ("kind", "note")}
    return any(_height(text, _CHARACTERS[name]) > _LINES for name, text in texts.items())


def _height(text: str, characters: int) -> int:
    """How many lines of so many characters a text of a cell takes, each of its own lines begun anew."""
    return sum(max(1, -(-len(one) // characters)) for one in text.split("\n"))


def _words(pieces: Iterable[Piece], changed: PieceKind) -> list[Context]:
    """One side's words: those kept, and those that only this side has."""
    shown = [one for one in pieces if one.kind in (PieceKind.KEPT, changed)]
    return [{"text": one.text, "changed": one.kind is changed} for one in shown] or [
        {"text": NOTHING, "changed": False}
    ]
