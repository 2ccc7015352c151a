"""How quickly many notices are imported: `drafter import` of a folder beside merely reading the same files one by one.

The notices are texts of the library under invented names of places, one place each. `drafter import` runs as a whole
process and reads, judges, stores and records each; the reading beside it is a loop over `readers.read` in this
process. A number as argument says how many notices (300 without one; the goal is 1,000 in a minute on 2 cores).
"""

import itertools
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter import readers
from drafter.workspace import create

ROOT = Path(__file__).resolve().parent.parent
NUMBER = 300
PLACES, CODES = ("博山", "淄川", "临淄", "淄博"), ("博政", "川政", "临政", "淄政")
SYLLABLES = "安白长东丰高广海和华江金兰龙明南平清荣瑞"


def make(folder: Path, number: int) -> None:
    """Write a number of notices, each of a place of its own."""
    sources = sorted((ROOT / "library" / "sources").glob("*.txt"))
    texts = itertools.cycle([path.read_text(encoding="utf-8") for path in sources])
    places = itertools.product(SYLLABLES, repeat=3)
    for count, (text, place) in enumerate(zip(texts, places, strict=False)):
        if count == number:
            return
        name = "".join(place)
        for old, code in zip(PLACES, CODES, strict=True):
            text = text.replace(old, name).replace(code, f"{name[0]}政")  # noqa: PLW2901 - each name in turn
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Print the times, notices a second, and the ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "旧通知")
        folder.mkdir()
        make(folder, number)
        workspace = create(Path(made, "工作区"))
        start = time.perf_counter()
        for path in sorted(folder.iterdir()):
            readers.read(path)
        reading = time.perf_counter() - start
        command = [sys.executable, "-m", "drafter", "--workspace", str(workspace.root), "import", str(folder)]
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        importing = time.perf_counter() - start
        stored = len(workspace.library.references()) - 5
    for name, seconds in (("readers.read", reading), ("drafter import", importing)):
        print(f"{name:16} {seconds:6.1f} s  {number / seconds:6.1f} notices/s")
    print(f"stored {stored} of {number}; import / read: {importing / reading:.2f} (at most 2)")


if __name__ == "__main__":
    main()
