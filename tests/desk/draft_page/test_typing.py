"""Typing on the page 拟稿: input methods, saving as one types, clauses that come and go."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.draft_page.conftest import FIRST, Window, type_at_end

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = pytest.mark.long
WORDS_STAY = """async () => {
    const { carried, differing, parted } = await import('/static/draft-changes.js');
    const one = () => '甲乙。丙'[Math.floor(Math.random() * 4)];
    const any = (most) => Array.from({ length: Math.random() * most }, one).join('');
    const faults = [];
    for (let turn = 0; turn < 3000; turn += 1) {
        const [parts, now] = [[any(6), any(6), any(6)], any(16)];
        const before = parts.join('');
        const pieces = parted(before, now, parts);
        const [mine, there] = differing(before, now).map((side) => side.map(([text]) => text).join(''));
        const ends = [carried(before, now, 0), carried(before, now, before.length)];
        const whole = pieces.length === 3 && pieces.join('') === now && mine === before && there === now;
        const inside = ends.every((place) => place === null || (place >= 0 && place <= now.length));
        if (!whole || !inside) faults.push([parts, now]);
    }
    return faults;
}"""


def test_an_input_method_sends_the_composed_words_and_nothing_half_typed(window: Window) -> None:
    page, before = window.page, window.clause()
    sent: list[Any] = []
    page.on("request", lambda one: sent.append(one.post_data_json) if one.url.endswith("/steps") else None)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "suggest?text" in one.url and "most=" in one.url else None)
    page.focus(FIRST)
    page.keyboard.press("Control+Home")
    keys = page.context.new_cdp_session(page)
    for typed in ("z", "zh", "zhe", "zhe'l", "zhe'li"):
        keys.send("Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)})
    window.soon(lambda: "校核意见" in page.inner_text("#findings") and not page.is_disabled("#findings"))
    page.wait_for_timeout(700)
    assert sent == []
    assert asked == []
    assert window.shown() == f"zhe'li{before}"
    keys.send("Input.insertText", {"text": "这里"})
    window.saved()
    assert window.clause() == window.shown() == f"这里{before}"
    assert [one["step"]["text"] for one in sent] == [f"这里{before}"]
    window.soon(lambda: len(asked) == 1)


def test_words_typed_while_a_save_is_under_way_are_saved_after_it(window: Window) -> None:
    page, before = window.page, window.clause()
    held: list[Route] = []
    page.route("**/steps", lambda route: held.append(route) if not held else route.continue_())
    type_at_end(page, "一。")
    window.soon(lambda: len(held) == 1)
    type_at_end(page, "二")
    held[0].continue_()
    window.soon(lambda: len(window.draft.items[0].clauses) == 5)
    assert [one.text for one in window.draft.items[0].clauses[:3]] == [before, "一。", "二"]
    page.keyboard.insert_text("三。")
    window.soon(lambda: window.clause(1, 3) == "二三。")
    window.saved()
    assert page.input_value("textarea[aria-label='第3条']") == "二三。"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "第3条"


def test_undo_takes_back_what_is_typed_though_it_was_not_saved_yet(window: Window) -> None:
    page, before = window.page, window.clause()
    type_at_end(page, "还有一句。")
    page.keyboard.press("Control+z")
    window.soon(lambda: window.shown() == before and page.inner_text("#redo") == "重做：修改措施")
    assert window.clause() == before
    page.keyboard.press("Control+y")
    window.soon(lambda: window.clause(1, 2) == "还有一句。")


def test_enter_adds_a_clause_and_an_emptied_one_goes(window: Window) -> None:
    page = window.page
    count = len(window.draft.items[0].clauses)
    page.focus(FIRST)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("新的一条。")
    window.soon(lambda: window.clause(1, 2) == "新的一条。")
    window.saved()
    page.fill("textarea[aria-label='第2条']", "")
    page.wait_for_timeout(700)
    assert len(window.draft.items[0].clauses) == count + 1
    page.focus(FIRST)
    window.soon(lambda: len(window.draft.items[0].clauses) == count)


def test_clauses_typed_one_after_the_other_without_a_pause_stay_apart(window: Window) -> None:
    page = window.page
    page.click("#add")
    page.fill("#new-heading", "改善母婴设施")
    page.click("dialog[open] button.main")
    page.wait_for_selector("textarea[data-key*='/new/1']")
    lines = ["新建母婴室，配齐用品。专人管理", "改造公园母婴室。", "开展宣传活动"]
    for place, line in enumerate(lines):
        if place:
            page.keyboard.press("Enter")
        for one in line:
            page.keyboard.insert_text(one)
            page.wait_for_timeout(40)

    def texts() -> list[str]:
        added = next(item for item in window.draft.items if item.heading == "改善母婴设施")
        return [clause.text for clause in added.all_clauses]

    window.soon(lambda: texts()[-1:] == lines[-1:])
    assert texts() == ["新建母婴室，配齐用品。", "专人管理", *lines[1:]]
    assert page.evaluate("document.activeElement.value") == lines[-1]


def test_backspace_at_the_beginning_of_a_clause_makes_one_of_two(window: Window) -> None:
    page = window.page
    page.fill(FIRST, "前一句。后一句。")
    window.soon(lambda: window.clause(1, 2) == "后一句。")
    page.focus("textarea[aria-label='第2条']")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Backspace")
    window.soon(lambda: window.clause() == "前一句。后一句。")
    window.soon(lambda: page.evaluate("document.activeElement.selectionStart") == 4)
    page.keyboard.press("Backspace")
    window.soon(lambda: window.clause() == window.shown() == "前一句后一句。")
    assert window.draft.dropped == ()


def test_words_are_parted_among_clauses_without_one_being_lost(window: Window) -> None:
    assert window.page.evaluate(WORDS_STAY) == []


def test_a_unit_is_added_by_keys_and_a_wrong_date_is_told_at_its_field(window: Window) -> None:
    page = window.page
    page.focus("[role=combobox]")
    page.keyboard.insert_text("民政")
    page.keyboard.press("Enter")
    window.soon(lambda: window.draft.items[0].units[-1] == "区民政局")
    page.keyboard.insert_text("网信")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowUp")
    assert page.inner_text("[role=option][aria-selected=true]") == "照写“网信”"
    page.keyboard.press("Enter")
    window.soon(lambda: window.draft.items[0].units[-1] == "网信")
    page.click("#list .item.head")
    page.fill("textarea[aria-label=成文日期]", "2027年2月30日")
    page.keyboard.press("Tab")
    page.wait_for_selector("#work p.error:has-text('2027年2月30日')")
    assert page.input_value("textarea[aria-label=成文日期]") == "2027年2月30日"
    page.fill("textarea[aria-label=成文日期]", f"{window.draft.year}年3月1日")
    page.keyboard.press("Tab")
    window.soon(lambda: str(window.draft.date) == f"{window.draft.year}-03-01")
