"""Changes elsewhere while the page 拟稿 is open: crashes of either side, two windows, commands."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.draft_page.conftest import FIRST, Window, type_at_end

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

pytestmark = pytest.mark.long


def test_words_survive_a_killed_desk_and_a_reload_and_are_saved_by_themselves(window: Window) -> None:
    page, before = window.page, window.clause()
    assert window.desk.process
    window.desk.process.kill()
    window.desk.stop()
    try:
        type_at_end(page, "停机时写的")
        window.soon(lambda: "暂存在本机浏览器" in window.status)
        assert window.shown() == f"{before}停机时写的"
    finally:
        window.desk.start()
    window.soon(lambda: window.clause(1, 2) == "停机时写的")
    window.saved()
    page.route("**/steps", lambda route: route.abort())
    type_at_end(page, "，页面关掉前写的。", "textarea[aria-label='第2条']")
    window.soon(lambda: "暂存在本机浏览器" in window.status)
    page.unroute("**/steps")
    page.route("**/steps", lambda route: route.abort())
    page.reload()
    page.wait_for_selector("#work h1")
    window.soon(lambda: page.input_value("textarea[aria-label='第2条']") == "停机时写的，页面关掉前写的。")
    page.unroute("**/steps")
    window.soon(lambda: window.clause(1, 2) == "停机时写的，页面关掉前写的。")
    assert "已经找回" in page.inner_text("#notes")


def test_another_window_takes_over_what_was_saved(window: Window, context: "BrowserContext") -> None:
    other = Window(context.new_page(), window.desk, window.name)
    window.page.bring_to_front()
    type_at_end(window.page, "又一句。")
    window.saved()
    window.soon(lambda: other.page.locator("#work .clause-row").count() == 4)
    assert other.page.input_value("textarea[aria-label='第2条']") == "又一句。"


def test_a_change_elsewhere_in_another_field_is_taken_over_and_the_words_are_saved(window: Window) -> None:
    page, before = window.page, window.clause()
    window.change(lambda draft: draft.replaced(items=(*draft.items[1:], draft.items[0])))
    type_at_end(page, "同时写的。")
    window.soon(lambda: window.clause(10, 2) == "同时写的。")
    window.saved()
    assert window.clause(10, 1) == before
    assert page.inner_text("#work h1").startswith("第10项")
    assert "在别处改动过" in page.inner_text("#notes")


@pytest.mark.parametrize(
    ("choice", "left"),
    [("用我的", ["我写的。"]), ("用已保存的", ["别人写的。"]), ("两个都留（追加）", ["别人写的。", "我写的。"])],
)
def test_one_field_changed_in_two_windows_is_put_before_the_drafter(
    window: Window, context: "BrowserContext", choice: str, left: list[str]
) -> None:
    page = window.page
    other = Window(context.new_page(), window.desk, window.name)
    page.route("**/sha", lambda route: route.abort())
    other.page.fill(FIRST, "别人写的。")
    other.saved()
    page.fill(FIRST, "我写的。")
    page.wait_for_selector("dialog[open]")
    assert window.clause() == "别人写的。"
    assert page.locator("dialog mark").all_text_contents() == ["我", "别人"]
    page.click(f"dialog button:has-text('{choice}')")
    window.soon(lambda: [one.text for one in window.draft.items[0].clauses[: len(left)]] == left)
    window.saved()
    assert window.shown() == left[0]
    assert len(window.draft.items[0].clauses) == 2 + len(left)


def test_a_step_whose_answer_got_lost_is_not_taken_twice(window: Window) -> None:
    page, count = window.page, len(window.draft.items[0].clauses)
    lost: list[Any] = []

    def lose(route: "Route") -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch())
        route.abort()

    page.route("**/steps", lose)
    page.focus(FIRST)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("写了一句。又写一句。")
    window.soon(lambda: lost)
    window.saved()
    assert [one.text for one in window.draft.items[0].clauses[1:3]] == ["写了一句。", "又写一句。"]
    assert len(window.draft.items[0].clauses) == count + 2
    assert page.locator(".clause-row").count() == count + 2
    lost.clear()
    page.fill("textarea[aria-label='第1条']", "改过的一句。")
    window.soon(lambda: lost)
    window.saved()
    assert window.clause() == window.shown() == "改过的一句。"
    assert page.locator("dialog[open]").count() == 0


def test_words_for_an_item_that_was_taken_out_elsewhere_are_kept(window: Window) -> None:
    page = window.page
    window.open(3)
    page.route("**/sha", lambda route: route.abort())
    window.change(lambda draft: draft.replaced(items=(*draft.items[:2], *draft.items[3:])))
    page.fill(FIRST, "不能丢的一句。")
    page.wait_for_selector("dialog[open]")
    page.click("dialog button:has-text('留下我的')")
    window.soon(lambda: window.draft.items[-1].clauses[-1].text == "不能丢的一句。")
    assert page.inner_text("#work h1").startswith("第3项")
