"""The web page of a comparison: one file without network, every text escaped, contents that lead somewhere."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from drafter.compare import page
from drafter.library import Library
from tests.compare.viewing import HOSTILE, notice, of_library, told

LOADING = ("src", "srcset", "data", "action", "background", "poster", "ping", "formaction")


@pytest.fixture
def hostile() -> str:
    """A page every text of which is hostile."""
    old = notice({"heading": HOSTILE, "clauses": [f"{HOSTILE}一件事。"], "units": [HOSTILE]}, year=2026, title=HOSTILE)
    new = notice(
        {"heading": f"{HOSTILE}新", "clauses": [f"{HOSTILE}一件新事2场。"], "units": ["区妇联"]},
        {"heading": HOSTILE, "clauses": [f"又{HOSTILE}3场。"], "units": [f"{HOSTILE}局"]},
        title=f"新{HOSTILE}",
        opening=[HOSTILE],
    )
    return page.page(told(old, new, old_name=HOSTILE, new_name=f"{HOSTILE}2")[1])


def test_the_page_loads_nothing_and_runs_only_its_own_script(hostile: str) -> None:
    tree = html.document_fromstring(hostile)
    assert not tree.xpath("//link | //img | //iframe | //object | //embed | //base | //form | //svg")
    assert [one for one in tree.iter() if set(LOADING) & set(one.attrib)] == []
    assert {one.get("href")[0] for one in tree.xpath("//*[@href]")} == {"#"}
    assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on") or name == "style"]
    (script,), (style,) = tree.xpath("//script"), tree.xpath("//style")
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for element in (script, style):
        digest = base64.b64encode(hashlib.sha256(element.text.encode("utf-8")).digest()).decode("ascii")
        assert f"{element.tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?:|url\(|@import|innerHTML|eval\(|fetch\(", script.text + style.text)


def test_hostile_text_is_shown_as_it_is(hostile: str) -> None:
    tree = html.document_fromstring(hostile)
    main = tree.xpath("//main")[0].text_content()
    assert main.count("<script>alert(1)</script>") >= 8
    assert "{{ 7*7 }}{% x %}" in main
    assert tree.xpath("//title/text()")[0].count("</style><script>") == 2


def test_every_entry_of_the_contents_leads_to_its_item_with_its_badges(library: Library) -> None:
    _, made = of_library(library, "博山区-2023", "博山区-2025")
    tree = html.document_fromstring(page.page(made))
    links = tree.xpath("//nav//a")
    for link in links:
        assert tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
    items = [link for link in links if link.get("href").startswith("#item-")]
    for link, row in zip(items, made.items, strict=True):
        badges = [badge.text for badge in link.xpath("span[contains(@class, 'badge')]")]
        assert badges == [row.label, *row.marks]
        assert (row.heading.new or row.heading.old) in link.text_content()


def test_every_change_can_be_filtered_by_a_kind_that_the_page_offers(library: Library) -> None:
    tree = html.document_fromstring(page.page(of_library(library, "博山区-2023", "博山区-2025")[1]))
    offered = set(tree.xpath("//input[@name='kind']/@value"))
    assert {kind for kinds in tree.xpath("//*[@data-kind]/@data-kind") for kind in kinds.split()} <= offered | {"same"}


def test_the_same_comparison_gives_the_same_page(library: Library) -> None:
    one, two = (page.page(of_library(library, "淄博市-2024", "临淄区-2026")[1]) for _ in range(2))
    assert one == two


_DRIVE = """
const press = (key, shiftKey) => document.dispatchEvent(new KeyboardEvent("keydown", {key, shiftKey, bubbles: true}));
const text = (selector) => document.querySelector(selector)?.innerText ?? "";
const spots = () => [...document.querySelectorAll("[data-kind]:not(.title)")].filter((one) => !one.hidden);
const boxes = [...document.querySelectorAll("input[name=kind]")];
const others = () => boxes.filter((box) => box.value !== "added").forEach((box) => box.click());
const log = [];
for (const [key, shift] of [["F7", false], ["n", false], ["F7", true]]) {
  press(key, shift);
  log.push(text("#count") + "/" + text(".current"));
}
others();
log.push(spots().every((one) => one.dataset.kind === "added"));
others();
document.getElementById("changes").click();
log.push(spots().every((one) => one.dataset.kind !== "same"));
document.body.textContent = "RESULT" + JSON.stringify(log) + "END";
"""


@pytest.mark.long
def test_keys_filters_and_changes_only_work_in_a_browser(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no browser here: the page was tried by hand in Chromium")
    old = notice({"clauses": ["第一件旧事办完了。", "不变的一条措施。"]}, year=2026)
    new = notice({"clauses": ["不变的一条措施。", "全新的另一件大事3场。"]}, {"clauses": ["再来一件别的。"]})
    text = page.page(told(old, new)[1])
    text = re.sub(r"<meta http-equiv=[^>]*>", "", text).replace("</body>", f"<script>{_DRIVE}</script></body>")
    path = tmp_path / "页.html"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
         "--virtual-time-budget=2000", "--dump-dom", path.as_uri()],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    found = re.search(r"RESULT(\[.*\])END", done.stdout)
    assert found, done.stderr[-500:]
    first, second, back, only_added, same_hidden = json.loads(html.fromstring(f"<p>{found[1]}</p>").text_content())
    assert first.startswith("第1处")
    assert second.startswith("第2处")
    assert back == first
    assert only_added
    assert same_hidden
