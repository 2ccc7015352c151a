"""The kind of value everything in the model is: frozen, closed, compared by content."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from drafter.errors import UnfitValue


class Value(BaseModel):
    """A frozen value; an unknown field is an error, so nothing is taken in unseen.

    Its validator is built when first used: a command pays only for the values it needs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def replaced(self, **changes: Any) -> Self:
        """The value with some fields changed, checked like a new one. Raises UnfitValue."""
        try:
            return type(self).model_validate({**dict(self), **changes})
        except ValidationError as error:
            fault = error.errors()[0]
            reason = fault["msg"].removeprefix("Value error, ")
            raise UnfitValue(f"“{fault['input']}”不能用：{reason}。请改正后重试。") from error
