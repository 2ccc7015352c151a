"""The page 拟稿 in Chromium: input methods, saving, crashes of either side, two windows, dragging, going back."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from drafter.drafting import draft_file
from drafter.model.draft import Draft
from drafter.workspace import create
from tests.desk.conftest import PATIENCE_MS, Served, new_draft

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.long
_YEARS = itertools.count(2027)
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
NAMELESS = """() => Array.from(document.querySelectorAll('main button, main input, main textarea, main select'))
    .filter((one) => one.offsetParent && !one.textContent.trim() && !one.getAttribute('aria-label'))
    .filter((one) => !one.labels || !one.labels.length)
    .map((one) => one.outerHTML)"""
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
    """One desk for all tests here; each has a draft of its own."""
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


def test_an_item_is_put_elsewhere_by_the_mouse_and_by_keys_and_back_by_ctrl_z(window: Window) -> None:
    page, order = window.page, [item.id for item in window.draft.items]
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


def test_undo_takes_back_what_is_typed_though_it_was_not_saved_yet(window: Window) -> None:
    page, before = window.page, window.clause()
    type_at_end(page, "还有一句。")
    page.keyboard.press("Control+z")
    window.soon(lambda: window.shown() == before and page.inner_text("#redo") == "重做：修改措施")
    assert window.clause() == before
    page.keyboard.press("Control+y")
    window.soon(lambda: window.clause(1, 2) == "还有一句。")


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


def test_a_unit_is_added_by_keys_and_a_wrong_date_is_told_at_its_field(window: Window) -> None:
    page = window.page
    page.focus("[role=combobox]")
    page.keyboard.insert_text("民政")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    chosen = page.inner_text("[role=option][aria-selected=true]")
    page.keyboard.press("Enter")
    window.soon(lambda: window.draft.items[0].units[-1] == chosen)
    assert chosen == "区民政局"
    page.click("#list .item.head")
    page.fill("textarea[aria-label=成文日期]", "2027年2月30日")
    page.keyboard.press("Tab")
    page.wait_for_selector("#work p.error:has-text('2027年2月30日')")
    assert page.input_value("textarea[aria-label=成文日期]") == "2027年2月30日"
    page.fill("textarea[aria-label=成文日期]", f"{window.draft.year}年3月1日")
    page.keyboard.press("Tab")
    window.soon(lambda: str(window.draft.date) == f"{window.draft.year}-03-01")


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


def test_words_are_parted_among_clauses_without_one_being_lost(window: Window) -> None:
    assert window.page.evaluate(WORDS_STAY) == []
