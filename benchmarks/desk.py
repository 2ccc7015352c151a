"""What the desk costs its user: from the start of its process to a usable page, an edit, suggestions, memory.

The desk runs as a process, over a workspace with made-up clauses (20,000, or as many as the argument says); all that is
told goes over its real server. Each figure stands beside its goal and beside a bare one: a Flask program of one page,
and the bare writing of the same draft to disk. Pages in a browser are started with Debian's Chromium.
"""

import contextlib
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from corpus import write_library
from playwright.sync_api import sync_playwright

from drafter import drafting
from drafter.drafting import draft_file
from drafter.index import Index
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.workspace import Workspace, create

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
PORT = 9321
BARE = """
import sys
from flask import Flask
import waitress
app = Flask("bare")
app.add_url_rule("/", "page", lambda: "<p>甲</p>")
server = waitress.create_server(app, host="127.0.0.1", port=int(sys.argv[1]))
print(f"http://127.0.0.1:{sys.argv[1]}/", flush=True)
server.run()
"""
EDITS, STEPS = 200, 10_000


class Desk:
    """A desk in its own process, asked over its server as the page asks it."""

    def __init__(self, folder: Path, port: int = PORT) -> None:
        command = [sys.executable, "-m", "drafter", "--workspace", str(folder), "desk", "--no-browser", "--port"]
        self.process = subprocess.Popen(
            [*command, str(port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", cwd=ROOT
        )
        assert self.process.stdout
        self.address = re.search(r"http\S+", self.process.stdout.readline())[0]  # type: ignore[index] # it is there
        self._line = http.client.HTTPConnection("127.0.0.1", port)
        self._cookie = ""
        self._cookie = (self._answer("GET", "/" + self.address.split("/", 3)[3]).getheader("Set-Cookie") or "").split(
            ";"
        )[0]
        self._token = self.ask("/api/token")["token"]

    def _answer(self, method: str, path: str, body: bytes | None = None) -> http.client.HTTPResponse:
        headers = {"Cookie": self._cookie, "X-Desk-Token": getattr(self, "_token", "")}
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        self.body = answer.read()
        return answer

    def ask(self, path: str) -> Any:
        """The JSON of an address."""
        self._answer("GET", path)
        return json.loads(self.body)

    def send(self, path: str, data: Any) -> Any:
        """The answer to a write."""
        self._answer("POST", path, json.dumps(data).encode("utf-8"))
        return json.loads(self.body)

    def memory(self) -> int:
        """Megabytes in use."""
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) // 1024  # type: ignore[index] # the system tells it


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Desk]:
    """A desk for as long as the block lasts."""
    desk = Desk(folder)
    try:
        yield desk
    finally:
        desk.process.terminate()
        desk.process.wait()


def milliseconds(times: list[float]) -> str:
    """The middle of some times and the 95th of a hundred."""
    ordered = sorted(times)
    return f"{statistics.median(ordered) * 1000:6.1f} ms, p95 {ordered[int(len(ordered) * 0.95)] * 1000:6.1f}"


def started(command: list[str], usable: str) -> float:
    """Seconds from the start of a process to a page in the browser that shows what it is for."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", cwd=ROOT
        )
        assert process.stdout
        address = re.search(r"http\S+", process.stdout.readline())
        assert address
        page.goto(address[0])
        page.wait_for_selector(usable)
        seconds = time.perf_counter() - start
        browser.close()
        process.terminate()
        process.wait()
    return seconds


def starts(folder: Path) -> None:
    """From process start to a usable page, beside the bare program."""
    command = [sys.executable, "-m", "drafter", "--workspace", str(folder), "desk", "--no-browser", "--port"]
    ours = min(started([*command, str(PORT + 1 + run)], "a[href*='/draft/']") for run in range(5))
    bare = min(started([sys.executable, "-c", BARE, str(PORT + 10 + run)], "p") for run in range(5))
    print(f"start to a usable page {ours:.2f} s (at most 1.2); bare Flask {bare:.2f} s, {ours / bare:.1f} times")


def with_items(draft: Draft, number: int) -> Draft:
    """The draft with so many items."""
    items = [item.replaced(id=f"i{at}") for at, item in zip(range(1, number + 1), draft.items * number, strict=False)]
    return draft.replaced(items=tuple(items))


def edits(desk: Desk, name: str, items: int, number: int) -> list[float]:
    """Seconds of so many edits of a draft's clauses, each with another text."""
    address = f"/api/drafts/{quote(name)}"
    sha, times = desk.ask(address)["sha"], []
    for count in range(number):
        step = {
            "do": "edit-clause",
            "item": f"i{count % items + 1}",
            "clause": 1,
            "text": f"走访慰问困境儿童{count}人次。",
        }
        start = time.perf_counter()
        answer = desk.send(f"{address}/steps", {"base": sha, "step": step})
        times.append(time.perf_counter() - start)
        sha = answer["sha"]
    return times


def bare_writes(path: Path) -> list[float]:
    """Seconds of writing the same text to disk, whole."""
    text, times = path.read_bytes(), []
    for _ in range(EDITS):
        start = time.perf_counter()
        with path.with_suffix(".bare").open("wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        path.with_suffix(".bare").replace(path.with_suffix(".bare2"))
        times.append(time.perf_counter() - start)
    return times


def suggested(desk: Desk, library: Library) -> tuple[list[float], list[float]]:
    """Seconds of suggestions for real clauses as they are typed, their first half, then all: of the first, of all six.

    The first three cards are asked for while one types, the six when one pauses, as the page does.
    """
    texts = [clause.text for _, notice in library.notices() for item in notice.items for clause in item.all_clauses]
    first, every = [], []
    for text in texts[:60]:
        for typed in (text[: len(text) // 2], text):
            address = f"/api/drafts/{quote('百项')}/suggest?text={quote(typed)}"
            start = time.perf_counter()
            desk.ask(f"{address}&most=3")
            first.append(time.perf_counter() - start)
            desk.ask(address)
            every.append(time.perf_counter() - start)
    return first, every


def main() -> None:
    """Print all figures beside their goals."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    real = Workspace.find(ROOT).library
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "工作区")
        workspace = create(folder)
        draft = drafting.new(2027, "临淄区", workspace.library)
        write_library(real, Path(made, "大文库"), number)
        for notice in Path(made, "大文库", "notices").iterdir():
            notice.rename(folder / "library" / "notices" / notice.name)
        for name, items in (("十项", 10), ("百项", 100)):
            draft_file.create(workspace.drafts / f"{name}.yaml", with_items(draft, items))
        Index.open(workspace.library)
        starts(folder)
        with running(folder) as desk:
            for name, items in (("十项", 10), ("百项", 100)):
                edits(desk, name, items, 5)
                times, bare = edits(desk, name, items, EDITS), bare_writes(workspace.drafts / f"{name}.yaml")
                print(f"an edit of {items} items {milliseconds(times)} (at most 100); bare write {milliseconds(bare)}")
            desk.ask(f"/api/drafts/{quote('百项')}/suggest?text={quote('托育')}")
            three, six = map(milliseconds, suggested(desk, real))
            print(f"suggestions at {number} clauses, three cards {three} (at most 150), then six {six}")
            before, first = desk.memory(), edits(desk, "十项", 10, EDITS)
            edits(desk, "十项", 10, STEPS)
            last = edits(desk, "十项", 10, EDITS)
            ratio = statistics.median(last) / statistics.median(first)
            print(
                f"memory {before} MB, after {STEPS} edits {desk.memory()} MB; an edit takes {ratio:.2f} times as long"
            )


if __name__ == "__main__":
    main()
