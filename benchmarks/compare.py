"""How readable and how quick a comparison is, beside difflib on characters and, where installed, Python-Redlines.

The pairs of notices are those linked by hand in tests/compare. A linked pair of clauses is readable where both
stand in one passage with nothing of another clause between, no number is cut, and no stretch of under three characters
is left between two changes. `python-redlines` with its engine is no dependency: the row is left out where it is not
installed. Each engine gets the clauses as lines (paragraphs) in the order of its notice; Python-Redlines gets Word
files, and its time holds the start of its program.
"""

import difflib
import importlib.util
import io
import re
import statistics
import time
import zipfile
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from lxml import etree

from drafter import compare
from drafter.library import Library
from drafter.model.notice import Item, Notice

ROOT = Path(__file__).resolve().parent.parent
LABELS = ("boshan-2023-2025", "zibo-2024-linzi-2026", "boshan-2023-zichuan-2023")
ROUNDS = 5
LEAST_ISLAND = 3
LONG_LIST = 100
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Stretches = list[tuple[str, str]]
"""What is kept, deleted or inserted, in the order a reader meets it."""
Span = tuple[int, int]


def clauses(notice: Notice) -> dict[str, str]:
    """The clauses of a notice by place, 3.2."""
    return {
        f"{number}.{position}": clause.text
        for number, item in enumerate(notice.items, start=1)
        for position, clause in enumerate(item.all_clauses, start=1)
    }


def is_clean(stretches: Stretches) -> bool:
    """Whether no number is cut and no short stretch is kept between two changes."""
    for at, (kind, text) in enumerate(stretches):
        if kind == "kept" and 0 < at < len(stretches) - 1 and len(text.strip()) < LEAST_ISLAND:
            return False
    sides = ([one for one in stretches if one[0] != left_out] for left_out in ("inserted", "deleted"))
    return not any(
        re.search(r"\d$", before[1]) and re.match(r"\d", after[1]) for side in sides for before, after in pairwise(side)
    )


def ours(old: Notice, new: Notice, links: Sequence[tuple[str, str]]) -> int:
    """How many of the linked pairs the comparison of this program shows readably."""
    rows = {
        (f"{row.old_item}.{row.old_position}", f"{row.new_item}.{row.new_position}"): row
        for item in compare.notices(old, new).items
        for row in item.clauses
        if row.old and row.new
    }
    shown = [rows[link] for link in links if link in rows]
    return sum(is_clean([(piece.kind.value, piece.text) for piece in row.pieces]) for row in shown)


def flat(old: dict[str, str], new: dict[str, str], links: Sequence[tuple[str, str]], stretches: Stretches) -> int:
    """How many of the linked pairs stretches of the two whole texts show readably."""
    befores, afters = _owners(old), _owners(new)
    for texts, left_out in ((old, "inserted"), (new, "deleted")):
        if "".join(text for kind, text in stretches if kind != left_out) != "".join(texts.values()):
            raise ValueError("The stretches do not make up the texts they were made from.")
    owners: list[tuple[str | None, str | None, int]] = []
    first = second = 0
    for number, (kind, text) in enumerate(stretches):
        for _ in text:
            gone, come = kind != "inserted", kind != "deleted"
            owners.append((befores[first] if gone else None, afters[second] if come else None, number))
            first, second = first + gone, second + come
    return sum(_is_readable(stretches, owners, *link) for link in links)


def _owners(texts: dict[str, str]) -> list[str]:
    return [place for place, text in texts.items() for _ in text]


def _is_readable(stretches: Stretches, owners: list[tuple[str | None, str | None, int]], old: str, new: str) -> bool:
    places = [at for at, (before, after, _) in enumerate(owners) if before == old or after == new]
    passage = owners[places[0] : places[-1] + 1]
    if any(before not in (old, None) or after not in (new, None) for before, after, _ in passage):
        return False
    numbers = sorted({number for *_, number in passage})
    return is_clean([stretches[number] for number in numbers])


def by_difflib(old: Iterable[str], new: Iterable[str]) -> Stretches:
    """The stretches of difflib on characters."""
    before, after = "".join(old), "".join(new)
    found: Stretches = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, first_end, second, second_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(("kept", before[first:first_end]))
            continue
        sides = (("deleted", before[first:first_end]), ("inserted", after[second:second_end]))
        found += [(kind, text) for kind, text in sides if text]
    return found


def by_redlines(engine: Any, old: Iterable[str], new: Iterable[str]) -> Stretches:
    """The stretches of the tracked changes that a Word engine makes."""
    made, *_ = engine.run_redline("比对", _document(old), _document(new))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    found: Stretches = []
    for text in root.iter(f"{_W}t", f"{_W}delText"):
        within = {parent.tag for parent in text.iterancestors()}
        kind = "inserted" if within & {f"{_W}ins", f"{_W}moveTo"} else "kept"
        kind = "deleted" if within & {f"{_W}del", f"{_W}moveFrom"} else kind
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + (text.text or ""))
        else:
            found.append((kind, text.text or ""))
    return found


def _document(texts: Iterable[str]) -> bytes:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some rounds, in milliseconds; the first round only warms up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def long_list(library: Library, *, other: bool) -> Notice:
    """A list of a hundred items from all notices; the other one in another order, its clauses begun otherwise."""
    items = [item for _, notice in library.notices() for item in notice.items]
    made = [items[number % len(items)] for number in range(LONG_LIST)]
    if other:
        made = [
            Item(
                heading=f"{item.heading}{number}",
                units=item.units,
                clauses=tuple(clause.replaced(text=f"持续{clause.text[2:]}") for clause in item.all_clauses),
            )
            for number, item in enumerate(reversed(made))
        ]
    return library.notice("临淄区-2026").replaced(items=tuple(made))


def print_pair(library: Library, labels: dict[str, Any], engine: Any) -> None:
    """Print a row for each way of comparing one pair of notices."""
    old, new = library.notice(labels["old"]), library.notice(labels["new"])
    links = [(first, second) for first, second in labels["links"]]
    befores, afters = clauses(old), clauses(new)
    print(f"{labels['old']} → {labels['new']}: {len(links)} linked pairs")
    base = timed(lambda: compare.notices(old, new))
    _row("drafter compare", ours(old, new, links), base, base)
    found = by_difflib(befores.values(), afters.values())
    spent = timed(lambda: by_difflib(befores.values(), afters.values()))
    _row("difflib, characters", flat(befores, afters, links, found), spent, base)
    if engine:
        found = by_redlines(engine, befores.values(), afters.values())
        spent = timed(lambda: by_redlines(engine, befores.values(), afters.values()), 1)
        _row("Python-Redlines", flat(befores, afters, links, found), spent, base)


def main() -> None:
    """Print, for each pair of notices, readable pairs and times; then the time of two long lists."""
    library = Library(ROOT / "library")
    engine = None
    if importlib.util.find_spec("python_redlines") and importlib.util.find_spec("python_redlines_docxodus"):
        engine = importlib.import_module("python_redlines").DocxodusEngine()
    for name in LABELS:
        labels = yaml.safe_load((ROOT / "tests" / "compare" / f"{name}.yaml").read_text(encoding="utf-8"))
        print_pair(library, labels, engine)
    one, other = long_list(library, other=False), long_list(library, other=True)
    print(f"two lists of {LONG_LIST} items: {timed(lambda: compare.notices(one, other), 2):.0f} ms (at most 1,000)")
    if not engine:
        print("Python-Redlines is not installed: no row for it")


def _row(name: str, readable: int, spent: float, base: float) -> None:
    print(f"  {name:20} readable {readable:3}  {spent:8.1f} ms  {spent / base:6.2f} of drafter compare")


if __name__ == "__main__":
    main()
