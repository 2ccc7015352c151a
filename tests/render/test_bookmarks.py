"""Each item carries an invisible bookmark with its id, on its own paragraph."""

import pytest

from drafter import drafting, render
from drafter.library import Library
from drafter.model.notice import Format
from drafter.render import Templates
from tests.render.conftest import W, item, notice, opened


def bookmarks(data: bytes) -> dict[str, str]:
    """The name of each bookmark with the text of its paragraph."""
    found = {}
    for start in opened(data).element.body.iter(f"{W}bookmarkStart"):
        paragraph = start.getparent()
        assert [one.get(f"{W}id") for one in paragraph.iter(f"{W}bookmarkEnd")] == [start.get(f"{W}id")]
        found[start.get(f"{W}name")] = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
    return found


@pytest.mark.parametrize("in_format", list(Format))
@pytest.mark.parametrize("place", ["临淄区", "淄川区"])
def test_every_item_of_a_draft_is_marked_with_its_id(
    place: str, in_format: Format, library: Library, templates: Templates
) -> None:
    draft = drafting.new(2027, place, library)
    draft = drafting.move(draft, 3, at=1)
    found = bookmarks(render.docx(draft, templates, in_format=in_format).data)
    assert list(found) == [f"_item_{one.id}" for one in draft.items]
    for one, text in zip(draft.items, found.values(), strict=True):
        assert one.heading
        assert f"、{one.heading}。" in text


def test_items_alike_are_marked_each_on_its_own_paragraph(templates: Templates) -> None:
    made = notice(items=[item(ordinal="一"), item(ordinal="二"), item(ordinal="二")], opening=["一、促进就业。"])
    found = bookmarks(render.docx(made, templates).data)
    assert list(found) == ["_item_1", "_item_2", "_item_3"]
    assert [text[0] for text in found.values()] == ["一", "二", "二"]
