"""Going about on the page 拟稿: dragging, keys, findings, and names for every control."""

import re

import pytest

from drafter import drafting
from tests.desk.draft_page.conftest import FIRST, Window

pytestmark = pytest.mark.long
NAMELESS = """() => Array.from(document.querySelectorAll('main button, main input, main textarea, main select'))
    .filter((one) => one.offsetParent && !one.textContent.trim() && !one.getAttribute('aria-label'))
    .filter((one) => !one.labels || !one.labels.length)
    .map((one) => one.outerHTML)"""


def test_an_item_is_put_elsewhere_by_the_mouse_and_by_keys_and_back_by_ctrl_z(window: Window) -> None:
    page, order = window.page, [item.id for item in window.draft.items]
    window.soon(lambda: not page.is_disabled("#findings"))  # badges that come in meanwhile move the rows
    page.drag_and_drop(
        "#list .items li:nth-child(1)", "#list .items li:nth-child(4)", target_position={"x": 60, "y": 40}
    )
    window.soon(lambda: [item.id for item in window.draft.items] == [*order[1:4], order[0], *order[4:]])
    page.focus("#list .items li:nth-child(4) button")
    page.keyboard.press("Alt+ArrowUp")
    window.soon(lambda: window.draft.items[2].id == order[0])
    window.soon(lambda: page.evaluate("document.activeElement.textContent").startswith("3"))
    for _ in range(2):
        page.keyboard.press("Control+z")
        window.saved()
    window.soon(lambda: [item.id for item in window.draft.items] == order)
    assert page.inner_text("#redo") == "重做：移动一项"
    page.keyboard.press("Control+y")
    window.soon(lambda: window.draft.items[3].id == order[0])


def test_f7_leads_to_every_finding_and_shift_f7_back(window: Window) -> None:
    page = window.page
    window.soon(lambda: not page.is_disabled("#findings"))
    findings = int(re.findall(r"\d+", page.inner_text("#findings"))[0])
    under_hands = "(document.activeElement.dataset.finding || '') + (document.activeElement.dataset.key || '')"
    met = []
    for _ in range(findings):
        page.keyboard.press("F7")
        met.append((page.evaluate("location.hash"), page.evaluate(under_hands)))
    assert all(at for _, at in met)
    assert len({item for item, _ in met}) > 5
    page.keyboard.press("Shift+F7")
    assert (page.evaluate("location.hash"), page.evaluate(under_hands)) == met[-2]


def test_tab_goes_from_the_item_in_the_list_to_its_fields(window: Window) -> None:
    page = window.page
    page.focus("#list [aria-current]")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#list .items li:nth-child(2) [aria-current]")
    at = "document.activeElement.closest('#work') ? 'fields' : document.activeElement.closest('#list') ? 'list' : ''"
    assert page.evaluate(at) == "list"
    page.keyboard.press("Tab")
    assert page.evaluate(at) == "fields"


def test_all_controls_have_names_and_hostile_words_stay_words(window: Window) -> None:
    page, hostile = window.page, "<img src=x onerror=document.title='x'>“'&amp;。"
    page.fill(FIRST, hostile)
    window.saved()
    page.fill("textarea[aria-label=标题]", hostile)
    window.saved()
    page.reload()
    page.wait_for_selector("#work h1")
    assert window.shown() == hostile
    assert page.locator("main img").count() == 0
    assert page.evaluate(NAMELESS) == []


def test_a_deleted_item_comes_back_with_the_words_it_had(window: Window) -> None:
    page = window.page
    words = "开展免费产前筛查，全年不少于300人次。"
    heading = window.draft.items[4].heading
    window.change(lambda draft: drafting.drop(drafting.edit_clause(draft, 5, 1, words), 5, reason="试一试"))
    window.soon(lambda: page.locator("section[aria-label='去年有、今年没有'] button").count() == 1)
    page.click("section[aria-label='去年有、今年没有'] button")
    window.soon(lambda: len(window.draft.items) == 10)
    assert (window.draft.items[4].heading, window.clause(5, 1)) == (heading, words)
    assert window.draft.dropped == ()
