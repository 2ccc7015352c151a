"""Who may come in, and what no request may do: each promise of the desk broken on purpose."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from drafter import drafting
from drafter.desk import app, guard
from drafter.desk.entry import Entry, key_of
from drafter.desk.serving import is_loopback, serve
from drafter.drafting import draft_file
from drafter.errors import UnfitValue
from drafter.workspace import Workspace, create

PORT = 8127
HERE = f"http://127.0.0.1:{PORT}"
STEPS = "/api/drafts/临淄区-2027/steps"


def let_in(desk: Flask, word: str) -> FlaskClient:
    """A browser that came by the address of the start."""
    browser = desk.test_client()
    assert browser.get(f"/in/{word}", base_url=HERE).status_code == 302
    return browser


@pytest.fixture(scope="module")
def workspace_with_draft(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with a draft, which no request below may change."""
    workspace = create(tmp_path_factory.mktemp("拟稿台") / "工作区")
    draft = drafting.new(2027, "临淄区", workspace.library)
    draft_file.create(workspace.drafts / "临淄区-2027.yaml", draft)
    return workspace


@pytest.fixture(scope="module")
def entry(workspace_with_draft: Workspace) -> Entry:
    return Entry(key_of(workspace_with_draft.root))


@pytest.fixture(scope="module")
def desk(workspace_with_draft: Workspace, entry: Entry) -> Flask:
    return app.create(workspace_with_draft, entry, hosts=["127.0.0.1", "localhost"], port=PORT)


@pytest.fixture
def browser(desk: Flask, entry: Entry) -> FlaskClient:
    return let_in(desk, entry.word)


def draft_bytes(workspace: Workspace) -> bytes:
    return (workspace.drafts / "临淄区-2027.yaml").read_bytes()


def test_a_browser_that_did_not_come_by_the_address_sees_nothing(desk: Flask, entry: Entry) -> None:
    stranger = desk.test_client()
    for path in ("/", "/draft/临淄区-2027", "/api/drafts/临淄区-2027", "/api/token", "/library", "/nowhere"):
        answer = stranger.get(path, base_url=HERE)
        assert answer.status_code == 401, path
        assert "普惠" not in answer.text
    for word in ("wrong", entry.key, entry.pass_value):
        assert stranger.get(f"/in/{word}", base_url=HERE).status_code == 401
    assert stranger.get("/", base_url=HERE).status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Flask, entry: Entry) -> None:
    answer = desk.test_client().get(f"/in/{entry.word}", base_url=HERE)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert entry.key not in cookie
    assert entry.word not in cookie


def test_a_browser_stays_let_in_after_a_restart_but_the_old_address_does_not_open(
    workspace_with_draft: Workspace, browser: FlaskClient, entry: Entry
) -> None:
    again = Entry(key_of(workspace_with_draft.root))
    desk = app.create(workspace_with_draft, again, hosts=["127.0.0.1"], port=PORT)
    cookie = browser.get_cookie(guard.cookie_name(PORT), domain="127.0.0.1")
    assert cookie
    stays, stranger = desk.test_client(), desk.test_client()
    stays.set_cookie(cookie.key, cookie.value, domain="127.0.0.1")
    assert stays.get("/", base_url=HERE).status_code == 200
    assert stranger.get(f"/in/{entry.word}", base_url=HERE).status_code == 401


def test_the_key_is_the_user_s_alone_and_outlives_a_restart(workspace: Workspace) -> None:
    key = key_of(workspace.root)
    assert key_of(workspace.root) == key
    assert (workspace.root / ".desk-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8127", "127.0.0.1:9999", "[::1]:8127"])
def test_a_foreign_host_is_refused(browser: FlaskClient, host: str) -> None:
    answer = browser.get("/", base_url=HERE, headers={"Host": host})
    assert answer.status_code == 400
    assert "<" not in answer.text


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "https://127.0.0.1:8127", "http://127.0.0.1:9999", "null", "http://localhost:8127"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(desk: Flask, browser: FlaskClient, origin: str, method: str) -> None:
    headers = {"Origin": origin, guard.TOKEN_HEADER: desk.config["DESK_TOKEN"]}
    assert browser.open("/api/token", method=method, base_url=HERE, headers=headers).status_code == 403


def test_what_another_site_sends_is_refused_even_without_an_origin(browser: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert browser.get("/api/token", base_url=HERE, headers=headers).status_code == 403


def every_write(desk: Flask) -> list[tuple[str, str]]:
    """Each address of the desk that takes a method that writes, with names put in."""
    return [
        (method, re.sub(r"<[^>]*>", "临淄区-2027", rule.rule))
        for rule in desk.url_map.iter_rules()
        for method in rule.methods or ()
        if method in {"POST", "PUT", "DELETE", "PATCH"} and not rule.endpoint.startswith("entry.")
    ]


@pytest.mark.parametrize("token", [None, "", "wrong", "令牌".encode().decode("latin-1")])
def test_no_write_of_any_page_goes_without_the_token(
    desk: Flask, browser: FlaskClient, workspace_with_draft: Workspace, token: str | None
) -> None:
    before = draft_bytes(workspace_with_draft)
    assert every_write(desk)
    for method, path in every_write(desk):
        headers = {} if token is None else {guard.TOKEN_HEADER: token}
        assert browser.open(path, method=method, base_url=HERE, headers=headers, json={}).status_code == 403, path
    assert draft_bytes(workspace_with_draft) == before


def told_policy(answer: TestResponse) -> dict[str, str]:
    return dict(one.split(" ", 1) for one in answer.headers["Content-Security-Policy"].split("; "))


def test_no_page_may_run_a_script_that_stands_in_it(browser: FlaskClient) -> None:
    for path in ("/", "/draft/临淄区-2027", "/nowhere", "/static/base.css", "/api/token"):
        answer = browser.get(path, base_url=HERE)
        policy = told_policy(answer)
        assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert policy["frame-ancestors"] == "'none'"
        answer.close()


def test_no_page_holds_a_script_or_a_style_of_its_own() -> None:
    folder = Path(app.__file__).with_name("pages")
    for page in folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(
            r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style|javascript:|\|\s*safe|https?://", text
        ), page


def test_every_script_is_short_and_puts_text_in_as_text() -> None:
    folder = Path(app.__file__).with_name("static")
    scripts = list(folder.glob("*.js"))
    assert scripts
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 300, script
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|https?://(?!www\.w3\.org)",
            text,
        ), script
        newer = r"\?\?=|\|\|=|&&=|\.at\(|replaceAll|structuredClone|Object\.hasOwn|\.findLast|\.replaceChildren\("
        assert not re.search(newer, text), f"{script}: newer than the browsers of 2020"


def test_a_request_larger_than_any_file_is_refused(desk: Flask, browser: FlaskClient) -> None:
    headers = {guard.TOKEN_HEADER: desk.config["DESK_TOKEN"]}
    answer = browser.post(STEPS, base_url=HERE, headers=headers, data=b"0" * 61_000_000)
    assert answer.status_code == 413
    assert "文件太大" in answer.text


@pytest.mark.parametrize(
    "name", ["../library/issuers", "..%2Flibrary%2Fissuers", "%2e%2e", "临淄区-2027.yaml", ".x", "甲\x00"]
)
def test_a_path_in_the_name_of_a_draft_leads_nowhere(browser: FlaskClient, name: str) -> None:
    for path in (f"/api/drafts/{name}", f"/draft/{name}"):
        assert browser.get(path, base_url=HERE).status_code in {404, 422, 308}, path


def test_whoever_has_no_password_does_not_get_in_from_the_network(workspace_with_draft: Workspace) -> None:
    entry = Entry(key_of(workspace_with_draft.root), "很长的密码")
    desk = app.create(workspace_with_draft, entry, hosts=["192.0.2.7"], port=PORT)
    there = "http://192.0.2.7:8127"
    browser = desk.test_client()
    assert browser.get("/", base_url=there).headers["Location"] == "/password"
    assert browser.get(f"/in/{entry.word}", base_url=there).status_code == 401
    wrong = browser.post("/password", base_url=there, data={"password": "不对的密码"})
    assert (wrong.status_code, "密码不对" in wrong.text) == (401, True)
    assert browser.post("/password", base_url=there, data={"password": "很长的密码"}).headers["Location"] == "/"
    assert browser.get("/", base_url=there).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - this is what is to be refused
        "192.0.2.7",
        "::",
        "内网",
    ],
)
def test_the_desk_does_not_listen_elsewhere_without_a_password(workspace: Workspace, host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(UnfitValue, match="密码"):
        serve(workspace, host=host, browser=False, tell=lambda _: None)
