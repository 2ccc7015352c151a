"""What one edit of a draft costs in a process that edits again and again, beside the bare writing of the same text.

- A whole edit (load, one clause changed, save) of made-up drafts of 10 and 100 items: CPU time and time passed, beside
  a bare write with fsync of the same text, and beside writing and reading the whole text as YAML once.
- A long day: so many edits of the ten-item draft (the argument, 10000 without one), one in ten undone, one in twenty
  redone: the last ones beside the first as ratios of CPU time, what the history has grown by an edit beside the whole
  text, and how much the memory of the process has grown since the first tenth.
"""

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter import drafting
from drafter.drafting import draft_file
from drafter.library import Library, value_file, yaml_text
from drafter.model.draft import Draft

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = Library(ROOT / "library")
RUNS = 40
GROUP = 100
MOST = {10: 12.0, 100: 45.0}  # milliseconds of CPU


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        for items in MOST:
            one_edit(Path(folder) / f"{items}.yaml", items)
        long_day(Path(folder) / "日.yaml", int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)


def made_up(items: int) -> Draft:
    """A draft of so many items, those of a real one over and over."""
    draft = drafting.new(2027, "临淄区", LIBRARY)
    many = itertools.islice(itertools.cycle(draft.items), items)
    return draft.replaced(items=tuple(item.replaced(id=f"i{at}") for at, item in enumerate(many, start=1)))


def edit(path: Path, number: int) -> None:
    """One whole edit."""
    draft, digest = draft_file.load(path)
    item = number % len(draft.items) + 1
    changed = drafting.edit_clause(draft, item, 1, f"开展活动{number}场。")
    draft_file.save(path, changed, expected=digest, what=f"修改第{item}项第1条")


def timed(work: Callable[[int], object]) -> tuple[float, float]:
    """CPU and passed milliseconds of a run, the medians of several."""
    work(0)
    found = []
    for number in range(1, RUNS + 1):
        cpu, passed = time.process_time(), time.perf_counter()
        work(number)
        found.append((time.process_time() - cpu, time.perf_counter() - passed))
    return statistics.median(one[0] for one in found) * 1000, statistics.median(one[1] for one in found) * 1000


def one_edit(path: Path, items: int) -> None:
    """An edit beside bare writing and beside writing and reading the whole as YAML."""
    draft_file.create(path, made_up(items))
    text = path.read_text(encoding="utf-8")
    data = yaml_text.load(text, path).data
    cpu, passed = timed(lambda number: edit(path, number))
    bare_cpu, bare_passed = timed(lambda _: bare(path.with_suffix(".bare"), text))
    whole, _ = timed(lambda _: (yaml_text.dump(data), value_file.parse(Draft, text, path)))
    print(f"{items} items, {len(text.encode()) / 1000:.0f} kB")
    print(f"  an edit: CPU {cpu:.1f} ms (at most {MOST[items]:.0f}), passed {passed:.1f} ms")
    print(f"  bare write and fsync: CPU {bare_cpu:.2f} ms, passed {bare_passed:.2f} ms; edit / this, passed:", end=" ")
    print(f"{passed / bare_passed:.1f}")
    print(f"  whole text to YAML and back: CPU {whole:.1f} ms; edit / this: {cpu / whole:.2f}")


def bare(path: Path, text: str) -> None:
    """What any program does at the least to keep a text."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def long_day(path: Path, number: int) -> None:
    """Many edits in a row, with undos and redos among them."""
    draft_file.create(path, made_up(10))
    times, memory = [], 0.0
    for at in range(number):
        begin = time.process_time()
        edit(path, at)
        times.append(time.process_time() - begin)
        if at % 10 == 9:
            draft_file.undo(path)
        if at % 20 == 19:
            draft_file.redo(path)
        if at == number // 10:
            memory = resident()
    first, last = statistics.median(times[10 : 10 + GROUP]), statistics.median(times[-GROUP:])
    size = draft_file.history_path(path).stat().st_size / number
    print(f"a day of {number} edits of ten items")
    print(f"  the last {GROUP} / the first {GROUP} behind the tenth, CPU: {last / first:.2f} (at most 1.2)")
    print(f"  history: {size:.0f} bytes an edit, {size / path.stat().st_size:.3f} of the whole text")
    print(f"  memory since the first tenth: {resident() - memory:+.1f} MB (at most 5)")


def resident() -> float:
    """Megabytes of memory the process holds; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if told.exists() else 0.0


if __name__ == "__main__":
    main()
