"""Items that stand in a table: columns known by their heads, rows read as items, spanned cells carried on."""

import re

from drafter.model.notice import Clause, Item
from drafter.readers.blocks import Table
from drafter.readers.repair import mend
from drafter.readers.telling import Telling
from drafter.text import clauses, organs, word_lists
from drafter.text.unit_clause import print_inside

_WORDS = word_lists.load("reading_words")
_KINDS = ("number", "section", "heading", "body", "lead", "units", "leader", "deadline")
_NAMES = {
    "number": "序号",
    "section": "类别",
    "heading": "标题",
    "body": "正文",
    "lead": "牵头单位",
    "units": "责任单位",
    "leader": "责任领导",
    "deadline": "完成时限",
}


def columns_of(table: Table) -> list[str]:
    """What each column is: number, section, heading, body, lead, units, leader, deadline, or nothing known."""
    heads = [re.sub(r"[\s\u3000]|（.*?）|\(.*?\)", "", cell) for cell in table.rows[0]]
    kinds = [next((kind for kind in _KINDS if head in _WORDS[f"column {kind}"]), "") for head in heads]
    if "heading" not in kinds and kinds.count("body") > 1:
        kinds[kinds.index("body")] = "heading"
    return kinds


def holds_items(table: Table) -> bool:
    """Whether a table is a list of items: with units, names or texts, and texts that are filled in."""
    kinds = columns_of(table)
    if not {"units", "lead"} & set(kinds) or not {"heading", "body"} & set(kinds) or len(table.rows) < 2:
        return False
    columns = [at for at, kind in enumerate(kinds) if kind == "body"]
    columns = columns or [at for at, kind in enumerate(kinds) if kind == "heading"]
    unknown = [at for at, kind in enumerate(kinds) if not kind]
    blank = all(not _at(row, at) for row in table.rows[1:] for at in unknown)
    filled = sum(any(_at(row, at) for at in columns) for row in table.rows[1:])
    only_names = "body" not in kinds and bool(unknown) and blank
    return filled * 2 >= len(table.rows) - 1 and not only_names


def _at(row: tuple[str, ...], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


class Rows:
    """Reads the rows of a table one by one into items."""

    def __init__(self, table: Table, telling: Telling) -> None:
        self.where = table.where
        self.kinds = columns_of(table)
        self.heads = table.rows[0]
        self.telling = telling
        self.section = ""
        self.found: list[dict[str, list[str]]] = []

    def take(self, row: tuple[str, ...]) -> None:
        """Take a row in: an item of its own, or the further text of the one above."""
        cells: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for at, kind in enumerate(self.kinds):
            text = self._mended(_at(row, at))
            if not text:
                continue
            if kind:
                cells[kind].append(text)
            else:
                self.telling.tell("text-unplaced", self.where, text, f"{self.heads[at]}：{text}")
        self._take_section(cells)
        if not any(cells[kind] for kind in _KINDS if kind != "section"):
            return
        filled = [text for text in row if text.strip()]
        if len(filled) == 1 and not cells["units"] and not cells["lead"]:
            self.telling.tell("section-title", self.where, filled[0], filled[0])
            return
        same = self.found and cells["heading"] and cells["heading"] == self.found[-1]["heading"]
        if self.found and not cells["number"] and (not cells["heading"] or same):
            for kind in ("body", "lead", "units", "leader", "deadline"):
                self.found[-1][kind] += [text for text in cells[kind] if text not in self.found[-1][kind]]
        else:
            self.found.append(cells)

    def _take_section(self, cells: dict[str, list[str]]) -> None:
        for text in cells["section"]:
            if text != self.section:
                self.telling.tell("section-title", f"{self.where}“{text}”", text, text)
            self.section = text

    def _mended(self, text: str) -> str:
        lines = [mend(line, self.where) for line in text.split("\n")]
        for line in lines:
            self.telling.tell_repairs(line)
        return "\n".join(line.text for line in lines if line.text)


def read_items(table: Table, telling: Telling) -> tuple[Item, ...]:
    """The items of a table; how the columns were understood is told."""
    rows = Rows(table, telling)
    for row in table.rows[1:]:
        rows.take(row)
    pairs = zip(table.rows[0], rows.kinds, strict=True)
    named = [(head.strip(), _NAMES[kind]) for head, kind in pairs if kind]
    told = "，".join(f"{head}→{name}" if table.headed else name for head, name in named)
    if table.headed:
        heads = "，".join(table.rows[0])
        telling.tell("items-in-table", table.where, heads, told, text=heads)
    else:
        telling.tell("items-in-table", table.where, None, f"没有表头，按位置认作{told}", text="")
    items = tuple(_item(cells) for cells in rows.found)
    for number, item in enumerate(items, start=1):
        if not item.units:
            telling.tell("units-missing", f"{table.where}第{number}项", item.heading or item.body)
    return items


def _item(cells: dict[str, list[str]]) -> Item:
    heading = "".join(cells["heading"]).replace("\n", "") or None
    texts = [text for cell in cells["body"] for text in cell.split("\n")]
    body = "".join(_stopped(text) for text in texts[:-1]) + "".join(texts[-1:])
    leads = [unit for cell in cells["lead"] for unit in _units(cell)]
    others = [unit for cell in cells["units"] for unit in _units(cell)]
    leader = "、".join(cells["leader"]).replace("\n", "、") or None
    deadline = "，".join(cells["deadline"]).replace("\n", "") or None
    units = tuple(dict.fromkeys(leads + others))
    told_twice = len({*others}) < len(others)
    plain = print_inside(tuple(leads + others) if told_twice else units, tuple(leads) or None, leader, deadline)
    return Item(
        ordinal="".join(cells["number"]) or None,
        heading=heading,
        clauses=tuple(Clause(text=text) for text in clauses.split(body)),
        units=units,
        lead_units=tuple(leads) or None,
        leader=leader,
        deadline=deadline,
        units_as_printed=_as_printed(cells, plain) or (plain if told_twice else None),
    )


def _as_printed(cells: dict[str, list[str]], plain: str) -> str | None:
    """The units as they stand in their cells, where the plain form would lose some of it (等, 及)."""
    lost = [cell for cell in cells["lead"] + cells["units"] if organs.without_open_end(cell) != cell]
    return plain.replace(organs.without_open_end(lost[0]), lost[0]) if lost else None


def _units(cell: str) -> list[str]:
    return organs.split_units(organs.without_open_end(cell))


def _stopped(text: str) -> str:
    """A text of a cell that another follows, with a stop behind it."""
    return text if text.endswith(("。", "；", "！", "？", "，", "、")) else text + "。"
