"""The command contract of design chapter 4, command by command, as a user meets it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import shapes
from tests.commands.conftest import NAME, content_of, english_in
from tests.conftest import REFERENCES, ROOT, Ran, Run

SOURCES = ROOT / "library" / "sources"


def told_in_chinese(ran: Ran) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in ran.out) and not english_in(ran.out)


def test_a_newcomer_goes_from_init_to_the_word_document(run: Run, tmp_path: Path) -> None:
    made = run("init", tmp_path / "办公室")
    assert (made.code, made.err) == (0, "")
    assert told_in_chinese(made)
    here = tmp_path / "办公室"
    assert sorted(path.stem for path in (here / "library" / "notices").iterdir()) == sorted(REFERENCES)
    for name in ("library/issuers.yaml", "library/units.yaml", "library/themes.yaml", "templates/issue-letter.docx"):
        assert (here / name).is_file()
    started = run("new", 2027, "--issuer", "临淄区", cwd=here)
    assert (started.code, started.err) == (0, "")
    assert "临淄区-2026" in started.out
    assert (here / "drafts" / "临淄区-2027.yaml").is_file()
    printed = run("render", NAME, "-o", "通知.docx", cwd=here)
    assert (printed.code, printed.err) == (0, "")
    assert "文号序号" in printed.out
    assert (here / "通知.docx").read_bytes()[:2] == b"PK"
    final = run("render", NAME, "-o", "送签.docx", "--final", cwd=here)
    assert (final.code, final.out) == (3, "")
    assert "文号序号" in final.err
    assert "成文日期" in final.err
    assert not (here / "送签.docx").exists()


def test_each_step_on_a_draft_reports_what_it_wrote_and_changed(run: Run, at: Path, draft: Path) -> None:
    steps: list[tuple[Any, ...]] = [
        ("take", NAME, "博山区-2025#6", "--at", 2, "--reason", "邻区做法"),
        ("take", "drafts/临淄区-2027.yaml", "淄博市-2024#1.1", "--into", 3),
        ("drop", f"{NAME}#4", "--reason", "已完成"),
        ("drop", f"{NAME}#1.2", "--reason", "不再开展"),
        ("move", f"{NAME}#5", "--at", 1),
        ("move", f"{draft}#2.1", "--into", 3),
        ("edit", f"{NAME}#1", "--heading", "新标题"),
        ("edit", f"{NAME}#1.1", "--text", "全年开展活动不少于9场。", "--confirm"),
        ("edit", NAME, "--serial", 7),
        ("undo", NAME),
        ("drop", NAME, "--back", 2),
    ]
    for number, step in enumerate(steps):
        ran = run("--json", *step, cwd=at) if number % 2 else run(*step, "--json", cwd=at)
        assert (ran.code, ran.err) == (0, ""), step
        assert shapes.misfit(ran.json, shapes.REPORT) is None, step
        assert [Path(one).name for one in ran.json["written"]] == [draft.name], step
        assert ran.json["notes"], step
    shown = run("show", NAME, "--json", cwd=at).json
    assert shown["doc_number"] == "临政办字〔2027〕\u3000号"
    assert [item["heading"] for item in shown["items"]][:2] == ["新标题", "促进女性高质量充分就业"]
    assert shown["items"][0]["clauses"][0]["text"] == "全年开展活动不少于9场。"
    assert shown["items"][2]["origin"] == "博山区-2025#6"
    assert shown["items"][2]["reason"].startswith("邻区做法")
    assert [one["reason"] for one in shown["dropped"]] == ["已完成"]


def test_init_new_import_render_and_demo_report_as_json(run: Run, at: Path, tmp_path: Path) -> None:
    (at / "library" / "notices" / "博山区-2025.yaml").unlink()
    for command, written in (
        (("init", tmp_path / "新"), ["新"]),
        (("new", 2028, "--issuer", "博山区", "-o", at / "别处" / "我的.yaml"), ["我的.yaml"]),
        (("import", SOURCES / "博山区-2025.txt"), ["博山区-2025.yaml"]),
        (("render", "博山区-2025", "-o", at / "a.docx"), ["a.docx"]),
        (
            ("demo", "-o", at / "d"),
            [f"示例-临淄区-2027{one}" for one in (".yaml", ".docx", "-对照表.docx", "-比对.html", "-说明.txt")],
        ),
    ):
        ran = run(*command, "--json", cwd=at)
        assert (ran.code, ran.err) == (0, ""), command
        assert shapes.misfit(ran.json, shapes.REPORT) is None
        assert [Path(one).name for one in ran.json["written"]] == written
        assert all(Path(one).exists() for one in ran.json["written"])


def test_read_gives_the_fields_of_the_contract_and_stores_nothing(run: Run, at: Path) -> None:
    before = content_of(at)
    read = run("read", SOURCES / "临淄区-2026.txt", "--json", cwd=at)
    assert (read.code, read.err) == (0, "")
    assert shapes.misfit(read.json, shapes.READ) is None
    assert read.json["doc_number"] == "临政办字〔2026〕2号"
    assert read.json["date"] == "2026-06-22"
    assert (read.json["form"], read.json["year"]) == ("issue", 2026)
    assert [item["ordinal"] for item in read.json["items"]] == list("一二三四五六七八九十")
    health = read.json["items"][1]["clauses"][0]["targets"]
    assert {"text": "1.9万名", "value": "19000", "measure": "名"}.items() <= health[1].items()
    assert {"value": None, "bound": "all"}.items() <= health[0].items()
    screening = read.json["items"][4]["clauses"][0]["targets"][0]
    assert (screening["value"], screening["measure"], screening["bound"]) == ("90", "%", "at_least")
    assert len(read.json["attachments"][0]["rows"]) == 10
    assert content_of(at) == before


def test_several_files_are_read_as_a_list_and_a_missing_number_is_null(
    run: Run, source_copy: Any, tmp_path: Path
) -> None:
    path = source_copy("博山区-2025")
    text = path.read_text(encoding="utf-8")
    assert text.count("博政办字〔2025〕9号") >= 1
    path.write_text(text.replace("博政办字〔2025〕9号", ""), encoding="utf-8")
    read = run("--json", "read", path, SOURCES / "淄川区-2023.txt", cwd=tmp_path)
    assert read.code == 0
    assert shapes.misfit(read.json, [shapes.READ]) is None
    assert [one["doc_number"] for one in read.json] == [None, "川政办字〔2023〕24号"]
    assert "docno-missing" in [one["code"] for one in read.json[0]["problems"]]
    assert [one["form"] for one in read.json] == ["issue", "direct"]


def test_import_stores_once_and_again_only_when_told(run: Run, at: Path) -> None:
    stored = at / "library" / "notices" / "博山区-2023.yaml"
    made = stored.read_bytes()
    again = run("import", SOURCES / "博山区-2023.txt", cwd=at)
    assert (again.code, again.err) == (0, "")
    assert "内容相同" in again.out
    assert stored.read_bytes() == made
    stored.unlink()
    part = run("import", "没有.txt", SOURCES / "博山区-2023.txt", "--json", cwd=at)
    assert part.code == 3
    assert "没有.txt" in part.err
    assert [Path(one).name for one in part.json["written"]] == ["博山区-2023.yaml"]
    assert stored.read_bytes() == made
    assert run("import", "--replace", SOURCES / "博山区-2023.txt", cwd=at).code == 0
    assert stored.read_bytes() == made


def test_the_issued_notice_is_imported_with_the_lineage_of_its_draft(run: Run, at: Path) -> None:
    for step in (("drop", f"{NAME}#3"), ("edit", f"{NAME}#1", "--theme", "困境儿童"), ("edit", NAME, "--serial", "3")):
        assert run(*step, cwd=at).code == 0
    assert run("render", NAME, "-o", "印发.docx", cwd=at).code == 0
    assert run("import", "--draft", NAME, "印发.docx", cwd=at).code == 0
    shown = run("library", "show", "临淄区-2027", "--json", cwd=at).json
    assert shown["doc_number"] == "临政办字〔2027〕3号"
    assert shown["items"][0]["themes"] == ["困境儿童"]
    assert len(shown["items"]) == 9


def test_the_library_is_listed_shown_and_counted_in_the_shapes_of_the_contract(run: Run, at: Path) -> None:
    listed = run("library", "list", "--json", cwd=at).json
    assert shapes.misfit(listed, [shapes.FOUND]) is None
    assert len(listed) == 47
    shown = run("library", "show", "博山区-2025", "--json", cwd=at).json
    assert shapes.misfit(shown, shapes.NOTICE) is None
    item = run("library", "show", "博山区-2025#2", "--json", cwd=at).json
    assert shapes.misfit(item, shapes.ITEM) is None
    assert (item["heading"], item["ordinal"]) == ("实施适龄妇女健康关爱行动", "二")
    clause = run("library", "show", "博山区-2025#1.3", "--json", cwd=at).json
    assert shapes.misfit(clause, shapes.CLAUSE) is None
    assert clause["text"] == "开展高素质农民培训，全区培训高素质农民（女性）200人以上。"
    assert [(one["value"], one["bound"]) for one in clause["targets"]] == [("200", "at_least")]
    units = run("library", "units", "--json", cwd=at).json
    assert next(one["items"] for one in units if one["name"] == "妇联组织") == sum(
        any("妇联" in unit for unit in one["units"]) for one in listed
    )
    themes = run("library", "themes", "--json", cwd=at).json
    counted = {one["name"]: one["items"] for one in themes}
    assert counted["就业创业"] == sum("就业创业" in one["themes"] for one in listed)
    matrix = run("library", "matrix", "--json", cwd=at).json
    assert matrix["counts"]["就业创业"]["妇联组织"] == sum(
        "就业创业" in one["themes"] and any("妇联" in unit for unit in one["units"]) for one in listed
    )


def test_the_library_is_searched_by_theme_unit_issuer_year_and_text_together(run: Run, at: Path) -> None:
    names = [
        run("library", "list", "--unit", unit, "--json", cwd=at) for unit in ("区卫健局", "卫健局", "区卫生健康局")
    ]
    found = [[one["ref"] for one in ran.json] for ran in names]
    assert found[0] == found[1] == found[2]
    assert "博山区-2025#2" in found[0]
    assert "临淄区-2026#2" in found[0]
    asked = ("--issuer", "临淄区", "--year", 2026, "--text", "儿童友好", "--theme", "儿童友好", "--unit", "区检察院")
    assert [one["ref"] for one in run("library", "list", *asked, "--json", cwd=at).json] == ["临淄区-2026#7"]
    nothing = run("library", "list", "--text", "量子计算机", cwd=at)
    assert (nothing.code, nothing.err, nothing.out.startswith("共0项。")) == (0, "", True)


def test_show_and_status_of_a_draft(run: Run, at: Path) -> None:
    shown = run("show", NAME, "--json", cwd=at).json
    assert shapes.misfit(shown, shapes.DRAFT) is None
    assert [item["ref"] for item in shown["items"]] == [f"{NAME}#{number}" for number in range(1, 11)]
    assert [item["origin"] for item in shown["items"]] == [f"临淄区-2026#{number}" for number in range(1, 11)]
    assert (shown["doc_number"], shown["date"]) == ("临政办字〔2027〕\u3000号", None)
    one = run("show", f"{NAME}#2", cwd=at)
    assert "保护和增进妇女健康" in one.out
    assert "深化困难儿童关爱帮扶" not in one.out
    state = run("status", NAME, cwd=at)
    assert state.code == 0
    assert told_in_chinese(state)
    assert run("status", NAME, "--json", cwd=at).json["items"] == 10


def test_suggest_takes_a_text_an_item_of_a_draft_and_a_reference(run: Run, at: Path) -> None:
    text = run("suggest", "为残疾儿童提供康复救助", "--limit", 3, "--json", cwd=at)
    assert shapes.misfit(text.json, shapes.SUGGEST) is None
    assert text.json["query"] == "为残疾儿童提供康复救助"
    scores = [one["score"] for one in text.json["matches"]]
    assert 0 < len(scores) <= 3
    assert scores == sorted(scores, reverse=True)
    assert all("残疾" in one["clause"] for one in text.json["matches"][:1])
    item = run("suggest", f"{NAME}#2", "--json", cwd=at)
    assert shapes.misfit(item.json, shapes.SUGGEST) is None
    assert "两癌" in item.json["matches"][0]["clause"]
    assert not any(one["ref"].startswith("临淄区-2026#2.") for one in item.json["matches"])
    past = run("suggest", "博山区-2025#2.1", "--json", cwd=at)
    assert "两癌" in past.json["query"]
    assert "乳腺癌" in past.json["matches"][0]["clause"]
    nothing = run("suggest", "qqqq zzzz", cwd=at)
    assert (nothing.code, nothing.err) == (0, "")
    assert "没有" in nothing.out


def test_compare_exits_0_without_and_1_with_differences(run: Run, at: Path) -> None:
    same = run("compare", "博山区-2025", SOURCES / "博山区-2025.txt", "--json", cwd=at)
    assert (same.code, same.err) == (0, "")
    assert shapes.misfit(same.json, shapes.COMPARE) is None
    assert {one["relation"] for one in same.json["items"]} == {"continued"}
    for step in (
        ("drop", f"{NAME}#3"),
        ("edit", f"{NAME}#5.2", "--text", "开展科普大篷车进基层活动12场，提升儿童科技素养。"),
    ):
        assert run(*step, cwd=at).code == 0
    other = run("compare", "临淄区-2026", NAME, "--json", cwd=at)
    assert (other.code, other.err) == (1, "")
    assert shapes.misfit(other.json, shapes.COMPARE) is None
    assert [one["old"] for one in other.json["items"] if one["relation"] == "dropped"] == [[3]]
    raised = [one for item in other.json["items"] for one in item["targets"] if one["change"] == "raised"]
    assert [(one["old"], one["new"]) for one in raised] == [("8场", "12场")]
    for_people = run("compare", "临淄区-2026", f"drafts/{NAME}.yaml", cwd=at)
    assert for_people.code == 1
    assert told_in_chinese(for_people)


@pytest.mark.parametrize(
    "command",
    [
        ("read", SOURCES / "博山区-2025.txt"),
        ("library", "list", "--year", "2023"),
        ("show", NAME),
        ("suggest", "托育"),
        ("compare", "博山区-2023", "博山区-2025"),
    ],
    ids=lambda command: " ".join(command[:2]) if command[0] == "library" else command[0],
)
def test_json_and_workspace_stand_before_or_behind_the_command(run: Run, at: Path, command: tuple[Any, ...]) -> None:
    before = run("--json", "--workspace", at, *command)
    behind = run(*command, "--workspace", at, "--json")
    assert before.code == behind.code == (1 if command[0] == "compare" else 0)
    assert before.err == behind.err == ""
    assert json.loads(before.out) == json.loads(behind.out)


def test_the_workspace_is_found_upward_else_in_the_environment(run: Run, at: Path, draft: Path) -> None:
    deep = at / "drafts" / "下层"
    deep.mkdir()
    assert run("show", NAME, cwd=deep).code == 0
    assert run("show", NAME, DRAFTER_WORKSPACE=str(at)).code == 0
    assert run("show", NAME).code == 3
    assert run("show", draft).code == 0
    assert run("library", "list", "--year", 2025).out.rstrip().endswith("共10项。")


def test_what_is_listed_for_people_is_chinese(run: Run, at: Path) -> None:
    for command in (
        ("library", "themes"),
        ("library", "matrix"),
        ("library", "show", "淄博市-2024"),
        ("show", NAME),
        ("suggest", f"{NAME}#1"),
        ("read", SOURCES / "淄博市-2024.txt"),
        ("move", f"{NAME}#2", "--at", 1),
        ("undo", NAME),
    ):
        ran = run(*command, cwd=at)
        assert ran.code == 0, command
        assert any("\u4e00" <= char <= "\u9fff" for char in ran.out), command


def test_wrong_use_exits_2_and_the_version_is_told(run: Run) -> None:
    for command in ((), ("没有这个命令",), ("library",), ("show",), ("show", "a", "b"), ("render", "博山区-2025")):
        ran = run(*command)
        assert ran.code == 2, command
        assert "Traceback" not in ran.err
    assert run("--version").out.startswith("实事拟稿")
