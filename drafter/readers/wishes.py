"""A list of wishes as departments send it in: one wish a line or a row of a table; nothing is passed over silently."""

import csv
import re
from collections.abc import Iterable, Sequence

from drafter.model.suggestion import Wish
from drafter.readers.blocks import Block, Line, Margin, Table
from drafter.text import brackets, dates, numerals, organs, word_lists
from drafter.text.unit_clause import find_unit_clause

_WORDS = word_lists.load("wish_words")
_KINDS = ("number", "unit", "text")
_LONGEST_HEAD, _LONGEST_UNIT, _SHORT_UNIT, _HEAD_ROWS = 14, 30, 5, 5
_STOPS = "。；;！？"
_BULLET = re.compile(r"[-–—•·●■◆*※]\s*")
_SHOWN = 30


def wishes_in(blocks: Iterable[Block], *, comma_separated: bool = False) -> tuple[list[Wish], list[str]]:
    """The wishes of a file in order, and what was left out, in words."""
    found = _Wishes()
    listed = list(_with_tables(list(blocks), comma_separated=comma_separated))
    numbered = sum(isinstance(block, Line) and bool(_ordinal(block.text)[0]) for block in listed)
    found.numbered = numbered >= 3 and numbered * 2 >= sum(isinstance(block, Line) for block in listed)
    found.tabular = any(isinstance(block, Table) and _head_of(block) is not None for block in listed)
    for block in listed:
        if isinstance(block, Table):
            found.take_table(block)
        elif isinstance(block, Margin):
            found.leave(block.where, block.text, "页眉页脚")
        else:
            found.take_line(block)
    found.close()
    return found.wishes, found.left_out


def _with_tables(blocks: list[Block], *, comma_separated: bool) -> Iterable[Block]:
    """The blocks, neighbouring lines of cells made a table."""
    rows: list[tuple[str, ...]] = []
    lines: list[Line] = []
    for block in [*blocks, None]:
        cells = _cells(block, comma_separated=comma_separated)
        if cells and (not rows or len(cells) == len(rows[0])) and isinstance(block, Line):
            rows.append(cells)
            lines.append(block)
            continue
        yield from [Table(rows=tuple(rows), where=lines[0].where)] if len(rows) > 1 else lines
        rows, lines = [], []
        if cells and isinstance(block, Line):
            rows, lines = [cells], [block]
        elif block is not None:
            yield block


def _cells(block: Block | None, *, comma_separated: bool) -> tuple[str, ...]:
    if not isinstance(block, Line):
        return ()
    cells = next(csv.reader([block.text])) if comma_separated else block.text.strip("\n").split("\t")
    return tuple(cell.strip() for cell in cells) if len(cells) > 1 and any(cells) else ()


class _Wishes:
    """Takes lines and tables in one by one."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []
        self.left_out: list[str] = []
        self.unit: str | None = None
        self.numbered = False  # whether it is a list with ordinals
        self.tabular = False  # whether it is a table with heads
        self.unused: tuple[str, str] | None = None  # the line that named the unit, until a wish follows

    def leave(self, where: str, text: str, why: str) -> None:
        """Tell of a text that is no wish."""
        short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        self.left_out.append(f"{where}“{short}”：{why}")

    def close(self) -> None:
        """Tell of a unit that no wish stands below."""
        if self.unused:
            self.leave(*self.unused, "单位名称，下面没有事项")
        self.unused = None

    def take_line(self, line: Line) -> None:
        """A line: a wish, the unit of those below, or something about the list."""
        text = line.text.strip()
        ordinal, rest = _ordinal(text)
        named = self._unit_named(rest)
        if not any(char.isalnum() for char in rest):
            self.leave(line.where, text, "没有内容")
        elif named:
            self.close()
            self.unit, self.unused = named, (line.where, text)
        elif not ordinal and rest.startswith(_WORDS["about"]):
            self.leave(line.where, text, "表格说明")
        elif rest.rstrip("：:。").endswith(_WORDS["lead-in"]):
            self.unit = None
            self.leave(line.where, text, "引导语")
        elif dates.find_at_end(rest) == rest or dates.is_blank(rest):
            self.leave(line.where, text, "日期")
        elif not ordinal and not self.wishes and _is_title(rest):
            self.leave(line.where, text, "标题")
        elif not ordinal and self.tabular:
            self.leave(line.where, text, "表格以外的文字")
        elif not ordinal and self.numbered and not self.wishes:
            self.leave(line.where, text, "第一条以前的文字")
        elif not ordinal and self.numbered and self.wishes and self.wishes[-1].text[-1] not in _STOPS:
            last = self.wishes.pop()
            self.wishes.append(last.replaced(text=last.text + rest))
        else:
            self.take(rest, line.where)

    def _unit_named(self, text: str) -> str | None:
        """The unit that a line names and nothing else: 填报单位：区教体局, or 区教体局 alone."""
        label, mark, name = text.replace(":", "：").partition("：")
        if mark and re.sub(r"（.*?）", "", label).strip() in _WORDS["unit line"]:
            return name.strip() or None
        plain = text.rstrip("：: ")
        if not plain or len(plain) > _LONGEST_UNIT:
            return None
        names = organs.split_units(plain)
        if all(map(organs.is_strong_organ, names)):
            return plain
        short = plain != text or len(plain) <= _SHORT_UNIT
        return plain if short and all(map(organs.is_named_organ, names)) else None

    def take(self, text: str, where: str, unit: str | None = None) -> None:
        """One wish, with the unit that it names itself, else that of its row, else that above it."""
        plain, own = _without_unit(text.replace("\t", " "))
        if plain:
            self.unused = None
            self.wishes.append(Wish(text=plain, unit=own or unit or self.unit, where=where))

    def take_table(self, table: Table) -> None:
        """A table: a wish a row, the columns told by their heads."""
        place = re.sub(r"第\d+行$", "", table.where)
        head = _head_of(table)
        for row in table.rows[: head or 0]:
            self.leave(place, " ".join(filter(None, row)), "表头以上的文字")
        kinds = _kinds(table.rows[head]) if head is not None else _guessed(table.rows)
        if head is not None:
            unused = [name for name, kind in zip(table.rows[head], kinds, strict=True) if name and not kind]
            self.left_out += [f"{place}没有用到的栏：{'、'.join(_joined(name) for name in unused)}"] if unused else []
        unit = self.unit
        for number, row in enumerate(table.rows, start=1):
            if head is not None and number <= head + 1:
                continue
            where = f"{place}表内第{number}行"
            texts = [cell for cell, kind in zip(row, kinds, strict=False) if kind == "text" and cell.strip()]
            units = [cell for cell, kind in zip(row, kinds, strict=False) if kind == "unit" and cell.strip()]
            unit = _joined(units[0]) if units else unit
            if head is None:
                self._tell_unused(row, kinds, where)
            self._take_row(row, texts, unit, where, is_head=head is not None and row == table.rows[head])

    def _tell_unused(self, row: Sequence[str], kinds: Sequence[str], where: str) -> None:
        """Tell what a row without heads has beside wish and unit, a number apart."""
        unused = [_joined(cell) for cell, kind in zip(row, kinds, strict=True) if not kind and cell.strip()]
        if any(not cell.isdigit() for cell in unused):
            self.leave(where, " ".join(unused), "没有表头，这几格没有用到")

    def _take_row(self, row: Sequence[str], texts: list[str], unit: str | None, where: str, *, is_head: bool) -> None:
        whole = " ".join(_joined(cell) for cell in row if cell.strip())
        if is_head or not texts:
            if whole:
                self.leave(where, whole, "重复的表头" if is_head else "没有写事项")
            return
        lines = [line.strip() for line in texts[0].split("\n") if line.strip()]
        if len(texts) == 1 and len(lines) > 1 and all(_ordinal(line)[0] for line in lines):
            for line in lines:
                self.take(_ordinal(line)[1], where, unit)
            return
        plain = [_ordinal(_joined(text))[1] for text in texts]
        self.take(plain[0] if len(plain) == 1 else f"{plain[0].rstrip('。：')}：{''.join(plain[1:])}", where, unit)


def _joined(cell: str) -> str:
    """A cell's lines as one."""
    return "".join(line.strip() for line in cell.split("\n"))


def _ordinal(text: str) -> tuple[str | None, str]:
    """An ordinal or bullet at the head of a text, and the rest."""
    bullet = _BULLET.match(text)
    if bullet:
        return bullet[0], text[bullet.end() :].strip()
    ordinal, rest = numerals.split_ordinal(text)
    return ordinal, rest.strip()


def _without_unit(text: str) -> tuple[str, str | None]:
    """A wish without the unit that stands before it (区教体局：…) or behind it (…（区教体局）), and that unit."""
    name, mark, rest = text.replace(":", "：", 1).partition("：")
    if mark and rest.strip() and len(name) <= _LONGEST_UNIT and organs.is_strong_organ(name.strip()):
        return rest.strip(), name.strip()
    clause = find_unit_clause(text)
    if clause and clause.units:
        return text[: clause.start].strip(), "、".join(clause.units)
    opening = max(text.rfind("（"), text.rfind("("))
    if opening > 0 and brackets.closing_at(text, opening) == len(text.rstrip(_STOPS)) - 1:
        inside = text[opening + 1 : len(text.rstrip(_STOPS)) - 1]
        if all(map(organs.is_strong_organ, organs.split_units(inside))) and inside:
            return text[:opening].strip(), inside
    return text.strip(), None


def _is_title(text: str) -> bool:
    return any(word in text for word in _WORDS["title"]) and not re.search(r"[，。；]", text)


def _kinds(row: Sequence[str]) -> list[str]:
    """What each column is by its head: number, unit, text, or nothing known; of units the first is the one."""
    kinds = [_kind(cell) for cell in row]
    first = kinds.index("unit") if "unit" in kinds else len(kinds)
    return ["" if kind == "unit" and at > first else kind for at, kind in enumerate(kinds)]


def _kind(cell: str) -> str:
    head = re.sub(r"\s|（.*?）|\(.*?\)", "", cell)
    if not head or len(head) > _LONGEST_HEAD:
        return ""
    return next((kind for kind in _KINDS if any(word in head for word in _WORDS[f"column {kind}"])), "")


def _head_of(table: Table) -> int | None:
    """Which row holds the heads of a table, None where it has none."""
    return next((at for at, row in enumerate(table.rows[:_HEAD_ROWS]) if _is_head(row)), None)


def _is_head(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return "text" in _kinds(row) and all(len(_joined(cell)) <= _LONGEST_HEAD for cell in filled)


def _guessed(rows: Sequence[Sequence[str]]) -> list[str]:
    """Without heads: the fullest column holds the wishes, one of organs the units, one of figures the numbers."""
    columns = list(zip(*rows, strict=True))
    lengths = [sum(not char.isdigit() for cell in column for char in cell) for column in columns]
    kinds = ["text" if at == lengths.index(max(lengths)) else "" for at in range(len(columns))]
    for at, column in enumerate(columns):
        filled = [_joined(cell) for cell in column if cell.strip()]
        if not kinds[at] and filled and sum(map(organs.is_organ, filled)) * 2 > len(filled) and "unit" not in kinds:
            kinds[at] = "unit"
    return kinds
