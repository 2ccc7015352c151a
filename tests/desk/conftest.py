"""The desk as its tests use it: the application with a browser let in, a served desk, a page in Chromium."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from drafter import drafting
from drafter.desk import app, guard
from drafter.desk.entry import Entry, key_of
from drafter.drafting import draft_file
from drafter.workspace import Workspace
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

PORT = 8127
PATIENCE_MS = 120_000  # a busy machine is slow, not wrong
HERE = f"http://127.0.0.1:{PORT}"


def new_draft(workspace: Workspace, year: int = 2027, place: str = "临淄区") -> str:
    """A draft of the workspace, made as `drafter new` makes it; returns its name."""
    draft_file.create(workspace.drafts / f"{place}-{year}.yaml", drafting.new(year, place, workspace.library))
    return f"{place}-{year}"


@dataclass(frozen=True)
class Desk:
    """The application over a workspace of one's own, and a browser that was let in."""

    workspace: Workspace
    app: Flask
    browser: FlaskClient

    def get(self, path: str, **given: Any) -> TestResponse:
        """The answer to a question."""
        return self.browser.get(path, base_url=HERE, **given)

    def json(self, path: str, **given: Any) -> Any:
        """The JSON that answers a question."""
        answer = self.get(path, **given)
        assert answer.status_code == 200, answer.text
        return answer.json

    def post(self, path: str, body: object = None, /, **given: Any) -> TestResponse:
        """The answer to a write with the token: an object as JSON, or `data=` of a form with files."""
        sent = given if body is None else {"json": body} | given
        token = {guard.TOKEN_HEADER: self.app.config["DESK_TOKEN"]}
        return self.browser.post(path, base_url=HERE, headers=token, **sent)


def json_of(answer: TestResponse) -> Any:
    """The JSON of an answer."""
    return answer.json


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    """The desk of a fresh workspace without a draft."""
    entry = Entry(key_of(workspace.root))
    made = app.create(workspace, entry, hosts=["127.0.0.1", "localhost"], port=PORT)
    browser = made.test_client()
    assert browser.get(f"/in/{entry.word}", base_url=HERE).status_code == 302
    return Desk(workspace, made, browser)


class Served:
    """The desk as a process of its own; it can be stopped and started again at the same address."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.process: subprocess.Popen[str] | None = None
        self.start()

    @property
    def entrance(self) -> str:
        """The address of the last start, which lets a browser in."""
        return self.url(self._way)

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def start(self) -> None:
        """Start it, and wait until it has told its address."""
        asked = ["desk", "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "drafter", "--workspace", str(self.workspace.root), *asked],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert self.process.stdout
        told = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+)", told)
        assert found, told
        self.port, self._way = int(found[1]), found[2]

    def stop(self) -> None:
        """End it as a closed window would."""
        if self.process:
            self.process.terminate()
            self.process.communicate(timeout=120)
            self.process = None


@pytest.fixture
def served(workspace: Workspace) -> Iterator[Served]:
    """The desk of a fresh workspace, served by a process of its own."""
    running = Served(workspace)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A browser without a window."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"], timeout=PATIENCE_MS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser", served: Served) -> "Iterator[Page]":
    """A page of 1366 × 768 that was let in; a script that fails or breaks the policy fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN", accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []

    def hear(message: "ConsoleMessage") -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", hear)
    opened.goto(served.entrance)
    yield opened
    context.close()
    assert faults == []


def drop_files(page: "Page", selector: str, paths: list[Path]) -> None:
    """Drop files from the desktop on an element of a page."""
    files = [{"name": path.name, "hex": path.read_bytes().hex()} for path in paths]
    page.eval_on_selector(
        selector,
        """(place, files) => {
            const data = new DataTransfer();
            for (const {name, hex} of files) {
                const bytes = new Uint8Array((hex.match(/../g) || []).map((two) => parseInt(two, 16)));
                data.items.add(new File([bytes], name));
            }
            for (const kind of ["dragenter", "dragover", "drop"])
                place.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        files,
    )
