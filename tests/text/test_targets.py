"""Targets: the labels of 196 clauses, read by hand, and what holds for any text."""

from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from drafter.compare.tokens import tokens
from drafter.library import Library
from drafter.model.target import Bound, Target
from drafter.text import targets
from tests.conftest import ROOT
from tests.text.alphabet import any_text

FILES = ("targets", "targets_more")
LABELLED: dict[str, list[dict[str, Any]]] = {
    name: yaml.safe_load((ROOT / "tests" / "text" / f"{name}.yaml").read_text("utf-8")) for name in FILES
}

Facts = tuple[str, str, Decimal | None, Decimal | None, Decimal | None, str | None]


def clauses() -> list[Any]:
    """Each labelled clause under an id that people can read."""
    return [
        pytest.param(clause["text"], clause["targets"], id=f"{name}-{number}-{clause['text'][:16]}")
        for name, labelled in LABELLED.items()
        for number, clause in enumerate(labelled, start=1)
    ]


def labelled_facts(label: dict[str, Any]) -> Facts:
    """What a label says of a target, but its object."""
    value, low, high = (Decimal(label[key]) if label.get(key) else None for key in ("value", "low", "high"))
    return label["text"], label["bound"], value, low, high, label.get("measure")


def found_facts(target: Target) -> Facts:
    """The same of a target found."""
    return target.text, target.bound.value, target.value, target.low, target.high, target.measure


def overlap(one: str | None, other: str) -> bool:
    """Whether one object contains the other."""
    return bool(one) and (str(one) in other or other in str(one))


@pytest.mark.parametrize(("text", "labels"), clauses())
def test_the_targets_of_a_clause_are_those_a_reader_marked(text: str, labels: list[dict[str, Any]]) -> None:
    assert [found_facts(target) for target in targets.find(text)] == [labelled_facts(label) for label in labels]


@pytest.mark.parametrize(("text", "labels"), clauses())
def test_a_target_stands_in_its_clause_letter_for_letter(text: str, labels: list[dict[str, Any]]) -> None:
    found = targets.find(text)
    assert [text[target.start : target.end] for target in found] == [target.text for target in found]
    assert all(label["text"] in text for label in labels)
    assert all(target.object is None or target.object in text for target in found)


@pytest.mark.parametrize("name", FILES)
def test_nearly_every_target_is_found_and_nearly_every_one_found_is_a_target(name: str) -> None:
    right = marked = found = 0
    for clause in LABELLED[name]:
        labels = {labelled_facts(label) for label in clause["targets"]}
        got = {found_facts(target) for target in targets.find(clause["text"])}
        right, marked, found = right + len(labels & got), marked + len(labels), found + len(got)
    assert right / found >= 0.95, "precision"
    assert right / marked >= 0.95, "recall"


@pytest.mark.parametrize("name", FILES)
def test_what_a_figure_counts_agrees_with_the_reader_in_most_clauses(name: str) -> None:
    agreed = marked = 0
    for clause in LABELLED[name]:
        objects = {target.text: target.object for target in targets.find(clause["text"])}
        for label in clause["targets"]:
            marked += 1
            agreed += overlap(objects.get(label["text"]), label["object"])
    assert agreed / marked >= 0.85


@pytest.mark.parametrize(
    ("text", "figure", "object_"),
    [
        ("保证有培训需求的妇女“应训尽训”，培训500人次。", "应训尽训", "妇女"),
        ("坚持“救早救小”和“应救尽救”的原则，落实救助工作。", "应救尽救", "坚持“救早救小”和“应救尽救”的原则"),
        ("推进“爱心小屋”应建尽建和全覆盖。", "全覆盖", "“爱心小屋”"),
        ("为符合条件的孤儿按每人每学年1万元标准发放助学金。", "1万元", "助学金"),
        ("为困难职工发放每年2000元补助。", "2000元", "补助"),
        ("每人购买保额不低于3万元的保险。", "不低于3万元", "保额"),
        ("为全县800余人提供监测。", "800余人", "为全县800余人提供监测"),
        ("开办暑期托管班，全年不少于12个班次。", "不少于12个班次", "暑期托管班"),
        ("为特殊家庭发放补贴800元/户，全年惠及逾1100户。", "逾1100户", "全年惠及逾1100户"),
        ("对90名困境儿童年内开展入户走访4次。", "90名", "困境儿童"),
        ("对90名困境儿童年内开展入户走访4次。", "4次", "入户走访"),
        ("安排学校食堂的检测30批次。", "30批次", "学校食堂的检测"),
        ("24所条件好的学校操场在节假日面向社会开放。", "24所", "学校操场"),
        ("设立“女性（儿童）的家”读书角20处。", "20处", "“女性（儿童）的家”读书角"),
    ],
)
def test_what_a_figure_counts_is_told_in_words_of_the_clause_that_can_be_understood(
    text: str, figure: str, object_: str
) -> None:
    assert {target.text: target.object for target in targets.find(text)}[figure] == object_


def test_every_figure_of_the_library_and_the_labels_counts_something_cut_inside_no_word_and_no_quotes(
    library: Library,
) -> None:
    stored = [
        clause.text
        for name in library.references()
        for item in library.notice(name).items
        for clause in item.all_clauses
    ]
    labelled = [clause["text"] for name in FILES for clause in LABELLED[name]]
    for text in stored + labelled:
        ends = {0, *accumulate(map(len, tokens(text)))}
        for target in targets.find(text):
            shown = target.object or ""
            places = [at for at in range(len(text)) if shown and text.startswith(shown, at)]
            assert any({at, at + len(shown)} <= ends for at in places), (text, target)
            assert all(shown.count(one) == shown.count(other) for one, other in ("“”", "（）", "《》")), (text, target)


@pytest.mark.parametrize(
    "text",
    [
        "为35—64岁妇女提供服务。",
        "2026年12月底前完成。",
        "拨打12338妇联维权热线。",
        "贯彻《关于做好100件实事的意见》。",
        "实施“500人培训计划”。",
        "第3批示范点已公布。",
        "依据博政办字〔2025〕9号文件执行。",
        "",
        "。",
    ],
)
def test_ages_dates_phones_and_names_are_no_targets(text: str) -> None:
    assert targets.find(text) == []


@settings(deadline=None, max_examples=300)
@given(any_text())
def test_targets_of_any_text_are_verbatim_in_order_and_apart(text: str) -> None:
    found = targets.find(text)
    for target in found:
        assert target.text
        assert text[target.start : target.end] == target.text
        assert target.bound is Bound.ALL or target.value is not None or target.low is not None
        assert (target.low is None) == (target.high is None)
        assert target.object is None or target.object in text
    assert all(before.end <= after.start for before, after in pairwise(found))
