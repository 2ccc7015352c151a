"""Every rule has cases, each of which says what the rule finds and what it lets pass."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drafter import check
from drafter.check import catalogue, fixing
from drafter.check.catalogue import by_slug
from drafter.check.parts import parts_of
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.text.finished import notice_of
from tests.check import cases

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet


def _each(kind: str, key: str = "") -> "list[ParameterSet]":
    """The cases of a kind, those with a key if one is given, as parameters."""
    return [
        pytest.param(slug, case, id=f"{slug}-{at}")
        for at, (slug, case) in enumerate(cases.all_cases(kind))
        if not key or key in case
    ]


@pytest.mark.parametrize(("slug", "case"), _each("fails"))
def test_a_failing_case_is_found_where_it_stands(slug: str, case: cases.Case, library: Library, tmp_path: Path) -> None:
    found, checked = cases.run(slug, case, library, tmp_path)
    own = [one for one in found if one.rule == slug]
    wanted = [case["at"]] if isinstance(case["at"], str) else case["at"]
    assert [cases.covered(one, checked) for one in own] == wanted
    for key, safe in (("fixed", True), ("proposed", False)):
        if key in case:
            fixes = [one.fix.new for one in own if one.fix and one.fix.safe is safe]
            assert fixes == ([case[key]] if isinstance(case[key], str) else case[key])
    if not {"fixed", "proposed"} & set(case):
        assert not any(one.fix for one in own)


@pytest.mark.parametrize(("slug", "case"), _each("passes"))
def test_a_passing_case_is_left_in_peace(slug: str, case: cases.Case, library: Library, tmp_path: Path) -> None:
    found, _ = cases.run(slug, case, library, tmp_path)
    assert [one for one in found if one.rule == slug] == []


@pytest.mark.parametrize("slug", [one.slug for one in catalogue.rules()])
def test_a_rule_has_three_failing_and_three_passing_cases(slug: str) -> None:
    of_rule = cases.of(slug)
    assert (len(of_rule["fails"]), len(of_rule["passes"])) >= (3, 3), slug
    assert len(of_rule["passes"]) >= 3
    for case in (*of_rule["fails"], *of_rule["passes"]):
        assert set(case) <= cases.KEYS


@pytest.mark.parametrize("slug", [one.slug for one in catalogue.rules()])
def test_the_examples_of_a_rule_stand_in_its_cases(slug: str) -> None:
    rule, of_rule = by_slug()[slug], cases.of(slug)
    assert any(_shows(rule.bad, case) for case in of_rule["fails"]), rule.bad
    assert any(_shows(rule.good, case) for case in of_rule["passes"]), rule.good


def _shows(example: str, case: cases.Case) -> bool:
    """Whether a case holds the example, that of each notice in its own (上年：…｜今年：…, 上级：…｜本级：…)."""
    texts = {"上年": "against", "上级": "superior"}
    for said in example.split("｜"):
        label, mark, text = said.partition("：")
        if mark and label in texts:
            if text not in cases.printed(case.get(texts[label], {})):
                return False
        elif (text if mark and label in ("今年", "本级") else said) not in _all_of(case):
            return False
    return True


def _all_of(case: cases.Case) -> str:
    """What a case shows: its notice, and what is said of a document, a draft or its exceptions."""
    return cases.printed(case) + "".join(str(case.get(key, "")) for key in ("document", "why", "draft"))


@pytest.mark.parametrize(("slug", "case"), _each("fails", "fixed"))
def test_what_is_fixed_passes_and_nothing_else_is_changed(
    slug: str, case: dict[str, Any], library: Library, tmp_path: Path
) -> None:
    if "problems" in case:
        pytest.skip("reading has made this repair already")
    found, checked = cases.run(slug, case, library, tmp_path)
    draft = checked if isinstance(checked, Draft) else cases.draft_of(checked)
    own = [one for one in found if one.rule == slug]
    fixed, made = fixing.apply(draft, own)
    assert len(made) == len([one for one in own if one.fix and one.fix.safe])
    assert [one for one in check.run(fixed, library=library, only={slug}) if one.rule == slug and one.fix] == []
    before = {(one.name, one.ordinal): one.text for one in parts_of(notice_of(draft))}
    for part in parts_of(notice_of(fixed)):
        text = before[part.name, part.ordinal]
        for one in sorted(made, key=lambda each: each.where.span or (0, 0), reverse=True):
            if (one.where.part, one.where.ordinal) == (part.name, part.ordinal) and one.where.span and one.fix:
                text = text[: one.where.span[0]] + one.fix.new + text[one.where.span[1] :]
        if part.name != "attachment":
            assert part.text == text


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in (cases.HERE / "cases").glob("*.yaml")} <= set(by_slug())
