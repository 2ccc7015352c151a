"""What the product itself prints keeps every rule that the XML can show."""

from pathlib import Path

import pytest

from drafter import render
from drafter.library import Library
from drafter.measure.xml_rules import judge
from drafter.model.notice import Format
from drafter.render import Templates
from tests.conftest import REFERENCES


@pytest.mark.parametrize("layout", list(Format))
@pytest.mark.parametrize("reference", REFERENCES)
def test_the_five_notices_are_green(
    reference: str, layout: Format, library: Library, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / "通知.docx"
    render.docx(library.notice(reference), templates, in_format=layout).save(path)
    rows = judge(path, layout)
    assert [row for row in rows if row.ok is False] == []
    assert {row.rule for row in rows if row.ok is None} <= {"B-12"}
