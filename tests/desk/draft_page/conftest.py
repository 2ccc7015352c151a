"""The page 拟稿 in Chromium: a window with a draft of its own for each test."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from drafter.drafting import draft_file
from drafter.model.draft import Draft
from drafter.workspace import create
from tests.desk.conftest import PATIENCE_MS, Served, new_draft

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_YEARS = itertools.count(2027)
FIRST = "textarea[aria-label='第1条']"


class Window:
    """A window with the page of a draft of its own."""

    def __init__(self, page: "Page", desk: Served, name: str) -> None:
        self.page, self.desk, self.name = page, desk, name
        self.page.goto(desk.url(f"/draft/{name}"))
        self.page.wait_for_selector("#work h1")

    @property
    def draft(self) -> Draft:
        """The draft as it is on disk."""
        return draft_file.load(self.desk.workspace.drafts / f"{self.name}.yaml")[0]

    def clause(self, item: int = 1, clause: int = 1) -> str:
        """A clause as it is on disk."""
        return self.draft.items[item - 1].all_clauses[clause - 1].text

    def change(self, step: Callable[[Draft], Draft]) -> None:
        """Change the draft as a command would."""
        draft_file.change(self.desk.workspace.drafts / f"{self.name}.yaml", "命令", step)

    def open(self, number: int) -> None:
        """Open an item from the list."""
        self.page.click(f"#list .items li:nth-child({number}) button")

    def soon(self, check: Callable[[], object]) -> None:
        """Wait until something holds; the page goes on meanwhile."""
        end = time.monotonic() + 120  # a busy machine is slow, not wrong
        while not check():
            assert time.monotonic() < end, "waited in vain"
            self.page.wait_for_timeout(50)

    def saved(self) -> None:
        """Wait until the page says so."""
        self.soon(lambda: self.status.startswith("已保存"))

    @property
    def status(self) -> str:
        """What the page says of saving."""
        return self.page.inner_text("#status")

    def shown(self) -> str:
        """What the first field for a clause holds."""
        return self.page.input_value(FIRST)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One desk for the tests of a file; each has a draft of its own."""
    running = Served(create(tmp_path_factory.mktemp("台") / "工作区"))
    yield running
    running.stop()


@pytest.fixture
def context(chromium: "Browser", desk: Served) -> "Iterator[BrowserContext]":
    """A browser that was let in; a script that fails fails the test."""
    opened = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    opened.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    opened.on("weberror", lambda error: faults.append(str(error.error)))
    opened.new_page().goto(desk.entrance)
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture
def window(context: "BrowserContext", desk: Served) -> Window:
    """A window with a fresh draft."""
    return Window(context.pages[0], desk, new_draft(desk.workspace, next(_YEARS)))


def type_at_end(page: "Page", text: str, field: str = FIRST) -> None:
    """Type at the end of a field."""
    page.focus(field)
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)
