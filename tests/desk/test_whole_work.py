"""The whole work in the page alone, as a newcomer does it; what comes out is what the commands make, to the byte."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.drafting import draft_file
from drafter.model.draft import Draft
from drafter.workspace import create
from tests.conftest import Run
from tests.desk.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.long
NAME = "临淄区-2027"
REPORT = "请各责任单位于每季度末将进展情况表报区妇儿工委办公室。"
FIRST = "textarea[aria-label='第1条']"


def test_a_newcomer_brings_next_year_s_notice_from_nothing_to_the_checked_document(
    page: "Page", served: Served, run: Run, tmp_path: Path
) -> None:
    begin(page)
    reorder_by_dragging(page, served)
    type_through_an_input_method_while_the_desk_is_restarted(page, served)
    settle_a_conflict_of_two_windows(page, served)
    take_from_a_suggestion(page, served)
    confirm_every_figure(page)
    fill_in_the_head(page, served)
    page.click("role=link[name=校核]")
    page.wait_for_selector("text=可以送签")
    by_page = exported(page)
    by_command = made_by_commands(run, tmp_path, ref_taken(served))
    assert sorted(one.rpartition(".")[2] for one in by_page) == ["docx", "docx"]
    assert sorted(by_page.values()) == sorted(by_command)


def begin(page: "Page") -> None:
    page.fill("input[aria-label=查找发文机关]", "临淄")
    page.click("label:has-text('临淄区')")
    page.wait_for_selector("#write:enabled")
    assert page.input_value("#year") == "2027"
    page.click("role=button[name=建草稿]")
    page.wait_for_selector("#work h1")


def draft(served: Served) -> Draft:
    return draft_file.load(served.workspace.drafts / f"{NAME}.yaml")[0]


def reorder_by_dragging(page: "Page", served: Served) -> None:
    last = draft(served).items[9].heading
    page.wait_for_selector("#findings:not([disabled])")  # badges that come in meanwhile move the rows
    page.drag_and_drop(
        "#list .items li:nth-child(10)", "#list .items li:nth-child(2)", target_position={"x": 60, "y": 2}
    )
    wait(page, served, lambda now: now.items[1].heading == last)


def type_through_an_input_method_while_the_desk_is_restarted(page: "Page", served: Served) -> None:
    page.click("#list .items li:nth-child(1) button")
    page.focus(FIRST)
    page.keyboard.press("Control+Home")
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "ji'xu", "selectionStart": 5, "selectionEnd": 5})
    assert served.process
    served.process.kill()
    served.stop()
    keys.send("Input.insertText", {"text": "继续"})
    page.wait_for_selector("#status.lost")
    assert page.input_value(FIRST).startswith("继续举办")
    served.start()
    wait(page, served, lambda now: now.items[0].clauses[0].text.startswith("继续举办"))


def settle_a_conflict_of_two_windows(page: "Page", served: Served) -> None:
    other = page.context.new_page()
    other.goto(served.url(f"/draft/{NAME}"))
    other.wait_for_selector("#work h1")
    page.route("**/sha", lambda route: route.abort())
    second = "textarea[aria-label='第2条']"
    other.fill(second, "开展技能培训。")
    wait(other, served, lambda now: now.items[0].clauses[1].text == "开展技能培训。")
    page.fill(second, "开展补贴性技能培训。")
    page.wait_for_selector("dialog[open]")
    assert "开展技能培训。" in page.inner_text("dialog[open]")
    page.click("dialog button:has-text('用我的')")
    wait(page, served, lambda now: now.items[0].clauses[1].text == "开展补贴性技能培训。")
    page.unroute("**/sha")
    other.close()


def take_from_a_suggestion(page: "Page", served: Served) -> None:
    page.fill("#suggestions input", "母婴室")
    page.wait_for_selector(".suggested:has-text('母婴')")
    page.click(".suggested:has-text('母婴') >> text=作为新的一项")
    wait(page, served, lambda now: len(now.items) == 11)


def ref_taken(served: Served) -> tuple[str, int]:
    """Which past item was taken, and at which position it stands."""
    items = draft(served).items
    (at,) = [number for number, item in enumerate(items, 1) if not (item.origin or "").startswith("临淄区-2026")]
    return items[at - 1].origin or "", at


def confirm_every_figure(page: "Page") -> None:
    for number in range(1, 12):
        page.click(f"#list .items li:nth-child({number}) button")
        page.wait_for_selector(f"#work h1:has-text('第{number}项')")
        button = page.locator("text=确认全部指标")
        if button.is_enabled():
            button.click()
            page.wait_for_selector("button:has-text('确认全部指标'):disabled")


def fill_in_the_head(page: "Page", served: Served) -> None:
    page.click("#list .item.head")
    for label, text in (("文号序号", "9"), ("成文日期", "2027年5月28日")):
        page.fill(f"textarea[aria-label={label}]", text)
        page.keyboard.press("Tab")
    closing = "textarea[aria-label=结尾]"
    page.fill(closing, page.input_value(closing) + "\n" + REPORT)
    wait(page, served, lambda now: bool(now.doc_number and now.doc_number.serial == 9 and now.date))
    wait(page, served, lambda now: now.closing[-1] == REPORT)


def exported(page: "Page") -> dict[str, bytes]:
    """The documents of the downloaded package by their names."""
    page.click("role=link[name=导出]")
    page.wait_for_selector("text=可以送签")
    page.click("role=button[name=全不选]")
    for kind in ("final", "table"):
        page.check(f"input[value={kind}]")
    page.click("role=button[name=生成]")
    with page.expect_download() as download:
        page.click("text=全部下载")
    data = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made_by_commands(run: Run, tmp_path: Path, taken: tuple[str, int]) -> list[bytes]:
    """The same work by commands, in another workspace: the document and the comparison."""
    workspace = create(tmp_path / "用命令做").root

    def drafter(*args: object) -> None:
        done = run("--workspace", workspace, *args)
        assert done.code in {0, 1}, done.err

    drafter("new", 2027, "--issuer", "临淄区")
    drafter("move", f"{NAME}#10", "--at", 2)
    before = draft_file.load(workspace / "drafts" / f"{NAME}.yaml")[0]
    drafter("edit", f"{NAME}#1.1", "--text", f"继续{before.items[0].clauses[0].text}")
    drafter("edit", f"{NAME}#1.2", "--text", "开展补贴性技能培训。")
    drafter("take", NAME, taken[0], "--at", taken[1])
    for number in range(1, 12):
        drafter("edit", f"{NAME}#{number}", "--confirm")
    closing = [part for text in (*before.closing, REPORT) for part in ("--closing", text)]
    drafter("edit", NAME, "--serial", 9, "--date", "2027-05-28", *closing)
    drafter("render", NAME, "--final", "-o", tmp_path / "通知.docx")
    drafter("compare", "临淄区-2026", NAME, "--table", tmp_path / "对照表.docx")
    return [(tmp_path / name).read_bytes() for name in ("通知.docx", "对照表.docx")]


def wait(page: "Page", served: Served, holds: "Callable[[Draft], bool]") -> None:
    """Wait until the draft on disk is as it should be, and the page has said that it is saved."""
    end = time.monotonic() + 120  # a busy machine is slow, not wrong
    while not holds(draft(served)):
        assert time.monotonic() < end, "waited in vain"
        page.wait_for_timeout(50)
