"""What adapting does to a text: places changed, places left to be judged, and the text that comes of it."""

from collections.abc import Iterable
from enum import StrEnum

from drafter.model.base import Value


class Kind(StrEnum):
    """What a changed or left place of a text is."""

    YEAR = "year"
    LEVEL = "level"
    PLACE = "place"
    UNIT = "unit"
    NAME = "name"


class Edit(Value):
    """One place of a text that was changed or left: the words there, what became of them, and why.

    `start` counts in the text as it was, `at` in the text as it became; `new` is None where the words stay.
    `where` says in an item which of its texts it is: 标题, 第2条, 责任单位.
    """

    text: str
    start: int
    new: str | None = None
    reason: str
    kind: Kind = Kind.YEAR
    where: str = ""
    at: int = 0

    @property
    def end(self) -> int:
        """Position behind the last character, in the text as it was."""
        return self.start + len(self.text)


class Moved(Value):
    """A text after it was adapted: changed and left places, in order."""

    text: str
    changed: tuple[Edit, ...] = ()
    left: tuple[Edit, ...] = ()


def applied(text: str, edits: Iterable[Edit], where: str = "") -> Moved:
    """The text with the edits made; of edits that overlap the one named first holds."""
    kept: list[Edit] = []
    for edit in edits:
        if all(edit.end <= one.start or one.end <= edit.start for one in kept):
            kept.append(edit)
    kept.sort(key=lambda edit: edit.start)
    made, done, told = "", 0, []
    for edit in kept:
        made += text[done : edit.start]
        told.append(edit.replaced(at=len(made), where=where))
        made += edit.text if edit.new is None else edit.new
        done = edit.end
    return Moved(
        text=made + text[done:],
        changed=tuple(edit for edit in told if edit.new is not None),
        left=tuple(edit for edit in told if edit.new is None),
    )
