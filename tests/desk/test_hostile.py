"""What a hostile or broken sender can put into a request: refused with a sentence, never a failure inside."""

import io
import os
import queue
import subprocess
import sys
import threading

import pytest

from drafter.desk import app
from drafter.desk.entry import Entry, Tries, key_of
from drafter.desk.printing import Printing
from drafter.errors import UnfitValue
from drafter.measure.pictures import Pictured
from drafter.text import targets
from drafter.workspace import Workspace
from tests.conftest import ROOT
from tests.desk.conftest import HERE, PORT, Desk, new_draft

STEPS = "/api/drafts/临淄区-2027/steps"


def test_a_stranger_is_not_shown_the_token(desk: Desk) -> None:
    token = desk.app.config["DESK_TOKEN"]
    assert token in desk.get("/").text
    for path in ("/password", "/", "/nowhere", "/in/wrong"):
        assert token not in desk.app.test_client().get(path, base_url=HERE).text, path


@pytest.mark.parametrize(
    "origin", ["http://[", "http://]", "http://[::1", f"{HERE}/", f"http://a@127.0.0.1:{PORT}", ""]
)
def test_an_origin_that_is_none_is_refused(desk: Desk, origin: str) -> None:
    assert desk.get("/api/token", headers={"Origin": origin}).status_code == 403


BODIES = {
    "nested too deep": "[" * 100_000,
    "objects nested too deep": '{"a":' * 100_000,
    "half a character": '{"place": "\\ud800", "year": 2027, "step": {"do": "\\ud800"}, "base": "\\ud800"}',
    "half a character in a name": '{"place": "临淄区", "year": 2028, "name": "\\udcff"}',
    "half a character in a key": '{"\\udcff": 1}',
    "a number of too many digits": '{"year": ' + "9" * 5000 + "}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_json_that_nothing_can_keep_is_refused_before_anything_is_done(desk: Desk, body: str) -> None:
    new_draft(desk.workspace)
    before = sorted(desk.workspace.drafts.iterdir())
    for path in ("/api/begin", STEPS, "/api/drafts/临淄区-2027/undo", "/api/drafts/临淄区-2027/export"):
        answer = desk.post(path, data=body.encode())
        assert (answer.status_code, bool(answer.json and answer.json["error"])) == (400, True), path
    assert sorted(desk.workspace.drafts.iterdir()) == before


def test_a_text_longer_than_anything_typed_is_refused(desk: Desk) -> None:
    new_draft(desk.workspace)
    assert desk.post(STEPS, {"step": {"do": "add-item", "heading": "甲" * 600_000}, "base": ""}).status_code == 413


STEPS_THAT_ARE_NONE = [
    {"do": "take", "ref": ""},
    {"do": "take", "ref": "#"},
    {"do": "take", "ref": "临淄区-2026#" + "1" * 5000},
    {"do": "edit-head", "fields": {"serial": ["1", "2"]}},
    {"do": "edit-head", "fields": {"title": ["甲"]}},
    {"do": "edit-head", "fields": {"opening": "甲乙丙"}},
    {"do": "edit-head", "fields": {"items": "甲"}},
]


@pytest.mark.parametrize("step", STEPS_THAT_ARE_NONE, ids=str)
def test_a_step_of_the_wrong_shape_changes_nothing(desk: Desk, step: dict[str, object]) -> None:
    new_draft(desk.workspace)
    base = desk.json("/api/drafts/临淄区-2027/sha")["sha"]
    answer = desk.post(STEPS, {"step": step, "base": base})
    assert answer.status_code == 422
    assert desk.json("/api/drafts/临淄区-2027/sha")["sha"] == base


def test_a_choice_for_a_file_that_cannot_be_is_passed_over(desk: Desk) -> None:
    data = "关于2027年实事的通知\n一、甲".encode()
    sent = desk.post("/api/import/files", data={"file": (io.BytesIO(data), "甲.txt")})
    assert sent.status_code == 200
    key = sent.json["batch"] if sent.json else ""
    answer = desk.post(f"/api/import/{key}/store", {"choices": {"1" * 5000: "store", "٣": "store", "-1": "store"}})
    assert (answer.status_code, answer.json and answer.json["files"]) == (200, [])


@pytest.mark.parametrize("sent", ["/api/import/files", "/api/wishes"])
def test_the_name_of_a_file_cannot_turn_the_line_it_stands_in(desk: Desk, sent: str) -> None:
    told = desk.post(sent, data={"file": (io.BytesIO("为妇女开展两癌检查100人。".encode()), "通知\u202excod.txt")}).text
    assert "xcod.txt" in told
    assert "\u202e" not in told
    assert "\\u202e" not in told


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_draft_whose_name_is_no_text_is_told_and_hides_no_other(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    (desk.workspace.drafts / os.fsdecode("临淄区.yaml".encode("gbk"))).touch()
    answer = desk.get("/")
    assert answer.status_code == 200
    assert f">{name}</a>" in answer.text
    assert "1份草稿的文件名是乱码" in answer.text
    assert desk.get("/wishes").status_code == 200


def test_a_guessed_password_must_wait_and_the_right_one_ends_the_waiting(workspace: Workspace) -> None:
    made = app.create(workspace, Entry(key_of(workspace.root), "很长的密码"), hosts=["127.0.0.1"], port=PORT)
    codes = [
        made.test_client().post("/password", base_url=HERE, data={"password": f"猜{number}"}).status_code
        for number in range(8)
    ]
    assert codes == [401] * 5 + [429] * 3
    waiting = made.test_client().post("/password", base_url=HERE, data={"password": "很长的密码"})
    assert (waiting.status_code, "输错的次数太多" in waiting.text) == (429, True)


def test_the_wait_grows_with_each_wrong_password_but_not_for_ever() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(16):
        tries.failed()
        waits.append(tries.wait())
        now[0] += tries.wait()
        assert tries.wait() == 0
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    tries.succeeded()
    tries.failed()
    assert tries.wait() == 0


@pytest.mark.skipif(os.name == "nt", reason="modes of files are other there")
@pytest.mark.parametrize("kept", ["", "k" * 43])
def test_a_key_that_others_could_read_is_closed_to_them(workspace: Workspace, kept: str) -> None:
    path = workspace.root / ".desk-key"
    path.write_text(kept, encoding="ascii")
    path.chmod(0o644)
    assert key_of(workspace.root)
    assert path.stat().st_mode & 0o077 == 0


def test_many_who_wait_for_a_pdf_leave_the_other_pages_their_threads() -> None:
    go, refused, made = threading.Event(), queue.Queue[str](), queue.Queue[int]()

    def slow_office(_: bytes) -> Pictured:
        go.wait(120)
        return Pictured(pages=(), pdf=b"", stand_ins=())

    prints = Printing(slow_office)

    def click(number: int) -> None:
        try:
            prints.whole(bytes([number]))
            made.put(number)
        except UnfitValue as error:
            refused.put(str(error))

    clicks = [threading.Thread(target=click, args=(number,)) for number in range(3)]
    for one in clicks:
        one.start()
    assert "还在生成" in refused.get(timeout=120)
    go.set()
    for one in clicks:
        one.join()
    assert made.qsize() == 2
    assert prints.whole(b"later").pdf == b""


ENDLESS = """
from drafter.check import same_figures
from drafter.text import contacts, targets
for unit in ("9", "一", "2027", "1,000", "a", "二〇"):
    text = (unit * 100_000)[:100_000]
    targets.find(text), contacts.find([text])
    same_figures.keeps_figures(text, 100_000, 100_000, "。")
    same_figures.same_figures(text, text)
targets.find("10%" * 2000), targets.find("100名" * 1500)
"""


def test_a_hundred_thousand_digits_or_letters_in_one_clause_do_not_stop_the_desk() -> None:
    """With a pattern that looks from every place to the end again this would run for hours."""
    subprocess.run([sys.executable, "-c", ENDLESS], check=True, timeout=600, cwd=ROOT)


def test_a_numeral_of_thousands_of_digits_is_read() -> None:
    assert targets.find("二〇" * 3000 + "所")[0].measure == "所"
