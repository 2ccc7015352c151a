"""Which fields of the two national outlines 2021—2030 a list touches, by the themes of its items."""

from collections.abc import Sequence

from drafter.library.registers import Themes
from drafter.model.suggestion import Field


def coverage(themes_of_items: Sequence[Sequence[str]], themes: Themes) -> tuple[Field, ...]:
    """Every field of both outlines in their order, with the items whose themes serve it; untouched ones too."""
    served = {one.name: {*one.women, *one.children} for one in themes.entries}
    return tuple(
        Field(
            outline=outline.name,
            name=name,
            items=tuple(
                number
                for number, listed in enumerate(themes_of_items, start=1)
                if any(name in served.get(theme, ()) for theme in listed)
            ),
        )
        for outline in themes.outlines
        for name in outline.fields
    )
