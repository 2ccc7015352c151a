"""What reading costs: notices beside a bare look at the same bytes, a bomb, long titles beside short ones.

All in this process, the least of several runs. The goals: 150 ms for a notice as .txt and 300 ms as .docx, a bomb
refused within a second, a title of 300 signs broken in at most 40 times what one of 26 takes (133 would be the square).
"""

import io
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter import render
from drafter.errors import DrafterError
from drafter.readers import read_bytes
from drafter.text.title import break_title
from drafter.workspace import Workspace

RUNS = 5
TITLE = "关于印发2026年为全区妇女儿童办实事项目清单的通知"


def least(work: Callable[[], object]) -> float:
    """The least time of several runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def text_of_word(data: bytes) -> bytes:
    """The bare work: the main part of a Word file, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def swollen(data: bytes) -> bytes:
    """The same Word file with a main part of 60 million signs."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, bytes(60_000_000) if name == "word/document.xml" else old.read(name))
    return made.getvalue()


def refused(data: bytes) -> None:
    """Read what is to be refused."""
    try:
        read_bytes(data, "甲.docx")
    except DrafterError:
        return
    raise AssertionError("a bomb was read")


def main() -> None:
    """Print the times and the ratios."""
    workspace = Workspace.find()
    slowest = {"txt": 0.0, "docx": 0.0}
    bare = {"txt": 0.0, "docx": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        for reference in workspace.library.references():
            text = (workspace.library.folder / "sources" / f"{reference}.txt").read_bytes()
            path = Path(folder, f"{reference}.docx")
            render.docx(workspace.library.notice(reference), workspace.templates).save(path)
            for kind, data in (("txt", text), ("docx", path.read_bytes())):
                look: Callable[[bytes], object] = text_of_word if kind == "docx" else bytes.decode
                slowest[kind] = max(slowest[kind], least(partial(read_bytes, data, f"甲.{kind}")))
                bare[kind] = max(bare[kind], least(partial(look, data)))
        word = path.read_bytes()
    for kind, most in (("txt", 150), ("docx", 300)):
        print(f".{kind:5} {slowest[kind]:7.1f} ms (at most {most}); a bare look {bare[kind]:.2f} ms")
    bomb = swollen(word)
    print(f"a bomb {least(lambda: refused(bomb)):7.1f} ms (at most 1000)")
    short = least(lambda: break_title(TITLE))
    long = least(lambda: break_title("甲乙" * 150))
    print(f"titles {long:7.1f} ms for 300 signs, {short:.1f} for {len(TITLE)}: {long / short:.1f} times (at most 40)")


if __name__ == "__main__":
    main()
