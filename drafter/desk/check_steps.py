"""Steps of the page 校核: all safe fixes made, a rule waived at a place with the reason, that taken back."""

from typing import Literal

from drafter import check, drafting
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import Draft


class FixAll(Value):
    """All safe fixes."""

    do: Literal["fix-all"]

    def take(self, draft: Draft, library: Library) -> Draft:
        """The draft with every safe fix made."""
        changed, made = check.fix(draft, library=library)
        return changed.replaced(notes=(f"已改正{len(made)}处" if made else "没有能自动改正的地方",))

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "校核改正"


class Allow(Value):
    """A rule waived at a place, with the reason."""

    do: Literal["allow"]
    rule: str
    place: str
    reason: str

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the exception."""
        return drafting.allow(draft, self.rule, self.place, self.reason)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "校核时允许"


class Disallow(Value):
    """An exception taken back: by what it says, word for word."""

    do: Literal["disallow"]
    rule: str
    place: str

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft without the exception. Raises UnfitValue where it is gone."""
        kept = tuple(one for one in draft.allowed if (one.rule, one.place) != (self.rule, self.place))
        if kept == draft.allowed:
            raise UnfitValue("这条允许已经不在草稿里了。请刷新页面看看现在的内容。")
        return draft.replaced(allowed=kept, notes=("已取消允许",))

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "取消校核时的允许"
