"""`drafter check` as a process: what it prints, what it writes, how it ends."""

import re
from pathlib import Path

import docx
import pytest

from drafter.text.columns import width
from tests.commands.conftest import NAME, english_in
from tests.conftest import Run

_FINDING = {"rule", "severity", "where", "message", "excerpt", "fix", "source"}


def test_a_file_is_checked_with_place_and_reason(run: Run, at: Path) -> None:
    ran = run("check", at / "library" / "sources" / "淄川区-2023.txt", cwd=at)
    assert (ran.code, ran.err) == (1, "")
    assert "第7项　实施残疾儿童康复训练救助项目" in ran.out
    assert "起止范围用了短横线［range-hyphen］" in ran.out
    found = re.search(r"［range-hyphen］\n    (.*35-64岁.*)\n( +\^+)\n", ran.out)
    assert found
    text, caret = found.groups()
    assert width(text[: text.index("-")]) + 4 == caret.index("^")
    assert caret.count("^") == 1
    assert english_in(re.sub(r"［[a-z0-9-]+］", "", ran.out)) == []


def test_the_findings_as_json_are_of_the_agreed_shape(run: Run, at: Path) -> None:
    ran = run("check", "淄川区-2023", "--json", cwd=at)
    assert (ran.code, ran.err) == (1, "")
    found = ran.json["findings"]
    for one in found:
        assert set(one) >= _FINDING
        assert set(one["where"]) == {"part", "ordinal", "span"}
        assert one["severity"] in ("error", "warning", "info")
        assert one["fix"] is None or set(one["fix"]) == {"old", "new", "safe"}
    missing = next(one for one in found if one["rule"] == "title-elements")
    assert missing["where"] == {"part": "title", "ordinal": 1, "span": [30, 32]}
    assert missing["fix"] == {"old": "通知", "new": "的通知", "safe": False}


def test_the_rules_are_listed_with_example_and_source(run: Run, at: Path) -> None:
    ran = run("check", "--rules", cwd=at)
    assert ran.code == 0
    assert "文号年份的括号不对［docno-brackets］错误" in ran.out
    assert "不妥：博政办字[2026]9号" in ran.out
    rules = run("check", "--rules", "--json", cwd=at).json["rules"]
    assert len(rules) >= 100
    assert {"rule", "name", "group", "severity", "flags", "why", "bad", "good", "source", "strength"} <= set(rules[0])


def test_last_years_notice_is_looked_at_when_named(run: Run, at: Path) -> None:
    alone = run("check", "博山区-2025", "--json", cwd=at).json["findings"]
    beside = run("check", "博山区-2025", "--against", "博山区-2023", "--json", cwd=at).json["findings"]
    assert not [one for one in alone if one["rule"].startswith("yoy-")]
    lowered = [one["excerpt"] for one in beside if one["rule"] == "yoy-target-lowered"]
    assert any("戏曲进校园活动6场" in excerpt for excerpt in lowered)


def test_safe_fixes_are_made_told_and_undone(run: Run, at: Path, draft: Path) -> None:
    run("edit", f"{NAME}#1.1", "--text", "举办招聘活动不少于2场,服务妇女１００人。", cwd=at)
    before = draft.read_text(encoding="utf-8")
    ran = run("check", NAME, "--fix", cwd=at)
    assert re.search(r"^已改\d处：\n第1项", ran.out)
    assert "“,”改为“，”" in ran.out
    assert "drafter undo" in ran.out
    assert "“１００”改为“100”" in ran.out
    assert "举办招聘活动不少于2场，服务妇女100人。" in draft.read_text(encoding="utf-8")
    again = run("check", NAME, "--fix", cwd=at)
    assert "没有能自动改正的地方" in again.out
    run("undo", NAME, cwd=at)
    assert draft.read_text(encoding="utf-8") == before


def test_only_a_draft_is_fixed(run: Run, at: Path) -> None:
    ran = run("check", "博山区-2025", "--fix", cwd=at)
    assert (ran.code, ran.out) == (2, "")
    assert "不是草稿" in ran.err


def test_without_a_notice_to_check_the_use_is_told(run: Run, at: Path) -> None:
    ran = run("check", cwd=at)
    assert (ran.code, ran.out) == (2, "")
    assert "--rules" in ran.err


@pytest.mark.parametrize(("option", "name"), [("--html", "a.docx"), ("--comments", "a.html")])
def test_an_output_of_another_kind_is_refused(run: Run, at: Path, option: str, name: str) -> None:
    ran = run("check", "博山区-2025", option, name, cwd=at)
    assert ran.code == 2
    assert not (at / name).exists()


def test_the_web_page_marks_what_is_faulty_and_escapes_the_text(run: Run, at: Path) -> None:
    run("edit", f"{NAME}#1.1", "--text", "举办<b>招聘活动</b>5场左右。", cwd=at)
    run("check", NAME, "--html", "核稿.html", cwd=at)
    page = (at / "核稿.html").read_text(encoding="utf-8")
    assert "<mark>左右</mark>" in page
    assert "&lt;b&gt;招聘活动&lt;/b&gt;" in page
    assert "<b>招聘活动" not in page


def test_word_comments_stand_on_the_faulty_characters(run: Run, at: Path) -> None:
    ran = run("check", "淄川区-2023", "--comments", "批注.docx", "--json", cwd=at)
    document = docx.Document(str(at / "批注.docx"))
    comments = list(document.comments)
    assert len(comments) == len(ran.json["findings"])
    number = next(one.comment_id for one in comments if "少“的”字" in one.text)
    title = next(one for one in document.paragraphs if "办好八件实事" in one.text.replace("\n", ""))
    inside, marked = False, ""
    for element in title._p:
        kind = str(element.tag).rpartition("}")[2]
        if kind.startswith("commentRange") and [str(number)] == list(map(str, element.values())):
            inside = kind == "commentRangeStart"
        elif inside:
            marked += "".join(one.text or "" for one in element.iter() if str(one.tag).endswith("}t"))
    assert marked == "通知"
    assert title.text.replace("\n", "") == "淄川区人民政府办公室关于2023年为全区妇女儿童办好八件实事通知"


def test_a_file_of_others_gets_its_comments_in_a_document_apart(run: Run, at: Path) -> None:
    text = (at / "library" / "sources" / "临淄区-2026.txt").read_text(encoding="utf-8")
    foreign = docx.Document()
    for line in filter(str.strip, text.partition("附件")[0].split("\n")):
        foreign.add_paragraph(line)
    foreign.save(str(at / "来稿.docx"))
    before = (at / "来稿.docx").read_bytes()
    ran = run("check", "来稿.docx", "--comments", "批注.docx", "--json", cwd=at)
    assert (ran.code, ran.err) == (1, "")
    assert "来稿.docx 没有动" in ran.json["notes"][0]
    assert (at / "来稿.docx").read_bytes() == before
    made = docx.Document(str(at / "批注.docx"))
    texts = [one.text for one in made.comments]
    assert len(texts) == len(ran.json["findings"])
    assert all(any(one["message"] in text for text in texts) for one in ran.json["findings"])
    assert any("务必提高思想认识" in one.text for one in made.paragraphs)
    again = run("check", "来稿.docx", "--comments", at / "来稿.docx", cwd=at)
    assert (again.code, again.out) == (2, "")
    assert "换一个文件名" in again.err
    assert (at / "来稿.docx").read_bytes() == before


def test_a_draft_with_errors_makes_no_final_document(run: Run, at: Path) -> None:
    for fields in (["--serial", "3"], ["--date", "2027-03-15"]):
        run("edit", NAME, *fields, cwd=at)
    for number in range(1, 11):
        run("edit", f"{NAME}#{number}", "--confirm", cwd=at)
    run("edit", f"{NAME}#1", "--units", "区人社局、区妇女联和会", cwd=at)
    ran = run("render", NAME, "-o", "送签.docx", "--final", cwd=at)
    assert (ran.code, ran.out) == (3, "")
    assert "第1项登记表里没有“区妇女联和会”" in ran.err
    assert not (at / "送签.docx").exists()
    state = run("status", NAME, cwd=at).out
    assert "还不能送签" in state
    assert re.search(r"核稿：错误\d+处", state)


def test_a_file_that_is_not_there_is_said_to_be_missing(run: Run, at: Path) -> None:
    ran = run("check", "没有的通知.docx", cwd=at)
    assert (ran.code, ran.out) == (2, "")
    assert "没有“没有的通知.docx”这个文件" in ran.err


def test_a_newer_notice_is_refused_as_last_years(run: Run, at: Path) -> None:
    ran = run("check", "博山区-2023", "--against", "博山区-2025", cwd=at)
    assert (ran.code, ran.out) == (2, "")
    assert "往年" in ran.err


def test_another_place_and_a_peer_are_told_of_on_the_error_stream(run: Run, at: Path) -> None:
    ran = run("check", "博山区-2025", "--against", "淄川区-2023", "--superior", "临淄区-2026", "--json", cwd=at)
    assert "--against 给的是淄川区的通知" in ran.err
    assert "博山区的上级是淄博市" in ran.err
    assert ran.json["findings"]


def test_a_town_taken_over_from_another_place_keeps_a_draft_from_being_final(run: Run, at: Path) -> None:
    run("take", NAME, "博山区-2023#2", cwd=at)
    ran = run("check", NAME, "--json", cwd=at)
    errors = [
        one["message"] for one in ran.json["findings"] if one["rule"] == "foreign-left" and one["severity"] == "error"
    ]
    assert [town for town in ("八陡镇", "白塔镇", "域城镇") if any(town in one for one in errors)] == [
        "八陡镇",
        "白塔镇",
        "域城镇",
    ]
    final = run("render", NAME, "-o", "送签.docx", "--final", cwd=at)
    assert final.code == 3
    assert "八陡镇人民政府" in final.err
    assert not (at / "送签.docx").exists()


def test_an_exception_is_set_told_kept_and_undone(run: Run, at: Path, draft: Path) -> None:
    run("edit", f"{NAME}#3.1", "--text", "新增托位100个左右。", cwd=at)
    before = draft.read_text(encoding="utf-8")
    ran = run("check", NAME, "--allow", "指标含糊@#3", "--reason", "区卫生健康局来函如此", cwd=at)
    assert ran.err == ""
    assert "已设例外：第3项不再提“指标含糊”" in ran.out
    assert "［vague-target］" not in ran.out
    assert "［vague-target］" not in run("check", NAME, cwd=at).out
    assert run("undo", NAME, cwd=at).code == 0
    assert draft.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        (["临淄区-2027", "--allow", "vague-target@#3"], (2, "--reason")),
        (["临淄区-2027", "--reason", "来函如此"], (2, "--allow")),
        (["临淄区-2027", "--allow", "vague-target", "--reason", "来函如此"], (2, "规则@位置")),
        (["临淄区-2027", "--allow", "没有的规则@#3", "--reason", "来函如此"], (3, "找不到规则")),
        (["博山区-2025", "--allow", "vague-target@#3", "--reason", "来函如此"], (2, "不是草稿")),
    ],
)
def test_a_faulty_exception_is_refused_and_changes_nothing(
    run: Run, at: Path, draft: Path, options: list[str], refused: tuple[int, str]
) -> None:
    before = draft.read_bytes()
    ran = run("check", *options, cwd=at)
    assert (ran.code, ran.out) == (refused[0], "")
    assert refused[1] in ran.err
    assert draft.read_bytes() == before
