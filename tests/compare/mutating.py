"""A made-up next year of a real notice, by recorded changes: what a comparison must find again."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from drafter.model.notice import Clause, Item, Notice
from drafter.text import targets

ELSEWHERE: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("elsewhere.yaml").read_text(encoding="utf-8"))
_REWORDINGS = (
    ("开展", "组织开展"), ("举办", "组织举办"), ("提升", "不断提升"), ("推进", "扎实推进"), ("加强", "进一步加强"),
    ("完善", "健全完善"), ("实施", "深入实施"), ("促进", "积极促进"), ("打造", "着力打造"), ("服务", "暖心服务"),
)  # fmt: skip

Place = tuple[int, int]


@dataclass
class Words:
    """A clause in the making, and the old clauses it comes from."""

    text: str
    origins: frozenset[Place] = frozenset()


@dataclass
class Making:
    """An item in the making, and the old items it comes from; `touched` once something was done to it."""

    heading: str
    units: list[str]
    clauses: list[Words]
    origins: tuple[int, ...] = ()
    touched: bool = False


@dataclass
class Truth:
    """What the changes make of the items, clauses, targets and units, as recorded when they were made."""

    relations: set[tuple[str, tuple[int, ...], tuple[int, ...]]] = field(default_factory=set)
    links: set[tuple[Place, Place]] = field(default_factory=set)
    targets: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    units: set[tuple[str, str]] = field(default_factory=set)
    done: list[str] = field(default_factory=list)


class NextYear:
    """A notice being changed step by step, each step on items that none has touched before."""

    def __init__(self, notice: Notice, seed: int) -> None:
        self.notice, self.random = notice, random.Random(seed)  # noqa: S311 - test data, no secret
        self.items = [_making(item, number) for number, item in enumerate(notice.items, start=1)]
        self.dropped: set[int] = set()
        self.truth = Truth()
        self.fresh = {key: self.random.sample(found, len(found)) for key, found in ELSEWHERE.items()}

    def changed(self, steps: int) -> tuple[Notice, Truth]:
        """The notice after some steps, and what they were."""
        for step in self.random.choices(STEPS, k=steps):
            if step(self):
                self.truth.done.append(step.__name__)
        if self.random.random() < 0.5:
            self._reorder()
        return self._made(), self._told()

    def pick(self, fits: Callable[[Making], bool] = lambda _: True) -> Making | None:
        """An item that nothing was done to yet."""
        free = [item for item in self.items if not item.touched and fits(item)]
        if not free:
            return None
        item = self.random.choice(free)
        item.touched = True
        return item

    def _reorder(self) -> None:
        for _ in range(self.random.randint(1, 3)):
            item = self.items.pop(self.random.randrange(len(self.items)))
            self.items.insert(self.random.randint(0, len(self.items)), item)
        self.truth.done.append("reorder")

    def _made(self) -> Notice:
        made = tuple(
            Item(
                heading=one.heading,
                units=tuple(one.units),
                clauses=tuple(Clause(text=clause.text) for clause in one.clauses),
            )
            for one in self.items
        )
        return self.notice.replaced(items=made, year=self.notice.year + 1)

    def _told(self) -> Truth:
        """The relations and links, from where everything ended up."""
        truth = self.truth
        by_old: dict[tuple[int, ...], list[int]] = {}
        for number, item in enumerate(self.items, start=1):
            by_old.setdefault(item.origins, []).append(number)
            for position, clause in enumerate(item.clauses, start=1):
                truth.links |= {(origin, (number, position)) for origin in clause.origins}
        for olds, news in by_old.items():
            if not olds:
                truth.relations |= {("new", (), (number,)) for number in news}
            else:
                kind = "split" if len(news) > 1 else "merged" if len(olds) > 1 else "continued"
                truth.relations.add((kind, olds, tuple(news)))
        truth.relations |= {("dropped", (number,), ()) for number in self.dropped}
        return truth


def _making(item: Item, number: int) -> Making:
    clauses = [
        Words(clause.text, frozenset({(number, position)})) for position, clause in enumerate(item.all_clauses, start=1)
    ]
    return Making(item.heading or "", list(item.all_units), clauses, (number,))


def _lost(year: NextYear, clause: Words) -> None:
    year.truth.targets += [("dropped", one.text, None) for one in targets.find(clause.text)]


def _won(year: NextYear, text: str) -> None:
    year.truth.targets += [("added", None, one.text) for one in targets.find(text)]


def retitle(year: NextYear) -> bool:
    """An item under quite another heading."""
    item = year.pick()
    if item:
        item.heading = year.fresh["headings"].pop()
    return item is not None


def split(year: NextYear) -> bool:
    """One item made two, one behind the other."""
    item = year.pick(lambda one: len(one.clauses) > 1)
    if item:
        at = year.random.randint(1, len(item.clauses) - 1)
        rest = Making(year.fresh["headings"].pop(), list(item.units), item.clauses[at:], item.origins, touched=True)
        item.clauses = item.clauses[:at]
        year.items.insert(year.items.index(item) + 1, rest)
    return item is not None


def merge(year: NextYear) -> bool:
    """Two items made one."""
    item, other = year.pick(), year.pick()
    if item and other:
        item.clauses += other.clauses
        item.origins = tuple(sorted(item.origins + other.origins))
        item.units = list(dict.fromkeys(item.units + other.units))
        year.items.remove(other)
    return bool(item and other)


def move_clause(year: NextYear) -> bool:
    """The shortest clause of one item put into another."""
    item, other = year.pick(lambda one: len(one.clauses) > 2), year.pick(lambda one: len(one.clauses) > 1)
    if item and other:
        moved = min(item.clauses, key=lambda clause: len(clause.text))
        item.clauses.remove(moved)
        other.clauses.append(moved)
    return bool(item and other)


def change_figure(year: NextYear) -> bool:
    """A figure raised or lowered."""
    item = year.pick(lambda one: any(map(_movable, (clause.text for clause in one.clauses))))
    if not item:
        return False
    clause = year.random.choice([one for one in item.clauses if _movable(one.text)])
    target = year.random.choice(_movable(clause.text))
    number = re.search(r"\d+", target.text)
    assert number
    raised = year.random.random() < 0.5 or int(number[0]) < 2
    value = int(number[0]) + max(1, int(number[0]) // 4) * (1 if raised else -1)
    text = target.text.replace(number[0], str(value), 1)
    clause.text = clause.text[: target.start] + text + clause.text[target.end :]
    year.truth.targets.append(("raised" if raised else "lowered", target.text, text))
    return True


def _movable(text: str) -> list[Any]:
    return [
        one
        for one in targets.find(text)
        if one.value is not None and one.measure != "%" and one.low is None and re.search(r"[1-9]\d*", one.text)
        and text.count(one.text) == 1
    ]  # fmt: skip


def swap_unit(year: NextYear) -> bool:
    """A unit that is not the first replaced by another."""
    item = year.pick(lambda one: len(one.units) > 1)
    if item:
        at = year.random.randrange(1, len(item.units))
        new = year.fresh["units"].pop()
        year.truth.units |= {("added", new), ("removed", item.units[at])}
        item.units[at] = new
    return item is not None


def drop_item(year: NextYear) -> bool:
    """A whole item left out."""
    item = year.pick()
    if item:
        year.items.remove(item)
        year.dropped |= set(item.origins)
        for clause in item.clauses:
            _lost(year, clause)
    return item is not None


def drop_clause(year: NextYear) -> bool:
    """One clause of several left out."""
    item = year.pick(lambda one: len(one.clauses) > 2)
    if item:
        gone = item.clauses.pop(year.random.randrange(len(item.clauses)))
        _lost(year, gone)
    return item is not None


def add_item(year: NextYear) -> bool:
    """An item about something else."""
    made = year.fresh["items"].pop()
    item = Making(made["heading"], list(made["units"]), [Words(text) for text in made["clauses"]], touched=True)
    year.items.insert(year.random.randint(0, len(year.items)), item)
    for text in made["clauses"]:
        _won(year, text)
    return True


def add_clause(year: NextYear) -> bool:
    """A clause about something else."""
    item = year.pick()
    if item:
        text = year.fresh["clauses"].pop()
        item.clauses.insert(year.random.randint(0, len(item.clauses)), Words(text))
        _won(year, text)
    return item is not None


def replace_clause(year: NextYear) -> bool:
    """A clause left out and another, about something else, in its place."""
    item = year.pick(lambda one: len(one.clauses) > 2)
    if item:
        at, text = year.random.randrange(len(item.clauses)), year.fresh["clauses"].pop()
        _lost(year, item.clauses[at])
        _won(year, text)
        item.clauses[at] = Words(text)
    return item is not None


def reword(year: NextYear) -> bool:
    """Every clause of an item in other words, its figures kept."""
    item = year.pick()
    for clause in item.clauses if item else ():
        for old, new in year.random.sample(_REWORDINGS, 5):
            clause.text = clause.text.replace(old, new, 1)
        clause.text = f"{year.random.choice(year.fresh['stretches'])}，{clause.text}"
    return item is not None


def cut_clause(year: NextYear) -> bool:
    """A long clause made two sentences, near its middle."""
    item = year.pick(lambda one: any(map(_middle, (clause.text for clause in one.clauses))))
    if item:
        clause = next(one for one in item.clauses if _middle(one.text))
        middle = _middle(clause.text)
        assert middle
        rest = Words(clause.text[middle:], clause.origins)
        item.clauses.insert(item.clauses.index(clause) + 1, rest)
        clause.text = clause.text[: middle - 1] + "。"
    return item is not None


def _middle(text: str) -> int | None:
    """Behind the comma that cuts a text so that either part has twenty characters and no bracket is torn."""
    for found in re.finditer("，", text):
        head = text[: found.start()]
        torn = any(head.count(a) != head.count(b) for a, b in ("“”", "（）", "《》"))
        if not torn and min(len(head), len(text) - found.end()) >= 20:
            return found.end()
    return None


def join_clauses(year: NextYear) -> bool:
    """Two neighbouring clauses made one sentence."""
    item = year.pick(lambda one: len(one.clauses) > 1 and min(len(clause.text) for clause in one.clauses[:2]) >= 20)
    if item:
        first, second = item.clauses[:2]
        item.clauses[:2] = [Words(f"{first.text[:-1]}，{second.text}", first.origins | second.origins)]
    return item is not None


STEPS: tuple[Callable[[NextYear], bool], ...] = (
    retitle, split, merge, move_clause, change_figure, change_figure, swap_unit, drop_item, drop_clause, add_item,
    add_clause, replace_clause, reword, cut_clause, join_clauses,
)  # fmt: skip
