"""The XML rows: all green on a good package, and exactly one red for each single fault."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.measure.xml_rules import judge
from drafter.model.notice import Format
from drafter.model.results import Element
from tests.measure.xml_packages import HERE, Parts, good, packed

NEGATIVES: list[dict[str, Any]] = yaml.safe_load((HERE / "xml_negatives.yaml").read_text(encoding="utf-8"))
NO_VERDICT = {"B-12 版记的放法"}


def named(row: Element) -> str:
    return f"{row.rule} {row.name}"


def spoiled(case: dict[str, Any]) -> Parts:
    parts = good(Format(case.get("format", "file")))
    name = case.get("part", "word/document.xml")
    before = parts[name]
    if "style" in case:
        pattern = rf'<w:style [^>]*w:styleId="{case["style"]}">.*?</w:style>'
        after = re.sub(pattern, lambda found: found[0].replace(case["from"], case["to"]), before, flags=re.DOTALL)
    else:
        after = before.replace(case["from"], case["to"], case.get("times", -1))
    assert after != before, "the case changes nothing"
    return {**parts, name: after}


@pytest.mark.parametrize("layout", list(Format))
def test_a_good_package_is_green(layout: Format, tmp_path: Path) -> None:
    rows = judge(packed(good(layout), tmp_path / "通知.docx"), layout)
    assert [row for row in rows if row.ok is False] == []
    assert {named(row) for row in rows if row.ok is None} == NO_VERDICT
    assert len({named(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("case", NEGATIVES, ids=lambda case: f"{case['red']} ← {case['to'][:40]}")
def test_one_fault_turns_one_row_red(case: dict[str, Any], tmp_path: Path) -> None:
    layout = Format(case.get("format", "file"))
    rows = judge(packed(spoiled(case), tmp_path / "通知.docx"), layout)
    red = {named(row): row.got for row in rows if row.ok is False}
    assert set(red) == {case["red"], *case.get("also", [])}, red


def test_every_row_has_a_fault_that_turns_it_red(tmp_path: Path) -> None:
    judged = {named(row) for layout in Format for row in judge(packed(good(layout), tmp_path / "通知.docx"), layout)}
    told = {case["red"] for case in NEGATIVES}
    assert judged - told == NO_VERDICT | {"P-44 生僻字"}
