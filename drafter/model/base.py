"""The kind of value everything in the model is: frozen, closed, compared by content."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; an unknown field is an error, so nothing is taken in unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")
