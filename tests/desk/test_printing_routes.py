"""版面 through the desk's routes: the pages as LibreOffice prints them, an honest likeness without it, the files."""

import struct
import time
import zlib
from typing import Any

import pytest

from drafter import drafting, office, render
from drafter.desk.kept import Kept
from drafter.drafting import draft_file
from drafter.measure import pdf
from drafter.model.notice import Format
from tests.desk.conftest import Desk, new_draft

HOSTILE = "<script>alert(1)</script>”'&<img src=x onerror=alert(2)>"
needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")


def word(desk: Desk, name: str, in_format: Format | None = None) -> bytes:
    draft = draft_file.load(desk.workspace.drafts / f"{name}.yaml")[0]
    return render.docx(draft, desk.workspace.templates, in_format=in_format).data


def test_the_word_file_is_the_one_that_render_makes_in_the_format_chosen(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    for query, in_format in (({}, Format.LETTER), ({"format": "file"}, Format.FILE), ({"format": "x"}, Format.LETTER)):
        answer = desk.get(f"/draft/{name}/pages/docx", query_string=query)
        assert answer.status_code == 200
        assert answer.data == word(desk, name, in_format)
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    assert desk.get(f"/draft/{name}/pages/exe").status_code == 404


def test_without_libreoffice_the_page_shows_a_likeness_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.ENVIRONMENT, "/nowhere/soffice")
    name = new_draft(desk.workspace)
    path, library = desk.workspace.drafts / f"{name}.yaml", desk.workspace.library
    draft_file.change(path, "x", lambda draft: drafting.edit_item(draft, 1, heading=HOSTILE, library=library))
    page = desk.get(f"/draft/{name}/pages").text
    assert "这是近似的样子，分页和字体以 Word 或 WPS 打开的为准" in page
    assert "一、&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    draft = draft_file.load(path)[0]
    assert all(clause.text in page for item in draft.items for clause in item.all_clauses)
    refused = desk.get(f"/api/drafts/{name}/pages")
    for _ in range(50):
        if refused.status_code != 200:
            break
        time.sleep(0.1)
        refused = desk.get(f"/api/drafts/{name}/pages")
    assert refused.status_code == 422
    assert "LibreOffice" in refused.get_json()["error"]
    assert desk.get(f"/draft/{name}/pages/pdf").status_code == 422


@needs_office
@pytest.mark.long
def test_the_pages_come_when_they_are_ready_and_name_the_faces_that_stood_in(desk: Desk) -> None:
    name = new_draft(desk.workspace)
    answer: Any = desk.get(f"/api/drafts/{name}/pages").get_json()
    assert answer == {"ready": False}
    while not answer["ready"]:
        time.sleep(0.2)
        answer = desk.get(f"/api/drafts/{name}/pages").get_json()
    printed = desk.get(f"/draft/{name}/pages/pdf").data
    assert answer["count"] == len(pdf.read(printed))
    assert all({"wanted", "printed"} == set(one) for one in answer["stand_ins"])
    first = desk.get(f"/api/pages/{answer['key']}/1.png")
    assert first.mimetype == "image/png"
    assert_page_of_a4(first.data)
    for number in (0, answer["count"] + 1):
        assert desk.get(f"/api/pages/{answer['key']}/{number}.png").status_code == 404
    assert desk.get("/api/pages/unknown/1.png").status_code == 404


def assert_page_of_a4(png: bytes) -> None:
    """A picture in the shape of a sheet, white at its edge, with red and black on it."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">2I", png[16:24])
    assert abs(height / width - 297 / 210) < 0.01
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    data = zlib.decompress(png[start + 4 : start + 4 + length])
    assert len(data) == height * (1 + width * 3)
    assert data[1:4] == b"\xff\xff\xff"
    row = 1 + width * 3
    starts = (at * row + 1 + x * 3 for at in range(0, height, 3) for x in range(0, width, 3))
    pixels = {data[start : start + 3] for start in starts}
    assert b"\xff\x00\x00" in pixels
    assert b"\x00\x00\x00" in pixels


def test_what_is_kept_is_bounded_and_the_oldest_goes_first() -> None:
    kept = Kept[int](2)
    for number, key in enumerate("甲乙"):
        kept.put(key, number)
    assert kept.get("甲") == 0
    kept.put("丙", 2)
    assert [kept.get(key) for key in "甲乙丙"] == [0, None, 2]
