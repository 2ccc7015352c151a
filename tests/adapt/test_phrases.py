"""Single sentences made ours, beyond the words of the library: what changes, what stays, what is marked."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import adapt
from drafter.library import Library
from drafter.model.notice import Notice

PHRASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "phrases.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)["phrases"]


def rewriting(library: Library, of: str, by: str, year: int = 2026) -> adapt.Rewriting:
    """A rewriting of an unnamed notice of one place for another place."""
    issuer = library.issuers.find(of)
    source = Notice(
        issuer=issuer.name if issuer else f"{of}人民政府办公室", year=year, form="issue", title=f"{of}的通知"
    )
    return adapt.Rewriting(adapt.Crossing(library, by, source), year, 2027)


@pytest.mark.parametrize("case", PHRASES, ids=[f"{one['of']}→{one['by']} {one['text'][:16]}" for one in PHRASES])
def test_a_sentence_is_made_ours_and_what_cannot_be_is_marked(wide: Library, case: dict[str, Any]) -> None:
    ours = rewriting(wide, case["of"], case["by"])
    assert ours.text(case["text"], "") == case.get("want", case["text"])
    left = [mark.text for mark in ours.marks]
    wanted = case.get("marks", [])
    assert [word for word in wanted if not any(word in text for text in left)] == []
    assert [text for text in left if not any(word in text for word in wanted)] == []
