"""`drafter suggest`: a text, an item, a whole draft, a list of wishes; in 80 columns, or as JSON."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from drafter.index import MAYBE_NEAR, NEAR_ENOUGH
from drafter.text import columns
from tests.commands import shapes
from tests.commands.conftest import NAME
from tests.conftest import ROOT, Run

WISHES = ROOT / "tests" / "suggest" / "wishes.txt"
FAR = "老楼装电梯"
MATCHES: Any = shapes.SUGGEST["matches"]
CARD = MATCHES[0] | {
    "source": shapes.TEXT,
    "years": [{"year": int, "ref": str}],
    "history": [{"object": shapes.TEXT, "measure": shapes.TEXT, "points": [{"year": int, "ref": str, "text": str}]}],
    "warnings": [str],
}
SURVEY = {
    "draft": str,
    "items": [{"item": int, "heading": shapes.TEXT, "matches": [CARD]}],
    "last": shapes.TEXT,
    "omitted_items": [{"ref": str, "text": str, "reason": shapes.TEXT}],
    "omitted_clauses": [{"ref": str, "text": str, "reason": shapes.TEXT}],
    "superior": shapes.TEXT,
    "missing_themes": [{"theme": str, "items": [{"ref": str, "text": str}]}],
    "fields": [{"outline": str, "name": str, "items": [int]}],
}
ADVISED = {
    "source": str,
    "wishes": [
        {
            "text": str,
            "unit": shapes.TEXT,
            "where": str,
            "kind": ("new", "last_year", "earlier", "elsewhere", "found"),
            "advice": str,
            "reason": str,
            "match": (CARD, None),
        }
    ],
    "left_out": [str],
}


def fits(text: str) -> bool:
    """Whether no line is wider than a terminal."""
    return all(columns.width(line) <= 80 for line in text.splitlines())


def test_cards_as_json_have_history_years_warnings_and_source(run: Run, at: Path) -> None:
    found = run("suggest", "每千人口婴幼儿托位数", "--json", cwd=at)
    assert (found.code, found.err) == (0, "")
    assert shapes.misfit(found.json, {"query": str, "matches": [CARD], "weak": [CARD]}) is None
    first = found.json["matches"][0]
    assert [one["year"] for one in first["years"]] == [2023, 2025]
    assert [point["text"] for point in first["history"][0]["points"]] == ["达到3.8个", "达到4.7个"]
    assert first["source"] == "博政办字〔2025〕9号"


def test_a_card_begins_with_the_clause_and_tells_source_reason_and_years(run: Run, at: Path) -> None:
    found = run("suggest", "每千人口婴幼儿托位数", "--limit", 1, cwd=at)
    lines = [line for line in found.out.splitlines() if line]
    assert lines[1] == "1. 稳步推进托育服务工作，每千人口拥有3岁以下婴幼儿托位数达到4.7个。"
    for said in ("出处：博山区-2025#3.1（博政办字〔2025〕9号）", "理由：", "达到3.8个（2023） → 达到4.7个（2025）"):
        assert said in found.out
    assert fits(found.out)


def test_what_is_hardly_alike_is_shown_apart_and_only_where_nothing_is_near_enough(run: Run, at: Path) -> None:
    near = run("suggest", "残疾儿童康复救助", "--json", cwd=at).json
    assert near["matches"]
    assert near["weak"] == []
    far = run("suggest", FAR, "--json", cwd=at)
    assert shapes.misfit(far.json, {"query": str, "matches": [CARD], "weak": [CARD]}) is None
    assert far.json["matches"] == []
    assert 1 <= len(far.json["weak"]) <= 3
    assert far.json["weak"][0]["ref"] == "博山区-2025#6.1"
    assert all(MAYBE_NEAR <= one["score"] < NEAR_ENOUGH for one in far.json["weak"])
    shown = run("suggest", FAR, cwd=at).out
    assert shown.index("没有与") < shown.index("请自行判断") < shown.index(far.json["weak"][0]["ref"])
    assert fits(shown)
    nothing = run("suggest", "修建高速铁路", "--json", cwd=at).json
    assert (nothing["matches"], nothing["weak"]) == ([], [])


def test_filters_and_the_office_that_asks(run: Run, at: Path) -> None:
    only = run("suggest", "托育", "--issuer", "博山", "--year", 2025, "--json", cwd=at).json["matches"]
    assert only
    assert all(one["ref"].startswith("博山区-2025#") for one in only)
    themed = run("suggest", "培训", "--theme", "就业创业", "--unit", "人社局", "--json", cwd=at).json["matches"]
    assert themed
    assert all("就业创业" in one["themes"] for one in themed)
    ours = run("suggest", "残疾儿童康复救助", "--for", "临淄区", "--json", cwd=at).json["matches"]
    assert ours[0]["ref"].startswith("临淄区-2026#")


def test_a_whole_draft_is_held_against_the_library(run: Run, at: Path) -> None:
    run("drop", f"{NAME}#3", "--reason", "已转为日常工作", cwd=at)
    found = run("suggest", NAME, "--json", cwd=at)
    assert (found.code, found.err) == (0, "")
    assert shapes.misfit(found.json, SURVEY) is None
    assert [(one["ref"], one["reason"]) for one in found.json["omitted_items"]] == [("临淄区-2026#3", "已转为日常工作")]
    shown = run("suggest", NAME, cwd=at)
    assert "整项 临淄区-2026#3　推进教育设施优化提升（理由：已转为日常工作）" in shown.out
    for said in ("上级 淄博市-2024", "第1项", "《中国妇女发展纲要（2021—2030年）》", "未触及"):
        assert said in shown.out
    assert fits(shown.out)


def test_a_list_of_wishes_becomes_a_table(run: Run, at: Path) -> None:
    shown = run("suggest", NAME, "--from", WISHES, cwd=at)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("共40条：")
    assert shown.out.count("理由：") == 40
    assert fits(shown.out)
    assert "联系人" in shown.out
    found = run("suggest", NAME, "--from", WISHES, "--json", cwd=at)
    assert shapes.misfit(found.json, ADVISED) is None
    assert len(found.json["wishes"]) == 40


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_the_table_is_written_and_an_earlier_one_is_kept(run: Run, at: Path, ending: str) -> None:
    made = run("suggest", NAME, "--from", WISHES, "-o", f"比对{ending}", "--json", cwd=at)
    assert (made.code, made.err) == (0, "")
    assert shapes.misfit(made.json, shapes.REPORT) is None
    assert made.json["written"] == [f"比对{ending}"]
    assert any("联系人" in note for note in made.json["notes"])
    before = (at / f"比对{ending}").read_bytes()
    other = at / "少.txt"
    other.write_text("扩大普惠托育。\n", encoding="utf-8")
    again = run("suggest", NAME, "--from", other, "-o", f"比对{ending}", "--json", cwd=at)
    kept = next(path for path in at.iterdir() if path.suffix == ending and path.name != f"比对{ending}")
    assert kept.read_bytes() == before
    assert any(kept.name in note for note in again.json["notes"])


def test_the_table_written_can_be_sent_in_again(run: Run, at: Path) -> None:
    run("suggest", NAME, "--from", WISHES, "-o", "比对.xlsx", cwd=at)
    sheet = python_calamine.CalamineWorkbook.from_path(at / "比对.xlsx").get_sheet_by_index(0)
    assert len(sheet.to_python()) == 42
    again = run("suggest", NAME, "--from", "比对.xlsx", "--json", cwd=at).json
    assert [one["unit"] for one in again["wishes"]][:2] == ["区妇联", "区妇联"]


def test_whose_wishes_they_are_is_taken_from_the_only_drafts_or_asked_for(run: Run, at: Path) -> None:
    told = run("suggest", "--from", WISHES, "--json", cwd=at)
    assert "临淄区" in told.err
    assert "last_year" in {one["kind"] for one in told.json["wishes"]}
    shutil.rmtree(at / "drafts")
    unknown = run("suggest", "--from", WISHES, "--json", cwd=at)
    assert "--for" in unknown.err
    assert {one["kind"] for one in unknown.json["wishes"]} == {"found", "new"}
    named = run("suggest", "--from", WISHES, "--for", "博山区", "--json", cwd=at)
    assert named.err == ""
    assert "earlier" in {one["kind"] for one in named.json["wishes"]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--from"),
        (("托育", "-o", "a.xlsx"), "--from"),
        (("--from", WISHES, "-o", "a.pdf"), ".xlsx"),
        (("--from", WISHES, "--limit", 3), "--limit"),
        ((NAME, "--for", "临淄区"), "--for"),
        (("博山区-2025",), "博山区-2025#3"),
    ],
)
def test_wrong_use_is_told_with_what_to_type(run: Run, at: Path, arguments: tuple[object, ...], said: str) -> None:
    ran = run("suggest", *arguments, cwd=at)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "没有.xlsx"), "没有.xlsx"),
        (("托育", "--unit", "没有的局"), "没有的局"),
        (("托育", "--issuer", "某某区"), "某某区"),
        (("临淄区-2099",), "临淄区-2026"),
        ((f"{NAME}#1.99",), "99"),
    ],
)
def test_what_does_not_exist_is_named(run: Run, at: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = run("suggest", *arguments, cwd=at)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


def test_a_notice_that_cannot_be_read_is_told_and_the_rest_is_searched(run: Run, at: Path) -> None:
    (at / "library" / "notices" / "淄川区-2023.yaml").write_text("schema: 1\nissuer: [", encoding="utf-8")
    ran = run("suggest", "残疾儿童康复救助", cwd=at)
    assert ran.code == 0
    assert "淄川区-2023" in ran.err
    assert "残疾儿童" in ran.out
