"""The kind of value everything in the model is: frozen, closed, compared by content."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; an unknown field is an error, so nothing is taken in unseen.

    Its validator is built when first used: a command pays only for the values it needs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
