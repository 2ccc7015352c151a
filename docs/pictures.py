"""Takes the pictures of the desk for the manual: each page at 1366 × 768, over a draft in the middle of the work.

`python docs/pictures.py` writes docs/desk-*.png; it needs Debian's Chromium, and LibreOffice for the page 版面.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from drafter import drafting
from drafter.drafting import draft_file
from drafter.model.draft import Draft
from drafter.workspace import Workspace, create

HERE = Path(__file__).resolve().parent
NAME = "临淄区-2027"
PAGES = {
    "home": ("/", "td.missing:not(.faint), td.missing:has-text('，')"),
    "draft": (f"/draft/{quote(NAME)}#i5", ".suggested"),
    "compare": (f"/draft/{quote(NAME)}/compare", "ins"),
    "check": (f"/draft/{quote(NAME)}/check", "q, mark"),
    "pages": (f"/draft/{quote(NAME)}/pages", "img"),
    "export": (f"/draft/{quote(NAME)}/export", "#ready strong"),
    "library": ("/library", "td"),
}


def in_work(draft: Draft, workspace: Workspace) -> Draft:
    """The draft with what a drafter does in a morning."""
    library = workspace.library
    draft = drafting.edit_clause(draft, 5, 1, "开展免费产前筛查、新生儿四种遗传代谢性疾病筛查，推动患儿早诊早治。")
    draft = drafting.take(draft, "博山区-2025#4", library=library, at=4, reason="群众反映强烈")
    draft = drafting.drop(draft, 9, reason="已转为日常工作")
    draft = drafting.move(draft, 7, at=2)
    for number in (1, 2, 3):
        draft = drafting.confirm(draft, number)
    return drafting.edit_item(draft, 5, library=library, units="区卫健局、区妇联、区教体局", reason="卫健局牵头")


def settled(page: Page, path: str, shown: str) -> None:
    """Open a page and wait until it shows what it is for."""
    page.goto(path)
    page.wait_for_selector(shown, timeout=60_000)
    page.wait_for_timeout(2_500)


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as made:
        workspace = create(Path(made, "工作区"))
        draft = in_work(drafting.new(2027, "临淄区", workspace.library), workspace)
        draft_file.create(workspace.drafts / f"{NAME}.yaml", draft)
        command = [sys.executable, "-u", "-m", "drafter", "--workspace", str(workspace.root), "desk", "--no-browser"]
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=HERE.parent)
        assert desk.stdout
        entrance = re.search(r"(http\S+?\d)(/\S+)", desk.stdout.readline())
        assert entrance
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN")
            page.goto(entrance[0])
            for name, (path, shown) in PAGES.items():
                settled(page, entrance[1] + path, shown)
                page.screenshot(path=HERE / f"desk-{name}.png")
            browser.close()
        desk.terminate()
        desk.wait()


if __name__ == "__main__":
    main()
