"""How long a check takes, as CPU time in one run beside named alternatives.

- The ten-item notice 博山区-2025 under all rules that need no other notice, no Word file and no index; beside it
  reading the same notice from the text as received (which always comes before), and what a macro does: every word of
  the shipped lists searched by itself, one compiled pattern a word, in every part.
- The dearest rules.
- Made-up notices of 10, 20, 40 and 80 items (benchmarks/corpus.py): time an item, which must not grow.
- Many made-up ten-item notices in a row; their number is the argument, 1000 without one.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import corpus
import yaml

from drafter import check, readers
from drafter.check import catalogue
from drafter.check.context import Context
from drafter.check.parts import parts_of
from drafter.check.rule import Need, Rule
from drafter.library import Library
from drafter.model.notice import Notice

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = Library(ROOT / "library")
REFERENCE = "博山区-2025"
RUNS = 15
CLAUSES = 3
MOST_ONE, MOST_MANY = 60.0, 60.0  # milliseconds, seconds
DEAREST = 6


def main() -> None:
    """Print all figures."""
    one_notice()
    lengths()
    many(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """CPU milliseconds of the quickest of several runs, after one that loads lists and compiles patterns."""
    work()
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found) * 1000


def one_notice() -> None:
    """A real notice beside reading it and beside a search for every listed word."""
    notice = LIBRARY.notice(REFERENCE)
    source = ROOT / "library" / "sources" / f"{REFERENCE}.txt"
    words = list(_listed_words())
    patterns = [re.compile(".{0,20}?".join(map(re.escape, word.split("…")))) for word in words]
    texts = [part.text for part in parts_of(notice)]
    ran = [one for one in catalogue.rules() if set(one.needs) <= {Need.LIBRARY}]
    ours = least(lambda: check.run(notice, library=LIBRARY))
    print(f"{REFERENCE}: {len(notice.items)} items, {len(ran)} of {len(catalogue.rules())} rules")
    print(f"  check.run: {ours:.1f} ms (at most {MOST_ONE:.0f})")
    others: dict[str, Callable[[], object]] = {
        "reading it from its text": lambda: readers.read(source),
        f"searching {len(words)} words one by one": lambda: [one.findall(text) for text in texts for one in patterns],
    }
    for name, work in others.items():
        other = least(work)
        print(f"  {name}: {other:.1f} ms; check.run / this: {ours / other:.2f}")
    costs = sorted(((_alone(one, notice), one.slug) for one in ran), reverse=True)[:DEAREST]
    print(f"  dearest rules, ms: {'  '.join(f'{slug} {cost:.1f}' for cost, slug in costs)}\n")


def _alone(rule: Rule, notice: Notice) -> float:
    """What a rule costs by itself, with all that it asks of the context."""
    return least(lambda: list(rule.find(Context(notice, None, LIBRARY))), 3)


def _listed_words() -> Iterator[str]:
    for path in sorted((LIBRARY.folder / "words").glob("*.yaml")):
        for one in yaml.safe_load(path.read_text(encoding="utf-8")).get("words", ()):
            yield one["word"]


def lengths() -> None:
    """Time an item in notices of growing length."""
    print("made-up notices by length")
    each: dict[int, float] = {}
    for items in (10, 20, 40, 80):
        notice = next(made_notices(items))
        each[items] = least(partial(check.run, notice, library=LIBRARY), 5) / items
        print(f"  {items} items: {each[items]:.2f} ms an item, {each[items] / each[10]:.2f} times that of ten")
    print()


def many(number: int) -> None:
    """Many notices in a row."""
    notices = list(islice(made_notices(10), number))
    start = time.process_time()
    found = sum(len(check.run(notice, library=LIBRARY)) for notice in notices)
    took = time.process_time() - start
    print(f"{number} made-up notices of ten items: {took:.1f} s, {found} findings (at most {MOST_MANY:.0f} for 1000)")


def made_notices(items: int) -> Iterator[Notice]:
    """Made-up notices of so many items, without end, in the frame of a real one."""
    frame = LIBRARY.notice(REFERENCE)
    texts = corpus.clauses(LIBRARY, sys.maxsize)
    while True:
        own = [
            item.model_dump() | {"clauses": list(islice(texts, CLAUSES))} for item in islice(cycle(frame.items), items)
        ]
        yield Notice.model_validate(frame.model_dump() | {"items": own, "attachments": []})


if __name__ == "__main__":
    main()
