"""Every page as a screen reader is told of it: each control has a name, and no page is wider than its window."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.desk.conftest import Served, new_draft

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.long
CONTROLS = {
    *("button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "option", "spinbutton"),
    *("tab", "menuitem", "slider", "switch", "dialog", "img"),
}
WIDTHS = {"1366 × 768": (1366, 768), "the same at 150 %": (911, 512)}


def focusable(node: dict[str, Any]) -> bool:
    """Whether the keyboard can come to it; the page as a whole, and the place that a skip link leads to, are none."""
    if node["role"]["value"] in {"RootWebArea", "main"}:
        return False
    return any(one["name"] == "focusable" and one["value"].get("value") for one in node.get("properties", ()))


def nameless(page: "Page") -> list[str]:
    """The controls of the accessibility tree that have no name."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    told = [node for node in nodes if not node["ignored"] and (node["role"]["value"] in CONTROLS or focusable(node))]
    assert told
    return [node["role"]["value"] for node in told if not node.get("name", {}).get("value", "").strip()]


def test_every_control_of_every_page_has_a_name_and_no_page_is_cut(page: "Page", served: Served) -> None:
    name = quote(new_draft(served.workspace))
    of_draft = [f"/draft/{name}{rest}" for rest in ("", "#head", "/compare", "/check", "/pages", "/export")]
    for path in ("/", "/library", "/library/" + quote("博山区-2025"), "/wishes", *of_draft):
        for what, (width, height) in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(served.url(path))
            page.wait_for_load_state("networkidle")
            assert nameless(page) == [], path
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            assert not wide, f"{path} at {what}"
