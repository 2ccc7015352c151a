"""Values put together from the kept texts of their entries are written as if they were written whole."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.library import value_file, yaml_text
from drafter.model.draft import Allowed, Draft, DraftClause, DraftEntry, DraftItem, Dropped
from drafter.model.notice import Attachment, Form
from tests.conftest import REFERENCES

_ODD = (
    "- 甲",
    "甲: 乙",
    "甲 # 乙",
    "'甲'",
    "~",
    "null",
    "",
    " 前",
    "后 ",
    "---",
    "...",
    "|",
    "[甲",
    "甲\u2028乙",
    "😀",
    "true",
)
_LINES = st.one_of(st.sampled_from(_ODD), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))
_TEXTS = st.one_of(_LINES, st.sampled_from(("甲\n乙", "\n", "甲\n\n 乙", "\t制表")))
_CLAUSES = st.lists(
    st.builds(
        DraftClause, text=_LINES.filter(bool), origin=st.none() | _TEXTS, confirmed=st.tuples() | st.tuples(_TEXTS)
    ),
    max_size=3,
).map(tuple)
_ENTRIES = st.lists(st.builds(DraftEntry, ordinal=st.none() | _TEXTS, clauses=_CLAUSES), max_size=2).map(tuple)
_ITEMS = st.builds(
    DraftItem,
    id=_TEXTS,
    heading=st.none() | _TEXTS,
    clauses=_CLAUSES,
    entries=_ENTRIES,
    units=st.lists(_TEXTS, max_size=2).map(tuple),
    lead_units=st.none() | st.tuples() | st.tuples(_TEXTS),
)
_DRAFTS = st.builds(
    Draft,
    place=_TEXTS,
    issuer=_TEXTS,
    year=st.integers(2000, 2100),
    form=st.sampled_from(Form),
    title=_TEXTS,
    list_title=st.none() | _TEXTS,
    opening=st.lists(_TEXTS, max_size=2).map(tuple),
    attachments=st.lists(
        st.builds(
            Attachment, title=_TEXTS, rows=st.lists(st.lists(_TEXTS, max_size=2).map(tuple), max_size=2).map(tuple)
        ),
        max_size=2,
    ).map(tuple),
    items=st.lists(_ITEMS, max_size=3, unique_by=lambda item: item.id).map(tuple),
    dropped=st.lists(st.builds(Dropped, id=_TEXTS, item=st.none() | _ITEMS, reason=st.none() | _TEXTS), max_size=2).map(
        tuple
    ),
    allowed=st.lists(st.builds(Allowed, rule=_TEXTS, place=_TEXTS, reason=_TEXTS), max_size=2).map(tuple),
)


def _whole(value: Any, text: str) -> str:
    """The value written in one go, its keys in the order they have in the text."""
    plain = value.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    order = list(yaml_text.load(text, "甲.yaml").data)
    assert sorted(order) == sorted([*plain, "schema"])
    return yaml_text.dump({key: plain.get(key, value_file.SCHEMA) for key in order})


@settings(deadline=None, max_examples=150)
@given(_DRAFTS)
def test_a_draft_of_any_texts_is_written_as_if_written_whole_and_read_back(draft: Draft) -> None:
    text = value_file.to_text(draft, first=("place",), behind=("items", "list_title"))
    assert text == _whole(draft, text)
    assert value_file.parse(Draft, text, "甲.yaml") == draft


def test_the_notices_of_the_library_are_written_as_if_written_whole(library: Any) -> None:
    for reference in REFERENCES:
        notice = library.notice(reference)
        text = value_file.to_text(notice, behind=("items", "list_title"))
        assert text == _whole(notice, text)
