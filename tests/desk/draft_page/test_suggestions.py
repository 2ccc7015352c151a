"""Suggestions on the page 拟稿: the newest question alone is answered, the first answer is short."""

from typing import TYPE_CHECKING

import pytest

from tests.desk.draft_page.conftest import Window

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = pytest.mark.long


def test_a_late_answer_never_replaces_a_newer_one(window: Window) -> None:
    page = window.page
    page.wait_for_selector(".suggested")
    held: list[Route] = []
    page.route("**/suggest?text=*", lambda route: held.append(route) if not held else route.continue_())
    page.fill("#suggestions input", "母婴室")
    window.soon(lambda: len(held) == 1)
    page.fill("#suggestions input", "托位数")
    window.soon(lambda: "托位" in page.inner_text(".suggested .words-shown"))
    held[0].fulfill(json={"cards": []})
    page.wait_for_timeout(300)
    assert "托位" in page.inner_text(".suggested .words-shown")


def test_the_first_suggestions_are_shown_at_once_and_the_others_come_below_them(window: Window) -> None:
    page = window.page
    page.wait_for_selector(".suggested")
    held: list[Route] = []
    page.route(
        "**/suggest?text=*", lambda route: route.continue_() if "most=" in route.request.url else held.append(route)
    )
    page.fill("#suggestions input", "家庭教育指导")
    window.soon(lambda: held and page.locator(".suggested").count() == 3)
    first = page.locator(".suggested").evaluate_all("them => them.map(one => one.getAttribute('aria-label'))")
    held[0].continue_()
    window.soon(lambda: page.locator(".suggested").count() == 6)
    every = page.locator(".suggested").evaluate_all("them => them.map(one => one.getAttribute('aria-label'))")
    assert every[:3] == first
    assert len(set(every)) == 6
