"""The step that puts back what was taken out."""

from typing import Annotated, Literal

from pydantic import Field

from drafter import drafting
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import Draft


class Restore(Value):
    """What was taken out, by its position in the state's list of it, put back as it was."""

    do: Literal["restore"]
    number: Annotated[int, Field(ge=1)]

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with it."""
        return drafting.restore(draft, self.number)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "放回删去的内容"
