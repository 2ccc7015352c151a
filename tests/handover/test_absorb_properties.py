"""Whatever is done to a draft and printed comes back into the draft it was done to."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import drafting, render
from drafter.handover import absorb
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.render import Templates
from tests.handover.settling import body_of, lines
from tests.handover.steps import SEEN, STEPS, Step, changed


@pytest.mark.long
@given(steps=STEPS, reference=st.sampled_from(["临淄区-2026", "淄川区-2023"]))
@settings(max_examples=15, deadline=None, phases=SEEN, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_print_comes_back_as_it_was_changed(
    steps: list[Step], reference: str, library: Library, templates: Templates, tmp_path: Path
) -> None:
    own = drafting.new(2027, reference.split("-", maxsplit=1)[0], library, library.notice(reference))
    after = changed(own, steps, library)
    path = tmp_path / "改后.docx"
    path.write_bytes(render.docx(after, templates).data)
    returned = absorb.read(path, own, templates)
    taken = absorb.take(own, returned, [one.key for one in returned.changes])
    assert lines(body_of(render.docx(taken, templates).data)) == lines(body_of(render.docx(after, templates).data))
    assert returned.unplaced == ()
    assert absorb.take(own, returned, []) == own.replaced(notes=())
    keys = [one.key for one in returned.changes][::2]
    half = absorb.take(own, returned, keys)
    kept = _texts(half)
    replaced = "".join(one.old or "" for one in returned.changes if one.key in keys)
    assert [text for text in _texts(own) if text not in kept and text not in replaced and text not in _gone(half)] == []
    lost = {one.origin for item in after.items for one in item.all_clauses if one.text in _texts(own)} - {
        one.origin for item in taken.items for one in item.all_clauses
    }
    assert lost == set()


def _texts(draft: Draft) -> set[str]:
    return {clause.text for item in draft.items for clause in item.all_clauses}


def _gone(draft: Draft) -> str:
    return "".join(one.text for one in draft.dropped)
